"""Targets (what ZITADEL calls) and executions (when it does). The emulator keeps them and calls none."""

from __future__ import annotations

import base64
import hashlib
import json
import urllib.parse
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain.shared import new_secret
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "targets",
    (
        f"""
CREATE TABLE targets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, endpoint TEXT NOT NULL, timeout INTEGER NOT NULL, kind TEXT NOT NULL,
  interrupt_on_error INTEGER NOT NULL, payload_type INTEGER NOT NULL, signing_key TEXT NOT NULL, {CHANGE});
CREATE TABLE target_keys (
  id TEXT PRIMARY KEY, target_id TEXT NOT NULL REFERENCES targets(id) ON DELETE CASCADE, public_key BLOB NOT NULL,
  fingerprint TEXT NOT NULL, expires INTEGER, active INTEGER NOT NULL DEFAULT 0, {CHANGE});
CREATE TABLE executions (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, condition TEXT NOT NULL, targets TEXT NOT NULL, {CHANGE});
""",
    ),
)

ERRORS = {
    "Errors.Execution.ConditionInvalid": "Execution condition is invalid",
    "Errors.Execution.Invalid": "Execution is invalid",
    "Errors.Target.Invalid": "Target is invalid",
    "Errors.Target.InvalidExpirationDate": "Key expiration date must be in the future",
    "Errors.Target.InvalidPublicKey": (
        "The public key is invalid. Must be a PEM encoded RSA or ECDSA public key in PKCS#8 format"
    ),
    "Errors.Target.InvalidURL": "Target has an invalid URL",
    "Errors.Target.NoTimeout": "Target has no timeout",
    "Errors.Target.NotFound": "Target not found",
    "Errors.Target.PublicKeyActive": "Cannot delete active target public key",
}

FUNCTIONS = ("preuserinfo", "preaccesstoken", "presamlresponse")
"""The functions that an execution may be for."""


