"""The next step of a call, decided on a fake clock and without a wire."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import grpc
import pytest

import zgrpc
from zgrpc._backoff import READS, Backoff
from zgrpc._calls.limiter import Limiter, RetryBudget, check_rate
from zgrpc._calls.recovery import Renew, Send, Sleep, attempts, raise_if_closed
from zgrpc._calls.watch import Watch
from zgrpc._contract.rpc import all_rpcs

if TYPE_CHECKING:
    from zgrpc._calls.core import State

QUICK = Backoff(first=0.1, longest=0.1, attempts=4)
BACKOFF = Backoff(first=1.0, longest=4.0, attempts=4)
TOKEN = SimpleNamespace(header="Bearer old", renew_at=1e9, expires_at=1e9, generation=1)
FRESH = SimpleNamespace(header="Bearer new", renew_at=1e9, expires_at=1e9, generation=2)
DUE = SimpleNamespace(header="Bearer due", renew_at=0.0, expires_at=1e9, generation=1)


def error(code: str, **facts: Any) -> zgrpc.ZitadelError:
    return zgrpc.ZitadelError(grpc.StatusCode[code], "refused", **facts)


class Driven:
    """Carries out the steps of one call on a fake clock.

    Args:
        answers: for each `Send`, an error, or None for an answer.
        token: the token to begin with.
        renewed: what each `Renew` is answered with.
        fetch: seconds that each `Renew` takes.
        oversleep: seconds that each `Sleep` takes longer than asked.
    """

    def __init__(
        self,
        *answers: zgrpc.ZitadelError | None,
        token: Any = TOKEN,
        renewed: Any = FRESH,
        fetch: float = 0.0,
        deadline: float = 30.0,
        backoff: Backoff | None = BACKOFF,
        state: State = "connected",
        limiter: Limiter | None = None,
        failed: zgrpc.ZitadelError | None = None,
        oversleep: float = 0.0,
    ) -> None:
        self.now = 0.0
        self._oversleep = oversleep
        self.steps: list[Any] = []
        self.accepted = 0
        source = SimpleNamespace(accepted=self._accept)
        self.budget = RetryBudget()
        core = SimpleNamespace(state=state, limiter=limiter, retry_budget=self.budget, check_open=lambda: None)
        scope: Any = SimpleNamespace(core=core, source=source)
        self._answers = list(answers)
        self._renewed = renewed
        self._fetch = fetch
        self._steps = attempts(scope, failed, token, deadline, backoff, now=lambda: self.now)

    def _accept(self) -> None:
        self.accepted += 1

    def run(self) -> list[Any]:
        """Return the steps that were taken; raises the call's error."""
        got: Any = None
        while True:
            try:
                step = self._steps.send(got)
            except StopIteration:
                return self.steps
            self.steps.append(step)
            got = None
            if isinstance(step, Send):
                got = self._answers.pop(0)
            elif isinstance(step, Sleep):
                self.now += step.seconds + self._oversleep
            else:
                self.now += self._fetch
                got = self._renewed

    def fail(self) -> zgrpc.ZitadelError:
        """Return the error that the call ends with."""
        with pytest.raises(zgrpc.ZitadelError) as raised:
            self.run()
        return raised.value

    @property
    def sent(self) -> list[Send]:
        return [step for step in self.steps if isinstance(step, Send)]

    @property
    def slept(self) -> list[float]:
        return [step.seconds for step in self.steps if isinstance(step, Sleep)]


def test_an_answered_call_is_sent_once_with_the_whole_timeout() -> None:
    assert Driven(None).run() == [Send(TOKEN, 30.0, None)]


def test_the_wait_for_a_due_token_is_taken_off_the_timeout() -> None:
    driven = Driven(None, token=DUE, fetch=4.0)
    assert driven.run() == [Renew(None, 30.0), Send(FRESH, 26.0, None)]


def test_the_events_of_a_call_say_what_it_waited_for() -> None:
    events: list[tuple[str, dict[str, object]]] = []
    span = SimpleNamespace(metadata=(), event=lambda *event: events.append(event), end=lambda *_: None)
    telemetry = SimpleNamespace(begin=lambda *_: span)
    core = SimpleNamespace(telemetry=telemetry, on_call=None, settings=SimpleNamespace(address=None))
    scope: Any = SimpleNamespace(core=core, org_id=None)
    driven = Driven(error("UNAVAILABLE"), None, token=DUE, fetch=4.0)
    driven.now = 2.0
    with Watch(all_rpcs()["zitadel.management.v1.ManagementService/GetMyOrg"], scope, None):
        driven.run()
    assert events == [("zgrpc.token", {"generation": 2, "waited": 4.0}), ("zgrpc.attempt", {"after": "UNAVAILABLE"})]


