"""Random requests from the descriptors: valid, invalid, and at the edges of their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from tests.descriptors import descriptor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from google.protobuf.message import Message

_DEEPEST = 4
_TEXTS = (
    "", " ", "a", "name", "x" * 200, "x" * 201, "x" * 1001, "Ä ß 😀", "a\0b", "%_\\", "a@b.example", "+41791234567",
)  # fmt: skip
_NUMBERS = (0, 1, 2, 7, 100, 1000, 1001)
_EDGES = {
    FieldDescriptor.CPPTYPE_INT32: (-(1 << 31), (1 << 31) - 1),
    FieldDescriptor.CPPTYPE_INT64: (-(1 << 63), (1 << 63) - 1),
    FieldDescriptor.CPPTYPE_UINT32: ((1 << 32) - 1,),
    FieldDescriptor.CPPTYPE_UINT64: (1 << 63, (1 << 64) - 1),
}


class Requests:
    """Makes requests; the same seed makes the same ones.

    Args:
        random: what chance is drawn from.
        known: ids and names that exist, so that requests meet something.
    """

    def __init__(self, random: Random, known: Sequence[str]) -> None:
        self._random, self._known = random, known

    def fill(self, message: Message, depth: int = 0) -> None:
        """Set some fields of a message, and of the messages in it."""
        random, taken = self._random, set()
        wanted = random.choice((0.2, 0.6, 0.95))
        for field in descriptor(message).fields:
            oneof = field.containing_oneof
            if random.random() > wanted or (oneof is not None and oneof.name in taken):
                continue
            if oneof is not None:
                taken.add(oneof.name)
            self._set(message, field, depth)

    def _set(self, message: Message, field: FieldDescriptor, depth: int) -> None:
        target: Any = getattr(message, field.name)
        if _is_map(field):
            return
        if field.is_repeated:
            for _ in range(self._random.randrange(4)):
                if field.message_type is None:
                    target.append(self._scalar(field))
                elif depth < _DEEPEST:
                    self.fill(target.add(), depth + 1)
        elif field.message_type is None:
            setattr(message, field.name, self._scalar(field))
        elif depth < _DEEPEST:
            target.SetInParent()
            self.fill(target, depth + 1)

    def _scalar(self, field: FieldDescriptor) -> Any:
        random = self._random
        match field.cpp_type:
            case FieldDescriptor.CPPTYPE_STRING:
                if field.name == "timeout" and random.random() < 0.8:  # a duration as text
                    return "10s"
                text = random.choice(self._known) if random.random() < 0.6 else random.choice(_TEXTS)
                return text.encode() if field.type == FieldDescriptor.TYPE_BYTES else text
            case FieldDescriptor.CPPTYPE_BOOL:
                return random.random() < 0.5
            case FieldDescriptor.CPPTYPE_ENUM:
                assert field.enum_type is not None
                numbers = [value.number for value in field.enum_type.values]
                return random.choice([*numbers, 99])
            case FieldDescriptor.CPPTYPE_DOUBLE | FieldDescriptor.CPPTYPE_FLOAT:
                return random.choice((0.0, 1.5, -1.0, float("inf"), float("nan")))
            case kind:
                return random.choice(_EDGES[kind]) if random.random() < 0.1 else random.choice(_NUMBERS)


def _is_map(field: FieldDescriptor) -> bool:
    kind: Descriptor | None = field.message_type
    return kind is not None and kind.GetOptions().map_entry
