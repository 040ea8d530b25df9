"""Policies: settings of one kind, which the instance has by default and an organization may replace.

All kinds share one table and the same commands; what differs is data (`KINDS`). The instance's defaults are rows whose
owner is the instance, so that the defaults and the settings of v2 are served from here as well.
"""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from zgrpc.testing.domain import payloads, people_rules
from zgrpc.testing.errors import Err
from zgrpc.testing.store import CHANGE, Schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Event, Store

    Settings = Mapping[str, Any]

SCHEMA = Schema(
    "policies",
    (
        f"""
CREATE TABLE policies (
  kind TEXT NOT NULL, owner TEXT NOT NULL, settings TEXT NOT NULL, {CHANGE}, PRIMARY KEY (kind, owner)) WITHOUT ROWID;
""",
    ),
)

_HOUR = 3_600_000_000_000
"""Nanoseconds, which is the unit of every duration among the settings."""
_COLOR = re.compile(r"(#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3}))?")
_COLORS = {
    "primary_color": ("POLICY-391dG", "PrimaryColor"),
    "background_color": ("POLICY-502F1", "BackgroundColor"),
    "warn_color": ("POLICY-nvw33", "WarnColor"),
    "font_color": ("POLICY-93mSf", "FontColor"),
    "primary_color_dark": ("POLICY-391dG", "PrimaryColorDark"),
    "background_color_dark": ("POLICY-llsp2", "BackgroundColorDark"),
    "warn_color_dark": ("POLICY-2b6sf", "WarnColorDark"),
    "font_color_dark": ("POLICY-3M0fs", "FontColorDark"),
}
_LONGEST_MINIMUM = 72  # bytes, the most that bcrypt takes


@dataclasses.dataclass(frozen=True)
class Kind:
    """What distinguishes one kind of policy from the others."""

    name: str
    event: str
    """The middle of its event types: ``org.policy.EVENT.added``."""
    key: str
    """The middle of its message keys: ``Errors.Org.KEY.NotFound``."""
    exists: str
    """The error id of adding one where there is one; the ids below are those of the other refusals."""
    missing: str
    unchanged: str
    reset_missing: str
    instance_unchanged: str
    """The error id of a change of the instance's policy that changes nothing."""
    defaults: Settings
    """The settings of a new instance; also the names and the types of all that can be set."""
    check: Callable[[Settings, bool], None] | None = None
    """Refuses settings; the second argument is whether the policy is new."""


_SPELLED_ODDLY = {"LockoutPolicy.AlreadyExists": "ORG"}
"""Where the real server's keys do not begin with ``Errors.Org``."""


class Policy(NamedTuple):
    """The settings that hold for an organization."""

    settings: dict[str, Any]
    is_default: bool
    row: sqlite3.Row
    """The row that they come from; its owner is the organization, or the instance."""


def _check_login(settings: Settings, new: bool) -> None:
    uri = settings["default_redirect_uri"]
    if uri and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", uri):
        raise Err("INVALID_ARGUMENT", "Org-WSfdq" if new else "Org-Sfd21", "Errors.Org.LoginPolicy.RedirectURIInvalid")


def _check_label(settings: Settings, new: bool) -> None:  # noqa: ARG001  (one form for all kinds)
    for name, (error_id, key) in _COLORS.items():
        if not _COLOR.fullmatch(settings[name]):
            raise Err("INVALID_ARGUMENT", error_id, f"Errors.Policy.Label.Invalid.{key}")


def _check_complexity(settings: Settings, new: bool) -> None:  # noqa: ARG001  (one form for all kinds)
    if not 0 < settings["min_length"] <= _LONGEST_MINIMUM:
        raise Err("INVALID_ARGUMENT", "MODEL-Lsp0e", "Errors.User.PasswordComplexityPolicy.MinLengthNotAllowed")


def _check_privacy(settings: Settings, new: bool) -> None:  # noqa: ARG001  (one form for all kinds)
    email = settings["support_email"].strip()
    if email and not people_rules.is_email(email):
        raise Err("INVALID_ARGUMENT", "EMAIL-599BI", "Errors.User.Email.Invalid")


