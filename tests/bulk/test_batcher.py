"""Which keys share a search, and which caller gets which item: the decisions, without threads and without a wire."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import zgrpc
from zgrpc._bulk import lookups
from zgrpc._bulk.batcher import UNKNOWN, Batcher, BatchOptions, SearchCall, check_key, check_keys, not_found


class Waiter:
    """A caller that waits for one key."""

    def __init__(self) -> None:
        self.result: Any = None
        self.ended = False

    def done(self) -> bool:
        return self.ended

    def set_result(self, result: Any, /) -> None:
        assert not self.ended
        self.result, self.ended = result, True


class Full:
    """An event of no flavor."""

    def __init__(self) -> None:
        self.is_set = False

    def set(self) -> None:
        self.is_set = True


def batching(options: BatchOptions) -> Batcher[Any]:
    return Batcher(options)


def user(id: str) -> Any:
    return SimpleNamespace(id=id)


def begun(batcher: Batcher[Any], *keys: str, lookup: Any = lookups.USER, parent: str = "") -> tuple[Any, list[Waiter]]:
    """An open search for these keys, and who waits for each."""
    waiters = [Waiter() for _ in keys]
    merged = [batcher.add(lookup, parent, key, waiter, Full) for key, waiter in zip(keys, waiters, strict=True)]
    assert merged[1:] == [None] * (len(keys) - 1)
    return merged[0], waiters


def test_only_the_first_caller_of_a_search_runs_it() -> None:
    batcher = batching(BatchOptions(max_keys=3))
    merged, _ = begun(batcher, "1", "2")
    assert merged is not None
    assert not merged.full.is_set


def test_a_full_search_is_closed_to_further_keys_and_says_so() -> None:
    batcher = batching(BatchOptions(max_keys=2))
    merged, _ = begun(batcher, "1", "2")
    assert merged.full.is_set
    assert batcher.add(lookups.USER, "", "3", Waiter(), Full) is not None


def test_the_same_key_again_does_not_fill_a_search() -> None:
    merged, _ = begun(batching(BatchOptions(max_keys=2)), "1", "1", "1")
    assert not merged.full.is_set


def test_a_search_of_one_key_is_full_at_once() -> None:
    merged, _ = begun(batching(BatchOptions(max_keys=1)), "1")
    assert merged.full.is_set


def test_other_kinds_and_other_parents_have_a_search_of_their_own() -> None:
    batcher = batching(BatchOptions())
    assert batcher.add(lookups.APP, "7", "1", Waiter(), Full)
    assert batcher.add(lookups.APP, "8", "1", Waiter(), Full)
    assert batcher.add(lookups.USER, "", "1", Waiter(), Full)
    assert batcher.add(lookups.APP, "7", "2", Waiter(), Full) is None


def test_a_search_stays_open_for_its_window_and_no_longer() -> None:
    batcher = batching(BatchOptions(window=100.0))
    merged, _ = begun(batcher, "1")
    assert 90.0 < batcher.wait(merged) <= 100.0
    merged.opened -= 1_000.0
    assert batcher.wait(merged) == 0.0


def test_the_call_of_a_search_has_the_keys_that_somebody_waits_for() -> None:
    batcher = batching(BatchOptions())
    merged, waiters = begun(batcher, "1", "2", "2")
    waiters[0].ended = waiters[1].ended = True
    assert batcher.close(merged) == SearchCall(
        "management", "list_users", {"queries": [{"in_user_ids_query": {"user_ids": ["2"]}}]}, None
    )


def test_a_search_that_nobody_waits_for_has_no_call() -> None:
    batcher = batching(BatchOptions())
    merged, (waiter,) = begun(batcher, "1")
    waiter.ended = True
    assert batcher.close(merged) is None


def test_a_closed_search_takes_no_more_keys() -> None:
    batcher = batching(BatchOptions())
    merged, _ = begun(batcher, "1")
    batcher.close(merged)
    assert batcher.add(lookups.USER, "", "2", Waiter(), Full) is not None


def test_closing_a_full_search_leaves_the_next_one_open() -> None:
    batcher = batching(BatchOptions(max_keys=1))
    first, _ = begun(batcher, "1")
    batcher.options = BatchOptions(max_keys=5)  # so that the next one stays open
    batcher.add(lookups.USER, "", "2", Waiter(), Full)
    batcher.close(first)
    assert batcher.add(lookups.USER, "", "3", Waiter(), Full) is None


def test_one_child_of_a_parent_is_got_alone_and_several_by_the_list() -> None:
    batcher = batching(BatchOptions())
    merged, _ = begun(batcher, "1", lookup=lookups.APP, parent="7")
    assert batcher.close(merged) == SearchCall("management", "get_app_by_id", {"project_id": "7", "app_id": "1"}, "app")
    merged, _ = begun(batcher, "1", "2", lookup=lookups.APP, parent="7")
    assert batcher.close(merged) == SearchCall("management", "list_apps", {"project_id": "7"}, None)


def test_each_caller_gets_an_item_of_its_own_or_an_error() -> None:
    batcher = batching(BatchOptions())
    merged, (first, again, missing) = begun(batcher, "1", "1", "2")
    item = user("1")
    batcher.settle(merged, [item, user("9")])
    assert first.result is item
    assert again.result == item
    assert again.result is not item
    assert isinstance(missing.result, zgrpc.NotFoundError)
    assert "no user for '2'" in str(missing.result)


def test_a_caller_who_stopped_waiting_gets_nothing() -> None:
    batcher = batching(BatchOptions())
    merged, (gone, waiting) = begun(batcher, "1", "1")
    gone.ended = True
    item = user("1")
    batcher.settle(merged, [item])
    assert gone.result is None
    assert waiting.result is item, "the first who waits has the item itself"


def test_items_of_many_to_a_key_come_as_a_list_that_may_be_empty() -> None:
    batcher = batching(BatchOptions())
    merged, (both, none) = begun(batcher, "1", "2", lookup=lookups.USER_GRANTS)
    grants = [SimpleNamespace(user_id="1", n=1), SimpleNamespace(user_id="1", n=2), SimpleNamespace(user_id="9", n=3)]
    batcher.settle(merged, grants)
    assert both.result == grants[:2]
    assert none.result == []


def test_a_failed_search_gives_each_caller_an_error_of_its_own() -> None:
    batcher = batching(BatchOptions())
    merged, (first, gone, second) = begun(batcher, "1", "1", "2")
    gone.ended = True
    error = zgrpc.UnavailableError("restarting")
    batcher.fail(merged, error)
    assert first.result is not second.result
    assert {type(first.result), type(second.result)} == {zgrpc.UnavailableError}
    assert first.result.__cause__ is error
    assert gone.result is None


class TestCache:
    """What is kept of answers."""

    def keeping(self, **options: Any) -> Batcher[Any]:
        pytest.importorskip("cachetools")
        return batching(BatchOptions(ttl=100.0, **options))

    def test_without_ttl_nothing_is_kept(self) -> None:
        batcher = batching(BatchOptions())
        merged, _ = begun(batcher, "1")
        batcher.settle(merged, [user("1")])
        batcher.forget()
        assert batcher.cached(lookups.USER, "", "1") is UNKNOWN
        assert batching(BatchOptions(ttl=0)).cached(lookups.USER, "", "1") is UNKNOWN

    def test_an_answer_is_kept_and_each_caller_gets_a_copy(self) -> None:
        batcher = self.keeping()
        merged, (waiter,) = begun(batcher, "1")
        item = user("1")
        batcher.settle(merged, [item])
        assert waiter.result == item
        assert waiter.result is not item, "the kept one is nobody's"
        kept = batcher.cached(lookups.USER, "", "1")
        assert kept == item
        assert kept is not batcher.cached(lookups.USER, "", "1")
        assert batcher.cached(lookups.USER, "", "2") is UNKNOWN
        assert batcher.cached(lookups.USER, "7", "1") is UNKNOWN

    def test_the_absence_of_an_item_is_kept(self) -> None:
        batcher = self.keeping()
        merged, _ = begun(batcher, "1")
        batcher.settle(merged, [])
        assert isinstance(batcher.cached(lookups.USER, "", "1"), zgrpc.NotFoundError)
        batcher.forget()
        assert batcher.cached(lookups.USER, "", "1") is UNKNOWN

    def test_the_absence_of_an_item_is_not_kept_with_a_negative_ttl_of_zero(self) -> None:
        batcher = self.keeping(negative_ttl=0)
        merged, _ = begun(batcher, "1", "2")
        batcher.settle(merged, [user("2")])
        assert batcher.cached(lookups.USER, "", "1") is UNKNOWN
        assert batcher.cached(lookups.USER, "", "2") == user("2")

    def test_lists_are_copied_with_their_items(self) -> None:
        batcher = self.keeping()
        merged, (waiter,) = begun(batcher, "1", lookup=lookups.USER_GRANTS)
        grant = SimpleNamespace(user_id="1")
        batcher.settle(merged, [grant])
        assert waiter.result == [grant]
        assert waiter.result[0] is not grant

    @pytest.mark.parametrize(("error", "kept"), [
        (zgrpc.NotFoundError("gone", id="APP-1"), True), (zgrpc.NotFoundError("no instance"), False),
        (zgrpc.UnavailableError("gone", id="APP-1"), False),
    ])  # fmt: skip
    def test_a_key_that_the_server_did_not_find_is_kept_as_missing(self, error: Any, kept: bool) -> None:
        batcher = self.keeping()
        merged, _ = begun(batcher, "1", lookup=lookups.APP, parent="7")
        batcher.fail(merged, error)
        assert (batcher.cached(lookups.APP, "7", "1") is not UNKNOWN) is kept

    def test_no_more_answers_are_kept_than_allowed(self) -> None:
        batcher = self.keeping(max_cached=2)
        merged, _ = begun(batcher, "1", "2", "3")
        batcher.settle(merged, [user("1"), user("2"), user("3")])
        assert sum(batcher.cached(lookups.USER, "", key) is not UNKNOWN for key in "123") == 2


@pytest.mark.parametrize("good", [
    {"window": 0}, {"window": 0.5}, {"ttl": 0}, {"ttl": 1, "negative_ttl": 0}, {"max_keys": 1}, {"in_flight": 1},
    {"max_cached": 1}, {"ttl": None, "negative_ttl": None},
])  # fmt: skip
def test_options_in_their_range_are_taken(good: dict[str, Any]) -> None:
    options = BatchOptions(**good)
    assert all(getattr(options, name) == value for name, value in good.items())


@pytest.mark.parametrize(("bad", "error", "said"), [
    ({"window": None}, TypeError, "window must be a number of seconds, not NoneType"),
    ({"window": True}, TypeError, "window must be a number of seconds, not bool"),
    ({"window": -0.1}, ValueError, "window must be a number of seconds from 0, not -0.1"),
    ({"ttl": float("inf")}, ValueError, "ttl must be a number of seconds from 0, not inf"),
    ({"ttl": "5"}, TypeError, "ttl must be a number of seconds, not str"),
    ({"ttl": 5, "negative_ttl": -1}, ValueError, "negative_ttl must be a number of seconds from 0, not -1"),
    ({"negative_ttl": 1}, ValueError, "negative_ttl needs ttl"),
    ({"negative_ttl": 1, "ttl": 0}, ValueError, "negative_ttl needs ttl"),
    ({"max_keys": 0}, ValueError, "max_keys must be at least 1, not 0"),
    ({"in_flight": True}, TypeError, "in_flight must be an int, not bool"),
    ({"max_cached": 1.5}, TypeError, "max_cached must be an int, not float"),
])  # fmt: skip
def test_options_out_of_their_range_are_named(bad: dict[str, Any], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        BatchOptions(**bad)


def test_the_defaults_are_as_documented() -> None:
    assert BatchOptions() == BatchOptions(window=0.002, max_keys=100, in_flight=8, ttl=None, max_cached=10_000)


@pytest.mark.parametrize("key", ["1", "k" * 200])
def test_a_key_has_up_to_two_hundred_characters(key: str) -> None:
    assert check_key(key, "id") == key


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_of_another_length_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=f"id must have 1 to 200 characters, not {len(key)}"):
        check_key(key, "id")


def test_keys_are_several_and_each_is_named_by_its_place() -> None:
    assert check_keys(("1", "2"), "ids") == ["1", "2"]
    for one in ("1", b"1"):
        with pytest.raises(TypeError, match=f"ids must be a list or another iterable, not one {type(one).__name__}"):
            check_keys(one, "ids")
    with pytest.raises(TypeError, match=r"ids\[1\] must be a str, not int"):
        check_keys(["1", 2], "ids")


@pytest.mark.parametrize(("parent", "keys", "said"), [
    ("", ["1"], "no user for '1'"), ("7", ["1"], "no user '7' for '1'"),
    ("", ["1", "2"], "no user for 2 of the keys, such as '1'"),
])  # fmt: skip
def test_an_error_says_what_was_not_found(parent: str, keys: list[str], said: str) -> None:
    error = not_found(lookups.USER, parent, keys)
    assert error.message == error.details() == said
    assert "ListUsers" in str(error)
