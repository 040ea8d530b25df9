"""Watch calls: a log line, the hook `on_call`, OpenTelemetry. An unwatched call runs none of this."""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
import logging
from collections.abc import Mapping
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import grpc

from zgrpc._errors import ZitadelError

if TYPE_CHECKING:
    from zgrpc._calls.scope import Scope
    from zgrpc._contract.rpc import Rpc

__all__ = ["CallInfo", "Watch", "event", "log"]

log = logging.getLogger("zgrpc")
debug = log.isEnabledFor

_current: "ContextVar[Watch | None]" = ContextVar("zgrpc_watch", default=None)


class CallInfo(NamedTuple):
    """A finished call, as `on_call` gets it.

    Attributes:
        method: the RPC, such as ``zitadel.management.v1.ManagementService/GetUserByID``.
        code: how it ended.
        seconds: how long it took, with token fetch and repetitions.
        attempts: how often it was sent.
        org_id: the organization it acted in; None for that of the token's user.
        error: what was raised; None if the call succeeded.
    """

    method: str
    code: grpc.StatusCode
    seconds: float
    attempts: int
    org_id: str | None
    error: BaseException | None


class Watch:
    """One call that is watched. As a context manager, it receives the events of the calls inside."""

    __slots__ = ("_core", "_entered", "_method", "_org_id", "_span", "_started", "attempts", "metadata")

    def __init__(self, rpc: "Rpc", scope: "Scope", org_id: str | None) -> None:
        self._core = core = scope.core
        self._method = rpc.full_name
        self._org_id = scope.org_id if org_id is None else org_id
        self._started = monotonic()
        self.attempts = 1
        self._span = None if core.telemetry is None else core.telemetry.begin(rpc, core.settings.address)
        self.metadata: tuple[tuple[str, str], ...] = () if self._span is None else self._span.metadata

    def __enter__(self) -> None:
        self._entered = _current.set(self)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        _current.reset(self._entered)
        self.end(error)

    def event(self, name: str, attributes: Mapping[str, str | int | float]) -> None:
        """Record an event of the call."""
        if name == "zgrpc.attempt":
            self.attempts += 1
        if self._span is not None:
            self._span.event(name, attributes)

    def end(self, error: BaseException | None) -> None:
        """Record the end of the call: in its span, in the log and with the hook."""
        seconds = monotonic() - self._started
        if error is None:
            code = grpc.StatusCode.OK
        elif isinstance(error, ZitadelError):
            code = error.code()
        else:
            code = grpc.StatusCode.CANCELLED
        method = self._method
        if self._span is not None:
            self._span.end(code, error, seconds)
        if debug(logging.DEBUG):
            error_id = getattr(error, "id", "")
            org = f" org={self._org_id}" if self._org_id else ""
            again = f" attempts={self.attempts}" if self.attempts > 1 else ""
            log.debug(
                "%s %s%s %.1f ms%s%s", method, code.name, f" {error_id}" if error_id else "", seconds * 1e3, org, again
            )
        if (hook := self._core.on_call) is not None:
            info = CallInfo(method, code, seconds, self.attempts, self._org_id, error)
            try:
                hook(info)
            except Exception:
                log.exception("on_call raised; the call is not affected")


def event(name: str, **attributes: str | int | float) -> None:
    """Record an event of the call that is being made here, if it is watched."""
    if (watch := _current.get()) is not None:
        watch.event(name, attributes)
