"""Find deprecated RPCs in Python code and load scenarios."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.filters import QUERY_FIELDS
from zgrpc._contract.rpc import Rpc, rpcs_of
from zgrpc._migrate_changes import Use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import yaml

SUFFIXES = (".py", ".yaml", ".yml")
_SKIPPED = {"node_modules", "site-packages", "__pycache__"}
_NAME = re.compile(r"(?:v\d\.)?[a-z_]+\.[A-Za-z_]\w+")
_OPTIONS = frozenset(
    {"timeout", "org_id", "metadata", "where", "limit", "offset", "first_page", "page_size", "progress"}
)
_COMBINED = ("and", "or", "not")
_SCENARIO_KEYS = ("call", "list")
_MERGE = "tag:yaml.org,2002:merge"


def files(path: Path, on_error: Callable[[OSError], object] = lambda _: None) -> Iterator[Path]:
    """Yield the Python and YAML files of a folder, without hidden and installed ones; or the file itself.

    Links are followed, and each file comes once.

    Args:
        path: A folder or a file.
        on_error: Called with the error of a folder or link that cannot be read; the others are read.
    """
    seen: set[Path] = set()
    todo = [path]
    while todo:
        found = todo.pop()
        try:
            if found.is_dir():
                if (real := found.resolve()) not in seen:
                    seen.add(real)
                    inside = sorted(found.iterdir(), reverse=True)
                    if found == path or all(entry.name != "pyvenv.cfg" for entry in inside):
                        todo += filter(_is_own, inside)
                continue
            wanted = found == path or (found.suffix in SUFFIXES and found.is_file())
        except OSError as error:
            on_error(error)
            continue
        if wanted and (real := found.resolve()) not in seen:
            seen.add(real)
            yield found


def _is_own(path: Path) -> bool:
    """Return whether the name of a file or folder is neither that of a hidden nor of an installed one."""
    return not (path.name.startswith(".") or path.name in _SKIPPED)


def uses(path: Path) -> list[Use]:
    """Return every use of a deprecated RPC in a file, in the order of the lines.

    Args:
        path: A Python file or a YAML file; a YAML file without `steps` or `data` has none.

    Raises:
        ValueError: The file cannot be read as what its name says. Names the file and the line.
        OSError: The file cannot be read.
        ModuleNotFoundError: PyYAML is not installed.
    """
    content = path.read_bytes()
    try:
        if path.suffix == ".py" or (path.suffix not in SUFFIXES and _names_python(content)):
            found = _Reader(path, _parsed(path, content)).found
        else:
            found = list(_scenario(path, content))
    except RecursionError:
        raise ValueError(f"{path}:1: nested too deeply to be read") from None
    return sorted((use for use in found if use.rpc.deprecated), key=lambda use: use.line)


def _names_python(content: bytes) -> bool:
    """Return whether a script without a suffix names Python in its first line."""
    return content.startswith(b"#!") and b"python" in content.partition(b"\n")[0]


def _parsed(path: Path, content: bytes) -> ast.Module:
    try:
        return _quietly(content)
    except MemoryError:  # CPython's word for code that is nested too deeply for its parser
        raise RecursionError from None
    except (SyntaxError, ValueError) as error:
        line, message = getattr(error, "lineno", None) or 1, getattr(error, "msg", str(error))
        raise ValueError(f"{path}:{line}: not Python: {message}") from None


def _quietly(code: str | bytes) -> ast.Module:
    """Parse code that is not ours, without the warnings about its invalid escapes and the like."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(code)


