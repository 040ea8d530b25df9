"""What a fork does: objects that hold locks, threads or connections of the parent begin anew in the child."""

from __future__ import annotations

import os
import weakref
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["before_fork", "in_child"]

T = TypeVar("T")

# Any: each function takes its own kind of owner.
_owners: weakref.WeakKeyDictionary[object, Callable[[Any], object]] = weakref.WeakKeyDictionary()

_before: list[Callable[[], object]] = []


def in_child(owner: T, act: Callable[[T], object]) -> None:
    """Call `act(owner)` in each child process that is forked while `owner` lives."""
    _owners[owner] = act


def before_fork(act: Callable[[], object]) -> None:
    """Call `act()` right before each fork of a process in which `in_child` has an owner."""
    _before.append(act)


def _before_fork() -> None:
    if _owners:
        for act in _before:
            act()


def _after_fork() -> None:
    for owner, act in list(_owners.items()):
        act(owner)


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(before=_before_fork, after_in_child=_after_fork)
