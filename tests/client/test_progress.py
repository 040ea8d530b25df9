"""`progress=` of lists, of `map` and in bulk, over the wire: a function, a bar of tqdm, rich's `Progress`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console
from rich.progress import Progress

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def client() -> Iterator[zgrpc.Client]:
    with Emulator() as emulator, emulator.client() as client:
        for number in range(5):
            client.management.add_machine_user(user_name=f"bot-{number}", name=f"Bot {number}")
        yield client


def bots(client: zgrpc.Client, progress: Any) -> zgrpc.Pager[Any]:
    return client.management.list_users(where={"user_name": zgrpc.starts_with("bot-")}, first_page=2, progress=progress)


@pytest.fixture
def shown() -> Progress:
    return Progress(console=Console(file=io.StringIO()))


@pytest.fixture
def bar() -> Iterator[Any]:
    with pytest.importorskip("tqdm").tqdm(file=io.StringIO()) as bar:
        yield bar


def test_a_list_gets_a_task_in_rich(client: zgrpc.Client, shown: Progress) -> None:
    assert len(bots(client, shown).all()) == 5
    (task,) = shown.tasks
    assert (task.description, task.completed, task.total) == ("management.list_users", 5, 5)


def test_each_call_that_shows_progress_gets_a_task_of_its_own(client: zgrpc.Client, shown: Progress) -> None:
    bots(client, shown).all()
    list(client.map(str, [1], progress=shown))
    assert [(task.description, task.completed) for task in shown.tasks] == [("management.list_users", 5), ("map", 1)]


def test_a_list_moves_a_bar_of_tqdm_also_when_fetched_again(client: zgrpc.Client, bar: Any) -> None:
    users = bots(client, bar)
    for _ in range(2):
        users.all()
        assert (bar.n, bar.total) == (5, 5)


def test_map_moves_rich_and_tqdm(client: zgrpc.Client, shown: Progress, bar: Any) -> None:
    for progress in (shown, bar):
        assert len(list(client.map(str, range(7), progress=progress))) == 7
    (task,) = shown.tasks
    assert (task.description, task.completed, task.total) == ("map", 7, 7)
    assert (bar.n, bar.total) == (7, 7)


def test_requests_without_a_length_leave_the_total_open(client: zgrpc.Client, shown: Progress, bar: Any) -> None:
    for progress in (shown, bar):
        list(client.map(str, iter(range(3)), progress=progress))
    assert (shown.tasks[0].completed, shown.tasks[0].total) == (3, None)
    assert (bar.n, bar.total) == (3, None)


def test_bulk_changes_have_one_task_in_rich(client: zgrpc.Client, shown: Progress) -> None:
    client.bulk.apply({"projects": [{"name": "Shop"}], "roles": [{"project": "Shop", "key": "clerk"}]}, progress=shown)
    (task,) = shown.tasks
    assert task.description == "bulk.apply"
    assert task.completed == task.total


@pytest.mark.parametrize(
    ("wrong", "given"), [(3, "int"), ("bar", "str"), (Progress, "the class Progress"), (object(), "object")]
)
def test_anything_else_is_rejected_before_a_request_is_sent(client: zgrpc.Client, wrong: Any, given: str) -> None:
    says = f"progress must be a function of two numbers, a tqdm bar or a rich Progress, not {given}$"
    with pytest.raises(TypeError, match=f"management.list_users: {says}"):
        bots(client, wrong)
    with pytest.raises(TypeError, match=f"map: {says}"):
        client.map(str, [1], progress=wrong)
    with pytest.raises(TypeError, match=f"bulk.apply: {says}"):
        client.bulk.apply({}, progress=wrong)
