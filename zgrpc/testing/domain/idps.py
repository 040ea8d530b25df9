"""Identity providers of organizations and of the instance, and the accounts there that users are linked to.

Secrets are not kept: nothing reads them, and a secret in a request always counts as a change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import idp_payloads, payloads
from zgrpc.testing.domain.idp_kinds import MIGRATIONS, PROVIDERS, Provider
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

    Settings = Mapping[str, Any]

SCHEMA = Schema(
    "idps",
    (
        f"""
CREATE TABLE idps (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 1,
  legacy INTEGER NOT NULL DEFAULT 0, settings TEXT NOT NULL, options TEXT NOT NULL, {CHANGE});
CREATE INDEX idps_by_owner ON idps(owner);
CREATE TABLE idp_links (
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE, org_id TEXT NOT NULL,
  idp_id TEXT NOT NULL REFERENCES idps(id) ON DELETE CASCADE, external_id TEXT NOT NULL, display_name TEXT NOT NULL,
  {CHANGE}, PRIMARY KEY (user_id, idp_id, external_id));
CREATE UNIQUE INDEX idp_link_taken ON idp_links(idp_id, lower(external_id));
""",
    ),
    taken={"idp_link_taken": "Errors.User.ExternalIDP.AlreadyExists"},
)

ERRORS = {
    "Errors.Project.App.SAMLMetadataMissing": "SAML metadata is missing",
    "Errors.User.ExternalIDP.AlreadyExists": "External IDP already taken",
    "Errors.User.ExternalIDP.NotFound": "External IDP not found",
}
EVENTS = {
    "org.idp.config.added": "IDP configuration added",
    "org.idp.config.changed": "IDP configuration changed",
    "org.idp.config.deactivated": "IDP configuration deactivated",
    "org.idp.config.reactivated": "IDP configuration reactivated",
    "org.idp.config.removed": "IDP configuration removed",
    "user.human.externalidp.added": "External IDP added",
    "user.human.externalidp.cascade.removed": "External IDP cascade removed",
    "user.human.externalidp.removed": "External IDP removed",
}

ACTIVE, INACTIVE = 1, 2
"""The states of an identity provider."""


class Made(NamedTuple):
    """An identity provider that was added."""

    id: str
    event: Event


# What the options of a provider of the older API are: it has one of its own, `auto_register`.
# -- queries ---------------------------------------------------------------------------------------
def get(ctx: Context, idp_id: str, *owners: str, legacy: bool = False) -> sqlite3.Row:
    """Return an identity provider.

    Args:
        ctx: the call.
        idp_id: its id.
        owners: who may own it.
        legacy: whether the older API asks, which shows only what it made.

    Raises:
        Err: NOT_FOUND.
    """
    row = find(ctx, idp_id, *owners)
    if row is None or (legacy and not row["legacy"]):
        raise Err("NOT_FOUND", "QUERY-rhR2o" if legacy else "QUERY-SAFrt", "Errors.IDPConfig.NotExisting")
    return row


def get_readable(ctx: Context, idp_id: str) -> sqlite3.Row:
    """Return an identity provider of anybody, if the caller may read it.

    Raises:
        Err: NOT_FOUND, PERMISSION_DENIED.
    """
    row = ctx.store.one("SELECT * FROM idps WHERE id = ?", idp_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-SAFrt", "Errors.IDPConfig.NotExisting")
    permission = "iam.idp.read" if row["owner"] == ctx.store.fact("instance_id") else "org.idp.read"
    ctx.require(permission, row["owner"], idp_id)
    return row


def find(ctx: Context, idp_id: str, *owners: str) -> sqlite3.Row | None:
    """Return an identity provider of one of these owners, if it is there."""
    marks = ", ".join("?" * len(owners))
    return ctx.store.one(f"SELECT * FROM idps WHERE id = ? AND owner IN ({marks})", idp_id, *owners)  # noqa: S608  (our own names)


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List identity providers; the columns for `filters` are those of `idps`."""
    return ctx.rows(page, "*", "idps", filters)


