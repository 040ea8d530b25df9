"""The instance: its name, its domain, and the domains that it trusts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event, Store

SCHEMA = Schema(
    "instance_domains",
    (
        f"""
CREATE TABLE instance_domains (
  domain TEXT NOT NULL, trusted INTEGER NOT NULL, is_primary INTEGER NOT NULL DEFAULT 0,
  is_generated INTEGER NOT NULL DEFAULT 0, {CHANGE}, PRIMARY KEY (domain, trusted));
""",
    ),
)

ERRORS = {
    "Errors.Instance.NotChanged": "Instance not changed",
}

VERSION = "v4.13.1"
"""The version of ZITADEL that answers were recorded of."""

_NAME = "ZITADEL"
_LONGEST = 253
_DOMAIN = re.compile(r"[a-zA-Z0-9.-]+")


class Instance(NamedTuple):
    """The instance."""

    id: str
    name: str
    created: int
    changed: int
    sequence: int


def get(store: Store) -> Instance:
    """Return the instance."""
    id_ = store.fact("instance_id")
    events = "FROM events WHERE aggregate = 'instance' AND aggregate_id = ?"
    last = store.last_event("instance", id_, "instance.")
    return Instance(
        id_, _name(store), int(store.value(f"SELECT min(created) {events}", id_)),
        last.created if last else 0, last.sequence if last else 0,
    )  # fmt: skip


def rename(ctx: Context, name: str) -> Event:
    """Name the instance.

    Raises:
        Err: INVALID_ARGUMENT, FAILED_PRECONDITION for the name that it has.
    """
    name = name.strip()
    if not name:
        raise Err("INVALID_ARGUMENT", "INST-092mid", "Errors.Invalid.Argument")
    if _name(ctx.store) == name:
        raise Err("FAILED_PRECONDITION", "INST-alpxism", "Errors.Instance.NotChanged")
    ctx.store.run("INSERT OR REPLACE INTO facts (name, value) VALUES ('instance_name', ?)", name)
    return _push(ctx, "instance.changed")


def set_domain(store: Store, domain: str) -> None:
    """Set the domain that the instance is called at, which is its primary one whenever the emulator starts."""
    instance = get(store)
    store.run("DELETE FROM instance_domains WHERE trusted = 0 AND domain = ?", domain)
    store.run("UPDATE instance_domains SET is_primary = 0 WHERE trusted = 0")
    store.insert(
        "instance_domains", domain=domain, trusted=0, is_primary=1, created=instance.created,
        changed=instance.created, sequence=1,
    )  # fmt: skip


def trust(ctx: Context, domain: str) -> Event:
    """Trust a domain.

    Raises:
        Err: INVALID_ARGUMENT, FAILED_PRECONDITION for one that is trusted.
    """
    domain = domain.strip()
    if not domain or len(domain) > _LONGEST:
        raise Err("INVALID_ARGUMENT", "COMMA-Stk21", "Errors.Invalid.Argument")
    if not _DOMAIN.fullmatch(domain):
        raise Err("INVALID_ARGUMENT", "COMMA-S3v3w", "Errors.Instance.Domain.InvalidCharacter")
    if ctx.store.one("SELECT 1 FROM instance_domains WHERE domain = ? AND trusted = 1", domain) is not None:
        raise Err("FAILED_PRECONDITION", "COMMA-hg42a", "Errors.Instance.Domain.AlreadyExists")
    event = _push(ctx, "instance.trusted_domains.added")
    ctx.add("instance_domains", event, domain=domain, trusted=1)
    return event


def distrust(ctx: Context, domain: str) -> Event:
    """Trust a domain no more.

    Raises:
        Err: NOT_FOUND.
    """
    if not ctx.store.run("DELETE FROM instance_domains WHERE domain = ? AND trusted = 1", domain):
        raise Err("NOT_FOUND", "COMMA-de3z9", "Errors.Instance.Domain.NotFound")
    return _push(ctx, "instance.trusted_domains.removed")


def add_domain(ctx: Context, domain: str, *, generated: bool = False) -> Event:
    """Let the instance be called at another domain.

    Raises:
        Err: INVALID_ARGUMENT, ALREADY_EXISTS for a domain of this or of another instance.
    """
    domain = domain.strip()
    if not domain:
        raise Err("INVALID_ARGUMENT", "INST-28nlD", "Errors.Invalid.Argument")
    if not _DOMAIN.fullmatch(domain):
        raise Err("INVALID_ARGUMENT", "INST-S3v3w", "Errors.Instance.Domain.InvalidCharacter")
    if _own(ctx, domain) is not None:
        raise Err("ALREADY_EXISTS", "INST-i2nl", "Errors.Instance.Domain.AlreadyExists")
    if ctx.instances.have(domain):
        raise Err("ALREADY_EXISTS", "V3-DKcYh", "Errors.Instance.Domain.AlreadyExists")
    event = _push(ctx, "instance.domain.added")
    ctx.add("instance_domains", event, domain=domain, trusted=0, is_generated=generated)
    return event


def remove_domain(ctx: Context, domain: str) -> Event:
    """Let the instance be called at a domain no more.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND, or FAILED_PRECONDITION for a generated domain and for the one that the
            emulator was started with.
    """
    domain = domain.strip()
    if not domain:
        raise Err("INVALID_ARGUMENT", "INST-39nls", "Errors.Invalid.Argument")
    row = _own(ctx, domain)
    if row is None:
        raise Err("NOT_FOUND", "INSTANCE-8ls9f", "Errors.Instance.Domain.NotFound")
    if row["is_generated"] or domain == ctx.instances.domain:
        raise Err("FAILED_PRECONDITION", "INSTANCE-9hn3n", "Errors.Instance.Domain.GeneratedNotRemovable")
    event = _push(ctx, "instance.domain.removed")
    ctx.store.run("DELETE FROM instance_domains WHERE trusted = 0 AND domain = ?", domain)
    return event


def set_primary_domain(ctx: Context, domain: str) -> Event:
    """Choose the domain that links to the instance name.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    domain = domain.strip()
    if not domain:
        raise Err("INVALID_ARGUMENT", "INST-9mWjf", "Errors.Invalid.Argument")
    if _own(ctx, domain) is None:
        raise Err("NOT_FOUND", "INSTANCE-9nkWf", "Errors.Instance.Domain.NotFound")
    event = _push(ctx, "instance.domain.primary.set")
    ctx.store.run("UPDATE instance_domains SET is_primary = 0 WHERE trusted = 0")
    ctx.change("instance_domains", event, {"domain": domain, "trusted": 0}, is_primary=1)
    return event


