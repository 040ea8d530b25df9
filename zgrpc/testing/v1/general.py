"""What belongs to no area: health, the instance, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import admin_pb2
from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m

from zgrpc.testing.domain import languages
from zgrpc.testing.registry import rpc

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("management.Healthz")
def management_healthz(ctx: Context, request: m.HealthzRequest) -> m.HealthzResponse:  # noqa: ARG001  (every handler has both)
    """Answer that all is well."""
    return m.HealthzResponse()


@rpc("auth.Healthz")
def auth_healthz(ctx: Context, request: a.HealthzRequest) -> a.HealthzResponse:  # noqa: ARG001  (every handler has both)
    """Answer that all is well."""
    return a.HealthzResponse()


@rpc("management.GetSupportedLanguages")
def management_languages(ctx: Context, request: m.GetSupportedLanguagesRequest) -> m.GetSupportedLanguagesResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the languages of ZITADEL's own texts."""
    return m.GetSupportedLanguagesResponse(languages=languages.SUPPORTED)


@rpc("auth.GetSupportedLanguages")
def auth_languages(ctx: Context, request: a.GetSupportedLanguagesRequest) -> a.GetSupportedLanguagesResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the languages of ZITADEL's own texts."""
    return a.GetSupportedLanguagesResponse(languages=languages.SUPPORTED)


@rpc("management.GetIAM")
def get_iam(ctx: Context, request: m.GetIAMRequest) -> m.GetIAMResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the ids of the default organization and of ZITADEL's own project, the audience of its API."""
    store, org_id = ctx.store, ctx.store.fact("default_org_id")
    return m.GetIAMResponse(global_org_id=org_id, default_org_id=org_id, iam_project_id=store.fact("instance_id"))


@rpc("management.GetOIDCInformation")
def get_oidc_information(ctx: Context, request: m.GetOIDCInformationRequest) -> m.GetOIDCInformationResponse:  # noqa: ARG001  (every handler has both)
    """Answer with the issuer of tokens, and where its discovery document is."""
    return m.GetOIDCInformationResponse(
        issuer=ctx.issuer, discovery_endpoint=f"{ctx.issuer}/.well-known/openid-configuration"
    )


@rpc("admin.GetSupportedLanguages")
def admin_languages(
    ctx: Context,  # noqa: ARG001  (every handler has both)
    request: admin_pb2.GetSupportedLanguagesRequest,  # noqa: ARG001
) -> admin_pb2.GetSupportedLanguagesResponse:
    """Answer with the languages of ZITADEL's own texts."""
    return admin_pb2.GetSupportedLanguagesResponse(languages=languages.SUPPORTED)


@rpc("admin.Healthz")
def admin_healthz(ctx: Context, request: admin_pb2.HealthzRequest) -> admin_pb2.HealthzResponse:  # noqa: ARG001  (every handler has both)
    """Answer that all is well."""
    return admin_pb2.HealthzResponse()
