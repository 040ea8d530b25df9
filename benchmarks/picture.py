"""The picture: each row's ratio on a logarithmic axis, its spread, and its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COLORS = {True: "#2e7d32", False: "#c62828", None: "#546e7a"}


def draw(rows: list[dict[str, Any]], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot

    curve = [row for row in rows if row["name"].startswith("list of ")]
    shown = [row for row in rows if row not in curve and row["ratio"] > 0 and row["theirs"]][::-1]
    # As wide as a phone, so that nobody has to enlarge it; each name stands above its point.
    tall = 0.42 * len(shown) + 0.8
    figure, (ratios, costs) = pyplot.subplots(
        2, 1, figsize=(5, tall + 2.6), gridspec_kw={"height_ratios": [tall, 2.2]}, layout="constrained"
    )
    for at, row in enumerate(shown):
        ratio, spread, color = row["ratio"], row["spread"] * row["ratio"], COLORS[row["met"]]
        ratios.errorbar(ratio, at, xerr=spread, fmt="o", color=color, markersize=5, capsize=3)
        ratios.text(0.01, at + 0.28, row["name"][:75], fontsize=8, transform=ratios.get_yaxis_transform(), va="center")
        if row["target"]:
            ratios.plot(float(row["target"].split()[1]), at, "|", color="black", markersize=10)
    ratios.axvline(1, color="#b0bec5", linewidth=1)
    ratios.set_xscale("log")
    ratios.xaxis.set_major_formatter("{x:g}")
    ratios.set_yticks([])
    ratios.set_ylim(-0.6, len(shown) - 0.2)
    ratios.set_xlabel("ratio; | target; green: met, red: missed, gray: no target", fontsize=9)
    counts = [int(row["name"].split()[2].replace(",", "")) for row in curve]
    costs.plot(counts, [row["ours"] for row in curve], "o-", color=COLORS[None])
    costs.set_xscale("log")
    costs.xaxis.set_major_formatter("{x:,.0f}")
    costs.set_ylim(bottom=0)
    costs.set_xlabel("rows of a list", fontsize=9)
    costs.set_ylabel("client CPU a row, microseconds", fontsize=9)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
