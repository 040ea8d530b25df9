"""The live view of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.load.engine import Plan
from zgrpc.load.live import live_view
from zgrpc.load.observed import Observed
from zgrpc.load.result import encode, new_histogram, record

if TYPE_CHECKING:
    import pytest


def test_text_of_the_server_does_not_control_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal
    evil = "\x1b]0;evil\x07"
    histogram = new_histogram()
    record(histogram, 0.1)
    observed = Observed(["a"], 1)
    observed.add(0, {"t": 1.0, "in_flight": 0, "lag": "", "steps": [["a", 1, {evil: 1}, encode(histogram)]]})
    with live_view(Plan(rate=1.0), lambda _: None, on=True) as (watch, remark):
        remark(f"step failed: {evil}")
        watch(observed)
    shown = capsys.readouterr().err
    assert "step failed: \\x1b]0;evil\\x07" in shown
    assert "1x \\x1b]0;evil\\x07" in shown
    assert evil not in shown
