"""What ZITADEL makes of a person's address, number, language and password: pure functions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\\-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_PHONE = re.compile(r"\+[\d\s().\-/~]*\d", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
# The two-letter codes of ISO 639-1, and those that others have replaced.
_LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_REPLACED = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro"}
_GENDERS = 3  # how many there are besides the unspecified one

# ITU-T E.164 country codes of one digit (1, 7) and of two; all others have three.
_TWO_DIGITS = frozenset((
    20, 27, *range(30, 35), 36, 39, 40, 41, *range(43, 50), *range(51, 59), *range(60, 67), 81, 82, 84, 86,
    *range(90, 96), 98,
))  # fmt: skip
_ITALY = "39"  # where the leading zero belongs to the number

# What a password policy may ask for, in the order of its checks: the setting, error id without prefix, key, pattern.
_PASSWORD_RULES = (
    ("has_lowercase", "co3Xw", "HasLower", re.compile(b"[a-z]")),
    ("has_uppercase", "VoaRj", "HasUpper", re.compile(b"[A-Z]")),
    ("has_number", "ZBv4H", "HasNumber", re.compile(b"[0-9]")),
    ("has_symbol", "ZDLwA", "HasSymbol", re.compile(b"[^A-Za-z0-9]")),
)


def is_email(text: str) -> bool:
    """Return whether ZITADEL takes the text for an email address."""
    return _EMAIL.fullmatch(text) is not None


def phone_number(text: str) -> str | None:
    """Return the number in E.164 form (`+41791234567`); None if it is not an international phone number."""
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
    """Return the BCP 47 tag in canonical case, `und` for what is none."""
    found = _LANGUAGE.fullmatch(text.replace("_", "-"))
    if found is None:
        return "und"
    base, script, region = found.groups()
    base = _REPLACED.get(base.lower(), base.lower())
    if len(base) == 2 and f" {base} " not in _LANGUAGES:
        base = "und"
    return "-".join(filter(None, (base, script and script.title(), region and region.upper())))


def gender(number: int) -> int:
    """Return the number of a gender, 0 (unspecified) for what is none."""
    return number if 0 < number <= _GENDERS else 0


def password_problem(password: str, policy: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the id (without prefix) and the message key of the first rule of a policy that the password breaks.

    Args:
        password: the password; its length counts in bytes of UTF-8.
        policy: the settings of a password complexity policy.
    """
    encoded = password.encode()
    if len(encoded) < policy["min_length"]:
        return "HuJf6", "Errors.User.PasswordComplexityPolicy.MinLength"
    for setting, id_, name, wanted in _PASSWORD_RULES:
        if policy[setting] and not wanted.search(encoded):
            return id_, f"Errors.User.PasswordComplexityPolicy.{name}"
    return None
