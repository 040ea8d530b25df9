"""The emulator answers as the real server was recorded to, step by step.

`conform.py` and `scenarios/` are copies of what the project was given; they are never edited here.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SCENARIOS = sorted((HERE / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module")
def conform() -> Any:
    spec = importlib.util.spec_from_file_location("conform", HERE / "conform.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SETTLE = 0.0  # the emulator's reads trail nothing, so a read that differs is not tried again
    return module


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_every_step_is_answered_as_recorded_three_times_in_a_row(
    scenario: Path, conform: Any, emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    options = [("grpc.max_receive_message_length", -1)]
    with grpc.insecure_channel(emulator.target, options=options) as channel:
        counts = [conform.run(scenario, channel, str.__str__(emulator.owner_token), record=False) for _ in range(3)]
    assert all(failed == 0 for _, failed in counts), capsys.readouterr().out
    assert all(passed > 0 for passed, _ in counts)


def test_the_recordings_are_all_here() -> None:
    assert len(SCENARIOS) == 31


def test_a_recorded_answer_that_is_not_given_is_noticed(conform: Any, emulator: Emulator, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("steps: [{call: management.GetMyOrg, expect: {ok: {org: {name: Nobody}}}}]")
    with grpc.insecure_channel(emulator.target) as channel:
        assert conform.run(wrong, channel, str.__str__(emulator.owner_token), record=False) == (0, 1)
