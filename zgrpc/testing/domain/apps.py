"""Applications of projects: OIDC, API and SAML.

The settings of an application are stored as messages of v1 (`OIDCConfig`, `APIConfig`): commands take them in that
form, and rows hold them so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zitadel import app_pb2, message_pb2

from zgrpc.testing import oidc_rules, saml_metadata
from zgrpc.testing.domain.access import token_hash
from zgrpc.testing.domain.shared import new_secret, require_project
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "apps",
    (
        f"""
CREATE TABLE apps (
  id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  name TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 1, kind TEXT NOT NULL, client_id TEXT, secret_hash TEXT, config BLOB, {CHANGE});
CREATE UNIQUE INDEX app_name_taken ON apps(project_id, lower(name));
""",
        "CREATE UNIQUE INDEX saml_entity_taken ON apps(lower(client_id)) WHERE kind = 'saml';",
    ),
    taken={
        "saml_entity_taken": "Errors.Project.App.SAMLEntityIDAlreadyExists",
        "app_name_taken": "Errors.Project.App.AlreadyExists",
    },
    since_first=True,
)

ERRORS = {
    "Errors.Project.App.IsNotSAML": "Application is not type SAML",
    "Errors.Project.App.SAMLConfigInvalid": "SAML configuration is invalid",
    "Errors.Project.App.SAMLMetadataFormat": "SAML Metadata format error",
}
EVENTS = {
    "project.application.config.saml.added": "SAML Configuration added",
    "project.application.config.saml.changed": "SAML Configuration changed",
}

Config = app_pb2.OIDCConfig | app_pb2.APIConfig | app_pb2.SAMLConfig
"""The settings of an application of any kind."""

ACTIVE, INACTIVE = 1, 2
"""The states of applications."""

OIDC, API, SAML = "oidc", "api", "saml"
"""The kinds of applications."""

_WRITE = "project.app.write"


class Added(NamedTuple):
    """An application that was added; the only place that shows its secret."""

    id: str
    client_id: str
    secret: str
    event: Event


class NewSecret(NamedTuple):
    """A secret that was made; the only place that shows it."""

    secret: str
    event: Event


def add_oidc(ctx: Context, project_id: str, name: str, config: app_pb2.OIDCConfig, *, app_id: str = "") -> Added:
    """Add an OIDC application, with a secret if it authenticates by one.

    Raises:
        Err: the project is not there, the settings contradict each other, the name is taken, the caller may not.
    """
    project = require_project(ctx, project_id)
    if not oidc_rules.is_valid(config.response_types, config.grant_types, config.additional_origins):
        raise Err("INVALID_ARGUMENT", "PROJECT-1n8df", "Errors.Project.App.Invalid")
    with_secret = config.auth_method_type in (oidc_rules.BASIC, oidc_rules.POST)
    return _add(ctx, project, name, OIDC, config, app_id, with_secret=with_secret)


def add_api(ctx: Context, project_id: str, name: str, config: app_pb2.APIConfig, *, app_id: str = "") -> Added:
    """Add an API application, with a secret if it authenticates by one.

    Raises:
        Err: the project is not there, the name is taken, the caller may not.
    """
    project = require_project(ctx, project_id)
    with_secret = config.auth_method_type == app_pb2.API_AUTH_METHOD_TYPE_BASIC
    return _add(ctx, project, name, API, config, app_id, with_secret=with_secret)


def add_saml(ctx: Context, project_id: str, name: str, config: app_pb2.SAMLConfig, *, app_id: str = "") -> Added:
    """Add a SAML application.

    Raises:
        Err: the project is not there, the metadata are missing or no metadata, the name or the entity's id is taken.
    """
    project = require_project(ctx, project_id)
    ctx.require_unscoped(_WRITE, project["org_id"], project_id)
    if not _has_metadata(config):
        raise Err("INVALID_ARGUMENT", "PROJECT-1n9df", "Errors.Project.App.Invalid")
    _check_saml(config, "SAML-wmqlo1", "SAML-bquso")
    return _add(ctx, project, name, SAML, config, app_id, with_secret=False)


def find(ctx: Context, project_id: str, app_id: str) -> sqlite3.Row | None:
    """Return an application of a project; None where the call finds none."""
    row = ctx.store.one("SELECT * FROM apps WHERE id = ? AND project_id = ?", app_id, project_id)
    return row if row is not None and ctx.finds(row["org_id"]) else None


def get(ctx: Context, project_id: str, app_id: str) -> sqlite3.Row:
    """Return an application of a project.

    Raises:
        Err: NOT_FOUND.
    """
    row = find(ctx, project_id, app_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-pCP8P", "Errors.App.NotExisting")
    return row


def get_by_id(ctx: Context, app_id: str) -> sqlite3.Row:
    """Return an application of any project that the caller may read.

    Raises:
        Err: it is not there, or the caller may not.
    """
    row = ctx.store.one("SELECT * FROM apps WHERE id = ?", app_id)
    if row is None or not ctx.finds(row["org_id"]):
        raise Err("NOT_FOUND", "QUERY-pCP8P", "Errors.App.NotExisting")
    ctx.require_unscoped("project.app.read", row["org_id"], row["project_id"])
    return row


def shown(ctx: Context, row: sqlite3.Row) -> bool:
    """Return whether the caller may see an application, or a key of one, as v2 asks."""
    return ctx.holds("project.app.read", row["org_id"], row["project_id"])


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List applications; the columns for `filters` are those of `apps`."""
    if ctx.scope is not None:
        filters.equals("org_id", ctx.scope)
    return ctx.rows(page, "*", "apps", filters)


