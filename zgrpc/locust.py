"""Load tests of a ZITADEL by Locust, on as many machines as it takes (``pip install 'zgrpc[locust]'``).

A locustfile::

    from locust import constant_throughput, task
    from zgrpc.locust import ZitadelUser

    class Backend(ZitadelUser):
        wait_time = constant_throughput(1)

        @task
        def who_am_i(self):
            self.client.auth.get_my_user()

Run it with ``locust -f locustfile.py --host https://acme.zitadel.cloud``; the credentials come from ``ZITADEL_TOKEN``,
``ZITADEL_KEY_FILE`` or whatever else `zgrpc.Client.from_env` reads.

Importing this module patches the standard library for gevent, as Locust does, and has gRPC work with it. Import it
before the process starts threads. Where others run already, such as those of an emulator, it raises RuntimeError,
because the patches would come too late, and could hang.
"""

from __future__ import annotations

import functools
import os
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import grpc
import grpc.experimental.gevent as grpc_gevent
from google.protobuf.message import Message

if "locust" not in sys.modules and threading.active_count() > 1:  # importing locust patches; it hung beside a server
    _others = [thread.name for thread in threading.enumerate() if thread is not threading.current_thread()]
    raise RuntimeError(
        f"import zgrpc.locust before the process starts threads ({', '.join(_others)}): it patches the standard "
        "library for gevent; run an emulator in a process of its own, by `zgrpc emulator`"
    )

try:
    from locust import User
    from locust.exception import RescheduleTask
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"zgrpc.locust needs {missing.name}: pip install 'zgrpc[locust]'", name=missing.name
    ) from None

import zgrpc
from zgrpc._connection import from_environment
from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rows import flat
from zgrpc._text import filters
from zgrpc._text.names import find, method_of
from zgrpc.load import templates
from zgrpc.load.reading import read_csv, source_of
from zgrpc.load.scenario import Data, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from google.protobuf.descriptor import Descriptor
    from locust.env import Environment

    from zgrpc._auth.credentials import Credentials, TokenProvider
    from zgrpc._client_options import Options
    from zgrpc._contract.rpc import Rpc

grpc_gevent.init_gevent()

__all__ = ["ZitadelUser"]


class ZitadelUser(User):
    """A Locust user whose ``client`` is a `zgrpc.Client` that reports every call.

    Each call is one request event of type ``gRPC``. It has a name like ``management.GetUserByID`` and the size of the
    response in bytes. A list is one event, from its first request to its last item. A call that fails is a failure of
    that name, with ZITADEL's error id in its text. The error is also raised, with the class that it has without
    Locust. If the task does not catch it, the user goes on with its next task.

    All users of a process share one client, with its connections and its token, as the calls of a backend do.

    Attributes:
        client: The client, of type `zgrpc.Client`.
        host: The address. Locust's ``--host`` wins, then this, then ``ZITADEL_URL``.
        credentials: Credentials such as `zgrpc.PersonalAccessToken`; by default those of the environment.
        options: Further keywords for `zgrpc.Client`, such as ``{"channels": 4, "timeout": 5.0}``.
        data: Rows for `fill` and `pick`: a CSV file, a list of ZITADEL's, or rows, as in the scenarios of
            ``zgrpc load``. Files are relative to the locustfile.
    """

    abstract = True
    client: zgrpc.Client
    credentials: ClassVar[Credentials | TokenProvider | None] = None
    options: ClassVar[Options] = {}
    data: ClassVar[Mapping[str, object]] = {}

    _lock = threading.RLock()
    _clients: ClassVar[dict[type[ZitadelUser], zgrpc.Client]] = {}
    _rows: ClassVar[dict[type[ZitadelUser], Data]] = {}

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        with self._lock:
            client = self._clients.get(type(self))
            if client is None:
                client = self._clients[type(self)] = self._connect()
            if type(self) not in self._rows:
                self._rows[type(self)] = self._load(client)
        self.client = _Reporting(client, self)  # type: ignore[assignment]  # it has the client's services

    def _connect(self) -> zgrpc.Client:
        connection = from_environment(os.environ)
        if self.host:
            connection = connection.merged({"url": self.host})
        if self.credentials is None:
            return connection.client(**self.options)
        return zgrpc.Client(connection.url, credentials=self.credentials, **self.options)

    def _load(self, client: zgrpc.Client) -> Data:
        beside = Path(getattr(sys.modules.get(type(self).__module__), "__file__", None) or "locustfile.py")
        rows: dict[str, Sequence[Row]] = {}
        picks = {}
        for name, given in self.data.items():
            source = source_of(name, given, beside)
            picks[name] = source.pick
            if source.csv is not None:
                rows[name] = read_csv(source.csv)
            elif source.rpc is not None:
                method = method_of(client, source.rpc)
                where = filters.plain(source.where) or None
                rows[name] = [flat(item) for item in method(**source.fields, where=where, limit=source.limit)]
            else:
                rows[name] = source.rows
        return Data(rows, picks, seed=os.getpid())

    def pick(self, name: str) -> Row:
        """Return one row of `data`."""
        return self._rows[type(self)].pick(name)

    def fill(self, fields: Mapping[str, object], rpc: str | None = None) -> dict[str, Any]:
        """Return the keywords of a call, with the values of a row for ``"${users.id}"``; one row for each source.

        Args:
            fields: fields of the request, and `where`.
            rpc: the RPC, such as ``management.GetUserByID``. If it is given, texts become the times, durations, bytes
                and numbers of its fields, as in a scenario.

        Raises:
            ValueError: there is no such RPC, a text is no value of its field, or ``${`` begins no reference.
        """
        if "where" not in fields and all(type(value) is str for value in fields.values()):
            names, fill = _prepared(rpc, tuple(fields.items()))
            return fill({name: self.pick(name) for name in names})
        templates.check(dict(fields))
        rows = {name: self.pick(name) for name in templates.sources(dict(fields))}
        where = {"where": filters.plain(templates.render(fields["where"], rows))} if "where" in fields else {}
        others = {name: value for name, value in fields.items() if name != "where"}
        return {**templates.prepare(others, _request_of(rpc))(rows), **where}


