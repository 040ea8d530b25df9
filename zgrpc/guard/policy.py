"""Which methods and paths are exempt, and which roles the others ask for: data, checked when it is given."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

__all__ = ["MethodPolicy", "PathPolicy", "check_roles", "requires"]

F = TypeVar("F", bound=Callable[..., Any])
Roles = str | Iterable[str]

EXEMPT_SERVICES = (
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
)
"""What gRPC interceptors always exempt."""

_MARK = "__zgrpc_roles__"


def requires(*roles: str) -> Callable[[F], F]:
    """Mark a method of a gRPC servicer: the caller needs at least one of `roles` in the guard's project.

    The interceptor reads the mark, so it must be the outermost decorator of the method. Roles that the interceptor is
    given for the method by name come before it.

    Raises:
        ValueError: no role is named, or an empty one.
    """
    checked = check_roles(roles, "requires()")

    def mark(function: F) -> F:
        setattr(function, _MARK, checked)
        return function

    return mark


class MethodPolicy:
    """The rules of an interceptor.

    Args:
        roles: for each method, the role that its callers need, or several of which one is enough. A method is
            ``pkg.Service/Method``, a whole service ``pkg.Service``, and ``*`` every method that is not named.
        exempt: the methods and services that are not checked, beside health and reflection.
    """

    def __init__(self, roles: Mapping[str, Roles] | None, exempt: Iterable[str]) -> None:
        self._exempt = {*EXEMPT_SERVICES, *(_method(name, "exempt") for name in _names(exempt, "exempt"))}
        self._roles = {
            _method(name, "roles"): check_roles(value, f"roles[{name!r}]") for name, value in (roles or {}).items()
        }

    def exempts(self, path: str) -> bool:
        """Return whether a method is not checked; `path` is ``/pkg.Service/Method``."""
        return path[1:] in self._exempt or path[1:].rpartition("/")[0] in self._exempt

    def roles(self, path: str, behavior: object) -> tuple[str, ...]:
        """Return the roles of which the caller needs one; empty for none."""
        known, name = self._roles, path[1:]
        for key in (name, name.rpartition("/")[0]):
            if key in known:
                return known[key]
        marked: tuple[str, ...] = getattr(behavior, _MARK, ())
        return marked or known.get("*", ())


class PathPolicy:
    """The rules of an HTTP middleware.

    Args:
        roles: for each path, the role that its callers need, or several of which one is enough. A path that ends in
            ``/*`` is everything below; the longest counts. ``/*`` is every path.
        exempt: the paths that are not checked.
    """

    def __init__(self, roles: Mapping[str, Roles] | None, exempt: Iterable[str]) -> None:
        self._exempt = [_path(path, "exempt") for path in _names(exempt, "exempt")]
        rules = [
            (_path(path, "roles"), check_roles(value, f"roles[{path!r}]")) for path, value in (roles or {}).items()
        ]
        rules += [(_normal(path), needed) for path, needed in rules if path.endswith("/")]
        self._rules = sorted(rules, key=lambda rule: (rule[0].endswith("/*"), -len(rule[0])))

    def exempts(self, path: str) -> bool:
        """Return whether a path is not checked. One that a router might read in another way never is."""
        return _plain(path) and any(_matches(path, rule) for rule in self._exempt)

    def roles(self, *paths: str) -> list[tuple[str, ...]]:
        """Return what the caller needs: one role of each tuple. `paths` is the request's path in all its readings.

        Each counts as it is and in its plain form, as routers may read it that skip ``//``, ``..`` or a final slash.
        """
        found = [self._first(reading) for path in paths for reading in (path, _normal(path))]
        return [roles for roles in dict.fromkeys(found) if roles]

    def _first(self, path: str) -> tuple[str, ...]:
        return next((roles for rule, roles in self._rules if _matches(path, rule)), ())


def _matches(path: str, rule: str) -> bool:
    return path.startswith(rule[:-1]) if rule.endswith("/*") else path == rule


def _normal(path: str) -> str:
    return "/" + posixpath.normpath(path.replace("\\", "/")).strip("/")


def _plain(path: str) -> bool:
    return not ("//" in path or "\\" in path or "\x00" in path or {"..", "."} & set(path.split("/")))


def _names(values: object, what: str) -> list[str]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{what} must be a list of str, not {type(values).__name__}")
    return list(values)


def _method(name: object, what: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"{what} must name methods by str, not {type(name).__name__}")
    plain = name.removeprefix("/").removesuffix("/*")
    if name != "*" and (not plain or "." not in plain.partition("/")[0] or plain.count("/") > 1 or "*" in plain):
        raise ValueError(f"{what} must name methods as 'pkg.Service/Method' or services as 'pkg.Service', not {name!r}")
    if name == "*" and what == "exempt":
        raise ValueError("exempt must name methods or services; '*' would let everybody in")
    return name if name == "*" else plain


def _path(path: object, what: str) -> str:
    if not isinstance(path, str):
        raise TypeError(f"{what} must name paths by str, not {type(path).__name__}")
    if not path.startswith("/") or "*" in path.removesuffix("/*"):
        raise ValueError(f"{what} must name paths such as '/reports' or '/reports/*', not {path!r}")
    return path


def check_roles(roles: object, what: str) -> tuple[str, ...]:
    """Return the keys of roles, checked; `what` names the argument."""
    found = (roles,) if isinstance(roles, str) else tuple(roles) if isinstance(roles, Iterable) else ()
    if not found or not all(isinstance(role, str) and role for role in found):
        raise ValueError(f"{what} must be a role's key, or several of which one is enough, not {roles!r}")
    return found
