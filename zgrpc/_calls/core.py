"""Core: the channel, its state and the settings, which all scopes of one client share."""

from __future__ import annotations

import asyncio
import threading
from _thread import start_new_thread
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, cast

import grpc

from zgrpc._calls.limiter import Limiter, RetryBudget
from zgrpc._fork import before_fork, in_child
from zgrpc._transport.connect import async_connect, connect

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from google.protobuf.message import Message
    from typing_extensions import TypeVar

    from zgrpc._calls.list_sizes import Size
    from zgrpc._calls.metadata import Pairs
    from zgrpc._calls.otel import OpenTelemetry
    from zgrpc._calls.protocols import AsyncUnaryCallable, UnaryCallable
    from zgrpc._calls.watch import CallInfo
    from zgrpc._contract.rpc import Rpc
    from zgrpc._transport.settings import Settings

    # A bare `AnyCore` in an annotation is one of either flavor.
    Channel_co = TypeVar(
        "Channel_co",
        bound=grpc.Channel | grpc.aio.Channel,
        default=grpc.Channel | grpc.aio.Channel,
        covariant=True,
    )
    Invoke_co = TypeVar(
        "Invoke_co",
        bound=UnaryCallable | AsyncUnaryCallable,
        default=UnaryCallable | AsyncUnaryCallable,
        covariant=True,
    )
else:
    from typing import TypeVar

    Channel_co, Invoke_co = TypeVar("Channel_co"), TypeVar("Invoke_co")


State: TypeAlias = Literal["not connected", "connected", "closed", "forked"]
"""Where a client's connection stands.

- "not connected": the server has answered nothing yet.
- "connected": the server has answered a call, perhaps with an error.
- "closed": the client was closed.
- "forked": an AsyncClient in a child process whose parent had connected it.
"""

_ENDED: dict[State, str] = {
    "closed": "the client is closed; make a new one",
    "forked": (
        "this AsyncClient was connected before the process was forked, and asyncio's gRPC does not survive that, not "
        "even in a new client in the child. What works: close the AsyncClient and end its event loop before the fork, "
        "or start the process with multiprocessing's 'spawn'"
    ),
}
"""Why a call cannot be made, for each state in which none can."""
_OTHER_LOOP = "this AsyncClient is in use by another event loop: make one AsyncClient for each event loop, inside of it"


def _load() -> None:
    """Load what calls load when they fail.

    Another thread may be loading it at the time of a fork. The child would wait forever for the lock of that import.
    """
    import zgrpc._calls.recovery
    import zgrpc._error_details
    import zgrpc._transport.hints  # noqa: F401 - for the calls of the child


before_fork(_load)


class AnyCore(Generic[Channel_co, Invoke_co]):
    """What both flavors share. The channel is opened at the first call."""

    channel_class: type[Channel_co]

    def __init__(
        self,
        settings: Settings,
        channel: Channel_co | None,
        *,
        on_call: Callable[[CallInfo], object] | None = None,
        telemetry: OpenTelemetry | None = None,
        rate: float | None = None,
    ) -> None:
        self.settings = settings
        self.timeout = settings.timeout
        self.on_call = on_call
        self.telemetry = telemetry
        self.watched = on_call is not None or telemetry is not None
        self.limiter = None if rate is None else Limiter(rate)
        self.retry_budget = RetryBudget()
        self.state: State = "not connected"
        self.own_channel = channel is not None
        self.methods: dict[str, Invoke_co] = {}
        """gRPC's callables by their paths; empty as long as there is no channel."""
        self.list_sizes: OrderedDict[Hashable, Size] = OrderedDict()
        """How large lists were when they were last fetched, by what they asked for."""
        self._channel = channel
        self._inherited: tuple[Channel_co | None, ...] = ()
        self._lock = threading.Lock()
        in_child(self, lambda core: core.forked())

    @staticmethod
    def pack(pairs: Pairs) -> object:
        """Return a call's metadata in the form that the channel takes fastest."""
        return pairs

    @property
    def channel(self) -> Channel_co:
        """The bare channel, opened at its first use: after a fork, and inside the event loop."""
        with self._lock:
            return self._open()

    def _open(self) -> Channel_co:
        self.check_open()
        if self._channel is None:
            self._channel = self._connect()
        return self._channel

    def _connect(self) -> Channel_co:
        """Return a new channel."""
        raise NotImplementedError

    def check_open(self) -> None:
        """Raise RuntimeError if no call can be made any more, and say why."""
        if (why := _ENDED.get(self.state)) is not None:
            raise RuntimeError(why)

    def method(self, rpc: Rpc) -> Invoke_co:
        """Return gRPC's callable of an RPC, and keep it in `methods`."""
        with self._lock:  # a client that is closed meanwhile must not get a method again
            self._open()
            found = self.methods.get(rpc.path)
            if found is None:
                found = self.methods[rpc.path] = self._invoke(rpc)
            return found

    def _invoke(self, rpc: Rpc) -> Invoke_co:
        """Return a new callable of gRPC's for an RPC."""
        raise NotImplementedError

    def _compression(self, rpc: Rpc) -> grpc.Compression | None:
        """Return how the requests of an RPC are compressed: those of lists alone are."""
        return self.settings.compression if rpc.paging else None

    def answered(self) -> None:
        """Take note that the server answered."""
        with self._lock:
            if self.state == "not connected":
                self.state = "connected"

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return self.state == "closed"

    def end(self) -> Channel_co | None:
        """Let no further call begin; return the channel that is left to close, if any."""
        with self._lock:  # else a first call of another thread could open a channel that nobody closes
            self.state = "closed"
            channel = self._detach()
        return None if self.own_channel else channel

    def _detach(self) -> Channel_co | None:
        """Let the next call open a new channel; return the old one."""
        channel, self._channel = self._channel, None
        self.methods.clear()
        return channel

    def _inherit(self) -> None:
        """Detach the channel of the parent process, and keep it: its end could wait for threads that stayed behind."""
        self._inherited += (self._detach(),)

    def forked(self) -> None:
        """Keep the core usable, or refuse calls, in a child process."""
        self._lock = threading.Lock()  # a thread of the parent may hold the old one forever
        if self.limiter is not None:
            self.limiter.forked()


