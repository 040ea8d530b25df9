"""Find deprecated RPCs in Python code and load scenarios, their successors, and what changes in their fields."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.docs import required_fields
from zgrpc._contract.filters import QUERY_FIELDS, describe_filters
from zgrpc._contract.rpc import Rpc, all_rpcs, rpcs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import yaml
    from google.protobuf.descriptor import FieldDescriptor

SUFFIXES = (".py", ".yaml", ".yml")
_SKIPPED = {"node_modules", "site-packages", "__pycache__"}
_NAME = re.compile(r"(?:v\d\.)?[a-z_]+\.[A-Za-z_]\w+")
_OPTIONS = frozenset(
    {"timeout", "org_id", "metadata", "where", "limit", "offset", "first_page", "page_size", "progress"}
)
_COMBINED = ("and", "or", "not")
_LONG_WORDS = {"app": "application", "org": "organization"}  # v1 shortens them, v2 does not
_SCENARIO_KEYS = ("call", "list")


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


def files(path: Path) -> Iterator[Path]:
    """Yield the Python and YAML files of a folder, without hidden and installed ones; or the file itself.

    Args:
        path: A folder or a file.
    """
    if path.is_file():
        yield path
        return
    for found in sorted(path.iterdir()):
        if found.name.startswith(".") or found.name in _SKIPPED or (found / "pyvenv.cfg").exists():
            continue
        if found.is_dir():
            yield from files(found)
        elif found.suffix in SUFFIXES:
            yield found


def uses(path: Path) -> list[Use]:
    """Return every use of a deprecated RPC in a file, in the order of the lines.

    Args:
        path: A Python file or a YAML file; a YAML file without `steps` or `data` has none.

    Raises:
        ValueError: The file cannot be read as what its name says. Names the file and the line.
        ModuleNotFoundError: PyYAML is not installed.
    """
    content = path.read_bytes()
    if path.suffix == ".py":
        try:
            tree = ast.parse(content)
        except (SyntaxError, ValueError) as error:
            line, message = getattr(error, "lineno", None) or 1, getattr(error, "msg", str(error))
            raise ValueError(f"{path}:{line}: not Python: {message}") from None
        found = _Reader(path, tree).found
    else:
        found = list(_scenario(path, content))
    return sorted((use for use in found if use.rpc.deprecated), key=lambda use: use.line)


def successors(rpc: Rpc) -> list[Rpc]:
    """Return the RPCs to use in place of a deprecated one; a deprecated successor is followed by its own."""
    found = []
    for name in rpc.successors:
        successor = all_rpcs()[name]
        found += (successor.deprecated and successors(successor)) or [successor]
    return found


def changes(use: Use, successor: Rpc) -> Iterator[str]:
    """Return what changes in the fields of a use, one sentence each."""
    before, after = use.rpc.descriptor.input_type, successor.descriptor.input_type
    paging = {successor.paging.field} if successor.paging else set()
    known = [name for name in after.fields_by_name if name not in paging | QUERY_FIELDS]
    gone = {use.rpc.paging.field} if use.rpc.paging else set()
    fields = use.fields if use.fields is not None else tuple(before.fields_by_name)
    keys = [found.key for found in describe_filters(after)]
    for name in fields:
        if name in gone | QUERY_FIELDS or name not in before.fields_by_name:
            continue
        if name not in after.fields_by_name:
            yield f"{name}: {_instead(name, known, keys)}"
        elif _kind(before.fields_by_name[name]) != _kind(after.fields_by_name[name]):
            kind = _kind(after.fields_by_name[name])
            yield f"{name}: {kind} in place of {_kind(before.fields_by_name[name])}"
    filters = use.filters if use.filters is not None else tuple(found.key for found in describe_filters(before))
    for key in filters if keys else ():
        if key not in keys:
            yield f"where {key!r}: {_instead(key, (), keys)}"
    for name in required_fields(after):
        if name not in fields and name != "organization_id":
            yield f"{name}: new, required"
    if "organization_id" in known and use.rpc.service == "management":
        yield "organization_id: names the organization, which with_org() and org_id= do not fill"
    if use.rpc.paging and successor.paging:
        yield from _list_changes(use.rpc, successor)


def _list_changes(rpc: Rpc, successor: Rpc) -> Iterator[str]:
    before = rpc.descriptor.output_type.fields_by_name[rpc.items]
    after = successor.descriptor.output_type.fields_by_name[successor.items]
    if _kind(before) != _kind(after):
        yield f"items: {_kind(after)} in place of {_kind(before)}"
    if successor.paging is not None and successor.paging.cap and rpc.paging is not None and not rpc.paging.cap:
        yield f"cost: one request for {successor.paging.cap:,} items, in place of one or two for the whole list"


def _instead(name: str, fields: Iterable[str], filters: Iterable[str]) -> str:
    fields, filters = list(fields), list(filters)
    if name in filters:
        return f"now a key of where=, {name!r}"
    if near := _renamed(name, fields):
        return f"not in the successor; perhaps {near}"
    if near := _renamed(name, filters):
        return f"not in the successor; perhaps the key {near!r} of where="
    return "not in the successor"


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


class _Reader(ast.NodeVisitor):
    """Find RPCs such as `client.management.list_users` in Python code, through names of services, stubs and strings."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self.path = path
        self.found: list[Use] = []
        self._called: dict[int, ast.Call] = {}
        self._names: dict[str, str] = {}
        for node in ast.walk(tree):
            for target, value in _assigned(node):
                if service := self._service(value):
                    self._names[_place(target)] = service
            if isinstance(node, ast.Call):
                self._called[id(_rpc_called(node))] = node
        self.visit(tree)

    def _service(self, node: ast.expr) -> str | None:
        """Return the place of the service that an expression is; None if it is not a service."""
        if isinstance(node, ast.Call):
            return _CLASSES.get(_last_name(node.func))
        if isinstance(node, ast.Attribute):
            version = _last_name(node.value)
            known = next((key for key in (f"{version}.{node.attr}", node.attr) if key in SERVICES), None)
            return known or self._names.get(_place(node))
        return self._names.get(_place(node))

    def _add(self, node: ast.expr, service: str, name: object) -> None:
        rpc = next((rpc for rpc in rpcs_of(service).values() if name in (rpc.name, rpc.python_name)), None)
        if rpc is not None:
            self.found.append(Use(self.path, node.lineno, rpc, *_arguments(rpc, self._called.get(id(node)))))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Take an RPC below a service."""
        if service := self._service(node.value):
            self._add(node, service, node.attr)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Take an RPC that `getattr` names."""
        if _last_name(node.func) == "getattr" and len(node.args) > 1 and (service := self._service(node.args[0])):
            self._add(node, service, getattr(node.args[1], "value", None))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Take the name of an RPC in a string."""
        if isinstance(node.value, str) and (rpc := _named(node.value)):
            self.found.append(Use(self.path, node.lineno, rpc, None, None))


def _assigned(node: ast.AST) -> Iterator[tuple[ast.expr | ast.arg, ast.expr]]:
    """Yield what a statement assigns: each target with its value, or with a call of the class that annotates it."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=False)
            else:
                yield target, node.value
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
        yield node.target, node.value
    if isinstance(node, (ast.AnnAssign, ast.arg)) and node.annotation is not None:
        yield node if isinstance(node, ast.arg) else node.target, ast.Call(node.annotation, [], [])


