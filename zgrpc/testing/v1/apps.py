"""Applications of projects: OIDC, API and SAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import app_pb2
from zitadel import management_pb2 as m

from zgrpc.testing.domain import apps
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.shared import trimmed
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# Fields of `OIDCConfig` that the requests have under the same name and type.
_SETTINGS = (
    "app_type", "auth_method_type", "dev_mode", "access_token_type", "access_token_role_assertion",
    "id_token_role_assertion", "id_token_userinfo_assertion", "skip_native_app_success_page",
)  # fmt: skip


@rpc("management.AddOIDCApp")
def add_oidc_app(ctx: Context, request: m.AddOIDCAppRequest) -> m.AddOIDCAppResponse:
    """Add an OIDC application; this answer alone shows its secret."""
    config = oidc_config(request)
    config.version = request.version
    new = apps.add_oidc(ctx, request.project_id, request.name, config)
    shown = apps.judged(config)
    return m.AddOIDCAppResponse(
        app_id=new.id, client_id=new.client_id, client_secret=new.secret, details=added(new.event),
        none_compliant=shown.none_compliant, compliance_problems=shown.compliance_problems,
    )  # fmt: skip


@rpc("management.AddAPIApp")
def add_api_app(ctx: Context, request: m.AddAPIAppRequest) -> m.AddAPIAppResponse:
    """Add an API application; this answer alone shows its secret."""
    config = app_pb2.APIConfig(auth_method_type=request.auth_method_type)
    new = apps.add_api(ctx, request.project_id, request.name, config)
    return m.AddAPIAppResponse(
        app_id=new.id, client_id=new.client_id, client_secret=new.secret, details=added(new.event)
    )


@rpc("management.AddSAMLApp")
def add_saml_app(ctx: Context, request: m.AddSAMLAppRequest) -> m.AddSAMLAppResponse:
    """Add a SAML application."""
    new = apps.add_saml(ctx, request.project_id, request.name, _saml_config(request))
    return m.AddSAMLAppResponse(app_id=new.id, details=added(new.event))


@rpc("management.UpdateSAMLAppConfig")
def update_saml_config(ctx: Context, request: m.UpdateSAMLAppConfigRequest) -> m.UpdateSAMLAppConfigResponse:
    """Set the metadata of a SAML application."""
    event = apps.set_saml(ctx, request.project_id, request.app_id, _saml_config(request))
    return m.UpdateSAMLAppConfigResponse(details=changed(event))


@rpc("management.GetAppByID")
def get_app(ctx: Context, request: m.GetAppByIDRequest) -> m.GetAppByIDResponse:
    """Answer with an application of a project of the organization."""
    return m.GetAppByIDResponse(app=_as_app(apps.get(ctx, request.project_id, request.app_id)))


@rpc("management.ListApps")
def list_apps(ctx: Context, request: m.ListAppsRequest) -> m.ListAppsResponse:
    """Answer with the applications of a project of the organization."""
    filters = Filters().equals("project_id", request.project_id)
    for query in request.queries:
        filters.text("name", query.name_query.name, query.name_query.method)
    found = apps.search(ctx, filters, page(request.query))
    return m.ListAppsResponse(details=list_details(ctx, found.total), result=[_as_app(row) for row in found.rows])


@rpc("management.UpdateApp")
def update_app(ctx: Context, request: m.UpdateAppRequest) -> m.UpdateAppResponse:
    """Rename an application."""
    event = apps.rename(ctx, request.project_id, request.app_id, request.name)
    return m.UpdateAppResponse(details=changed(event))


@rpc("management.UpdateOIDCAppConfig")
def update_oidc_config(ctx: Context, request: m.UpdateOIDCAppConfigRequest) -> m.UpdateOIDCAppConfigResponse:
    """Set all of an OIDC application's settings."""
    event = apps.set_oidc(ctx, request.project_id, request.app_id, oidc_config(request))
    return m.UpdateOIDCAppConfigResponse(details=changed(event))


