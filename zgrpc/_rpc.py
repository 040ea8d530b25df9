"""What the contract says of an RPC, looked up by its Python name."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._generated.rpcs import RPCS, SERVICES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.descriptor import Descriptor, MethodDescriptor
    from google.protobuf.message import Message


class Rpc(NamedTuple):
    """One RPC of the contract.

    Attributes:
        service: the attribute of the client it hangs on, such as ``management``.
        python_name: its name there, such as ``list_user_grants``.
        name: its name in the contract, such as ``ListUserGrants``.
        http_method: the method of its HTTP route.
        http_path: the path of its HTTP route.
        permission: the ZITADEL permission it asks for; ``authenticated``, or empty for none.
        read: whether repeating it changes nothing.
        deprecated: whether the contract says so.
        paging: how its list is paged (``offset``, ``cursor``, ``v2``, ``unpaged``); empty where it returns no list.
        items: the field of the answer that holds the list's items; empty where it returns no list.
    """

    service: str
    python_name: str
    name: str
    http_method: str
    http_path: str
    permission: str
    read: bool
    deprecated: bool
    paging: str
    items: str

    @property
    def path(self) -> str:
        """The gRPC path, such as ``/zitadel.management.v1.ManagementService/GetUserByID``."""
        return f"/{SERVICES[self.service][0]}/{self.name}"

    @property
    def full_name(self) -> str:
        """The name as gRPC's tools write it, such as ``zitadel.management.v1.ManagementService/GetUserByID``."""
        return self.path[1:]

    @property
    def descriptor(self) -> MethodDescriptor:
        """The method's descriptor; loads the service's stubs at first use."""
        full_name, module = SERVICES[self.service]
        services = importlib.import_module(module).DESCRIPTOR.services_by_name
        return services[full_name.rpartition(".")[2]].methods_by_name[self.name]  # type: ignore[no-any-return]  # the module is looked up by name

    @property
    def request_class(self) -> type[Message]:
        """The class of the request message."""
        return message_class(self.descriptor.input_type)

    @property
    def response_class(self) -> type[Message]:
        """The class of the response message."""
        return message_class(self.descriptor.output_type)


def message_class(descriptor: Descriptor) -> type[Message]:
    """The generated class of a message type."""
    from google.protobuf import message_factory

    return message_factory.GetMessageClass(descriptor)


def find_rpc(service: str, name: str) -> Rpc:
    """The RPC that ``client.<service>.<name>`` calls.

    Raises:
        AttributeError: there is none of that name; names the nearest.
    """
    try:
        row = RPCS[service][name]
    except KeyError:
        hint = did_you_mean(_snake_case(name), RPCS.get(service, ()))
        raise AttributeError(f"no RPC {name!r} in {service!r}{hint}") from None
    return Rpc(service, name, *row[:6], *(row[6] or ("", "")))


@functools.cache
def all_rpcs() -> dict[str, Rpc]:
    """Every RPC by its full name, such as ``zitadel.management.v1.ManagementService/GetUserByID``."""
    found = (find_rpc(service, name) for service, rpcs in RPCS.items() for name in rpcs)
    return {rpc.full_name: rpc for rpc in found}


def nearest(name: str, names: Iterable[str], cutoff: float = 0.5) -> str | None:
    """The one of `names` that `name` was most likely meant to be; None where none is as alike as `cutoff` (0 to 1)."""
    import difflib

    close = difflib.get_close_matches(str(name), list(names), n=1, cutoff=cutoff)
    return close[0] if close else None


def _snake_case(name: str) -> str:
    """``get_user_by_id`` for ``GetUserByID``, as the stubs call it."""
    import re

    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def did_you_mean(name: str, names: Iterable[str], cutoff: float = 0.5) -> str:
    """The end of an error message that names the nearest of `names`; empty where none is close."""
    found = nearest(name, names, cutoff)
    return f"; did you mean {found!r}?" if found else ""


def check_keys(given: Iterable[str], known: Iterable[str], what: str, options: Iterable[str] = ()) -> None:
    """Refuse a key that is not known; `options` may have been meant besides.

    Raises:
        TypeError: names the key and the nearest known one.
    """
    known = list(known)
    for key in given:
        if key not in known:
            others = [name for name in options if name != key]
            hint = (
                did_you_mean(key, [*known, *others], 0.65)  # user_id is none of org_id's misspellings
                or did_you_mean(key, known)
                or f"; it has {', '.join(known) or 'no fields'}"
            )
            raise TypeError(f"{what} has no {key!r}{hint}")
