"""Limits and quotas of the instance: kept, and not applied. Nothing but the events shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from zgrpc.testing.domain import instance_settings
from zgrpc.testing.domain.instance_settings import Setting
from zgrpc.testing.errors import Err

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event

ERRORS = {
    "Errors.Limits.NoneSpecified": "No limits specified",
    "Errors.Limits.NotFound": "Limits not found",
    "Errors.Quota.AlreadyExists": "Quota already exists for this unit",
    "Errors.Quota.Invalid.CallURL": "Quota call URL is invalid",
    "Errors.Quota.Invalid.Percent": "Quota percent is lower than 1",
    "Errors.Quota.Invalid.ResetInterval": "Quota reset interval is shorter than a minute",
    "Errors.Quota.NotFound": "Quota not found for this unit",
}

_LIMITS = Setting("limits", "limits.set", {})
_MINUTE = 60_000_000_000


def set_limits(ctx: Context, values: Mapping[str, Any]) -> Event | sqlite3.Row | None:
    """Set limits; those that are left out stay.

    Raises:
        Err: INVALID_ARGUMENT for none.
    """
    if not values:
        raise Err("INVALID_ARGUMENT", "COMMAND-4M9vs", "Errors.Limits.NoneSpecified")
    return instance_settings.write(ctx, _LIMITS, values)


def reset_limits(ctx: Context) -> Event:
    """Remove the limits.

    Raises:
        Err: NOT_FOUND.
    """
    event = instance_settings.reset(ctx, _LIMITS, "limits.reset")
    if event is None:
        raise Err("NOT_FOUND", "COMMAND-9JToT", "Errors.Limits.NotFound")
    return event


def set_quota(ctx: Context, unit: int, values: Mapping[str, Any], *, new: bool = False) -> Event | sqlite3.Row | None:
    """Set the quota of a unit.

    Raises:
        Err: ALREADY_EXISTS if it must be new and is not; INVALID_ARGUMENT for a notification or an interval.
    """
    quota = _quota(unit)
    if new and instance_settings.read(ctx.store, quota).row is not None:
        raise Err("ALREADY_EXISTS", "COMMAND-WDfFf", "Errors.Quota.AlreadyExists")
    for notification in values["notifications"]:
        try:
            url = urlsplit(notification["call_url"])
        except ValueError:
            raise Err("INVALID_ARGUMENT", "QUOTA-bZ0Fj", "Errors.Quota.Invalid.CallURL") from None
        if not url.scheme or not url.netloc:
            raise Err("INVALID_ARGUMENT", "QUOTA-HAYmN", "Errors.Quota.Invalid.CallURL")
        if notification["percent"] < 1:
            raise Err("INVALID_ARGUMENT", "QUOTA-pBfjq", "Errors.Quota.Invalid.Percent")
    if values["reset_interval"] < _MINUTE:
        raise Err("INVALID_ARGUMENT", "QUOTA-R5otd", "Errors.Quota.Invalid.ResetInterval")
    return instance_settings.write(ctx, quota, values)


def remove_quota(ctx: Context, unit: int) -> Event:
    """Remove the quota of a unit.

    Raises:
        Err: NOT_FOUND.
    """
    event = instance_settings.reset(ctx, _quota(unit), "quota.removed")
    if event is None:
        raise Err("NOT_FOUND", "COMMAND-WDfFf", "Errors.Quota.NotFound")
    return event


def _quota(unit: int) -> Setting:
    return Setting(f"quota.{unit}", "quota.set", {})
