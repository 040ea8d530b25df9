"""Request messages from keywords, with errors that name the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from zgrpc._contract.rpc import OPTIONS, check_keys, did_you_mean, message_class

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
    from google.protobuf.duration_pb2 import Duration
    from google.protobuf.message import Message
    from google.protobuf.timestamp_pb2 import Timestamp

    M = TypeVar("M", bound=Message)

# Descriptor.cpp_type, by its documented numbers, so that this module needs no protobuf at import.
_ENUM, _MESSAGE = 8, 10
_TYPE_NAMES = {1: "int", 2: "int", 3: "int", 4: "int", 5: "float", 6: "float", 7: "bool", 9: "str"}
_STRUCT = "google.protobuf.Struct"
_PYTHON_TYPES = {
    "google.protobuf.Timestamp": "a datetime with a time zone, a ",
    "google.protobuf.Duration": "a timedelta, a ",
}
_BYTES, _REPEATED = 12, 3  # Descriptor.type and label


def builder(cls: type[M], what: str, options: tuple[str, ...] = OPTIONS) -> Callable[[Mapping[str, object]], M]:
    """Return a function that makes a `cls` from keywords.

    The function raises TypeError for an unknown field (the message names the nearest one), for None and for a value of
    another type. It raises ValueError for a value out of range and for an unknown enum value. The messages name the
    field, never the value.

    Args:
        cls: the class of the request.
        what: the RPC's name in errors.
        options: the call's other keywords.
    """
    fields = _fields(cls)
    checked = {name: f for name, f in fields.items() if f.cpp_type in (_ENUM, _MESSAGE) or _is_list(f)}
    choices = _choices(_descriptor(cls))

    def build(given: Mapping[str, object]) -> M:
        if checked and not checked.keys().isdisjoint(given):
            given = {
                name: _converted(checked[name], value, what, name) if name in checked else value
                for name, value in given.items()
            }
        if choices:
            _check_choices(choices, given, what)
        for value in given.values():
            if value is None:
                _explain(cls, given, what, options=options)
        try:
            return cls(**given)
        except (TypeError, ValueError, AttributeError):
            _explain(cls, given, what, options=options)
            raise

    return build


def message_from(descriptor: Descriptor, given: Mapping[str, object], what: str, path: str = "") -> Message:
    """Return the message of type `descriptor` with the fields `given`; errors show its `path`."""
    cls = message_class(descriptor)
    prefix = f"{path}." if path else ""
    check_keys(given, descriptor.fields_by_name, f"{what}: {path}" if path else what)
    _check_choices(_choices(descriptor), given, f"{what}: {path}" if path else what)
    values = {
        name: _converted(descriptor.fields_by_name[name], value, what, prefix + name) for name, value in given.items()
    }
    try:
        return cls(**values)
    except (TypeError, ValueError, AttributeError):
        _explain(cls, values, what, prefix)
        raise


def keyword_type(field: FieldDescriptor) -> str:
    """Return what a keyword for `field` takes, in words."""
    return f"a list of {_item_name(field)}" if _is_list(field) else _item_name(field)


def _item_name(field: FieldDescriptor) -> str:
    if field.message_type is not None:
        if field.message_type.GetOptions().map_entry:
            return "a mapping"
        python = _PYTHON_TYPES.get(field.message_type.full_name, "")
        return f"{python}{field.message_type.name} or a dict"
    if field.enum_type is not None:
        return f"{field.enum_type.name} or its name"
    return "bytes" if field.type == _BYTES else _TYPE_NAMES[field.cpp_type]


def _choices(descriptor: Descriptor) -> list[tuple[str, ...]]:
    """Return the groups of fields of which a message holds one at most. Protobuf would drop all but the last one."""
    return [tuple(f.name for f in oneof.fields) for oneof in descriptor.oneofs if len(oneof.fields) > 1]


def _check_choices(choices: Iterable[tuple[str, ...]], given: Iterable[str], what: str) -> None:
    for names in choices:
        chosen = [name for name in names if name in given]
        if len(chosen) > 1:
            raise TypeError(f"{what} takes one of {', '.join(names)}, not {' and '.join(chosen)}")


def _is_list(field: FieldDescriptor) -> bool:
    # Like `filters.is_repeated`, which loads protobuf. Old protobufs have only the label, new ones only the property.
    repeated = getattr(field, "is_repeated", None)
    return bool(getattr(field, "label", None) == _REPEATED if repeated is None else repeated)


def _descriptor(cls: type[Message]) -> Descriptor:
    return cast("Descriptor", cls.DESCRIPTOR)  # its types name the class of one implementation as well


def _fields(cls: type[Message]) -> Mapping[str, FieldDescriptor]:
    return _descriptor(cls).fields_by_name


def _wrong(field: FieldDescriptor, value: object, what: str, path: str) -> TypeError:
    name = _item_name(field) if path.endswith("]") else keyword_type(field)
    return TypeError(f"{what}: {path} takes {name}, not {type(value).__name__}")


def _converted(field: FieldDescriptor, value: object, what: str, path: str) -> object:
    """Return `value` in protobuf's form for `field`; raise clear errors where protobuf does not."""
    if value is None:
        raise _wrong(field, value, what, path)
    if not _is_list(field):
        return _single(field, value, what, path)
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return value
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise _wrong(field, value, what, path)
    return [_single(field, item, what, f"{path}[{i}]") for i, item in enumerate(value)]


