"""Name the successors of a deprecated RPC, and what changes in the fields of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zgrpc._contract.docs import NOTES, organization_path, required_fields
from zgrpc._contract.filters import QUERY_FIELDS, describe_filters, is_repeated
from zgrpc._contract.rpc import Rpc, all_rpcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from google.protobuf.descriptor import Descriptor, FieldDescriptor

_LONG_WORDS = {"app": "application", "org": "organization"}  # v1 shortens them, v2 does not
_OWN = ("in_user_ids", "user_id", "user_ids")
"""The keys of `where=` that name the caller, whom the lists of the Auth service imply."""


class Use(NamedTuple):
    """One use of an RPC.

    Attributes:
        path: The file.
        line: The line in it, from 1.
        rpc: The RPC.
        fields: The fields that the call sets; None if they cannot be read from it.
        filters: The keys of its `where=`; None if they cannot be read from it.
    """

    path: Path
    line: int
    rpc: Rpc
    fields: tuple[str, ...] | None
    filters: tuple[str, ...] | None


def successors(rpc: Rpc) -> list[Rpc]:
    """Return the RPCs to use in place of a deprecated one; a deprecated successor is followed by its own."""
    found = []
    for name in rpc.successors:
        successor = all_rpcs()[name]
        found += (successor.deprecated and successors(successor)) or [successor]
    return found


def changes(use: Use, successor: Rpc) -> Iterator[str]:
    """Yield what changes in the fields of a use, one sentence each."""
    if note := NOTES.get(use.rpc.full_name):
        yield f"note: {note}"
    before, after = use.rpc.descriptor.input_type, successor.descriptor.input_type
    paging = {successor.paging.field} if successor.paging else set()
    known = [field for field in after.fields if field.name not in paging | QUERY_FIELDS]
    gone = {use.rpc.paging.field} if use.rpc.paging else set()
    fields = use.fields if use.fields is not None else tuple(before.fields_by_name)
    keys = [found.key for found in describe_filters(after)]
    renamed: set[str] = set()
    for name in fields:
        if name in gone | QUERY_FIELDS or name not in before.fields_by_name:
            continue
        field = before.fields_by_name[name]
        if name not in after.fields_by_name:
            new, words = _instead(field, known, keys)
            renamed.add(new)
            yield f"{name}: {words}"
        elif _kind(field) != _kind(after.fields_by_name[name]):
            yield f"{name}: {_kind(after.fields_by_name[name])} in place of {_kind(field)}"
    filters = use.filters if use.filters is not None else tuple(found.key for found in describe_filters(before))
    for key in filters if keys else ():
        if key not in keys:
            near = _renamed(key, keys)
            yield f"where {key!r}: not in the successor" + (f"; perhaps the key {near!r} of where=" if near else "")
    organization = list(_organization(use.rpc, successor, keys, renamed))
    for name in required_fields(after):
        if name not in renamed and name not in fields and not (name == "organization_id" and organization):
            yield f"{name}: new, required"
    yield from organization
    if use.rpc.paging and successor.paging:
        yield from _list_changes(use.rpc, successor, keys)


def _organization(rpc: Rpc, successor: Rpc, keys: Iterable[str], renamed: set[str]) -> Iterator[str]:
    """Yield where the organization goes that the Management service takes from a header."""
    if rpc.service != "management" or not successor.service.startswith("v2."):
        return
    path = organization_path(successor.descriptor.input_type)
    message = path.rpartition(".")[0]
    if path and not (message and any(name.startswith(f"{message}.") for name in renamed)):
        yield f"{path}: names the organization, which with_org() and org_id= do not fill"
    elif "organization_id" in keys and renamed.isdisjoint(keys):
        yield "where 'organization_id': new; without it, v2 covers all organizations that you may see"


def _list_changes(rpc: Rpc, successor: Rpc, keys: Iterable[str]) -> Iterator[str]:
    if rpc.service == "auth" and (own := next((key for key in _OWN if key in keys), None)):
        yield f"where {own!r}: new; name yourself, because v2 covers all users that you may see"
    before = rpc.descriptor.output_type.fields_by_name[rpc.items]
    after = successor.descriptor.output_type.fields_by_name[successor.items]
    if _kind(before) != _kind(after):
        yield f"items: {_kind(after)} in place of {_kind(before)}"
    if successor.paging is not None and successor.paging.cap and rpc.paging is not None and not rpc.paging.cap:
        yield f"cost: one request for {successor.paging.cap:,} items, in place of one or two for the whole list"


def _instead(field: FieldDescriptor, known: Iterable[FieldDescriptor], keys: Iterable[str]) -> tuple[str, str]:
    """Return what a field is called in the successor, empty if nothing is like it, and the words that say so."""
    known, keys = list(known), list(keys)
    if field.name in keys:
        return field.name, f"now a key of where=, {field.name!r}"
    if near := _renamed(field.name, [other.name for other in known if _is_message(other) >= _is_message(field)]):
        return near, f"not in the successor; perhaps {near}"
    if inner := [path for other in known for path in _inside(other, field)]:
        return inner[0], f"now in {' or '.join(inner)}"
    if near := _renamed(field.name, keys):
        return near, f"not in the successor; perhaps the key {near!r} of where="
    return "", "not in the successor"


def _inside(outer: FieldDescriptor, field: FieldDescriptor) -> Iterator[str]:
    """Yield the path of a field of the same name in the message that another one holds."""
    message: Descriptor | None = outer.message_type
    found = message.fields_by_name.get(field.name) if message is not None else None
    if found is not None and _is_message(found) == _is_message(field):
        yield f"{outer.name}{'[]' * is_repeated(outer)}.{field.name}"


def _is_message(field: FieldDescriptor) -> bool:
    return field.message_type is not None


def _renamed(name: str, names: Iterable[str]) -> str | None:
    """Return the shortest of the names that has all words of `name`, such as ``application_id`` for ``app_id``."""
    words = _words(name)
    found = [other for other in names if words <= _words(other) or name.replace("_", "") == other.replace("_", "")]
    return min(found, key=len, default=None)


def _words(name: str) -> set[str]:
    return {_LONG_WORDS.get(word, word).removesuffix("s") for word in name.split("_")}


def _kind(field: FieldDescriptor) -> str:
    kind = field.message_type or field.enum_type
    return str(kind.full_name) if kind is not None else {9: "string", 12: "bytes", 8: "bool"}.get(field.type, "number")
