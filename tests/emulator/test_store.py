"""The store: durability, transactions, and reads that trail writes."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from zgrpc.testing import Emulator
from zgrpc.testing.domain import open_store
from zgrpc.testing.errors import Err
from zgrpc.testing.store import Schema, Store

if TYPE_CHECKING:
    import zgrpc

SERVE = """
import sys, time
from zgrpc.testing import Emulator
with Emulator(db=sys.argv[1], owner_token="owner-of-the-file") as emulator:
    print(emulator.port, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def store() -> Any:
    store = open_store()
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


WRITE = """
import os, sys, threading
from zgrpc.testing import Emulator
with Emulator(db=sys.argv[1], owner_token="owner-of-the-file") as emulator, emulator.client() as client:
    os.write(1, b"ready\\n")
    def write(writer):
        for number in range(100_000):
            name = f"robot-{sys.argv[2]}-{writer}-{number}"
            client.management.add_machine_user(user_name=name, name="Robot")
            os.write(1, f"{name}\\n".encode())  # whole lines, whichever thread writes
    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
"""

KILLS = int(os.environ.get("ZGRPC_KILLS", "4"))
"""How often the process that writes is killed; `make kills` does it 50 times."""


@pytest.mark.timeout(120 + 10 * KILLS)
def test_a_file_survives_kills_under_writes(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    acknowledged: set[str] = set()
    for life in range(KILLS):
        command = [sys.executable, "-c", WRITE, str(file), str(life)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            for _ in range(10 + 7 * (life % 7)):
                acknowledged.add(process.stdout.readline().strip())
            os.kill(process.pid, signal.SIGKILL)
    with Emulator(db=file) as emulator:
        store = emulator.store
        assert acknowledged <= {row["user_name"] for row in store.all("SELECT user_name FROM users")}
        assert store.value("PRAGMA integrity_check") == "ok"
        users = store.value("SELECT count(*) FROM users")
        events = store.value("SELECT count(*) FROM events WHERE type = 'user.machine.added' AND sequence = 1")
        assert users == events  # no user without an event, no event without a user


def test_a_second_emulator_on_one_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    with Emulator(db=file):
        with pytest.raises(OSError, match="another emulator has this file open"):
            Emulator(db=file).start()
        ended = subprocess.run(
            [sys.executable, "-c", SERVE, str(file)], capture_output=True, text=True, timeout=60, check=False
        )
        assert "another emulator has this file open" in ended.stderr
    with Emulator(db=file) as emulator:  # and not for longer than it runs
        assert emulator.store.value("SELECT count(*) FROM users") == 1


@pytest.mark.parametrize("in_file", [True, False])
def test_readers_do_not_wait_for_one_another(in_file: bool, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "zitadel.db") if in_file else None)
    together = threading.Barrier(3, timeout=10.0)

    def read(_: int) -> Any:
        with store.read():
            together.wait()
            return store.value("SELECT count(*) FROM users")

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(read, range(3))) == [0, 0, 0]
    store.close()


@pytest.mark.parametrize("in_file", [True, False])
def test_a_reader_sees_one_state_while_others_write(in_file: bool, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "zitadel.db") if in_file else None)
    stop = threading.Event()

    def write() -> int:
        count = 0
        while not stop.is_set():
            with store.write():
                store.insert("facts", name=f"a{count}", value="1")
                store.insert("facts", name=f"b{count}", value="1")
            count += 1
        return count

    def read(_: int) -> list[int]:
        with store.read():
            return [store.value("SELECT count(*) FROM facts") for _ in range(3)]

    with ThreadPoolExecutor(4) as pool:
        writer = pool.submit(write)
        try:
            seen = list(pool.map(read, range(200)))
        finally:
            stop.set()
        written = writer.result(timeout=10)
    assert all(len(set(counts)) == 1 and counts[0] % 2 == 0 for counts in seen)
    assert store.value("SELECT count(*) FROM facts") == 2 * written
    store.close()


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