def _single(field: FieldDescriptor, value: object, what: str, path: str) -> object:
    if value is None:
        raise _wrong(field, value, what, path)
    if field.message_type is not None:
        return _message(field, value, what, path)
    if field.enum_type is not None:
        return _enum(field, value, what, path)
    return value


def _message(field: FieldDescriptor, value: object, what: str, path: str) -> object:
    wanted = cast("Descriptor", field.message_type)
    if getattr(value, "DESCRIPTOR", None) is wanted:  # before mappings, because a Struct is one too
        return value
    if isinstance(value, Mapping):
        return _struct(value, what, path) if wanted.full_name == _STRUCT else message_from(wanted, value, what, path)
    import datetime

    if isinstance(value, datetime.datetime) and wanted.full_name == "google.protobuf.Timestamp":
        if value.tzinfo is None:
            raise ValueError(f"{what}: {path} needs a datetime with a time zone, such as datetime.UTC")
        stamp = cast("Timestamp", message_class(wanted)())
        stamp.FromDatetime(value)
        return stamp
    if isinstance(value, datetime.timedelta) and wanted.full_name == "google.protobuf.Duration":
        duration = cast("Duration", message_class(wanted)())
        duration.FromTimedelta(value)
        return duration
    raise _wrong(field, value, what, path)


def _struct(value: Mapping[str, object], what: str, path: str) -> Message:
    """Return a JSON object as a `google.protobuf.Struct`."""
    from google.protobuf import struct_pb2

    made = struct_pb2.Struct()
    try:
        made.update(dict(value))  # type: ignore[arg-type]  # it raises for what JSON cannot hold
    except (TypeError, ValueError) as error:
        raise TypeError(f"{what}: {path} takes what JSON can hold: {error}") from None
    return made


def _enum(field: FieldDescriptor, value: object, what: str, path: str) -> int:
    enum = cast("EnumDescriptor", field.enum_type)
    values = enum.values_by_name
    if isinstance(value, str):
        if (number := enum_number(enum, value)) is None:
            hint = did_you_mean(value, values) or f"; it has {', '.join(values)}"
            raise ValueError(f"{what}: {path}: {enum.name} has no {value!r}{hint}")
        return number
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(field, value, what, path)
    if value not in enum.values_by_number:
        raise ValueError(f"{what}: {path}: {enum.name} has no value {value}; it has {', '.join(values)}")
    return value


def enum_number(enum: EnumDescriptor, name: str) -> int | None:
    """Return the number of an enum's value; None if it has no such value.

    Args:
        enum: the enum.
        name: the name in the contract, or what follows the prefix that all the names share, such as ``active`` for
            ``USER_STATE_ACTIVE``; upper or lower case.
    """
    values = enum.values_by_name
    full = name if name in values else shared_prefix(values) + name.upper()
    return int(values[full].number) if full in values else None


def shared_prefix(names: Iterable[str]) -> str:
    """Return the words, with the underscore after them, that all the names of an enum's values begin with."""
    first, last = min(names), max(names)
    shared = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[: first.rfind("_", 0, shared) + 1]


def _explain(
    cls: type[Message], given: Mapping[str, object], what: str, prefix: str = "", options: tuple[str, ...] = ()
) -> None:
    """Raise an error that names the first field that protobuf rejects; return if it rejects no single field."""
    fields = _fields(cls)
    check_keys(given, fields, what if not prefix else f"{what}: {prefix[:-1]}", options)
    for name, value in given.items():
        if value is None:
            raise _wrong(fields[name], value, what, prefix + name)
        try:
            cls(**{name: value})
        except TypeError:
            raise _wrong(fields[name], value, what, prefix + name) from None
        except UnicodeError:
            problem = "takes text in UTF-8, and the value holds half of a surrogate pair"
            raise ValueError(f"{what}: {prefix}{name} {problem}") from None
        except (ValueError, AttributeError):
            raise ValueError(
                f"{what}: {prefix}{name} takes {keyword_type(fields[name])} in the range of its type"
            ) from None