LOGIN = Kind(
    "login", "login", "LoginPolicy", "Org-Dgfb2", "Org-M0sif", "Org-5M9vdd", "Org-GHB37",
    "INSTANCE-5M9vdd",
    {
        "allow_username_password": True, "allow_register": True, "allow_external_idp": True, "force_mfa": False,
        "force_mfa_local_only": False, "passwordless_type": 1, "hide_password_reset": False,
        "ignore_unknown_usernames": False, "allow_domain_discovery": True, "default_redirect_uri": "",
        "password_check_lifetime": 240 * _HOUR, "external_login_check_lifetime": 240 * _HOUR,
        "mfa_init_skip_lifetime": 720 * _HOUR, "second_factor_check_lifetime": 18 * _HOUR,
        "multi_factor_check_lifetime": 12 * _HOUR, "disable_login_with_email": False,
        "disable_login_with_phone": False,
    },
    _check_login,
)  # fmt: skip
LABEL = Kind(
    "label", "label", "LabelPolicy", "Org-2B0ps", "Org-0K9dq", "Org-4M9vs", "Org-3M9df",
    "INSTANCE-28fHe",
    {
        "primary_color": "#5469d4", "hide_login_name_suffix": False, "warn_color": "#cd3d56",
        "background_color": "#fafafa", "font_color": "#000000", "primary_color_dark": "#2073c4",
        "background_color_dark": "#111827", "warn_color_dark": "#ff3b5b", "font_color_dark": "#ffffff",
        "disable_watermark": False, "theme_mode": 1,
    },
    _check_label,
)  # fmt: skip
"""The label policy as it is edited; see `ACTIVE_LABEL`."""
ACTIVE_LABEL = dataclasses.replace(LABEL, name="label.active")
"""The label policy as `activate_label` last published it."""
LOCKOUT = Kind(
    "lockout", "lockout", "LockoutPolicy", "ORG-0olDf", "ORG-ADfs1", "ORG-0JFSr", "ORG-D4zuz",
    "INSTANCE-0psjF",
    {"max_password_attempts": 0, "max_otp_attempts": 0},
)  # fmt: skip
PRIVACY = Kind(
    "privacy", "privacy", "PrivacyPolicy", "Org-0oLpd", "ORG-Ng8sf", "Org-4N9fs", "ORG-Ze9gs",
    "INSTANCE-9jJfs",
    {
        "tos_link": "", "privacy_link": "", "help_link": "", "support_email": "",
        "docs_link": "https://zitadel.com/docs", "custom_link": "", "custom_link_text": "",
    },
    _check_privacy,
)  # fmt: skip
NOTIFICATION = Kind(
    "notification", "notification", "NotificationPolicy", "Org-xa08n2", "ORG-x029n3", "Org-ioqnxz", "ORG-x029n1s",
    "INSTANCE-29x02n",
    {"password_change": True},
)  # fmt: skip
PASSWORD_AGE = Kind(
    "password_age", "password.age", "PasswordAgePolicy", "ORG-Lk0dS", "ORG-0oPew", "Org-dsgjR", "ORG-Dgs1g",
    "INSTANCE-180sf",
    {"max_age_days": 0, "expire_warn_days": 0},
)  # fmt: skip
PASSWORD_COMPLEXITY = Kind(
    "password_complexity", "password.complexity", "PasswordComplexityPolicy",
    "Org-LdhbS", "ORG-Dgs3g", "Org-DAs21", "ORG-ADgs2", "INSTANCE-9jlsf",
    {"min_length": 8, "has_uppercase": True, "has_lowercase": True, "has_number": True, "has_symbol": True},
    _check_complexity,
)  # fmt: skip
DOMAIN = Kind(
    "domain", "domain", "DomainPolicy", "ORG-1M8ds", "ORG-2N9sd", "ORG-3M9ds", "ORG-Dvsh3",
    "INSTANCE-pl9fN",
    {
        "user_login_must_be_domain": False, "validate_org_domains": False,
        "smtp_sender_address_matches_instance_domain": False,
    },
)  # fmt: skip

