"""The payloads of events: their fields, under the names of the real server's events (`internal/repository`).

Passwords, secrets and codes, which the real server logs hashed or encrypted, are left out.
"""

from __future__ import annotations

import base64
import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROFILE = {
    "first_name": "firstName", "last_name": "lastName", "nick_name": "nickName", "display_name": "displayName",
    "language": "preferredLanguage", "gender": "gender",
}  # fmt: skip
_MACHINE = {"name": "name", "description": "description", "access_token_type": "accessTokenType"}
_PROJECT = {
    "name": "name", "role_assertion": "projectRoleAssertion", "role_check": "projectRoleCheck",
    "has_project_check": "hasProjectCheck", "private_labeling": "privateLabelingSetting",
}  # fmt: skip
_CHANGES = {
    "user.human.profile.changed": _PROFILE,
    "user.human.email.changed": {"email": "email"},
    "user.human.phone.changed": {"phone": "phone"},
    "user.human.password.changed": {"password_change_required": "changeRequired"},
    "user.machine.changed": _MACHINE,
    "project.changed": _PROJECT,
}


def stated(**fields: Any) -> dict[str, object]:
    """Return the fields that are not empty, which are all that an event of something new says."""
    return {name: value for name, value in fields.items() if value}


def change(event_type: str, columns: Mapping[str, Any]) -> dict[str, object]:
    """Return what an event of a change says, from the columns that it sets; nothing for events that say nothing."""
    names = _CHANGES.get(event_type, {})
    return {names[column]: value for column, value in columns.items() if column in names}


def machine(user_name: str, said: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a new machine user says."""
    return {"userName": user_name, **stated(**{_MACHINE[column]: value for column, value in said.items()})}


def project(settings: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a new project says."""
    return stated(**{_PROJECT[column]: value for column, value in settings.items()})


def moment(micros: int) -> str:
    """Return a moment as events have it, from microseconds since the epoch."""
    at = datetime.datetime.fromtimestamp(micros // 1_000_000, datetime.UTC).replace(microsecond=micros % 1_000_000)
    return at.isoformat().replace("+00:00", "Z")


def binary(value: bytes) -> str:
    """Return bytes as events have them."""
    return base64.b64encode(value).decode()


# -- policies --------------------------------------------------------------------------------------
_SPELLED = {
    "force_mfa": "forceMFA", "force_mfa_local_only": "forceMFALocalOnly", "default_redirect_uri": "defaultRedirectURI",
    "max_otp_attempts": "maxOTPAttempts", "disable_watermark": "disableMsgPopup",
}  # fmt: skip
"""The settings of policies whose names are not those of the contract in camelCase."""
_THEMES = {0: 0, 1: 0, 2: 2, 3: 1}
"""The number of a theme in events by its number in the contract, which counts from another one in another order."""


def camel(name: str) -> str:
    """Return a name of the contract as most events have it."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def policy(settings: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a new policy says."""
    return stated(**_policy(settings))


def policy_change(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, object]:
    """Return what the event of a changed policy says."""
    return _policy({name: value for name, value in after.items() if before.get(name) != value})


def _policy(settings: Mapping[str, Any]) -> dict[str, object]:
    return {
        _SPELLED.get(name, camel(name)): _THEMES[value] if name == "theme_mode" else value
        for name, value in settings.items()
    }
