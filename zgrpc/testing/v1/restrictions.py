"""The languages of the instance, and what it restricts."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING

from zitadel import admin_pb2 as ad
from zitadel import object_pb2

from zgrpc.testing.domain import languages
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("admin.GetDefaultLanguage")
def get_default_language(ctx: Context, request: ad.GetDefaultLanguageRequest) -> ad.GetDefaultLanguageResponse:
    """Answer with the language of those who choose none."""
    return ad.GetDefaultLanguageResponse(language=languages.default(ctx.store))


@rpc("admin.SetDefaultLanguage")
def set_default_language(ctx: Context, request: ad.SetDefaultLanguageRequest) -> ad.SetDefaultLanguageResponse:
    """Choose the language of those who choose none."""
    return ad.SetDefaultLanguageResponse(details=changed(languages.set_default(ctx, request.language)))


@rpc("admin.GetAllowedLanguages")
def get_allowed_languages(ctx: Context, request: ad.GetAllowedLanguagesRequest) -> ad.GetAllowedLanguagesResponse:
    """Answer with the languages that people may choose."""
    return ad.GetAllowedLanguagesResponse(languages=languages.allowed(ctx.store))


@rpc("admin.GetRestrictions")
def get_restrictions(ctx: Context, request: ad.GetRestrictionsRequest) -> ad.GetRestrictionsResponse:
    """Answer with the restrictions; no languages where all are allowed."""
    instance = ctx.store.fact("instance_id")
    event = ctx.store.last_event("restrictions", instance, "restrictions.set")
    return ad.GetRestrictionsResponse(
        details=object_pb2.ObjectDetails(resource_owner=instance) if event is None else changed(event),
        disallow_public_org_registration=languages.registration_disallowed(ctx.store),
        allowed_languages=languages.restricted(ctx.store),
    )


@rpc("admin.SetRestrictions")
def set_restrictions(ctx: Context, request: ad.SetRestrictionsRequest) -> ad.SetRestrictionsResponse:
    """Set the restrictions that the request names."""
    registration = request.disallow_public_org_registration
    event = languages.restrict(
        ctx,
        request.allowed_languages.list if request.HasField("allowed_languages") else None,
        no_registration=registration if request.HasField("disallow_public_org_registration") else None,
    )
    instance = ctx.store.fact("instance_id")
    return ad.SetRestrictionsResponse(
        details=object_pb2.ObjectDetails(resource_owner=instance) if event is None else changed(event)
    )
