"""The services below a client: `client.management`, and `client.v2.user` in the namespace of its version.

A deprecated RPC warns here when it is used, if the client asks for warnings.
"""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Protocol

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import did_you_mean, find_rpc, rpcs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zgrpc._calls.bound_rpc import BoundRpc
    from zgrpc._calls.scope import Scope
    from zgrpc._contract.rpc import Rpc

NAMES = tuple(dict.fromkeys(key.partition(".")[0] for key in SERVICES))
"""The attributes of a client: services of version 1, and namespaces such as ``v2``."""


class Service:
    """The RPCs of one service as attributes, in snake_case. Each is bound at its first use."""

    def __init__(self, key: str, scope: Scope, call: type[BoundRpc], paged_call: Callable[[], type[BoundRpc]]) -> None:
        self._key = key
        self._scope = scope
        self._call = call
        self._paged_call = paged_call

    def __getattr__(self, name: str) -> BoundRpc:
        if name.startswith("_"):
            raise AttributeError(name)
        rpc = find_rpc(self._key, name)
        bound = (self._paged_call() if rpc.paging else self._call)(self._scope, rpc)
        if rpc.deprecated and self._scope.core.settings.warn_deprecated:
            # Not for the package's own uses, such as a batch: the user cannot change them.
            if not sys._getframe(1).f_globals.get("__name__", "").startswith("zgrpc."):
                warnings.warn(_warning(rpc), DeprecationWarning, stacklevel=2)
        else:  # a warning belongs to each place that uses the RPC, so that one is not kept
            self.__dict__[name] = bound
        return bound

    def __dir__(self) -> Iterable[str]:
        return rpcs_of(self._key)

    def __repr__(self) -> str:
        return f"<{SERVICES[self._key][0]}: {len(rpcs_of(self._key))} RPCs>"


def _warning(rpc: Rpc) -> str:
    from zgrpc._contract.docs import deprecation

    return f"{rpc.short_name}: {deprecation(rpc)}"


class Namespace:
    """The services of one version as attributes, such as `user` and `session` of ``v2``."""

    def __init__(self, name: str, scope: Scope, call: type[BoundRpc], paged_call: Callable[[], type[BoundRpc]]) -> None:
        self._name = name
        self._parts = (scope, call, paged_call)
        self._services = [key.partition(".")[2] for key in SERVICES if key.startswith(f"{name}.")]

    def __getattr__(self, name: str) -> Service:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._services:
            raise AttributeError(f"{self._name} has no service {name!r}{did_you_mean(name, self._services)}")
        service = Service(f"{self._name}.{name}", *self._parts)
        self.__dict__[name] = service
        return service

    def __dir__(self) -> Iterable[str]:
        return self._services

    def __repr__(self) -> str:
        return f"<{self._name}: {', '.join(self._services)}>"


def service_or_namespace(
    name: str, scope: Scope, call: type[BoundRpc], paged_call: Callable[[], type[BoundRpc]]
) -> Service | Namespace:
    """Return what an attribute of a client is.

    Args:
        name: One of `NAMES`.
        scope: The scope that its calls run in.
        call: The class of calls.
        paged_call: Returns the class of calls that return lists; loads it at first use.
    """
    return (Service if name in SERVICES else Namespace)(name, scope, call, paged_call)


if TYPE_CHECKING:

    class _Client(Protocol):
        """What an attribute needs of its client."""

        @property
        def _scope(self) -> Scope: ...

        @property
        def _call(self) -> type[BoundRpc]: ...

        def _paged_call(self) -> type[BoundRpc]: ...


class ServiceAttribute:
    """A service as an attribute of the client's class, so that `Mock(spec=Client)` and `patch.object` know it.

    Args:
        name: One of `NAMES`.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, client: _Client | None, owner: type) -> ServiceAttribute | Service | Namespace:
        if client is None:
            return self
        found = service_or_namespace(self._name, client._scope, client._call, client._paged_call)
        client.__dict__[self._name] = found
        return found
