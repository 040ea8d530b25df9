"""`client.bulk`: the desired state, the plan, the calls, the journal and the report, over the wire."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from zitadel import user_pb2

import zgrpc
from zgrpc.testing import Emulator, faults
from zgrpc.testing.fault import Exchange, Fault, Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DESIRED: dict[str, Any] = {
    "projects": [{"name": "Shop", "project_role_assertion": True}],
    "roles": [
        {"project": "Shop", "key": "admin", "display_name": "Administrator"},
        {"project": "Shop", "key": "clerk"},
    ],
    "users": [
        {
            "user_name": "ada", "first_name": "Ada", "last_name": "Lovelace", "email": "ada@acme.com",
            "email_verified": True, "password": "Secret-1234!",
            "metadata": {"team": "blue"},
            "grants": [{"project": "Shop", "roles": ["admin", "clerk"]}],
            "memberships": [{"roles": ["ORG_OWNER_VIEWER"]}, {"project": "Shop", "roles": ["PROJECT_OWNER"]}],
        },
        {"user_name": "bot", "name": "Bot", "description": "counts"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running


@pytest.fixture
def client(emulator: Emulator) -> Iterator[zgrpc.Client]:
    """A client on an organization of the test's own."""
    emulator.reset()
    with emulator.client() as owner:
        yield owner.with_org(owner.management.add_org(name="Acme").id)


def results(report: zgrpc.Report) -> set[str]:
    return {outcome.result for outcome in report.outcomes}


def test_missing_resources_are_created_with_their_dependents(client: zgrpc.Client) -> None:
    report = client.bulk.apply(DESIRED)
    assert report.ok, str(report)
    assert results(report) == {"created"}
    ada = client.management.list_users(where={"user_name": "ada"}).one()
    assert ada.human.email.is_email_verified
    assert ada.state == 1
    (grant,) = client.management.list_user_grants(where={"user_id": ada.id})
    assert set(grant.role_keys) == {"admin", "clerk"}
    assert client.management.get_user_metadata(id=ada.id, key="team").metadata.value == b"blue"
    assert client.management.list_projects().one().project_role_assertion
    assert {member.user_id for member in client.management.list_org_members()} >= {ada.id}
    project = client.management.list_projects().one().id
    assert [list(m.roles) for m in client.management.list_project_members(project_id=project)][-1] == ["PROJECT_OWNER"]


def test_the_second_run_changes_nothing(client: zgrpc.Client) -> None:
    client.bulk.apply(DESIRED)
    assert client.bulk.plan(DESIRED).is_empty
    assert results(client.bulk.apply(DESIRED)) == {"unchanged"}


def test_an_invited_person_is_not_verified_over_and_over(client: zgrpc.Client) -> None:
    person = {"user_name": "eve", "first_name": "Eve", "last_name": "Ng", "email": "eve@acme.com"}
    desired = {"users": [{**person, "email_verified": True}]}
    assert client.bulk.apply(desired).ok
    assert client.management.list_users(where={"user_name": "eve"}).one().state == user_pb2.USER_STATE_INITIAL
    again = client.bulk.apply(desired)
    assert results(again) == {"unchanged"}, str(again)


async def test_asyncio_applies_the_same(emulator: Emulator, client: zgrpc.Client) -> None:
    async with emulator.async_client() as owner:
        there = owner.with_org(client.org_id)
        plan = await there.bulk.plan(DESIRED)
        assert plan.count("create") == len(plan.changes)
        assert results(await there.bulk.apply(DESIRED)) == {"created"}
        assert results(await there.bulk.apply(DESIRED)) == {"unchanged"}


async def test_asyncio_raises_the_error_of_a_list_itself(emulator: Emulator, client: zgrpc.Client) -> None:
    async with emulator.async_client() as owner:
        full = emulator.faults.add(faults.resource_exhausted(rpc="management.ListProjects"))
        with full, pytest.raises(zgrpc.ResourceExhaustedError):
            await owner.with_org(client.org_id).bulk.plan(DESIRED)


