"""The views that a real server keeps of its events, and the milestones of the instance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context

DATABASE = "zitadel"
NAMES = (
    "projections.apps7", "projections.instance_domains", "projections.instance_members4", "projections.instances",
    "projections.login_names3", "projections.org_domains2", "projections.org_members4", "projections.orgs1",
    "projections.project_grant_members4", "projections.project_grants4", "projections.project_members4",
    "projections.project_roles4", "projections.projects4", "projections.user_grants5", "projections.user_metadata5",
    "projections.users14",
)  # fmt: skip
"""Views of a real server; the emulator has no need of any."""

_REACHED = {
    1: "aggregate = 'instance'",
    2: "type LIKE 'user.token.%added' OR type = 'session.added'",
    3: "type = 'project.added'",
    4: "type = 'project.application.added'",
    5: "0",
    6: "0",
}
"""The events that reach each milestone, by the number of its type."""


class Milestone(NamedTuple):
    """A milestone, and when it was reached; None if it was not."""

    type: int
    reached: int | None


def last_event(ctx: Context) -> int:
    """Return when the last event happened, which is how far every view is."""
    return int(ctx.store.value("SELECT max(created) FROM events"))


def milestones(ctx: Context) -> list[Milestone]:
    """Return all milestones, by type."""
    return [
        Milestone(type_, ctx.store.value(f"SELECT min(created) FROM events WHERE {condition}"))  # noqa: S608  (our own)
        for type_, condition in _REACHED.items()
    ]
