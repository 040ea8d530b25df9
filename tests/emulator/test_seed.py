"""Data in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from zitadel import user_pb2

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def seeded(make_wire: Any) -> Any:
    with Emulator() as emulator:
        made = emulator.seed(users=30, grants=100, tokens=25, memberships=5)
        wire = make_wire(emulator)
        wire.org_id = made.org_id
        yield made, wire
        wire.channel.close()


def test_users_are_of_both_kinds(seeded: Any) -> None:
    made, wire = seeded
    users = {user.id: user for user in wire.call("ListUsers").result}
    assert set(made.user_ids) <= set(users)
    kinds = [users[user_id].WhichOneof("type") for user_id in made.user_ids]
    assert kinds.count("machine") == 3
    assert kinds.count("human") == 27
    assert {user.state for user in users.values()} == {user_pb2.USER_STATE_ACTIVE}


def test_every_grant_is_listed_with_its_names(seeded: Any) -> None:
    made, wire = seeded
    grants = wire.call("ListUserGrants").result
    assert [grant.id for grant in grants] == made.grant_ids
    assert len({(grant.user_id, grant.project_id) for grant in grants}) == 100
    assert all(grant.user_name and grant.project_name and grant.org_name == "ZITADEL" for grant in grants)
    assert {tuple(grant.role_keys) for grant in grants} == {("viewer",), ("editor", "viewer"), ("admin",)}


def test_tokens_and_memberships_are_those_of_two_further_robots(seeded: Any) -> None:
    made, wire = seeded
    tokens = wire.call("ListPersonalAccessTokens", user_id=made.token_user_id).result
    assert [token.id for token in tokens] == made.token_ids
    assert len(tokens) == 25
    memberships = wire.call("ListUserMemberships", user_id=made.member_user_id).result
    assert [membership.org_id for membership in memberships].count(made.org_id) == 1
    assert len(memberships) == 5


def test_seeded_data_has_a_history(seeded: Any) -> None:
    made, wire = seeded
    changes = wire.call("ListProjectChanges", project_id=made.project_ids[0]).result
    keys = [change.event_type.key for change in changes]
    assert keys[-1] == "EventTypes.project.added"
    assert keys.count("EventTypes.project.role.added") == 3


def test_seeded_users_can_be_worked_with(seeded: Any) -> None:
    made, wire = seeded
    user = made.user_ids[0]
    wire.call("DeactivateUser", id=user)
    assert wire.call("GetUserByID", id=user).user.state == user_pb2.USER_STATE_INACTIVE
    assert wire.call("GetUserByID", id=user).user.details.sequence == 2


def test_seeding_again_adds_to_the_default_organization(own_emulator: Emulator) -> None:
    first, second = (own_emulator.seed(users=5, grants=5, tokens=1, memberships=2) for _ in range(2))
    assert first.org_id == second.org_id == own_emulator.store.fact("default_org_id")
    assert not set(first.user_ids) & set(second.user_ids)
    assert own_emulator.store.value("SELECT count(*) FROM users") == 2 * (5 + 2) + 1


def test_an_organization_of_its_own_is_numbered_when_its_name_is_taken(own_emulator: Emulator) -> None:
    first, second = own_emulator.seed(users=5, org="Acme"), own_emulator.seed(users=5, org="Acme")
    rows = own_emulator.store.all(
        "SELECT name, primary_domain FROM orgs WHERE id IN (?, ?)", first.org_id, second.org_id
    )
    assert [tuple(row) for row in rows] == [("Acme", "acme.localhost"), ("Acme 2", "acme-2.localhost")]


def test_wrong_numbers_leave_no_file_that_would_not_be_seeded_later(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    with pytest.raises(ValueError, match="grants need users"):
        Emulator(db=file, seed={"grants": 5}).start()
    with Emulator(db=file, seed={"grants": 5, "users": 5}) as emulator, emulator.client() as client:
        assert client.management.list_user_grants().total() == 5


def test_no_sequence_is_given_twice(own_emulator: Emulator) -> None:
    for _ in range(2):
        own_emulator.seed(users=5, grants=10, tokens=3, memberships=3)
    twice = "SELECT count(*) FROM events GROUP BY aggregate, aggregate_id, sequence HAVING count(*) > 1"
    assert own_emulator.store.one(twice) is None


@pytest.mark.parametrize(
    ("counts", "message"), [({"grants": 1}, "grants need users"), ({"users": -1}, "users must be 0 or more, not -1")]
)
def test_invalid_counts_are_rejected(own_emulator: Emulator, counts: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        own_emulator.seed(**counts)