def rename(ctx: Context, project_id: str, app_id: str, name: str) -> Event:
    """Give another name.

    Raises:
        Err: the application is not there, has this name, or another one has; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-28di9")
    if row["name"] == name:
        raise Err("FAILED_PRECONDITION", "COMMAND-2m8vx", "Errors.NoChangesFound")
    return _change(ctx, row, "changed", name=name)


def set_oidc(ctx: Context, project_id: str, app_id: str, config: app_pb2.OIDCConfig) -> Event:
    """Set all of an OIDC application's settings.

    Raises:
        Err: the settings contradict each other or are the same; the application is not there or no OIDC application.
    """
    if not oidc_rules.is_valid(config.response_types, config.grant_types, config.additional_origins):
        raise Err("INVALID_ARGUMENT", "COMMAND-5m9fs", "Errors.Project.App.OIDCConfigInvalid")
    row = _existing(ctx, project_id, app_id, "COMMAND-2n8uU")
    if row["kind"] != OIDC:
        raise Err("INVALID_ARGUMENT", "COMMAND-GBr34", "Errors.Project.App.IsNotOIDC")
    return _reconfigure(ctx, row, config)


def set_saml(ctx: Context, project_id: str, app_id: str, config: app_pb2.SAMLConfig) -> Event:
    """Set the metadata of a SAML application.

    Raises:
        Err: the metadata are missing, no metadata or the same; the application is not there or no SAML application.
    """
    if not _has_metadata(config):
        raise Err("INVALID_ARGUMENT", "COMMAND-5n9fs", "Errors.Project.App.SAMLConfigInvalid")
    row = _existing(ctx, project_id, app_id, "COMMAND-2n8uU")
    if row["kind"] != SAML:
        raise Err("INVALID_ARGUMENT", "COMMAND-GBr35", "Errors.Project.App.IsNotSAML")
    ctx.require_unscoped(_WRITE, row["org_id"], row["project_id"])
    _check_saml(config, "SAML-J3kg3", "SAML-3fk2b")
    return _reconfigure(ctx, row, config)


def set_api(ctx: Context, project_id: str, app_id: str, config: app_pb2.APIConfig) -> Event:
    """Set how an API application authenticates.

    Raises:
        Err: nothing would change; the application is not there or no API application.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-2n8uU")
    if row["kind"] != API:
        raise Err("INVALID_ARGUMENT", "COMMAND-Gnwt3", "Errors.Project.App.IsNotAPI")
    return _reconfigure(ctx, row, config)


def deactivate(ctx: Context, project_id: str, app_id: str) -> Event:
    """Switch an application off.

    Raises:
        Err: it is not there, or off already; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-ov9d3")
    if row["state"] != ACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-dsh35", "Errors.Project.App.NotActive")
    return _change(ctx, row, "deactivated", state=INACTIVE)


def reactivate(ctx: Context, project_id: str, app_id: str) -> Event:
    """Switch an application on again.

    Raises:
        Err: it is not there, or on already; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-ov9d3")
    if row["state"] != INACTIVE:
        raise Err("FAILED_PRECONDITION", "COMMAND-1n8cM", "Errors.Project.App.NotInactive")
    return _change(ctx, row, "reactivated", state=ACTIVE)


def remove(ctx: Context, project_id: str, app_id: str) -> Event:
    """Remove an application with its keys.

    Raises:
        Err: it is not there, or the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-0po9s")
    event = _change(ctx, row, "removed")
    ctx.store.run("DELETE FROM apps WHERE id = ?", row["id"])
    return event


def new_secret_of_any(ctx: Context, project_id: str, app_id: str) -> NewSecret:
    """Make a new secret of an OIDC or API application, which ends the one before, as v2 does.

    Raises:
        Err: the application is not there or takes no secrets; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-Kd92s")
    if row["kind"] == SAML:
        raise Err("NOT_FOUND", "COMMAND-Kd92s", "Errors.Project.App.NotExisting")
    return _new_secret(ctx, row)


