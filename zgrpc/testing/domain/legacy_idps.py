"""Identity providers by the older API, of OIDC and JWT alone; they lie beside the others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zgrpc.testing.domain import idps, payloads
from zgrpc.testing.domain.idps import Made
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.idps import Settings
    from zgrpc.testing.store import Event

_LEGACY_OPTIONS = {"is_linking_allowed": True, "is_creation_allowed": True}
_OF_INSTANCE = {
    "Org-1J9fs": "INSTANCE-m0e3r",
    "Org-jf9w": "INSTANCE-3k0fs",
    "Org-BBmd0": "INSTANCE-2n0fs",
    "Org-Yx9vd": "INSTANCE-4M0xy",
}
"""The error ids of the instance's commands that differ from the organization's in more than the prefix."""


def add(ctx: Context, kind: str, owner: str, name: str, common: Settings, settings: Settings) -> Made:
    """Add an OIDC or a JWT provider by the older API.

    Args:
        ctx: the call.
        kind: ``oidc`` or ``jwt``.
        owner: the organization.
        name: the provider's name.
        common: `styling_type` and `auto_register`.
        settings: those of the kind.
    """
    idp_id = ctx.store.new_id()
    settings = {key: value for key, value in settings.items() if key != "client_secret"}
    idps.push(ctx, owner, "config.added", _said(idp_id, payloads.stated(name=name, **common)))
    event = idps.push(ctx, owner, f"{kind}.config.added", _said(idp_id, payloads.stated(**settings)))
    ctx.add(
        "idps", event, id=idp_id, owner=owner, kind=kind, name=name, legacy=True,
        settings=json.dumps({**settings, **common}),
        options=json.dumps({**_LEGACY_OPTIONS, "is_auto_creation": common["auto_register"]}),
    )  # fmt: skip
    return Made(idp_id, event)


def update(ctx: Context, owner: str, idp_id: str, name: str, common: Settings) -> Event:
    """Set what providers of both kinds of the older API have.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION if nothing changes.
    """
    row = _legacy(ctx, owner, idp_id)
    if row is None:
        raise _refusal(ctx, owner, "NOT_FOUND", "Org-1J9fs", "NotExisting")
    before = json.loads(row["settings"])
    after = {**before, **common}
    if row["name"] == name and before == after:
        raise _refusal(ctx, owner, "FAILED_PRECONDITION", "Org-jf9w", "NotChanged")
    old, new = {**before, "name": row["name"]}, {**common, "name": name}
    said = {key: value for key, value in new.items() if value != old.get(key)}
    event = idps.push(ctx, owner, "config.changed", _said(idp_id, said))
    options = {**json.loads(row["options"]), "is_auto_creation": common["auto_register"]}
    ctx.change("idps", event, {"id": idp_id}, name=name, settings=json.dumps(after), options=json.dumps(options))
    return event


def configure(ctx: Context, kind: str, owner: str, idp_id: str, settings: Settings) -> Event:
    """Set what a provider of one kind of the older API has.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION if nothing changes.
    """
    row = _legacy(ctx, owner, idp_id)
    if row is None or row["kind"] != kind:
        raise _refusal(ctx, owner, "NOT_FOUND", "Org-67J9d", "AlreadyExists")
    before = json.loads(row["settings"])
    after = {**before, **{key: value for key, value in settings.items() if key != "client_secret"}}
    if before == after and not settings.get("client_secret"):
        raise _refusal(ctx, owner, "FAILED_PRECONDITION", "Org-4M9vs", "NotChanged")
    said = {key: value for key, value in after.items() if value != before.get(key)}
    event = idps.push(ctx, owner, f"{kind}.config.changed", _said(idp_id, said))
    ctx.change("idps", event, {"id": idp_id}, settings=json.dumps(after))
    return event


def change_state(ctx: Context, owner: str, idp_id: str, state: int) -> Event:
    """Deactivate or reactivate a provider of the older API.

    Raises:
        Err: FAILED_PRECONDITION if it is not there, or in that state already.
    """
    row = _legacy(ctx, owner, idp_id)
    active = state == idps.ACTIVE
    if row is None or row["state"] == state:
        error_id, key = ("Org-5Mo0d", "NotInactive") if active else ("Org-BBmd0", "NotActive")
        raise _refusal(ctx, owner, "FAILED_PRECONDITION", error_id, key)
    event = idps.push(ctx, owner, f"config.{'re' if active else 'de'}activated", _said(idp_id, {}))
    ctx.change("idps", event, {"id": idp_id}, state=state)
    return event


def remove(ctx: Context, owner: str, idp_id: str) -> Event:
    """Remove a provider of the older API.

    Raises:
        Err: NOT_FOUND.
    """
    if _legacy(ctx, owner, idp_id) is None:
        raise _refusal(ctx, owner, "NOT_FOUND", "Org-Yx9vd", "NotExisting")
    return idps.remove_with_links(ctx, owner, idp_id, "config.removed")


def _said(idp_id: str, settings: Settings) -> dict[str, object]:
    """Return what an event says, of the settings whose names and values in events we know."""
    said = {payloads.camel(name): value for name, value in settings.items() if name in _SAID}
    return {"idpConfigId": idp_id, **said}


_SAID = ("name", "styling_type", "auto_register", "client_id", "issuer", "scopes")


def _refusal(ctx: Context, owner: str, code: str, error_id: str, key: str) -> Err:
    """Return a refusal, which for the instance's providers has an id and a key of its own."""
    if owner != ctx.store.fact("instance_id"):
        return Err(code, error_id, f"Errors.Org.IDPConfig.{key}")
    error_id = _OF_INSTANCE.get(error_id, error_id.replace("Org-", "INSTANCE-"))
    return Err(code, error_id, f"Errors.{'' if key == 'NotExisting' else 'IAM.'}IDPConfig.{key}")


def _legacy(ctx: Context, owner: str, idp_id: str) -> sqlite3.Row | None:
    row = idps.find(ctx, idp_id, owner)
    return row if row is not None and row["legacy"] else None
