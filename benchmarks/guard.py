"""What the guard costs: cached verifications, a JWT seen for the first time, requests to the issuer. Prints JSON."""

from __future__ import annotations

import asyncio
import json
from time import perf_counter
from typing import TYPE_CHECKING, Any

import jwt

from benchmarks.pairs import Measure, Samples, in_turns
from zgrpc._secret import Secret
from zgrpc.guard import AsyncGuard, Guard
from zgrpc.guard.jwts import read_header
from zgrpc.testing import Emulator
from zgrpc.testing.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.pairs import Row

MICRO: Measure = {"unit": "us", "scale": 1e6}
ROUNDS = 2_000
PAIRS = 40
REQUESTS, TOKENS = 10_000, 500


def each(work: Callable[[], object]) -> Callable[[], float]:
    """Seconds that one piece of work takes, over many."""

    def measure() -> float:
        started = perf_counter()
        for _ in range(ROUNDS):
            work()
        return (perf_counter() - started) / ROUNDS

    return measure


def cached(name: str, work: Callable[[], object], budget: Callable[[], float], note: str) -> Row:
    samples = in_turns(each(work), budget, pairs=PAIRS, control=False)
    return samples.row(name, target="<= 1", note=note, **MICRO)


def rows(emulator: Emulator, tokens: Tokens, user: str) -> list[Row]:
    options: dict[str, Any] = {"audience": tokens.project_id, "project": tokens.project_id}
    opaque, signed = tokens(user=user, roles=["admin"], jwt=False), tokens(user=user, roles=["admin"])
    with Guard(tokens.issuer, credentials=tokens.credentials, **options) as guard:
        guard.verify(opaque), guard.verify(signed)
        header, secret = f"Bearer {signed}", Secret(signed)
        parse = each(lambda: read_header(secret))
        found = [
            cached("an opaque token seen before / 5 us", lambda: guard.verify(opaque), lambda: 5e-6, "Guard.verify"),
            cached(
                "a JWT seen before / 1 us over the parse of its header",
                lambda: guard.verify_header(header),
                lambda: parse() + 1e-6,
                "Guard.verify_header",
            ),
        ]
        key = guard._verifier.keys.keys[jwt.get_unverified_header(signed)["kid"]].public
        known = guard._verifier._verified

        def ours() -> None:
            known.clear()
            guard.verify(signed)

        def theirs() -> None:
            jwt.decode(signed, key, algorithms=["RS256"], audience=tokens.project_id, issuer=tokens.issuer)

        samples = in_turns(each(ours), each(theirs), pairs=PAIRS // 4)
        found.append(samples.row("a JWT seen for the first time / PyJWT's decode", target="<= 1.2", **MICRO))
    return [*found, asyncio.run(introspections(emulator, tokens, user, options))]


async def introspections(emulator: Emulator, tokens: Tokens, user: str, options: dict[str, Any]) -> Row:
    many = [tokens(user=user, jwt=False) for _ in range(TOKENS)]
    before = emulator.introspections
    async with AsyncGuard(tokens.issuer, credentials=tokens.credentials, timeout=60.0, **options) as guard:
        await asyncio.gather(*(guard.verify(token) for token in many * (REQUESTS // TOKENS)))
    samples = Samples()
    samples.ours, samples.theirs = [float(emulator.introspections - before)], [float(TOKENS)]
    name = f"introspections for {REQUESTS:,} requests with {TOKENS} tokens / {TOKENS}"
    return samples.row(name, unit="requests", scale=1.0, target="<= 1")


def main() -> None:
    with Emulator() as emulator, emulator.client() as client:
        found = rows(emulator, Tokens(emulator, client), client.auth.get_my_user().user.id)
    print(json.dumps([row.as_json() for row in found]))


if __name__ == "__main__":
    main()
