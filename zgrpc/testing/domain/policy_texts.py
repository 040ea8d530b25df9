"""English texts about policies: those that the real server's language file has (`internal/static/i18n/en.yaml`).

It has none for some keys, such as those of the privacy policy; then the server shows the key, and so does the emulator.
"""

from __future__ import annotations

_KEYS = {
    "Org.LoginPolicy": {"NotFound": "Login Policy not found", "AlreadyExists": "Login Policy already exists"},
    "Org.LabelPolicy": {
        "NotFound": "Private Label Policy not found", "NotChanged": "Private Label Policy has not been changed",
    },
    "Org.NotificationPolicy": {
        "NotFound": "Notification Policy not found", "NotChanged": "Notification Policy not changed",
        "AlreadyExists": "Notification Policy already exists",
    },
    "Org.PasswordAgePolicy": {
        "NotFound": "Password Age Policy not found", "AlreadyExists": "Password Age Policy already exists",
    },
    "Org.PasswordComplexityPolicy": {
        "NotFound": "Password Complexity Policy not found",
        "AlreadyExists": "Password Complexity Policy already exists",
    },
    "IAM.LoginPolicy": {
        "NotFound": "Default Login Policy not found", "NotChanged": "Default Login Policy has not been changed",
        "AlreadyExists": "Default Login Policy already exists",
        "IDP.AlreadyExists": "Identity provider already exists", "IDP.NotExisting": "Identity provider doesn't exist",
    },
    "IAM.LabelPolicy": {
        "NotFound": "Default Private Label Policy not found",
        "NotChanged": "Default Private Label Policy has not been changed",
    },
    "IAM.NotificationPolicy": {
        "NotFound": "Default Notification Policy not found", "NotChanged": "Default Notification Policy not changed",
        "AlreadyExists": "Default Notification Policy already exists",
    },
    "IAM.PasswordAgePolicy": {
        "NotFound": "Default Password Age Policy not found",
        "NotChanged": "Default Password Age Policy has not been changed",
        "AlreadyExists": "Default Password Age Policy already existing",
    },
    "IAM.PasswordComplexityPolicy": {
        "NotFound": "Default Password Complexity Policy not found",
        "NotChanged": "Default Password Complexity Policy has not been changed",
        "AlreadyExists": "Default Password Complexity Policy already existing",
    },
    "IAM.DomainPolicy": {
        "NotFound": "Organization Domain Policy not found",
        "NotChanged": "Organization Domain Policy has not been changed",
        "AlreadyExists": "Organization Domain Policy already exists",
    },
}  # fmt: skip
_OF_BOTH = {
    "LoginPolicy.MFA.AlreadyExists": "Multifactor already exists",
    "LoginPolicy.MFA.NotExisting": "Multifactor not existing",
    "LoginPolicy.MFA.Unspecified": "Multifactor invalid",
    "LoginPolicy.RedirectURIInvalid": "Default Redirect URI is invalid",
}
_COLORS = {
    "PrimaryColor": "Primary color", "BackgroundColor": "Background color", "WarnColor": "Warn color",
    "FontColor": "Font color", "PrimaryColorDark": "Primary color (dark mode)",
    "BackgroundColorDark": "Background color (dark mode)", "WarnColorDark": "Warn color (dark mode)",
    "FontColorDark": "Font color (dark mode)",
}  # fmt: skip
ERRORS = {
    "Errors.User.PasswordComplexityPolicy.MinLengthNotAllowed": "Given minimum length is not allowed",
    **{f"Errors.{kind}.{refusal}": text for kind, texts in _KEYS.items() for refusal, text in texts.items()},
    **{f"Errors.{owner}.{key}": text for owner in ("Org", "IAM") for key, text in _OF_BOTH.items()},
    **{f"Errors.Policy.Label.Invalid.{key}": f"{text} is no valid Hex color value" for key, text in _COLORS.items()},
}

_ORG_TITLES = {
    "login": "Login Policy", "label": "Label Policy", "lockout": "Lockout policy", "privacy": "Privacy policy and TOS",
    "notification": "Notification policy", "password.age": "Password age policy",
    "password.complexity": "Password complexity policy", "domain": "Domain policy",
}  # fmt: skip
_INSTANCE_TITLES = {
    "login": "Login policy", "label": "Label policy", "lockout": "Lockout policy", "privacy": "Privacy policy",
    "password.age": "Password age policy", "password.complexity": "Password complexity policy",
    "domain": "Domain policy",
}  # fmt: skip
_LOGIN_PARTS = {"secondfactor": "Second factor", "multifactor": "Multi-factor", "idpprovider": "Identity Provider"}
_ASSETS = {"logo": "Logo", "icon": "Icon", "font": "Font"}
_VERBS = {"added": "added to", "removed": "removed from"}
EVENTS = {
    **{
        f"org.policy.{kind}.{verb}": f"{title} {verb}"
        for kind, title in _ORG_TITLES.items()
        for verb in ("added", "changed", "removed")
    },
    **{
        f"instance.policy.{kind}.{verb}": f"{title} {verb}"
        for kind, title in _INSTANCE_TITLES.items()
        for verb in ("added", "changed")
    },
    "org.policy.label.activated": "Label Policy activated",
    "instance.policy.label.activated": "Label policy activated",
    "instance.policy.password.complexity.changed": "Password complexity policy removed",  # the server's own mistake
    **{
        f"org.policy.login.{part}.{verb}": f"{title} {words} Login Policy"
        for part, title in _LOGIN_PARTS.items()
        for verb, words in _VERBS.items()
    },
    **{
        f"instance.policy.login.{part}.{verb}": f"{title.replace('-', '')} {words} login policy"
        for part, title in _LOGIN_PARTS.items()
        for verb, words in _VERBS.items()
    },
    **{f"org.policy.label.{asset}.removed": f"{title} removed from Label Policy" for asset, title in _ASSETS.items()},
    **{
        f"org.policy.label.{asset}.dark.removed": f"{_ASSETS[asset]} (dark mode) removed from Label Policy"
        for asset in ("logo", "icon")
    },
    **{
        f"instance.policy.label.{asset}.removed": f"{text} removed from label policy" for asset, text in _ASSETS.items()
    },
    **{
        f"instance.policy.label.{asset}.dark.removed": f"{_ASSETS[asset]} removed from dark label policy"
        for asset in ("logo", "icon")
    },
}
