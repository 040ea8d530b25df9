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

Importing this module patches the standard library for gevent, as Locust does, and has gRPC work with it.
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
from locust import User
from locust.exception import RescheduleTask

import zgrpc
from zgrpc._generated.rpcs import SERVICES
from zgrpc.cli import filters
from zgrpc.cli.connection import from_environment
from zgrpc.cli.names import label
from zgrpc.cli.rows import flat
from zgrpc.load import templates
from zgrpc.load.scenario import Data, Row, read_csv, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from zgrpc._rpc import Rpc

grpc_gevent.init_gevent()

__all__ = ["ZitadelUser"]


class ZitadelUser(User):
    """A Locust user whose ``client`` is a `zgrpc.Client` that reports every call.

    Each call is one request event: type ``gRPC``, named like ``management.GetUserByID``, with the answer's size in
    bytes. A list is
    one event, from its first request to its last item. A call that fails is a failure of that name, with ZITADEL's
    error id in its
    text; the error is also raised, as the class it has without Locust, and where the task lets it pass, the user goes
    on with its
    next task.

    All users of a process share one client, and so its connections and its token, as the calls of a backend do.

    Attributes:
        client: the client, of type `zgrpc.Client`.
        host: the address; Locust's ``--host`` wins, then ``ZITADEL_URL``.
        credentials: such as `zgrpc.PersonalAccessToken`; those of the environment if left out.
        options: further keywords for `zgrpc.Client`, such as ``{"channels": 4, "timeout": 5.0}``.
        data: rows for `fill` and `pick`: a CSV file, a list of ZITADEL's, or rows, as in the scenarios of ``zgrpc
            load``. Files are
            relative to the locustfile.
    """

    abstract = True
    client: zgrpc.Client
    credentials: ClassVar[Any] = None
    options: ClassVar[Mapping[str, Any]] = {}
    data: ClassVar[Mapping[str, Any]] = {}

    _lock: ClassVar[Any] = threading.RLock()
    _clients: ClassVar[dict[type[ZitadelUser], zgrpc.Client]] = {}
    _rows: ClassVar[dict[type[ZitadelUser], Data]] = {}

    def __init__(self, environment: Any) -> None:
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
        return zgrpc.Client(connection.url, **{"credentials": self.credentials, **self.options})

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
                method = getattr(getattr(client, source.rpc.service), source.rpc.python_name)
                where = filters.plain(source.where) or None
                rows[name] = [flat(item) for item in method(**source.fields, where=where, limit=source.limit)]
            else:
                rows[name] = source.rows
        return Data(rows, picks, seed=os.getpid())

    def pick(self, name: str) -> Row:
        """One row of `data`."""
        return self._rows[type(self)].pick(name)

    def fill(self, fields: Mapping[str, Any]) -> Any:
        """The keywords of a call with ``"${users.id}"`` replaced by a row's value, the same row for all of a source."""
        rows = {name: self.pick(name) for name in templates.sources(dict(fields))}
        found = templates.render(dict(fields), rows)
        if "where" in found:
            found["where"] = filters.plain(found["where"])
        return found


class _Reporting:
    """A client whose services report to Locust."""

    def __init__(self, client: zgrpc.Client, user: ZitadelUser) -> None:
        self._client = client
        self._user = user

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._client, name)
        if name == "with_org":
            return lambda org_id: _Reporting(found(org_id), self._user)
        if name in SERVICES:
            found = self.__dict__[name] = _Service(found, self._user)
        return found


class _Service:
    def __init__(self, service: Any, user: ZitadelUser) -> None:
        self._service = service
        self._user = user

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._service, name)
        self.__dict__[name] = _reported(method, self._user)
        return self.__dict__[name]


def _reported(method: Any, user: ZitadelUser) -> Callable[..., Any]:
    rpc: Rpc = method.rpc

    @functools.wraps(method.__call__)
    def call(*args: Any, **kwargs: Any) -> Any:
        if rpc.paging:
            return _Pager(method(*args, **kwargs), rpc, user)
        with _event(rpc, user) as event:
            event.response = method(*args, **kwargs)
        return event.response

    return call


class _Pager:
    """A list that is reported as one request, by whichever way it is fetched."""

    def __init__(self, pager: Any, rpc: Rpc, user: ZitadelUser) -> None:
        self._pager = pager
        self._rpc = rpc
        self._user = user

    def __iter__(self) -> Iterator[Any]:
        with _event(self._rpc, self._user) as event:
            for item in self._pager:
                event.length += item.ByteSize() if hasattr(item, "ByteSize") else 0
                event.pause()  # what the task does with an item is not the server's time
                yield item
                event.resume()

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._pager, name)

        def call() -> Any:
            with _event(self._rpc, self._user) as event:
                event.response = method()
            return event.response

        return call


class _Event:
    """One request event in the making."""

    def __init__(self) -> None:
        self.response: Any = None
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
        kind: Any = type(error)
        error.__class__ = _passing(kind)  # type: ignore[assignment]  # same layout: the subclass adds nothing
        raise
    finally:
        length = event.length or (event.response.ByteSize() if hasattr(event.response, "ByteSize") else 0)
        user.environment.events.request.fire(
            request_type="gRPC",
            name=label(rpc),
            response_time=event.spent * 1000,
            response_length=length,
            response=event.response,
            context=user.context(),
            exception=failed,
            start_time=started,
            url=rpc.full_name,
        )


@functools.cache
def _passing(kind: type[BaseException]) -> type[BaseException]:
    """The error's own class, and Locust's for going on with the next task without a traceback in the log."""
    if issubclass(kind, RescheduleTask):
        return kind
    bases: Any = (kind, RescheduleTask)
    return type(kind.__name__, bases, {"__module__": kind.__module__, "__qualname__": kind.__qualname__})
