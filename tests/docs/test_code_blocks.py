"""Every code block of the documentation does what the page says; `scripts/doc_blocks.py` describes how pages run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import zgrpc
import zgrpc.guard
import zgrpc.mirror

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts/doc_blocks.py"
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
    if "```" in page.read_text()
]


EXAMPLES: list[tuple[str, type]] = [
    ("client-examples", zgrpc.Client),
    ("async-client", zgrpc.AsyncClient),
    ("lists", zgrpc.Pager),
    ("lists", zgrpc.AsyncPager),
    ("batching-examples", zgrpc.Batch),
    ("batching-examples", zgrpc.AsyncBatch),
    ("bulk", zgrpc.Bulk),
    ("bulk", zgrpc.AsyncBulk),
    ("bulk", zgrpc.Plan),
    ("bulk", zgrpc.Report),
    ("guard", zgrpc.guard.Guard),
    ("guard", zgrpc.guard.AsyncGuard),
    ("guard", zgrpc.guard.Identity),
    ("guard", zgrpc.guard.Grants),
    ("guard", zgrpc.guard.AsyncGrants),
    ("mirror", zgrpc.mirror.Mirror),
    ("mirror", zgrpc.mirror.AsyncMirror),
    ("mirror", zgrpc.mirror.Reader),
]
"""The pages of the reference with an example for each member of a class. All examples run."""


@pytest.mark.parametrize(("page", "described"), EXAMPLES, ids=lambda case: getattr(case, "__name__", case))
def test_the_reference_has_an_example_for_each_member(page: str, described: type) -> None:
    names = {name for name in dir(described) if not name.startswith("_")}
    shown = re.findall(r"```python\n(.*?)```", (ROOT / f"docs/reference/{page}.md").read_text(), re.DOTALL)
    waits = [text for text in shown if re.search(r"\bawait\b|\basync\b", text)]
    examples = "\n".join(waits if described.__name__.startswith("Async") else shown)
    assert {name for name in names if not re.search(rf"\.{name}\b", examples)} == set()


def run(page: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a page in a process of its own: pages change the working folder and the environment."""
    command = [sys.executable, "-W", "error", str(SCRIPT), str(page)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180, check=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_code_block_runs(page: Path, tmp_path: Path) -> None:
    done = run(page, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "```python\nimport zgrpc\nzitadel.management.get_user_by_id(id='4711')\n```",
            "line 2 (line 3): NotFoundError",
        ),
        ("```python\nprint('a')\n```\n\n```text title=\"output\"\nb\n```", "prints\na"),
        ("```python\ndef:\n```", "invalid syntax"),
        ("<!-- not run: no -->\n```python\ndef:\n```", "invalid syntax"),
        ('```python title="test_it.py"\ndef test_it(zitadel):\n    assert not zitadel\n```', "test_it.py fails"),
        (f"```python\nlong = '{'a' * 100}'\n```", "109 characters; 100 can be read"),
        ("<!-- hidden\n1 / 0\n-->", "ZeroDivisionError"),
        ("```bash\nmake no-such-target\n```", "no target no-such-target"),
        ("```bash\npip install 'zgrpc[no-such-extra]'\n```", "no extra no-such-extra"),
        ("```bash\nzgrpc list management.ListUsers --no-such-option\n```", "No such option"),
        ("```bash\nzgrpc emulator --no-such-option\n```", "No such option"),
        ("```bash\nfrobnicate\n```", "pages do not show frobnicate"),
    ],
)
def test_a_block_that_contradicts_its_page_is_reported(text: str, message: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text)
    done = run(page, tmp_path)
    assert done.returncode == 1
    assert message in done.stderr


def test_a_page_is_one_program_that_may_await(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```python\nimport zgrpc\n"
        "credentials = zgrpc.PersonalAccessToken(token)\n"
        'client = zgrpc.AsyncClient("https://acme.zitadel.cloud", credentials=credentials)\n```\n'
        "then\n"
        "```python\nprint((await client.auth.get_my_user()).user.user_name)\nawait client.close()\n```\n"
        '```text title="output"\nowner\n```\n'
    )
    done = run(page, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "3 blocks" in done.stdout
