"""Actions (scripts) and flows (when they run). The emulator keeps them and runs none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import payloads
from zgrpc.testing.domain.shared import free_id
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "actions",
    (
        f"""
CREATE TABLE actions (
  id TEXT PRIMARY KEY, org_id TEXT NOT NULL, name TEXT NOT NULL, script TEXT NOT NULL, timeout INTEGER NOT NULL,
  allowed_to_fail INTEGER NOT NULL, state INTEGER NOT NULL DEFAULT 1, {CHANGE});
CREATE UNIQUE INDEX action_name_taken ON actions(org_id, lower(name));
CREATE TABLE flow_triggers (
  org_id TEXT NOT NULL, flow INTEGER NOT NULL, "trigger" INTEGER NOT NULL, actions TEXT NOT NULL, {CHANGE},
  PRIMARY KEY (org_id, flow, "trigger"));
""",
    ),
    taken={"action_name_taken": "Errors.Action.AlreadyExists"},
)

ERRORS = {
    "Errors.Action.Invalid": "Action is invalid",
    "Errors.Action.NotActive": "Action is not active",
    "Errors.Action.NotFound": "Action not found",
    "Errors.Action.NotInactive": "Action is not inactive",
    "Errors.Flow.ActionIDsNotExist": "ActionIDs do not exist",
    "Errors.Flow.Empty": "Flow is already empty",
    "Errors.Flow.FlowTypeMissing": "FlowType missing",
    "Errors.Flow.NoChanges": "No Changes",
    "Errors.Flow.WrongTriggerType": "TriggerType is invalid",
}
EVENTS = {
    "action.added": "Action added",
    "action.changed": "Action changed",
    "action.deactivated": "Action deactivated",
    "action.reactivated": "Action reactivated",
    "action.removed": "Action removed",
    "org.flow.cleared": "Flow cleared",
    "org.flow.trigger_actions.cascade.removed": "Actions cascade removed",
    "org.flow.trigger_actions.set": "Action set",
}

ACTIVE, INACTIVE = 1, 2
"""The states of an action."""


class Named(NamedTuple):
    """A type of flow or of trigger: its name in the contract, the key and the text of its title."""

    name: str
    key: str
    title: str


FLOWS = {
    1: Named("FLOW_TYPE_EXTERNAL_AUTHENTICATION", "ExternalAuthentication", "External Authentication"),
    2: Named("FLOW_TYPE_CUSTOMISE_TOKEN", "CustomiseToken", "Complement Token"),
    3: Named("FLOW_TYPE_INTERNAL_AUTHENTICATION", "InternalAuthentication", "Internal Authentication"),
    4: Named("FLOW_TYPE_CUSTOMIZE_SAML_RESPONSE", "CustomizeSAMLResponse", "Complement SAMLResponse"),
}
TRIGGERS = {
    1: Named("TRIGGER_TYPE_POST_AUTHENTICATION", "PostAuthentication", "Post Authentication"),
    2: Named("TRIGGER_TYPE_PRE_CREATION", "PreCreation", "Pre Creation"),
    3: Named("TRIGGER_TYPE_POST_CREATION", "PostCreation", "Post Creation"),
    4: Named("TRIGGER_TYPE_PRE_USERINFO_CREATION", "PreUserinfoCreation", "Pre Userinfo creation"),
    5: Named("TRIGGER_TYPE_PRE_ACCESS_TOKEN_CREATION", "PreAccessTokenCreation", "Pre access token creation"),
    6: Named("TRIGGER_TYPE_PRE_SAML_RESPONSE_CREATION", "PreSAMLResponseCreation", "Pre SAMLResponse creation"),
}
TRIGGERS_OF = {1: (1, 2, 3), 2: (4, 5), 3: (1, 2, 3), 4: (6,)}
"""The triggers of each type of flow."""


def number(types: dict[int, Named], text: str) -> int:
    """Return the number of a type from its number or its name as text; 0 for what is none."""
    return next((key for key, named in types.items() if text in (str(key), named.name)), 0)


# -- actions ---------------------------------------------------------------------------------------
def add(
    ctx: Context, org_id: str, name: str, script: str, timeout: int, *, allowed_to_fail: bool, action_id: str = ""
) -> tuple[str, Event]:
    """Add an action; returns its id, which is made up if none is given. `timeout` is in nanoseconds.

    Raises:
        Err: INVALID_ARGUMENT without a name, ALREADY_EXISTS.
    """
    if not name:
        raise Err("INVALID_ARGUMENT", "COMMAND-eg2gf", "Errors.Action.Invalid")
    action_id = free_id(ctx, "actions", action_id, "COMMAND-nau2k", "Errors.Action.AlreadyExists")
    said = {"name": name, **payloads.stated(script=script, timeout=timeout), "allowedToFail": allowed_to_fail}
    event = ctx.push("action", action_id, "action.added", owner=org_id, data=said)
    ctx.add(
        "actions", event, id=action_id, org_id=org_id, name=name, script=script, timeout=timeout,
        allowed_to_fail=allowed_to_fail,
    )  # fmt: skip
    return action_id, event


def update(ctx: Context, action_id: str, name: str, script: str, timeout: int, *, allowed_to_fail: bool) -> Event:
    """Set all of an action.

    Raises:
        Err: INVALID_ARGUMENT without a name, NOT_FOUND, FAILED_PRECONDITION if nothing changes, ALREADY_EXISTS.
    """
    if not name:
        raise Err("INVALID_ARGUMENT", "COMMAND-Df2f3", "Errors.Action.Invalid")
    row = _existing(ctx, action_id, "COMMAND-Sfg2t")
    new = {"name": name, "script": script, "timeout": timeout, "allowed_to_fail": allowed_to_fail}
    said = {payloads.camel(column): value for column, value in new.items() if row[column] != value}
    if not said:
        raise Err("FAILED_PRECONDITION", "ACTION-dg4t2", "Errors.NoChangesFound")
    event = ctx.push("action", action_id, "action.changed", owner=row["org_id"], data=said)
    ctx.change("actions", event, {"id": action_id}, **new)
    return event


def deactivate(ctx: Context, action_id: str) -> Event:
    """Switch an action off.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION if it is off.
    """
    row = _existing(ctx, action_id, "COMMAND-NRmhu")
    if row["state"] != ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-Dgj92", "Errors.Action.NotActive")
    return _set_state(ctx, row, INACTIVE, "action.deactivated")


def reactivate(ctx: Context, action_id: str) -> Event:
    """Switch an action on again.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION if it is on.
    """
    row = _existing(ctx, action_id, "COMMAND-Aa22g")
    if row["state"] != INACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-J53zh", "Errors.Action.NotInactive")
    return _set_state(ctx, row, ACTIVE, "action.reactivated")


def remove(ctx: Context, action_id: str) -> Event:
    """Remove an action, also from the flows that it is part of.

    Raises:
        Err: NOT_FOUND.
    """
    row = _existing(ctx, action_id, "COMMAND-Dgh4h")
    event = ctx.push("action", action_id, "action.removed", owner=row["org_id"])
    for trigger in ctx.store.all("SELECT * FROM flow_triggers WHERE org_id = ?", row["org_id"]):
        ids = json.loads(trigger["actions"])
        if action_id in ids:
            ids.remove(action_id)
            # The real server's event has a type of trigger, which its command leaves unset.
            said = {"flowType": trigger["flow"], "triggerType": 0, "actionID": action_id}
            cascade = ctx.push(
                "org", row["org_id"], "org.flow.trigger_actions.cascade.removed", owner=row["org_id"], data=said
            )
            _put(ctx, cascade, trigger["org_id"], trigger["flow"], trigger["trigger"], ids)
    ctx.store.run("DELETE FROM actions WHERE id = ?", action_id)
    return event


def get(ctx: Context, action_id: str) -> sqlite3.Row:
    """Return an action.

    Raises:
        Err: NOT_FOUND.
    """
    row = _find(ctx, action_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-GEfnb", "Errors.Action.NotFound")
    return row


def search(ctx: Context, org_id: str, filters: Filters, page: Page) -> Rows:
    """List the actions of an organization; the columns for `filters` are those of `actions`."""
    return ctx.rows(page, "*", "actions", filters.equals("org_id", org_id))


# -- flows -----------------------------------------------------------------------------------------
def triggers(ctx: Context, org_id: str, flow: int) -> list[sqlite3.Row]:
    """Return the triggers of a flow that have actions."""
    return ctx.store.all('SELECT * FROM flow_triggers WHERE org_id = ? AND flow = ? ORDER BY "trigger"', org_id, flow)


def of_trigger(ctx: Context, row: sqlite3.Row) -> list[sqlite3.Row]:
    """Return the actions of a trigger, in their order."""
    return [found for found in (_find(ctx, action_id) for action_id in json.loads(row["actions"])) if found is not None]


def set_trigger(ctx: Context, org_id: str, flow: int, trigger: int, action_ids: Sequence[str]) -> Event:
    """Set the actions that run at a trigger of a flow, in their order.

    Raises:
        Err: INVALID_ARGUMENT for types that are none or do not fit; FAILED_PRECONDITION for an action that is not
            there, or if nothing changes.
    """
    if not flow or not trigger:
        raise Err("INVALID_ARGUMENT", "COMMAND-Dfhj5", "Errors.Flow.FlowTypeMissing")
    if trigger not in TRIGGERS_OF[flow]:
        raise Err("INVALID_ARGUMENT", "COMMAND-Dfgh6", "Errors.Flow.WrongTriggerType")
    before = [json.loads(row["actions"]) for row in triggers(ctx, org_id, flow) if row["trigger"] == trigger]
    ids = list(action_ids)
    if ids == (before[0] if before else []):
        raise Err("FAILED_PRECONDITION", "COMMAND-Nfh52", "Errors.Flow.NoChanges")
    if any(_find(ctx, action_id) is None for action_id in ids):
        raise Err("FAILED_PRECONDITION", "COMMAND-dg422", "Errors.Flow.ActionIDsNotExist")
    said = {"flowType": flow, "triggerType": trigger, "actionIDs": ids}
    event = ctx.push("org", org_id, "org.flow.trigger_actions.set", owner=org_id, data=said)
    _put(ctx, event, org_id, flow, trigger, ids)
    return event


def clear(ctx: Context, org_id: str, flow: int) -> Event:
    """Remove all actions from a flow.

    Raises:
        Err: INVALID_ARGUMENT for a type that is none, FAILED_PRECONDITION for a flow that has none.
    """
    if not flow:
        raise Err("INVALID_ARGUMENT", "COMMAND-Dfw2h", "Errors.Flow.FlowTypeMissing")
    if not triggers(ctx, org_id, flow):
        raise Err("FAILED_PRECONDITION", "COMMAND-DgGh3", "Errors.Flow.Empty")
    ctx.store.run("DELETE FROM flow_triggers WHERE org_id = ? AND flow = ?", org_id, flow)
    return ctx.push("org", org_id, "org.flow.cleared", owner=org_id, data={"flowType": flow})


def _put(ctx: Context, event: Event, org_id: str, flow: int, trigger: int, ids: list[str]) -> None:
    key = {"org_id": org_id, "flow": flow, '"trigger"': trigger}
    if not ids:
        ctx.store.run('DELETE FROM flow_triggers WHERE org_id = ? AND flow = ? AND "trigger" = ?', *key.values())
    elif not ctx.change("flow_triggers", event, key, actions=json.dumps(ids)):
        ctx.add("flow_triggers", event, **key, actions=json.dumps(ids))


def _find(ctx: Context, action_id: str) -> sqlite3.Row | None:
    row = ctx.store.one("SELECT * FROM actions WHERE id = ?", action_id)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def _existing(ctx: Context, action_id: str, error_id: str) -> sqlite3.Row:
    row = _find(ctx, action_id)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Action.NotFound")
    return row


def _set_state(ctx: Context, row: sqlite3.Row, state: int, event_type: str) -> Event:
    event = ctx.push("action", row["id"], event_type, owner=row["org_id"])
    ctx.change("actions", event, {"id": row["id"]}, state=state)
    return event
