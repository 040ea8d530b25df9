"""Remember how large lists were, so that the next listing asks for all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import OrderedDict
    from collections.abc import Hashable

_MOST = 256  # lists that a client remembers


class Size(NamedTuple):
    """How large a list was, in items and in bytes."""

    items: int
    bytes: int


def remember(sizes: OrderedDict[Hashable, Size], key: Hashable, size: Size) -> None:
    """Remember a list, and forget the one that was not listed for the longest time."""
    sizes[key] = size
    sizes.move_to_end(key)
    while len(sizes) > _MOST:
        sizes.popitem(last=False)