@pytest.mark.parametrize(("renew_at", "renewed"), [(-1.0, True), (0.0, True), (0.5, False)])
def test_a_token_is_asked_for_from_its_renewal_on(renew_at: float, renewed: bool) -> None:
    token = SimpleNamespace(header="Bearer old", renew_at=renew_at, expires_at=1e9, generation=1)
    driven = Driven(None, token=token)
    driven.run()
    assert isinstance(driven.steps[0], Renew) is renewed


def test_a_refused_token_is_replaced_once_and_the_fresh_one_is_accepted() -> None:
    driven = Driven(error("UNAUTHENTICATED"), None)
    assert driven.run() == [Send(TOKEN, 30.0, None), Renew(TOKEN, 30.0), Send(FRESH, 30.0, None)]
    assert driven.accepted == 1


def test_a_second_refusal_is_raised_without_another_token() -> None:
    second = error("UNAUTHENTICATED")
    driven = Driven(error("UNAUTHENTICATED"), second)
    assert driven.fail() is second
    assert len(driven.sent) == 2
    assert driven.accepted == 0


def test_a_refused_token_without_a_fresher_one_is_raised() -> None:
    refused = error("UNAUTHENTICATED")
    assert Driven(refused, renewed=None).fail() is refused


def test_a_call_is_not_repeated_if_the_fresh_token_came_after_the_deadline() -> None:
    driven = Driven(error("UNAUTHENTICATED"), fetch=31.0)
    assert isinstance(driven.fail(), zgrpc.ZitadelError)
    assert len(driven.sent) == 1


def test_unavailable_is_repeated_with_growing_pauses_and_the_time_that_is_left() -> None:
    driven = Driven(error("UNAVAILABLE"), error("UNAVAILABLE"), None)
    driven.run()
    first, second = driven.slept
    assert 0.75 <= first <= 1.25
    assert 1.5 <= second <= 2.5
    assert [send.timeout for send in driven.sent] == pytest.approx([30.0, 30.0 - first, 30.0 - first - second])


def test_the_last_error_is_raised_when_the_attempts_are_used_up() -> None:
    last = error("UNAVAILABLE")
    driven = Driven(*(error("UNAVAILABLE") for _ in range(3)), last)
    assert driven.fail() is last
    assert len(driven.sent) == 4


def test_a_pause_that_would_pass_the_deadline_is_not_begun() -> None:
    driven = Driven(error("UNAVAILABLE"), deadline=0.5)
    driven.fail()
    assert driven.slept == []


@pytest.mark.parametrize("code", ["NOT_FOUND", "DEADLINE_EXCEEDED", "INTERNAL", "RESOURCE_EXHAUSTED", "CANCELLED"])
def test_other_errors_are_not_repeated(code: str) -> None:
    driven = Driven(error(code))
    assert driven.fail().code().name == code
    assert len(driven.sent) == 1


def test_a_call_without_backoff_is_not_repeated() -> None:
    driven = Driven(error("UNAVAILABLE"), backoff=None)
    driven.fail()
    assert len(driven.sent) == 1


def test_a_repetition_waits_for_a_connection_that_was_there_before() -> None:
    driven = Driven(error("UNAVAILABLE"), None)
    driven.run()
    assert [send.wait_for_ready for send in driven.sent] == [None, True]


def test_a_server_that_cannot_be_reached_at_first_is_reported_at_once() -> None:
    refused = zgrpc.UnavailableError("failed to connect to all addresses: Connection refused")
    driven = Driven(refused, state="not connected")
    assert driven.fail() is refused
    assert len(driven.sent) == 1


def test_no_repetition_comes_earlier_than_the_server_asks() -> None:
    driven = Driven(error("UNAVAILABLE", retry_after=7.0), error("RESOURCE_EXHAUSTED", retry_after=9.0), None)
    driven.run()
    assert driven.slept == [7.0, 9.0]