class _Reader(ast.NodeVisitor):
    """Find RPCs such as `client.management.list_users` in Python code, through names of services, stubs and strings."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self.path = path
        self.found: list[Use] = []
        self._called: dict[int, ast.Call] = {}
        self._names: dict[str, str] = {}
        for _ in range(2):  # a function may return what a later line of it assigns
            for node in ast.walk(tree):
                for target, value in _assigned(node):
                    if (place := _place(target)) and (service := self._service(value)):
                        self._names[place] = service
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                self._called[id(_rpc_called(node))] = node
        self.visit(tree)

    def _service(self, node: ast.expr) -> str | None:
        """Return the place of the service that an expression is; None if it is not a service."""
        if isinstance(node, (ast.IfExp, ast.BoolOp)):
            choices = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            return next(filter(None, map(self._service, choices)), None)
        if isinstance(node, ast.Call):
            return _class_of(node.func) or self._names.get(_place(node.func))
        if isinstance(node, ast.Attribute):
            version = _last_name(node.value)
            known = next((key for key in (f"{version}.{node.attr}", node.attr) if key in SERVICES), None)
            return known or self._names.get(_place(node))
        return self._names.get(_place(node))

    def _add(self, node: ast.expr, service: str, name: object) -> None:
        rpc = next((rpc for rpc in rpcs_of(service).values() if name in (rpc.name, rpc.python_name)), None)
        if rpc is not None:
            line = node.end_lineno or node.lineno  # of the RPC's name, where a chain of attributes takes several lines
            self.found.append(Use(self.path, line, rpc, *_arguments(rpc, self._called.get(id(node)))))

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
    elif isinstance(node, ast.arguments):
        positional = [*node.posonlyargs, *node.args]
        yield from zip(positional[len(positional) - len(node.defaults) :], node.defaults, strict=True)
        yield from ((name, value) for name, value in zip(node.kwonlyargs, node.kw_defaults, strict=True) if value)
    elif isinstance(node, ast.ClassDef):
        for inner in node.body:
            for name, value in _assigned(inner):
                if isinstance(name, ast.Name):
                    yield ast.Attribute(ast.Name("self"), name.id), value
    if isinstance(node, (ast.AnnAssign, ast.arg)) and node.annotation is not None:
        yield node if isinstance(node, ast.arg) else node.target, ast.Call(node.annotation, [], [])
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        returned: list[ast.expr] = [ast.Call(node.returns, [], [])] if node.returns is not None else []
        returned += [found.value for found in ast.walk(node) if isinstance(found, ast.Return) and found.value]
        for value in returned:
            yield ast.Name(node.name), value
            yield ast.Attribute(ast.Name("self"), node.name), value  # a method or a property


def _place(node: ast.expr | ast.arg) -> str:
    """Return the key of a name, an argument, an attribute or an item; empty for other expressions.

    Attributes of one name count as one, whatever has them, and so do the items of one name.
    """
    if isinstance(node, ast.Subscript):
        return f"{inner}[]" if (inner := _place(node.value)) else ""
    return f".{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "arg", "") or getattr(node, "id", "")


def _class_of(node: ast.expr) -> str | None:
    """Return the service that a class is, also as an annotation such as ``"ManagementService | None"``."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            body = _quietly(node.value).body
        except (SyntaxError, ValueError, MemoryError):
            return None
        return _class_of(body[0].value) if body and isinstance(body[0], ast.Expr) else None
    if isinstance(node, ast.BinOp):
        return _class_of(node.left) or _class_of(node.right)
    if isinstance(node, ast.Subscript):  # Optional[...]
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return next(filter(None, map(_class_of, parts)), None)
    return _CLASSES.get(_last_name(node))


def _last_name(node: ast.expr) -> str:
    """Return the last part of a dotted name; empty for other expressions."""
    return str(getattr(node, "attr", "") or getattr(node, "id", ""))


def _rpc_called(call: ast.Call) -> ast.expr:
    """Return what a call calls, without `.page` and `.with_options(...)` after the RPC."""
    function = _without_page(call.func)
    if isinstance(function, ast.Call) and isinstance(function.func, ast.Attribute):
        options = function.func
        return options.value if options.attr == "with_options" else function
    return function


def _without_page(function: ast.expr) -> ast.expr:
    return function.value if isinstance(function, ast.Attribute) and function.attr == "page" else function


def _options_of(call: ast.Call) -> list[ast.keyword]:
    """Return the keywords of `.with_options(...)` between the RPC and a call of it."""
    options = _without_page(call.func)
    return options.keywords if isinstance(options, ast.Call) and _last_name(options.func) == "with_options" else []


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
    keywords = [*_options_of(call), *call.keywords] if call is not None else []
    if call is None or any(keyword.arg is None for keyword in keywords):
        return None, None
    given = {keyword.arg: keyword.value for keyword in keywords if keyword.arg is not None}
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
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two for escapes beyond Unicode
        mark = getattr(error, "problem_mark", None)
        reads = "" if path.suffix in SUFFIXES else "; zgrpc migrate reads .py, .yaml and .yml files"
        raise ValueError(f"{path}:{mark.line + 1 if mark else 1}: not YAML{reads}") from None
    for document in documents:
        if isinstance(document, yaml.MappingNode) and {"steps", "data"} & _entries(document).keys():
            yield from _nodes(path, document, set())


def _entries(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    """Return the entries of a mapping, with those that `<<` merges into it."""
    import yaml

    own: dict[str, yaml.Node] = {}
    merged: dict[str, yaml.Node] = {}
    seen = {id(node)}
    todo = [(node, own)]
    while todo:
        mapping, entries = todo.pop()
        for key, value in mapping.value:
            if key.tag == _MERGE:
                for part in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                    if isinstance(part, yaml.MappingNode) and id(part) not in seen:
                        seen.add(id(part))
                        todo.append((part, merged))
            elif isinstance(key.value, str):
                entries.setdefault(key.value, value)
    return merged | own


def _nodes(path: Path, node: yaml.Node, seen: set[int]) -> Iterator[Use]:
    """Yield the uses in a node and below it; an alias repeats a node, and each is read once."""
    import yaml

    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(path, item, seen)
    elif isinstance(node, yaml.MappingNode):
        entries = _entries(node)
        for key in _SCENARIO_KEYS:
            name = entries.get(key)
            if isinstance(name, yaml.ScalarNode) and (rpc := _named(name.value)):
                fields, filters = (
                    tuple(_entries(found)) if isinstance(found := entries.get(part), yaml.MappingNode) else ()
                    for part in ("fields", "where")
                )
                own = any(value is name for _, value in node.value)
                yield Use(path, (name if own else node).start_mark.line + 1, rpc, fields, filters)
        for value in entries.values():
            yield from _nodes(path, value, seen)
