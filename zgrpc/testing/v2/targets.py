"""Targets, their keys, and executions."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
import json
from typing import TYPE_CHECKING, Any

from google.protobuf.duration_pb2 import Duration
from zitadel.action.v2 import action_service_pb2 as s
from zitadel.action.v2 import execution_pb2, query_pb2, target_pb2

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.domain import targets
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.messages import fill, nanoseconds, plain
from zgrpc.testing.registry import rpc
from zgrpc.testing.texts import EVENTS
from zgrpc.testing.v2 import lists
from zgrpc.testing.v2.details import date, micros, timestamp

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

_SECOND = 1_000_000_000
_GROUP = ".*"
"""What the id of a group of events ends in."""
_KINDS = ("rest_webhook", "rest_call", "rest_async")
_TARGET_ORDER = {
    query_pb2.TARGET_FIELD_NAME_ID: "id",
    query_pb2.TARGET_FIELD_NAME_CHANGED_DATE: "changed",
    query_pb2.TARGET_FIELD_NAME_NAME: "sort_key(name)",
    query_pb2.TARGET_FIELD_NAME_TARGET_TYPE: "CASE kind WHEN 'rest_webhook' THEN 0 WHEN 'rest_call' THEN 1 ELSE 2 END",
    query_pb2.TARGET_FIELD_NAME_URL: "sort_key(endpoint)",
    query_pb2.TARGET_FIELD_NAME_TIMEOUT: "timeout",
    query_pb2.TARGET_FIELD_NAME_INTERRUPT_ON_ERROR: "interrupt_on_error",
}
_KEY_ORDER = {
    query_pb2.PUBLIC_KEY_FIELD_NAME_CHANGE_DATE: "changed",
    query_pb2.PUBLIC_KEY_FIELD_NAME_EXPIRATION_DATE: "expires",
}
_EXECUTION_ORDER = {
    query_pb2.EXECUTION_FIELD_NAME_ID: "sort_key(id)",
    query_pb2.EXECUTION_FIELD_NAME_CHANGED_DATE: "changed",
}
_EXECUTION_KINDS = {
    query_pb2.EXECUTION_TYPE_REQUEST: "request",
    query_pb2.EXECUTION_TYPE_RESPONSE: "response",
    query_pb2.EXECUTION_TYPE_EVENT: "event",
    query_pb2.EXECUTION_TYPE_FUNCTION: "function",
}


@rpc("v2.action.CreateTarget")
def create_target(ctx: Context, request: s.CreateTargetRequest) -> s.CreateTargetResponse:
    """Add a target; this answer and reads show the key that signs."""
    kind = request.WhichOneof("target_type") or _KINDS[0]
    target_id, key, event = targets.add(
        ctx,
        {
            "name": request.name, "endpoint": request.endpoint, "timeout": nanoseconds(request.timeout), "kind": kind,
            "interrupt_on_error": _interrupts(request, kind),
            "payload_type": request.payload_type or target_pb2.PAYLOAD_TYPE_JSON,
        },
    )  # fmt: skip
    return s.CreateTargetResponse(id=target_id, creation_date=date(event), signing_key=key)


@rpc("v2.action.UpdateTarget")
def update_target(ctx: Context, request: s.UpdateTargetRequest) -> s.UpdateTargetResponse:
    """Set what the request names."""
    values: dict[str, Any] = {name: getattr(request, name) for name in ("name", "endpoint") if request.HasField(name)}
    if request.HasField("timeout"):
        values["timeout"] = nanoseconds(request.timeout)
    kind = request.WhichOneof("target_type")
    if kind:
        values |= {"kind": kind, "interrupt_on_error": _interrupts(request, kind)}
    if request.payload_type:
        values["payload_type"] = request.payload_type
    changed, key = targets.update(ctx, request.id, values, new_key=request.HasField("expiration_signing_key"))
    response = s.UpdateTargetResponse(change_date=timestamp(changed))
    if key:
        response.signing_key = key
    return response


@rpc("v2.action.DeleteTarget")
def delete_target(ctx: Context, request: s.DeleteTargetRequest) -> s.DeleteTargetResponse:
    """Remove a target; without a date if there never was one."""
    event = targets.delete(ctx, request.id)
    return s.DeleteTargetResponse(deletion_date=None if event is None else date(event))


@rpc("v2.action.GetTarget")
def get_target(ctx: Context, request: s.GetTargetRequest) -> s.GetTargetResponse:
    """Answer with a target."""
    return s.GetTargetResponse(target=_as_target(targets.get(ctx, request.id)))


@rpc("v2.action.ListTargets")
def list_targets(ctx: Context, request: s.ListTargetsRequest) -> s.ListTargetsResponse:
    """Answer with targets."""
    page = lists.page(request.pagination, _TARGET_ORDER.get(request.sorting_column, "created"), "id")
    filters = Filters()
    for query in request.filters:
        kind = query.WhichOneof("filter")
        if kind == "target_name_filter":
            filters.text("name", query.target_name_filter.target_name, query.target_name_filter.method)
        elif kind == "in_target_ids_filter":
            filters.add(lists.in_ids("id", query.in_target_ids_filter.target_ids))
    found = targets.search(ctx, filters, page)
    return s.ListTargetsResponse(
        pagination=lists.pagination(found.total, page), targets=[_as_target(row) for row in found.rows]
    )


# -- keys ------------------------------------------------------------------------------------------
@rpc("v2.action.AddPublicKey")
def add_public_key(ctx: Context, request: s.AddPublicKeyRequest) -> s.AddPublicKeyResponse:
    """Give a target a public key."""
    expires = micros(request.expiration_date) if request.HasField("expiration_date") else None
    key_id, event = targets.add_key(ctx, request.target_id, request.public_key, expires)
    return s.AddPublicKeyResponse(key_id=key_id, creation_date=date(event))


@rpc("v2.action.ActivatePublicKey")
def activate_public_key(ctx: Context, request: s.ActivatePublicKeyRequest) -> s.ActivatePublicKeyResponse:
    """Encrypt for a key."""
    changed = targets.set_key_active(ctx, request.target_id, request.key_id, active=True)
    return s.ActivatePublicKeyResponse(change_date=timestamp(changed))


@rpc("v2.action.DeactivatePublicKey")
def deactivate_public_key(ctx: Context, request: s.DeactivatePublicKeyRequest) -> s.DeactivatePublicKeyResponse:
    """Encrypt for a key no more."""
    changed = targets.set_key_active(ctx, request.target_id, request.key_id, active=False)
    return s.DeactivatePublicKeyResponse(change_date=timestamp(changed))


@rpc("v2.action.RemovePublicKey")
def remove_public_key(ctx: Context, request: s.RemovePublicKeyRequest) -> s.RemovePublicKeyResponse:
    """Remove a key; without a date if there never was one."""
    event = targets.remove_key(ctx, request.target_id, request.key_id)
    return s.RemovePublicKeyResponse(deletion_date=None if event is None else date(event))


@rpc("v2.action.ListPublicKeys")
def list_public_keys(ctx: Context, request: s.ListPublicKeysRequest) -> s.ListPublicKeysResponse:
    """Answer with the keys of a target."""
    page = lists.page(request.pagination, _KEY_ORDER.get(request.sorting_column, "created"), "id")
    filters = Filters().equals("target_id", request.target_id)
    for query in request.filters:
        kind = query.WhichOneof("filter")
        if kind == "key_ids_filter":
            filters.add(lists.in_ids("id", query.key_ids_filter.ids))
        elif kind == "active_filter":
            filters.equals("active", query.active_filter)
        elif kind == "expiration_date_filter":
            filters.add(lists.moment("expires", query.expiration_date_filter))
    found = targets.search_keys(ctx, filters, page)
    return s.ListPublicKeysResponse(
        pagination=lists.pagination(found.total, page), public_keys=[_as_key(row) for row in found.rows]
    )


# -- executions ------------------------------------------------------------------------------------
@rpc("v2.action.SetExecution")
def set_execution(ctx: Context, request: s.SetExecutionRequest) -> s.SetExecutionResponse:
    """Set which targets are called when; none to call none any more."""
    kind, what = _condition(request.condition)
    condition = execution_pb2.Condition()
    condition.CopyFrom(request.condition)
    if condition.event.group:
        condition.event.group = what.removesuffix(_GROUP)
    event = targets.set_execution(ctx, kind, what, plain(condition), request.targets)
    return s.SetExecutionResponse(set_date=date(event))


@rpc("v2.action.ListExecutions")
def list_executions(ctx: Context, request: s.ListExecutionsRequest) -> s.ListExecutionsResponse:
    """Answer with executions."""
    page = lists.page(request.pagination, _EXECUTION_ORDER.get(request.sorting_column, "created"), "id")
    filters = Filters()
    for query in request.filters:
        kind = query.WhichOneof("filter")
        if kind == "in_conditions_filter":
            conditions = query.in_conditions_filter.conditions
            filters.add(lists.in_ids("id", [targets.execution_id(*_about(each)) for each in conditions]))
        elif kind == "execution_type_filter":
            filters.equals("kind", _EXECUTION_KINDS.get(query.execution_type_filter.execution_type, ""))
        elif kind == "target_filter":
            filters.where("EXISTS (SELECT 1 FROM json_each(targets) WHERE value = ?)", query.target_filter.target_id)
    found = targets.search_executions(ctx, filters, page)
    return s.ListExecutionsResponse(
        pagination=lists.pagination(found.total, page), executions=[_as_execution(row) for row in found.rows]
    )


@rpc("v2.action.ListExecutionFunctions")
def list_functions(ctx: Context, request: s.ListExecutionFunctionsRequest) -> s.ListExecutionFunctionsResponse:
    """Answer with the functions that an execution may be for."""
    return s.ListExecutionFunctionsResponse(functions=targets.FUNCTIONS)


@rpc("v2.action.ListExecutionMethods")
def list_methods(ctx: Context, request: s.ListExecutionMethodsRequest) -> s.ListExecutionMethodsResponse:
    """Answer with the paths of all RPCs."""
    return s.ListExecutionMethodsResponse(methods=sorted(each.path for each in all_rpcs().values()))


@rpc("v2.action.ListExecutionServices")
def list_services(ctx: Context, request: s.ListExecutionServicesRequest) -> s.ListExecutionServicesResponse:
    """Answer with the names of all services."""
    return s.ListExecutionServicesResponse(services=sorted(_services()))


def _services() -> set[str]:
    return {each.full_name.partition("/")[0] for each in all_rpcs().values()}


def _condition(condition: execution_pb2.Condition) -> tuple[str, str]:
    """Return the kind of a condition, and what it is about; empty for all.

    Raises:
        Err: INVALID_ARGUMENT for a condition of nothing, NOT_FOUND for one of what does not exist.
    """
    kind, what = _about(condition)
    of: Any = getattr(condition, kind)
    which = "function" if kind == "function" else of.WhichOneof("condition")
    if which is None:
        error_id = "COMMAND-w5smb6v7qu" if kind == "event" else "COMMAND-3tkej630e6"
        raise Err("INVALID_ARGUMENT", error_id, "Errors.Execution.Invalid")
    if which == "all":
        return kind, what
    error_id, exists = {
        "function": ("COMMAND-cdy39t0ksr", what in targets.FUNCTIONS),
        "method": ("COMMAND-vysplsevt8", any(each.path == what for each in all_rpcs().values())),
        "service": ("COMMAND-qu6dfhiioq", what in _services()),
        "event": ("COMMAND-74aaqj8fv9", what in EVENTS),
        "group": ("COMMAND-er5oneb5lz", any(each.startswith(what.removesuffix("*")) for each in EVENTS)),
    }[which]
    if not exists:
        raise Err("NOT_FOUND", error_id, "Errors.Execution.ConditionInvalid")
    return kind, what


def _about(condition: execution_pb2.Condition) -> tuple[str, str]:
    """Return the kind of a condition and what it is about, there or not; see `targets.execution_id`."""
    kind = condition.WhichOneof("condition_type")
    if kind is None:
        raise Err("INVALID_ARGUMENT", "GRPC-vR9nC", "List.Query.Invalid")
    if kind == "function":
        return kind, condition.function.name
    of: Any = getattr(condition, kind)
    which = of.WhichOneof("condition")
    if which in (None, "all"):
        return kind, ""
    what = str(getattr(of, which))
    return kind, f"{what.removesuffix(_GROUP)}{_GROUP}" if which == "group" else what


def _interrupts(request: Any, kind: str) -> bool:
    return bool(getattr(getattr(request, kind), "interrupt_on_error", False))


def _as_target(row: sqlite3.Row) -> target_pb2.Target:
    seconds, nanos = divmod(row["timeout"], _SECOND)
    target = target_pb2.Target(
        id=row["id"], creation_date=timestamp(row["created"]), change_date=timestamp(row["changed"]), name=row["name"],
        timeout=Duration(seconds=seconds, nanos=nanos), endpoint=row["endpoint"], signing_key=row["signing_key"],
        payload_type=row["payload_type"],
    )  # fmt: skip
    kind = getattr(target, row["kind"])
    kind.SetInParent()
    fill(kind, {"interrupt_on_error": bool(row["interrupt_on_error"])})
    return target


def _as_key(row: sqlite3.Row) -> target_pb2.PublicKey:
    key = target_pb2.PublicKey(
        key_id=row["id"], active=row["active"], public_key=row["public_key"], fingerprint=row["fingerprint"],
        creation_date=timestamp(row["created"]), change_date=timestamp(row["changed"]),
    )  # fmt: skip
    if row["expires"] is not None:
        key.expiration_date.CopyFrom(timestamp(row["expires"]))
    return key


def _as_execution(row: sqlite3.Row) -> execution_pb2.Execution:
    execution = execution_pb2.Execution(
        creation_date=timestamp(row["created"]), change_date=timestamp(row["changed"]),
        targets=json.loads(row["targets"]),
    )  # fmt: skip
    fill(execution.condition, json.loads(row["condition"]))
    return execution
