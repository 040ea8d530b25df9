"""RPCs as typed values, looked up by service and name in Python.

The tables are generated, one module for each service, loaded when used.
"""

# No `from __future__ import annotations`: a NamedTuple compiles annotations that are strings, at each import.
import functools
import importlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, cast

from zgrpc._contract._generated.index import SERVICES

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, MethodDescriptor
    from google.protobuf.message import Message
    from typing_extensions import TypeVar

    from zgrpc._contract.paging import Paging

    # A bare `Rpc` in an annotation is an RPC of any messages.
    Req_co = TypeVar("Req_co", bound=Message, default=Message, covariant=True)
    Res_co = TypeVar("Res_co", bound=Message, default=Message, covariant=True)
else:
    from typing import TypeVar

    Req_co, Res_co = TypeVar("Req_co"), TypeVar("Res_co")


OPTIONS = ("timeout", "org_id", "metadata", "token")
"""The keywords of a call that are options, unless the request has a field of the name."""


class Rpc(NamedTuple, Generic[Req_co, Res_co]):
    """One RPC of the contract.

    Attributes:
        service: The place of its service below the client, such as ``management`` or ``v2.user``.
        python_name: Its name there, such as ``list_user_grants``.
        name: Its name in the contract, such as ``ListUserGrants``.
        http_method: The method of its HTTP route.
        http_path: The path of its HTTP route.
        permission: The ZITADEL permission that it requires; ``authenticated``, or empty for none.
        read: Whether it only reads, so that a retry changes nothing.
        deprecated: Whether ZITADEL calls it deprecated.
        successors: The full names of the RPCs that replace it.
        paging: How its list is paged; None if it returns no list.
    """

    service: str
    python_name: str
    name: str
    http_method: str
    http_path: str
    permission: str
    read: bool
    deprecated: bool
    successors: tuple[str, ...]
    paging: "Paging | None"

    @property
    def path(self) -> str:
        """The gRPC path, such as ``/zitadel.management.v1.ManagementService/GetUserByID``."""
        return f"/{SERVICES[self.service][0]}/{self.name}"

    @property
    def full_name(self) -> str:
        """The name in gRPC's tools, such as ``zitadel.management.v1.ManagementService/GetUserByID``."""
        return self.path[1:]

    @property
    def short_name(self) -> str:
        """The name for people, such as ``management.GetUserByID`` or ``v2.user.ListUsers``."""
        return f"{self.service}.{self.name}"

    @property
    def items(self) -> str:
        """The response's field that holds a list's items; empty if it returns no list."""
        return self.paging.items if self.paging else ""

    @property
    def descriptor(self) -> "MethodDescriptor":
        """The method's descriptor; loads the service's stubs at first use."""
        full_name, module = SERVICES[self.service]
        services = importlib.import_module(module).DESCRIPTOR.services_by_name
        return services[full_name.rpartition(".")[2]].methods_by_name[self.name]  # type: ignore[no-any-return]  # the module is looked up by name

    @property
    def request_class(self) -> type[Req_co]:
        """The class of the request message."""
        return cast("type[Req_co]", message_class(self.descriptor.input_type))

    @property
    def response_class(self) -> type[Res_co]:
        """The class of the response message."""
        return cast("type[Res_co]", message_class(self.descriptor.output_type))


def message_class(descriptor: "Descriptor") -> "type[Message]":
    """Return the generated class of a message type."""
    from google.protobuf import message_factory

    return message_factory.GetMessageClass(descriptor)


@functools.cache
def rpcs_of(service: str) -> Mapping[str, Rpc]:
    """Return the RPCs of a service, by their names in Python; load the service's table at first use.

    Args:
        service: The place of the service below the client, such as ``v2.user``.

    Raises:
        KeyError: There is no such service.
    """
    return {name: find_rpc(service, name) for name in _rows(service)}


@functools.cache
def find_rpc(service: str, name: str) -> Rpc:
    """Return the RPC that ``client.<service>.<name>`` calls, without building the others of its service.

    Args:
        service: The place of the service below the client, such as ``v2.user``.
        name: The name in Python, such as ``list_users``.

    Raises:
        AttributeError: There is no such RPC; the message names the nearest.
    """
    rows = _rows(service) if service in SERVICES else {}
    try:
        row = rows[name]
    except KeyError:
        hint = did_you_mean(_snake_case(name), rows)
        raise AttributeError(f"no RPC {name!r} in {service!r}{hint}") from None
    _, method, verb, path, permission, flags, successors, *paging = row.split("|")
    read, deprecated = (flag in flags.split(",") for flag in ("read", "deprecated"))
    replaced_by = tuple(successors.split(",")) if successors else ()
    how = _paging(*paging) if paging else None
    return Rpc(service, name, method, verb, path, permission, read, deprecated, replaced_by, how)


def _paging(kind: str, field: str, items: str, identity: str, total: str, creation_column: str) -> "Paging":
    from zgrpc._contract.paging import Kind, Paging

    keys = tuple(identity.split(",")) if identity else ()
    return Paging(cast("Kind", kind), field, items, keys, total, creation_column)


@functools.cache
def _rows(service: str) -> Mapping[str, str]:
    """Return the lines of a service's table, which scripts/_tables.py writes, by the names of its RPCs in Python."""
    SERVICES[service]
    table = importlib.import_module(f"zgrpc._contract._generated.rpcs_{service.replace('.', '_')}")
    return {line.partition("|")[0]: line for line in table.RPCS.splitlines()}


@functools.cache
def all_rpcs() -> Mapping[str, Rpc]:
    """Return every RPC by its full name, such as ``zitadel.management.v1.ManagementService/GetUserByID``."""
    return {rpc.full_name: rpc for service in SERVICES for rpc in rpcs_of(service).values()}


def nearest(name: str, names: Iterable[str], cutoff: float = 0.5) -> str | None:
    """Return the one of `names` that is most like `name`; None if no likeness reaches `cutoff` (0 to 1)."""
    import difflib

    close = difflib.get_close_matches(str(name), list(names), n=1, cutoff=cutoff)
    return close[0] if close else None


def _snake_case(name: str) -> str:
    """Return ``get_user_by_id`` for ``GetUserByID``, as in the stubs."""
    import re

    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def did_you_mean(name: str, names: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the end of an error message that names the nearest of `names`; empty if none is close."""
    found = nearest(name, names, cutoff)
    return f"; did you mean {found!r}?" if found else ""


def check_keys(given: Iterable[str], known: Iterable[str], what: str, options: Iterable[str] = ()) -> None:
    """Reject a key that is not known.

    Args:
        given: the keys to check.
        known: the valid keys.
        what: the subject of the error message.
        options: further keys that the hint may name.

    Raises:
        TypeError: a key is unknown; the message names it and the nearest known one.
    """
    known = list(known)
    for key in given:
        if key not in known:
            others = [name for name in options if name != key]
            hint = (
                did_you_mean(key, [*known, *others], 0.65)  # user_id is not a misspelled org_id
                or did_you_mean(key, known)
                or f"; it has {', '.join(known) or 'no fields'}"
            )
            raise TypeError(f"{what} has no {key!r}{hint}")
