"""Actions and flows."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the context and the request
from typing import TYPE_CHECKING

from google.protobuf.duration_pb2 import Duration
from zitadel import action_pb2, message_pb2, object_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.domain import actions
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.messages import nanoseconds
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details, timestamp
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# The contract numbers the states the other way round.
_STATES = {actions.ACTIVE: action_pb2.ACTION_STATE_ACTIVE, actions.INACTIVE: action_pb2.ACTION_STATE_INACTIVE}
_ORDERS = {
    action_pb2.ACTION_FIELD_NAME_NAME: "sort_key(name)",
    action_pb2.ACTION_FIELD_NAME_ID: "id",
    action_pb2.ACTION_FIELD_NAME_STATE: "state",
}
_SECOND = 1_000_000_000


@rpc("management.CreateAction")
def create_action(ctx: Context, request: m.CreateActionRequest) -> m.CreateActionResponse:
    """Add an action."""
    action_id, event = actions.add(
        ctx, ctx.org_id, request.name, request.script, nanoseconds(request.timeout),
        allowed_to_fail=request.allowed_to_fail,
    )  # fmt: skip
    return m.CreateActionResponse(id=action_id, details=added(event))


@rpc("management.UpdateAction")
def update_action(ctx: Context, request: m.UpdateActionRequest) -> m.UpdateActionResponse:
    """Set all of an action."""
    event = actions.update(
        ctx, request.id, request.name, request.script, nanoseconds(request.timeout),
        allowed_to_fail=request.allowed_to_fail,
    )  # fmt: skip
    return m.UpdateActionResponse(details=changed(event))


@rpc("management.DeactivateAction")
def deactivate_action(ctx: Context, request: m.DeactivateActionRequest) -> m.DeactivateActionResponse:
    """Switch an action off."""
    return m.DeactivateActionResponse(details=changed(actions.deactivate(ctx, request.id)))


@rpc("management.ReactivateAction")
def reactivate_action(ctx: Context, request: m.ReactivateActionRequest) -> m.ReactivateActionResponse:
    """Switch an action on again."""
    return m.ReactivateActionResponse(details=changed(actions.reactivate(ctx, request.id)))


@rpc("management.DeleteAction")
def delete_action(ctx: Context, request: m.DeleteActionRequest) -> m.DeleteActionResponse:
    """Remove an action."""
    actions.remove(ctx, request.id)
    return m.DeleteActionResponse()


@rpc("management.GetAction")
def get_action(ctx: Context, request: m.GetActionRequest) -> m.GetActionResponse:
    """Answer with an action of the organization."""
    return m.GetActionResponse(action=as_action(actions.get(ctx, request.id)))


@rpc("management.ListActions")
def list_actions(ctx: Context, request: m.ListActionsRequest) -> m.ListActionsResponse:
    """Answer with the actions of the organization."""
    filters = Filters()
    for query in request.queries:
        kind = query.WhichOneof("query")
        if kind == "action_id_query":
            filters.equals("id", query.action_id_query.id)
        elif kind == "action_name_query":
            filters.text("name", query.action_name_query.name, query.action_name_query.method)
        elif kind == "action_state_query":
            wanted = query.action_state_query.state
            filters.equals("state", next((state for state in _STATES if _STATES[state] == wanted), 0))
    order = _ORDERS.get(request.sorting_column, "")
    if order:
        order += " ASC" if request.query.asc else " DESC"
    found = actions.search(ctx, ctx.org_id, filters, page(request.query, order))
    return m.ListActionsResponse(
        details=list_details(ctx, found.total),
        sorting_column=request.sorting_column,
        result=[as_action(row) for row in found.rows],
    )


@rpc("management.ListFlowTypes")
def list_flow_types(ctx: Context, request: m.ListFlowTypesRequest) -> m.ListFlowTypesResponse:
    """Answer with the types of flows."""
    return m.ListFlowTypesResponse(result=[_flow_type(number) for number in actions.FLOWS])


@rpc("management.ListFlowTriggerTypes")
def list_flow_trigger_types(ctx: Context, request: m.ListFlowTriggerTypesRequest) -> m.ListFlowTriggerTypesResponse:
    """Answer with the triggers of a type of flow; none for what is no type."""
    of = actions.TRIGGERS_OF.get(actions.number(actions.FLOWS, request.type), ())
    return m.ListFlowTriggerTypesResponse(result=[_trigger_type(number) for number in of])


@rpc("management.GetFlow")
def get_flow(ctx: Context, request: m.GetFlowRequest) -> m.GetFlowResponse:
    """Answer with a flow, which every organization has of every type."""
    number = actions.number(actions.FLOWS, request.type)
    rows = actions.triggers(ctx, ctx.org_id, number)
    flow = action_pb2.Flow(
        type=_flow_type(number),
        state=action_pb2.FLOW_STATE_ACTIVE,
        trigger_actions=[
            action_pb2.TriggerAction(
                trigger_type=_trigger_type(row["trigger"]), actions=map(as_action, actions.of_trigger(ctx, row))
            )
            for row in rows
        ],
        details=object_pb2.ObjectDetails(resource_owner=ctx.org_id),
    )
    if rows:
        last = max(rows, key=lambda row: int(row["sequence"]))
        flow.details.sequence = last["sequence"]
        flow.details.change_date.CopyFrom(timestamp(last["changed"]))
    return m.GetFlowResponse(flow=flow)


@rpc("management.SetTriggerActions")
def set_trigger_actions(ctx: Context, request: m.SetTriggerActionsRequest) -> m.SetTriggerActionsResponse:
    """Set the actions that run at a trigger of a flow."""
    flow = actions.number(actions.FLOWS, request.flow_type)
    trigger = actions.number(actions.TRIGGERS, request.trigger_type)
    event = actions.set_trigger(ctx, ctx.org_id, flow, trigger, request.action_ids)
    return m.SetTriggerActionsResponse(details=added(event))


@rpc("management.ClearFlow")
def clear_flow(ctx: Context, request: m.ClearFlowRequest) -> m.ClearFlowResponse:
    """Remove all actions from a flow."""
    event = actions.clear(ctx, ctx.org_id, actions.number(actions.FLOWS, request.type))
    return m.ClearFlowResponse(details=changed(event))


def as_action(row: sqlite3.Row) -> action_pb2.Action:
    """Return an action as a message, from a row of `actions`."""
    seconds, nanos = divmod(row["timeout"], _SECOND)
    return action_pb2.Action(
        id=row["id"], details=details(row), state=_STATES[row["state"]], name=row["name"], script=row["script"],
        timeout=Duration(seconds=seconds, nanos=nanos), allowed_to_fail=row["allowed_to_fail"],
    )  # fmt: skip


def _flow_type(number: int) -> action_pb2.FlowType:
    named = actions.FLOWS.get(number)
    key = f"Action.Flow.Type.{named.key if named else 'Unspecified'}"
    return action_pb2.FlowType(id=str(number), name=_localized(key, named.title if named else key))


def _trigger_type(number: int) -> action_pb2.TriggerType:
    named = actions.TRIGGERS[number]
    return action_pb2.TriggerType(id=str(number), name=_localized(f"Action.TriggerType.{named.key}", named.title))


def _localized(key: str, text: str) -> message_pb2.LocalizedMessage:
    return message_pb2.LocalizedMessage(key=key, localized_message=text)
