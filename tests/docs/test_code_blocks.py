"""Every code block of the documentation does what the page says; `scripts/doc_blocks.py` tells how pages are run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts/doc_blocks.py"
PAGES = [
    page
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
    if "```" in page.read_text()
]


def run(page: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a page in a process of its own: pages change the working folder and the environment."""
    command = [sys.executable, "-W", "error", SCRIPT, page]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=180, check=False)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_code_block_runs(page: Path, tmp_path: Path) -> None:
    done = run(page, tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
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
        ("```bash\nzgrpc emulator --no-such-option\n```", "unrecognized arguments"),
        ("```bash\nfrobnicate\n```", "pages do not show frobnicate"),
    ],
)
def test_a_block_that_does_not_do_what_the_page_says_is_found(text: str, told: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text)
    done = run(page, tmp_path)
    assert done.returncode == 1
    assert told in done.stderr


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
