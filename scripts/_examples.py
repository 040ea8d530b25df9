"""An example call of each RPC for the reference: with what the contract requires, and nothing else."""

from __future__ import annotations

import itertools
import keyword
import re
from typing import TYPE_CHECKING, Any

from zgrpc._contract.docs import is_required
from zgrpc._contract.filters import QUERY_FIELDS, is_repeated
from zgrpc._contract.limits import limits_of

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

    from zgrpc._contract.limits import Rules
    from zgrpc._contract.rpc import Rpc

WIDTH = 88
_ID = "69629023906488334"
_TEXTS = {
    "user_name": "ada", "username": "ada", "first_name": "Ada", "given_name": "Ada", "last_name": "Silva",
    "family_name": "Silva", "email": "ada@acme.com", "phone": "+41791234567", "password": "Secret-1234!",
    "domain": "acme.com", "role_key": "admin", "role_keys": "admin", "roles": "ORG_OWNER", "key": "team",
    "display_name": "Admin", "language": "en", "code": "123456", "verification_code": "123456", "name": "Shop",
    "search_string": "acme", "script": "function f(ctx, api) {}", "host": "smtp.acme.com:587", "issuer": "https://login.acme.com",
    "endpoint": "https://acme.com/hook", "sender_address": "login@acme.com", "sender_name": "Acme",
    "authorization_endpoint": "https://login.acme.com/authorize", "token_endpoint": "https://login.acme.com/token",
    "user_endpoint": "https://login.acme.com/me", "metadata_xml": "<EntityDescriptor/>", "client_secret": "secret",
    "custom_domain": "login.acme.com", "trusted_domain": "app.acme.com",
}  # fmt: skip


def example(rpc: Rpc) -> list[str]:
    """Return an example of an RPC as the lines of a Markdown block."""
    call = _call(f"client.{rpc.service}.{rpc.python_name}", arguments(rpc))
    if rpc.paging:
        call = f"for item in {call}:\n    print(item)"
    return ["```python", *call.splitlines(), "```", ""]


def arguments(rpc: Rpc) -> dict[str, Any]:
    """Return the keywords of the example: what is required, and what the route names."""
    named = set(re.findall(r"\{(\w+)", rpc.http_path))
    request = rpc.descriptor.input_type
    skipped = frozenset(QUERY_FIELDS) if rpc.paging else frozenset()
    found = _values(request, named, skipped, (request,))
    if not found and not rpc.read:  # what it would change
        scalar = (f for f in request.fields if f.message_type is None and not f.GetOptions().deprecated)
        found = {field.name: _value(field, {}, (request,)) for field in itertools.islice(scalar, 1)}
    return found


def _values(
    message: Descriptor, named: set[str], skipped: frozenset[str], above: tuple[Descriptor, ...]
) -> dict[str, Any]:
    rules = limits_of(message)
    found: dict[str, Any] = {}
    for field in message.fields:
        own = rules.get(field.name, {})
        oneof = field.containing_oneof
        chosen = oneof is not None and bool(rules.get(oneof.name, {}).get("required")) and field is oneof.fields[0]
        if field.name not in skipped and (_needed(field, own) or chosen or field.name in named):
            found[field.name] = _value(field, own, above)
    return found


def _needed(field: FieldDescriptor, rules: Rules) -> bool:
    """Return whether the server refuses the request without the field, or with its zero."""
    if field.containing_oneof is not None or rules.get("ignore_empty"):
        return False
    return is_required(field, rules) or bool(rules.get("email")) or rules.get("gt", -1) >= 0 or rules.get("gte", 0) > 0


def _value(field: FieldDescriptor, rules: Rules, above: tuple[Descriptor, ...]) -> Any:
    if is_repeated(field):
        kind = field.message_type
        if kind is not None and kind.GetOptions().map_entry:
            return {"team": _single(kind.fields_by_name["value"], {}, above)}
        return [_single(field, rules.get("items", {}), above)]
    return _single(field, rules, above)


def _single(field: FieldDescriptor, rules: Rules, above: tuple[Descriptor, ...]) -> Any:
    kind = field.message_type
    if kind is not None:
        if kind.full_name == "google.protobuf.Duration":
            return {"seconds": 300}
        if kind in above or kind.full_name.startswith("google."):
            return {}
        return _values(kind, set(), frozenset(), (*above, kind))
    if field.enum_type is not None:
        refused = {0, *rules.get("not_in", ())}
        return next((value.name for value in field.enum_type.values if value.number not in refused), 0)
    if field.type == field.TYPE_STRING:
        return _text(field, rules)
    if field.type == field.TYPE_BYTES:
        return b"blue".ljust(int(rules.get("min_len", 0)), b".")
    if field.type == field.TYPE_BOOL:
        return bool(rules.get("const", True))
    return int(max(rules.get("gte", 1), rules.get("gt", 0) + 1, 1))


def _text(field: FieldDescriptor, rules: Rules) -> str:
    if field.name in _TEXTS:
        text = _TEXTS[field.name]
    elif rules.get("email"):
        text = "ada@acme.com"
    elif rules.get("uri") or rules.get("uri_ref") or field.name.endswith(("_url", "url", "uri")):
        text = "https://acme.com"
    elif re.search(r"(^|_)ids?$", field.name):
        text = _ID
    else:
        text = field.name.replace("_", " ")
    length = rules.get("len")
    return text.ljust(length, "x")[:length] if length else text.ljust(int(rules.get("min_len", 0)), "x")


def _call(name: str, keywords: dict[str, Any]) -> str:
    parts = [
        f'**{{"{key}": {_shown(value)}}}' if keyword.iskeyword(key) else f"{key}={_shown(value)}"
        for key, value in keywords.items()
    ]
    line = f"{name}({', '.join(parts)})"
    if len(line) <= WIDTH:
        return line
    lines = [f"{name}("]
    for (key, value), part in zip(keywords.items(), parts, strict=True):
        if len(part) <= WIDTH or not isinstance(value, dict):
            lines += [f"    {part},"]
        else:
            lines += [
                f"    {key}={{",
                *(f'        "{inner}": {_shown(each)},' for inner, each in value.items()),
                "    },",
            ]
    return "\n".join([*lines, ")"])


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {_shown(each)}' for key, each in value.items()) + "}"
    return f'b"{value.decode()}"' if isinstance(value, bytes) else repr(value)
