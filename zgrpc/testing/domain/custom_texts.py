"""The texts of messages and of the login, which an organization may replace for each language.

Every text is a flat dict: `title`, or `login_text.title` for those of the login's screens. The default texts are the
emulator's own words, in English for all languages.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import languages, people_rules
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

SCHEMA = Schema(
    "custom_texts",
    (
        f"""
CREATE TABLE custom_texts (
  owner TEXT NOT NULL, template TEXT NOT NULL, language TEXT NOT NULL, texts TEXT NOT NULL, {CHANGE},
  PRIMARY KEY (owner, template, language)) WITHOUT ROWID;
""",
    ),
)

EVENTS = {
    "org.customtext.set": "Custom text set",
    "org.customtext.removed": "Custom text removed",
    "org.customtext.template.removed": "Custom text template removed",
    "instance.customtext.set": "Custom text set",
    "instance.customtext.removed": "Custom text removed",
    "instance.customtext.template.removed": "Template of custom text removed",
}

LOGIN = "Login"
"""The template of the login's texts; every other one is a message's."""

MESSAGES = {
    "InitCode": ("Initialize user", "Finish initialization", "Your account was made. Initialize it with {{.Code}}."),
    "PasswordReset": ("Reset password", "Reset password", "A new password was asked for. Set it with {{.Code}}."),
    "VerifyEmail": ("Verify email", "Verify email", "Verify this address with {{.Code}}."),
    "VerifyPhone": ("Verify phone", "Verify phone", "Verify this number with {{.Code}}."),
    "VerifySMSOTP": ("One-time password", "", "{{.OTP}} is your one-time password for {{ .Domain }}."),
    "VerifyEmailOTP": ("One-time password", "Authenticate", "{{.OTP}} is your one-time password."),
    "DomainClaimed": ("Domain claimed", "Log in", "{{.Domain}} was claimed. Your name is {{.TempUsername}}."),
    "PasswordlessRegistration": ("Add a passkey", "Add a passkey", "Add a passkey to your account."),
    "PasswordChange": ("Password changed", "Log in", "The password of your account was changed."),
    "InviteUser": ("Invitation", "Accept invitation", "You were invited to {{.ApplicationName}}: {{.Code}}."),
}  # fmt: skip
"""The messages: their default titles, buttons and texts."""


class Texts(NamedTuple):
    """The texts of a template in a language."""

    texts: dict[str, str]
    is_default: bool
    row: sqlite3.Row | None
    """The row that they come from; None for the emulator's own."""


def effective(ctx: Context, template: str, owner: str, language: str) -> Texts:
    """Return an organization's own texts, else those of the instance.

    What an organization set is returned as it is: a text that it left empty is empty.
    """
    row = _row(ctx, template, owner, people_rules.language(language))
    if row is not None:
        return Texts(json.loads(row["texts"]), False, row)
    if template == LOGIN:
        return Texts({}, True, None)
    return default(ctx, template, language)


def default(ctx: Context, template: str, language: str) -> Texts:
    """Return the texts of the instance: its own in place of the emulator's."""
    row = _row(ctx, template, ctx.store.fact("instance_id"), people_rules.language(language))
    own = {} if row is None else json.loads(row["texts"])
    return Texts({**_built_in(template), **own}, True, row)


def of_instance(ctx: Context, template: str, language: str) -> Texts:
    """Return the instance's own texts in place of the emulator's, and whether it has none."""
    found = default(ctx, template, language)
    return found._replace(is_default=found.row is None)


def built_in(ctx: Context, template: str, language: str) -> Texts:  # noqa: ARG001  (as the others)
    """Return the emulator's texts."""
    return Texts(_built_in(template), True, None)


def put(ctx: Context, template: str, owner: str, language: str, texts: Mapping[str, str]) -> Event | sqlite3.Row | None:
    """Set all texts of a template in a language; returns the row, or None, if nothing changes.

    Raises:
        Err: INVALID_ARGUMENT for a language that is not supported.
    """
    language = languages.check(language)
    row = _row(ctx, template, owner, language)
    before = {} if row is None else json.loads(row["texts"])
    after = {key: text for key, text in texts.items() if text}
    changed = [key for key in texts if before.get(key, "") != after.get(key, "")]
    if not changed:
        return row
    event = [_push(ctx, owner, "set" if key in after else "removed") for key in changed][-1]
    where = {"owner": owner, "template": template, "language": language}
    if row is None:
        ctx.add("custom_texts", event, **where, texts=json.dumps(after))
    else:
        ctx.change("custom_texts", event, where, texts=json.dumps(after))
    return event


def reset(ctx: Context, template: str, owner: str, language: str) -> Event:
    """Remove the texts of an organization, so that the instance's are shown again.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND.
    """
    login = template == LOGIN
    language = people_rules.language(language)
    if language == "und":
        error_id, key = ("Org-5ZZmo", "CustomMailText") if login else ("Org-j59f", "CustomMessageText")
        raise Err("INVALID_ARGUMENT", error_id, f"Errors.{key}.Invalid")
    if _row(ctx, template, owner, language) is None:
        error_id, key = ("Org-9ru44", "CustomLoginText") if login else ("Org-3b8Jf", "CustomMessageText")
        if owner == ctx.store.fact("instance_id"):
            error_id = "INSTANCE-fru44" if login else "INSTANCE-fju90"
        raise Err("NOT_FOUND", error_id, f"Errors.{key}.NotFound")
    ctx.store.run(
        "DELETE FROM custom_texts WHERE owner = ? AND template = ? AND language = ?", owner, template, language
    )
    return _push(ctx, owner, "template.removed")


def _row(ctx: Context, template: str, owner: str, language: str) -> sqlite3.Row | None:
    return ctx.store.one(
        "SELECT * FROM custom_texts WHERE owner = ? AND template = ? AND language = ?", owner, template, language
    )


def _push(ctx: Context, owner: str, what: str) -> Event:
    aggregate = "instance" if owner == ctx.store.fact("instance_id") else "org"
    return ctx.push(aggregate, owner, f"{aggregate}.customtext.{what}", owner=owner)


def _built_in(template: str) -> dict[str, str]:
    if template == LOGIN:
        return {}
    title, button, text = MESSAGES[template]
    return {
        "title": title,
        "pre_header": title,
        "subject": title,
        "greeting": "Hello {{.DisplayName}},",
        "text": text,
        "button_text": button,
    }