# -- targets ---------------------------------------------------------------------------------------
def add(ctx: Context, values: Mapping[str, Any]) -> tuple[str, str, Event]:
    """Add a target; returns its id and the key that its calls are to be signed with.

    Args:
        ctx: the call.
        values: `name`, `endpoint`, `timeout` (nanoseconds), `kind`, `interrupt_on_error`, `payload_type`.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    _check(values, "COMMAND-ddqbm9us5p", "COMMAND-39f35d8uri", "COMMAND-1r2k6qo6wg")
    target_id, key = ctx.store.new_id(), new_secret()[:36]
    event = _push(ctx, "target", target_id, "target.added")
    ctx.add("targets", event, id=target_id, signing_key=key, **values)
    return target_id, key, event


def update(ctx: Context, target_id: str, values: Mapping[str, Any], *, new_key: bool) -> tuple[int, str]:
    """Set what is given of a target; returns when it changed last, and its new key if it got one.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    _check(values, "COMMAND-d1wx4lm0zr", "COMMAND-08b39vdi57", "COMMAND-jsbaera7b6")
    row = find(ctx, target_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-xj14f2cccn", "Errors.Target.NotFound")
    changes = {name: value for name, value in values.items() if row[name] != value}
    key = new_secret()[:36] if new_key else ""
    if key:
        changes["signing_key"] = key
    if not changes:
        return int(row["changed"]), ""
    event = _push(ctx, "target", target_id, "target.changed")
    ctx.change("targets", event, {"id": target_id}, **changes)
    return event.created, key


def delete(ctx: Context, target_id: str) -> Event | None:
    """Remove a target, also from the executions.

    One that is not there is fine: returns its last event, None where it never was.
    """
    if find(ctx, target_id) is None:
        return ctx.store.last_event("target", target_id, "")
    for row in ctx.store.all("SELECT * FROM executions"):
        ids = [each for each in json.loads(row["targets"]) if each != target_id]
        if len(ids) != len(json.loads(row["targets"])):
            ctx.store.update("executions", {"id": row["id"]}, targets=json.dumps(ids))
    ctx.store.run("DELETE FROM targets WHERE id = ?", target_id)
    return _push(ctx, "target", target_id, "target.removed")


def get(ctx: Context, target_id: str) -> sqlite3.Row:
    """Return a target.

    Raises:
        Err: NOT_FOUND.
    """
    row = find(ctx, target_id)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-hj5oaniyrz", "Errors.Target.NotFound")
    return row


def find(ctx: Context, target_id: str) -> sqlite3.Row | None:
    """Return a target, if it is there."""
    return ctx.store.one("SELECT * FROM targets WHERE id = ?", target_id)


def search(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List targets; the columns for `filters` are those of `targets`."""
    return ctx.rows(page, "*", "targets", filters)


# -- keys that payloads are encrypted for ----------------------------------------------------------
def add_key(ctx: Context, target_id: str, public_key: bytes, expires: int | None) -> tuple[str, Event]:
    """Give a target a public key; returns its id.

    Raises:
        Err: INVALID_ARGUMENT for what is no RSA or ECDSA key or a moment that has passed, FAILED_PRECONDITION without
            the target.
    """
    if expires is not None and expires < ctx.store.now():
        raise Err("INVALID_ARGUMENT", "ErrExpirationDateBeforeNow", "Errors.Target.InvalidExpirationDate")
    fingerprint = _fingerprint(public_key)
    if find(ctx, target_id) is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-nd3fsd", "Errors.Target.NotFound")
    key_id = ctx.store.new_id()
    event = _push(ctx, "target", target_id, "target.key.added", keyId=key_id)
    ctx.add(
        "target_keys", event, id=key_id, target_id=target_id, public_key=public_key, fingerprint=fingerprint,
        expires=expires,
    )  # fmt: skip
    return key_id, event


def set_key_active(ctx: Context, target_id: str, key_id: str, *, active: bool) -> int:
    """Encrypt for a key, or no more; returns when that was last changed. Only one key of a target is active.

    Raises:
        Err: FAILED_PRECONDITION without the target or the key.
    """
    row = _key(ctx, target_id, key_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-SAF4g", "Errors.Target.NotFound")
    if bool(row["active"]) == active:
        return int(row["changed"])
    event = _push(ctx, "target", target_id, f"target.key.{'activated' if active else 'deactivated'}", keyId=key_id)
    if active:
        ctx.store.run("UPDATE target_keys SET active = 0 WHERE target_id = ?", target_id)
    ctx.change("target_keys", event, {"id": key_id}, active=active)
    return event.created


def remove_key(ctx: Context, target_id: str, key_id: str) -> Event | None:
    """Remove a key. One that is not there is fine: returns its last event, None where it never was.

    Raises:
        Err: FAILED_PRECONDITION for one that is active.
    """
    row = _key(ctx, target_id, key_id)
    if row is None:
        return ctx.store.last_event("target", target_id, "target.key.", keyId=key_id)
    if row["active"]:
        raise Err("FAILED_PRECONDITION", "ErrPublicKeyDeleteActiveKey", "Errors.Target.PublicKeyActive")
    ctx.store.run("DELETE FROM target_keys WHERE id = ?", key_id)
    return _push(ctx, "target", target_id, "target.key.removed", keyId=key_id)


def search_keys(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List the keys of targets; the columns for `filters` are those of `target_keys`."""
    return ctx.rows(page, "*", "target_keys", filters)


# -- executions ------------------------------------------------------------------------------------
def execution_id(kind: str, what: str) -> str:
    """Return the id of an execution, by which ZITADEL keeps one for each condition.

    Args:
        kind: ``request``, ``response``, ``function`` or ``event``.
        what: the method, service, function, event or group (with ``.*``); empty for all.
    """
    return f"{kind}/{what.removeprefix('/')}" if what else kind


def set_execution(ctx: Context, kind: str, what: str, condition: Mapping[str, Any], target_ids: Sequence[str]) -> Event:
    """Set which targets are called when; none to call none any more.

    Args:
        ctx: the call.
        kind: see `execution_id`.
        what: see `execution_id`.
        condition: the condition as it is shown.
        target_ids: the targets, in their order.

    Raises:
        Err: NOT_FOUND for a target that is not there.
    """
    if any(find(ctx, target_id) is None for target_id in target_ids):
        raise Err("NOT_FOUND", "COMMAND-17e8fq1ggk", "Errors.Target.NotFound")
    of = execution_id(kind, what)
    event = _push(ctx, "execution", of, "execution.v2.set" if target_ids else "execution.removed")
    if not target_ids:
        ctx.store.run("DELETE FROM executions WHERE id = ?", of)
    elif not ctx.change("executions", event, {"id": of}, targets=json.dumps(list(target_ids))):
        ctx.add(
            "executions", event, id=of, kind=kind, condition=json.dumps(dict(condition), sort_keys=True),
            targets=json.dumps(list(target_ids)),
        )  # fmt: skip
    return event


def search_executions(ctx: Context, filters: Filters, page: Page) -> Rows:
    """List executions; the columns for `filters` are those of `executions`."""
    return ctx.rows(page, "*", "executions", filters)


def _key(ctx: Context, target_id: str, key_id: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM target_keys WHERE id = ? AND target_id = ?", key_id, target_id)


def _check(values: Mapping[str, Any], name: str, timeout: str, endpoint: str) -> None:
    """Refuse what is given and cannot be; the arguments are the error ids."""
    if not values.get("name", "x"):
        raise Err("INVALID_ARGUMENT", name, "Errors.Target.Invalid")
    if not values.get("timeout", 1):
        raise Err("INVALID_ARGUMENT", timeout, "Errors.Target.NoTimeout")
    if not _is_url(values.get("endpoint", "x")):
        raise Err("INVALID_ARGUMENT", endpoint, "Errors.Target.InvalidURL")


def _is_url(text: str) -> bool:
    """Return whether a text is what Go takes for an address, which is nearly everything."""
    if not text or text.startswith(":") or any(character < " " or character == "\x7f" for character in text):
        return False
    try:
        urllib.parse.urlsplit(text)
    except ValueError:
        return False
    return True


def _fingerprint(pem: bytes) -> str:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    try:
        key = serialization.load_pem_public_key(pem)
    except ValueError:
        key = None
    if not isinstance(key, (RSAPublicKey, EllipticCurvePublicKey)):
        raise Err("INVALID_ARGUMENT", "ErrPublicKeyFormat", "Errors.Target.InvalidPublicKey")
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return f"SHA256:{base64.b64encode(hashlib.sha256(der).digest()).decode().rstrip('=')}"


def _push(ctx: Context, aggregate: str, aggregate_id: str, what: str, **data: str) -> Event:
    return ctx.push(aggregate, aggregate_id, what, owner=ctx.store.fact("instance_id"), data=data)
