"""The rules for email addresses, phone numbers, languages and passwords."""

from __future__ import annotations

import pytest

from zgrpc.testing.domain import people_rules
from zgrpc.testing.domain.policies import PASSWORD_COMPLEXITY


@pytest.mark.parametrize("text", ["ann@people.example", "ann+shop@people.example", "o'neill@people"])
def test_email_addresses_are_recognized(text: str) -> None:
    assert people_rules.is_email(text)


@pytest.mark.parametrize(
    "text", ["ann", "ann@", "@people.example", "ann doe@people.example", "a@b@c", "ann@-x.example"]
)
def test_an_invalid_address_is_rejected(text: str) -> None:
    assert not people_rules.is_email(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+41 44 668 18 00", "+41446681800"),
        ("+41 (0)44 668 18 00", "+41446681800"),
        ("+1 (555) 010-9999", "+15550109999"),
        ("+39 06 1234567", "+39061234567"),
        ("+423 232 32 32", "+4232323232"),
        (" +44 20 7946 0000 ", "+442079460000"),
        ("+0 44 668", None),
        ("0446681800", None),
        ("+41 phone", None),
        ("", None),
    ],
)
def test_phone_numbers_are_normalized(text: str, number: str | None) -> None:
    assert people_rules.phone_number(text) == number


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("DE-ch", "de-CH"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("", "und"),
        ("german", "und"),
        ("no language", "und"),
    ],
)
def test_languages_are_normalized(text: str, tag: str) -> None:
    assert people_rules.language(text) == tag


def test_the_length_of_a_password_counts_in_bytes() -> None:
    assert people_rules.password_problem("Pä-1üx", PASSWORD_COMPLEXITY.defaults) is None


def test_a_good_password_has_no_problem() -> None:
    assert people_rules.password_problem("Secret-Passw0rd", PASSWORD_COMPLEXITY.defaults) is None


def test_a_password_meets_what_its_policy_asks_for_and_no_more() -> None:
    policy = {**PASSWORD_COMPLEXITY.defaults, "min_length": 4, "has_symbol": False}
    assert people_rules.password_problem("Abc1", policy) is None
    problem = people_rules.password_problem("abc1", policy)
    assert problem == ("VoaRj", "Errors.User.PasswordComplexityPolicy.HasUpper")
