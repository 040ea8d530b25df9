"""What Admin shows of the running of the instance: views, failed events, milestones, debug notifications."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, NoReturn

from zitadel import admin_pb2 as ad
from zitadel.milestone.v1 import milestone_pb2

from zgrpc.testing.domain import instance_settings, views
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import list_details, timestamp
from zgrpc.testing.v1.shared import changed_or_not, instance

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("admin.ListViews")
def list_views(ctx: Context, request: ad.ListViewsRequest) -> ad.ListViewsResponse:
    """Answer with the views of a real server, which are all up to date."""
    now = timestamp(views.last_event(ctx))
    return ad.ListViewsResponse(
        result=[
            ad.View(database=views.DATABASE, view_name=name, event_timestamp=now, last_successful_spooler_run=now)
            for name in views.NAMES
        ]
    )


@rpc("admin.ListFailedEvents")
def list_failed_events(ctx: Context, request: ad.ListFailedEventsRequest) -> ad.ListFailedEventsResponse:
    """Answer with none: every event reaches its views."""
    return ad.ListFailedEventsResponse()


@rpc("admin.RemoveFailedEvent")
def remove_failed_event(ctx: Context, request: ad.RemoveFailedEventRequest) -> ad.RemoveFailedEventResponse:
    """Change nothing: there is none."""
    return ad.RemoveFailedEventResponse()


@rpc("admin.ListMilestones")
def list_milestones(ctx: Context, request: ad.ListMilestonesRequest) -> ad.ListMilestonesResponse:
    """Answer with the milestones, those reached and those not."""
    found = views.milestones(ctx)
    for query in request.queries:
        if query.HasField("is_reached_query"):
            found = [each for each in found if (each.reached is not None) == query.is_reached_query.reached]
    if request.sorting_column == milestone_pb2.MILESTONE_FIELD_NAME_REACHED_DATE:
        found.sort(key=lambda each: (each.reached is None, each.reached or 0))
    if request.sorting_column and not request.query.asc:
        found.reverse()
    start = request.query.offset
    end = start + request.query.limit if request.query.limit else None
    return ad.ListMilestonesResponse(
        details=list_details(ctx, len(found)),
        result=[
            milestone_pb2.Milestone(
                type=milestone_pb2.MilestoneType.Name(each.type),
                reached_date=None if each.reached is None else timestamp(each.reached),
            )
            for each in found[start:end]
        ],
    )


@rpc("admin.ActivateFeatureLoginDefaultOrg")
def activate_feature(
    ctx: Context, request: ad.ActivateFeatureLoginDefaultOrgRequest
) -> ad.ActivateFeatureLoginDefaultOrgResponse:
    """Let the login begin with the default organization."""
    done = instance_settings.write(ctx, instance_settings.FEATURES, {"login_default_org": True})
    details = None if done is None else changed_or_not(done, instance(ctx))
    return ad.ActivateFeatureLoginDefaultOrgResponse(details=details)


@rpc("admin.GetFileSystemNotificationProvider", "admin.GetLogNotificationProvider")
def get_debug_provider(
    ctx: Context, request: ad.GetFileSystemNotificationProviderRequest | ad.GetLogNotificationProviderRequest
) -> NoReturn:
    """Refuse: notifications go neither to files nor to the log."""
    raise Err("NOT_FOUND", "QUERY-s9ujf", "Errors.NotificationProvider.NotFound")
