"""Channels with scripted answers, for tests of calls without a wire."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import grpc

if TYPE_CHECKING:
    from collections.abc import Callable


def failure(code: str, details: str = "", *trailing: tuple[str, str]) -> grpc.RpcError:
    """An error of gRPC, which both flavors of the client know."""
    empty = grpc.aio.Metadata()
    return _Failed(grpc.StatusCode[code], empty, grpc.aio.Metadata(*trailing), details)


class _Failed(grpc.aio.AioRpcError):
    """As gRPC raises it."""


class _Method:
    """An RPC of the channel."""

    def __init__(self, script: _Script, path: str) -> None:
        self._script = script
        self._path = path

    def _next(self, request: Any, timeout: Any, metadata: Any, more: dict[str, Any]) -> Any:
        script = self._script
        script.sent.append(
            SimpleNamespace(path=self._path, request=request, timeout=timeout, metadata=dict(metadata), **more)
        )
        answer = script.answers.pop(0)
        return answer() if callable(answer) else answer


class _Unary(_Method):
    def __call__(self, request: Any, timeout: Any = None, metadata: Any = None, *rest: Any, **more: Any) -> Any:
        more.update(zip(("credentials", "wait_for_ready", "compression"), rest, strict=False))
        answer = self._next(request, timeout, metadata or (), more)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def future(self, request: Any, timeout: Any = None, metadata: Any = (), **more: Any) -> Any:
        future = _Future(self._next(request, timeout, metadata, more))
        self._script.futures.append(future)
        return future


class _AsyncUnary(_Method):
    async def __call__(self, request: Any, **more: Any) -> Any:
        answer = self._next(request, more.pop("timeout"), more.pop("metadata"), more)
        if isinstance(answer, BaseException):
            raise answer
        return answer


class _Future:
    """A call that was begun, and has ended; with `FutureTimeoutError` for an answer, one that never ends."""

    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self.canceled = threading.Event()

    def result(self, timeout: float | None = None) -> Any:
        if isinstance(self._answer, BaseException):
            raise self._answer
        return self._answer

    def cancel(self) -> None:
        self.canceled.set()

    def add_done_callback(self, callback: Callable[[Any], object]) -> None:
        if not isinstance(self._answer, grpc.FutureTimeoutError):
            callback(self)

    def code(self) -> grpc.StatusCode:
        return self._answer.code() if isinstance(self._answer, grpc.aio.AioRpcError) else grpc.StatusCode.OK

    def __getattr__(self, name: str) -> Any:
        return getattr(self._answer, name)


class _Script:
    """What both flavors of the channel share.

    Attributes:
        answers: what each call is answered with, in turn: a message, an error to raise, or a function that gives one.
        sent: what was sent.
        futures: the calls that were begun as futures.
        opened: the paths of the RPCs that were opened.
        options: what the last of them was opened with.
        on_open: called whenever an RPC is opened.
    """

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.sent: list[Any] = []
        self.futures: list[_Future] = []
        self.opened: list[str] = []
        self.options: dict[str, Any] = {}
        self.on_open: Callable[[], object] = lambda: None
        self.closed = 0

    def _open(self, kind: type[_Method], path: str, options: dict[str, Any]) -> Any:
        self.opened.append(path)
        self.options = options
        self.on_open()
        return kind(self, path)


def _unused(*_: Any, **__: Any) -> Any:
    raise NotImplementedError


class Scripted(_Script, grpc.Channel):
    """A channel of `grpc`."""

    def unary_unary(self, method: str, *_: Any, **options: Any) -> Any:
        return self._open(_Unary, method, options)

    def close(self) -> None:
        self.closed += 1

    unary_stream = stream_unary = stream_stream = subscribe = unsubscribe = __enter__ = __exit__ = _unused


class AsyncScripted(_Script, grpc.aio.Channel):
    """A channel of `grpc.aio`."""

    def unary_unary(self, method: str, *_: Any, **options: Any) -> Any:
        return self._open(_AsyncUnary, method, options)

    async def close(self, grace: float | None = None) -> None:
        self.closed += 1

    unary_stream = stream_unary = stream_stream = get_state = channel_ready = __aenter__ = __aexit__ = _unused
    wait_for_state_change = _unused
