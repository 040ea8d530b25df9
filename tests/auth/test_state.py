"""When a token is fetched, renewed and dropped, with the time as an argument."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgrpc._auth.endpoint import AccessToken
from zgrpc._auth.state import TokenState, slow
from zgrpc._auth.token_error import TokenError


def with_token(*, expires_in: float | None = 3600.0, now: float = 0.0) -> TokenState:
    state = TokenState(jitter=lambda: 0.5)
    assert state.wants_fetch(now)
    state.fetched(AccessToken("first", expires_in), now)
    return state


def test_without_a_token_one_fetch_begins_and_no_second_one() -> None:
    state = TokenState()
    assert not state.usable(0.0)
    assert state.wants_fetch(0.0)
    assert not state.wants_fetch(0.1)
    assert state.fetching


def test_a_token_is_renewed_a_minute_ahead_of_its_expiry() -> None:
    assert with_token(expires_in=3600.0).current.renew_at == 3540.0


def test_a_short_token_is_renewed_after_half_its_lifetime() -> None:
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
    state, now, pauses = TokenState(jitter=lambda: 0.5), 0.0, []
    for _ in range(9):
        assert state.wants_fetch(now)
        pauses.append(state.failed(TokenError("down"), now))
        now += pauses[-1]
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert state.wants_fetch(now)
    state.fetched(AccessToken("t", 1.0), now)
    assert state.wants_fetch(now + 1.0)
    assert state.failed(TokenError("down"), now + 1.0) == 1


@given(st.floats(0, 1), st.integers(1, 40))
def test_jitter_keeps_a_pause_within_a_quarter_of_its_length(jitter: float, failures: int) -> None:
    state = TokenState(jitter=lambda: jitter)
    for _ in range(failures):
        pause = state.failed(TokenError("down"), 0.0)
    length = min(60.0, 2.0 ** (failures - 1))
    assert length * 0.75 <= pause <= length * 1.25


def test_callers_get_the_last_error_during_a_pause_and_no_longer() -> None:
    state = TokenState(jitter=lambda: 0.5)
    assert state.wants_fetch(0.0)
    error = TokenError("down")
    state.failed(error, 0.0)
    assert state.error(0.5) is error
    assert state.error(1.0) is None
    assert state.error(1.5) is None


def test_a_fetch_that_never_ends_counts_as_failed_after_ten_seconds() -> None:
    state = TokenState(jitter=lambda: 0.5)
    assert state.wants_fetch(0.0)
    assert not state.wants_fetch(10.0)
    assert "no token after 10 s" in str(state.error(10.0))
    assert state.wants_fetch(11.0)


def test_a_fetch_that_never_ends_is_given_up_however_late_the_next_caller_comes() -> None:
    state = TokenState(jitter=lambda: 0.5)
    assert state.wants_fetch(0.0)
    assert not state.wants_fetch(3600.0)
    assert state.error(3600.5) is not None
    assert state.wants_fetch(3601.0)


def test_a_refused_token_is_dropped_once_for_all_callers() -> None:
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


@pytest.mark.parametrize("value", ["a-token-that-sorts-before-it", "g-token-that-sorts-after-it"])
def test_every_other_token_is_a_new_generation(value: str) -> None:
    state = with_token()
    state.fetched(AccessToken(value, 3600.0), 1.0)
    assert state.current.generation == 2


def test_fetching_the_same_token_again_keeps_the_generation() -> None:
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
def test_no_two_fetches_overlap_and_no_caller_is_stranded(events: list[tuple[float, str]], life: float | None) -> None:
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
        assert state.fetching == (state.overdue_at > -inf)


@pytest.mark.parametrize("life", [0.5, 10.0, 119.0, 121.0, 43199.0])
def test_renewal_always_comes_before_expiry(life: float) -> None:
    token = with_token(expires_in=life).current
    assert 0 < token.renew_at < token.expires_at


@pytest.mark.parametrize("now", [-1_000.0, 0.0, 1_000.0])
def test_nothing_depends_on_where_the_clock_begins(now: float) -> None:
    state = TokenState(jitter=lambda: 0.5)
    assert not state.usable(now)
    assert state.wants_fetch(now)
    assert state.overdue_at == now + 10.0
    state.fetched(AccessToken("first", 3600.0), now)
    assert state.current.renew_at == now + 3540.0
    assert state.current.expires_at == now + 3600.0
    assert state.overdue_at == -inf
    assert state.refused(state.current, now)
    assert not state.usable(now)
    assert state.wants_fetch(now)


@pytest.mark.parametrize("now", [-1_000.0, 0.0, 1_000.0])
def test_a_late_success_ends_the_pause_after_the_failure(now: float) -> None:
    state = TokenState(jitter=lambda: 0.5)
    state.failed(TokenError("down"), now)
    state.fetched(AccessToken("late", 3600.0), now)
    assert state.refused(state.current, now)
    assert state.wants_fetch(now)


@pytest.mark.parametrize("now", [-1_000.0, 0.0, 1_000.0])
def test_an_accepted_replacement_begins_the_pauses_anew(now: float) -> None:
    state = with_token(now=now)
    assert state.refused(state.current, now)
    state.fetched(AccessToken("second", 3600.0), now)
    state.accepted()
    assert state.refused(state.current, now)
    state.fetched(AccessToken("third", 3600.0), now)
    assert not state.refused(state.current, now + 0.99)
    assert state.refused(state.current, now + 1.0)


def test_the_first_token_has_the_first_generation() -> None:
    assert TokenState().current.generation == 0
    assert with_token().current.generation == 1


def test_a_token_is_usable_until_it_expires() -> None:
    state = with_token(expires_in=100.0)
    assert state.usable(99.9)
    assert not state.usable(100.0)


def test_pauses_after_failures_double_from_one_second_to_a_minute() -> None:
    state = TokenState(jitter=lambda: 0.5)
    pauses = [state.failed(TokenError("down"), 0.0) for _ in range(8)]
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]


def test_pauses_after_refused_replacements_double() -> None:
    state, now = with_token(), 0.0
    for pause in (1.0, 2.0, 4.0):
        assert state.refused(state.current, now)
        assert state.wants_fetch(now)
        state.fetched(AccessToken(f"replaced-after-{pause}", 3600.0), now)
        assert not state.refused(state.current, now + pause - 0.01)
        now += pause


def test_a_token_file_is_looked_at_again_after_its_interval() -> None:
    state = TokenState(look_again=1.0)
    assert state.wants_fetch(5.0)
    state.fetched(AccessToken("first"), 5.0)
    assert state.current.renew_at == 6.0
    assert state.current.expires_at == inf


def test_a_refusal_of_an_expired_token_waits_for_the_next_one() -> None:
    state = with_token(expires_in=10.0)
    assert state.refused(state.current, 10.0)
    assert state.refused(state.current, 10.0)
    state.wants_fetch(10.0)
    state.fetched(AccessToken("second", 3600.0), 10.0)
    assert state.refused(state.current, 10.0), "the expired token's refusal is not counted"


def test_a_fetch_that_was_abandoned_may_begin_again_at_once() -> None:
    state = TokenState()
    assert state.wants_fetch(0.0)
    state.abandoned()
    assert not state.fetching
    assert state.error(0.0) is None
    assert state.wants_fetch(0.0)


def test_during_a_fetch_the_last_error_is_not_reported() -> None:
    state = TokenState(jitter=lambda: 0.5)
    state.wants_fetch(0.0)
    state.failed(TokenError("down"), 0.0)
    assert state.wants_fetch(1.0)
    assert state.error(1.0) is None


def test_a_success_forgets_the_failures_before() -> None:
    state = TokenState(jitter=lambda: 0.5)
    for _ in range(5):
        state.failed(TokenError("down"), 0.0)
    state.fetched(AccessToken("first", 1.0), 0.0)
    assert state.error(0.0) is None
    assert state.wants_fetch(1.0)
    assert state.failed(TokenError("down"), 1.0) == 1.0
    assert state.current.renew_at == 1.0, "an expired token is asked for again at each call"


def test_during_the_pause_after_a_failed_renewal_calls_stay_on_the_hot_path() -> None:
    state = with_token(expires_in=3600.0)
    state.wants_fetch(3550.0)
    assert state.current.renew_at == 3560.0
    state.failed(TokenError("down"), 3551.0)
    assert state.current.renew_at == 3552.0


def test_a_fetch_that_takes_too_long_is_a_transient_error_with_its_cause() -> None:
    error = slow(30.0)
    assert error.transient
    assert error.likely_cause == "the token endpoint hangs, or get_token() does"
