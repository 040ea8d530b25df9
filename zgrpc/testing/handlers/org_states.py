"""The states of an organization: deactivated, removed."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any

from zitadel import org_pb2

from zgrpc.testing.call import Call, changed
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc

if TYPE_CHECKING:
    from zitadel import management_pb2 as m

ACTIVE, INACTIVE = org_pb2.ORG_STATE_ACTIVE, org_pb2.ORG_STATE_INACTIVE
REMOVED = org_pb2.ORG_STATE_UNSPECIFIED
"""A removed organization is still shown to those who name it, in no state that the contract has a name for."""


@rpc("management.DeactivateOrg")
def deactivate_org(call: Call, request: m.DeactivateOrgRequest) -> dict[str, Any]:
    """Switch the organization off, which the API's own calls do not mind."""
    state = _state(call, "ORG-oL9nT")
    if state == INACTIVE:
        raise Err("FAILED_PRECONDITION", "EVENT-Dbs2g", "Errors.Org.AlreadyDeactivated")
    return _change(call, INACTIVE, "org.deactivated")


@rpc("management.ReactivateOrg")
def reactivate_org(call: Call, request: m.ReactivateOrgRequest) -> dict[str, Any]:
    """Switch the organization on again."""
    state = _state(call, "ORG-Dgf3g")
    if state == ACTIVE:
        raise Err("FAILED_PRECONDITION", "EVENT-bfnrh", "Errors.Org.AlreadyActive")
    return _change(call, ACTIVE, "org.reactivated")


@rpc("management.RemoveOrg")
def remove_org(call: Call, request: m.RemoveOrgRequest) -> dict[str, Any]:
    """Remove the organization with its users, projects, and all that hangs on them."""
    store, org_id = call.store, call.org_id
    if org_id == store.fact("default_org_id"):
        raise Err("FAILED_PRECONDITION", "COMMA-wG9p1", "Errors.Org.DefaultOrgNotDeletable")
    _state(call, "COMMA-aps2n")
    event = call.push("org", org_id, "org.removed")
    for table, column in (
        ("user_grants", "org_id"),
        ("members", "org_id"),
        ("project_grants", "granted_org_id"),
        ("projects", "org_id"),
        ("users", "org_id"),
        ("org_domains", "org_id"),
        ("org_metadata", "org_id"),
    ):
        store.run(f"DELETE FROM {table} WHERE {column} = ?", org_id)  # noqa: S608  (our own names)
    call.change("orgs", event, {"id": org_id}, state=REMOVED)
    # The answer names the instance as the owner.
    return {"details": changed(event._replace(owner=store.fact("instance_id")))}


def _state(call: Call, error_id: str) -> int:
    """The state of the call's organization, unless it is removed."""
    state = call.store.value("SELECT state FROM orgs WHERE id = ?", call.org_id)
    if state is None or state == REMOVED:
        raise Err("NOT_FOUND", error_id, "Errors.Org.NotFound")
    return int(state)


def _change(call: Call, state: int, event_type: str) -> dict[str, Any]:
    event = call.push("org", call.org_id, event_type)
    call.change("orgs", event, {"id": call.org_id}, state=state)
    return {"details": changed(event)}