@rpc("management.UpdateAPIAppConfig")
def update_api_config(ctx: Context, request: m.UpdateAPIAppConfigRequest) -> m.UpdateAPIAppConfigResponse:
    """Set how an API application authenticates."""
    config = app_pb2.APIConfig(auth_method_type=request.auth_method_type)
    event = apps.set_api(ctx, request.project_id, request.app_id, config)
    return m.UpdateAPIAppConfigResponse(details=changed(event))


@rpc("management.DeactivateApp")
def deactivate_app(ctx: Context, request: m.DeactivateAppRequest) -> m.DeactivateAppResponse:
    """Switch an application off."""
    return m.DeactivateAppResponse(details=changed(apps.deactivate(ctx, request.project_id, request.app_id)))


@rpc("management.ReactivateApp")
def reactivate_app(ctx: Context, request: m.ReactivateAppRequest) -> m.ReactivateAppResponse:
    """Switch an application on again."""
    return m.ReactivateAppResponse(details=changed(apps.reactivate(ctx, request.project_id, request.app_id)))


@rpc("management.RemoveApp")
def remove_app(ctx: Context, request: m.RemoveAppRequest) -> m.RemoveAppResponse:
    """Remove an application with its keys."""
    return m.RemoveAppResponse(details=changed(apps.remove(ctx, request.project_id, request.app_id)))


@rpc("management.RegenerateOIDCClientSecret")
def regenerate_oidc_secret(
    ctx: Context, request: m.RegenerateOIDCClientSecretRequest
) -> m.RegenerateOIDCClientSecretResponse:
    """Answer with a new secret; this answer alone shows it."""
    new = apps.new_oidc_secret(ctx, request.project_id, request.app_id)
    return m.RegenerateOIDCClientSecretResponse(client_secret=new.secret, details=changed(new.event))


@rpc("management.RegenerateAPIClientSecret")
def regenerate_api_secret(
    ctx: Context, request: m.RegenerateAPIClientSecretRequest
) -> m.RegenerateAPIClientSecretResponse:
    """Answer with a new secret; this answer alone shows it."""
    new = apps.new_api_secret(ctx, request.project_id, request.app_id)
    return m.RegenerateAPIClientSecretResponse(client_secret=new.secret, details=changed(new.event))


def oidc_config(request: m.AddOIDCAppRequest | m.UpdateOIDCAppConfigRequest) -> app_pb2.OIDCConfig:
    """Return the settings as they are stored: what is left out has the server's defaults."""
    config = app_pb2.OIDCConfig(
        redirect_uris=trimmed(request.redirect_uris),
        response_types=list(request.response_types) or [app_pb2.OIDC_RESPONSE_TYPE_CODE],
        grant_types=list(request.grant_types) or [app_pb2.OIDC_GRANT_TYPE_AUTHORIZATION_CODE],
        post_logout_redirect_uris=trimmed(request.post_logout_redirect_uris),
        additional_origins=trimmed(request.additional_origins),
        back_channel_logout_uri=request.back_channel_logout_uri.strip(),
        clock_skew=request.clock_skew,
        **{name: getattr(request, name) for name in _SETTINGS},
    )
    if request.login_version.WhichOneof("version"):
        config.login_version.CopyFrom(request.login_version)
    return config


def _saml_config(request: m.AddSAMLAppRequest | m.UpdateSAMLAppConfigRequest) -> app_pb2.SAMLConfig:
    config = app_pb2.SAMLConfig(login_version=request.login_version)
    if request.WhichOneof("metadata") == "metadata_url":
        config.metadata_url = request.metadata_url
    else:
        config.metadata_xml = request.metadata_xml
    return config


def _as_app(row: sqlite3.Row) -> app_pb2.App:
    app = app_pb2.App(id=row["id"], details=details(row), state=row["state"], name=row["name"])
    if row["kind"] == apps.OIDC:
        app.oidc_config.CopyFrom(apps.judged(app_pb2.OIDCConfig.FromString(row["config"])))
    elif row["kind"] == apps.SAML:
        app.saml_config.CopyFrom(app_pb2.SAMLConfig.FromString(row["config"]))
    else:
        app.api_config.CopyFrom(app_pb2.APIConfig.FromString(row["config"]))
    return app
