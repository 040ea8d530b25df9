"""The generated stub against the contract: no RPC and no keyword missing or extra, in either flavor."""

from __future__ import annotations

import ast
import functools
import keyword
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import zgrpc
from zgrpc import types
from zgrpc._contract.filters import describe_filters
from zgrpc._contract.rpc import Rpc, all_rpcs, find_rpc

STUBS = Path(zgrpc.__file__).parent / "_contract/_generated/types"


class Stub:
    """What one stub declares: its classes, the keys of its TypedDicts, and its aliases."""

    def __init__(self, path: Path) -> None:
        body = ast.parse(path.read_text()).body
        self.classes = {node.name: node for node in body if isinstance(node, ast.ClassDef)}
        self.typed_dicts = {
            node.targets[0].id: [key.value for key in node.value.args[1].keys if isinstance(key, ast.Constant)]
            for node in body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Call)
            and len(node.value.args) == 2
            and isinstance(node.value.args[1], ast.Dict)
        }
        self.aliases = {
            node.target.id: ast.unparse(node.value)
            for node in body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None
        }


@functools.cache
def parsed(name: str) -> Stub:
    return Stub(STUBS / name)


def stub(rpc: Rpc) -> Stub:
    package = rpc.full_name.rpartition("/")[0].rpartition(".")[0]
    return parsed(f"{package.removeprefix('zitadel.').replace('.', '_')}.pyi")


OPTIONS = {"timeout", "org_id", "metadata", "token"}
LIST_OPTIONS = OPTIONS | {"where", "limit", "first_page", "offset", "progress"}
FLAVORS = ["", "Async"]


def service(rpc: Rpc, flavor: str) -> ast.ClassDef:
    return stub(rpc).classes[flavor + rpc.full_name.rpartition("/")[0].rpartition(".")[2]]


def functions(of: ast.ClassDef, name: str) -> list[Any]:
    return [node for node in of.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name]


def call_class(rpc: Rpc, flavor: str) -> ast.ClassDef:
    (found,) = functions(service(rpc, flavor), rpc.python_name)
    return stub(rpc).classes[found.returns.id]


def call(rpc: Rpc, flavor: str) -> list[Any]:
    return functions(call_class(rpc, flavor), "__call__")


def where_type(found: Any) -> str:
    return next((ast.unparse(given.annotation) for given in found.args.kwonlyargs if given.arg == "where"), "")


@pytest.mark.parametrize("flavor", FLAVORS)
def test_every_rpc_is_known_and_nothing_else(flavor: str) -> None:
    for name in {rpc.service for rpc in all_rpcs().values()}:
        of_service = [rpc for rpc in all_rpcs().values() if rpc.service == name]
        known = service(of_service[0], flavor).body
        members = {node.name for node in known if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
        assert members == {rpc.python_name for rpc in of_service}


@pytest.mark.parametrize("flavor", FLAVORS)
def test_the_keywords_are_the_requests_fields_and_the_options_of_other_names(flavor: str) -> None:
    for rpc in all_rpcs().values():
        options = LIST_OPTIONS if rpc.paging else OPTIONS
        fields = {name for name in rpc.descriptor.input_type.fields_by_name if not keyword.iskeyword(name)}
        for_errors = [found for found in call(rpc, flavor) if where_type(found).endswith("ValueOfItsKey]")]
        by_message = [
            found for found in call(rpc, flavor) if len(found.args.posonlyargs) > 1 and found not in for_errors
        ]
        by_keywords = [found for found in call(rpc, flavor) if found not in by_message]
        for found in by_keywords:
            names = [argument.arg for argument in found.args.kwonlyargs]
            assert len(names) == len(set(names)), rpc.full_name
            assert set(names) - options == fields - options, rpc.full_name
            assert options - {"where"} <= set(names)
        for found in by_message:
            assert {argument.arg for argument in found.args.kwonlyargs} - {"where"} == options - {"where"}


def test_a_field_takes_the_place_of_an_option_of_its_name() -> None:
    by_keywords, by_message = call(find_rpc("management", "create_action"), "")
    annotations = [
        next(ast.unparse(arg.annotation) for arg in found.args.kwonlyargs if arg.arg == "timeout")
        for found in (by_keywords, by_message)
    ]
    assert annotations == ["duration_pb2.Duration | datetime.timedelta", "float | None"]


@pytest.mark.parametrize("flavor", FLAVORS)
def test_every_rpc_takes_its_message_and_returns_its_answer(flavor: str) -> None:
    for rpc in all_rpcs().values():
        found = call(rpc, flavor)
        last = found[-1]
        assert ast.unparse(last.args.posonlyargs[-1].annotation).split(" | ")[0].endswith(rpc.request_class.__name__)
        if rpc.paging:
            assert all(ast.unparse(one.returns).startswith(f"{flavor}Pager[") for one in found)
        else:
            assert {ast.unparse(one.returns).partition(".")[2] for one in found} == {rpc.response_class.__name__}
        assert isinstance(last, ast.AsyncFunctionDef) == (bool(flavor) and not rpc.paging)


def test_the_keys_of_where_are_those_of_the_builder() -> None:
    searches = [rpc for rpc in all_rpcs().values() if rpc.paging and describe_filters(rpc.descriptor.input_type)]
    assert len(searches) > 50
    for rpc in searches:
        keys = [found.key for found in describe_filters(rpc.descriptor.input_type)]
        known = stub(rpc)
        forms = {where_type(found) for found in call(rpc, "")}
        (name,) = (form for form in forms if form.endswith("Where"))
        assert known.typed_dicts[known.aliases.get(name, name)] == keys
        (misfit,) = (form for form in forms if form.endswith("ValueOfItsKey]"))
        name = misfit.removeprefix("Mapping[").removesuffix(", ValueOfItsKey]")
        literal = known.aliases[name]
        assert known.aliases.get(literal, literal) == f"Literal[{', '.join(map(repr, keys))}]"


@pytest.mark.parametrize("flavor", FLAVORS)
def test_every_rpc_has_the_docstring_that_it_has_at_run_time(flavor: str) -> None:
    from zgrpc._contract.docs import rpc_doc

    for rpc in all_rpcs().values():
        (documented, *_) = functions(service(rpc, flavor), rpc.python_name)
        assert ast.get_docstring(documented) == rpc_doc(rpc)


def test_every_name_can_be_imported_at_run_time() -> None:
    at_run_time: Any = types.ListUsersWhere
    assert at_run_time is Any
    assert not hasattr(types, "__path__")


def test_names_are_unique_over_all_stubs() -> None:
    found: Counter[str] = Counter()
    for path in STUBS.glob("*.pyi"):
        known = parsed(path.name)
        found.update(name for names in (known.classes, known.typed_dicts, known.aliases) for name in names)
    assert [name for name, count in found.items() if count > 1 and not name.startswith("_")] == []


def test_deprecated_rpcs_are_deprecated_in_the_stubs() -> None:
    for rpc in all_rpcs().values():
        for found in call(rpc, ""):
            markers = [ast.unparse(one) for one in found.decorator_list if "deprecated" in ast.unparse(one)]
            assert bool(markers) == rpc.deprecated
