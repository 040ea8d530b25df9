"""Machine users and their client secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import login_names, metadata, payloads, users
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.shared import new_secret, require_org
from zgrpc.testing.domain.users import MACHINE
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event


class NewSecret(NamedTuple):
    """A client secret that was made; the only place that shows it."""

    client_id: str
    secret: str
    event: Event


class Added(NamedTuple):
    """A user who was added."""

    id: str
    event: Event


def add(
    ctx: Context,
    user_name: str,
    *,
    user_id: str = "",
    org_id: str = "",
    entries: Sequence[tuple[str, bytes]] = (),
    **said: Any,
) -> Added:
    """Add a machine user.

    Args:
        ctx: the call.
        user_name: the user name; v2 takes the id if it is empty.
        user_id: the id; made up if it is empty.
        org_id: the organization; that of the call if it is empty.
        entries: metadata.
        said: `name`, `description`, `access_token_type`.

    Raises:
        Err: the id or the user name is taken, or metadata is empty.
    """
    user_id, org_id = user_id or ctx.store.new_id(), org_id or ctx.org_id
    if ctx.scope is None:
        user_name = user_name or user_id
        users.require_write(ctx, org_id, user_id)
        require_org(ctx, org_id)
    entries = metadata.of_new_user(entries)
    if ctx.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is not None:
        raise Err("FAILED_PRECONDITION", "COMMAND-k2una", "Errors.User.AlreadyExisting")
    event = ctx.push("user", user_id, "user.machine.added", owner=org_id, data=payloads.machine(user_name, said))
    ctx.add(
        "users", event, id=user_id, org_id=org_id, user_name=user_name, type=MACHINE, **said,
        **login_names.columns(ctx.store, org_id),
    )  # fmt: skip
    if entries:
        event = metadata.set_all_of_new_user(ctx, user_id, org_id, entries)
    return Added(user_id, event)


def update(ctx: Context, user_id: str, **said: Any) -> Event:
    """Set all that is said of a machine user; see `add`.

    Raises:
        Err: the user is not there, or nothing would change.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-5M0od", "Errors.User.NotFound")
    if all(row[name] == value for name, value in said.items()):
        raise Err("FAILED_PRECONDITION", "COMMAND-2n8vs", "Errors.User.NotChanged")
    return _change(ctx, row, "user.machine.changed", **{name: new for name, new in said.items() if row[name] != new})


def change(ctx: Context, user_id: str, user_name: str | None, **said: Any) -> Event | sqlite3.Row:
    """Change some of a machine user; see `add`. Returns the row if nothing changes.

    Raises:
        Err: NOT_FOUND, ALREADY_EXISTS for a taken name.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-ugjs0upun6", "Errors.User.NotFound")
    if said or user_name is not None:
        users.require_write(ctx, row["org_id"], user_id)
    result: Event | sqlite3.Row = row
    if user_name is not None and user_name != row["user_name"]:
        result = users.set_name(ctx, row, user_name)
    new = {name: value for name, value in said.items() if row[name] != value}
    return _push(ctx, row, "user.machine.changed", **new) if new else result


def generate_secret(ctx: Context, user_id: str) -> NewSecret:
    """Make a new client secret, which ends the one before.

    Raises:
        Err: the user is not there, or no machine user.
    """
    row = users.find(ctx, user_id)
    if row is None and ctx.scope is not None:
        raise Err("NOT_FOUND", "QUERY-Dfbg2", "Errors.User.NotFound")
    if row is None or row["type"] != MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-x8910n", "Errors.User.NotExisting")
    secret = new_secret()
    event = _change(ctx, row, "user.machine.secret.set", secret_hash=token_hash(secret))
    return NewSecret(row["preferred_login_name"], secret, event)


def remove_secret(ctx: Context, user_id: str) -> Event:
    """End the client secret.

    Raises:
        Err: the user or the secret is not there.
    """
    row = _find(ctx, user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-x7s802", "Errors.User.NotExisting")
    if row["secret_hash"] is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-coi82n", "Errors.User.Machine.Secret.NotExisting")
    return _change(ctx, row, "user.machine.secret.removed", secret_hash=None)


def _find(ctx: Context, user_id: str) -> sqlite3.Row | None:
    row = users.find(ctx, user_id)
    return row if row is not None and row["type"] == MACHINE else None


def _change(ctx: Context, row: sqlite3.Row, event_type: str, **columns: Any) -> Event:
    users.require_write(ctx, row["org_id"], row["id"])
    return _push(ctx, row, event_type, **columns)


def _push(ctx: Context, row: sqlite3.Row, event_type: str, **columns: Any) -> Event:
    event = ctx.push("user", row["id"], event_type, owner=row["org_id"], data=payloads.change(event_type, columns))
    ctx.change("users", event, {"id": row["id"]}, **columns)
    return event