def meanwhile(emulator: Emulator, rpc: str, act: Callable[[], object]) -> Fault:
    """Let somebody else act once, just before a call of an RPC takes effect."""
    acts = iter([act])

    def before(_: Exchange) -> float:
        next(acts, lambda: None)()
        return 0.0

    return emulator.faults.add(Fault("meanwhile", frozenset({rpc}), before=before))


@pytest.mark.parametrize(("description", "result"), [("counts", "unchanged"), ("sleeps", "changed")])
def test_a_row_that_somebody_else_creates_meanwhile_is_taken_over(
    client: zgrpc.Client, emulator: Emulator, description: str, result: str
) -> None:
    bot = {"user_name": "bot", "name": "Bot", "description": description}
    desired = {"users": [{**bot, "metadata": {"team": "blue"}}]}
    with meanwhile(
        emulator,
        "management.AddMachineUser",
        lambda: client.management.add_machine_user(user_name="bot", name="Bot", description="counts"),
    ):
        report = client.bulk.apply(desired)
    assert [outcome.result for outcome in report.outcomes] == [result, "created"], str(report)
    assert client.bulk.plan(desired).is_empty


def test_a_second_run_at_once_is_unchanged_although_reads_trail_writes() -> None:
    with Emulator(projection_lag=0.3) as late, late.client() as client:
        client.bulk.apply(DESIRED)
        assert results(client.bulk.apply(DESIRED)) == {"unchanged"}


async def test_asyncio_waits_for_reads_that_trail_writes() -> None:
    async with Emulator(projection_lag=0.3) as late, late.async_client() as client:
        await client.bulk.apply(DESIRED)
        assert results(await client.bulk.apply(DESIRED)) == {"unchanged"}


@pytest.mark.slow  # it waits three seconds for reads that trail writes
def test_a_row_that_exists_elsewhere_fails_after_a_second_look(client: zgrpc.Client, emulator: Emulator) -> None:
    taken = "management.AddProject"
    fault = Fault("taken", frozenset({taken}), before=refuse)
    with emulator.faults.add(fault):
        report = client.bulk.apply({"projects": [{"name": "Shop"}]})
    assert [outcome.result for outcome in report.outcomes] == ["failed"]
    assert fault.hits == 2


def refuse(_: Exchange) -> float:
    raise Interrupted("ALREADY_EXISTS", "it exists in another organization")


def test_a_row_that_somebody_else_removes_meanwhile_is_absent(client: zgrpc.Client, emulator: Emulator) -> None:
    user = client.management.add_machine_user(user_name="bot", name="Bot").user_id
    with meanwhile(emulator, "management.RemoveUser", lambda: client.management.remove_user(id=user)):
        report = client.bulk.apply({"users": [{"user_name": "bot", "state": "absent"}]})
    assert [outcome.result for outcome in report.outcomes] == ["unchanged"], str(report)


def test_only_the_fields_that_differ_change(client: zgrpc.Client) -> None:
    client.bulk.apply(DESIRED)
    changed: Any = {
        "users": [
            {"user_name": "ada", "nick_name": "Countess", "phone": "+41791234567"},
            {"user_name": "bot", "description": ""},
        ],
        "roles": [{"project": "Shop", "key": "clerk", "group": "floor"}],
        "grants": [{"user": "ada", "project": "Shop", "roles": ["clerk"]}],
        "memberships": [{"user": "ada", "roles": ["ORG_OWNER"]}],
        "metadata": [{"user": "ada", "key": "team", "value": "red"}],
        "projects": [{"name": "Shop", "has_project_check": True}],
    }
    assert results(client.bulk.apply(changed)) == {"changed"}
    assert client.bulk.plan(changed).is_empty
    ada = client.management.list_users(where={"user_name": "ada"}).one()
    assert (ada.human.profile.first_name, ada.human.profile.nick_name) == ("Ada", "Countess")
    assert client.management.list_projects().one().project_role_assertion
    assert client.management.list_users(where={"user_name": "bot"}).one().machine.name == "Bot"


