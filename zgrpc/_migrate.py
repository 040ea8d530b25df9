"""Deprecated RPCs in a user's Python code and load scenarios, their successors, and what changes in their fields."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.docs import required_fields
from zgrpc._contract.filters import QUERY_FIELDS, describe_filters
from zgrpc._contract.rpc import Rpc, all_rpcs, nearest, rpcs_of

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
    """The Python and YAML files of a folder, without hidden and installed ones; or the file itself.

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
    """Every use of a deprecated RPC in a file, in the order of the lines.

    Args:
        path: A Python file or a YAML file; a YAML file without `steps` or `data` has none.

    Raises:
        ValueError: The file cannot be read as what its name says. Names the file and the line.
        ModuleNotFoundError: PyYAML is not installed.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            raise ValueError(f"{path}:{error.lineno}: not Python: {error.msg}") from None
        found = _Reader(path, tree).found
    else:
        found = list(_scenario(path, text))
    return sorted((use for use in found if use.rpc.deprecated), key=lambda use: use.line)


def successors(rpc: Rpc) -> list[Rpc]:
    """The RPCs to use in place of a deprecated one; a deprecated successor is followed by its own."""
    found = []
    for name in rpc.successors:
        successor = all_rpcs()[name]
        found += (successor.deprecated and successors(successor)) or [successor]
    return found


def changes(use: Use, successor: Rpc) -> Iterator[str]:
    """What changes in the fields of a use, one sentence each."""
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
    if near := nearest(name, fields, 0.6):
        return f"not in the successor; perhaps {near}"
    if near := nearest(name, filters, 0.6):
        return f"not in the successor; perhaps the key {near!r} of where="
    return "not in the successor"


def _kind(field: FieldDescriptor) -> str:
    kind = field.message_type or field.enum_type
    return str(kind.full_name) if kind is not None else {9: "string", 12: "bytes", 8: "bool"}.get(field.type, "number")


class _Reader(ast.NodeVisitor):
    """Finds RPCs in Python code: `client.management.list_users`, through names of services, stubs and strings."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self.path = path
        self.found: list[Use] = []
        self._called: dict[int, ast.Call] = {}
        self._names: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and (service := self._service(node.value)):
                self._names.update((target.id, service) for target in node.targets if isinstance(target, ast.Name))
            elif isinstance(node, ast.Call):
                self._called[id(node.func)] = node
        self.visit(tree)

    def _service(self, node: ast.expr) -> str | None:
        """The place of the service that an expression is; None if it is none."""
        if isinstance(node, ast.Name):
            return self._names.get(node.id)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            return _STUBS.get(name)
        if isinstance(node, ast.Attribute):
            above = node.value
            version = above.attr if isinstance(above, ast.Attribute) else getattr(above, "id", "")
            return next((key for key in (f"{version}.{node.attr}", node.attr) if key in SERVICES), None)
        return None

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Take an RPC below a service."""
        service = self._service(node.value)
        if service is not None:
            rpcs = rpcs_of(service)
            rpc = rpcs.get(node.attr) or next((rpc for rpc in rpcs.values() if rpc.name == node.attr), None)
            if rpc is not None:
                self.found.append(Use(self.path, node.lineno, rpc, *_arguments(self._called.get(id(node)))))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Take the name of an RPC in a string."""
        if isinstance(node.value, str) and (rpc := _named(node.value)):
            self.found.append(Use(self.path, node.lineno, rpc, None, None))


_STUBS = {f"{full_name.rpartition('.')[2]}Stub": key for key, (full_name, _) in SERVICES.items()}


def _named(text: str) -> Rpc | None:
    """The RPC of a name such as ``management.ListUsers`` or ``management.list_users``."""
    if not _NAME.fullmatch(text):
        return None
    service, _, name = text.rpartition(".")
    if service not in SERVICES:
        return None
    return next((rpc for rpc in rpcs_of(service).values() if name in (rpc.name, rpc.python_name)), None)


def _arguments(call: ast.Call | None) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The fields and the keys of `where=` that a call gives; None for what cannot be read."""
    if call is None or call.args or any(keyword.arg is None for keyword in call.keywords):
        return None, None
    given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}
    where = given.get("where")
    filters: tuple[str, ...] | None = ()
    if isinstance(where, ast.Dict) and all(isinstance(key, ast.Constant) for key in where.keys):
        filters = tuple(str(key.value) for key in where.keys if isinstance(key, ast.Constant))
    elif where is not None:
        filters = None
    return tuple(name for name in given if name not in _OPTIONS), filters


def _scenario(path: Path, text: str) -> Iterator[Use]:
    import yaml

    try:
        document = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ValueError(f"{path}:{mark.line + 1 if mark else 1}: not YAML") from None
    if isinstance(document, yaml.MappingNode) and {"steps", "data"} & _entries(document).keys():
        yield from _nodes(path, document)


def _entries(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


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
