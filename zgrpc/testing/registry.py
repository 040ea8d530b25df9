"""The table of handlers: which function answers which RPC."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, TypeVar

from zgrpc._contract._generated.index import SERVICES

HANDLERS: dict[str, Callable[..., Any]] = {}
"""Every emulated RPC by its full name, such as ``zitadel.management.v1.ManagementService/AddOrg``; see `load`."""

_F = TypeVar("_F", bound=Callable[..., Any])


def full_name(short: str) -> str:
    """Return the full name of an RPC: ``zitadel.management.v1.ManagementService/AddOrg`` of ``management.AddOrg``.

    Raises:
        ValueError: there is no such service.
    """
    key, _, name = short.rpartition(".")
    if key not in SERVICES:
        raise ValueError(f"no service is called {key!r}; there are {', '.join(sorted(SERVICES))}")
    return f"{SERVICES[key][0]}/{name}"


def rpc(*names: str) -> Callable[[_F], _F]:
    """Enter a function in the table for one or more RPCs, each as ``management.AddOrg`` or ``v2.user.ListUsers``."""

    def enter(function: _F) -> _F:
        for name in map(full_name, names):
            if name in HANDLERS:
                raise ValueError(f"{name} has two handlers: {HANDLERS[name].__module__} and {function.__module__}")
            HANDLERS[name] = function
        return function

    return enter


@functools.cache
def _load(version: str) -> None:
    """Import every module of `v1` or `v2`, which enters their functions."""
    package = f"zgrpc.testing.{version}"
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        importlib.import_module(module.name)


def find(name: str) -> Callable[..., Any] | None:
    """Return the handler of an RPC by its short name; None for one that is not emulated.

    The first RPC of a version of the API imports the handlers of that version.
    """
    _load("v2" if name.startswith("v2.") else "v1")
    return HANDLERS.get(full_name(name))


def load() -> dict[str, Callable[..., Any]]:
    """Import all handlers, and return the table."""
    for version in ("v1", "v2"):
        _load(version)
    return HANDLERS
