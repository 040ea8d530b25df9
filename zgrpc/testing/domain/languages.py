"""The languages that ZITADEL's own texts exist in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zgrpc.testing.domain import people_rules
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event, Store

SUPPORTED = (
    "ar", "bg", "cs", "de", "en", "es", "fr", "hu", "id", "it", "ja", "ko", "mk", "nl", "pl", "pt", "ro", "ru", "sv",
    "tr", "uk", "zh",
)  # fmt: skip
"""Tags of BCP 47, sorted."""

ERRORS = {
    "Errors.Instance.NotChanged": "Instance not changed",
    "Errors.Language.NotAllowed": "Language is not allowed",
    "Errors.Language.NotSupported": "Language is not supported",
    "Errors.Language.Undefined": "Language is undefined",
    "Errors.Restrictions.DefaultLanguageMustBeAllowed": "The default language must be allowed",
}


def check(tag: str) -> str:
    """Return the canonical tag of a supported language.

    Raises:
        Err: INVALID_ARGUMENT for a tag that is none or that ZITADEL has no texts in.
    """
    language = people_rules.language(tag)
    if language == "und":
        raise Err("INVALID_ARGUMENT", "LANG-3M9f2", "Errors.Language.Undefined")
    if language not in SUPPORTED:
        raise Err("INVALID_ARGUMENT", "LANG-lg4DP", "Errors.Language.NotSupported")
    return language


def default(store: Store) -> str:
    """Return the language of those who choose none."""
    return str(store.value("SELECT value FROM facts WHERE name = 'default_language'") or "en")


def allowed(store: Store) -> list[str]:
    """Return the languages that people may choose; all supported ones if the instance does not restrict them."""
    return restricted(store) or list(SUPPORTED)


def restricted(store: Store) -> list[str]:
    """Return the languages that the instance restricts people to; none for no restriction."""
    return list(json.loads(store.value("SELECT value FROM facts WHERE name = 'allowed_languages'") or "[]"))


def set_default(ctx: Context, tag: str) -> Event:
    """Choose the language of those who choose none.

    Raises:
        Err: INVALID_ARGUMENT for one that is not supported, FAILED_PRECONDITION for one that is not allowed or is the
            default already.
    """
    language = check(tag)
    if language not in allowed(ctx.store):
        raise Err("FAILED_PRECONDITION", "LANG-2M9fs", "Errors.Language.NotAllowed")
    if language == default(ctx.store):
        raise Err("FAILED_PRECONDITION", "INST-DS3rq", "Errors.Instance.NotChanged")
    _keep(ctx.store, "default_language", language)
    return _push(ctx, "instance.default.language.set")


def restrict(ctx: Context, tags: Sequence[str] | None, *, no_registration: bool | None) -> Event | None:
    """Set the restrictions of the instance; returns None if nothing changes.

    Args:
        ctx: the call.
        tags: the languages that people may choose, none for all; None to leave that as it is.
        no_registration: whether organizations cannot be registered by the public; None to leave that as it is.

    Raises:
        Err: INVALID_ARGUMENT for a language that is not supported, FAILED_PRECONDITION if the default language would
            not be allowed.
    """
    changes = {}
    if tags is not None:
        languages = [check(tag) for tag in tags]
        if languages and default(ctx.store) not in languages:
            raise Err("FAILED_PRECONDITION", "RESTR-3M9ds", "Errors.Restrictions.DefaultLanguageMustBeAllowed")
        if languages != restricted(ctx.store):
            changes["allowed_languages"] = json.dumps(languages)
    if no_registration is not None and no_registration != registration_disallowed(ctx.store):
        changes["no_registration"] = "1" if no_registration else ""
    for name, value in changes.items():
        _keep(ctx.store, name, value)
    return _push(ctx, "restrictions.set") if changes else None


def registration_disallowed(store: Store) -> bool:
    """Return whether organizations cannot be registered by the public."""
    return bool(store.value("SELECT value FROM facts WHERE name = 'no_registration'"))


def _keep(store: Store, name: str, value: str) -> None:
    store.run("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", name, value)


def _push(ctx: Context, what: str) -> Event:
    instance = ctx.store.fact("instance_id")
    return ctx.push(what.partition(".")[0], instance, what, owner=instance)
