"""The desired rows, read from plain data and checked before anything is sent."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from zgrpc._contract.rpc import did_you_mean
from zgrpc._secret import Secret

__all__ = ["KINDS", "Kind", "Row", "Value", "parse"]

Value: TypeAlias = str | bool | bytes | frozenset[str] | None
"""The value of a field; None for a field that is not set."""


class Kind(NamedTuple):
    """One kind of row.

    Attributes:
        one: the kind in the singular, for people.
        key: the fields that identify a row.
        fields: its other fields and their types: ``str``, ``bool``, ``set`` (of strings) or ``bytes``.
        optional: fields of the key that may be omitted.
    """

    one: str
    key: tuple[str, ...]
    fields: Mapping[str, type]
    optional: tuple[str, ...] = ()


_PERSON_FIELDS = (
    "first_name", "last_name", "nick_name", "display_name", "preferred_language", "email", "phone", "password",
)  # fmt: skip
_SWITCHES = ("email_verified", "phone_verified", "password_change_required")
MACHINE_FIELDS = frozenset({"name", "description"})
_NEVER_EMPTY = frozenset({"first_name", "last_name", "display_name", "email", "name", "password"})
"""Fields of users that ZITADEL rejects if they are empty."""

KINDS: dict[str, Kind] = {
    "projects": Kind(
        "project", ("name",), dict.fromkeys(("project_role_assertion", "project_role_check", "has_project_check"), bool)
    ),
    "roles": Kind("role", ("project", "key"), {"display_name": str, "group": str}),
    "users": Kind(
        "user",
        ("user_name",),
        dict.fromkeys((*_PERSON_FIELDS, *sorted(MACHINE_FIELDS)), str) | dict.fromkeys(_SWITCHES, bool),
    ),
    "metadata": Kind("metadata", ("user", "key"), {"value": bytes}),
    "grants": Kind("grant", ("user", "project"), {"roles": set}),
    "memberships": Kind("membership", ("user", "project"), {"roles": set}, optional=("project",)),
}
"""Every kind of row, in the order in which rows are created. Rows are removed in the opposite order."""

_NESTED = {"metadata", "grants", "memberships"}
_STATES = ("present", "absent")
_TYPE_NAMES = {str: "a str", bool: "True or False", set: "a list of role keys", bytes: "a str or bytes"}


class Row(NamedTuple):
    """The desired state of one thing.

    Attributes:
        kind: a key of `KINDS`.
        key: the values of the kind's key fields; users by user name, projects by name, both also by id.
        fields: the row's other fields. Omitted fields stay unchanged.
        absent: whether the thing must not exist.
        source: the place of the row in the input, such as ``users[3]``.
    """

    kind: str
    key: tuple[str, ...]
    fields: Mapping[str, Value]
    absent: bool
    source: str

    @property
    def name(self) -> str:
        """The row in words, such as ``grant ada/Shop``."""
        return f"{KINDS[self.kind].one} {'/'.join(part for part in self.key if part)}"

    @property
    def digest(self) -> str:
        """A hash of the row without its password, by which a journal recognizes it."""
        shown = {
            name: sorted(value) if isinstance(value, frozenset) else value.hex() if isinstance(value, bytes) else value
            for name, value in self.fields.items()
            if name != "password"
        }
        text = json.dumps([self.kind, self.key, shown, self.absent], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def parse(desired: Mapping[str, Iterable[Mapping[str, object]]]) -> list[Row]:
    """Read desired rows by kind.

    A user may carry its ``metadata`` (a mapping), ``grants`` and ``memberships`` (lists of rows without ``user``).

    Raises:
        TypeError: a kind, a field or a value has the wrong type.
        ValueError: a row lacks a field, or two rows are about the same thing; the message names the row.
    """
    if not isinstance(desired, Mapping):
        raise TypeError(f"desired state must be a mapping of kinds to rows, not {type(desired).__name__}")
    rows: list[Row] = []
    for kind, given in desired.items():
        if kind not in KINDS:
            raise TypeError(f"there is no kind {kind!r}{did_you_mean(str(kind), KINDS) or '; use ' + ', '.join(KINDS)}")
        if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
            raise TypeError(f"{kind} must be a list of rows, not {type(given).__name__}")
        for number, fields in enumerate(given):
            rows += _rows(kind, fields, f"{kind}[{number}]")
    known: dict[tuple[str, tuple[str, ...]], Row] = {}
    for row in rows:
        other = known.setdefault((row.kind, _same(row)), row)
        if other is not row:
            raise ValueError(f"{row.source} and {other.source} are both about {row.name}")
    order = list(KINDS)
    return sorted(rows, key=lambda row: order.index(row.kind))


def _same(row: Row) -> tuple[str, ...]:
    """Return what two rows about the same thing have in common. ZITADEL's names are unique in any case."""
    if row.kind in ("users", "projects"):
        return (row.key[0].lower(),)
    return (row.key[0].lower(), row.key[1].lower() if row.kind in ("grants", "memberships") else row.key[1])