def test_a_file_of_the_first_version_opens_with_what_it_holds(tmp_path: Path, make_wire: Any) -> None:
    file = tmp_path / "zitadel.db"
    old = sqlite3.connect(file)
    old.create_function("lower", 1, str.lower, deterministic=True)
    old.executescript((Path(__file__).parent / "data" / "version_1.sql").read_text())
    old.close()
    with Emulator(db=file, owner_token="owner-of-the-file") as emulator:
        wire = make_wire(emulator)
        assert {user.user_name for user in wire.call("ListUsers").result} == {"owner", "robot-of-version-1"}
        wire.machine("robot-of-today")
        wire.channel.close()
    with Emulator(db=file, owner_token="owner-of-the-file") as emulator:
        assert emulator.store.value("SELECT count(*) FROM users") == 3


def test_a_file_from_before_login_names_had_domains_gets_them(tmp_path: Path) -> None:
    file = tmp_path / "zitadel.db"
    with Emulator(db=file) as emulator, emulator.client() as client:
        management = client.management
        org = management.get_my_org().org.id
        names = ("bare", "jo@b.test", "jo@a.test", "ann@a.test", "ANN")
        users = {name: management.add_machine_user(user_name=name, name=name).user_id for name in names}
        other = management.add_org(name="Other").id
        elsewhere = client.with_org(other).management.add_machine_user(user_name="else", name="Else").user_id
    old = sqlite3.connect(file)
    old.create_function("lower", 1, str.lower, deterministic=True)
    for domain, primary in (("a.test", 1), ("b.test", 0)):
        old.execute("UPDATE org_domains SET is_primary = 0 WHERE org_id = ? AND ?", (org, primary))
        old.execute("INSERT INTO org_domains VALUES (?, ?, 1, ?, 0, 9e15, 9e15, 1)", (org, domain, primary))
    instance = "(SELECT value FROM facts WHERE name = 'instance_id')"
    old.execute(f"""UPDATE policies SET settings = '{{"user_login_must_be_domain": true}}' WHERE owner = {instance}""")
    old.execute("INSERT INTO policies VALUES ('domain', ?, '{}', 1, 1, 1)", (other,))
    old.executescript(BEFORE_LOGIN_DOMAINS)
    old.commit()
    old.close()
    with Emulator(db=file, owner_token="of-today") as emulator, emulator.client() as client:

        def names_of(user_id: str, client: zgrpc.Client = client) -> tuple[str, str, list[str]]:
            user = client.management.get_user_by_id(id=user_id).user
            return user.user_name, user.preferred_login_name, [name for name in user.login_names if ".test" in name]

        assert names_of(users["bare"]) == ("bare", "bare@a.test", ["bare@a.test", "bare@b.test"])
        assert names_of(users["jo@b.test"])[0] == "jo"
        assert names_of(users["jo@a.test"])[0] == "jo@a.test", "taken without the domain"
        assert names_of(users["ann@a.test"])[0] == "ann@a.test", "taken in capitals"
        assert names_of(elsewhere, client.with_org(other)) == ("else", "else", [])


BEFORE_LOGIN_DOMAINS = """
DROP INDEX user_name_taken;
DROP INDEX users_by_name;
ALTER TABLE users DROP COLUMN preferred_login_name;
ALTER TABLE users DROP COLUMN login_domain;
ALTER TABLE users DROP COLUMN login_domains;
CREATE UNIQUE INDEX user_name_taken ON users(lower(user_name));
UPDATE schema_steps SET steps = 2 WHERE area = 'users';
"""
"""Takes a file back to what the version before wrote."""


