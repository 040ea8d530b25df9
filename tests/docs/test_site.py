"""The site: built strictly without the network, complete, and loading nothing from elsewhere."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import zgrpc
import zgrpc.testing

ROOT = Path(__file__).parents[2]
NOWHERE = "http://127.0.0.1:9"  # whatever would fetch something is sent there, and fails


def script(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / f"scripts/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reference() -> Any:
    return script("rpc_reference")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.xdist_group("site")
def test_it_builds_strictly_and_every_rpc_can_be_searched(site: Path, reference: Any) -> None:
    found = {entry["location"] for entry in json.loads((site / "search/search_index.json").read_text())["docs"]}
    for service, group, rpcs in reference.groups():
        for rpc in rpcs:
            assert f"reference/rpcs/{service}-{group}.html#{rpc.python_name}" in found


@pytest.mark.xdist_group("site")
def test_its_styles_and_scripts_fetch_nothing_from_elsewhere(site: Path) -> None:
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import\s+['\"]?https?:", style.read_text()), style
    for picture in site.rglob("*.svg"):
        assert not re.search(r"(href|src)=[\"']https?:|url\(https?:", picture.read_text()), picture


def test_every_public_name_is_in_the_reference() -> None:
    pages = "".join(page.read_text() for page in (ROOT / "docs/reference").glob("*.md"))
    described = set(re.findall(r"^::: zgrpc\.(\S+)$", pages, re.MULTILINE))
    wanted = {name for name in zgrpc.__all__ if not name.startswith("__")} | {
        f"testing.{name}" for name in zgrpc.testing.__all__
    }
    assert wanted - described == set()


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/a.js"></script>',
        '<link href="https://fonts.example/css" rel="stylesheet">',
        "<img src=//tracker.example/p.gif>",
    ],
)
def test_a_page_that_loads_from_elsewhere_fails_the_build(html: str) -> None:
    from mkdocs.exceptions import PluginError
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    config: Any = {"site_url": None, "use_directory_urls": False, "repo_url": None, "edit_uri": None}
    page = Page(None, File("index.md", "docs", "site", use_directory_urls=False), config)
    check = script("site_check").on_post_page
    assert check('<a href="https://example.com">a link is fine</a>', page=page)
    with pytest.raises(PluginError, match="would load from elsewhere"):
        check(html, page=page)


def test_the_reference_tells_route_permission_request_answer_filters_and_paging(reference: Any) -> None:
    section = "\n".join(reference.rpc_section(reference.find_rpc("management", "list_user_grants")))
    assert "| route | `POST /users/grants/_search` |" in section
    assert "| permission | `user.grant.read` |" in section
    assert "| request | [`ListUserGrantRequest`](" in section
    assert "| items | list of [`UserGrant`](" in section
    assert "| paging | by offset and limit; the client gives the list complete |" in section
    assert "| `role_key` | `string`; compared exactly |" in section
    assert "| `email` | `string`, or `starts_with`, `contains`, `ends_with`, `equals` of one |" in section


def test_the_reference_tells_the_limits_of_nested_fields(reference: Any) -> None:
    section = "\n".join(reference.rpc_section(reference.find_rpc("management", "add_human_user")))
    assert "| `profile.first_name` | | 1 to 200 characters |" in section