class Core(AnyCore[grpc.Channel, "UnaryCallable"]):
    """The channel and the settings of a `Client`."""

    channel_class = grpc.Channel
    _abandoned: tuple[grpc.Channel, ...] = ()

    def _connect(self) -> grpc.Channel:
        return connect(self.settings)

    def _invoke(self, rpc: Rpc) -> UnaryCallable:
        found = cast("UnaryCallable", _unary(self._open(), rpc, rpc.response_class.FromString))
        algorithm = self._compression(rpc)
        if algorithm is None:
            return found
        from zgrpc._calls.compressed import Compressed

        return Compressed(found, algorithm)

    def abandon(self) -> None:
        """Connect again, because gRPC's locks may be stuck. Other calls go on over the old channel."""
        with self._lock:
            if self._channel is not None and not self.own_channel:
                self._abandoned += (self._channel,)
                self._detach()

    def end(self) -> grpc.Channel | None:
        channel = super().end()
        for abandoned in self._abandoned:
            with suppress(RuntimeError):  # no more threads: the interpreter ends
                start_new_thread(abandoned.close, ())  # which may wait forever
        return channel

    def forked(self) -> None:
        """Connect again in a child process, because the parent goes on with the connection."""
        super().forked()
        self._inherited += self._abandoned
        self._abandoned = ()
        if self._channel is not None and not self.own_channel:
            self._inherit()
            self.state = "not connected"


class AsyncCore(AnyCore[grpc.aio.Channel, "AsyncUnaryCallable"]):
    """The channel and the settings of an `AsyncClient`."""

    channel_class = grpc.aio.Channel
    loop: asyncio.AbstractEventLoop | None = None

    def _connect(self) -> grpc.aio.Channel:
        return async_connect(self.settings)

    @staticmethod
    def pack(pairs: Pairs) -> object:
        return grpc.aio.Metadata.from_tuple(pairs)

    def _invoke(self, rpc: Rpc) -> AsyncUnaryCallable:
        parse = rpc.response_class.FromString
        deserialize: Callable[[bytes], Message | bytes] = parse
        if rpc.paging:
            from zgrpc._calls.slices import unparsed_if_large

            deserialize = unparsed_if_large(parse)  # large lists are parsed later, a slice at a time
        found = cast("AsyncUnaryCallable", _unary(self._open(), rpc, deserialize))
        algorithm = self._compression(rpc)
        if algorithm is None:
            return found
        from zgrpc._calls.compressed import AsyncCompressed

        return AsyncCompressed(found, algorithm)

    def enter_loop(self) -> None:
        """Take note of the event loop that uses the client for the first time, or in place of one that was closed.

        Raises:
            RuntimeError: another event loop may still be using it.
        """
        loop = asyncio.get_running_loop()
        if self.loop is not None:
            if not self.loop.is_closed():
                raise RuntimeError(_OTHER_LOOP)
            if not self.own_channel:
                self._detach()
        self.loop = loop

    def forked(self) -> None:
        """Refuse calls in a child process if there is a channel: grpc.aio's poller stayed behind."""
        super().forked()
        if self._channel is not None:
            self._inherit()
            self.state = "forked"


def _unary(
    channel: grpc.Channel | grpc.aio.Channel, rpc: Rpc, deserializer: Callable[[bytes], Message | bytes]
) -> object:
    """Return gRPC's callable of an RPC."""
    return channel.unary_unary(
        rpc.path,
        request_serializer=rpc.request_class.SerializeToString,
        response_deserializer=deserializer,
        _registered_method=True,  # type: ignore[call-arg]  # gRPC's types do not have it yet
    )
