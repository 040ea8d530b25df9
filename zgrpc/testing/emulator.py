"""`Emulator`: starting, seeding, looking into and stopping the embedded ZITADEL."""

from __future__ import annotations

import collections
import dataclasses
import secrets
import time
from typing import TYPE_CHECKING, Any, Self

import grpc

from zgrpc._secret import Secret
from zgrpc.testing import server
from zgrpc.testing.seed import bootstrap
from zgrpc.testing.seed import seed as seed_store
from zgrpc.testing.store import Store

if TYPE_CHECKING:
    from types import TracebackType

    from google.protobuf.message import Message

    import zgrpc

# How many received calls are kept for assertions; a load test must not eat the memory.
_CALLS_KEPT = 10_000
_SECRET_METADATA = frozenset({"authorization"})


@dataclasses.dataclass(frozen=True, slots=True)
class ReceivedCall:
    """One call that the emulator received."""

    method: str
    """The RPC as ``management.ListUserGrants``."""
    request: Message
    """The request message."""
    metadata: dict[str, str]
    """The request metadata, without `authorization`."""
    code: grpc.StatusCode
    """What was answered."""
    seconds: float
    """How long the answer took, in seconds, without the wire."""


class Emulator:
    """A ZITADEL to test against: a gRPC server on a loopback port over a SQLite store.

    Use it as a context manager, sync or async, or call `start` and `stop`.

    Args:
        port: the port of the gRPC server; 0 picks a free one.
        host: the address to listen on.
        owner_token: the personal access token of the instance's owner (role IAM_OWNER); made up if it is left out.
        db: a SQLite file to keep the data in, which survives a killed process; in memory if it is left out.
        seed: what to create at the start, as keywords of the method `seed`; an existing `db` is not seeded again.
        unstable_order: whether large lists come in another order for another offset or limit, as the real server's do.
        projection_lag: seconds by which reads trail writes.
        faults: an object whose `before` and `after` see every call; None for no faults.
        clock_offset: seconds by which the server's clock is ahead of this machine's.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        owner_token: str | None = None,
        db: str | None = None,
        seed: dict[str, Any] | None = None,
        unstable_order: bool = True,
        projection_lag: float = 0.0,
        faults: Any = None,
        clock_offset: float = 0.0,
    ) -> None:
        self.domain = "localhost"
        self.unstable_order = unstable_order
        self.faults = faults
        self.owner_token = Secret(owner_token or secrets.token_urlsafe(53))
        self._host = host
        self._port = port
        self._db = db
        self._lag = projection_lag
        self._clock_offset = clock_offset
        self._seed = seed
        self._server: grpc.Server | None = None
        self._store: Store | None = None
        self._calls: collections.deque[ReceivedCall] = collections.deque(maxlen=_CALLS_KEPT)

    # -- life --------------------------------------------------------------------------------------
    def start(self) -> Self:
        """Open the store and serve; returns the emulator itself.

        Raises:
            RuntimeError: it runs already, or the port is taken.
        """
        if self._server is not None:
            raise RuntimeError("this emulator is already running")
        self._store = Store(self._db, lag=self._lag, clock=lambda: time.time() + self._clock_offset)
        try:
            bootstrap(self._store, str.__str__(self.owner_token), self.domain)
            if self._store.fresh and self._seed:
                self.seed(**self._seed)
            self._server, self._port = server.start(self, self._bind)
        except BaseException:
            self._store.close()
            self._store = None
            raise
        return self

    def _bind(self, server: grpc.Server) -> int:
        return server.add_insecure_port(f"{self._host}:{self._port}")

    def stop(self) -> None:
        """Stop serving and close the store. Calls under way are ended; stopping twice is fine."""
        if self._server is not None:
            self._server.stop(None).wait()
            self._server = None
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        return self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- where it is -------------------------------------------------------------------------------
    @property
    def store(self) -> Store:
        """The store of a running emulator.

        Raises:
            RuntimeError: it does not run.
        """
        if self._store is None:
            raise RuntimeError("this emulator is not running: start it with `with Emulator() as emulator:`")
        return self._store

    @property
    def port(self) -> int:
        """The port of the gRPC server."""
        return self._port

    @property
    def target(self) -> str:
        """What a raw channel takes: ``localhost:PORT``. The instance's domain is localhost."""
        return f"{self.domain}:{self._port}"

    @property
    def url(self) -> str:
        """What `zgrpc.Client` takes: ``http://localhost:PORT``."""
        return f"http://{self.target}"

    def client(self, **options: Any) -> zgrpc.Client:
        """A client of this emulator, as its owner unless `credentials` say otherwise; takes what `zgrpc.Client` takes."""
        import zgrpc

        options.setdefault("credentials", zgrpc.PersonalAccessToken(self.owner_token))
        return zgrpc.Client(self.url, **options)

    def async_client(self, **options: Any) -> zgrpc.AsyncClient:
        """As `client`, for asyncio."""
        import zgrpc

        options.setdefault("credentials", zgrpc.PersonalAccessToken(self.owner_token))
        return zgrpc.AsyncClient(self.url, **options)

    # -- what is in it -----------------------------------------------------------------------------
    def seed(self, **counts: Any) -> Any:
        """Create data in bulk; see `zgrpc.testing.seed.seed` for the keywords and what is returned."""
        return seed_store(self.store, self.domain, **counts)

    def reset(self) -> None:
        """Forget everything but the default organization and its owner: data, received calls."""
        self.store.clear()
        bootstrap(self.store, str.__str__(self.owner_token), self.domain)
        self._calls.clear()

    @property
    def calls(self) -> list[ReceivedCall]:
        """The calls received, oldest first; the last 10,000 are kept."""
        return list(self._calls)

    def record(
        self, method: server.Method, request: Message, metadata: dict[str, str], code: grpc.StatusCode, seconds: float
    ) -> None:
        """Remember a call for `calls`."""
        shown = {key: value for key, value in metadata.items() if key not in _SECRET_METADATA}
        self._calls.append(ReceivedCall(method.name, request, shown, code, seconds))

    def __repr__(self) -> str:
        state = f"serving {self.target}" if self._server is not None else "stopped"
        return f"<Emulator {state}>"