KINDS = (
    LOGIN, LABEL, ACTIVE_LABEL, LOCKOUT, PRIVACY, NOTIFICATION, PASSWORD_AGE, PASSWORD_COMPLEXITY, DOMAIN
)  # fmt: skip
"""Every kind of policy."""

LABEL_ASSETS = {
    "logo": ("logo", "ORG-4MVsf"),
    "icon": ("icon", "ORG-1nd9f"),
    "logo_dark": ("logo.dark", "ORG-0peQw"),
    "icon_dark": ("icon.dark", "ORG-3NFos"),
    "font": ("font", "ORG-4n9SD"),
}
"""The images of a label policy: the middle of their event types, and the error id without a policy."""


# -- queries ---------------------------------------------------------------------------------------
def own(store: Store, kind: Kind, owner: str) -> sqlite3.Row | None:
    """Return the row of an organization's or the instance's own policy, if there is one."""
    return store.one("SELECT * FROM policies WHERE kind = ? AND owner = ?", kind.name, owner)


def default(store: Store, kind: Kind) -> Policy:
    """Return the instance's policy.

    Raises:
        Err: NOT_FOUND; only a file that was tampered with has none.
    """
    row = own(store, kind, store.fact("instance_id"))
    if row is None:
        raise Err("NOT_FOUND", "QUERY-QsUBJ", f"Errors.{kind.key}.NotFound")
    return _policy(kind, row, is_default=True)


def effective(store: Store, kind: Kind, org_id: str) -> Policy:
    """Return the policy that holds for an organization: its own, else the instance's."""
    row = own(store, kind, org_id)
    if row is None or org_id == store.fact("instance_id"):
        return default(store, kind)
    return _policy(kind, row, is_default=False)


def _policy(kind: Kind, row: sqlite3.Row, *, is_default: bool) -> Policy:
    # A file that an older version wrote lacks the settings that came later.
    return Policy({**kind.defaults, **json.loads(row["settings"])}, is_default, row)


# -- commands --------------------------------------------------------------------------------------
def add(ctx: Context, kind: Kind, owner: str, settings: Settings) -> Event:
    """Give an organization a policy of its own.

    Raises:
        Err: INVALID_ARGUMENT for settings that are not allowed, ALREADY_EXISTS.
    """
    if kind.check is not None:
        kind.check(settings, True)
    if own(ctx.store, kind, owner) is not None:
        raise refusal(ctx, owner, "ALREADY_EXISTS", kind.exists, f"{kind.key}.AlreadyExists")
    settings = {**kind.defaults, **settings}
    event = push(ctx, owner, f"{kind.event}.added", payloads.policy(settings))
    ctx.add("policies", event, kind=kind.name, owner=owner, settings=json.dumps(settings))
    return event


def update(ctx: Context, kind: Kind, owner: str, settings: Settings) -> Event:
    """Set all settings of an organization's policy.

    Raises:
        Err: INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION if nothing changes.
    """
    if kind.check is not None:
        kind.check(settings, False)
    row = _existing(ctx, kind, owner, kind.missing)
    before = _policy(kind, row, is_default=False).settings
    after = {**before, **settings}
    if after == before:
        error_id = kind.instance_unchanged if is_instance(ctx, owner) else kind.unchanged
        raise refusal(ctx, owner, "FAILED_PRECONDITION", error_id, f"{kind.key}.NotChanged")
    event = push(ctx, owner, f"{kind.event}.changed", payloads.policy_change(before, after))
    ctx.change("policies", event, {"kind": kind.name, "owner": owner}, settings=json.dumps(after))
    return event


def reset(ctx: Context, kind: Kind, owner: str) -> Event:
    """Remove an organization's policy, so that the instance's holds again.

    Raises:
        Err: NOT_FOUND.
    """
    _existing(ctx, kind, owner, kind.reset_missing)
    ctx.store.run(
        "DELETE FROM policies WHERE owner = ? AND (kind = ? OR kind = ?)", owner, kind.name, f"{kind.name}.active"
    )
    return push(ctx, owner, f"{kind.event}.removed")


