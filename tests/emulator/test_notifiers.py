"""Providers of emails and text messages, by SMTP, HTTP and Twilio, through Admin."""

from __future__ import annotations

from typing import Any

import pytest
from zitadel import admin_pb2 as ad

SMTP = {
    "sender_address": "id@shop.example",
    "sender_name": "Shop",
    "tls": True,
    "host": "mail.shop.example:587",
    "user": "id",
}
HTTP = {"endpoint": "https://shop.example/send", "description": "relay"}
TWILIO = {"sid": "AC1", "token": "t", "sender_number": "+41791234567", "description": "texts"}
KINDS: dict[str, tuple[str, dict[str, Any], dict[str, Any], str]] = {
    "EmailProviderSMTP": ("EmailProvider", SMTP, {"sender_name": "Store"}, "smtp"),
    "EmailProviderHTTP": ("EmailProvider", HTTP, {"endpoint": "https://shop.example/mail"}, "http"),
    "SMSProviderTwilio": ("SMSProvider", TWILIO, {"sender_number": "+41797654321"}, "twilio"),
    "SMSProviderHTTP": ("SMSProvider", HTTP, {"endpoint": "https://shop.example/text"}, "http"),
}


def _get(wire: Any, group: str, provider_id: str) -> Any:
    return wire.rpc(f"admin.Get{group}{'' if group == 'SMSProvider' else 'ById'}", id=provider_id).config


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_is_added_changed_and_removed(wire: Any, kind: str) -> None:
    group, values, change, field = KINDS[kind]
    added = wire.rpc(f"admin.Add{kind}", getattr(ad, f"Add{kind}Request")(**values))
    values = {name: value for name, value in values.items() if name != "token"}
    shown = getattr(_get(wire, group, added.id), field)
    assert {n: getattr(shown, n) for n in values if hasattr(shown, n)} == {
        n: value for n, value in values.items() if hasattr(shown, n)
    }
    same = wire.rpc(f"admin.Update{kind}", id=added.id, **values)
    assert same.details.sequence == added.details.sequence
    wire.rpc(f"admin.Update{kind}", id=added.id, **{**values, **change})
    shown = getattr(_get(wire, group, added.id), field)
    assert {name: getattr(shown, name) for name in change} == change
    wire.rpc(f"admin.Remove{group}", id=added.id)
    assert not wire.rpc(f"admin.List{group}s").result
    assert wire.rpc_refused(f"admin.Update{kind}", id=added.id, **values)[0] == "NOT_FOUND"


@pytest.mark.parametrize("kind", ["EmailProviderHTTP", "SMSProviderHTTP"])
def test_a_provider_of_http_gets_a_new_key_when_asked(wire: Any, kind: str) -> None:
    group = KINDS[kind][0]
    added = wire.rpc(f"admin.Add{kind}", **HTTP)
    assert added.signing_key
    assert not wire.rpc(f"admin.Update{kind}", id=added.id, **HTTP).signing_key
    key = wire.rpc(f"admin.Update{kind}", id=added.id, expiration_signing_key={"seconds": 0}, **HTTP).signing_key
    assert key not in {"", added.signing_key}
    assert _get(wire, group, added.id).http.signing_key == key


@pytest.mark.parametrize(("kind", "already", "inactive"), [
    ("EmailProviderHTTP", "COMMAND-vUHBSmBzaw", "COMMAND-km8g3"),
    ("SMSProviderHTTP", "COMMAND-B25GFeIvRi", "COMMAND-OSZAEkYvk7"),
])  # fmt: skip
def test_one_provider_of_a_channel_is_active(wire: Any, kind: str, already: str, inactive: str) -> None:
    group = KINDS[kind][0]
    one, two = (wire.rpc(f"admin.Add{kind}", **HTTP).id for _ in range(2))
    wire.rpc(f"admin.Activate{group}", id=one)
    assert wire.rpc_refused(f"admin.Activate{group}", id=one)[1].endswith(f"({already})")
    wire.rpc(f"admin.Activate{group}", id=two)
    assert (_get(wire, group, one).state, _get(wire, group, two).state) == (2, 1)
    wire.rpc(f"admin.Deactivate{group}", id=two)
    assert wire.rpc_refused(f"admin.Deactivate{group}", id=two)[1].endswith(f"({inactive})")


def test_the_older_rpcs_show_the_mail_server_that_is_active(wire: Any) -> None:
    assert wire.rpc_refused("admin.GetSMTPConfig")[1].endswith("(QUERY-fwofw)")
    smtp = wire.rpc("admin.AddSMTPConfig", password="x", **SMTP).id
    wire.rpc("admin.AddEmailProviderHTTP", **HTTP)
    assert [each.id for each in wire.rpc("admin.ListSMTPConfigs").result] == [smtp]
    assert len(wire.rpc("admin.ListEmailProviders").result) == 2
    wire.rpc("admin.ActivateSMTPConfig", id=smtp)
    wire.rpc("admin.UpdateSMTPConfigPassword", id=smtp, password="y")
    assert wire.rpc("admin.GetSMTPConfig").smtp_config.host == SMTP["host"]
    assert wire.rpc("admin.GetEmailProvider").config.smtp.host == SMTP["host"]


def test_a_mail_server_needs_a_port_and_a_test_a_receiver(wire: Any) -> None:
    assert wire.rpc_refused("admin.AddSMTPConfig", **{**SMTP, "host": "mail"})[1].endswith("(INST-9JdRe)")
    smtp = wire.rpc("admin.AddSMTPConfig", **SMTP).id
    wire.rpc("admin.TestSMTPConfigById", id=smtp, receiver_address="a@shop.example")
    assert wire.rpc_refused("admin.TestSMTPConfigById", id="0", receiver_address="a@shop.example")[0] == "NOT_FOUND"
    text = wire.rpc_refused("admin.TestSMTPConfig", receiver_address="a@shop.example", **SMTP)[1]
    assert text.endswith("(SMTP-p9kj)")
