"""The picture of what a list by offset loses: `python -m benchmarks.lost_rows` writes docs/images/lost-rows.svg.

Lists the same user grants twice from the emulator, which gives rows in another order for another offset, as the real
server does: by the obvious loop over pages, and by the client. Each grant is one cell.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zgrpc

PICTURE = Path(__file__).parents[1] / "docs/images/lost-rows.svg"
GRANTS, PAGE = 12_000, 100
COLUMNS, CELL, LEFT = 200, 3.5, 20
TWICE, LOST, ONCE = "#4a6fa5", "#d1495b", "#e3e7ee"


class Run(NamedTuple):
    """What one way of listing gave: how often each grant came, and how long it took."""

    name: str
    seen: Counter[str]
    seconds: float
    requests: int


def loop(zitadel: zgrpc.Client) -> Iterator[str]:
    """The loop that everybody writes."""
    offset = 0
    while True:
        page = zitadel.management.list_user_grants.page(offset=offset, limit=PAGE).result
        yield from (grant.id for grant in page)
        offset += len(page)
        if len(page) < PAGE:
            return


def measure(name: str, emulator: Emulator, ids: Iterator[str]) -> Run:
    """List once."""
    before, started = len(emulator.calls), time.perf_counter()
    seen = Counter(ids)
    return Run(name, seen, time.perf_counter() - started, len(emulator.calls) - before)


def rectangles(grants: list[str], wanted: set[str]) -> str:
    """The path of the cells of some grants; neighbors in a row share a rectangle."""
    path = []
    for row in range(0, len(grants), COLUMNS):
        cells = [grant in wanted for grant in grants[row : row + COLUMNS]]
        x = 0
        while x < len(cells):
            if not cells[x]:
                x += 1
                continue
            end = next((i for i in range(x, len(cells)) if not cells[i]), len(cells))
            path.append(f"M{x} {row // COLUMNS}h{end - x}v1h{x - end}z")
            x = end
    return "".join(path)


def panel(run: Run, grants: list[str], top: float) -> tuple[list[str], float]:
    """One way of listing, drawn from `top` on; also where it ends."""
    lost = {grant for grant in grants if not run.seen[grant]}
    twice = {grant for grant in grants if run.seen[grant] > 1}
    rows = -(-len(grants) // COLUMNS)
    asked = f"{run.requests} request{'s' * (run.requests != 1)}, {run.seconds:.2f} s"
    result = f"{len(lost):,} lost, {len(twice):,} more than once" if lost or twice else "none lost, none twice"
    lines = [
        f'<text x="{LEFT}" y="{top + 20}" class="name">{run.name}</text>',
        f'<text x="{LEFT}" y="{top + 50}" class="result">{result}; {asked}</text>',
        f'<g transform="translate({LEFT} {top + 62}) scale({CELL})">',
        f'<rect width="{COLUMNS}" height="{rows}" fill="{ONCE}"/>',
        f'<path fill="{TWICE}" d="{rectangles(grants, twice)}"/>',
        f'<path fill="{LOST}" d="{rectangles(grants, lost)}"/>',
        "</g>",
    ]
    return lines, top + 62 + rows * CELL


def draw(runs: list[Run], grants: list[str]) -> str:
    """The picture."""
    width, top = LEFT * 2 + COLUMNS * CELL, 14.0
    body: list[str] = []
    for run in runs:
        lines, top = panel(run, grants, top)
        body += lines
        top += 22
    for x, color, meaning in ((0, ONCE, "came once"), (190, LOST, "never came"), (390, TWICE, "came more than once")):
        body.append(f'<rect x="{LEFT + x}" y="{top - 8}" width="18" height="18" fill="{color}"/>')
        body.append(f'<text x="{LEFT + x + 26}" y="{top + 9}" class="key">{meaning}</text>')
    height = top + 26
    title = f"{len(grants):,} user grants, nobody writing: each cell is a grant"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">',
            f"<title>{title}</title>",
            (  # large letters: a phone shows the picture at half its size
                "<style>text{font-family:system-ui,sans-serif;fill:#1c2230}.name{font-size:24px;font-weight:600}"
                ".result,.key{font-size:23px}</style>"
            ),
            f'<rect width="{width:g}" height="{height:g}" rx="6" fill="#fbfcfe"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    with Emulator() as emulator:
        seeded = emulator.seed(users=1_000, grants=GRANTS)
        with emulator.client(org_id=seeded.org_id) as zitadel:
            runs = [
                measure(f"the loop, page {PAGE}", emulator, loop(zitadel)),
                measure("zgrpc", emulator, (grant.id for grant in zitadel.management.list_user_grants())),
            ]
    for run in runs:
        distinct = len(run.seen)
        print(f"{run.name}: {distinct} distinct of {GRANTS}, {run.requests} requests, {run.seconds:.2f} s")
    parser.parse_args().picture.write_text(draw(runs, seeded.grant_ids))


if __name__ == "__main__":
    main()
