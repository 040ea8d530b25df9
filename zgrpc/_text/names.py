"""RPCs by the names that people write, such as ``management.ListUsers`` and ``v2.user.list_users``."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any

from zgrpc._contract.rpc import Rpc, all_rpcs, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


def python_label(rpc: Rpc) -> str:
    """Return the name in Python without the client, such as ``v2.user.list_users``."""
    return f"{rpc.service}.{rpc.python_name}"


def method_of(client: object, rpc: Rpc) -> Any:
    """Return the method of `client`, sync or asyncio, that calls `rpc`."""
    return operator.attrgetter(python_label(rpc))(client)


def find(name: str) -> Rpc:
    """Return the RPC that a name means.

    Args:
        name: ``management.GetUserByID`` or ``management.get_user_by_id``, in any case; ``client.`` may stand before
            it. The service may be left out if only one service has the RPC. gRPC's own name,
            ``zitadel.management.v1.ManagementService/GetUserByID``, works too.

    Raises:
        ValueError: No RPC or more than one has that name. The error names the nearest RPC or the candidates.
    """
    if (exact := all_rpcs().get(name.lstrip("/"))) is not None:
        return exact
    key = _plain(name.removeprefix("client."))
    found = _by_plain_name().get(key, ())
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"RPC {name!r} is ambiguous: it may be {_names(found)}")
    elsewhere = _by_plain_name().get(key.rpartition(".")[2], ())
    if elsewhere:
        service = key.rpartition(".")[0]
        closer = [
            rpc for rpc in elsewhere if _plain(rpc.service).endswith(f".{service}")
        ]  # such as user.list_users for v2.user.list_users
        raise ValueError(f"there is no RPC {name!r}; did you mean {_names(closer or elsewhere)}?")
    raise ValueError(f"there is no RPC {name!r}{_nearest(name)} (`zgrpc methods` lists them)")


def _names(rpcs: Iterable[Rpc]) -> str:
    return " or ".join(sorted(rpc.short_name for rpc in rpcs))


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


@functools.cache
def _by_plain_name() -> dict[str, tuple[Rpc, ...]]:
    """RPCs by their bare and their qualified names, without case and underscores."""
    found: dict[str, tuple[Rpc, ...]] = {}
    for rpc in all_rpcs().values():
        for name in {_plain(rpc.name), _plain(rpc.python_name)}:
            for key in (name, f"{_plain(rpc.service)}.{name}"):
                found[key] = (*found.get(key, ()), rpc)
    return found


def _nearest(name: str) -> str:
    """Return the end of an error message that names the RPC most like `name`, written the same way."""
    service, _, bare = name.rpartition(".")
    same_service = [rpc for rpc in all_rpcs().values() if rpc.service == service]
    rpcs = same_service or list(all_rpcs().values())
    name_of = python_label if bare.islower() else operator.attrgetter("short_name")
    if service:
        return did_you_mean(name, map(name_of, rpcs))
    by_bare = {name_of(rpc).rpartition(".")[2]: name_of(rpc) for rpc in rpcs}
    close = nearest(name, by_bare)
    return f"; did you mean {by_bare[close]!r}?" if close else ""
