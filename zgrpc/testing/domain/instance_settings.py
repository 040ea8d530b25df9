"""Settings that the instance alone has: lifetimes of tokens, security, secret generators, features.

They lie in the table of the policies, each as a kind of its own that the instance owns.
"""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event, Store

_HOUR = 3_600_000_000_000
"""Nanoseconds, which is the unit of every duration among the settings."""

ERRORS = {
    "Errors.OIDCSettings.AlreadyExists": "OIDC configuration already exists",
    "Errors.OIDCSettings.NotFound": "OIDC Configuration not found",
}


@dataclasses.dataclass(frozen=True)
class Setting:
    """One group of settings."""

    name: str
    event: str
    """The type of its event."""
    defaults: Mapping[str, Any]


class Found(NamedTuple):
    """Settings as they hold."""

    values: dict[str, Any]
    row: sqlite3.Row | None
    """Where they were set; None while they are the defaults."""


def _generator(name: str, length: int, hours: float, *, letters: bool = True, lower: bool = False) -> Setting:
    defaults = {
        "length": length, "expiry": int(hours * _HOUR), "include_lower_letters": lower,
        "include_upper_letters": letters, "include_digits": True, "include_symbols": False,
    }  # fmt: skip
    return Setting(f"secret_generator.{name}", "instance.secret.generator.changed", defaults)


OIDC = Setting(
    "oidc", "instance.oidc.settings.changed",
    {
        "access_token_lifetime": 12 * _HOUR, "id_token_lifetime": 12 * _HOUR,
        "refresh_token_idle_expiration": 720 * _HOUR, "refresh_token_expiration": 2160 * _HOUR,
    },
)  # fmt: skip
SECURITY = Setting(
    "security", "instance.policy.security.set",
    {"enable_iframe_embedding": False, "allowed_origins": [], "enable_impersonation": False},
)  # fmt: skip
FEATURES = Setting("features", "feature.instance.set", {})
"""The features that were set; those that were not are absent."""
SYSTEM_FEATURES = Setting("features.system", "feature.system.set", {})
"""The features of the system, which hold where the instance sets none."""
GENERATORS = {
    1: _generator("init_code", 6, 72),
    2: _generator("verify_email_code", 6, 1),
    3: _generator("verify_phone_code", 6, 1),
    4: _generator("password_reset_code", 6, 1),
    5: _generator("passwordless_init_code", 12, 1, lower=True),
    6: _generator("app_secret", 64, 0, lower=True),
    7: _generator("otp_sms", 8, 1 / 12, letters=False),
    8: _generator("otp_email", 8, 1 / 12, letters=False),
}
"""The secret generators by the number of their type."""


def read(store: Store, setting: Setting) -> Found:
    """Return settings as they hold."""
    row = store.one("SELECT * FROM policies WHERE kind = ? AND owner = ?", setting.name, store.fact("instance_id"))
    return Found({**setting.defaults, **(json.loads(row["settings"]) if row is not None else {})}, row)


def write(ctx: Context, setting: Setting, values: Mapping[str, Any]) -> Event | sqlite3.Row | None:
    """Set settings; those that are left out stay. Returns the row, or None, if nothing changes."""
    found = read(ctx.store, setting)
    after = {**found.values, **values}
    if after == found.values:
        return found.row
    return _keep(ctx, setting, found, after)


def change(ctx: Context, setting: Setting, values: Mapping[str, Any], unchanged: str) -> Event:
    """Write settings as `write` does, but refuse to change nothing, with the error id `unchanged`.

    Raises:
        Err: FAILED_PRECONDITION.
    """
    found = read(ctx.store, setting)
    after = {**found.values, **values}
    if after == found.values:
        raise Err("FAILED_PRECONDITION", unchanged, "Errors.NoChangesFound")
    return _keep(ctx, setting, found, after)


def reset(ctx: Context, setting: Setting, event_type: str) -> Event | None:
    """Remove settings, so that the defaults hold; returns None if they do already."""
    instance = ctx.store.fact("instance_id")
    if not ctx.store.run("DELETE FROM policies WHERE kind = ? AND owner = ?", setting.name, instance):
        return None
    return ctx.push(event_type.partition(".")[0], instance, event_type, owner=instance)


def check_durations(values: Mapping[str, int], error_id: str) -> None:
    """Refuse a duration that is not above zero.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    if any(value <= 0 for value in values.values()):
        raise Err("INVALID_ARGUMENT", error_id, "Errors.Invalid.Duration")


def _keep(ctx: Context, setting: Setting, found: Found, after: Mapping[str, Any]) -> Event:
    instance = ctx.store.fact("instance_id")
    event = ctx.push(setting.event.partition(".")[0], instance, setting.event, owner=instance)
    key = {"kind": setting.name, "owner": instance}
    if found.row is None:
        ctx.add("policies", event, **key, settings=json.dumps(dict(after)))
    else:
        ctx.change("policies", event, key, settings=json.dumps(dict(after)))
    return event
