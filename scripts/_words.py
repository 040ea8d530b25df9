"""Contract facts as one-line comments: sync_proto.py writes them and generate.py reads them back."""

import re
from collections.abc import Mapping
from typing import Any

# A rule's words, tried in this order; a template takes the rules that it names. `each` comes last and runs to the end.
_LENGTHS = (
    "{min_len} to {max_len} %s",
    "{min_len} or more %s",
    "at most {max_len} %s",
    "exactly {len} %s",
)
_RANGES = (
    "{gte} to {lte}%s",
    "at least {gte}%s",
    "at most {lte}%s",
    "more than {gt}%s",
    "less than {lt}%s",
    "exactly {const}%s",
)
_TEMPLATES: dict[str, tuple[str, ...]] = {
    "string": (
        *(length % "characters" for length in _LENGTHS),
        "at most {max_bytes} bytes",
        'starting with "{prefix}"',
    ),
    "bytes": tuple(length % "bytes" for length in _LENGTHS),
    "enum": ("not {not_in}",),
    "repeated": ("{min_items} to {max_items} items", "{min_items} or more items", "at most {max_items} items"),
    "duration": tuple(bound % " seconds" for bound in _RANGES),
    "number": tuple(bound % "" for bound in _RANGES),
    "message": (),
    "timestamp": (),
    "bool": (),
}
_FLAGS = {
    "required": "required",
    "email": "an e-mail address",
    "uri": "a URI",
    "uri_ref": "a URI reference",
    "defined_only": "a defined value",
    "const": "always true",
    "unique": "no item twice",
    "ignore_empty": "or empty",
}
_NUMBERS = (
    "float",
    "double",
    "int32",
    "int64",
    "uint32",
    "uint64",
    "sint32",
    "sint64",
    "fixed32",
    "fixed64",
    "sfixed32",
    "sfixed64",
)
_NUMBER = r"-?\d[-+.\de]*"
_VALUES = {"prefix": ".+", "not_in": rf"{_NUMBER}(?: or {_NUMBER})*"}
ONEOF_REQUIRED = "one is required"

_RPC = re.compile(
    r"(?:(?P<verb>[A-Z]+) (?P<path>/\S*?))?"
    r"(?:(?:^|, )(?:permission (?P<permission>\S+?)|(?P<any>any authenticated user)))?"
    r"(?:(?:^|, )deprecated)?$"
)


def kind_of(type_name: str) -> str:
    """The kind of rules for a type, by its name in .proto text."""
    return "number" if type_name in _NUMBERS else type_name


def from_rules(kind: str, rules: Mapping[str, Any]) -> str:
    """Words for the rules of one field, such that `to_rules` reads them back; ValueError for rules that have none.

    Args:
        kind: What the rules are for: a key of the table of templates.
        rules: Values by protoc-gen-validate's rule names; `items` holds a pair of kind and rules.
    """
    left = {name: value for name, value in rules.items() if value is not False or name == "const"}
    item, items = left.pop("items", (None, {}))
    meant = left | ({"items": items} if item else {})
    said = []
    for template in _TEMPLATES[kind]:
        names = re.findall(r"{(\w+)}", template)
        if all(name in left for name in names):
            said.append(template.format(**{name: _text(left.pop(name)) for name in names}))
    said += [words for name, words in _FLAGS.items() if left.pop(name, None) is True]
    if item:
        said.append("each " + from_rules(item, items))
    text = ", ".join(said)
    if to_rules(kind, text, item) != meant:
        raise ValueError(f"no words for {kind} rules {dict(rules)}")
    return text


def to_rules(kind: str, words: str, item: str | None = None) -> dict[str, Any]:
    """Rules that the words stand for: the inverse of `from_rules`.

    Args:
        kind: What the words are about.
        words: A comment.
        item: The kind of the elements where `kind` is "repeated".
    """
    rules: dict[str, Any] = {}
    head, each, tail = words.partition("each ") if item else (words, "", "")
    for clause in filter(None, head.split(", ")):
        rules |= _clause(kind, clause)
    if item and each:
        rules["items"] = to_rules(item, tail)
    return rules


def from_rpc(verb: str, path: str, permission: str, *, deprecated: bool) -> str:
    """Words for what the contract says about an RPC."""
    allowed = "any authenticated user" if permission == "authenticated" else permission and f"permission {permission}"
    return ", ".join(filter(None, (f"{verb} {path}".strip(), allowed, "deprecated" if deprecated else "")))


def to_rpc(words: str) -> tuple[str, str, str]:
    """HTTP method, path and permission that the words of an RPC stand for: the inverse of `from_rpc`."""
    match = _RPC.match(words)
    if match is None:
        raise ValueError(f"cannot read the comment {words!r}")
    return match["verb"] or "", match["path"] or "", "authenticated" if match["any"] else match["permission"] or ""


def _clause(kind: str, clause: str) -> dict[str, Any]:
    for name, words in _FLAGS.items():
        if clause == words:
            return {name: True}
    for template in _TEMPLATES[kind]:
        pattern = re.sub(
            r"\\{(\w+)\\}", lambda name: f"(?P<{name[1]}>{_VALUES.get(name[1], _NUMBER)})", re.escape(template)
        )
        if match := re.fullmatch(pattern, clause):
            return {name: _value(name, text) for name, text in match.groupdict().items()}
    raise ValueError(f"cannot read {clause!r} as a limit of a {kind}")


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return " or ".join(map(str, value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _value(name: str, text: str) -> Any:
    if name == "prefix":
        return text
    if name == "not_in":
        return tuple(int(part) for part in text.split(" or "))
    number = float(text)
    return int(number) if number.is_integer() else number
