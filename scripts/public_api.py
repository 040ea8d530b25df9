"""The public API as text: every exported name with its signature, members and bases.

`python scripts/public_api.py --write` records it in tests/data/public_api.txt, and a test compares the code with it. So
what users can write changes only on purpose, and a review shows the change.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
RECORDED = ROOT / "tests/data/public_api.txt"
MODULES = ("zgrpc", "zgrpc.actions", "zgrpc.guard", "zgrpc.mirror", "zgrpc.testing", "zgrpc.testing.faults")
LANGUAGE = {"__init__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__iter__", "__aiter__"}
"""Special methods that belong to what a class promises."""
HANDED_OUT = {"AsyncPager", "CallInfo", "Check", "Diagnosis", "Pager", "ReceivedCall"}
"""Classes that the library makes and users only read: their constructors are no promise."""


def describe() -> str:
    """Return the public API, one line a name."""
    lines: list[str] = []
    for name in MODULES:
        module = importlib.import_module(name)
        for exported in getattr(module, "__all__", None) or _defined(module):
            lines += _lines(f"{name}.{exported}", getattr(module, exported))
    return "\n".join(lines) + "\n"


def _defined(module: Any) -> list[str]:
    return sorted(
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__ and callable(value)
    )


def _lines(name: str, value: Any) -> Iterator[str]:
    if inspect.isclass(value):
        bases = [base.__qualname__ for base in value.__bases__ if _is_public(base)]
        yield f"class {name}({', '.join(bases)})"
        if issubclass(value, BaseException) and "__init__" not in vars(value):
            return
        for member, found in sorted(_members(value).items()):
            yield from (f"    {line}" for line in _member(member, found))
    elif callable(value):
        yield f"def {name}{_signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def _is_public(base: type) -> bool:
    """Return whether a base is listed by its name. The members of our other bases are listed as those of the class."""
    ours = base.__module__.partition(".")[0] == "zgrpc"
    return base.__qualname__ in importlib.import_module("zgrpc").__all__ if ours else base not in {object, Generic}


def _members(owner: type) -> dict[str, Any]:
    """Return the public members that zgrpc itself defines, without those of bases that are public too."""
    found: dict[str, Any] = {}
    for base in reversed(owner.__mro__):
        if base.__module__.startswith("zgrpc") and (base is owner or not _is_public(base)):
            found.update(vars(base))
    made_by_users = owner.__name__ not in HANDED_OUT and not getattr(owner, "_is_protocol", False)
    wanted = LANGUAGE if made_by_users else LANGUAGE - {"__init__"}
    return {name: value for name, value in found.items() if not name.startswith("_") or name in wanted}


def _member(name: str, found: Any) -> Iterator[str]:
    if isinstance(found, property):
        yield f"{name} -> {inspect.signature(found.fget).return_annotation if found.fget else ''}"
    elif isinstance(found, (classmethod, staticmethod)):
        yield f"{type(found).__name__} {name}{_signature(found.__func__)}"
    elif inspect.isfunction(found):
        yield f"{name}{_signature(found)}"
    elif not inspect.isclass(found):
        yield name


def _signature(function: Any) -> str:
    """Return a signature, with `...` for a default that is no plain value."""
    signature = inspect.signature(function)
    plain = (str, int, float, bool, bytes, type(None), tuple)
    parameters = [
        parameter
        if parameter.default is parameter.empty or isinstance(parameter.default, plain)
        else parameter.replace(default=Ellipsis)
        for parameter in signature.parameters.values()
    ]
    return str(signature.replace(parameters=parameters))


if __name__ == "__main__":
    if "--write" in sys.argv:
        RECORDED.write_text(describe())
    else:
        print(describe(), end="")