def _place(node: ast.expr | ast.arg) -> str:
    """Return the key of a name, an argument or an attribute; attributes of one name count as one, whatever has them."""
    return f".{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "arg", "") or getattr(node, "id", "")


def _last_name(node: ast.expr) -> str:
    """Return the last part of a dotted name, also in quotes; empty for other expressions."""
    if isinstance(node, ast.Constant):
        return str(node.value).rpartition(".")[2]
    return str(getattr(node, "attr", "") or getattr(node, "id", ""))


def _rpc_called(call: ast.Call) -> ast.expr:
    """Return what a call calls, without `.page` and `.with_options(...)` after the RPC."""
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr == "page":
        function = function.value
    if isinstance(function, ast.Call) and isinstance(function.func, ast.Attribute):
        options = function.func
        return options.value if options.attr == "with_options" else function
    return function


_CLASSES = {
    name: key
    for key, (full_name, _) in SERVICES.items()
    for service in (full_name.rpartition(".")[2],)
    for name in (service, f"Async{service}", f"{service}Stub")
}
"""The classes that a service is: for annotations, and the stubs of protoc."""


def _named(text: str) -> Rpc | None:
    """Return the RPC of a name such as ``management.ListUsers`` or ``management.list_users``."""
    if not _NAME.fullmatch(text):
        return None
    service, _, name = text.rpartition(".")
    if service not in SERVICES:
        return None
    return next((rpc for rpc in rpcs_of(service).values() if name in (rpc.name, rpc.python_name)), None)


