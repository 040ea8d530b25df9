"""The domains of organizations. Their table is declared by `orgs`."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, NoReturn

from zgrpc.testing.domain import login_names, policies
from zgrpc.testing.domain.shared import require_org
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

ERRORS = {"Errors.Org.DomainVerificationTypeInvalid": "Domain verification type is invalid"}
EVENTS = {
    "org.domain.verification.added": "Domain verification added",
    "org.domain.verification.failed": "Domain verification failed",
}

HTTP, DNS = 1, 2
"""Where the token lies that proves a domain."""


def add(ctx: Context, org_id: str, domain: str) -> Event:
    """Give an organization another domain, which renames other organizations' users whose names end in it.

    Where the domain policy asks for it, the domain is yet to be verified.

    Raises:
        Err: the domain is blank, the organization's already, or another one's.
    """
    domain = domain.strip()
    if not domain:
        raise Err("INVALID_ARGUMENT", "ORG-r3h4J", "Errors.Invalid.Argument")
    ctx.require_unscoped("org.write", org_id, org_id)
    if ctx.scope is None:
        require_org(ctx, org_id)
    if find(ctx, org_id, domain) is not None:
        raise Err("ALREADY_EXISTS", "V2-e1wse", "Errors.Already.Exists")
    if policies.effective(ctx.store, policies.DOMAIN, org_id).settings["validate_org_domains"]:
        event = ctx.push("org", org_id, "org.domain.added", owner=org_id, data={"domain": domain})
        ctx.add("org_domains", event, org_id=org_id, domain=domain)
        return event
    event = put(ctx, org_id, domain)
    claim(ctx, org_id, domain)
    return event


def search(ctx: Context, org_id: str, filters: Filters, page: Page) -> Rows:
    """List the domains of an organization; the columns for `filters` are those of `org_domains`."""
    return ctx.rows(page, "*", "org_domains", filters.equals("org_id", org_id))


def start_validation(ctx: Context, org_id: str, domain: str, kind: int) -> tuple[str, str]:
    """Return a new token that proves a domain, and where it is to be found.

    Raises:
        Err: INVALID_ARGUMENT for no kind, NOT_FOUND, FAILED_PRECONDITION for a verified domain.
    """
    if kind not in (HTTP, DNS):
        raise Err("INVALID_ARGUMENT", "ORG-Gsw31", "Errors.Org.DomainVerificationTypeInvalid")
    _unverified(ctx, org_id, domain, "ORG-AGD31")
    token = secrets.token_urlsafe(24)
    about = {"domain": domain, "validationType": kind}
    event = ctx.push("org", org_id, "org.domain.verification.added", owner=org_id, data=about)
    ctx.change("org_domains", event, {"org_id": org_id, "domain": domain}, validation_type=kind)
    place = f"https://{domain}/.well-known/zitadel-challenge/{token}.txt"
    return token, place if kind == HTTP else f"_zitadel-challenge.{domain}"


def validate(ctx: Context, org_id: str, domain: str) -> NoReturn:
    """Look for the token that proves a domain, which is never found: the emulator asks nobody.

    Raises:
        Err: always; what failed stays in the log of events.
    """
    row = _unverified(ctx, org_id, domain, "ORG-Sjdi3")
    if not row["validation_type"]:
        raise Err("FAILED_PRECONDITION", "ORG-SFBB3", "Errors.Org.DomainVerificationMissing")
    ctx.push("org", org_id, "org.domain.verification.failed", owner=org_id, data={"domain": domain})
    by_http = row["validation_type"] == HTTP
    refusal = Err(
        "NOT_FOUND", "ORG-F4zhw" if by_http else "ORG-G241f",
        f"Errors.Org.DomainVerification{'HTTP' if by_http else 'TXT'}NotFound",
    )  # fmt: skip
    refusal.keeps = True
    raise refusal


def _unverified(ctx: Context, org_id: str, domain: str, missing: str) -> sqlite3.Row:
    row = _existing(ctx, org_id, domain, missing)
    ctx.require_unscoped("org.write", org_id, org_id)
    if row["is_verified"]:
        raise Err("FAILED_PRECONDITION", "ORG-HGw21", "Errors.Org.DomainAlreadyVerified")
    return row


def set_primary(ctx: Context, org_id: str, domain: str) -> Event:
    """Choose the domain that an organization is found by.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION for a domain that is not verified.
    """
    row = _existing(ctx, org_id, domain, "ORG-GDfA3")
    ctx.require_unscoped("org.write", org_id, org_id)
    if not row["is_verified"]:
        raise Err("FAILED_PRECONDITION", "ORG-Ggd32", "Errors.Org.DomainNotVerified")
    return make_primary(ctx, org_id, domain)


def remove(ctx: Context, org_id: str, domain: str) -> Event:
    """Remove a domain other than the primary one.

    Raises:
        Err: NOT_FOUND, or FAILED_PRECONDITION for the primary one.
    """
    if _existing(ctx, org_id, domain, "ORG-GDfA3")["is_primary"]:
        raise Err("FAILED_PRECONDITION", "ORG-Sjdi3", "Errors.Org.PrimaryDomainNotDeletable")
    ctx.require_unscoped("org.write", org_id, org_id)
    return drop(ctx, org_id, domain)


def put(ctx: Context, org_id: str, domain: str) -> Event:
    """Give an organization a verified domain, whoever calls."""
    first = ctx.push("org", org_id, "org.domain.added", owner=org_id, data={"domain": domain})
    event = ctx.push("org", org_id, "org.domain.verified", owner=org_id, data={"domain": domain})
    ctx.add("org_domains", event, org_id=org_id, domain=domain, is_verified=True)
    ctx.store.update("org_domains", {"org_id": org_id, "domain": domain}, created=first.created)
    login_names.refresh(ctx.store, org_id)
    return event


def make_primary(ctx: Context, org_id: str, domain: str) -> Event:
    """Choose the primary domain, whoever calls."""
    event = ctx.push("org", org_id, "org.domain.primary.set", owner=org_id, data={"domain": domain})
    ctx.store.run("UPDATE org_domains SET is_primary = 0 WHERE org_id = ?", org_id)
    ctx.change("org_domains", event, {"org_id": org_id, "domain": domain}, is_primary=True)
    ctx.change("orgs", event, {"id": org_id}, primary_domain=domain)
    login_names.refresh(ctx.store, org_id)
    return event


def drop(ctx: Context, org_id: str, domain: str) -> Event:
    """Remove a domain, whoever calls."""
    event = ctx.push("org", org_id, "org.domain.removed", owner=org_id, data={"domain": domain})
    ctx.store.run("DELETE FROM org_domains WHERE org_id = ? AND domain = ?", org_id, domain)
    login_names.refresh(ctx.store, org_id)
    return event


def claim(ctx: Context, org_id: str, domain: str) -> None:
    """Rename the users of other organizations whose names end in a domain that has been verified just now.

    Login names that end in domains of their own organization are no such names.
    """
    ending = f"@{domain.lower()}"
    users = ctx.store.all(
        "SELECT id, org_id FROM users WHERE org_id <> ? AND login_domain IS NULL AND substr(lower(user_name), ?) = ?",
        org_id,
        -len(ending),
        ending,
    )
    for user in users:
        name = f"{ctx.store.new_id()}@temporary.{ctx.domain}"
        event = ctx.push("user", user["id"], "user.domain.claimed", owner=user["org_id"], data={"userName": name})
        ctx.change("users", event, {"id": user["id"]}, user_name=name)


def find(ctx: Context, org_id: str, domain: str) -> sqlite3.Row | None:
    """Return a domain of an organization; None where it has no such one."""
    return ctx.store.one("SELECT * FROM org_domains WHERE org_id = ? AND domain = ?", org_id, domain)


def _existing(ctx: Context, org_id: str, domain: str, error_id: str) -> sqlite3.Row:
    row = find(ctx, org_id, domain)
    if row is None:
        raise Err("NOT_FOUND", error_id, "Errors.Org.DomainNotOnOrg")
    return row


def named(name: str, instance_domain: str) -> str:
    """Return the domain that ZITADEL makes of an organization's name: letters, digits and hyphens, at most 63 of them.

    Raises:
        Err: INVALID_ARGUMENT for a name that has none of them.
    """
    # Unlike \\w, the real server's pattern has no underscore, and digits are ASCII's.
    label = "".join(c for c in name.replace(" ", "-") if c.isalpha() or re.match(r"[0-9-]", c))
    label = label.encode()[:63].decode(errors="ignore").removeprefix("-").removesuffix("-")
    if not label:
        raise Err("INVALID_ARGUMENT", "ORG-RrfXY", "Errors.Org.Domain.EmptyString")
    return f"{label}.{instance_domain}".lower()
