"""Login names: what users log in by.

A login name is the user name. Where the domain policy asks for it (`user_login_must_be_domain`), each verified domain
of the organization makes a login name of the user name, and the one with the primary domain is preferred. Then user
names are unique within the organization instead of the instance.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain import lists, policies
from zgrpc.testing.domain.lists import Condition

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event, Store


def has_domain(store: Store, org_id: str) -> bool:
    """Return whether login names of an organization's users end in its domains."""
    return bool(policies.effective(store, policies.DOMAIN, org_id).settings["user_login_must_be_domain"])


def columns(store: Store, org_id: str) -> dict[str, Any]:
    """Return the columns of `users` that a user of an organization gets for login names."""
    if not has_domain(store, org_id):
        return {"login_domains": None, "login_domain": None}
    rows = store.all(
        "SELECT domain, is_primary FROM org_domains WHERE org_id = ? AND is_verified ORDER BY created, rowid", org_id
    )
    primary = next((row["domain"] for row in rows if row["is_primary"]), "")
    return {"login_domains": json.dumps([row["domain"] for row in rows]), "login_domain": primary}


def of(user: sqlite3.Row) -> list[str]:
    """Return the login names of a row of `users`."""
    if user["login_domains"] is None:
        return [user["user_name"]]
    return [f"{user['user_name']}@{domain}" for domain in json.loads(user["login_domains"])]


def find(store: Store, login_name: str) -> sqlite3.Row | None:
    """Return the user of any organization who logs in by that name, in upper or lower case."""
    wanted = login_name.lower()
    candidates = store.all(
        "SELECT * FROM users WHERE lower(user_name) IN (?, ?) ORDER BY created", wanted, wanted.rpartition("@")[0]
    )
    return next((user for user in candidates if wanted in map(str.lower, of(user))), None)


def matching(value: str, method: int) -> Condition:
    """Return the condition, over the columns of `users`, that a login name meets a text method."""
    bare = lists.text_condition("user_name", value, method)
    full = lists.text_condition("user_name || '@' || d.value", value, method)
    sql = f"EXISTS (SELECT 1 FROM json_each(login_domains) d WHERE {full.sql})"  # noqa: S608  (our own names)
    return Condition(
        f"CASE WHEN login_domains IS NULL THEN {bare.sql} ELSE {sql} END", [*bare.parameters, *full.parameters]
    )


def refresh(store: Store, org_id: str) -> None:
    """Give the users of an organization the login names of its domains, after these have changed."""
    if has_domain(store, org_id):
        store.update("users", {"org_id": org_id}, **columns(store, org_id))


def following(ctx: Context, change: Callable[[], Event]) -> Event:
    """Change a domain policy, and rename users where that gives or takes the domain of login names.

    A name that loses the domain gets the primary one into the user name, so that the preferred login name stays. A name
    that gains it loses a domain of the organization that it ends in.

    Raises:
        Err: ALREADY_EXISTS for a user name that is taken then.
    """
    org_ids = [row["id"] for row in ctx.store.all("SELECT id FROM orgs WHERE state <> 0 ORDER BY created, rowid")]
    before = {org_id: has_domain(ctx.store, org_id) for org_id in org_ids}
    event = change()
    for org_id in org_ids:
        if has_domain(ctx.store, org_id) != before[org_id]:
            _rename_all(ctx, org_id)
    return event


def _rename_all(ctx: Context, org_id: str) -> None:
    new = columns(ctx.store, org_id)
    for user in ctx.store.all("SELECT * FROM users WHERE org_id = ? ORDER BY created, rowid", org_id):
        if new["login_domain"] is None:
            name = user["preferred_login_name"]
        else:
            name = _without_domain(user["user_name"], json.loads(new["login_domains"]))
        event = ctx.push("user", user["id"], "user.username.changed", owner=org_id, data={"userName": name})
        ctx.change("users", event, {"id": user["id"]}, user_name=name, **new)


def _without_domain(user_name: str, domains: list[str]) -> str:
    for domain in domains:
        place = user_name.rfind(f"@{domain}")
        if place > 0:
            return user_name[:place]
    return user_name
