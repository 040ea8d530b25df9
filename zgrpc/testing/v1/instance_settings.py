"""Settings that the instance alone has: lifetimes of tokens, security, secret generators."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING

from zitadel import admin_pb2 as ad
from zitadel import object_pb2, settings_pb2

from zgrpc.testing.domain import instance_settings as domain
from zgrpc.testing.errors import Err
from zgrpc.testing.messages import fill, plain
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.shared import instance, unchanged

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context


@rpc("admin.GetOIDCSettings")
def get_oidc_settings(ctx: Context, request: ad.GetOIDCSettingsRequest) -> ad.GetOIDCSettingsResponse:
    """Answer with the lifetimes of tokens."""
    found = domain.read(ctx.store, domain.OIDC)
    settings = settings_pb2.OIDCSettings(details=_details(ctx, found.row))
    fill(settings, found.values)
    return ad.GetOIDCSettingsResponse(settings=settings)


@rpc("admin.AddOIDCSettings")
def add_oidc_settings(ctx: Context, request: ad.AddOIDCSettingsRequest) -> ad.AddOIDCSettingsResponse:
    """Set the lifetimes of tokens, once."""
    domain.check_durations(plain(request), "INST-10s82j")
    if domain.read(ctx.store, domain.OIDC).row is not None:
        raise Err("ALREADY_EXISTS", "INST-d9nlw", "Errors.OIDCSettings.AlreadyExists")
    return ad.AddOIDCSettingsResponse(details=added(domain.change(ctx, domain.OIDC, plain(request), "INST-d9nlw")))


@rpc("admin.UpdateOIDCSettings")
def update_oidc_settings(ctx: Context, request: ad.UpdateOIDCSettingsRequest) -> ad.UpdateOIDCSettingsResponse:
    """Set the lifetimes of tokens."""
    domain.check_durations(plain(request), "INST-10sxks")
    return ad.UpdateOIDCSettingsResponse(
        details=changed(domain.change(ctx, domain.OIDC, plain(request), "COMMAND-8JJ2d"))
    )


@rpc("admin.GetSecurityPolicy")
def get_security_policy(ctx: Context, request: ad.GetSecurityPolicyRequest) -> ad.GetSecurityPolicyResponse:
    """Answer with what of ZITADEL may be embedded, and whether users may be impersonated."""
    found = domain.read(ctx.store, domain.SECURITY)
    policy = settings_pb2.SecurityPolicy(details=_details(ctx, found.row))
    fill(policy, found.values)
    return ad.GetSecurityPolicyResponse(policy=policy)


@rpc("admin.SetSecurityPolicy")
def set_security_policy(ctx: Context, request: ad.SetSecurityPolicyRequest) -> ad.SetSecurityPolicyResponse:
    """Set what of ZITADEL may be embedded, and whether users may be impersonated."""
    done = domain.write(ctx, domain.SECURITY, plain(request))
    if isinstance(done, tuple):
        return ad.SetSecurityPolicyResponse(details=changed(done))
    found = object_pb2.ObjectDetails(resource_owner=instance(ctx)) if done is None else unchanged(done, instance(ctx))
    return ad.SetSecurityPolicyResponse(details=found)


@rpc("admin.GetSecretGenerator")
def get_secret_generator(ctx: Context, request: ad.GetSecretGeneratorRequest) -> ad.GetSecretGeneratorResponse:
    """Answer with what codes of a type are made of."""
    return ad.GetSecretGeneratorResponse(secret_generator=_generator(ctx, _type(request.generator_type)))


@rpc("admin.ListSecretGenerators")
def list_secret_generators(ctx: Context, request: ad.ListSecretGeneratorsRequest) -> ad.ListSecretGeneratorsResponse:
    """Answer with what codes of all types are made of."""
    wanted = [query.type_query.generator_type for query in request.queries if query.HasField("type_query")]
    types = [type_ for type_ in domain.GENERATORS if all(type_ == each for each in wanted)]
    end = request.query.offset + request.query.limit if request.query.limit else None
    return ad.ListSecretGeneratorsResponse(
        details=list_details(ctx, len(types)),
        result=[_generator(ctx, type_) for type_ in types[request.query.offset : end]],
    )


@rpc("admin.UpdateSecretGenerator")
def update_secret_generator(ctx: Context, request: ad.UpdateSecretGeneratorRequest) -> ad.UpdateSecretGeneratorResponse:
    """Set what codes of a type are made of."""
    setting = domain.GENERATORS[_type(request.generator_type)]
    event = domain.change(ctx, setting, plain(request, leave_out=("generator_type",)), "COMMAND-m0o3f")
    return ad.UpdateSecretGeneratorResponse(details=changed(event))


def _type(number: int) -> int:
    if number not in domain.GENERATORS:
        raise Err("NOT_FOUND", "QUERY-x32sd", "Errors.SecretGenerator.NotFound")
    return number


def _generator(ctx: Context, type_: int) -> settings_pb2.SecretGenerator:
    found = domain.read(ctx.store, domain.GENERATORS[type_])
    message = settings_pb2.SecretGenerator(details=_details(ctx, found.row))
    fill(message, {**found.values, "generator_type": type_})
    return message


def _details(ctx: Context, row: sqlite3.Row | None) -> object_pb2.ObjectDetails:
    owner = instance(ctx)
    return object_pb2.ObjectDetails(resource_owner=owner) if row is None else details(row, owner)