def test_a_pause_longer_than_the_deadline_is_raised_at_once() -> None:
    refused = error("RESOURCE_EXHAUSTED", retry_after=60.0)
    driven = Driven(refused)
    assert driven.fail() is refused
    assert driven.slept == []


def test_a_server_that_forbids_another_attempt_gets_none() -> None:
    driven = Driven(error("UNAVAILABLE", retry_after=float("inf")))
    assert driven.fail().is_retryable is False
    assert len(driven.sent) == 1


def test_a_failed_attempt_that_was_made_before_counts() -> None:
    driven = Driven(None, failed=error("UNAVAILABLE"))
    driven.run()
    assert len(driven.sent) == len(driven.slept) == 1


def test_calls_take_their_slots_at_the_rate() -> None:
    limiter = Limiter(2)
    slept = []
    for _ in range(4):
        driven = Driven(None, limiter=limiter)
        driven.run()
        slept.append(sum(driven.slept))
    assert slept == [0.0, 0.5, 1.0, 1.5]


def test_a_slot_after_the_deadline_fails_at_once_and_is_not_taken() -> None:
    limiter = Limiter(1)
    for _ in range(3):
        Driven(None, limiter=limiter).run()
    failed = Driven(limiter=limiter, deadline=2.5).fail()
    assert isinstance(failed, zgrpc.DeadlineExceededError)
    assert "rate=1 request a second" in str(failed)
    last = Driven(None, limiter=limiter)
    last.run()
    assert last.slept == [3.0]


def test_a_pause_that_the_server_asks_for_holds_the_whole_limiter() -> None:
    limiter = Limiter(10)
    Driven(error("RESOURCE_EXHAUSTED", retry_after=5.0), limiter=limiter, backoff=None).fail()
    other = Driven(None, limiter=limiter)
    other.run()
    assert other.slept == [5.0]


def test_repetitions_of_one_client_are_bounded() -> None:
    budget = RetryBudget(burst=3, rate=1)
    assert [budget.take(0.0) for _ in range(4)] == [True, True, True, False]
    assert [budget.take(1.0), budget.take(1.0)] == [True, False]


def test_reads_are_tried_seven_times_with_pauses_that_double() -> None:
    assert READS.attempts == 7
    assert [READS.pause(failures, 0.5) for failures in range(1, 7)] == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]
    assert READS.pause(60, 0.5) == 2.0


@pytest.mark.parametrize(("oversleep", "sent"), [(28.5, 2), (29.0, 1), (29.5, 1)])
def test_nothing_is_sent_after_a_sleep_that_lasted_to_the_deadline(oversleep: float, sent: int) -> None:
    refused = error("UNAVAILABLE", retry_after=1.0)
    driven = Driven(refused, None, backoff=QUICK, oversleep=oversleep)
    if sent == 1:
        assert driven.fail() is refused
    else:
        assert driven.run()[-1] == Send(TOKEN, 0.5, True)
    assert len(driven.sent) == sent


@pytest.mark.parametrize(("asked", "sent"), [(29.5, 2), (30.0, 1)])
def test_a_pause_must_end_before_the_deadline(asked: float, sent: int) -> None:
    driven = Driven(error("UNAVAILABLE", retry_after=asked), None, backoff=QUICK)
    if sent == 1:
        driven.fail()
        assert driven.slept == []
    else:
        driven.run()
    assert len(driven.sent) == sent


def test_a_pause_is_not_longer_than_its_backoff_if_the_server_asks_for_none() -> None:
    driven = Driven(error("UNAVAILABLE"), None, backoff=QUICK)
    driven.run()
    assert driven.slept[0] < 0.2


REFUSED = zgrpc.UnavailableError("failed to connect to all addresses: Connection refused")


def test_a_server_that_answered_before_is_waited_for_though_it_cannot_be_reached() -> None:
    driven = Driven(REFUSED, None)
    driven.run()
    assert len(driven.sent) == 2


def test_a_server_that_has_not_answered_yet_but_is_there_is_asked_again() -> None:
    driven = Driven(error("UNAVAILABLE"), None, state="not connected")
    driven.run()
    assert [send.wait_for_ready for send in driven.sent] == [None, False]


def test_a_repetition_with_a_fresh_token_does_not_change_how_grpc_waits() -> None:
    driven = Driven(error("UNAUTHENTICATED"), None)
    driven.run()
    assert [send.wait_for_ready for send in driven.sent] == [None, None]


