"""The public names and signatures are those in tests/data/public_api.txt; docs/compatibility.md has the policy."""

import ast
import importlib.util
from pathlib import Path
from typing import Any

import pytest

import zgrpc

ROOT = Path(__file__).parents[2]


@pytest.fixture
def public_api() -> Any:
    spec = importlib.util.spec_from_file_location("public_api", ROOT / "scripts/public_api.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_exported_names_and_signatures_are_those_on_record(public_api: Any) -> None:
    # `python scripts/public_api.py --write` records a change on purpose, and CHANGELOG.md describes it.
    assert public_api.describe().splitlines() == public_api.RECORDED.read_text().splitlines()


def test_every_exported_name_exists_and_has_a_docstring() -> None:
    for name in zgrpc.__all__:
        assert getattr(zgrpc, name).__doc__, name


def test_type_checkers_see_what_programs_see() -> None:
    tree = ast.parse(Path(zgrpc.__file__).read_text())
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    assert set(zgrpc.__all__) <= imported
