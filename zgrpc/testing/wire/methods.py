"""The RPCs as the pipeline needs them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import Rpc, rpcs_of

if TYPE_CHECKING:
    from google.protobuf.message import Message

# The services whose requests name the instance that they are about, and those that look into several.
_BY_ID = ("system.", "v2.instance.")
_IN_TURN = (*_BY_ID, "v2.feature.")


class Method(NamedTuple):
    """One RPC as the pipeline needs it."""

    name: str
    """``management.AddOrg``"""
    full_name: str
    """``zitadel.management.v1.ManagementService/AddOrg``"""
    permission: str
    """``org.create``, ``authenticated``, or empty."""
    read: bool
    request: type[Message]
    response: type[Message]
    v2: bool
    """Whether it belongs to a v2 service."""
    by_id: bool
    """Whether its `instance_id` counts before the host."""
    in_turn: bool
    """Whether it may look into several instances, so that it takes turns with the others that do."""
    is_list: bool

    @property
    def rpc(self) -> str:
        """The bare name, such as ``AddOrg``."""
        return self.name.rpartition(".")[2]


_KEYS = {full_name: key for key, (full_name, _) in SERVICES.items()}


@functools.cache
def _by_name(service: str) -> dict[str, Rpc]:
    return {rpc.name: rpc for rpc in rpcs_of(service).values()}


@functools.lru_cache(maxsize=1024)  # there are fewer RPCs than that; the paths that clients make up are endless
def find_method(path: str) -> Method | None:
    """Return an RPC by its path, such as ``/zitadel.auth.v1.AuthService/Healthz``; None for a path that is none.

    The first of a service imports the service's messages.
    """
    service, _, name = path.removeprefix("/").rpartition("/")
    rpc = _by_name(_KEYS[service]).get(name) if service in _KEYS else None
    if rpc is None:
        return None
    name, request = rpc.short_name, rpc.request_class
    by_id = name.startswith(_BY_ID) and "instance_id" in request.DESCRIPTOR.fields_by_name
    return Method(
        name, rpc.full_name, rpc.permission, rpc.read, request, rpc.response_class, v2=name.startswith("v2."),
        by_id=by_id, in_turn=name.startswith(_IN_TURN), is_list=rpc.paging is not None,
    )  # fmt: skip
