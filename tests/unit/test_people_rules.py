"""What a person's address, number, language and password are made of."""

from __future__ import annotations

import pytest

from zgrpc.testing import people_rules


@pytest.mark.parametrize("text", ["ann@people.example", "ann+shop@people.example", "o'neill@people"])
def test_addresses(text: str) -> None:
    assert people_rules.is_email(text)


@pytest.mark.parametrize(
    "text", ["ann", "ann@", "@people.example", "ann doe@people.example", "a@b@c", "ann@-x.example"]
)
def test_what_is_no_address(text: str) -> None:
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
def test_numbers(text: str, number: str | None) -> None:
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
def test_languages(text: str, tag: str) -> None:
    assert people_rules.language(text) == tag


def test_a_passwords_length_is_that_of_its_bytes() -> None:
    assert people_rules.password_problem("Pä-1üx") is None


def test_a_good_password_has_no_problem() -> None:
    assert people_rules.password_problem("Secret-Passw0rd") is None
