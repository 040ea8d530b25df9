"""Applications of projects: OIDC and API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zitadel import app_pb2, message_pb2
from zitadel import management_pb2 as m

from zgrpc.testing import oidc_rules
from zgrpc.testing.access import token_hash
from zgrpc.testing.call import Call, added, changed, details
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import new_secret, require_project, trimmed
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3

_ACTIVE, _INACTIVE = app_pb2.APP_STATE_ACTIVE, app_pb2.APP_STATE_INACTIVE
_OIDC, _API = "oidc", "api"

# Fields of `OIDCConfig` that the requests have under the same name and type.
_SETTINGS = (
    "app_type", "auth_method_type", "dev_mode", "access_token_type", "access_token_role_assertion",
    "id_token_role_assertion", "id_token_userinfo_assertion", "skip_native_app_success_page",
)  # fmt: skip


@rpc("management.AddOIDCApp")
def add_oidc_app(call: Call, request: m.AddOIDCAppRequest) -> dict[str, Any]:
    """A new OIDC application, with a secret if it authenticates by one."""
    require_project(call, request.project_id)
    config = _oidc_config(request)
    if not oidc_rules.is_valid(config.response_types, config.grant_types, config.additional_origins):
        raise Err("INVALID_ARGUMENT", "PROJECT-1n8df", "Errors.Project.App.Invalid")
    config.version = request.version
    with_secret = config.auth_method_type in (oidc_rules.BASIC, oidc_rules.POST)
    response = _add(call, request.project_id, request.name, _OIDC, config, with_secret=with_secret)
    shown = _judged(config)
    return {
        **response, "none_compliant": shown.none_compliant, "compliance_problems": shown.compliance_problems,
    }  # fmt: skip


@rpc("management.AddAPIApp")
def add_api_app(call: Call, request: m.AddAPIAppRequest) -> dict[str, Any]:
    """A new API application, with a secret if it authenticates by one."""
    require_project(call, request.project_id)
    config = app_pb2.APIConfig(auth_method_type=request.auth_method_type)
    with_secret = request.auth_method_type == app_pb2.API_AUTH_METHOD_TYPE_BASIC
    return _add(call, request.project_id, request.name, _API, config, with_secret=with_secret)


@rpc("management.GetAppByID")
def get_app(call: Call, request: m.GetAppByIDRequest) -> dict[str, Any]:
    """An application of a project of the organization."""
    row = _app(call, request.project_id, request.app_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-pCP8P", "Errors.App.NotExisting")
    return {"app": _as_app(row)}


@rpc("management.ListApps")
def list_apps(call: Call, request: m.ListAppsRequest) -> dict[str, Any]:
    """The applications of a project of the organization."""
    filters = Filters().equals("project_id", request.project_id).equals("org_id", call.org_id)
    for query in request.queries:
        filters.text("name", query.name_query.name, query.name_query.method)
    return call.page(request.query, "*", "apps", filters, _as_app)


@rpc("management.UpdateApp")
def update_app(call: Call, request: m.UpdateAppRequest) -> dict[str, Any]:
    """Another name."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-28di9")
    if row["name"] == request.name:
        raise Err("FAILED_PRECONDITION", "COMMAND-2m8vx", "Errors.NoChangesFound")
    return _change(call, row, "changed", name=request.name)


@rpc("management.UpdateOIDCAppConfig")
def update_oidc_config(call: Call, request: m.UpdateOIDCAppConfigRequest) -> dict[str, Any]:
    """Set all of an OIDC application's settings."""
    config = _oidc_config(request)
    if not oidc_rules.is_valid(config.response_types, config.grant_types, config.additional_origins):
        raise Err("INVALID_ARGUMENT", "COMMAND-5m9fs", "Errors.Project.App.OIDCConfigInvalid")
    row = _existing(call, request.project_id, request.app_id, "COMMAND-2n8uU")
    if row["kind"] != _OIDC:
        raise Err("INVALID_ARGUMENT", "COMMAND-GBr34", "Errors.Project.App.IsNotOIDC")
    return _reconfigure(call, row, config)


@rpc("management.UpdateAPIAppConfig")
def update_api_config(call: Call, request: m.UpdateAPIAppConfigRequest) -> dict[str, Any]:
    """Set how an API application authenticates."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-2n8uU")
    if row["kind"] != _API:
        raise Err("INVALID_ARGUMENT", "COMMAND-Gnwt3", "Errors.Project.App.IsNotAPI")
    return _reconfigure(call, row, app_pb2.APIConfig(auth_method_type=request.auth_method_type))


@rpc("management.DeactivateApp")
def deactivate_app(call: Call, request: m.DeactivateAppRequest) -> dict[str, Any]:
    """Switch an application off."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-ov9d3")
    if row["state"] != _ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-dsh35", "Errors.Project.App.NotActive")
    return _change(call, row, "deactivated", state=_INACTIVE)