def test_absent_resources_are_removed_in_an_order_that_works(client: zgrpc.Client) -> None:
    client.bulk.apply(DESIRED)
    gone = {
        "projects": [{"name": "Shop", "state": "absent"}],
        "users": [{"user_name": "bot", "state": "absent"}],
        "grants": [{"user": "ada", "project": "Shop", "state": "absent"}],
        "memberships": [{"user": "ada", "state": "absent"}],
        "metadata": [
            {"user": "ada", "key": "team", "state": "absent"},
            {"user": "nobody", "key": "x", "state": "absent"},
        ],
        "roles": [{"project": "Shop", "key": "clerk", "state": "absent"}],
    }  # fmt: skip
    report = client.bulk.apply(gone)
    assert report.ok, str(report)
    assert report.count("removed") == 6
    assert report.count("unchanged") == 1
    assert client.bulk.plan(gone).is_empty
    assert not list(client.management.list_projects())


def test_names_are_the_same_in_any_case_as_they_are_for_zitadel(client: zgrpc.Client) -> None:
    client.bulk.apply(DESIRED)
    other: Any = {
        "projects": [{"name": "SHOP"}],
        "grants": [{"user": "Ada", "project": "shop", "roles": ["admin", "clerk"]}],
    }
    assert client.bulk.plan(other).is_empty
    with pytest.raises(ValueError, match="both about"):
        client.bulk.plan({"users": [{"user_name": "a"}, {"user_name": "A"}]})


def test_a_plan_shows_each_difference_and_changes_nothing(client: zgrpc.Client, emulator: Emulator) -> None:
    client.bulk.apply(DESIRED)
    before = len(emulator.calls)
    plan = client.bulk.plan(
        {
            "users": [{"user_name": "ada", "email": "a@acme.com"}, {"user_name": "eve", "name": "Eve"}],
            "grants": [{"user": "ada", "project": "Shop", "roles": ["admin"]}],
            "metadata": [{"user": "ada", "key": "team", "state": "absent"}],
        }
    )
    assert str(plan).splitlines() == [
        "~ user ada  email: 'ada@acme.com' -> 'a@acme.com'",
        "+ user eve  name='Eve'",
        "- metadata ada/team",
        "~ grant ada/Shop  roles: [admin, clerk] -> [admin]",
        "1 to create, 2 to change, 1 to remove, 0 unchanged",
    ]
    assert all(".List" in call.method for call in emulator.calls[before:])


def test_a_password_is_sent_once_and_shown_nowhere(client: zgrpc.Client) -> None:
    plan = client.bulk.plan(DESIRED)
    assert "Secret-1234!" not in f"{plan} {plan.changes!r} {plan.changes[0].row.digest}"
    assert "password=***" in str(plan)


def test_a_row_that_fails_stops_no_other_and_keeps_its_error_id(client: zgrpc.Client) -> None:
    report = client.bulk.apply(
        {
            "users": [
                {"user_name": "weak", "first_name": "W", "last_name": "K", "email": "w@acme.com", "password": "x"},
                {"user_name": "fine", "name": "Fine"},
            ],
            "metadata": [{"user": "weak", "key": "a", "value": "b"}, {"user": "fine", "key": "a", "value": "b"}],
        }
    )
    assert [outcome.result for outcome in report.outcomes] == ["failed", "created", "failed", "created"]
    failed = report.failed
    assert failed[0].error_id.startswith(("COMMA-", "COMMAND-", "DOMAIN-"))
    assert failed[1].error == "user 'weak' was not created"
    rows = list(csv.DictReader(io.StringIO(report.to_csv())))
    assert (rows[0]["result"], rows[0]["error_id"]) == ("failed", failed[0].error_id)
    assert json.loads(report.to_json())[1]["result"] == "created"
    assert "1 failed" not in str(report)
    assert "2 failed" in str(report)


