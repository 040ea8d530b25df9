"""Whether a run measured the server or the generator."""

from __future__ import annotations

from zgrpc._counted import counted

LAG_FLOOR = 0.005
LAG_SHARE = 0.25
BUSY = 0.9
KEPT = 0.98


def faults(
    *, lag_p99: float, latency_p99: float, busy: float, due: int, sent: int, waited: int, closed: bool
) -> tuple[str, ...]:
    """Return why a run is not valid, in words; empty if it is.

    Args:
        lag_p99: how late requests left for reasons of the generator's own, seconds.
        latency_p99: what was measured, seconds; the lag is part of it.
        busy: share of the time for which the busiest event loop was computing.
        due: requests that the schedule held.
        sent: requests that left.
        waited: requests that waited for a slot: then it was the server that did not keep up.
        closed: whether the loop was closed; it has no schedule to be late for.
    """
    found = []
    if lag_p99 > max(LAG_FLOOR, LAG_SHARE * latency_p99):
        late = "its event loop answered" if closed else "requests left"
        found.append(
            f"{late} {lag_p99 * 1000:.1f} ms late (p99), of {latency_p99 * 1000:.1f} ms measured: "
            "use more --processes, a machine of its own, or less load"
        )
    if busy > BUSY:
        found.append(f"the generator's event loop was busy {busy:.0%} of the time: use more --processes or less load")
    if not closed and not waited and sent < KEPT * due:
        found.append(
            f"only {sent:,} of {counted(due, 'due request')} left in time: use more --processes or a lower --rate"
        )
    return tuple(found)
