"""The README's picture: `python scripts/capture_demo.py` writes what the demo prints to docs/images/demo.svg.

The picture uses the reader's own fonts, so that looking at it fetches nothing from elsewhere.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from examples.demo import on_the_emulator  # noqa: E402 - the examples are no installed package

PICTURE = ROOT / "docs/images/demo.svg"
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
# rich's own frame, but with the reader's fonts and without buttons.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>What make demo prints</title>
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


def main() -> None:
    """Run the demo and write the picture."""
    console = Console(record=True, width=110, force_terminal=False, color_system="truecolor")
    on_the_emulator(console)
    svg = console.export_svg(title="make demo", theme=MONOKAI, code_format=FORMAT, unique_id="demo")
    PICTURE.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n")


if __name__ == "__main__":
    main()
