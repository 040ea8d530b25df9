"""`Emulator`: start, seed, inspect and stop the embedded ZITADEL."""

from __future__ import annotations

import collections
import secrets
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from zgrpc.testing._sockets import check_free, reachable
from zgrpc.testing.domain import open_store
from zgrpc.testing.domain.instances import Instances
from zgrpc.testing.emulator_tokens import NOT_RUNNING, EmulatorTokens
from zgrpc.testing.faults import Faults
from zgrpc.testing.issuers import Issuers
from zgrpc.testing.oauth_http import OAuthServer
from zgrpc.testing.received import OwnerToken, ReceivedCall
from zgrpc.testing.seed import Seeded, bootstrap, check_seed
from zgrpc.testing.seed import seed as seed_store
from zgrpc.testing.system_users import SystemUsers
from zgrpc.testing.wire import server
from zgrpc.testing.wire.gateway import Gateway

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping
    from types import TracebackType

    import grpc
    from google.protobuf.message import Message

    import zgrpc
    from zgrpc.testing.fault import Fault
    from zgrpc.testing.fixtures import Fixtures
    from zgrpc.testing.store import Store
    from zgrpc.testing.tls import Certificate
    from zgrpc.testing.wire.methods import Method

# How many received calls are kept for assertions; a load test must not eat the memory.
_CALLS_KEPT = 10_000


