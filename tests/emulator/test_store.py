"""The store: what is kept, what is undone, what trails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from zgrpc.testing import Emulator
from zgrpc.testing.errors import Err
from zgrpc.testing.store import Store

if TYPE_CHECKING:
    from pathlib import Path

SERVE = """
import sys, time
from zgrpc.testing import Emulator
with Emulator(db=sys.argv[1], owner_token="owner-of-the-file") as emulator:
    print(emulator.port, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def store() -> Any:
    store = Store()
    yield store
    store.close()


def test_acknowledged_writes_survive_a_killed_process(tmp_path: Path, make_wire: Any) -> None:
    file = tmp_path / "zitadel.db"
    with subprocess.Popen([sys.executable, "-c", SERVE, str(file)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        running = Emulator(port=port, owner_token="owner-of-the-file")  # a stand-in for the other process's address
        wire = make_wire(running)
        names = {f"robot-{i}" for i in range(20)}
        for name in names:
            wire.machine(name)
        os.kill(process.pid, signal.SIGKILL)
        wire.channel.close()
    with Emulator(db=file, owner_token="owner-of-the-file") as emulator:
        wire = make_wire(emulator)
        assert names <= {user.user_name for user in wire.call("ListUsers").result}
        wire.machine("robot-20")
        wire.channel.close()


def test_a_kept_store_takes_a_new_owner_token_and_forgets_the_old(tmp_path: Path, make_wire: Any) -> None:
    file = tmp_path / "zitadel.db"
    with Emulator(db=file, owner_token="first-token") as emulator:
        owner = emulator.store.fact("owner_id")
    with Emulator(db=file, owner_token="second-token") as emulator:
        wire = make_wire(emulator)
        assert wire.whoami("second-token") == owner
        assert wire.whoami("first-token").startswith("UNAUTHENTICATED")
        wire.channel.close()


def test_a_kept_store_is_not_seeded_again(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    for _ in range(2):
        with Emulator(db=file, seed={"users": 3}) as emulator:
            assert emulator.store.value("SELECT count(*) FROM users") == 4  # and the owner


def test_tables_of_another_version_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    with Emulator(db=file) as emulator:
        emulator.store.run("PRAGMA user_version = 999")
    with pytest.raises(ValueError, match="version 999"):
        Emulator(db=file).start()


def test_a_refused_call_leaves_nothing_behind(wire: Any) -> None:
    before = wire.emulator.store.value("SELECT count(*) FROM events")
    assert wire.code("AddMachineUser", user_name="owner", name="Taken") is grpc.StatusCode.ALREADY_EXISTS
    assert wire.emulator.store.value("SELECT count(*) FROM events") == before


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    def half() -> None:
        with store.write():
            store.insert("facts", name="a", value="1")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        half()
    assert store.one("SELECT 1 FROM facts") is None


def test_a_unique_index_answers_with_the_message_of_what_is_taken(store: Store) -> None:
    org = {"state": 1, "primary_domain": "", "created": 0, "changed": 0, "sequence": 1}
    store.insert("orgs", id="1", name="Acme", **org)

    def another() -> None:
        with store.write():
            store.insert("orgs", id="2", name="ACME", **org)

    with pytest.raises(Err) as refused:
        another()
    assert refused.value.details == "Organisation's name or id already taken (V3-DKcYh)"


def test_ids_have_18_digits_and_grow(store: Store) -> None:
    ids = [store.new_id() for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert {len(each) for each in ids} == {18}


def test_sequences_count_within_an_aggregate(store: Store) -> None:
    events = [store.push("user", user, "user.changed", owner="o", editor="e") for user in ("1", "2", "1")]
    assert [event.sequence for event in events] == [1, 1, 2]
    assert [event.position for event in events] == [1, 2, 3]


def test_reads_trail_writes_by_the_lag(make_wire: Any) -> None:
    with Emulator(projection_lag=0.3) as emulator:
        wire = make_wire(emulator)
        robot = wire.machine("robot")
        assert wire.code("GetUserByID", id=robot) is grpc.StatusCode.NOT_FOUND
        assert wire.code("AddMachineUser", user_name="robot", name="Twin") is grpc.StatusCode.ALREADY_EXISTS
        deadline = time.monotonic() + 5.0
        while wire.code("GetUserByID", id=robot) is not grpc.StatusCode.OK:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        wire.call("RemoveUser", id=robot)
        assert wire.code("GetUserByID", id=robot) is grpc.StatusCode.OK
        wire.channel.close()


def test_reset_forgets_everything_but_the_owner(own_emulator: Emulator, make_wire: Any) -> None:
    own_emulator.seed(users=20, grants=40, tokens=3, memberships=2)
    own_emulator.reset()
    assert own_emulator.calls == []
    wire = make_wire(own_emulator)
    assert [user.user_name for user in wire.call("ListUsers").result] == ["owner"]
    assert own_emulator.store.value("SELECT count(*) FROM orgs") == 1
    wire.channel.close()


def test_reset_reaches_reads_that_trail(make_wire: Any) -> None:
    with Emulator(projection_lag=0.05) as emulator:
        emulator.seed(users=20, grants=40)
        emulator.reset()
        time.sleep(0.1)
        wire = make_wire(emulator)
        assert [user.user_name for user in wire.call("ListUsers").result] == ["owner"]
        wire.channel.close()
