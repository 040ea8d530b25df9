"""What ZITADEL makes of a person's address, number, language and password: pure functions."""

from __future__ import annotations

import re

_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_PHONE = re.compile(r"\+[\d\s().\-/~]*\d", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)

# ITU-T E.164 country codes of one digit (1, 7) and of two; all others have three.
_TWO_DIGITS = frozenset((
    20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59), *range(60, 67), 81, 82, 84, 86,
    *range(90, 96), 98,
))  # fmt: skip
_ITALY = "39"  # where the leading zero belongs to the number

# The instance's default password policy, in the order of its checks: error id without prefix, key, pattern wanted.
_PASSWORD_RULES = (
    ("HuJf6", "MinLength", re.compile(b"(?s).{8}")),
    ("co3Xw", "HasLower", re.compile(b"[a-z]")),
    ("VoaRj", "HasUpper", re.compile(b"[A-Z]")),
    ("ZBv4H", "HasNumber", re.compile(b"[0-9]")),
    ("ZDLwA", "HasSymbol", re.compile(b"[^A-Za-z0-9]")),
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
    size = 1 if digits[0] in "17" else 2 if int(digits[:2]) in _TWO_DIGITS else 3
    code, rest = digits[:size], digits[size:]
    if code.startswith("0"):
        return None
    if rest.startswith("0") and code != _ITALY:
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
        if not wanted.search(password.encode()):
            return id_, f"Errors.User.PasswordComplexityPolicy.{name}"
    return None
