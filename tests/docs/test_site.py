"""The site builds strictly without the network, is complete, and loads nothing from other hosts."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
import zgrpc.testing
from zgrpc._contract.request import message_from
from zgrpc._contract.rpc import all_rpcs, find_rpc
from zgrpc.testing.wire.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

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
def test_the_site_builds_strictly_and_every_rpc_is_in_its_search(site: Path, reference: Any) -> None:
    found = {entry["location"] for entry in json.loads((site / "search/search_index.json").read_text())["docs"]}
    for rpc in all_rpcs().values():
        page = reference.rpc_place(rpc).path.removesuffix(".md")
        assert f"{page}.html#{rpc.python_name}" in found


@pytest.mark.xdist_group("site")
def test_the_sites_styles_and_scripts_load_nothing_from_other_hosts(site: Path) -> None:
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import\s+['\"]?https?:", style.read_text()), style
    for picture in site.rglob("*.svg"):
        assert not re.search(r"(href|src)=[\"']https?:|url\(https?:", picture.read_text()), picture


@pytest.mark.xdist_group("site")
def test_no_signature_of_the_reference_shows_a_private_name(site: Path) -> None:
    shown = {
        (page.name, name)
        for page in (site / "reference").glob("*.html")
        for signature in re.findall(r'class="[^"]*doc-signature[^"]*">(.*?)</code>', page.read_text(), re.DOTALL)
        for name in re.findall(r"\b_[A-Za-z]\w+", re.sub(r"<[^>]+>", "", signature))
    }
    assert shown == set()


def test_every_public_name_is_in_the_reference() -> None:
    pages = "".join(page.read_text() for page in (ROOT / "docs/reference").glob("*.md"))
    described = set(re.findall(r"^::: zgrpc\.(\S+)$", pages, re.MULTILINE))
    wanted = {name for name in zgrpc.__all__ if not name.startswith("__")} | {
        f"testing.{name}" for name in zgrpc.testing.__all__
    }
    assert wanted - described == set()


def described() -> Iterator[tuple[str, Any]]:
    """Every object of the reference, and the public functions of its classes, by dotted name."""
    for page in sorted((ROOT / "docs/reference").glob("*.md")):
        for name in re.findall(r"^::: (zgrpc\.(?!locust)\S+)$", page.read_text(), re.MULTILINE):
            found = pkgutil.resolve_name(name)
            yield name, found
            if inspect.isclass(found):
                members = inspect.getmembers(found, inspect.isroutine)
                yield from ((f"{name}.{each}", member) for each, member in members if not each.startswith("_"))


def test_a_docstring_that_has_arguments_has_all_of_them() -> None:
    checked = 0
    for name, found in described():
        arguments = re.search(r"^Args:\n(.*?)(?:\n\n\S|\Z)", inspect.getdoc(found) or "", re.DOTALL | re.MULTILINE)
        if arguments is None or not callable(found):
            continue
        documented = set(re.findall(r"^ +\*{0,2}(\w+):", arguments[1], re.MULTILINE))
        taken = [each for each in inspect.signature(found).parameters if each not in ("self", "cls")]
        assert [each for each in taken if each not in documented and not each.startswith("_")] == [], name
        checked += 1
    assert checked > 40


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/a.js"></script>',
        '<link href="https://fonts.example/css" rel="stylesheet">',
        "<img src=//tracker.example/p.gif>",
    ],
)
def test_a_page_that_loads_from_another_host_fails_the_build(html: str) -> None:
    from mkdocs.exceptions import PluginError
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    config: Any = {"site_url": None, "use_directory_urls": False, "repo_url": None, "edit_uri": None}
    page = Page(None, File("index.md", "docs", "site", use_directory_urls=False), config)
    check = script("site_check").on_post_page
    assert check('<a href="https://example.com">a link is fine</a>', page=page)
    with pytest.raises(PluginError, match="would load from elsewhere"):
        check(html, page=page)


def test_the_reference_shows_route_permission_request_answer_filters_and_paging(reference: Any) -> None:
    section = "\n".join(reference.rpc_section(find_rpc("management", "list_user_grants")))
    assert "| route | `POST /users/grants/_search` |" in section
    assert "| permission | `user.grant.read` |" in section
    assert "| request | [`ListUserGrantRequest`](" in section
    assert "| items | list of [`UserGrant`](" in section
    assert "| paging | by offset and limit; the client gives the list complete |" in section
    assert "| `role_key` | `string`; compared exactly |" in section
    assert "| `email` | `string`, or `starts_with`, `contains`, `ends_with`, `equals` of one |" in section


def test_the_reference_says_what_names_the_organization_and_which_list_is_slow(reference: Any) -> None:
    text = "\n".join(reference.rpc_section(find_rpc("v2.authorization", "list_authorizations")))
    assert "| note | ZITADEL v4.13 takes 62 to 85 s for 48,000 authorizations" in text
    assert '| note | `where={"organization_id": ...}` chooses the organization.' in text
    assert "| note |" not in "\n".join(reference.rpc_section(find_rpc("management", "list_users")))


def test_the_reference_links_every_deprecated_rpc_to_its_successor(reference: Any) -> None:
    pages = reference.pages()
    for rpc in all_rpcs().values():
        section = pages[reference.rpc_place(rpc).path].partition(f"## {rpc.python_name}\n")[2].partition("\n## ")[0]
        assert ("*Deprecated by ZITADEL" in section) == rpc.deprecated, rpc.short_name
        for name in rpc.successors:
            successor = all_rpcs()[name]
            page = Path(reference.rpc_place(successor).path)
            assert f"[{successor.short_name}]({page.name}#{successor.python_name})" in section, rpc.short_name


def test_the_reference_shows_the_limits_of_nested_fields(reference: Any) -> None:
    section = "\n".join(reference.rpc_section(find_rpc("management", "add_human_user")))
    assert "| `profile.first_name` | `string` | 1 to 200 characters |" in section
    assert "| `email.is_email_verified` | `bool` |  |" in section


def test_pages_of_one_group_have_different_names(reference: Any) -> None:
    for path, text in reference.pages().items():
        for line in re.findall(r"^Pages: .*$", text, re.MULTILINE):
            names = re.findall(r"\d+: ([^]*]+)", line)
            assert len(set(names)) == len(names), path


def test_every_rpc_has_a_sentence_that_begins_with_its_verb(reference: Any) -> None:
    for rpc in all_rpcs().values():
        text = reference.sentence(rpc)
        assert re.fullmatch(r"[A-Z][a-z]+ [^.]+\.", text.replace("ZITADEL's", "")), f"{rpc.short_name}: {text}"


def test_the_sentence_of_a_policy_or_of_settings_says_whose_they_are(reference: Any) -> None:
    for rpc in all_rpcs().values():
        if re.search(r"(Policy|Settings)$", rpc.name) and rpc.service != "auth":
            text = reference.sentence(rpc)
            assert re.search(r"organization|instance", text), f"{rpc.short_name}: {text}"


def test_every_article_of_a_sentence_fits_its_word(reference: Any) -> None:
    wrong = re.compile(
        r"\ba (?!one|us|uni|U2F)[aeiou]|\ba (LDAP|SMS|SMTP|HTTP|IDP|OIDC|API)\b"
        r"|\ban (?!LDAP|SMS|SMTP|HTTP)[^aeiouAEIO]|\b(\w+) \2\b"
    )
    for rpc in all_rpcs().values():
        text = reference.sentence(rpc)
        assert not wrong.search(text), f"{rpc.short_name}: {text}"


def test_every_example_of_an_rpc_is_a_call_that_the_server_accepts(reference: Any) -> None:
    examples = sys.modules["_examples"]
    for rpc in all_rpcs().values():
        keywords = examples.arguments(rpc)
        validate(message_from(rpc.descriptor.input_type, keywords, rpc.short_name))
        source = "\n".join(examples.example(rpc)[1:-2])
        call = next(node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
        written = [
            ({each.arg: ast.literal_eval(each.value)} if each.arg else ast.literal_eval(each.value))
            for each in call.keywords
        ]
        assert {key: value for one in written for key, value in one.items()} == keywords
        assert max(map(len, source.splitlines())) <= 95, rpc.short_name


def test_every_sentence_written_by_hand_is_of_an_rpc_of_the_contract(reference: Any) -> None:
    written = tomllib.loads((ROOT / "scripts/rpc_sentences.toml").read_text())["sentences"]
    assert set(written) <= {rpc.short_name for rpc in all_rpcs().values()}


def test_the_index_of_messages_names_each_module_once_and_each_of_its_pages(reference: Any) -> None:
    pages = reference.pages()
    index = pages.pop("reference/messages/index.md")
    modules = re.findall(r"^\| `(zitadel\.\S+)` \|", index, re.MULTILINE)
    assert modules == sorted(set(modules))
    linked = re.findall(r"\[`(\S+)`\]\((\S+?)\)", index)
    assert {f"reference/messages/{file}" for _, file in linked} == {path for path in pages if "/messages/" in path}
    for first, file in linked:
        assert re.findall(r"^## (\S+) ", pages[f"reference/messages/{file}"], re.MULTILINE)[0] == first


def test_no_page_of_the_reference_is_estimated_too_tall(reference: Any) -> None:
    pages = sys.modules["_pages"]
    for path, text in reference.pages().items():
        assert pages.height(text.splitlines()) <= 1.1 * pages.TALLEST, path


def test_names_break_at_joints_and_options_and_code_blocks_do_not_break() -> None:
    content = script("site_tables").on_page_content
    assert content("<td><code>IncompleteListError</code></td>") == (
        "<td><code>Incomplete<wbr>List<wbr>Error</code></td>"
    )
    assert content("<code>project.grant.write</code>") == "<code>project.<wbr>grant.<wbr>write</code>"
    assert content("<code>zgrpc/_calls/bound_rpc</code>") == "<code>zgrpc/<wbr>_calls/<wbr>bound_<wbr>rpc</code>"
    assert content("<code>oauth</code>") == "<code>oauth</code>"
    assert content('<h2 id="a_b">get_device_authorization</h2>') == (
        '<h2 id="a_b">get_<wbr>device_<wbr>authorization</h2>'
    )
    name = '<span class="doc doc-object-name doc-class-name">zgrpc.testing.Emulator</span>'
    assert content(name) == name.replace("testing.Emulator", "<wbr>testing.<wbr>Emulator")
    assert content("<code>--first-page 9</code>") == '<code><span class="option">--first-page</span> 9</code>'
    block = "<pre><span></span><code>zgrpc list --first-page IncompleteListError</code></pre>"
    assert content(block) == block
