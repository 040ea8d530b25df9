"""Every benchmark: `python -m benchmarks [GROUP ...]` prints the table; the whole of it goes to files and docs too."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.pairs import QUICK

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
PICTURE = ROOT / "docs" / "assets" / "benchmarks.svg"
PAGE = ROOT / "docs" / "benchmarks.md"

# A group is a process of its own.
GROUPS: dict[str, list[str]] = {
    "nothing": ["calls", "nothing"],
    "sync": ["calls", "sync"],
    "threads": ["calls", "threads"],
    "asyncio": ["calls", "aio"],
    "uvloop": ["calls", "uvloop"],
    "otel": ["calls", "otel"],
    "startup": ["startup"],
    "wire": ["lists", "wire"],
    "curve": ["lists", "curve"],
    "emulator": ["lists", "emulator"],
    "link": ["lists", "link"],
    "lag": ["lists", "loop_lag"],
    "batches": ["batches"],
    "scale": ["scale"],
    "load": ["load"],
    "guard": ["guard"],
    "mirror": ["mirror"],
    "size": ["size"],
}
SECONDS = 300
"""The longest that a group may take."""
KEYS = ("name", "ratio", "spread", "unit", "ours", "theirs", "target", "met", "control", "pairs")


def run(group: str, seconds: float = SECONDS) -> list[dict[str, Any]]:
    """Return the rows of a group, or one row that says that it failed or took longer than `seconds`."""
    command = [sys.executable, "-m", f"benchmarks.{GROUPS[group][0]}", *GROUPS[group][1:]]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=seconds, check=True)
    except subprocess.TimeoutExpired:
        return [failed(f"{group} took more than {seconds} s")]
    except subprocess.CalledProcessError:
        return [failed(f"{group} failed, see above")]
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def failed(name: str) -> dict[str, Any]:
    nothing = {"ratio": 0.0, "spread": 0.0, "unit": "", "ours": 0.0, "theirs": 0.0}
    return {"name": name, **nothing, "target": "none", "met": False}


_FIXED = "\N{NO-BREAK SPACE}"


def figure(value: float) -> str:
    """A figure for people: thousands with commas, else three significant digits."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def amount(value: float, unit: str) -> str:
    """A figure with its unit; seconds below one in milliseconds."""
    return f"{figure(value * 1e3)} ms" if unit == "s" and abs(value) < 1 else f"{figure(value)} {unit}"


def in_words(target: str) -> str:
    """A target for people: ``at most 1.05`` for ``<= 1.05``."""
    return target.replace("<=", "at most").replace(">=", "at least")


def verdict(row: dict[str, Any]) -> str:
    return {True: "met", False: "MISSED", None: ""}[row["met"]]


def line(row: dict[str, Any]) -> str:
    control = f"{row['control']:.3f}" if row.get("control") else "-"
    return (
        f"{row['name']:<74} {row['ratio']:>8.3f} {row['spread']:>6.1%} "
        f"{figure(row['ours']):>10} {figure(row['theirs']):>10} {row['unit']:<14} {control:>6} "
        f"{row.get('pairs', 0):>4} {row['target']:<8} {verdict(row)}"
    )


HEAD = (
    f"{'what':<74} {'ratio':>8} {'+-':>6} {'ours':>10} {'theirs':>10} {'unit':<14} {'A/A':>6} {'n':>4} "
    f"{'target':<8} verdict"
)


def markdown(rows: list[dict[str, Any]]) -> str:
    """The table for the page: five columns, so that it fits a screen; `latest.json` has the rest."""
    lines = ["| what | ratio | zgrpc | compared with | target |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        note = f" ({row['note']})" if row.get("note") else ""
        spread = f"{_FIXED}±{_FIXED}{row['spread']:.1%}" if row["spread"] else ""
        theirs = amount(row["theirs"], row["unit"]) if row["theirs"] else ""
        target = f"{in_words(row['target'])}: {verdict(row)}" if row["target"] else ""
        ratio, ours = f"{row['ratio']:.2f}{spread}", amount(row["ours"], row["unit"])
        lines.append(f"| {row['name']}{note} | {ratio} | {ours} | {theirs} | {target} |")
    return "\n".join(lines) + "\n"


def machine() -> str:
    import google.protobuf
    import grpc

    load = f", load average {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, grpcio {grpc.__version__}, protobuf {google.protobuf.__version__}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}"
    )


def main() -> None:
    wanted = sys.argv[1:] or list(GROUPS)
    if unknown := set(wanted) - set(GROUPS):
        sys.exit(f"no such group: {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    started, where, rows = time.monotonic(), machine(), []
    print(where, HEAD, sep="\n\n", flush=True)
    for group in GROUPS:
        if group in wanted:
            for row in run(group):
                rows.append(row)
                print(line(row), flush=True)
    took = f"{time.monotonic() - started:.0f} s"
    missed = [row["name"] for row in rows if row["met"] is False]
    print(f"\n{len(rows)} rows in {took}; missed: {', '.join(missed) or 'none'}")
    if set(wanted) != set(GROUPS) or QUICK:
        return  # a part of the table, or a coarse one, is not written over the whole
    RESULTS.mkdir(exist_ok=True)
    kept = [{key: row.get(key) for key in KEYS} | {"target": row["target"] or None} for row in rows]
    (RESULTS / "latest.json").write_text(json.dumps(kept, indent=1) + "\n")
    from benchmarks.picture import draw

    draw(rows, PICTURE)
    where += f", {time.strftime('%Y-%m-%d')}"
    text = PAGE.read_text()
    before, after = text.partition("<!-- results -->")[0], text.partition("<!-- /results -->")[2]
    PAGE.write_text(f"{before}<!-- results -->\n{where}; {took}.\n\n{markdown(rows)}<!-- /results -->{after}")


if __name__ == "__main__":
    main()