def _arguments(rpc: Rpc, call: ast.Call | None) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Return the fields and the keys of `where=` that a call gives; None for what cannot be read."""
    if call is None or any(keyword.arg is None for keyword in call.keywords):
        return None, None
    given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
    fields: tuple[str, ...] | None = tuple(name for name in given if name not in _OPTIONS)
    filters = _keys(given["where"]) if "where" in given else []
    if call.args:
        fields, queried = _fields_of_message(rpc, call.args[0])
        filters = None if queried else filters
    return fields, filters if filters is None else tuple(filters)


def _fields_of_message(rpc: Rpc, node: ast.expr) -> tuple[tuple[str, ...] | None, bool]:
    """Return the fields of a request that is built in place, and whether it may have filters that cannot be read."""
    built = isinstance(node, ast.Call) and _last_name(node.func) == rpc.descriptor.input_type.name
    if not isinstance(node, ast.Call) or not built or node.args or any(one.arg is None for one in node.keywords):
        return None, True
    fields = tuple(str(keyword.arg) for keyword in node.keywords)
    return fields, not QUERY_FIELDS.isdisjoint(fields)


def _keys(where: ast.expr) -> list[str] | None:
    """Return the keys of a `where=`, combinations and what they combine; None if one cannot be read."""
    parts: list[ast.expr] = []
    if isinstance(where, ast.Dict):
        found = []
        for key, value in zip(where.keys, where.values, strict=True):
            if not isinstance(key, ast.Constant):
                return None
            found.append(str(key.value))
            if key.value in _COMBINED:
                parts += value.elts if isinstance(value, (ast.List, ast.Tuple)) else [value]
    elif isinstance(where, ast.Call) and (name := _last_name(where.func).removesuffix("_")) in _COMBINED:
        found, parts = [name], where.args
    else:
        return None
    for part in parts:
        keys = _keys(part)
        if keys is None:
            return None
        found += keys
    return list(dict.fromkeys(found))


def _scenario(path: Path, content: bytes) -> Iterator[Use]:
    import yaml

    try:
        documents = list(yaml.compose_all(content, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ValueError(f"{path}:{mark.line + 1 if mark else 1}: not YAML") from None
    for document in documents:
        if isinstance(document, yaml.MappingNode) and {"steps", "data"} & _entries(document).keys():
            yield from _nodes(path, document)


def _entries(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value if isinstance(key.value, str)}


def _nodes(path: Path, node: yaml.Node) -> Iterator[Use]:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(path, item)
    elif isinstance(node, yaml.MappingNode):
        entries = _entries(node)
        for key in _SCENARIO_KEYS:
            name = entries.get(key)
            if isinstance(name, yaml.ScalarNode) and (rpc := _named(name.value)):
                fields, filters = (
                    tuple(_entries(found)) if isinstance(found := entries.get(part), yaml.MappingNode) else ()
                    for part in ("fields", "where")
                )
                yield Use(path, name.start_mark.line + 1, rpc, fields, filters)
        for value in entries.values():
            yield from _nodes(path, value)