def new_oidc_secret(ctx: Context, project_id: str, app_id: str) -> NewSecret:
    """Make a new secret, which ends the one before; also for an application that authenticates by none.

    Raises:
        Err: the application is not there or no OIDC application; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-2g66f")
    if row["kind"] != OIDC:
        raise Err("INVALID_ARGUMENT", "COMMAND-Ghrh3", "Errors.Project.App.IsNotOIDC")
    return _new_secret(ctx, row)


def new_api_secret(ctx: Context, project_id: str, app_id: str) -> NewSecret:
    """Make a new secret, which ends the one before; also for an application that authenticates by none.

    Raises:
        Err: the application is not there or no API application; the caller may not.
    """
    row = _existing(ctx, project_id, app_id, "COMMAND-2g66f")
    if row["kind"] != API:
        raise Err("INVALID_ARGUMENT", "COMMAND-aeH4", "Errors.Project.App.IsNotAPI")
    return _new_secret(ctx, row)


def takes_keys(row: sqlite3.Row) -> bool:
    """Return whether an application authenticates by a key."""
    if row["kind"] == API:
        method = app_pb2.APIConfig.FromString(row["config"]).auth_method_type
        return method == app_pb2.API_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT
    oidc_method = app_pb2.OIDCConfig.FromString(row["config"]).auth_method_type
    return oidc_method == app_pb2.OIDC_AUTH_METHOD_TYPE_PRIVATE_KEY_JWT


def judged(config: app_pb2.OIDCConfig) -> app_pb2.OIDCConfig:
    """Return settings as they are shown: with what OIDC 1.0 has against them, and the origins that come of them."""
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
    ctx: Context,
    project: sqlite3.Row,
    name: str,
    kind: str,
    config: Config,
    app_id: str,
    *,
    with_secret: bool,
) -> Added:
    project_id, owner = project["id"], project["org_id"]
    ctx.require_unscoped(_WRITE, owner, project_id)
    if app_id and ctx.store.one("SELECT 1 FROM apps WHERE id = ?", app_id) is not None:
        raise Err("ALREADY_EXISTS", "PROJECT-lxowmp", "Errors.Project.App.AlreadyExisting")
    app_id, client_id = app_id or ctx.store.new_id(), ctx.store.new_id()
    secret = new_secret() if with_secret else ""
    about = {"appId": app_id}
    ctx.push("project", project_id, "project.application.added", owner=owner, data={**about, "name": name})
    event = ctx.push("project", project_id, f"project.application.config.{kind}.added", owner=owner, data=about)
    if isinstance(config, app_pb2.SAMLConfig):
        client_id = saml_metadata.entity_id(config.metadata_xml) or ""
    else:
        config.client_id = client_id
    ctx.add(
        "apps", event, id=app_id, project_id=project_id, org_id=owner, name=name, kind=kind, client_id=client_id,
        secret_hash=token_hash(secret) if secret else None, config=config.SerializeToString(),
    )  # fmt: skip
    return Added(app_id, client_id, secret, event)


def _existing(ctx: Context, project_id: str, app_id: str, error_id: str) -> sqlite3.Row:
    row = find(ctx, project_id, app_id)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Project.App.NotExisting")
    return row


def _change(ctx: Context, row: sqlite3.Row, what: str, **columns: Any) -> Event:
    ctx.require_unscoped(_WRITE, row["org_id"], row["project_id"])
    event_type, about = f"project.application.{what}", {"appId": row["id"]}
    if "name" in columns:
        about["name"] = columns["name"]
    event = ctx.push("project", row["project_id"], event_type, owner=row["org_id"], data=about)
    ctx.change("apps", event, {"id": row["id"]}, **columns)
    return event


def _reconfigure(ctx: Context, row: sqlite3.Row, config: Config) -> Event:
    ctx.require_unscoped(_WRITE, row["org_id"], row["project_id"])
    client_id = row["client_id"]
    if isinstance(config, app_pb2.SAMLConfig):
        client_id = saml_metadata.entity_id(config.metadata_xml)
    else:
        config.client_id = client_id
    stored = config.SerializeToString()
    if stored == row["config"]:
        raise Err("FAILED_PRECONDITION", "COMMAND-1m88i", "Errors.NoChangesFound")
    return _change(ctx, row, f"config.{row['kind']}.changed", config=stored, client_id=client_id)


def _has_metadata(config: app_pb2.SAMLConfig) -> bool:
    """Return whether settings have metadata, even empty ones, or the URL of some."""
    return config.HasField("metadata_xml") or bool(config.metadata_url)


def _check_saml(config: app_pb2.SAMLConfig, unreachable: str, wrong: str) -> None:
    """Refuse what are no metadata; the emulator fetches none from a URL."""
    if config.metadata_url:
        raise Err("INVALID_ARGUMENT", unreachable, "Errors.Project.App.SAMLMetadataMissing")
    if saml_metadata.entity_id(config.metadata_xml) is None:
        raise Err("INVALID_ARGUMENT", wrong, "Errors.Project.App.SAMLMetadataFormat")


def _new_secret(ctx: Context, row: sqlite3.Row) -> NewSecret:
    secret = new_secret()
    event = _change(ctx, row, f"config.{row['kind']}.secret.changed", secret_hash=token_hash(secret))
    return NewSecret(secret, event)
