"""What belongs to a login policy besides its settings: the factors and the identity providers that a login offers."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zgrpc.testing.domain import payloads, policies
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Page, Rows
    from zgrpc.testing.domain.policies import Settings
    from zgrpc.testing.store import Event, Store

SCHEMA = Schema(
    "login_policy",
    (
        f"""
CREATE TABLE login_factors (
  owner TEXT NOT NULL, kind TEXT NOT NULL, type INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (owner, kind, type)) WITHOUT ROWID;
CREATE TABLE login_idps (
  owner TEXT NOT NULL, idp_id TEXT NOT NULL, {CHANGE}, PRIMARY KEY (owner, idp_id));
""",
    ),
)


@dataclasses.dataclass(frozen=True)
class Factor:
    """One kind of factor: what it is called, how many types there are, which the instance has, and error ids."""

    event: str
    types: int
    defaults: tuple[int, ...]
    exists: str
    missing: str
    invalid_add: str
    invalid_remove: str
    invalid_new: str


SECOND = Factor("secondfactor", 4, (1, 2), "Org-2B0ps", "Org-3M9od", "Org-5m9fs", "Org-55n8s", "Org-SFeea")
MULTI = Factor("multifactor", 1, (1,), "Org-3M9od", "Org-3M9df", "Org-5m9fs", "Org-5m9fs", "Org-WSfrg")


# -- queries ---------------------------------------------------------------------------------------
def owner_of(store: Store, org_id: str) -> str:
    """Return who owns the login policy that holds for an organization: itself, or the instance."""
    own = policies.own(store, policies.LOGIN, org_id)
    return org_id if own is not None else store.fact("instance_id")


def factors(store: Store, factor: Factor, owner: str) -> list[int]:
    """Return the types of the factors of a login policy, in the order in which they were added."""
    rows = store.all(
        "SELECT type FROM login_factors WHERE owner = ? AND kind = ? ORDER BY position", owner, factor.event
    )
    return [row["type"] for row in rows]


def idps(ctx: Context, owner: str, page: Page) -> Rows:
    """List the identity providers of a login policy: rows of `idps`."""
    source = "login_idps l JOIN idps i ON i.id = l.idp_id"
    return ctx.rows(page, "i.*", source, Filters().equals("l.owner", owner))


# -- commands --------------------------------------------------------------------------------------
def add(
    ctx: Context, owner: str, settings: Settings, second: Iterable[int], multi: Iterable[int], idp_ids: Iterable[str]
) -> Event:
    """Give an organization a login policy of its own, with its factors and identity providers.

    Raises:
        Err: INVALID_ARGUMENT, ALREADY_EXISTS, FAILED_PRECONDITION for an identity provider that is not there.
    """
    wanted = [(factor, type_) for factor, types in ((SECOND, second), (MULTI, multi)) for type_ in dict.fromkeys(types)]
    for factor, type_ in wanted:
        _check(ctx, owner, factor, type_, factor.invalid_new)
    found = [_idp(ctx, idp_id, owner) for idp_id in dict.fromkeys(idp_ids)]
    if None in found and policies.own(ctx.store, policies.LOGIN, owner) is None:
        raise Err("FAILED_PRECONDITION", "Org-FEd32", "Errors.IDPConfig.NotExisting")
    event = policies.add(ctx, policies.LOGIN, owner, settings)
    _forget(ctx.store, owner)
    for factor, type_ in wanted:
        event = _add_factor(ctx, factor, owner, type_)
    for idp in filter(None, found):
        event = _link(ctx, owner, idp["id"])
    return event


def reset(ctx: Context, owner: str) -> Event:
    """Remove an organization's login policy with its factors and identity providers.

    Raises:
        Err: NOT_FOUND.
    """
    event = policies.reset(ctx, policies.LOGIN, owner)
    _forget(ctx.store, owner)
    return event


def add_factor(ctx: Context, factor: Factor, owner: str, type_: int) -> Event:
    """Let a login policy offer a factor.

    Raises:
        Err: INVALID_ARGUMENT for a type that is none, ALREADY_EXISTS.
    """
    _check(ctx, owner, factor, type_, factor.invalid_add)
    if type_ in factors(ctx.store, factor, owner):
        raise policies.refusal(ctx, owner, "ALREADY_EXISTS", factor.exists, "LoginPolicy.MFA.AlreadyExists")
    return _add_factor(ctx, factor, owner, type_)


def remove_factor(ctx: Context, factor: Factor, owner: str, type_: int) -> Event:
    """Let a login policy offer a factor no more.

    Raises:
        Err: INVALID_ARGUMENT for a type that is none, NOT_FOUND.
    """
    _check(ctx, owner, factor, type_, factor.invalid_remove)
    if type_ not in factors(ctx.store, factor, owner):
        raise policies.refusal(ctx, owner, "NOT_FOUND", factor.missing, "LoginPolicy.MFA.NotExisting")
    ctx.store.run(
        "DELETE FROM login_factors WHERE owner = ? AND kind = ? AND type = ?", owner, factor.event, type_
    )  # fmt: skip
    return _push(ctx, owner, f"{factor.event}.removed", {"mfaType": type_})


def add_idp(ctx: Context, owner: str, idp_id: str) -> Event:
    """Let a login policy offer an identity provider of the organization or of the instance.

    Raises:
        Err: NOT_FOUND without a login policy, FAILED_PRECONDITION without the provider, ALREADY_EXISTS.
    """
    _require_policy(ctx, owner, "Org-Ffgw2")
    if _idp(ctx, idp_id, owner) is None:
        raise Err("FAILED_PRECONDITION", "Org-3N9fs", "Errors.IDPConfig.NotExisting")
    if _linked(ctx, owner, idp_id):
        raise policies.refusal(ctx, owner, "ALREADY_EXISTS", "Org-2B0ps", "LoginPolicy.IDP.AlreadyExists")
    return _link(ctx, owner, idp_id)


def remove_idp(ctx: Context, owner: str, idp_id: str) -> Event:
    """Let a login policy offer an identity provider no more.

    Raises:
        Err: NOT_FOUND.
    """
    _require_policy(ctx, owner, "Org-GVDfe")
    if not _linked(ctx, owner, idp_id):
        raise policies.refusal(ctx, owner, "NOT_FOUND", "Org-39fjs", "LoginPolicy.IDP.NotExisting")
    ctx.store.run("DELETE FROM login_idps WHERE owner = ? AND idp_id = ?", owner, idp_id)
    return _push(ctx, owner, "idpprovider.removed", {"idpConfigId": idp_id})


def add_default_factors(store: Store) -> None:
    """Give the login policy of a new instance its factors."""
    instance = store.fact("instance_id")
    if store.one("SELECT 1 FROM login_factors WHERE owner = ?", instance) is not None:
        return
    for factor in (SECOND, MULTI):
        for type_ in factor.defaults:
            event = store.push(
                "instance", instance, f"instance.policy.login.{factor.event}.added",
                owner=instance, editor=store.fact("owner_id"), data={"mfaType": type_},
            )  # fmt: skip
            store.insert("login_factors", owner=instance, kind=factor.event, type=type_, position=event.position)


def _check(ctx: Context, owner: str, factor: Factor, type_: int, error_id: str) -> None:
    if not 0 < type_ <= factor.types:
        raise policies.refusal(ctx, owner, "INVALID_ARGUMENT", error_id, "LoginPolicy.MFA.Unspecified")


def _require_policy(ctx: Context, owner: str, error_id: str) -> None:
    if policies.own(ctx.store, policies.LOGIN, owner) is None:
        raise policies.refusal(ctx, owner, "NOT_FOUND", error_id, "LoginPolicy.NotFound")


def _idp(ctx: Context, idp_id: str, owner: str) -> sqlite3.Row | None:
    """Return the identity provider, if the organization or the instance owns it."""
    instance = ctx.store.fact("instance_id")
    return ctx.store.one("SELECT * FROM idps WHERE id = ? AND owner IN (?, ?)", idp_id, owner, instance)


def _linked(ctx: Context, owner: str, idp_id: str) -> bool:
    return ctx.store.one("SELECT 1 FROM login_idps WHERE owner = ? AND idp_id = ?", owner, idp_id) is not None


def _add_factor(ctx: Context, factor: Factor, owner: str, type_: int) -> Event:
    event = _push(ctx, owner, f"{factor.event}.added", {"mfaType": type_})
    ctx.store.insert("login_factors", owner=owner, kind=factor.event, type=type_, position=event.position)
    return event


def _link(ctx: Context, owner: str, idp_id: str) -> Event:
    row = _idp(ctx, idp_id, owner)
    of_org = row is not None and row["owner"] != ctx.store.fact("instance_id")
    said = payloads.stated(idpConfigId=idp_id, idpProviderType=int(of_org))
    event = _push(ctx, owner, "idpprovider.added", said)
    ctx.add("login_idps", event, owner=owner, idp_id=idp_id)
    return event


def _push(ctx: Context, owner: str, what: str, data: Mapping[str, object]) -> Event:
    """Append an event, which also changes the policy that it belongs to."""
    event = policies.push(ctx, owner, f"login.{what}", data)
    ctx.change("policies", event, {"kind": policies.LOGIN.name, "owner": owner}, owner=owner)
    return event


def _forget(store: Store, owner: str) -> None:
    store.run("DELETE FROM login_factors WHERE owner = ?", owner)
    store.run("DELETE FROM login_idps WHERE owner = ?", owner)
