"""What ZITADEL makes of a person's address, number, language and password: pure functions."""

from __future__ import annotations

import re

_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_PHONE = re.compile(r"\+[\d\s().\-/~]*\d")
_LANGUAGE = re.compile(r"([a-z]{2,3}|[a-z]{5,8})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)

# ITU-T E.164 country codes of one and two digits; all others have three.
_SHORT_CODES = frozenset(
    (
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66"
        " 81 82 84 86 90 91 92 93 94 95 98"
    ).split()
)
_KEEP_ZERO = "39"  # Italy: the leading zero belongs to the number

# The instance's default password policy, in the order of its checks: error id without prefix, message key, pattern wanted.
_PASSWORD_RULES = (
    ("HuJf6", "MinLength", re.compile(r"(?s).{8}")),
    ("co3Xw", "HasLower", re.compile("[a-z]")),
    ("VoaRj", "HasUpper", re.compile("[A-Z]")),
    ("ZBv4H", "HasNumber", re.compile("[0-9]")),
    ("ZDLwA", "HasSymbol", re.compile("[^A-Za-z0-9]")),
)


def is_email(text: str) -> bool:
    """Whether ZITADEL takes the text for an email address."""
    return _EMAIL.fullmatch(text) is not None


def phone_number(text: str) -> str | None:
    """The number in E.164 form (`+41791234567`); None when it is not an international phone number."""
    text = text.strip()
    if not _PHONE.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    size = next((size for size in (1, 2) if digits[:size] in _SHORT_CODES), 3)
    code, rest = digits[:size], digits[size:]
    if code.startswith("0"):
        return None
    if rest.startswith("0") and code != _KEEP_ZERO:
        rest = rest[1:]
    return f"+{code}{rest}" if 2 <= len(rest) <= 17 else None


def language(text: str) -> str:
    """The BCP 47 tag in canonical case, `und` for what is none."""
    found = _LANGUAGE.fullmatch(text.replace("_", "-"))
    if found is None:
        return "und"
    base, script, region = found.groups()
    return "-".join(filter(None, (base.lower(), script and script.title(), region and region.upper())))


def password_problem(password: str) -> tuple[str, str] | None:
    """The id (without prefix) and the message key of the first rule of the policy that the password breaks."""
    for id_, name, wanted in _PASSWORD_RULES:
        if not wanted.search(password):
            return id_, f"Errors.User.PasswordComplexityPolicy.{name}"
    return None
