"""Limits and quotas of the instance, which the system sets."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from zitadel import object_pb2
from zitadel import system_pb2 as sy

from zgrpc.testing.domain import instance as instances
from zgrpc.testing.domain import limits as domain
from zgrpc.testing.domain.instances import within
from zgrpc.testing.messages import plain
from zgrpc.testing.registry import rpc
from zgrpc.testing.store import Event
from zgrpc.testing.v1.details import added, changed
from zgrpc.testing.v1.shared import instance, unchanged

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("system.SetLimits")
def set_limits(ctx: Context, request: sy.SetLimitsRequest) -> sy.SetLimitsResponse:
    """Set limits of the instance."""
    return sy.SetLimitsResponse(details=_details(ctx, _set_limits(ctx, request)))


@rpc("system.BulkSetLimits")
def bulk_set_limits(ctx: Context, request: sy.BulkSetLimitsRequest) -> sy.BulkSetLimitsResponse:
    """Set limits of instances, all or none."""
    each = []
    with contextlib.ExitStack() as all_or_none:
        entered = {ctx.store: ctx}
        for limits in request.limits:
            hosted = ctx.instances.named(limits.instance_id)
            store = ctx.store if hosted is None else hosted.store
            if store not in entered:
                entered[store] = all_or_none.enter_context(within(ctx, store, write=True))
            each.append(_details(entered[store], _set_limits(entered[store], limits)))
    last = object_pb2.ObjectDetails(sequence=each[-1].sequence, creation_date=each[-1].creation_date) if each else None
    return sy.BulkSetLimitsResponse(details=last, target_details=each)


@rpc("system.ResetLimits")
def reset_limits(ctx: Context, request: sy.ResetLimitsRequest) -> sy.ResetLimitsResponse:
    """Remove the limits of the instance."""
    instances.check_id(ctx, request.instance_id)
    return sy.ResetLimitsResponse(details=changed(domain.reset_limits(ctx)))


@rpc("system.AddQuota")
def add_quota(ctx: Context, request: sy.AddQuotaRequest) -> sy.AddQuotaResponse:
    """Set a quota that is not there."""
    return sy.AddQuotaResponse(details=_details(ctx, _set_quota(ctx, request, new=True)))


@rpc("system.SetQuota")
def set_quota(ctx: Context, request: sy.SetQuotaRequest) -> sy.SetQuotaResponse:
    """Set a quota."""
    result = _set_quota(ctx, request)
    return sy.SetQuotaResponse(details=changed(result) if isinstance(result, Event) else _details(ctx, result))


@rpc("system.RemoveQuota")
def remove_quota(ctx: Context, request: sy.RemoveQuotaRequest) -> sy.RemoveQuotaResponse:
    """Remove a quota."""
    instances.check_id(ctx, request.instance_id)
    return sy.RemoveQuotaResponse(details=changed(domain.remove_quota(ctx, request.unit)))


def _set_limits(ctx: Context, request: sy.SetLimitsRequest) -> Event | sqlite3.Row | None:
    instances.check_id(ctx, request.instance_id)
    given = plain(request, leave_out=["instance_id"])
    asked = {name: value for name, value in given.items() if request.HasField(name)}
    return domain.set_limits(ctx, asked)


def _set_quota(
    ctx: Context, request: sy.AddQuotaRequest | sy.SetQuotaRequest, *, new: bool = False
) -> Event | sqlite3.Row | None:
    instances.check_id(ctx, request.instance_id)
    values: dict[str, Any] = plain(request, leave_out=["instance_id", "unit"])
    return domain.set_quota(ctx, request.unit, values, new=new)


def _details(ctx: Context, result: Event | sqlite3.Row | None) -> object_pb2.ObjectDetails:
    if isinstance(result, Event):
        return added(result)
    owner = instance(ctx)
    return object_pb2.ObjectDetails(resource_owner=owner) if result is None else unchanged(result, owner)