def test_a_file_gets_the_tables_and_columns_that_it_lacks(tmp_path: Path) -> None:
    file = str(tmp_path / "areas.db")
    first = Schema("a", ("CREATE TABLE a (x TEXT);",))
    old = open_with(file, first)
    old.insert("a", x="kept")
    old.close()
    second = Schema("a", (*first.steps, "ALTER TABLE a ADD COLUMN y TEXT DEFAULT 'new; with a semicolon';"))
    new = open_with(file, second, Schema("b", ("CREATE TABLE b (z TEXT);",)))
    assert tuple(new.one("SELECT x, y FROM a") or ()) == ("kept", "new; with a semicolon")
    new.insert("b", z="1")
    new.close()
    with pytest.raises(ValueError, match="a newer version of the emulator's tables for a"):
        open_with(file, first)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = str(tmp_path / "areas.db")
    first = Schema("a", ("CREATE TABLE a (x TEXT);",))
    open_with(file, first).close()
    with pytest.raises(sqlite3.OperationalError):
        open_with(file, Schema("a", (*first.steps, "ALTER TABLE a ADD COLUMN y TEXT; ALTER TABLE nowhere ADD z;")))
    kept = open_with(file, first)
    assert [row["name"] for row in kept.all("PRAGMA table_info(a)")] == ["x"]
    kept.close()


def open_with(file: str, *schemas: Schema) -> Store:
    return Store(schemas, file)


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


def test_reads_show_writes_after_the_lag(make_wire: Any) -> None:
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


def test_a_trailing_read_passes_a_writer_that_waits_for_readers() -> None:
    store = open_store(lag=0.01)
    reading, passed = threading.Event(), threading.Event()

    def write() -> None:
        with store.write():
            store.insert("facts", name="a", value="1")

    def read() -> None:
        with store.read():
            reading.set()
            while store.lock.acquire(blocking=False):  # until the writer has it
                store.lock.release()
            with store.trail():
                store.new_id()
        passed.set()

    reader, writer = (threading.Thread(target=each, daemon=True) for each in (read, write))
    reader.start()
    assert reading.wait(5.0)
    writer.start()
    assert passed.wait(5.0)
    writer.join()
    store.close()


def test_reset_forgets_everything_but_the_owner(own_emulator: Emulator, make_wire: Any) -> None:
    own_emulator.seed(users=20, grants=40, tokens=3, memberships=2)
    own_emulator.reset()
    assert own_emulator.calls == []
    wire = make_wire(own_emulator)
    assert [user.user_name for user in wire.call("ListUsers").result] == ["owner"]
    assert own_emulator.store.value("SELECT count(*) FROM orgs") == 1
    wire.channel.close()


def test_reset_clears_trailing_reads_too(make_wire: Any) -> None:
    with Emulator(projection_lag=0.05) as emulator:
        emulator.seed(users=20, grants=40)
        emulator.reset()
        time.sleep(0.1)
        wire = make_wire(emulator)
        assert [user.user_name for user in wire.call("ListUsers").result] == ["owner"]
        wire.channel.close()


def test_a_remembered_answer_is_computed_again_after_a_write(store: Any) -> None:
    def facts() -> Any:
        with store.read():
            return store.remember("facts", lambda: store.value("SELECT count(*) FROM facts"))

    assert facts() == 0
    with store.write():
        store.insert("facts", name="a", value="1")
    assert facts() == 1
    store.insert("facts", name="b", value="1")  # outside of a transaction
    assert facts() == 2


def test_a_remembered_answer_is_computed_once_between_writes(store: Any) -> None:
    computed: list[int] = []
    for _ in range(3):
        with store.read():
            store.remember("key", lambda: computed.append(1))
    assert len(computed) == 1


def test_a_row_is_read_once_between_writes(store: Any) -> None:
    store.insert("facts", name="a", value="first")

    def row() -> Any:
        with store.read():
            return store.one("SELECT * FROM facts WHERE name = ?", "a")

    def fact() -> Any:
        with store.read():
            return store.fact("a")

    read, value = row(), fact()
    assert row() is read
    assert fact() is value
    store.insert("facts", name="b", value="second")
    assert row() is not read
    assert fact() == "first"


def test_nothing_is_remembered_of_a_transaction_that_is_rolled_back(store: Any) -> None:
    def count() -> Any:
        return store.remember("facts", lambda: store.value("SELECT count(*) FROM facts"))

    with contextlib.suppress(KeyError), store.write():
        store.insert("facts", name="a", value="1")
        assert count() == 1
        raise KeyError
    with store.read():
        assert count() == 0