def _request_of(rpc: str | None) -> Descriptor | None:
    return None if rpc is None else find(rpc).descriptor.input_type


@functools.lru_cache(maxsize=1024)
def _prepared(
    rpc: str | None, fields: tuple[tuple[str, str], ...]
) -> tuple[list[str], Callable[[Mapping[str, Row]], dict[str, Any]]]:
    """Return the data that fields refer to, and what fills them. A task has the same fields each time."""
    found = dict(fields)
    templates.check(found)
    fill = templates.prepare(found, _request_of(rpc))
    return sorted(templates.sources(found)), lambda rows: dict(fill(rows))


class _Reporting:
    """A client whose services report to Locust."""

    def __init__(self, client: zgrpc.Client, user: ZitadelUser) -> None:
        self._client = client
        self._user = user

    def __getattr__(self, name: str) -> object:
        found = getattr(self._client, name)
        if name == "with_org":
            return lambda org_id: _Reporting(found(org_id), self._user)
        if name in SERVICES:
            found = self.__dict__[name] = _Service(found, self._user)
        elif any(service.startswith(f"{name}.") for service in SERVICES):
            found = self.__dict__[name] = _Namespace(found, self._user)
        return found


class _Namespace:
    """The services of one version, such as ``client.v2``."""

    def __init__(self, services: object, user: ZitadelUser) -> None:
        self._services = services
        self._user = user

    def __getattr__(self, name: str) -> _Service:
        found = self.__dict__[name] = _Service(getattr(self._services, name), self._user)
        return found


class _Service:
    def __init__(self, service: object, user: ZitadelUser) -> None:
        self._service = service
        self._user = user

    def __getattr__(self, name: str) -> _Rpc:
        found = self.__dict__[name] = _Rpc(getattr(self._service, name), self._user)
        return found


class _Rpc:
    """An RPC whose calls are reported."""

    def __init__(self, method: Any, user: ZitadelUser) -> None:
        self._method = method
        self._user = user
        functools.update_wrapper(self, method.__call__)

    def __call__(self, *args: Any, **kwargs: Any) -> object:
        if self._method.rpc.paging:
            return _Pager(self._method(*args, **kwargs), self._method.rpc, self._user)
        return self._one(self._method, args, kwargs)

    def page(self, *args: Any, **kwargs: Any) -> object:
        """Return one page of a list."""
        return self._one(self._method.page, args, kwargs)

    def with_options(self, **options: Any) -> _Rpc:
        """Return the RPC with other options."""
        return _Rpc(self._method.with_options(**options), self._user)

    def _one(self, send: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> object:
        with _event(self._method.rpc, self._user) as event:
            event.response = send(*args, **kwargs)
        return event.response


class _Pager:
    """A list that is reported as one request, by whichever way it is fetched."""

    def __init__(self, pager: Iterable[object], rpc: Rpc, user: ZitadelUser) -> None:
        self._pager = pager
        self._rpc = rpc
        self._user = user

    def __iter__(self) -> Iterator[object]:
        with _event(self._rpc, self._user) as event:
            for item in self._pager:
                event.length += _size(item)
                event.pause()  # what the task does with an item is not the server's time
                yield item
                event.resume()

    def __getattr__(self, name: str) -> Callable[[], object]:
        method = getattr(self._pager, name)

        def call() -> object:
            with _event(self._rpc, self._user) as event:
                event.response = method()
            return event.response

        return call


class _Event:
    """One request event in the making."""

    def __init__(self) -> None:
        self.response: object = None
        self.length = 0
        self.spent = 0.0
        self._since = time.perf_counter()

    def pause(self) -> None:
        self.spent += time.perf_counter() - self._since

    def resume(self) -> None:
        self._since = time.perf_counter()


@contextmanager
def _event(rpc: Rpc, user: ZitadelUser) -> Iterator[_Event]:
    started = time.time()
    event = _Event()
    failed: BaseException | None = None
    try:
        yield event
        event.pause()
    except GeneratorExit:  # the task did not want the rest of the list
        raise
    except (grpc.RpcError, zgrpc.ListError) as error:
        event.pause()
        failed = error
        kind: Any = type(error)  # mypy's lru_cache takes no class with a __hash__ of its instances
        error.__class__ = _passing(kind)  # type: ignore[assignment]  # same layout: the subclass adds nothing
        raise
    finally:
        length = event.length or _size(event.response)
        user.environment.events.request.fire(
            request_type="gRPC",
            name=rpc.short_name,
            response_time=event.spent * 1000,
            response_length=length,
            response=event.response,
            context=user.context(),
            exception=failed,
            start_time=started,
            url=rpc.full_name,
        )


def _size(message: object) -> int:
    """Return the bytes of a message; 0 for anything else."""
    return message.ByteSize() if isinstance(message, Message) else 0


@functools.cache
def _passing(kind: type[BaseException]) -> type[BaseException]:
    """Return the error's own class, and Locust's for going on with the next task without a traceback in the log."""
    if issubclass(kind, RescheduleTask):
        return kind
    bases: Any = (kind, RescheduleTask)
    return type(kind.__name__, bases, {"__module__": kind.__module__, "__qualname__": kind.__qualname__})
