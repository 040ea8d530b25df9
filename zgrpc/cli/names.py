"""RPCs by whatever name a user writes."""

from __future__ import annotations

import functools

from zgrpc._rpc import Rpc, all_rpcs, did_you_mean


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


@functools.cache
def _by_plain_name() -> dict[str, tuple[Rpc, ...]]:
    """RPCs by their bare and their qualified names, without case and underscores."""
    found: dict[str, tuple[Rpc, ...]] = {}
    for rpc in all_rpcs().values():
        for name in {_plain(rpc.name), _plain(rpc.python_name)}:
            for key in (name, f"{rpc.service}.{name}"):
                found[key] = (*found.get(key, ()), rpc)
    return found


def find(name: str) -> Rpc:
    """The RPC that a name means.

    Args:
        name: ``management.GetUserByID``, ``management.get_user_by_id``, either without the service where only one
            service
            has it, or gRPC's ``zitadel.management.v1.ManagementService/GetUserByID``.

    Raises:
        ValueError: no RPC, or more than one, has that name; says which are near.
    """
    if (exact := all_rpcs().get(name.lstrip("/"))) is not None:
        return exact
    found = _by_plain_name().get(_plain(name), ())
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"RPC {name!r} is ambiguous: {' or '.join(sorted(label(rpc) for rpc in found))}")
    service, dot, _ = name.partition(".")
    rpcs = [rpc for rpc in all_rpcs().values() if not dot or rpc.service == service] or list(all_rpcs().values())
    known = [label(rpc) if dot else rpc.name for rpc in rpcs] + [f"{rpc.service}.{rpc.python_name}" for rpc in rpcs]
    raise ValueError(f"there is no RPC {name!r}{did_you_mean(name, known)} (`zgrpc methods` lists them)")


def label(rpc: Rpc) -> str:
    """The name that the command line shows, such as ``management.GetUserByID``."""
    return f"{rpc.service}.{rpc.name}"
