"""Request messages from keywords, with errors that name the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from zgrpc._rpc import check_keys, did_you_mean, message_class

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
    from google.protobuf.message import Message

    M = TypeVar("M", bound=Message)

# Descriptor.cpp_type, by its documented numbers, so that this module needs no protobuf at import.
_ENUM, _MESSAGE = 8, 10
_TYPE_NAMES = {1: "int", 2: "int", 3: "int", 4: "int", 5: "float", 6: "float", 7: "bool", 9: "str"}
_BYTES, _REPEATED = 12, 3  # Descriptor.type and label
OPTIONS = ("timeout", "org_id", "metadata")
"""The names of the call options, which no keyword can mean as a field at the same time."""


def builder(cls: type[M], what: str, options: tuple[str, ...] = OPTIONS) -> Callable[[dict[str, Any]], M]:
    """The function that makes a `cls` of keywords; `what` names the RPC in errors, `options` are its other keywords.

    It raises TypeError for an unknown field, with the nearest one, and for a value of another type or None, and
    ValueError for a value out of range or an unknown enum value. The field is named, a value never is.
    """
    fields = _fields(cls)
    clashes = [name for name in OPTIONS if name in fields]
    checked = {name: f for name, f in fields.items() if f.cpp_type in (_ENUM, _MESSAGE) or _is_list(f)}
    choices = _choices(cls.DESCRIPTOR)

    def build(given: dict[str, Any]) -> M:
        if clashes:
            raise TypeError(
                f"{what} has a field {clashes[0]!r}, which is a call option too: pass a {cls.__name__} message"
            )
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


def message_from(descriptor: Descriptor, given: Mapping[str, Any], what: str, path: str = "") -> Message:
    """The message of type `descriptor` with the fields `given`; `path` leads to it in the errors."""
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


def type_name(field: FieldDescriptor) -> str:
    """What a keyword for `field` takes, as a reader would say it."""
    return f"a list of {_item_name(field)}" if _is_list(field) else _item_name(field)


def _item_name(field: FieldDescriptor) -> str:
    if field.message_type is not None:
        if field.message_type.GetOptions().map_entry:
            return "a mapping"
        return f"{field.message_type.name} or a dict"
    if field.enum_type is not None:
        return f"{field.enum_type.name} or its name"
    return "bytes" if field.type == _BYTES else _TYPE_NAMES[field.cpp_type]


def _choices(descriptor: Any) -> list[tuple[str, ...]]:
    """The fields of which a message holds one at most; protobuf would keep the last one and drop the others."""
    return [tuple(f.name for f in oneof.fields) for oneof in descriptor.oneofs if len(oneof.fields) > 1]


def _check_choices(choices: Iterable[tuple[str, ...]], given: Iterable[str], what: str) -> None:
    for names in choices:
        chosen = [name for name in names if name in given]
        if len(chosen) > 1:
            raise TypeError(f"{what} takes one of {', '.join(names)}, not {' and '.join(chosen)}")


def _is_list(field: FieldDescriptor) -> bool:
    # As `_filters.is_repeated`, which loads protobuf: old protobufs only have the label, new ones only the property.
    repeated = getattr(field, "is_repeated", None)
    return bool(getattr(field, "label", None) == _REPEATED if repeated is None else repeated)


def _fields(cls: type[Message]) -> Mapping[str, FieldDescriptor]:
    return cast("Descriptor", cls.DESCRIPTOR).fields_by_name


def _wrong(field: FieldDescriptor, value: object, what: str, path: str) -> TypeError:
    name = _item_name(field) if path.endswith("]") else type_name(field)
    return TypeError(f"{what}: {path} takes {name}, not {type(value).__name__}")


def _converted(field: FieldDescriptor, value: Any, what: str, path: str) -> Any:
    """`value` as protobuf takes it for `field`; raises where protobuf would not, or not clearly."""
    if value is None:
        raise _wrong(field, value, what, path)
    if not _is_list(field):
        return _single(field, value, what, path)
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return value
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise _wrong(field, value, what, path)
    return [_single(field, item, what, f"{path}[{i}]") for i, item in enumerate(value)]


def _single(field: FieldDescriptor, value: Any, what: str, path: str) -> Any:
    if value is None:
        raise _wrong(field, value, what, path)
    if field.message_type is not None:
        return _message(field, value, what, path)
    if field.enum_type is not None:
        return _enum(field, value, what, path)
    return value


def _message(field: FieldDescriptor, value: Any, what: str, path: str) -> Any:
    wanted = cast("Descriptor", field.message_type)
    if isinstance(value, Mapping):
        return message_from(wanted, value, what, path)
    import datetime

    if isinstance(value, datetime.datetime) and wanted.full_name == "google.protobuf.Timestamp":
        if value.tzinfo is None:
            raise ValueError(f"{what}: {path} needs a datetime with a time zone, such as datetime.UTC")
        stamp: Any = message_class(wanted)()
        stamp.FromDatetime(value)
        return stamp
    if isinstance(value, datetime.timedelta) and wanted.full_name == "google.protobuf.Duration":
        duration: Any = message_class(wanted)()
        duration.FromTimedelta(value)
        return duration
    if getattr(value, "DESCRIPTOR", None) is not wanted:
        raise _wrong(field, value, what, path)
    return value


def _enum(field: FieldDescriptor, value: Any, what: str, path: str) -> int:
    enum = cast("EnumDescriptor", field.enum_type)
    values = enum.values_by_name
    if isinstance(value, str):
        if value not in values:
            hint = did_you_mean(value, values) or f"; it has {', '.join(values)}"
            raise ValueError(f"{what}: {path}: {enum.name} has no {value!r}{hint}")
        return int(values[value].number)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(field, value, what, path)
    if value not in enum.values_by_number:
        raise ValueError(f"{what}: {path}: {enum.name} has no value {value}; it has {', '.join(values)}")
    return value


def _explain(
    cls: type[Message], given: Mapping[str, Any], what: str, prefix: str = "", options: tuple[str, ...] = ()
) -> None:
    """Raise for the first field that protobuf refuses, naming it; return where it refuses none alone."""
    fields = _fields(cls)
    check_keys(given, fields, what if not prefix else f"{what}: {prefix[:-1]}", options)
    for name, value in given.items():
        if value is None:
            raise _wrong(fields[name], value, what, prefix + name)
        try:
            cls(**{name: value})
        except TypeError:
            raise _wrong(fields[name], value, what, prefix + name) from None
        except (ValueError, AttributeError):
            raise ValueError(
                f"{what}: {prefix}{name} takes {type_name(fields[name])} in the range of its type"
            ) from None