@rpc("management.ReactivateApp")
def reactivate_app(call: Call, request: m.ReactivateAppRequest) -> dict[str, Any]:
    """Switch an application on again."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-ov9d3")
    if row["state"] != _INACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-1n8cM", "Errors.Project.App.NotInactive")
    return _change(call, row, "reactivated", state=_ACTIVE)


@rpc("management.RemoveApp")
def remove_app(call: Call, request: m.RemoveAppRequest) -> dict[str, Any]:
    """Remove an application with its keys."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-0po9s")
    response = _change(call, row, "removed")
    call.store.run("DELETE FROM apps WHERE id = ?", row["id"])
    return response


@rpc("management.RegenerateOIDCClientSecret")
def regenerate_oidc_secret(call: Call, request: m.RegenerateOIDCClientSecretRequest) -> dict[str, Any]:
    """A new secret, which ends the one before; also for an application that authenticates by none."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-2g66f")
    if row["kind"] != _OIDC:
        raise Err("INVALID_ARGUMENT", "COMMAND-Ghrh3", "Errors.Project.App.IsNotOIDC")
    return _new_secret(call, row)


@rpc("management.RegenerateAPIClientSecret")
def regenerate_api_secret(call: Call, request: m.RegenerateAPIClientSecretRequest) -> dict[str, Any]:
    """A new secret, which ends the one before; also for an application that authenticates by none."""
    row = _existing(call, request.project_id, request.app_id, "COMMAND-2g66f")
    if row["kind"] != _API:
        raise Err("INVALID_ARGUMENT", "COMMAND-aeH4", "Errors.Project.App.IsNotAPI")
    return _new_secret(call, row)


def _oidc_config(request: m.AddOIDCAppRequest | m.UpdateOIDCAppConfigRequest) -> app_pb2.OIDCConfig:
    """The settings as they are stored: what is left out has the server's defaults."""
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


def _judged(config: app_pb2.OIDCConfig) -> app_pb2.OIDCConfig:
    """The settings as they are shown: with what OIDC 1.0 has against them, and the origins that come of them."""
    verdict = oidc_rules.compliance(config.app_type, config.grant_types, config.auth_method_type, config.redirect_uris)
    shown = app_pb2.OIDCConfig()
    shown.CopyFrom(config)
    shown.none_compliant = verdict.none_compliant
    for key in verdict.problems:
        text = oidc_rules.MESSAGES.get(key, key)
        shown.compliance_problems.append(message_pb2.LocalizedMessage(key=key, localized_message=text))
    shown.allowed_origins.extend(oidc_rules.allowed_origins(config.redirect_uris, config.additional_origins))
    return shown


def _add(
    call: Call,
    project_id: str,
    name: str,
    kind: str,
    config: app_pb2.OIDCConfig | app_pb2.APIConfig,
    *,
    with_secret: bool,
) -> dict[str, Any]:
    app_id, client_id, secret = call.store.new_id(), call.store.new_id(), new_secret() if with_secret else ""
    call.push("project", project_id, "project.application.added", data={"appId": app_id})
    event = call.push("project", project_id, f"project.application.config.{kind}.added", data={"appId": app_id})
    config.client_id = client_id
    call.add(
        "apps", event, id=app_id, project_id=project_id, org_id=call.org_id, name=name, kind=kind, client_id=client_id,
        secret_hash=token_hash(secret) if secret else None, config=config.SerializeToString(),
    )  # fmt: skip
    return {"app_id": app_id, "client_id": client_id, "client_secret": secret, "details": added(event)}


def _app(call: Call, project_id: str, app_id: str) -> sqlite3.Row | None:
    return call.store.one(
        "SELECT * FROM apps WHERE id = ? AND project_id = ? AND org_id = ?", app_id, project_id, call.org_id
    )


def _existing(call: Call, project_id: str, app_id: str, error_id: str) -> sqlite3.Row:
    row = _app(call, project_id, app_id)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Project.App.NotExisting")
    return row


def _change(call: Call, row: sqlite3.Row, what: str, **columns: Any) -> dict[str, Any]:
    event = call.push("project", row["project_id"], f"project.application.{what}", data={"appId": row["id"]})
    call.change("apps", event, {"id": row["id"]}, **columns)
    return {"details": changed(event)}


def _reconfigure(call: Call, row: sqlite3.Row, config: app_pb2.OIDCConfig | app_pb2.APIConfig) -> dict[str, Any]:
    config.client_id = row["client_id"]
    stored = config.SerializeToString()
    if stored == row["config"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-1m88i", "Errors.NoChangesFound")
    return _change(call, row, f"config.{row['kind']}.changed", config=stored)


def _new_secret(call: Call, row: sqlite3.Row) -> dict[str, Any]:
    secret = new_secret()
    response = _change(call, row, f"config.{row['kind']}.secret.changed", secret_hash=token_hash(secret))
    return {"client_secret": secret, **response}


def _as_app(row: sqlite3.Row) -> app_pb2.App:
    app = app_pb2.App(id=row["id"], details=details(row), state=row["state"], name=row["name"])
    if row["kind"] == _OIDC:
        app.oidc_config.CopyFrom(_judged(app_pb2.OIDCConfig.FromString(row["config"])))
    else:
        app.api_config.CopyFrom(app_pb2.APIConfig.FromString(row["config"]))
    return app