def test_references_to_missing_rows_cannot_be_applied(client: zgrpc.Client) -> None:
    plan = client.bulk.plan(
        {
            "grants": [{"user": "nobody", "project": "Shop", "roles": ["a"]}],
            "roles": [{"project": "None", "key": "k"}],
            "users": [{"user_name": "new", "email": "n@acme.com"}],
        }
    )
    assert [change.reason for change in plan.changes] == [
        "there is no project 'None'",
        "a new user needs first_name and last_name, or name for a machine",
        "there is no user 'nobody'",
    ]


def test_a_second_run_continues_from_the_journal(client: zgrpc.Client, emulator: Emulator, tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    first = {"users": [{"user_name": f"bot-{i}", "name": "Bot"} for i in range(5)]}
    client.bulk.apply(first, journal=journal)
    assert journal.stat().st_mode & 0o777 == 0o600
    with journal.open("a") as file:
        file.write('{"row": "cut o')  # a crash in the middle of a line
    before = len(emulator.calls)
    more = {"users": [*first["users"], {"user_name": "bot-9", "name": "Bot"}]}
    report = client.bulk.apply(more, journal=journal)
    assert (report.count("done before"), report.count("created")) == (5, 1)
    assert len(emulator.calls) - before == 2
    assert client.bulk.apply(more, journal=journal).count("done before") == 6


def test_a_file_that_is_not_a_journal_is_left_alone(client: zgrpc.Client, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("keep me")
    with pytest.raises(ValueError, match="is not a journal"):
        client.bulk.apply({"users": []}, journal=precious)
    assert precious.read_text() == "keep me"


@pytest.mark.parametrize(
    ("desired", "error", "says"),
    [
        ({"user": []}, TypeError, "no kind 'user'; did you mean 'users'"),
        ({"users": {"user_name": "a"}}, TypeError, "users must be a list of rows, not dict"),
        ({"users": ["ada"]}, TypeError, r"users\[0\] must be a mapping"),
        ({"users": [{"user_nam": "a"}]}, TypeError, r"users\[0\] has no field 'user_nam'; did you mean 'user_name'"),
        ({"users": [{"name": "a"}]}, ValueError, r"users\[0\] needs user_name"),
        ({"users": [{"user_name": 7}]}, TypeError, r"users\[0\].user_name must be a str, not int"),
        ({"users": [{"user_name": "a", "email_verified": "yes"}]}, TypeError, "must be True or False, not str"),
        ({"users": [{"user_name": "a", "name": "A", "email": "x"}]}, ValueError, "mixes fields of a machine"),
        ({"users": [{"user_name": "a", "display_name": ""}]}, ValueError, r"users\[0\].display_name must not be empty"),
        ({"users": [{"user_name": "a", "state": "gone"}]}, ValueError, "'present' or 'absent'"),
        ({"users": [{"user_name": "a"}, {"user_name": "a"}]}, ValueError, "are both about user a"),
        ({"grants": [{"user": "a", "project": "p"}]}, ValueError, "needs roles; to remove it"),
        ({"grants": [{"user": "a", "project": "p", "roles": "admin"}]}, TypeError, "a list of role keys, not str"),
        ([], TypeError, "a mapping of kinds to rows, not list"),
    ],
)
def test_bad_rows_are_rejected_before_anything_is_sent(
    client: zgrpc.Client, emulator: Emulator, desired: Any, error: type[Exception], says: str
) -> None:
    before = len(emulator.calls)
    with pytest.raises(error, match=says):
        client.bulk.apply(desired)
    assert len(emulator.calls) == before


def test_five_hundred_users_with_grants_and_metadata_go_through_twice(client: zgrpc.Client) -> None:
    desired: Any = {
        "projects": [{"name": "Shop"}],
        "roles": [{"project": "Shop", "key": "clerk"}],
        "users": [
            {
                "user_name": f"u{i}", "first_name": "U", "last_name": str(i), "email": f"u{i}@acme.com",
                "metadata": {"number": str(i)}, "grants": [{"project": "Shop", "roles": ["clerk"]}],
            }
            for i in range(500)
        ],
    }  # fmt: skip
    assert client.bulk.apply(desired).count("created") == 1502
    assert client.bulk.apply(desired).count("unchanged") == 1502
