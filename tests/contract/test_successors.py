"""What ZITADEL names in place of each of its 173 deprecated RPCs is said wherever the RPC is described."""

from __future__ import annotations

import ast
import warnings
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import zgrpc
from zgrpc._contract.docs import rpc_doc, short_name
from zgrpc._contract.rpc import all_rpcs
from zgrpc.cli.describe import command as describe
from zgrpc.cli.methods import command as methods

if TYPE_CHECKING:
    from zgrpc._contract.rpc import Rpc

STUBS = Path(zgrpc.__file__).parent / "_contract/_generated/types"


@pytest.fixture(scope="module")
def named(root: Path) -> dict[str, str]:
    """The note on each deprecated RPC, by its full name: from ZITADEL's list, for those that are not in it as well."""
    _, *lines = (root / "scripts/successors.tsv").read_text().splitlines()
    rows = dict(line.split("\t") for line in lines)
    assert len(rows) == 173
    deprecated = [name for name, rpc in all_rpcs().items() if rpc.deprecated]
    assert rows.keys() <= set(deprecated)
    return {name: note(rows.get(name, "")) for name in deprecated}


def note(successor: str) -> str:
    use = f": use {short_name(successor)}." if successor else ", which names no successor."
    return f"Deprecated by ZITADEL{use}"


def rpcs(named: dict[str, str]) -> list[tuple[Rpc, str]]:
    return [(all_rpcs()[name], text) for name, text in named.items()]


def test_in_the_docstring(named: dict[str, str]) -> None:
    assert [rpc.short_name for rpc, text in rpcs(named) if f"\n\n{text}" not in rpc_doc(rpc)] == []


@pytest.mark.slow
def test_in_what_zgrpc_describe_prints(named: dict[str, str]) -> None:
    for rpc, text in rpcs(named):
        printed = CliRunner().invoke(describe, [rpc.short_name], catch_exceptions=False).output
        assert f"  deprecated  {text}\n" in printed, rpc.short_name


def test_in_what_zgrpc_methods_deprecated_prints(named: dict[str, str]) -> None:
    _, *lines = CliRunner().invoke(methods, ["--deprecated"], catch_exceptions=False).output.splitlines()
    printed = dict(line.split(maxsplit=1) for line in lines)
    assert printed.keys() == {rpc.short_name for rpc, _ in rpcs(named)}
    for rpc, text in rpcs(named):
        assert note("") == text or f": use {printed[rpc.short_name]}." in text, rpc.short_name


def test_in_the_warning_of_either_flavor(named: dict[str, str]) -> None:
    for flavor in (zgrpc.Client, zgrpc.AsyncClient):
        client = flavor("http://localhost:1", warn_deprecated=True)
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            for rpc, _ in rpcs(named):
                attrgetter(f"{rpc.service}.{rpc.python_name}")(client)
        assert [str(one.message) for one in found] == [f"{rpc.short_name}: {text}" for rpc, text in rpcs(named)]


@pytest.mark.slow
def test_at_every_overload_of_the_stubs(named: dict[str, str]) -> None:
    found: dict[str, set[str]] = {}
    for path in STUBS.glob("*.pyi"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and node.name.startswith("_"):
                texts = {
                    mark.args[0].value
                    for function in node.body
                    if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
                    for mark in function.decorator_list
                    if isinstance(mark, ast.Call) and isinstance(mark.args[0], ast.Constant)
                }
                found[f"{path.stem}{node.name}"] = {str(text) for text in texts}
    for rpc, text in rpcs(named):
        package = rpc.full_name.removeprefix("zitadel.").rpartition(".")[0].replace(".", "_")
        for flavor in ("", "Async"):
            assert found[f"{package}_{flavor}{rpc.name}"] == {text}, rpc.short_name
