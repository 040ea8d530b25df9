"""The docstring of an RPC: its route, its permission, and the limits of its fields, in words.

Used by the client at run time and by `scripts/typing_stubs.py` for editors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from zgrpc._contract.filters import QUERY_FIELDS, describe_filters, is_repeated, type_name
from zgrpc._contract.limits import Rules, limits_of

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

    from zgrpc._contract.paging import Paging
    from zgrpc._contract.rpc import Rpc

Limits = Callable[["Descriptor"], Mapping[str, Rules]]
"""Returns the limits of a message's fields."""

UNITS = {"string": "characters", "bytes": "bytes", "google.protobuf.Duration": "seconds"}

NOTES = {
    "zitadel.authorization.v2.AuthorizationService/ListAuthorizations": (
        "ZITADEL v4.13 takes 62 to 85 s for 48,000 authorizations, in chunks of 1,000. `management.list_user_grants` "
        "lists the same grants in 0.64 s."
    ),
    "zitadel.admin.v1.AdminService/AddInstanceTrustedDomain": (
        "ZITADEL names a list as the successor. `v2.instance.add_trusted_domain` adds a domain."
    ),
    "zitadel.admin.v1.AdminService/RemoveInstanceTrustedDomain": (
        "ZITADEL names a list as the successor. `v2.instance.remove_trusted_domain` removes a domain."
    ),
}
"""What the contract does not say about RPCs, by full name."""

_ORGANIZATION = ("organization_id", "organization.org_id", "ctx.org_id", "resource.organization_id")
"""Where requests after version 1 name the organization. The first is the key of a filter too."""


class Facts(Protocol):
    """The facts about an RPC that its docstring gives; a `zgrpc._contract.rpc.Rpc` has them."""

    @property
    def full_name(self) -> str: ...
    @property
    def http_method(self) -> str: ...
    @property
    def http_path(self) -> str: ...
    @property
    def permission(self) -> str: ...
    @property
    def deprecated(self) -> bool: ...
    @property
    def successors(self) -> tuple[str, ...]: ...
    @property
    def paging(self) -> Paging | None: ...


def rpc_doc(rpc: Rpc) -> str:
    """Return the docstring of an RPC.

    Args:
        rpc: The RPC; its descriptor is loaded.
    """
    return render(rpc, rpc.descriptor.input_type, limits_of)


def notes(rpc: Facts, request: Descriptor) -> list[str]:
    """Return what the contract does not say about an RPC: measured facts, and what names the organization in v2."""
    found = [NOTES[rpc.full_name]] if rpc.full_name in NOTES else []
    if ".v1." in rpc.full_name:
        return found
    if path := organization_path(request):
        found.append(f"`{path}` names the organization. `with_org()` and `org_id=` do not fill it.")
    elif filters_by_organization(request):
        found.append('`where={"organization_id": ...}` chooses the organization. `with_org()` and `org_id=` do not.')
    return found


def filters_by_organization(request: Descriptor) -> bool:
    """Return whether the filters of a request have one for the organization."""
    return any(found.key == _ORGANIZATION[0] for found in describe_filters(request))


def organization_path(request: Descriptor) -> str:
    """Return the path of the field that names the organization in a request after version 1; empty if none does."""
    return next((path for path in _ORGANIZATION if _has(request, path)), "")


def _has(message: Descriptor, path: str) -> bool:
    name, _, rest = path.partition(".")
    field = message.fields_by_name.get(name)
    return field is not None and (not rest or (field.message_type is not None and _has(field.message_type, rest)))


def short_name(full_name: str) -> str:
    """Return the short name of an RPC, such as ``v2.user.ListUsers``, from its full name."""
    package, _, name = full_name.partition("/")
    _, service, version, _ = package.split(".")
    return f"{service}.{name}" if version == "v1" else f"{version}.{service}.{name}"


def deprecation(rpc: Facts) -> str:
    """Return the note that an RPC is deprecated, with its successors; empty if it is not deprecated."""
    if not rpc.deprecated:
        return ""
    if not rpc.successors:
        return "Deprecated by ZITADEL, which names no successor."
    return f"Deprecated by ZITADEL: use {' or '.join(map(short_name, rpc.successors))}."


def render(rpc: Facts, request: Descriptor, limits: Limits) -> str:
    """Return the docstring of an RPC whose request is of the type `request`.

    Args:
        rpc: The contract's facts about the RPC.
        request: The descriptor of its request message.
        limits: Returns the limits of a message's fields.
    """
    facts = [f"{rpc.http_method} {rpc.http_path}".strip(), _permission(rpc.permission)]
    parts = [f"{rpc.full_name}: {', '.join(filter(None, facts))}."]
    if rpc.deprecated:
        parts.append(deprecation(rpc))
    parts += notes(rpc, request)
    arguments = [f"    {path}: {words}." for path, words in field_limits(request, limits)]
    keys = [found.key for found in describe_filters(request)]
    if keys:
        arguments.append(f"    where: filters by {', '.join(keys)}.")
    if arguments:
        parts.append("\n".join(["Args:", *arguments]))
    if rpc.paging:
        parts.append("Returns:\n    All items. Nothing is sent until they are asked for.")
    return "\n\n".join(parts)


