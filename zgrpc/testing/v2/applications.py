"""Applications of projects: OIDC, API and SAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from zitadel import app_pb2 as stored
from zitadel.application.v2 import api_pb2, application_pb2, login_pb2, oidc_pb2, saml_pb2
from zitadel.application.v2 import application_service_pb2 as m

from zgrpc.testing.domain import apps, lists
from zgrpc.testing.domain.lists import Condition, Filters
from zgrpc.testing.domain.shared import trimmed
from zgrpc.testing.errors import Err
from zgrpc.testing.registry import rpc
from zgrpc.testing.v2.details import NEVER_WAS, date, timestamp
from zgrpc.testing.v2.lists import page, pagination

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context

# Fields of OIDC settings with one meaning in v1, which is how they are stored, and v2: the stored name, and v2's.
_SETTINGS = {
    "app_type": "application_type",
    "auth_method_type": "auth_method_type",
    "version": "version",
    "dev_mode": "development_mode",
    "access_token_type": "access_token_type",
    "access_token_role_assertion": "access_token_role_assertion",
    "id_token_role_assertion": "id_token_role_assertion",
    "id_token_userinfo_assertion": "id_token_userinfo_assertion",
    "skip_native_app_success_page": "skip_native_app_success_page",
    "back_channel_logout_uri": "back_channel_logout_uri",
}
_URIS = ("redirect_uris", "post_logout_redirect_uris", "additional_origins")

_SORTED = {
    application_pb2.APPLICATION_SORT_BY_NAME: "sort_key(lower(name))",
    application_pb2.APPLICATION_SORT_BY_STATE: "state",
    application_pb2.APPLICATION_SORT_BY_CREATION_DATE: "created",
    application_pb2.APPLICATION_SORT_BY_CHANGE_DATE: "changed",
}
_KINDS = {
    application_pb2.APPLICATION_TYPE_OIDC: apps.OIDC,
    application_pb2.APPLICATION_TYPE_API: apps.API,
    application_pb2.APPLICATION_TYPE_SAML: apps.SAML,
}


@rpc("v2.application.CreateApplication")
def create_application(ctx: Context, request: m.CreateApplicationRequest) -> m.CreateApplicationResponse:
    """Add an application; this answer alone shows its secret."""
    of, name, app_id = request.project_id, request.name, request.application_id
    response = m.CreateApplicationResponse()
    match request.WhichOneof("application_type"):
        case "oidc_configuration":
            config = stored.OIDCConfig()
            _set_oidc(config, request.oidc_configuration)
            new = apps.add_oidc(ctx, of, name, config, app_id=app_id)
            shown = apps.judged(config)
            response.oidc_configuration.client_id = new.client_id
            response.oidc_configuration.client_secret = new.secret
            response.oidc_configuration.non_compliant = shown.none_compliant
            response.oidc_configuration.compliance_problems.extend(_problems(shown))
        case "api_configuration":
            method = request.api_configuration.auth_method_type
            new = apps.add_api(ctx, of, name, stored.APIConfig(auth_method_type=int(method)), app_id=app_id)  # type: ignore[arg-type]  # v1 and v2 number them alike
            response.api_configuration.client_id = new.client_id
            response.api_configuration.client_secret = new.secret
        case _:
            new = apps.add_saml(ctx, of, name, _saml(request.saml_configuration))  # its id cannot be chosen
            response.saml_configuration.SetInParent()
    response.application_id = new.id
    response.creation_date.CopyFrom(date(new.event))
    return response


@rpc("v2.application.UpdateApplication")
def update_application(ctx: Context, request: m.UpdateApplicationRequest) -> m.UpdateApplicationResponse:
    """Set the name and the settings that are given."""
    of, app_id, changed = request.project_id, request.application_id, NEVER_WAS
    name = request.name.strip()
    if name:
        changed = date(apps.rename(ctx, of, app_id, name))
    match request.WhichOneof("application_type"):
        case "oidc_configuration":
            row = apps.find(ctx, of, app_id)
            is_oidc = row is not None and row["kind"] == apps.OIDC
            config = stored.OIDCConfig.FromString(row["config"]) if row is not None and is_oidc else stored.OIDCConfig()
            _set_oidc(config, request.oidc_configuration)
            changed = date(apps.set_oidc(ctx, of, app_id, config))
        case "api_configuration":
            method = request.api_configuration.auth_method_type
            api = stored.APIConfig(auth_method_type=int(method))  # type: ignore[arg-type]  # v1 and v2 number them alike
            changed = date(apps.set_api(ctx, of, app_id, api))
        case "saml_configuration":
            changed = date(apps.set_saml(ctx, of, app_id, _saml(request.saml_configuration)))
    return m.UpdateApplicationResponse(change_date=changed)


@rpc("v2.application.GetApplication")
def get_application(ctx: Context, request: m.GetApplicationRequest) -> m.GetApplicationResponse:
    """Answer with an application."""
    return m.GetApplicationResponse(application=_as_application(apps.get_by_id(ctx, request.application_id)))


@rpc("v2.application.ListApplications")
def list_applications(ctx: Context, request: m.ListApplicationsRequest) -> m.ListApplicationsResponse:
    """Answer with the applications that the caller may see; the total counts all of them."""
    asked = page(request.pagination, _SORTED.get(request.sorting_column, "sort_key(id)"), "rowid")
    filters = Filters()
    for query in request.filters:
        filters.add(_condition(query))
    found = apps.search(ctx, filters, asked)
    return m.ListApplicationsResponse(
        pagination=pagination(found.total, asked),
        applications=[_as_application(row) for row in found.rows if apps.shown(ctx, row)],
    )


@rpc("v2.application.DeleteApplication")
def delete_application(ctx: Context, request: m.DeleteApplicationRequest) -> m.DeleteApplicationResponse:
    """Remove an application with its keys."""
    event = apps.remove(ctx, request.project_id, request.application_id)
    return m.DeleteApplicationResponse(deletion_date=date(event))


@rpc("v2.application.DeactivateApplication")
def deactivate_application(ctx: Context, request: m.DeactivateApplicationRequest) -> m.DeactivateApplicationResponse:
    """Switch an application off."""
    event = apps.deactivate(ctx, request.project_id, request.application_id)
    return m.DeactivateApplicationResponse(deactivation_date=date(event))


@rpc("v2.application.ReactivateApplication")
def reactivate_application(ctx: Context, request: m.ReactivateApplicationRequest) -> m.ReactivateApplicationResponse:
    """Switch an application on again."""
    event = apps.reactivate(ctx, request.project_id, request.application_id)
    return m.ReactivateApplicationResponse(reactivation_date=date(event))


@rpc("v2.application.GenerateClientSecret")
def generate_client_secret(ctx: Context, request: m.GenerateClientSecretRequest) -> m.GenerateClientSecretResponse:
    """Answer with a new secret; this answer alone shows it."""
    new = apps.new_secret_of_any(ctx, request.project_id, request.application_id)
    return m.GenerateClientSecretResponse(client_secret=new.secret, creation_date=date(new.event))


def _set_oidc(config: stored.OIDCConfig, given: Any) -> None:
    """Set what is given.

    An update without response types or grant types sets the defaults of a new application, and one without a clock
    skew or a login version resets these, as with the real server. The lists of URIs stay as they are.
    """
    partial = given.DESCRIPTOR.name.startswith("Update")
    for name, field in _SETTINGS.items():
        if not partial or given.HasField(field):
            setattr(config, name, getattr(given, field))
    for name in _URIS:
        if getattr(given, name):
            del getattr(config, name)[:]
            getattr(config, name).extend(trimmed(getattr(given, name)))
    # v2 has an unspecified response type before those of v1
    config.response_types[:] = [kind - 1 for kind in given.response_types] or [stored.OIDC_RESPONSE_TYPE_CODE]
    config.grant_types[:] = list(given.grant_types) or [stored.OIDC_GRANT_TYPE_AUTHORIZATION_CODE]
    config.clock_skew.CopyFrom(given.clock_skew)
    config.ClearField("login_version")
    if given.login_version.WhichOneof("version"):
        config.login_version.ParseFromString(given.login_version.SerializeToString())


def _saml(given: Any) -> stored.SAMLConfig:
    config = stored.SAMLConfig()
    if given.login_version.WhichOneof("version"):
        config.login_version.ParseFromString(given.login_version.SerializeToString())
    match given.WhichOneof("metadata"):
        case "metadata_url":
            config.metadata_url = given.metadata_url
        case "metadata_xml":
            config.metadata_xml = given.metadata_xml
    return config


def _condition(query: application_pb2.ApplicationSearchFilter) -> Condition:
    kind = query.WhichOneof("filter")
    value: Any = getattr(query, kind) if kind else None
    match kind:
        case "project_id_filter":
            return lists.equals("project_id", value.project_id)
        case "name_filter":
            return lists.text_condition("name", value.name, value.method)
        case "state_filter":
            return lists.equals("state", value)
        case "type_filter":
            return lists.equals("kind", _KINDS.get(value, ""))
        case "client_id_filter":
            return Condition("kind <> 'saml' AND client_id = ?", [value.client_id])
        case "entity_id_filter":
            return Condition("kind = 'saml' AND client_id = ?", [value.entity_id])
    return _invalid()


def _invalid() -> NoReturn:
    raise Err("INVALID_ARGUMENT", "CONV-z2mAGy", "List.Query.Invalid")


def _problems(shown: stored.OIDCConfig) -> list[oidc_pb2.OIDCLocalizedMessage]:
    return [
        oidc_pb2.OIDCLocalizedMessage(key=problem.key)  # v2 does not translate them
        for problem in shown.compliance_problems
    ]


def _as_application(row: sqlite3.Row) -> application_pb2.Application:
    application = application_pb2.Application(
        application_id=row["id"],
        creation_date=timestamp(row["created"]),
        change_date=timestamp(row["changed"]),
        state=row["state"],
        name=row["name"],
        project_id=row["project_id"],
    )
    if row["kind"] == apps.OIDC:
        application.oidc_configuration.CopyFrom(_as_oidc(apps.judged(stored.OIDCConfig.FromString(row["config"]))))
    elif row["kind"] == apps.SAML:
        saml = stored.SAMLConfig.FromString(row["config"])
        application.saml_configuration.CopyFrom(
            saml_pb2.SAMLConfiguration(
                metadata_xml=saml.metadata_xml, metadata_url=saml.metadata_url, login_version=_login_version(saml)
            )
        )
    else:
        api = stored.APIConfig.FromString(row["config"])
        application.api_configuration.CopyFrom(
            api_pb2.APIConfiguration(client_id=row["client_id"], auth_method_type=int(api.auth_method_type))  # type: ignore[arg-type]  # v1 and v2 number them alike
        )
    return application


def _as_oidc(shown: stored.OIDCConfig) -> oidc_pb2.OIDCConfiguration:
    config = oidc_pb2.OIDCConfiguration(
        client_id=shown.client_id,
        non_compliant=shown.none_compliant,
        compliance_problems=_problems(shown),
        allowed_origins=shown.allowed_origins,
        clock_skew=shown.clock_skew,
    )
    for name, field in _SETTINGS.items():
        setattr(config, field, getattr(shown, name))
    for name in _URIS:
        getattr(config, name).extend(getattr(shown, name))
    kinds: Any = config.response_types
    kinds.extend(kind + 1 for kind in shown.response_types)
    grants: Any = config.grant_types
    grants.extend(shown.grant_types)
    login_version = _login_version(shown)
    if login_version is not None:
        config.login_version.CopyFrom(login_version)
    return config


def _login_version(shown: stored.OIDCConfig | stored.SAMLConfig) -> login_pb2.LoginVersion | None:
    """Return the login that settings choose; None where they choose none."""
    if shown.login_version.WhichOneof("version") is None:
        return None
    return login_pb2.LoginVersion.FromString(shown.login_version.SerializeToString())
