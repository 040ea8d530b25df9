"""The generated stub against the contract: no RPC and no keyword missing or extra, in either flavour."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

import zgrpc
from zgrpc import types
from zgrpc._filters import describe_filters
from zgrpc._rpc import Rpc, all_rpcs

STUB = ast.parse((Path(zgrpc.__file__).parent / "_generated/services.pyi").read_text())
CLASSES = {node.name: node for node in STUB.body if isinstance(node, ast.ClassDef)}
TYPED_DICTS = {
    node.targets[0].id: [key.value for key in node.value.args[1].keys if isinstance(key, ast.Constant)]
    for node in STUB.body
    if isinstance(node, ast.Assign)
    and isinstance(node.targets[0], ast.Name)
    and isinstance(node.value, ast.Call)
    and isinstance(node.value.args[1], ast.Dict)
}
ALIASES = {
    node.target.id: ast.unparse(node.value)
    for node in STUB.body
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None
}
OPTIONS = {"timeout", "org_id", "metadata"}
LIST_OPTIONS = OPTIONS | {"where", "limit", "page_size", "offset"}
FLAVOURS = ["", "Async"]


def service(rpc: Rpc, flavour: str) -> ast.ClassDef:
    return CLASSES[flavour + rpc.full_name.rpartition("/")[0].rpartition(".")[2]]


def functions(of: ast.ClassDef, name: str) -> list[Any]:
    return [node for node in of.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name]


def call(rpc: Rpc, flavour: str) -> list[Any]:
    found = functions(service(rpc, flavour), rpc.python_name)
    return functions(CLASSES[found[0].returns.id], "__call__") if rpc.paging else found


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_rpc_is_known_and_nothing_else(flavour: str) -> None:
    for name in {rpc.service for rpc in all_rpcs().values()}:
        of_service = [rpc for rpc in all_rpcs().values() if rpc.service == name]
        known = service(of_service[0], flavour).body
        members = {node.name for node in known if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
        assert members == {rpc.python_name for rpc in of_service}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_keywords_are_the_requests_fields(flavour: str) -> None:
    messages_only = []
    for rpc in all_rpcs().values():
        options = LIST_OPTIONS if rpc.paging else OPTIONS
        fields = set(rpc.descriptor.input_type.fields_by_name)
        given = [{argument.arg for argument in found.args.kwonlyargs} for found in call(rpc, flavour)]
        if fields & options:
            messages_only.append(rpc.name)
            fields = set()
        assert set().union(*given) - options == fields, rpc.full_name
        assert all(options - {"where"} <= names for names in given)
    assert sorted(messages_only) == [
        "AddLDAPProvider",
        "BulkSetOrgMetadata",
        "BulkSetUserMetadata",
        "CreateAction",
        "UpdateAction",
        "UpdateLDAPProvider",
    ]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_rpc_takes_its_message_and_returns_its_answer(flavour: str) -> None:
    for rpc in all_rpcs().values():
        found = call(rpc, flavour)
        last = found[-1]
        assert ast.unparse(last.args.posonlyargs[-1].annotation).split(" | ")[0].endswith(rpc.request_class.__name__)
        if rpc.paging:
            assert all(ast.unparse(one.returns).startswith(f"{flavour}Pager[") for one in found)
        else:
            assert {ast.unparse(one.returns).partition(".")[2] for one in found} == {rpc.response_class.__name__}
        assert isinstance(last, ast.AsyncFunctionDef) == (bool(flavour) and not rpc.paging)


def test_the_keys_of_where_are_those_of_the_builder() -> None:
    searches = [rpc for rpc in all_rpcs().values() if describe_filters(rpc.descriptor.input_type)]
    for rpc in searches:
        name = f"{rpc.name}Where"
        keys = TYPED_DICTS[ALIASES.get(name, name)]
        assert keys == [found.key for found in describe_filters(rpc.descriptor.input_type)]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_rpc_has_the_docstring_that_it_has_at_run_time(flavour: str) -> None:
    from zgrpc._docs import rpc_doc

    for rpc in all_rpcs().values():
        (documented, *_) = functions(service(rpc, flavour), rpc.python_name)
        assert ast.get_docstring(documented) == rpc_doc(rpc)


def test_every_name_can_be_imported_at_run_time() -> None:
    assert types.ListUsersWhere is Any
    assert not hasattr(types, "__path__")