def field_limits(message: Descriptor, limits: Limits = limits_of) -> Iterator[tuple[str, str]]:
    """Yield the dotted path of each limited field, nested ones included, and its limits in words.

    Args:
        message: The descriptor of the message.
        limits: Returns the limits of a message's fields.
    """
    yield from _field_limits(message, limits, "", ())


def _field_limits(
    message: Descriptor, limits: Limits, path: str, above: tuple[Descriptor, ...]
) -> Iterator[tuple[str, str]]:
    rules = limits(message)
    for oneof in message.oneofs:
        if oneof.name in rules:
            yield f"{path}{oneof.name}", f"one of {', '.join(field.name for field in oneof.fields)} is required"
    for field in message.fields:
        many = is_repeated(field)
        words = limit_words(field, rules.get(field.name, {}))
        if words:
            yield path + field.name, words
        nested = field.message_type
        # Filters may nest without end, and the keys of `where=` describe them.
        if nested is not None and nested not in above and not (many and field.name in QUERY_FIELDS):
            yield from _field_limits(nested, limits, f"{path}{field.name}{'[]' * many}.", (*above, message))


def required_fields(message: Descriptor, limits: Limits = limits_of) -> list[str]:
    """Return the fields that the server requires in a message.

    Args:
        message: The descriptor of the message.
        limits: Returns the limits of a message's fields.
    """
    return [field.name for field in message.fields if is_required(field, limits(message).get(field.name, {}))]


def is_required(field: FieldDescriptor, rules: Rules) -> bool:
    """Return whether the server refuses every request that leaves the field out.

    Args:
        field: The field.
        rules: Its limits.
    """
    if field.containing_oneof is not None or rules.get("ignore_empty"):
        return False
    least = max(rules.get("min_len", 0), rules.get("len", 0), rules.get("min_items", 0)) > 0
    return rules.get("required", False) or least or 0 in rules.get("not_in", ())


def limit_words(field: FieldDescriptor, rules: Rules) -> str:
    """Return the limits of one field in words, such as `1 to 200 characters`; empty if it has none.

    Args:
        field: The field.
        rules: Its rules, by protoc-gen-validate's names.
    """
    if is_repeated(field):
        each = _scalar_words(field, rules.get("items", {}))
        words = [
            _range(rules.get("min_items"), rules.get("max_items"), "items"),
            "no item twice" if rules.get("unique") else "",
            each and f"each {each}",
        ]
        return ", ".join(filter(None, words))
    return _scalar_words(field, rules)


def _scalar_words(field: FieldDescriptor, rules: Rules) -> str:
    unit = UNITS.get(type_name(field), "")
    words = []
    if rules.get("required"):
        words.append("required")
    if rules.get("email"):
        words.append("an email address")
    if rules.get("uri"):
        words.append("a URI")
    if rules.get("uri_ref"):
        words.append("a URI or a path")
    if "const" in rules:
        words.append(f"only {str(rules['const']).lower()} {unit}".rstrip())
    if "len" in rules:
        words.append(f"exactly {_counted(rules['len'], unit)}")
    words.append(_range(rules.get("min_len") or None, rules.get("max_len"), unit))
    words.append(_range(rules.get("gte"), rules.get("lte"), unit))
    if "max_bytes" in rules:
        words.append(f"at most {_counted(rules['max_bytes'], 'bytes')}")
    if "gt" in rules:
        words.append(f"more than {rules['gt']:,} {unit}".rstrip())
    if "lt" in rules:
        words.append(f"less than {rules['lt']:,} {unit}".rstrip())
    if "prefix" in rules:
        words.append(f"starting with {rules['prefix']!r}")
    if "not_in" in rules:
        words.append(f"not {' or '.join(_enum_name(field, value) for value in rules['not_in'])}")
    if rules.get("ignore_empty"):
        words.append("or empty")
    return ", ".join(filter(None, words))


def _range(least: float | None, most: float | None, unit: str) -> str:
    if least is None:
        return "" if most is None else f"at most {_counted(most, unit)}"
    if most is None:
        return f"at least {_counted(least, unit)}"
    if least == most:
        return f"exactly {_counted(most, unit)}"
    return f"{least:,} to {most:,} {unit}".rstrip()


def _counted(number: float, unit: str) -> str:
    return f"{number:,} {unit.removesuffix('s') if number == 1 else unit}".rstrip()


def _enum_name(field: FieldDescriptor, number: int) -> str:
    return field.enum_type.values_by_number[number].name if field.enum_type is not None else str(number)


def _permission(permission: str) -> str:
    if permission == "authenticated":
        return "any authenticated user"
    return permission and f"permission {permission}"
