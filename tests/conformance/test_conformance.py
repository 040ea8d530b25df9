"""The emulator answers as the real server was recorded to, step by step.

`conform.py`, `scenarios/` (recorded) and `v2/` (derived from the server's source and its own tests) are copies of what
the project was given; they are never edited here. `own/` is ours: what the server's source says beyond them.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
import pytest
import yaml

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SCENARIOS = sorted((HERE / "scenarios").glob("*.yaml"))
V2_SCENARIOS = sorted((HERE / "v2").glob("*.yaml"))
OWN_SCENARIOS = sorted((HERE / "own").glob("*.yaml"))
V2_PASSING = {
    "80_v2_create_users",
    "81_v2_update_users",
    "83_v2_list_users_filters",
    "84_v2_list_users_order_and_pages",
    "85_v2_email_phone_password",
    "87_v2_keys_and_secrets",
    "88_v2_user_metadata",
    "90_v2_sessions",
    "60_v2_authorization_lifecycle",
    "61_v2_authorization_list",
    "63_v2_authorization_access",
    "64_v2_administrators",
    "66_v2_projects",
    "67_v2_project_roles_and_grants",
    "68_v2_organizations",
    "70_v2_applications",
    "72_admin_v1",
}
"""The scenarios of `v2` whose every step passes. Add those that you make pass; the others may fail."""


@pytest.fixture(scope="module")
def conform() -> Any:
    spec = importlib.util.spec_from_file_location("conform", HERE / "conform.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
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
    _play(scenario, conform, emulator, capsys)


@pytest.mark.parametrize("name", sorted(V2_PASSING))
def test_every_step_of_v2_is_answered_as_the_facts_say_three_times_in_a_row(
    name: str, conform: Any, emulator: Emulator, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _play(_sorted(HERE / "v2" / f"{name}.yaml", conform, tmp_path), conform, emulator, capsys)


@pytest.mark.parametrize("scenario", OWN_SCENARIOS, ids=lambda path: path.stem)
def test_every_step_of_our_own_is_answered_as_the_source_says_three_times_in_a_row(
    scenario: Path, conform: Any, emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    _play(scenario, conform, emulator, capsys)


def _sorted(scenario: Path, conform: Any, folder: Path) -> Path:
    """A copy whose unordered lists are sorted as `conform` sorts the answers; one of the scenarios' is not."""
    found = yaml.safe_load(scenario.read_text())
    for step in found["steps"]:
        step["expect"] = conform.canonical(step["expect"], step.get("unordered"))
    copy = folder / scenario.name
    copy.write_text(yaml.safe_dump(found, sort_keys=False))
    return copy


def _play(scenario: Path, conform: Any, emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    options = [("grpc.max_receive_message_length", -1)]
    with grpc.insecure_channel(emulator.target, options=options) as channel:
        counts = [conform.run(scenario, channel, str.__str__(emulator.owner_token), record=False) for _ in range(3)]
    assert all(failed == 0 for _, failed in counts), capsys.readouterr().out
    assert all(passed > 0 for passed, _ in counts)


def test_the_recordings_are_all_here() -> None:
    assert len(SCENARIOS) == 31
    assert len(V2_SCENARIOS) == 17


def test_a_recorded_answer_that_is_not_given_is_noticed(conform: Any, emulator: Emulator, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("steps: [{call: management.GetMyOrg, expect: {ok: {org: {name: Nobody}}}}]")
    with grpc.insecure_channel(emulator.target) as channel:
        assert conform.run(wrong, channel, str.__str__(emulator.owner_token), record=False) == (0, 1)