def links(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List the linked accounts; the columns for `filters` are those of `idp_links`, as `l`."""
    source = "idp_links l JOIN idps i ON i.id = l.idp_id"
    return ctx.rows(page, "l.*, i.name AS idp_name, i.kind", source, filters)


# -- commands --------------------------------------------------------------------------------------
def add(ctx: Context, provider: Provider, owner: str, settings: Mapping[str, Any], options: Mapping[str, Any]) -> Made:
    """Add an identity provider.

    Args:
        ctx: the call.
        provider: its kind.
        owner: the organization or the instance.
        settings: all that the request sets, under the names of its fields, `name` and the secret among them.
        options: what may happen to users that come from there.

    Raises:
        Err: INVALID_ARGUMENT for a required field that is blank.
    """
    settings = _checked(ctx, owner, provider, settings, new=True)
    idp_id = ctx.store.new_id()
    new = _row(provider, settings, options)
    event = push(ctx, owner, f"{provider.event}.added", idp_payloads.added(idp_id, new))
    ctx.add("idps", event, id=idp_id, owner=owner, **_columns(new))
    return Made(idp_id, event)


def update(
    ctx: Context, provider: Provider, owner: str, idp_id: str, settings: Mapping[str, Any], options: Mapping[str, Any]
) -> Event | sqlite3.Row:
    """Set all of an identity provider; returns its row if nothing changes.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    if not idp_id.strip():
        key = "Errors.IDMissing" if provider.keys else _INVALID
        raise _refusal(ctx, owner, "INVALID_ARGUMENT", provider.id_missing, key)
    settings = _checked(ctx, owner, provider, settings, new=False)
    row = find(ctx, idp_id.strip(), owner)
    if row is None or row["kind"] != provider.kind:
        raise _refusal(ctx, owner, "NOT_FOUND", provider.missing, _MISSING)
    new = _row(provider, settings, options)
    if not settings.get(provider.hidden) and all(row[column] == value for column, value in _columns(new).items()):
        return row
    before = {**row, "settings": json.loads(row["settings"]), "options": json.loads(row["options"])}
    event = push(ctx, owner, f"{provider.event}.changed", idp_payloads.changed(row["id"], before, new))
    ctx.change("idps", event, {"id": row["id"]}, **_columns(new))
    return event


def migrate(
    ctx: Context, kind: str, owner: str, idp_id: str, settings: Mapping[str, Any], options: Mapping[str, Any]
) -> Event:
    """Turn a generic OIDC provider into one of another kind; its links stay.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    provider = PROVIDERS[kind]
    settings = _checked(ctx, owner, provider, settings, new=True)
    row = find(ctx, idp_id, owner)
    if row is None or row["kind"] != "oidc":
        raise _refusal(ctx, owner, "NOT_FOUND", f"ORG-{_NOT_MIGRATED[kind]}", _MISSING)
    new = _row(provider, settings, options)
    event = push(ctx, owner, f"oidc.migrated.{MIGRATIONS[kind]}", idp_payloads.added(idp_id, new))
    ctx.change("idps", event, {"id": idp_id}, **_columns(new), legacy=False)
    return event


def regenerate_certificate(ctx: Context, owner: str, idp_id: str) -> Event:
    """Make a new certificate for a SAML provider.

    Raises:
        Err: NOT_FOUND.
    """
    row = find(ctx, idp_id, owner)
    if row is None or row["kind"] != "saml":
        raise _refusal(ctx, owner, "NOT_FOUND", "ORG-4dw21ch9o9", _MISSING)
    event = push(ctx, owner, "saml.changed", {"id": idp_id})
    ctx.change("idps", event, {"id": idp_id}, kind="saml")
    return event


def remove(ctx: Context, owner: str, idp_id: str) -> Event:
    """Remove an identity provider with its links and its places in login policies.

    Raises:
        Err: NOT_FOUND.
    """
    if find(ctx, idp_id, owner) is None:
        raise _refusal(ctx, owner, "NOT_FOUND", "ORG-Se3tg", _MISSING)
    return remove_with_links(ctx, owner, idp_id, "removed")


# -- links -----------------------------------------------------------------------------------------
class Link(NamedTuple):
    """An account at an identity provider."""

    idp_id: str
    external_id: str
    display_name: str


def link(ctx: Context, user_id: str, org_id: str, to: Link) -> Event:
    """Link a new user to an account of an identity provider.

    Raises:
        Err: FAILED_PRECONDITION if the provider is not there or allows no new users, ALREADY_EXISTS.
    """
    row = find(ctx, to.idp_id, org_id, ctx.store.fact("instance_id"))
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-39nfs", "Errors.IDPConfig.NotExisting")
    if not json.loads(row["options"]).get("is_creation_allowed"):
        raise Err("FAILED_PRECONDITION", "COMMAND-SJI3g", "Errors.ExternalIDP.CreationNotAllowed")
    return _link(ctx, user_id, org_id, to)


def _link(ctx: Context, user_id: str, org_id: str, to: Link) -> Event:
    said = payloads.stated(idpConfigId=to.idp_id, userId=to.external_id, displayName=to.display_name)
    event = ctx.push("user", user_id, "user.human.externalidp.added", owner=org_id, data=said)
    ctx.add("idp_links", event, user_id=user_id, org_id=org_id, **to._asdict())
    return event


def attach(ctx: Context, user_id: str, org_id: str, to: Link) -> Event:
    """Link a user to an account of an identity provider, as v2 does.

    Raises:
        Err: FAILED_PRECONDITION if the provider is not there, ALREADY_EXISTS.
    """
    if find(ctx, to.idp_id, org_id, ctx.store.fact("instance_id")) is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-39nf2", "Errors.IDPConfig.NotExisting")
    return _link(ctx, user_id, org_id, to)


def unlink(ctx: Context, user_id: str, idp_id: str, external_id: str) -> Event:
    """Remove the link of a user to an account.

    Raises:
        Err: NOT_FOUND.
    """
    row = ctx.store.one(
        "SELECT * FROM idp_links WHERE user_id = ? AND idp_id = ? AND external_id = ?", user_id, idp_id, external_id
    )
    if row is None or (user_id != ctx.user_id and not ctx.finds(row["org_id"])):
        raise Err("NOT_FOUND", "COMMAND-1M9xR", "Errors.User.ExternalIDP.NotFound")
    if user_id != ctx.user_id:
        ctx.require_unscoped("user.write", row["org_id"], user_id)
    ctx.store.run(
        "DELETE FROM idp_links WHERE user_id = ? AND idp_id = ? AND external_id = ?", user_id, idp_id, external_id
    )
    said = {"idpConfigId": idp_id, "userId": external_id}
    return ctx.push("user", user_id, "user.human.externalidp.removed", owner=row["org_id"], data=said)


def push(ctx: Context, owner: str, what: str, data: Mapping[str, object] | None = None) -> Event:
    """Append an event of an identity provider to the log of the organization or of the instance."""
    aggregate = "instance" if owner == ctx.store.fact("instance_id") else "org"
    return ctx.push(aggregate, owner, f"{aggregate}.idp.{what}", owner=owner, data=data)


_MISSING = "Errors.Org.IDPConfig.NotExisting"
_OF_INSTANCE = {"ORG-JNsd3": "INST-D3r1s", "ORG-SAe4gh": "INST-JKD3h"}
"""The error ids of the instance's commands that differ from the organization's in more than the prefix."""
_NOT_MIGRATED = {"azure_ad": "Dg29201", "google": "Dg29202"}
_INVALID = "Errors.Invalid.Argument"


def _checked(ctx: Context, owner: str, provider: Provider, settings: Mapping[str, Any], *, new: bool) -> dict[str, Any]:
    """Return the settings without blanks around them, once all that is required is there."""
    trimmed = {name: value.strip() if isinstance(value, str) else value for name, value in settings.items()}
    for field, ids in provider.required.items():
        error_id = ids[0 if new else 1]
        if error_id and not trimmed.get(field):
            # The emulator fetches nothing: metadata that a URL names is what the real server cannot reach.
            if field == "metadata_xml" and trimmed.get("metadata_url"):
                error_id = "ORG-ipzxvf3cv2" if new else "ORG-bkaiyd3rfo"
                raise _refusal(ctx, owner, "INVALID_ARGUMENT", error_id, "Errors.Project.App.SAMLMetadataMissing")
            raise _refusal(ctx, owner, "INVALID_ARGUMENT", error_id, provider.keys.get(field, _INVALID))
    return trimmed


def _refusal(ctx: Context, owner: str, code: str, error_id: str, key: str) -> Err:
    """Return a refusal, which for the instance's providers has an id and a key of its own."""
    if owner != ctx.store.fact("instance_id"):
        return Err(code, error_id, key)
    error_id = _OF_INSTANCE.get(error_id, error_id.replace("ORG-", "INST-"))
    return Err(code, error_id, key.replace("Errors.Org.", "Errors."))


def _row(provider: Provider, settings: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of a provider: all but its secret."""
    return {
        "kind": provider.kind,
        "name": settings.get("name") or provider.title,
        "settings": {name: value for name, value in settings.items() if name not in ("name", provider.hidden)},
        "options": dict(options),
    }


def _columns(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "settings": json.dumps(row["settings"]), "options": json.dumps(row["options"])}


def remove_with_links(ctx: Context, owner: str, idp_id: str, what: str) -> Event:
    """Remove an identity provider that is there, its links, and its places in login policies; see `push`."""
    for row in ctx.store.all("SELECT user_id, org_id, external_id FROM idp_links WHERE idp_id = ?", idp_id):
        said = {"idpConfigId": idp_id, "userId": row["external_id"]}
        ctx.push("user", row["user_id"], "user.human.externalidp.cascade.removed", owner=row["org_id"], data=said)
    ctx.store.run("DELETE FROM login_idps WHERE idp_id = ?", idp_id)
    ctx.store.run("DELETE FROM idps WHERE id = ?", idp_id)
    return push(ctx, owner, what, {"id": idp_id} if what == "removed" else {"idpConfigId": idp_id})