class Emulator(EmulatorTokens):
    """A ZITADEL to test against, on loopback ports, over a SQLite store.

    Use it as a context manager, sync or async, or call `start` and `stop`.

    Args:
        port: the port of gRPC alone, which is the quickest way; 0 picks a free one.
        http_port: the port of everything, as the real server has it: OAuth, the API as JSON, gRPC-Web, Connect, and
            gRPC; 0 picks a free one; None serves everything on `port`.
        host: the address to listen on.
        domain: the domain of the first instance. Calls to a host that is no instance's are refused, as by the real
            server.
        owner_token: the personal access token of the instance's owner (role IAM_OWNER); made up if it is left out.
        db: a SQLite file to keep the data in, which survives a killed process; in memory if it is left out.
        seed: what to create at the start, as keywords of the method `seed`; an existing `db` is not seeded again.
        fixtures: what to load at the start, rows or a file, as the method `load` takes it.
        unstable_order: whether large lists come in another order for another offset or limit, as the real server's do.
        projection_lag: seconds by which reads trail writes.
        faults: faults to begin with, made by the functions of `zgrpc.testing.faults`.
        faults_seed: what the faults' chance is drawn from.
        tls: serve TLS on both ports: with a certificate of `zgrpc.testing.tls`; True for one made up now.
        clock_offset: seconds by which the server's clock is ahead of this machine's.
        system_users: the public RSA keys (PEM) of system users by name, as ``SystemAPIUsers`` of ZITADEL's
            configuration; see `zgrpc.SystemUser`. Each has the role SYSTEM_OWNER.

    Raises:
        ValueError: a key of `system_users` is no public RSA key.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        http_port: int | None = 0,
        host: str = "127.0.0.1",
        domain: str = "localhost",
        owner_token: str | None = None,
        db: str | os.PathLike[str] | None = None,
        seed: dict[str, Any] | None = None,
        fixtures: Fixtures | str | os.PathLike[str] | None = None,
        unstable_order: bool = True,
        projection_lag: float = 0.0,
        faults: Iterable[Fault] = (),
        faults_seed: int = 0,
        tls: Certificate | bool | None = None,
        clock_offset: float = 0.0,
        system_users: Mapping[str, str] | None = None,
    ) -> None:
        self.domain = domain
        self.unstable_order = unstable_order
        self.faults = Faults(faults, seed=faults_seed)
        """What goes wrong; see `zgrpc.testing.faults`."""
        self.stopping = threading.Event()
        self.owner_token = OwnerToken(owner_token or secrets.token_hex(35))
        self._host = host
        self._port = port
        self._http_port = http_port or 0
        self._one_port = http_port is None
        self._tls = tls
        self._ca_file: Path | None = None
        self._db = None if db is None else str(db)
        self._lag = projection_lag
        self.clock_offset = clock_offset
        """Seconds by which the server's clock is ahead of this machine's; set it to let time pass."""
        self._seed = seed
        self._fixtures = fixtures
        self._system_users = SystemUsers(system_users or {})
        self._server: server.Running | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._instances: Instances | None = None
        self._calls: collections.deque[ReceivedCall] = collections.deque(maxlen=_CALLS_KEPT)

    # -- life --------------------------------------------------------------------------------------
    def start(self) -> Self:
        """Open the store and serve; returns the emulator itself.

        Raises:
            RuntimeError: it runs already.
            OSError: a port is taken, or the file of fixtures cannot be read.
            TypeError: a row of the fixtures has the wrong type.
            ValueError: the fixtures or the numbers to seed are wrong.
        """
        if self._server is not None:
            raise RuntimeError("this emulator is already running")
        self.stopping.clear()
        check_free(self._host, self._port)
        if not self._one_port:
            check_free(self._host, self._http_port)
        fixtures = self._checked_fixtures()
        check_seed(**self._seed or {})
        try:
            self._instances = Instances(self.domain, self._open_store, self._db)
            self._bootstrap(self._instances)
            if self.store.fresh and self._seed:
                self.seed(**self._seed)
            certificate = self._certificate()
            self._oauth = self._start_oauth(self._instances, certificate)
            self._server = server.start(self, self._grpc_host, 0 if self._one_port else self._port, certificate)
            self._port = self._http_port if self._one_port else self._server.port
            self._oauth.grpc = (reachable(self._grpc_host), self._server.port)
            self._oauth.api = Gateway(self._server.service)
            if fixtures is not None:
                self.load(fixtures)
            self._oauth.ready = True
        except BaseException:
            self.stop()
            raise
        return self

    def _checked_fixtures(self) -> Fixtures | None:
        """Return the fixtures to begin with, before there is a file that holds a part of them."""
        if self._fixtures is None:
            return None
        from zgrpc.testing.fixtures import checked

        return checked(self._fixtures)

    def _clock(self) -> float:
        return time.time() + self.clock_offset

    def _open_store(self, path: str | None) -> Store:
        return open_store(path, lag=self._lag, clock=self._clock)

    def _bootstrap(self, instances: Instances) -> None:
        bootstrap(instances.first, str.__str__(self.owner_token), self.domain)
        instances.refresh()

    def _certificate(self) -> Certificate | None:
        """Return the certificate to serve with, its authority written to a file for clients; None without TLS."""
        if not self._tls:
            return None
        if self._tls is True:
            from zgrpc.testing.tls import CertificateAuthority

            self._tls = CertificateAuthority().issue(self.domain, "localhost", "127.0.0.1", "::1")
        self._folder = tempfile.TemporaryDirectory(prefix="zgrpc-emulator-")
        self._ca_file = Path(self._folder.name, "ca.pem")
        self._ca_file.write_bytes(self._tls.ca)
        return self._tls

    def _start_oauth(self, instances: Instances, certificate: Certificate | None) -> OAuthServer:
        """Return the HTTP server, serving."""
        context = certificate.server_context() if certificate else None
        port = self._port if self._one_port else self._http_port
        issuers = Issuers(instances, self.issuer_at, self._clock)
        oauth = OAuthServer(issuers.at, self._clock, self.faults, host=self._host, port=port, tls=context)
        self._http_port = oauth.port  # which the issuers name
        oauth.start()
        return oauth

    @property
    def _grpc_host(self) -> str:
        """Where gRPC's server listens: behind one port for everything, on this machine alone."""
        return ("::1" if ":" in self._host else "127.0.0.1") if self._one_port else self._host

    def stop(self) -> None:
        """Stop serving and close the store. Calls under way are ended; stopping twice is fine.

        Started again, it has the same ports and the same owner's token; its data only with `db`.
        """
        self.stopping.set()
        if self._server is not None:  # first, for calls that arrive through the other port
            self._server.stop()
            self._server = None
        if self._oauth is not None:
            self._oauth.stop()
            self._oauth = None
        if self._instances is not None:
            self._instances.close()
            self._instances = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = self._ca_file = None

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

    def system_user(self, token: str) -> str | None:
        """Return the name of the system user who signed a token; None for any other token."""
        if token.count(".") != 2:  # no JWT
            return None
        return self._system_users.name_of(token, (self.issuer, self.url), self._clock())

    # -- where it is -------------------------------------------------------------------------------
    @property
    def instances(self) -> Instances:
        """The instances of a running emulator.

        Raises:
            RuntimeError: it does not run.
        """
        if self._instances is None:
            raise RuntimeError(NOT_RUNNING)
        return self._instances

    @property
    def store(self) -> Store:
        """The store of the first instance of a running emulator.

        Raises:
            RuntimeError: it does not run.
        """
        return self.instances.first

    @property
    def port(self) -> int:
        """The port of gRPC."""
        return self._port

    @property
    def http_port(self) -> int:
        """The port of everything: OAuth, JSON, gRPC-Web, Connect, and gRPC too."""
        return self._http_port

    @property
    def target(self) -> str:
        """What a raw channel takes: ``localhost:PORT``."""
        return f"{self.domain}:{self._port}"

    @property
    def url(self) -> str:
        """What `zgrpc.Client` takes as the address: ``http://localhost:PORT``, or ``https://`` with TLS."""
        return f"{self._scheme}://{self.target}"

    @property
    def issuer(self) -> str:
        """The issuer of tokens, and the origin of everything over HTTP: ``http://localhost:HTTP_PORT``."""
        return self.issuer_at(self.domain)

    def issuer_at(self, domain: str) -> str:
        """Return the issuer of an instance, by one of its domains."""
        return f"{self._scheme}://{domain}:{self._http_port}"

    @property
    def _scheme(self) -> str:
        return "https" if self._tls else "http"

    @property
    def ca_file(self) -> Path | None:
        """A PEM file with the authority to trust, for ``zgrpc.TLS(ca=)``; None without TLS or when stopped."""
        return self._ca_file

    def client(self, **options: Any) -> zgrpc.Client:
        """Return a client, as the owner unless `credentials=` is given; it takes the arguments of `zgrpc.Client`."""
        import zgrpc

        return zgrpc.Client(self.url, **self._client_options(options))

    def async_client(self, **options: Any) -> zgrpc.AsyncClient:
        """Return a client for asyncio; see `client`."""
        import zgrpc

        return zgrpc.AsyncClient(self.url, **self._client_options(options))

    def _client_options(self, options: dict[str, Any]) -> dict[str, Any]:
        import zgrpc

        if self._instances is None:
            raise RuntimeError(NOT_RUNNING)
        own: dict[str, Any] = {"credentials": zgrpc.PersonalAccessToken(self.owner_token)}
        if getattr(options.get("credentials"), "_needs_issuer", False):
            own["issuer"] = self.issuer
        if self._ca_file is not None:
            own["tls"] = zgrpc.TLS(ca=self._ca_file)
        return {**own, **options}

    # -- what is in it -----------------------------------------------------------------------------
    def seed(
        self,
        *,
        users: int = 0,
        projects: int = 0,
        grants: int = 0,
        tokens: int = 0,
        memberships: int = 0,
        org: str = "",
    ) -> Seeded:
        """Create data in bulk, in the default organization, which is what the owner's token sees, or in a new one.

        Args:
            users: how many users: nine humans, then a machine user, and so on.
            projects: how many projects with the roles admin, editor and viewer; as many as `grants` and `memberships`
                need at the least.
            grants: how many user grants, one for each pair of user and project in turn.
            tokens: how many personal access tokens, all of one further machine user.
            memberships: how many memberships, all of one further machine user.
            org: the name of a new organization for it all; empty for the default organization.

        Returns:
            the ids of what was created.

        Raises:
            ValueError: a count is below zero, or there are grants without users.
        """
        return seed_store(
            self.store,
            self.domain,
            users=users,
            projects=projects,
            grants=grants,
            tokens=tokens,
            memberships=memberships,
            org=org,
        )

    def load(self, fixtures: Fixtures | str | os.PathLike[str]) -> dict[str, str]:
        """Load fixtures: rows as `client.bulk` takes them, with a list `orgs` of further organizations, or a file.

        Returns the id of each of those organizations, by name; raises as `zgrpc.testing.fixtures.load`.
        """
        from zgrpc.testing.fixtures import load

        with self.client() as client:
            return load(client, fixtures)

    def dump(self) -> dict[str, Any]:
        """Return what it holds as fixtures for `load`, without the owner; see `zgrpc.testing.fixtures.dump`."""
        from zgrpc.testing.fixtures import dump

        with self.client() as client:
            return dump(client, leave_out=[self.store.fact("owner_id")])

    def reset(self) -> None:
        """Forget everything but the first instance's organization and its owner: data, other instances, calls."""
        with self.instances.turn:
            self.instances.clear()
            self._bootstrap(self.instances)
        self._calls.clear()
        if self._oauth is not None:
            self._oauth.token_requests.clear()

    @property
    def calls(self) -> list[ReceivedCall]:
        """The calls received, oldest first; the last 10,000 are kept."""
        return list(self._calls)

    def record(
        self, method: Method, request: Message, metadata: dict[str, str], code: grpc.StatusCode, seconds: float
    ) -> None:
        """Remember a call for `calls`, with its metadata. Remove the token from them."""
        metadata.pop("authorization", None)
        self._calls.append(ReceivedCall(method.name, request, metadata, code, seconds))

    def __repr__(self) -> str:
        state = f"serving {self.target}" if self._server is not None else "stopped"
        return f"<Emulator {state}>"
