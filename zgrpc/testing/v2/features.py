"""Features of the instance and of the system. Those of organizations and users are in the contract alone."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any, NoReturn

from zitadel.feature.v2 import feature_pb2, instance_pb2, system_pb2
from zitadel.object.v2 import object_pb2

from zgrpc.testing.domain import instance_settings as domain
from zgrpc.testing.domain.instances import within
from zgrpc.testing.errors import Err, bare
from zgrpc.testing.messages import fill, plain
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import timestamp

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

_SYSTEM = "SYSTEM"
"""Who owns the features of the system."""


@rpc("v2.feature.SetInstanceFeatures")
def set_instance_features(
    ctx: Context, request: instance_pb2.SetInstanceFeaturesRequest
) -> instance_pb2.SetInstanceFeaturesResponse:
    """Set the features that the request names."""
    values = _given(request)
    if not values:
        raise Err("INVALID_ARGUMENT", "COMMAND-Vigh1", "Errors.NoChangesFound")
    return instance_pb2.SetInstanceFeaturesResponse(details=_done(ctx, domain.write(ctx, domain.FEATURES, values)))


@rpc("v2.feature.ResetInstanceFeatures")
def reset_instance_features(
    ctx: Context, request: instance_pb2.ResetInstanceFeaturesRequest
) -> instance_pb2.ResetInstanceFeaturesResponse:
    """Let the defaults hold."""
    event = domain.reset(ctx, domain.FEATURES, "feature.instance.reset")
    return instance_pb2.ResetInstanceFeaturesResponse(details=_done(ctx, event))


@rpc("v2.feature.GetInstanceFeatures")
def get_instance_features(
    ctx: Context, request: instance_pb2.GetInstanceFeaturesRequest
) -> instance_pb2.GetInstanceFeaturesResponse:
    """Answer with the features, those that nobody set without a source; with inheritance, also with the system's."""
    found = domain.read(ctx.store, domain.FEATURES)
    response = instance_pb2.GetInstanceFeaturesResponse(details=_done(ctx, found.row))
    with _system(ctx) as system:
        inherited = domain.read(system.store, domain.SYSTEM_FEATURES).values if request.inheritance else {}
    _show(response, inherited, feature_pb2.SOURCE_SYSTEM)
    _show(response, found.values, feature_pb2.SOURCE_INSTANCE)
    return response


@rpc("v2.feature.GetSystemFeatures")
def get_system_features(
    ctx: Context, request: system_pb2.GetSystemFeaturesRequest
) -> system_pb2.GetSystemFeaturesResponse:
    """Answer with the features of the system, those that nobody set without a source."""
    with _system(ctx) as system:
        found = domain.read(system.store, domain.SYSTEM_FEATURES)
    response = system_pb2.GetSystemFeaturesResponse(details=_done(ctx, found.row, _SYSTEM) if found.row else None)
    _show(response, found.values, feature_pb2.SOURCE_SYSTEM)
    return response


@rpc("v2.feature.SetSystemFeatures")
def set_system_features(
    ctx: Context, request: system_pb2.SetSystemFeaturesRequest
) -> system_pb2.SetSystemFeaturesResponse:
    """Set the features that the request names."""
    values = _given(request)
    if not values:
        raise Err("INTERNAL", "COMMAND-Oop8a", "Errors.NoChangesFound")
    with _system(ctx, write=True) as system:
        done = domain.write(system, domain.SYSTEM_FEATURES, values)
    return system_pb2.SetSystemFeaturesResponse(details=_done(ctx, done, _SYSTEM))


@rpc("v2.feature.ResetSystemFeatures")
def reset_system_features(
    ctx: Context, request: system_pb2.ResetSystemFeaturesRequest
) -> system_pb2.ResetSystemFeaturesResponse:
    """Let the defaults hold."""
    with _system(ctx, write=True) as system:
        event = domain.reset(system, domain.SYSTEM_FEATURES, "feature.system.reset")
    return system_pb2.ResetSystemFeaturesResponse(details=_done(ctx, event, _SYSTEM))


def _system(ctx: Context, *, write: bool = False) -> AbstractContextManager[Context]:
    """Return the context of the system's features, which are kept in the store of the first instance."""
    return within(ctx, ctx.instances.first, write=write)


def _refuse(name: str) -> None:
    @rpc(f"v2.feature.{name}")
    def handler(ctx: Context, request: Message) -> NoReturn:
        # The server answers with a status of gRPC where Connect's is expected, which hides it.
        raise bare("UNKNOWN", f"rpc error: code = Unimplemented desc = method {name} not implemented")


for _verb in ("Set", "Reset", "Get"):
    for _whose in ("Organization", "User"):
        _refuse(f"{_verb}{_whose}Features")


def _given(request: Any) -> dict[str, Any]:
    """Return the features that a request sets. Those that are no flags have no presence: they are set unless empty."""
    values = {name: value for name, value in plain(request).items() if value not in ([], {}) or name == "login_v2"}
    if not request.HasField("login_v2"):
        values.pop("login_v2", None)
    return values


def _show(response: Any, values: dict[str, Any], source: int) -> None:
    for field in response.DESCRIPTOR.fields:
        if field.name == "details":
            continue
        feature = getattr(response, field.name)
        feature.SetInParent()
        if field.name not in values:
            continue
        feature.source = source
        value = values[field.name]
        if isinstance(feature, feature_pb2.LoginV2FeatureFlag):
            fill(feature, value)
        elif isinstance(feature, feature_pb2.ImprovedPerformanceFeatureFlag):
            feature.execution_paths[:] = value
        else:
            feature.enabled = value


def _done(ctx: Context, done: Event | sqlite3.Row | None, owner: str = "") -> object_pb2.Details:
    owner = owner or ctx.store.fact("instance_id")
    if done is None:
        return object_pb2.Details(resource_owner=owner)
    if isinstance(done, tuple):
        return object_pb2.Details(sequence=done.sequence, change_date=timestamp(done.created), resource_owner=owner)
    return object_pb2.Details(sequence=done["sequence"], change_date=timestamp(done["changed"]), resource_owner=owner)
