"""Identities: how list items are recognized as the same."""

from __future__ import annotations

from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from google.protobuf.descriptor import FieldDescriptor
    from google.protobuf.message import Message


def identity_of(items: FieldDescriptor, keys: Sequence[str]) -> Callable[[object], Hashable]:
    """Return the function that computes an item's identity. It runs in C, unless a nested message is part of it.

    Args:
        items: The response's field that holds the items.
        keys: The key fields of an item, as `Paging.identity` has them; none if an item is a plain value.
    """
    message = items.message_type
    if message is None or not keys:
        return _itself
    paths: dict[str, None] = {}
    others: list[Callable[[object], Hashable]] = []
    for key in keys:
        if key in message.oneofs_by_name:
            options = message.oneofs_by_name[key].fields
            plain = [option.name for option in options if option.message_type is None]
            nested = [option.name for option in options if option.message_type is not None]
            paths.update(dict.fromkeys(plain))
            if not all(any(path.startswith(f"{name}.") for path in keys) for name in nested):
                others.append(methodcaller("WhichOneof", key))
        elif key in message.fields_by_name and message.fields_by_name[key].message_type:
            others.append(_content_of(attrgetter(key)))
        else:
            paths[key] = None
    if not others:
        return attrgetter(*paths)
    if paths:
        others.insert(0, attrgetter(*paths))
    return lambda item: tuple(part(item) for part in others)


def _content_of(message: Callable[[object], Message]) -> Callable[[object], Hashable]:
    return lambda item: message(item).SerializeToString(deterministic=True)


def _itself(item: Hashable) -> Hashable:
    return item
