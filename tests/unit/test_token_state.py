"""When a token is fetched, renewed and given up: the decisions, with the time as an argument."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgrpc._token_endpoint import FETCH_TIMEOUT, AccessToken
from zgrpc._token_error import TokenError
from zgrpc._token_state import MARGIN, MAX_BACKOFF, TokenState


def with_token(*, expires_in: float | None = 3600.0, now: float = 0.0) -> TokenState:
    state = TokenState(jitter=lambda: 1.0)
    assert state.wants_fetch(now)
    state.fetched(AccessToken("first", expires_in), now)
    return state


def test_without_a_token_one_fetch_begins_and_no_second_one() -> None:
    state = TokenState()
    assert not state.usable(0.0)
    assert state.wants_fetch(0.0)
    assert not state.wants_fetch(0.1)


def test_a_token_is_renewed_a_minute_ahead_of_its_expiry() -> None:
    assert with_token(expires_in=3600.0).current.renew_at == 3600.0 - MARGIN


def test_a_short_token_is_renewed_after_half_its_life() -> None:
    assert with_token(expires_in=10.0).current.renew_at == 5.0


def test_a_token_without_expiry_is_never_renewed_by_time() -> None:
    state = with_token(expires_in=None)
    assert state.current.renew_at == inf
    assert not state.wants_fetch(1e12)


def test_the_old_token_stays_usable_while_the_renewal_is_under_way() -> None:
    state = with_token(expires_in=3600.0)
    assert state.wants_fetch(3541.0)
    assert state.usable(3541.0)
    assert state.current.renew_at > 3541.0, "calls stay on the hot path meanwhile"
    state.fetched(AccessToken("second", 3600.0), 3542.0)
    assert state.current.header == "Bearer second"
    assert state.current.generation == 2


def test_a_renewal_that_outlasts_the_token_makes_callers_wait() -> None:
    state = with_token(expires_in=4.0)
    assert state.wants_fetch(2.0)
    assert state.current.renew_at == 4.0
    assert not state.usable(4.0)
    assert not state.wants_fetch(4.0)


def test_a_failed_renewal_is_tried_again_after_a_pause_and_calls_go_on() -> None:
    state = with_token(expires_in=3600.0)
    assert state.wants_fetch(3550.0)
    pause = state.failed(TokenError("down"), 3551.0)
    assert state.usable(3551.0)
    assert not state.wants_fetch(3551.0 + pause / 2)
    assert state.wants_fetch(3551.0 + pause)


def test_pauses_double_up_to_a_minute_and_end_with_success() -> None:
    state, now, pauses = TokenState(jitter=lambda: 1.0), 0.0, []
    for _ in range(9):
        assert state.wants_fetch(now)
        pauses.append(state.failed(TokenError("down"), now))
        now += pauses[-1]
    assert pauses == [1, 2, 4, 8, 16, 32, MAX_BACKOFF, MAX_BACKOFF, MAX_BACKOFF]
    assert state.wants_fetch(now)
    state.fetched(AccessToken("t", 1.0), now)
    assert state.wants_fetch(now + 1.0)
    assert state.failed(TokenError("down"), now + 1.0) == 1


@given(st.floats(0, 1), st.integers(1, 40))
def test_jitter_keeps_a_pause_between_half_and_all_of_its_length(jitter: float, failures: int) -> None:
    state = TokenState(jitter=lambda: jitter)
    for _ in range(failures):
        pause = state.failed(TokenError("down"), 0.0)
    assert min(60.0, 2.0 ** (failures - 1)) / 2 <= pause <= min(60.0, 2.0 ** (failures - 1))


def test_callers_get_the_last_error_during_a_pause_and_no_longer() -> None:
    state = TokenState(jitter=lambda: 1.0)
    assert state.wants_fetch(0.0)
    error = TokenError("down")
    state.failed(error, 0.0)
    assert state.error(0.5) is error
    assert state.error(1.0) is None


def test_a_fetch_that_never_ends_counts_as_failed_after_ten_seconds() -> None:
    state = TokenState(jitter=lambda: 1.0)
    assert state.wants_fetch(0.0)
    assert not state.wants_fetch(FETCH_TIMEOUT)
    assert "no token after 10 s" in str(state.error(FETCH_TIMEOUT))
    assert state.wants_fetch(FETCH_TIMEOUT + 1.0)


def test_a_refused_token_is_given_up_once_for_all_who_held_it() -> None:
    state = with_token()
    token = state.current
    assert state.refused(token, 1.0)
    assert not state.usable(1.0)
    assert state.wants_fetch(1.0)
    assert state.refused(token, 1.0), "the second caller waits for the same fetch"
    assert not state.wants_fetch(1.0)
    state.fetched(AccessToken("second", 3600.0), 1.1)
    assert state.refused(token, 1.2), "a latecomer finds the fresh token"
    assert state.usable(1.2)
    assert not state.wants_fetch(1.2)


def test_a_refused_replacement_is_not_replaced_at_once() -> None:
    state = with_token()
    state.refused(state.current, 1.0)
    state.fetched(AccessToken("second", 3600.0), 1.1)
    assert not state.refused(state.current, 1.2)
    assert state.usable(1.2)
    assert state.refused(state.current, 2.5)


def test_a_replacement_that_was_accepted_may_be_replaced_at_once() -> None:
    state = with_token()
    state.refused(state.current, 1.0)
    state.fetched(AccessToken("second", 3600.0), 1.1)
    state.accepted()
    assert state.refused(state.current, 1.2)


def test_the_same_token_fetched_again_is_no_new_generation() -> None:
    state = with_token()
    assert state.refused(state.current, 1.0)
    state.fetched(AccessToken("first", 3600.0), 1.1)
    assert state.current.generation == 1


@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.sampled_from(["want", "ok", "fail", "refuse", "accept"])),
        max_size=60,
    ),
    st.sampled_from([None, 0.5, 30.0, 43199.0]),
)
def test_at_no_time_are_two_fetches_under_way_or_callers_stranded(
    events: list[tuple[float, str]], life: float | None
) -> None:
    state, now, serial = TokenState(jitter=lambda: 0.5), 0.0, 0
    for step, event in events:
        now += step
        if event == "want":
            fetching, overdue = state.fetching, now >= state.overdue_at
            if state.wants_fetch(now):
                assert not fetching or overdue
            assert state.usable(now) or state.fetching or state.error(now), "a caller has something to go by"
        elif event == "ok" and state.fetching:
            serial += 1
            state.fetched(AccessToken(f"t{serial}", life), now)
            assert state.usable(now)
        elif event == "fail" and state.fetching:
            state.failed(TokenError("down"), now)
            assert state.error(now)
        elif event == "refuse":
            state.refused(state.current, now)
        elif event == "accept":
            state.accepted()
        assert state.current.renew_at <= state.current.expires_at


@pytest.mark.parametrize("life", [0.5, 10.0, 119.0, 121.0, 43199.0])
def test_renewal_always_comes_before_expiry(life: float) -> None:
    token = with_token(expires_in=life).current
    assert 0 < token.renew_at < token.expires_at
