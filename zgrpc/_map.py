"""`client.map`: one RPC over many requests, some of them at a time."""

from __future__ import annotations

# An RPC is overloaded itself, and with mappings no overload but the last four fits it, whatever pyright says of them.
# pyright: reportOverlappingOverload=false
from collections.abc import AsyncIterable, Iterable, Sized
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping

    from zgrpc._errors import ListError, ZitadelError
    from zgrpc._map_drivers import Plan

Q = TypeVar("Q")
R = TypeVar("R")
M = TypeVar("M", bound="Mapping[str, object]")

CONCURRENCY = 64


class Maps:
    """What a `Client` does over many requests."""

    # fmt: off
    @overload
    def map(
        self, rpc: Callable[[Q], R], requests: Iterable[Q | Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
        progress: Progress | None = ...,
    ) -> Generator[R, None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], R], requests: Iterable[Q | Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ..., progress: Progress | None = ...,
    ) -> Generator[R | ZitadelError | ListError, None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], R], requests: Iterable[Q], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
    ) -> Generator[tuple[Q, R], None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], R], requests: Iterable[Q], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
    ) -> Generator[tuple[Q, R | ZitadelError | ListError], None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], R], requests: Iterable[Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
        progress: Progress | None = ...,
    ) -> Generator[R, None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], R], requests: Iterable[Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ..., progress: Progress | None = ...,
    ) -> Generator[R | ZitadelError | ListError, None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], R], requests: Iterable[M], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
    ) -> Generator[tuple[M, R], None, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], R], requests: Iterable[M], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
    ) -> Generator[tuple[M, R | ZitadelError | ListError], None, None]: ...
    # fmt: on
    def map(
        self,
        rpc: Callable[..., Any],
        requests: Iterable[Any],
        *,
        concurrency: int = CONCURRENCY,
        ordered: bool = True,
        errors: Literal["raise", "return"] = "raise",
        pairs: bool = False,
        progress: Progress | None = None,
    ) -> Generator[Any, None, None]:
        """Call an RPC for each of many requests, up to `concurrency` at a time, and give the results as they come.

        Requests are taken one by one, in the thread that iterates, as results are taken from it: never are more than
        four times `concurrency` under way or finished and not taken, however many there are in all. Nothing is sent
        before the first result is asked for. Ending the iteration early begins no further call; those under way end by
        themselves.

        Args:
            rpc: a unary RPC such as ``client.management.get_user_by_id``, the ``.page`` of a list RPC, or any function
                of one argument, such as ``client.batch.user``.
            requests: its requests: messages, or mappings of an RPC's fields. May be endless.
            concurrency: how many calls are under way at most, each by a thread.
            ordered: give the results in the order of the requests; False gives each as soon as it is there.
            errors: ``"raise"`` the first error of a call and end, or ``"return"`` it in the place of its result.
            pairs: give pairs of the request and its result.
            progress: called after each finished call with the number finished and the number in all, None where
                `requests` has no length; in the thread that iterates.

        Returns:
            a generator of the results.

        Raises:
            TypeError: an argument is of the wrong type.
            ValueError: an argument is out of its range.
            ZitadelError: a call failed, when its turn comes.
        """
        from zgrpc._map_drivers import run_threads

        return run_threads(_plan(rpc, requests, concurrency, ordered, errors, pairs, progress, Iterable))


class AsyncMaps:
    """What an `AsyncClient` does over many requests."""

    # fmt: off
    @overload
    def map(
        self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q | Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
        progress: Progress | None = ...,
    ) -> AsyncGenerator[R, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q | Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ..., progress: Progress | None = ...,
    ) -> AsyncGenerator[R | ZitadelError | ListError, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
    ) -> AsyncGenerator[tuple[Q, R], None]: ...
    @overload
    def map(
        self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
    ) -> AsyncGenerator[tuple[Q, R | ZitadelError | ListError], None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], Awaitable[R]], requests: Requests[Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
        progress: Progress | None = ...,
    ) -> AsyncGenerator[R, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], Awaitable[R]], requests: Requests[Mapping[str, object]], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ..., progress: Progress | None = ...,
    ) -> AsyncGenerator[R | ZitadelError | ListError, None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], Awaitable[R]], requests: Requests[M], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
    ) -> AsyncGenerator[tuple[M, R], None]: ...
    @overload
    def map(
        self, rpc: Callable[[Any], Awaitable[R]], requests: Requests[M], *, concurrency: int = ...,
        ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
    ) -> AsyncGenerator[tuple[M, R | ZitadelError | ListError], None]: ...
    # fmt: on
    def map(
        self,
        rpc: Callable[..., Any],
        requests: Any,
        *,
        concurrency: int = CONCURRENCY,
        ordered: bool = True,
        errors: Literal["raise", "return"] = "raise",
        pairs: bool = False,
        progress: Progress | None = None,
    ) -> AsyncGenerator[Any, None]:
        """As `Client.map`, for ``async for``: each call is a task, and `requests` may be asynchronous.

        Ending the iteration early (with `contextlib.aclosing`, or by cancelling the task) cancels the calls under way.
        """
        from zgrpc._map_drivers import run_tasks

        return run_tasks(_plan(rpc, requests, concurrency, ordered, errors, pairs, progress, Iterable | AsyncIterable))


def _plan(
    rpc: Any, requests: Any, concurrency: int, ordered: bool, errors: str, pairs: bool, progress: Any, kind: Any
) -> Plan:
    from zgrpc._call import AsyncCall, Call
    from zgrpc._map_drivers import Plan
    from zgrpc._paged_call import AsyncPagedCall, PagedCall

    bound = getattr(rpc, "__self__", rpc)  # the RPC itself, or the one whose `.page` this is
    if isinstance(bound, Call if kind is not Iterable else AsyncCall):
        raise TypeError(f"map: {bound.__name__} is of the other flavour of client")
    if isinstance(rpc, (PagedCall, AsyncPagedCall)):
        name = rpc.__name__
        raise TypeError(f"map: {name} returns a list: pass {name}.page, or a function that goes through the list")
    if not callable(rpc):
        raise TypeError(f"map: rpc must be an RPC such as client.management.get_user_by_id, not {type(rpc).__name__}")
    if isinstance(requests, (str, bytes, dict)) or not isinstance(requests, kind):
        raise TypeError(f"map: requests must be an iterable of requests, not {type(requests).__name__}")
    if isinstance(concurrency, bool) or not isinstance(concurrency, int):
        raise TypeError(f"map: concurrency must be an int, not {type(concurrency).__name__}")
    if concurrency < 1:
        raise ValueError(f"map: concurrency must be at least 1, not {concurrency}")
    if errors not in ("raise", "return"):
        raise ValueError(f"map: errors must be 'raise' or 'return', not {errors!r}")
    if progress is not None and not callable(progress):
        raise TypeError(f"map: progress must be a function of two numbers, not {type(progress).__name__}")
    total = len(requests) if isinstance(requests, Sized) else None
    fields = isinstance(bound, (Call, AsyncCall))
    return Plan(rpc, fields, requests, concurrency, bool(ordered), errors == "return", bool(pairs), progress, total)


if TYPE_CHECKING:
    Progress = Callable[[int, int | None], object]
    Requests = Iterable[Q] | AsyncIterable[Q]
