"""The emulator answers what was recorded and a few siblings of it, and says of the rest that it does not."""

from __future__ import annotations

import re
from pathlib import Path

import grpc
import pytest

import zgrpc
from zgrpc.testing import Emulator
from zgrpc.testing.handlers import HANDLERS

SCENARIOS = Path(__file__).parents[1] / "conformance/scenarios"
SIBLINGS = {
    "management.ListAppChanges",
    "management.ListProjectGrantChanges",
    "management.ListProjectGrantMemberRoles",
    "management.ListProjectGrantMembers",
    "management.RemoveProjectGrantMember",
    "management.UpdateOIDCAppConfig",
    "management.UpdateProjectGrantMember",
}


def test_what_is_emulated_is_what_was_recorded_and_its_named_siblings() -> None:
    recorded = {call for path in SCENARIOS.glob("*.yaml") for call in re.findall(r"call: (\S+)", path.read_text())}
    assert set(HANDLERS) == recorded | SIBLINGS


def test_any_other_rpc_is_unimplemented_by_name() -> None:
    with Emulator() as emulator, emulator.client() as client:
        with pytest.raises(zgrpc.UnimplementedError, match="ListHumanPasswordless") as caught:
            list(client.management.list_human_passwordless(user_id="1"))
        assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED
