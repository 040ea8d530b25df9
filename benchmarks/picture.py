"""The picture: each row's ratio on a logarithmic axis, its spread, and its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COLOURS = {True: "#2e7d32", False: "#c62828", None: "#546e7a"}


def draw(rows: list[dict[str, Any]], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot

    curve = [row for row in rows if row["name"].startswith("list of ")]
    shown = [row for row in rows if row not in curve and row["ratio"] > 0 and row["theirs"]][::-1]
    figure, (ratios, costs) = pyplot.subplots(
        1, 2, figsize=(15, 0.3 * len(shown) + 1.5), gridspec_kw={"width_ratios": [3, 1]}, layout="constrained"
    )
    for at, row in enumerate(shown):
        ratio, spread, colour = row["ratio"], row["spread"] * row["ratio"], COLOURS[row["met"]]
        ratios.errorbar(ratio, at, xerr=spread, fmt="o", color=colour, markersize=5, capsize=3)
        if row["target"]:
            ratios.plot(float(row["target"].split()[1]), at, "|", color="black", markersize=12)
    ratios.axvline(1, color="#b0bec5", linewidth=1)
    ratios.set_xscale("log")
    ratios.set_yticks(range(len(shown)), [row["name"] for row in shown], fontsize=8)
    ratios.set_xlabel("ratio (| target; green met, red missed, grey without a target)")
    counts = [int(row["name"].split()[2].replace(",", "")) for row in curve]
    costs.plot(counts, [row["ours"] for row in curve], "o-", color=COLOURS[None])
    costs.set_xscale("log")
    costs.set_ylim(bottom=0)
    costs.set_xlabel("rows of a list")
    costs.set_ylabel("client CPU a row, microseconds")
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
