"""The log of all events: what `admin` lists of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from google.protobuf import json_format, struct_pb2
from zitadel import admin_pb2 as ad
from zitadel import event_pb2, message_pb2

from zgrpc.testing.domain import changes, events
from zgrpc.testing.registry import rpc
from zgrpc.testing.texts import AGGREGATES
from zgrpc.testing.v1.details import micros, timestamp

if TYPE_CHECKING:
    import sqlite3

    from google.protobuf.timestamp_pb2 import Timestamp

    from zgrpc.testing.domain.context import Context


@rpc("admin.ListEvents")
def list_events(ctx: Context, request: ad.ListEventsRequest) -> ad.ListEventsResponse:
    """Answer with at most 1,000 events of the instance, newest first by default."""
    after, before = _span(request)
    wanted = events.Search(
        sequence=request.sequence,
        limit=request.limit,
        ascending=request.asc,
        editor=request.editor_user_id,
        types=request.event_types,
        aggregate_id=request.aggregate_id,
        aggregates=request.aggregate_types,
        owner=request.resource_owner,
        after=after,
        before=before,
    )
    return ad.ListEventsResponse(events=[_as_event(row) for row in events.search(ctx, wanted)])


@rpc("admin.ListEventTypes")
def list_event_types(ctx: Context, request: ad.ListEventTypesRequest) -> ad.ListEventTypesResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the types of events."""
    return ad.ListEventTypesResponse(event_types=[_type(name) for name in events.types(ctx)])


@rpc("admin.ListAggregateTypes")
def list_aggregate_types(ctx: Context, request: ad.ListAggregateTypesRequest) -> ad.ListAggregateTypesResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the kinds of aggregates."""
    return ad.ListAggregateTypesResponse(aggregate_types=[_aggregate(name) for name in events.aggregates(ctx)])


def _span(request: ad.ListEventsRequest) -> tuple[int | None, int | None]:
    """Return the moments between which events are wanted: a range, or from one moment in the direction of the list."""
    if request.HasField("range"):
        return _moment(request.range.since, request.range.HasField("since")), _moment(
            request.range.until, request.range.HasField("until")
        )
    since = getattr(request, "from") if request.HasField("from") else request.creation_date
    moment = _moment(since, request.HasField("from") or request.HasField("creation_date"))
    return (moment, None) if request.asc else (None, moment)


def _moment(stamp: Timestamp, given: bool) -> int | None:
    return micros(stamp) if given else None


def _as_event(row: sqlite3.Row) -> event_pb2.Event:
    payload = json_format.ParseDict(json.loads(row["data"]), struct_pb2.Struct())
    return event_pb2.Event(
        editor=event_pb2.Editor(user_id=row["editor"], display_name=row["editor_name"], service="zitadel"),
        aggregate=event_pb2.Aggregate(
            id=row["aggregate_id"], type=_aggregate(row["aggregate"]), resource_owner=row["owner"]
        ),
        sequence=row["sequence"],
        creation_date=timestamp(row["created"]),
        payload=payload,
        type=_type(row["type"]),
    )


def _type(name: str) -> event_pb2.EventType:
    text = message_pb2.LocalizedMessage(key=f"EventTypes.{name}", localized_message=changes.text(name))
    return event_pb2.EventType(type=name, localized=text)


def _aggregate(name: str) -> event_pb2.AggregateType:
    key = f"AggregateTypes.{name}"
    text = message_pb2.LocalizedMessage(key=key, localized_message=AGGREGATES.get(name, key))
    return event_pb2.AggregateType(type=name, localized=text)
