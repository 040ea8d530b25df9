"""What sends the emails and text messages of the instance. The emulator keeps them and sends nothing."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain.shared import new_secret
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "notifiers",
    (
        f"""
CREATE TABLE notifiers (
  id TEXT PRIMARY KEY, channel TEXT NOT NULL, kind TEXT NOT NULL, state INTEGER NOT NULL, description TEXT NOT NULL,
  settings TEXT NOT NULL, signing_key TEXT NOT NULL, {CHANGE});
""",
    ),
)

ERRORS = {
    "Errors.SMSConfig.AlreadyActive": "SMS configuration already active",
    "Errors.SMSConfig.AlreadyDeactivated": "SMS configuration already deactivated",
    "Errors.SMSConfig.NotFound": "SMS configuration not found",
    "Errors.SMTPConfig.AlreadyDeactivated": "SMTP configuration already deactivated",
    "Errors.SMTPConfig.NotFound": "SMTP configuration not found",
    "Errors.SMTPConfig.TestEmailNotFound": "Email address for test not found",
    "Errors.SMTPConfig.TestPassword": "Password for test not found",
}

ACTIVE, INACTIVE = 1, 2
"""The states of a provider."""

_SECRETS = frozenset({"password", "token", "client_secret"})


@dataclasses.dataclass(frozen=True)
class Channel:
    """One way to reach people."""

    name: str
    errors: str
    """The part of the keys of errors that names it."""
    events: str
    """What the types of its events start with."""
    absent: tuple[str, str]
    """The error id and the last word of the key where one that is to be shown is not there."""
    ids: Mapping[str, str]
    """The error ids by command, and `already_…` for one that would change nothing."""

    def refusal(self, code: str, command: str, reason: str) -> Err:
        """Return the error of a command."""
        return Err(code, self.ids[command], f"Errors.{self.errors}.{reason}")


EMAIL = Channel(
    "email", "SMTPConfig", "instance.smtp.config.", ("QUERY-fwofw", "NotFound"),
    {
        "change_smtp": "COMMAND-j5IDFtt3T1", "change_http": "COMMAND-xIrdledqv4", "secret": "COMMAND-3n9ls",
        "activate": "COMMAND-E9K20hxOS9", "already_active": "COMMAND-vUHBSmBzaw",
        "deactivate": "COMMAND-k39PJ", "already_inactive": "COMMAND-km8g3", "remove": "COMMAND-09CXlTDL6w",
    },
)  # fmt: skip
SMS = Channel(
    "sms", "SMSConfig", "instance.sms.config", ("QUERY-fn99w", "NotExisting"),
    {
        "change_twilio": "COMMAND-MUY0IFAf8O", "change_http": "COMMAND-6NW4I5Kqzj", "secret": "COMMAND-ij3NhEHATp",
        "activate": "COMMAND-9ULtp9PH5E", "already_active": "COMMAND-B25GFeIvRi",
        "deactivate": "COMMAND-La91dGNhbM", "already_inactive": "COMMAND-OSZAEkYvk7", "remove": "COMMAND-povEVHPCkV",
    },
)  # fmt: skip


def add(ctx: Context, channel: Channel, kind: str, values: Mapping[str, Any]) -> tuple[str, str, Event]:
    """Add a provider, which is used once it is active; returns its id, and the key that it signs with if it is of HTTP.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    settings = _settings(kind, values)
    notifier_id, key = ctx.store.new_id(), new_secret()[:36] if kind == "http" else ""
    event = _push(ctx, f"{_of_kind(channel, kind)}added")
    ctx.add(
        "notifiers", event, id=notifier_id, channel=channel.name, kind=kind, state=INACTIVE,
        description=values["description"], settings=json.dumps(settings), signing_key=key,
    )  # fmt: skip
    return notifier_id, key, event