def test_a_fresh_token_that_meets_a_restart_is_repeated_and_accepted() -> None:
    driven = Driven(error("UNAUTHENTICATED"), error("UNAVAILABLE"), None)
    driven.run()
    assert [send.token for send in driven.sent] == [TOKEN, FRESH, FRESH]
    assert driven.accepted == 1


def test_a_call_whose_token_was_never_refused_accepts_none() -> None:
    driven = Driven(error("UNAVAILABLE"), None)
    driven.run()
    assert driven.accepted == 0


def test_a_repetition_takes_a_slot_of_the_rate_after_its_pause() -> None:
    driven = Driven(error("UNAVAILABLE", retry_after=2.0), None, backoff=QUICK, limiter=Limiter(2))
    driven.run()
    assert driven.slept == [2.0]
    queued = Driven(error("UNAVAILABLE"), None, backoff=QUICK, limiter=Limiter(0.1))
    queued.run()
    assert queued.slept == pytest.approx([10.0])


def test_a_repetition_whose_slot_comes_after_the_deadline_is_not_made() -> None:
    refused = error("UNAVAILABLE")
    driven = Driven(refused, None, backoff=QUICK, limiter=Limiter(0.1), deadline=5.0)
    assert driven.fail() is refused
    assert driven.slept == []


def test_the_wait_for_a_slot_is_taken_off_the_timeout() -> None:
    limiter = Limiter(0.5)
    Driven(None, limiter=limiter).run()
    driven = Driven(None, limiter=limiter)
    assert driven.run() == [Sleep(2.0), Send(TOKEN, 28.0, None)]


def test_without_budget_nothing_is_repeated() -> None:
    driven = Driven(error("UNAVAILABLE"), None)
    while driven.budget.take(0.0):
        pass
    driven.fail()
    assert len(driven.sent) == 1


def test_a_budget_fills_up_again_to_its_burst_and_no_further() -> None:
    budget = RetryBudget()
    assert sum(budget.take(0.0) for _ in range(200)) == 100
    assert sum(budget.take(1.0) for _ in range(200)) == 10
    assert sum(budget.take(1.5) for _ in range(200)) == 5
    assert sum(budget.take(1_000.0) for _ in range(200)) == 100


@pytest.mark.parametrize(("rate", "expected"), [(None, None), (40, 40.0), (0.001, 0.001)])
def test_a_rate_is_a_number_or_none(rate: Any, expected: float | None) -> None:
    assert check_rate(rate) == expected
    assert isinstance(check_rate(rate), float) or expected is None


@pytest.mark.parametrize("rate", [0, -1, float("inf"), float("nan")])
def test_a_rate_that_is_not_above_0_is_rejected(rate: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        check_rate(rate)


@pytest.mark.parametrize("rate", ["40", True, [40]])
def test_a_rate_of_another_type_is_rejected(rate: Any) -> None:
    with pytest.raises(TypeError, match=type(rate).__name__):
        check_rate(rate)


def test_a_hold_that_ends_before_the_next_slot_changes_nothing() -> None:
    limiter = Limiter(1)
    assert limiter.reserve(0.0, 9.0) == 0.0
    limiter.hold(0.5)
    assert limiter.reserve(0.0, 9.0) == 1.0


@pytest.mark.parametrize(("deadline", "slot"), [(1.0, None), (1.5, 1.0)])
def test_a_slot_must_come_before_the_deadline(deadline: float, slot: float | None) -> None:
    limiter = Limiter(1)
    limiter.reserve(0.0, 9.0)
    assert limiter.reserve(0.0, deadline) == slot


async def test_a_call_that_ended_with_its_channel_raises_its_error_unless_its_task_was_canceled() -> None:
    with pytest.raises(zgrpc.CancelledError, match="Channel closed"):
        raise_if_closed("service/Method")

    async def canceled() -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        raise_if_closed("service/Method")

    task = asyncio.create_task(canceled())
    await asyncio.wait([task])
    assert task.cancelled()


def test_outside_of_a_task_nothing_is_raised_for_a_closed_channel() -> None:
    async def callback() -> None:
        asyncio.get_running_loop().call_soon(raise_if_closed, "service/Method")
        await asyncio.sleep(0)

    loop_errors: list[Any] = []
    with asyncio.Runner() as runner:
        runner.get_loop().set_exception_handler(lambda _, context: loop_errors.append(context))
        runner.run(callback())
    assert loop_errors == []
