"""All that an object holds, however deep: for tests of what it must not hold."""

from __future__ import annotations

import gc
from types import BuiltinFunctionType, CodeType, FrameType, FunctionType, ModuleType
from typing import Any

_SHARED = (type, ModuleType, CodeType, FrameType, BuiltinFunctionType)


def reachable(*roots: Any, past: Any = None) -> list[Any]:
    """Return the objects that references lead to from `roots`, not past one object and what a process shares."""
    found: dict[int, Any] = {}
    todo = list(roots)
    while todo:
        each = todo.pop()
        if each is past or id(each) in found or isinstance(each, _SHARED):
            continue
        found[id(each)] = each
        # A function refers to the globals of its module; only what it closes over belongs to the object.
        todo += (each.__closure__ or ()) if isinstance(each, FunctionType) else gc.get_referents(each)
    return list(found.values())
