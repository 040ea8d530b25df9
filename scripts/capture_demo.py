"""Draw the pictures of terminals: `python scripts/capture_demo.py [demo] [command-line]` writes docs/images/*.svg.

Both show what the commands really print against an emulator. The pictures use the reader's own fonts, so that they load
nothing from elsewhere.
"""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the examples are no installed package

WIDTH = 112
COMMANDS = (
    "zgrpc list management.ListUserGrants --where role_key=admin --where email~=@zoo --limit 4",
    "zgrpc list management.ListUserGrants --to grants.parquet",
    "zgrpc call management.GetUserByID id=42",
    "zgrpc call management.GetUserByID idd=42",
    "zgrpc load management.GetUserByID id=USER --rate 50 --duration 5s --warmup 1s --threshold 'p50<50ms' --quiet",
)
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
# rich's own frame, but with the reader's fonts and without buttons.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{ font-family: FONTS; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: system-ui, sans-serif; font-size: 18px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
""".replace("FONTS", FONTS)


def draw_demo() -> None:
    """Run the demo and draw what it prints."""
    from examples.demo import on_the_emulator

    console = Console(record=True, width=110, force_terminal=False, color_system="truecolor")
    on_the_emulator(console)
    _save(console, "demo", "make demo")


def draw_command_line() -> None:
    """Run a few commands on a terminal, against an emulator with 20,000 grants, and draw what they print."""
    from zgrpc.testing import Emulator

    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with Emulator() as emulator, tempfile.TemporaryDirectory() as folder:
        emulator.seed(users=500, grants=20_000)
        with emulator.client() as client:
            user = next(user for user in client.management.list_users(limit=2) if user.HasField("human")).id
        environ = {
            **os.environ,
            "ZITADEL_URL": f"http://{emulator.target}",
            "ZITADEL_TOKEN": str.__str__(emulator.owner_token),
            "COLUMNS": str(WIDTH),
            "TERM": "xterm-256color",
        }
        for command in COMMANDS:
            console.print(Text(f"$ {command}", style="bold green"))
            console.print(Text.from_ansi(_on_terminal(command.replace("USER", user), environ, folder)))
    _save(console, "command-line", "zgrpc")


def _on_terminal(command: str, environ: dict[str, str], folder: str) -> str:
    """Return what a command prints to a terminal; what its progress display erases is left out."""
    ours, theirs = pty.openpty()
    path = f"{Path(sys.executable).parent}:{environ.get('PATH', '')}"
    process = subprocess.Popen(
        ["/bin/sh", "-c", command],
        env={**environ, "PATH": path},
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # Linux reports the closed end of a terminal as an error
        while part := os.read(ours, 65536):
            seen += part
    process.wait()
    os.close(ours)
    text = seen.decode().replace("\r\n", "\n").rpartition("\x1b[?25h")[2]
    return re.sub(r"\x1b\[[0-9;]*[AKJ]|\r", "", text)


def _save(console: Console, name: str, title: str) -> None:
    form = FORMAT.replace("TITLE", f"What {title} prints")
    svg = console.export_svg(title=title, theme=MONOKAI, code_format=form, unique_id=name)
    text = "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
    (ROOT / f"docs/images/{name}.svg").write_text(text, encoding="utf-8")


PICTURES = {"demo": draw_demo, "command-line": draw_command_line}


def main(names: list[str]) -> None:
    """Draw the pictures of these names, or all."""
    for name in names or PICTURES:
        PICTURES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
