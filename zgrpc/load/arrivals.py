"""When requests are due, in seconds from the start, for the share of one process."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Arrival = Literal["constant", "poisson"]
ARRIVALS: tuple[str, ...] = get_args(Arrival)


def constant(rate: float, *, share: int = 0, shares: int = 1) -> Iterator[float]:
    """Yield a time every ``1 / rate`` seconds. The shares of the processes interleave at even distances.

    Args:
        rate: requests a second of all shares together.
        share: which share this is, from 0.
        shares: how many shares there are.
    """
    number = share
    while True:
        yield number / rate  # multiplied out each time: adding up would drift
        number += shares


def poisson(rate: float, *, seed: int, share: int = 0, shares: int = 1) -> Iterator[float]:
    """Yield independent arrivals, with exponential gaps. Shares of a Poisson process are Poisson processes themselves.

    Args:
        rate: requests a second of all shares together.
        seed: with the same seed come the same arrivals.
        share: which share this is, from 0.
        shares: how many shares there are.
    """
    source = random.Random(f"arrivals {seed} {share}")  # noqa: S311 - a load pattern, no secret
    due = 0.0
    while True:
        due += source.expovariate(rate / shares)
        yield due


def schedule(arrival: str, rate: float, *, seed: int, share: int = 0, shares: int = 1) -> Iterator[float]:
    """Return the arrivals of a kind, ``constant`` or ``poisson``.

    Raises:
        ValueError: an unknown kind, or a rate that is not above 0.
    """
    if not rate > 0:
        raise ValueError(f"rate must be above 0 requests a second, not {rate!r}")
    kinds: dict[str, Callable[[], Iterator[float]]] = {
        "constant": lambda: constant(rate, share=share, shares=shares),
        "poisson": lambda: poisson(rate, seed=seed, share=share, shares=shares),
    }
    if arrival not in kinds:
        raise ValueError(f"arrival must be one of {', '.join(ARRIVALS)}, not {arrival!r}")
    return kinds[arrival]()
