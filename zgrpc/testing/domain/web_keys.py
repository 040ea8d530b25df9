"""Web keys: what the instance is to sign tokens with. The emulator keeps them; it signs with keys of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "web_keys",
    (f"CREATE TABLE web_keys (id TEXT PRIMARY KEY, state INTEGER NOT NULL, config TEXT NOT NULL, {CHANGE});",),
)

ERRORS = {
    "Errors.WebKey.ActiveDelete": "Cannot delete active web key",
    "Errors.WebKey.NotFound": "Web key not found",
}

INITIAL, ACTIVE, INACTIVE = 1, 2, 3
"""The states of a key."""


def create(ctx: Context, config: Mapping[str, Any]) -> tuple[str, Event]:
    """Add a key, which signs once it is active; returns its id."""
    key_id = ctx.store.new_id()
    event = _push(ctx, key_id, "added")
    ctx.add("web_keys", event, id=key_id, state=INITIAL, config=json.dumps(dict(config)))
    return key_id, event


def activate(ctx: Context, key_id: str) -> int:
    """Sign with a key from now on, and no more with the one before; returns when it was activated.

    Raises:
        Err: NOT_FOUND.
    """
    row = _find(ctx, key_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-teiG3", "Errors.WebKey.NotFound")
    if row["state"] == ACTIVE:
        return int(row["changed"])
    for before in ctx.store.all("SELECT id FROM web_keys WHERE state = ?", ACTIVE):
        ctx.change("web_keys", _push(ctx, before["id"], "deactivated"), {"id": before["id"]}, state=INACTIVE)
    event = _push(ctx, key_id, "activated")
    ctx.change("web_keys", event, {"id": key_id}, state=ACTIVE)
    return event.created


def delete(ctx: Context, key_id: str) -> Event | None:
    """Remove a key. One that is not there is fine: returns its last event, None where it never was.

    Raises:
        Err: FAILED_PRECONDITION for the active one.
    """
    row = _find(ctx, key_id)
    if row is None:
        return ctx.store.last_event("web_key", key_id, "")
    if row["state"] == ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-Chai1", "Errors.WebKey.ActiveDelete")
    ctx.store.run("DELETE FROM web_keys WHERE id = ?", key_id)
    return _push(ctx, key_id, "removed")


def every(ctx: Context) -> list[sqlite3.Row]:
    """Return all keys, in the order in which they were made."""
    return ctx.store.all("SELECT * FROM web_keys ORDER BY created")


def _find(ctx: Context, key_id: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM web_keys WHERE id = ?", key_id)


def _push(ctx: Context, key_id: str, what: str) -> Event:
    return ctx.push("web_key", key_id, f"web_key.{what}", owner=ctx.store.fact("instance_id"))
