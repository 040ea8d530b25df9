from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgrpc._transport.address import Address, is_loopback, parse_address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://acme.zitadel.cloud", Address("acme.zitadel.cloud", 443, tls=True)),
        ("https://acme.zitadel.cloud/", Address("acme.zitadel.cloud", 443, tls=True)),
        ("HTTPS://Acme.zitadel.cloud:8443", Address("acme.zitadel.cloud", 8443, tls=True)),
        ("acme.zitadel.cloud:443", Address("acme.zitadel.cloud", 443, tls=True)),
        ("acme.zitadel.cloud", Address("acme.zitadel.cloud", 443, tls=True)),
        ("http://localhost:8080", Address("localhost", 8080, tls=False)),
        ("http://127.0.0.1:8080", Address("127.0.0.1", 8080, tls=False)),
        ("http://[::1]:8080", Address("::1", 8080, tls=False)),
        ("localhost:8080", Address("localhost", 8080, tls=True)),
        ("https://bücher.example", Address("xn--bcher-kva.example", 443, tls=True)),
    ],
)
def test_addresses_are_parsed(written: str, meant: Address) -> None:
    assert parse_address(written) == meant


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "is not valid"),
        ("ftp://acme.zitadel.cloud", "is not valid"),
        ("https://", "is not valid"),
        ("https://acme.zitadel.cloud/ui/console", "must end after the port"),
        ("https://acme.zitadel.cloud?x=1", "must end after the port"),
        ("https://acme.zitadel.cloud:99999", "is not valid"),
        ("https://acme.zitadel.cloud:0", "port from 1 to 65535"),
        ("acme zitadel cloud", "is not valid"),
        ("http://acme.zitadel.cloud", "in plaintext to another machine.*insecure=True"),
        ("http://192.0.2.1:8080", "in plaintext to another machine"),
        ("http://localhost.evil.example:8080", "in plaintext to another machine"),
        ("http://evil.example%00.localhost", "is not valid"),
        ("http://evil.example\\.localhost", "is not valid"),
        ("http://evil.example,x.localhost", "is not valid"),
    ],
)
def test_a_bad_address_is_rejected_with_the_right_forms(written: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_address(written)


def test_a_password_in_the_address_is_refused_without_being_shown() -> None:
    with pytest.raises(ValueError, match="credentials=") as caught:
        parse_address("https://me:sesame@acme.zitadel.cloud")
    assert "sesame" not in str(caught.value)


def test_insecure_permits_plaintext_to_another_machine() -> None:
    assert parse_address("http://zitadel.internal:8080", insecure=True).tls is False


def test_insecure_does_not_turn_tls_off() -> None:
    assert parse_address("zitadel.internal:8080", insecure=True).tls is True


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost.", "acme.localhost", "127.1.2.3", "::1"])
def test_loopback_is_recognized_by_name_and_address(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example", "128.0.0.1", "10.0.0.1", "::2", "notlocalhost"])
def test_other_hosts_are_not_loopback(host: str) -> None:
    assert not is_loopback(host)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_a_clear_error(text: str) -> None:
    try:
        address = parse_address(text)
    except ValueError as error:
        assert str(error).startswith("address")
    else:
        assert address.tls
        assert parse_address(address.url) == address