def activate_label(ctx: Context, owner: str) -> Event:
    """Publish the label policy as it was edited.

    Raises:
        Err: NOT_FOUND.
    """
    row = _existing(ctx, LABEL, owner, "ORG-34mSE")
    event = push(ctx, owner, "label.activated")
    key = {"kind": ACTIVE_LABEL.name, "owner": owner}
    if not ctx.change("policies", event, key, settings=row["settings"]):
        ctx.add("policies", event, **key, settings=row["settings"])
    return event


def remove_label_asset(ctx: Context, owner: str, asset: str) -> Event:
    """Remove an image or the font of a label policy; that none was uploaded does not matter.

    Raises:
        Err: NOT_FOUND without a label policy.
    """
    event_type, missing = LABEL_ASSETS[asset]
    _existing(ctx, LABEL, owner, missing)
    event = push(ctx, owner, f"label.{event_type}.removed")
    ctx.change("policies", event, {"kind": LABEL.name, "owner": owner}, owner=owner)
    return event


def push(ctx: Context, owner: str, what: str, data: Mapping[str, object] | None = None) -> Event:
    """Append an event of a policy to the log of the organization or of the instance."""
    aggregate = "instance" if is_instance(ctx, owner) else "org"
    return ctx.push(aggregate, owner, f"{aggregate}.policy.{what}", owner=owner, data=data)


def is_instance(ctx: Context, owner: str) -> bool:
    """Return whether the owner of settings is the instance, and not an organization."""
    return owner == ctx.store.fact("instance_id")


def refusal(ctx: Context, owner: str, code: str, error_id: str, key: str) -> Err:
    """Return a refusal, which for the instance's settings has an id and a key of its own.

    Args:
        ctx: the call.
        owner: the organization or the instance.
        code: gRPC's name of the status.
        error_id: the id for an organization; the instance's commands have the same one, with another prefix.
        key: the message key from the kind of settings on.
    """
    if is_instance(ctx, owner):
        return Err(code, f"INSTANCE-{error_id.partition('-')[2]}", f"Errors.IAM.{key}")
    return Err(code, error_id, f"Errors.{_SPELLED_ODDLY.get(key, 'Org')}.{key}")


def add_defaults(store: Store) -> None:
    """Give the instance the policies that it lacks: all of them for a new one."""
    instance, editor = store.fact("instance_id"), store.fact("owner_id")
    for kind in KINDS:
        if own(store, kind, instance) is None:
            what = "activated" if kind is ACTIVE_LABEL else "added"
            event = store.push(
                "instance", instance, f"instance.policy.{kind.event}.{what}", owner=instance, editor=editor,
                data=None if kind is ACTIVE_LABEL else payloads.policy(kind.defaults),
            )  # fmt: skip
            store.insert(
                "policies", kind=kind.name, owner=instance, settings=json.dumps(kind.defaults),
                created=event.created, changed=event.created, sequence=event.sequence,
            )  # fmt: skip


def check_password(store: Store, org_id: str, password: str, area: str) -> None:
    """Refuse a password that breaks the complexity policy of an organization.

    Args:
        store: the policies.
        org_id: the organization of the user.
        password: the password.
        area: the first part of the error's id, which differs from command to command.

    Raises:
        Err: INVALID_ARGUMENT.
    """
    wanted = effective(store, PASSWORD_COMPLEXITY, org_id).settings
    problem = people_rules.password_problem(password, wanted)
    if problem is not None:
        raise Err("INVALID_ARGUMENT", f"{area}-{problem[0]}", problem[1])


def _existing(ctx: Context, kind: Kind, owner: str, error_id: str) -> sqlite3.Row:
    row = own(ctx.store, kind, owner)
    if row is None:
        raise refusal(ctx, owner, "NOT_FOUND", error_id, f"{kind.key}.NotFound")
    return row