def _rows(kind: str, given: object, source: str) -> Iterable[Row]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{source} must be a mapping of fields, not {type(given).__name__}")
    fields = {str(name): value for name, value in given.items() if value is not None}
    nested = {name: fields.pop(name) for name in _NESTED & fields.keys()} if kind == "users" else {}
    row = _row(kind, fields, source)
    yield row
    if nested and row.absent:
        raise ValueError(f"{source} is absent, so it has no {', '.join(sorted(nested))}")
    owner = row.key[0]
    metadata = nested.pop("metadata", {})
    if not isinstance(metadata, Mapping):
        raise TypeError(f"{source}.metadata must be a mapping of keys to values, not {type(metadata).__name__}")
    for key, value in metadata.items():
        yield _row("metadata", {"user": owner, "key": key, "value": value}, f"{source}.metadata[{key!r}]")
    for inner, several in nested.items():
        if isinstance(several, (str, bytes, Mapping)) or not isinstance(several, Iterable):
            raise TypeError(f"{source}.{inner} must be a list of rows, not {type(several).__name__}")
        for number, each in enumerate(several):
            if not isinstance(each, Mapping):
                raise TypeError(f"{source}.{inner}[{number}] must be a mapping, not {type(each).__name__}")
            yield _row(inner, {**each, "user": owner}, f"{source}.{inner}[{number}]")


def _row(kind: str, given: Mapping[str, object], source: str) -> Row:
    about = KINDS[kind]
    state = given.get("state", "present")
    if state not in _STATES:
        raise ValueError(f"{source}.state must be 'present' or 'absent', not {state!r}")
    known = [*about.key, *about.fields, "state", *(sorted(_NESTED) if kind == "users" else ())]
    for name in given:
        if name not in known:
            raise TypeError(f"{source} has no field {name!r}{did_you_mean(name, known) or '; use ' + ', '.join(known)}")
    key = tuple(_key(given, name, source, optional=name in about.optional) for name in about.key)
    fields = {
        name: _value(given[name], kind_of, f"{source}.{name}")
        for name, kind_of in about.fields.items()
        if name in given
    }
    row = Row(kind, key, fields, state == "absent", source)
    if not row.absent:
        _check_complete(row)
    return row


def _key(given: Mapping[str, object], name: str, source: str, *, optional: bool) -> str:
    value = given.get(name, "" if optional else None)
    if value is None:
        raise ValueError(f"{source} needs {name}")
    if not isinstance(value, str):
        raise TypeError(f"{source}.{name} must be a str, not {type(value).__name__}")
    if not value and not optional:
        raise ValueError(f"{source}.{name} must not be empty")
    return value


def _value(value: object, wanted: type, path: str) -> Value:
    if wanted is set:
        if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
            raise TypeError(f"{path} must be a list of role keys, not {type(value).__name__}")
        roles = list(value)
        if not all(isinstance(role, str) and role for role in roles):
            raise TypeError(f"{path} must be a list of role keys")
        return frozenset(roles)
    if wanted is bytes and isinstance(value, str):
        return value.encode()
    if not isinstance(value, wanted) or not isinstance(value, (str, bool, bytes)):
        raise TypeError(f"{path} must be {_TYPE_NAMES[wanted]}, not {type(value).__name__}")
    return Secret(value) if path.endswith(".password") else value


def _check_complete(row: Row) -> None:
    """Reject a row that could not be created."""
    fields = row.fields
    if row.kind == "users":
        for name in sorted(_NEVER_EMPTY & fields.keys()):
            if not fields[name]:
                raise ValueError(f"{row.source}.{name} must not be empty; leave it out to keep what is there")
        machine = MACHINE_FIELDS & fields.keys()
        human = fields.keys() - MACHINE_FIELDS
        if machine and human:
            raise ValueError(
                f"{row.source} mixes fields of a machine ({', '.join(sorted(machine))}) and of a person "
                f"({', '.join(sorted(human))})"
            )
    elif row.kind in ("grants", "memberships") and not fields.get("roles"):
        raise ValueError(f"{row.source} needs roles; to remove it, set state to 'absent'")
    elif row.kind == "metadata" and not fields.get("value"):
        raise ValueError(f"{row.source} needs a value for {row.key[1]!r}; to remove it, set state to 'absent'")