def _own(ctx: Context, domain: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM instance_domains WHERE trusted = 0 AND domain = ?", domain)


def is_this(ctx: Context, instance_id: str) -> bool:
    """Return whether an id is the instance's, or empty, which means the instance that is called."""
    return instance_id in ("", ctx.store.fact("instance_id"))


def check_id(ctx: Context, instance_id: str, error_id: str = "QUERY-n0wng", key: str = "Errors.IAM.NotFound") -> None:
    """Refuse an instance that is not there: its tokens are not known, and a system user does not find it.

    A call that names an instance that is there is one of that instance.

    Raises:
        Err: UNAUTHENTICATED, or NOT_FOUND for a system user.
    """
    if is_this(ctx, instance_id):
        return
    if not ctx.system:
        raise Err("UNAUTHENTICATED", "AUTH-7fs1e", "Errors.Token.Invalid")
    raise Err("NOT_FOUND", error_id, key)


def search_domains(ctx: Context, filters: Filters, page: Page, *, trusted: bool) -> Rows:
    """List the instance's own domains or those that it trusts; the columns for `filters` are those of the table."""
    return ctx.rows(page, "*", "instance_domains", filters.equals("trusted", trusted))


def require(ctx: Context, permission: str) -> None:
    """Refuse a caller who lacks ``iam.read`` or ``iam.write``, or a system user the permission of the system.

    Raises:
        Err: NOT_FOUND for who is no member of the instance, else PERMISSION_DENIED.
    """
    ctx.require(
        permission.replace("iam.", "system.instance.") if ctx.system else permission, ctx.store.fact("instance_id")
    )


def _name(store: Store) -> str:
    return str(store.value("SELECT value FROM facts WHERE name = 'instance_name'") or _NAME)


def _push(ctx: Context, event_type: str) -> Event:
    instance = ctx.store.fact("instance_id")
    return ctx.push("instance", instance, event_type, owner=instance)
