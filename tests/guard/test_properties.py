"""Properties of a guard under any sequence of time, keys and failures: what it accepts, and how often it asks."""

from __future__ import annotations

import itertools
import json
from math import inf
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzzing import examples
from tests.guard.conftest import AUDIENCE, ISSUER, NOW, Issuer, claims, public_jwk, signed
from zgrpc.guard.verifier import Ask, Reply

KIDS = ["a", "b", "c"]
KEYS = {kid: ec.generate_private_key(ec.SECP256R1()) for kid in KIDS}
LIVES = [300, 100_000]
TOKENS = {
    (kid, life): signed(claims(exp=NOW + life), key=KEYS[kid], alg="ES256", kid=kid) for kid in KIDS for life in LIVES
}
DOWN = Reply(failure="ConnectError: refused")

steps = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.sampled_from([0.5, 1, 5, 30, 60, 100, 300, 1000, 3600])),
        st.tuples(st.just("publish"), st.sets(st.sampled_from(KIDS))),
        st.tuples(st.just("up"), st.booleans()),
        st.tuples(st.just("verify"), st.sampled_from(sorted(TOKENS))),
    ),
    max_size=40,
)


class Watched(Issuer):
    """An issuer that remembers when its keys were fetched, and which ones it gave."""

    def __init__(self) -> None:
        super().__init__()
        self.up = True
        self.published: set[str] = set(KIDS)
        self.given: set[str] = set()
        self.given_at = -inf
        self.attempts: list[tuple[float, bool]] = []

    def answer(self, ask: Ask) -> Reply:
        if ask.token is None:
            self.attempts.append((self.ticks, self.up))
            if self.up:
                self.given, self.given_at = set(self.published), self.ticks
        self.reply = None if self.up else DOWN
        self.key_set = {"keys": [public_jwk(KEYS[kid], kid) for kid in self.published]}
        return super().answer(ask)


@settings(max_examples=examples(400), deadline=None)
@given(steps)
def test_a_guard_accepts_what_its_last_keys_verify_and_fetches_keys_seldom(history: list[tuple[str, Any]]) -> None:
    issuer = Watched()
    for step, value in history:
        match step:
            case "pass":
                issuer.pass_time(value)
            case "publish":
                issuer.published = value
            case "up":
                issuer.up = value
            case _:
                kid, life = value
                may_ask = issuer.ticks >= issuer.given_at + 60 and all(
                    issuer.ticks >= at + 60 for at, succeeded in issuer.attempts if not succeeded
                )
                reason = issuer.reason(TOKENS[value])
                expired = issuer.wall >= NOW + life + 10
                if reason == "":
                    assert not expired
                    assert kid in issuer.given
                    assert issuer.ticks < issuer.given_at + 300 + 3600
                elif reason == "expired":
                    assert expired
                else:
                    # A key that is published is found as soon as the guard may ask again.
                    assert not (issuer.up and kid in issuer.published and may_ask)
                    # Keys that were given count for their time, whether the issuer is there or not.
                    assert not (kid in issuer.given and issuer.ticks < issuer.given_at + 300 + 3600)
    successes = [at for at, succeeded in issuer.attempts if succeeded]
    assert all(later - sooner >= 60 for sooner, later in itertools.pairwise(successes))
    times = [at for at, _ in issuer.attempts]
    assert all(later - sooner >= 1 for sooner, later in itertools.pairwise(times))


introspections = st.fixed_dictionaries(
    {},
    optional={
        "active": st.sampled_from([True, True, True, False, None, "true", 1]),
        "iss": st.sampled_from([ISSUER, ISSUER, "https://evil.example", None]),
        "aud": st.sampled_from([AUDIENCE, [AUDIENCE], ["x", AUDIENCE], ["x"], [], None, 1]),
        "sub": st.sampled_from(["user", "user", "", None, 1]),
        "exp": st.sampled_from([NOW + 60, NOW + 60, NOW - 60, None, "x", True, 1e400]),
        "nbf": st.sampled_from([NOW, NOW + 60, "x"]),
    },
)


@settings(max_examples=examples(400), deadline=None)
@given(introspections)
def test_only_an_introspection_that_is_right_in_all_parts_is_believed(answer: dict[str, Any]) -> None:
    issuer = Issuer()
    issuer.reply = Reply(200, json.dumps(answer).encode())
    right = (
        answer.get("active") is True
        and answer.get("iss", ISSUER) == ISSUER
        and (answer.get("aud") == AUDIENCE or (isinstance(answer.get("aud"), list) and AUDIENCE in answer["aud"]))
        and answer.get("sub") == "user"
        and ("exp" not in answer or answer["exp"] == NOW + 60)
        and answer.get("nbf", NOW) == NOW
    )
    # `null` for exp is no time, and for iss another issuer.
    assert (issuer.reason("opaque") == "") is right
