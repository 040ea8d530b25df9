"""The translations of the hosted login (version 2), for a language at the instance or an organization.

They lie in the table of the custom texts. The system's own translation is the emulator's own, a word in English.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain import people_rules
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Store

SYSTEM: Mapping[str, Any] = {"common": {"back": "Back"}}
"""What holds where nothing else is set."""
_TEMPLATE = "HostedLogin"


def get(store: Store, locale: str, *owners: str) -> dict[str, Any]:
    """Return the translations that owners set for a language; those of an earlier owner come before a later one's.

    Raises:
        Err: INVALID_ARGUMENT for what is no language.
    """
    language = _base(locale, "QUERY-rZLAGi")
    found: dict[str, Any] = {}
    for owner in owners:
        found = _merged(found, _own(store, owner, language))
    return found


def inherited(translations: Mapping[str, Any]) -> dict[str, Any]:
    """Return translations with those of the system where they have none."""
    return _merged(translations, SYSTEM)


def write(ctx: Context, owner: str, locale: str, translations: Mapping[str, Any]) -> None:
    """Set all translations of the instance or an organization for a language.

    Raises:
        Err: INVALID_ARGUMENT for what is no language.
    """
    language = _base(locale, "COMMA-xmjATA")
    aggregate = "instance" if owner == ctx.store.fact("instance_id") else "org"
    event = ctx.push(aggregate, owner, f"{aggregate}.hosted_login_translation.set", owner=owner)
    key = {"owner": owner, "template": _TEMPLATE, "language": language}
    texts = json.dumps(dict(translations))
    if not ctx.change("custom_texts", event, key, texts=texts):
        ctx.add("custom_texts", event, **key, texts=texts)


def _base(locale: str, error_id: str) -> str:
    language = people_rules.language(locale).partition("-")[0]
    if language == "und":
        raise Err("INVALID_ARGUMENT", error_id, "Errors.Arguments.Locale.Invalid")
    return language


def _own(store: Store, owner: str, language: str) -> dict[str, Any]:
    sql = "SELECT texts FROM custom_texts WHERE owner = ? AND template = ? AND language = ?"
    return dict(json.loads(store.value(sql, owner, _TEMPLATE, language) or "{}"))


def _merged(before: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return texts, with those of another where they have none, at any depth."""
    merged = dict(before)
    for key, value in other.items():
        mine = merged.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            merged[key] = _merged(mine, value)
        elif not mine:
            merged[key] = value
    return merged
