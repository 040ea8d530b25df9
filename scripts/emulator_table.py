"""Write the table of what the emulator serves into docs/emulator.md; `--check` fails if it is stale.

An RPC is served *by recording* if a call of it was recorded from a real server (`tests/conformance/scenarios`), *by
facts* if scenarios hold what the server's published source and its own tests say (`tests/conformance/v2`), otherwise
*by rules* if the emulator has a handler for it.
"""

from __future__ import annotations

# ruff: noqa: E402 - the script is run from anywhere
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

import yaml

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.registry import load

PAGE = ROOT / "docs" / "emulator.md"
BEGIN, END = "<!-- emulated: begin (scripts/emulator_table.py) -->", "<!-- emulated: end -->"
WAYS = ("recording", "facts", "rules", "not")


def scenario_calls(folder: str) -> set[str]:
    """Return the short names of the RPCs that scenarios call: `user.ListUsers` there is `v2.user.ListUsers` here."""
    found = set()
    for path in sorted((ROOT / "tests" / "conformance" / folder).glob("*.yaml")):
        for step in yaml.safe_load(path.read_text())["steps"]:
            key, _, name = step["call"].partition(".")
            found.add(f"{key if key in SERVICES else f'v2.{key}'}.{name}")
    return found


def ways() -> dict[str, str]:
    """Return how every RPC is served, by short name."""
    recorded, facts, served = scenario_calls("scenarios"), scenario_calls("v2"), load()
    found = {}
    for rpc in all_rpcs().values():
        if rpc.full_name not in served:
            way = "not"
        elif rpc.short_name in recorded:
            way = "recording"
        else:
            way = "facts" if rpc.short_name in facts else "rules"
        found[rpc.short_name] = way
    return found


def table() -> str:
    """Return the table: totals by service, then the names of the RPCs by service and way."""
    found = ways()
    of = {key: {way: [] for way in WAYS} for key in SERVICES}  # type: dict[str, dict[str, list[str]]]
    for short, way in sorted(found.items()):
        key, _, name = short.rpartition(".")
        of[key][way].append(name)
    served = sum(way != "not" for way in found.values())
    lines = [f"{served} of {len(found)} RPCs are served.", "", "| service | by recording | by facts | by rules | not |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    lines += [f"| {key} | {' | '.join(str(len(by[way])) for way in WAYS)} |" for key, by in of.items()]
    for way, title in zip(WAYS, ("By recording", "By facts", "By rules", "Not served"), strict=True):
        lines += ["", f"**{title}**", ""]
        lines += [f"- {key}: {', '.join(f'`{name}`' for name in by[way])}" for key, by in of.items() if by[way]]
    return "\n".join(lines)


def page() -> str:
    """Return the page with the table as it should be."""
    head, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{table()}\n\n{END}{tail}"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if PAGE.read_text() != page():
            sys.exit("docs/emulator.md is stale: run scripts/emulator_table.py")
    else:
        PAGE.write_text(page())