def update(
    ctx: Context, channel: Channel, kind: str, notifier_id: str, values: Mapping[str, Any], *, new_key: bool = False
) -> tuple[Event | sqlite3.Row, str]:
    """Set a provider anew; returns the row if nothing changes, and its new key if it got one.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    settings = _settings(kind, values)
    row = _find(ctx, channel, notifier_id)
    if row is None or row["kind"] != kind:
        raise channel.refusal("NOT_FOUND", f"change_{kind}", "NotFound")
    same = json.loads(row["settings"]) == settings and row["description"] == values["description"]
    if same and not new_key and not values.get("password"):
        return row, ""
    key = new_secret()[:36] if new_key else ""
    event = _push(ctx, f"{_of_kind(channel, kind)}changed")
    ctx.change(
        "notifiers", event, {"id": notifier_id}, description=values["description"], settings=json.dumps(settings),
        signing_key=key or row["signing_key"],
    )  # fmt: skip
    return event, key


def change_secret(ctx: Context, channel: Channel, notifier_id: str) -> Event:
    """Replace the password or token that a provider logs in with, which the emulator does not keep.

    Raises:
        Err: NOT_FOUND.
    """
    row = _find(ctx, channel, notifier_id)
    if row is None or row["kind"] == "http":
        raise channel.refusal("NOT_FOUND", "secret", "NotFound")
    event = _push(ctx, _of_kind(channel, row["kind"]) + ("password.changed" if channel is EMAIL else "token.changed"))
    ctx.change("notifiers", event, {"id": notifier_id})
    return event


def activate(ctx: Context, channel: Channel, notifier_id: str) -> Event:
    """Send by a provider from now on, and by no other of its channel.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION.
    """
    row = _find(ctx, channel, notifier_id)
    if row is None:
        raise channel.refusal("NOT_FOUND", "activate", "NotFound")
    if row["state"] == ACTIVE:
        raise channel.refusal("FAILED_PRECONDITION", "already_active", "AlreadyActive")
    event = _push(ctx, f"{channel.events}activated")
    ctx.store.run("UPDATE notifiers SET state = ? WHERE channel = ?", INACTIVE, channel.name)
    ctx.change("notifiers", event, {"id": notifier_id}, state=ACTIVE)
    return event


def deactivate(ctx: Context, channel: Channel, notifier_id: str) -> Event:
    """Send by a provider no more.

    Raises:
        Err: NOT_FOUND, FAILED_PRECONDITION.
    """
    row = _find(ctx, channel, notifier_id)
    if row is None:
        raise channel.refusal("NOT_FOUND", "deactivate", "NotFound")
    if row["state"] == INACTIVE:
        raise channel.refusal("FAILED_PRECONDITION", "already_inactive", "AlreadyDeactivated")
    event = _push(ctx, f"{channel.events}deactivated")
    ctx.change("notifiers", event, {"id": notifier_id}, state=INACTIVE)
    return event


def remove(ctx: Context, channel: Channel, notifier_id: str) -> Event:
    """Remove a provider.

    Raises:
        Err: NOT_FOUND.
    """
    if _find(ctx, channel, notifier_id) is None:
        raise channel.refusal("NOT_FOUND", "remove", "NotFound")
    ctx.store.run("DELETE FROM notifiers WHERE id = ?", notifier_id)
    return _push(ctx, f"{channel.events}removed")


def get(ctx: Context, channel: Channel, notifier_id: str | None) -> sqlite3.Row:
    """Return a provider; the active one if `notifier_id` is None.

    Raises:
        Err: NOT_FOUND.
    """
    if notifier_id is None:
        row = ctx.store.one("SELECT * FROM notifiers WHERE channel = ? AND state = ?", channel.name, ACTIVE)
    else:
        row = _find(ctx, channel, notifier_id)
    if row is None:
        error_id, reason = channel.absent
        raise Err("NOT_FOUND", error_id, f"Errors.{channel.errors}.{reason}")
    return row


def search(ctx: Context, channel: Channel, filters: Filters, page: Page) -> Rows:
    """List providers; the columns for `filters` are those of `notifiers`."""
    return ctx.rows(page, "*", "notifiers", filters.equals("channel", channel.name))


def check_test(ctx: Context, receiver: str, notifier_id: str, *, password: bool) -> None:
    """Refuse the test of a mail server that has no receiver, or neither a password nor a provider that has one.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    if not receiver:
        raise Err("INVALID_ARGUMENT", "SMTP-p9uy", "Errors.SMTPConfig.TestEmailNotFound")
    if notifier_id:
        row = _find(ctx, EMAIL, notifier_id)
        if row is None or row["kind"] != "smtp":
            raise Err("NOT_FOUND", "SMTP-p9cc", "Errors.SMTPConfig.NotFound")
    elif not password:
        raise Err("INVALID_ARGUMENT", "SMTP-p9kj", "Errors.SMTPConfig.TestPassword")


def _settings(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of a request: all but the description and secrets."""
    if kind == "smtp":
        if not values["sender_address"].strip():
            raise Err("INVALID_ARGUMENT", "INST-mruNY", "Errors.Invalid.Argument")
        host, _, port = values["host"].strip().rpartition(":")
        if not host or not port:
            raise Err("INVALID_ARGUMENT", "INST-9JdRe", "Errors.Invalid.Argument")
    return _without_secrets({name: value for name, value in values.items() if name != "description"})


def _without_secrets(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _without_secrets(value) if isinstance(value, dict) else value
        for name, value in values.items()
        if name not in _SECRETS
    }


def _of_kind(channel: Channel, kind: str) -> str:
    return channel.events if kind == "smtp" else f"{channel.events}{kind}."


def _find(ctx: Context, channel: Channel, notifier_id: str) -> sqlite3.Row | None:
    return ctx.store.one("SELECT * FROM notifiers WHERE id = ? AND channel = ?", notifier_id, channel.name)


def _push(ctx: Context, event_type: str) -> Event:
    instance = ctx.store.fact("instance_id")
    return ctx.push("instance", instance, event_type, owner=instance)
