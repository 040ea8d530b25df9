"""Providers that send emails and text messages: Admin's RPCs for email, for SMS, and the older ones for SMTP alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zitadel import admin_pb2 as ad
from zitadel import settings_pb2

from zgrpc.testing.domain import notifiers
from zgrpc.testing.domain.lists import Filters
from zgrpc.testing.domain.notifiers import EMAIL, SMS, Channel
from zgrpc.testing.messages import fill, plain, response_of
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, details, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.shared import changed_or_not, instance

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context


def _smtp_config(ctx: Context, row: sqlite3.Row) -> settings_pb2.SMTPConfig:
    message = settings_pb2.SMTPConfig()
    fill(message, _shown(row))
    message.details.CopyFrom(details(row, instance(ctx)))
    return message


def _email(ctx: Context, row: sqlite3.Row) -> settings_pb2.EmailProvider:
    message = settings_pb2.EmailProvider()
    _fill(ctx, row, message)
    return message


def _sms(ctx: Context, row: sqlite3.Row) -> settings_pb2.SMSProvider:
    message = settings_pb2.SMSProvider()
    _fill(ctx, row, message)
    return message


def _fill(ctx: Context, row: sqlite3.Row, message: settings_pb2.EmailProvider | settings_pb2.SMSProvider) -> None:
    shown = _shown(row)
    fill(message, {**shown, row["kind"]: shown})
    message.details.CopyFrom(details(row, instance(ctx)))


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    columns = {name: row[name] for name in ("id", "state", "description", "signing_key")}
    return {**json.loads(row["settings"]), **columns}


def _add(name: str, channel: Channel, kind: str) -> None:
    response = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        notifier_id, key, event = notifiers.add(ctx, channel, kind, plain(request))
        return response(details=added(event), id=notifier_id, **({"signing_key": key} if key else {}))


def _update(name: str, channel: Channel, kind: str) -> None:
    response = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        values = plain(request, leave_out=("id", "expiration_signing_key"))
        new_key = kind == "http" and request.HasField("expiration_signing_key")
        done, key = notifiers.update(ctx, channel, kind, request.id, values, new_key=new_key)
        answer = {"signing_key": key} if key else {}
        return response(details=changed_or_not(done, instance(ctx)), **answer)


def _command(name: str, channel: Channel, command: Callable[[Context, Channel, str], Any]) -> None:
    response = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return response(details=changed(command(ctx, channel, request.id)))


def _read(name: str, field: str, channel: Channel, show: Callable[[Context, sqlite3.Row], Message]) -> None:
    response = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        fields = request.DESCRIPTOR.fields_by_name
        row = notifiers.get(ctx, channel, request.id if "id" in fields else None)
        return response(**{field: show(ctx, row)})


def _list(name: str, channel: Channel, show: Callable[[Context, sqlite3.Row], Message], kind: str = "") -> None:
    response = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        filters = Filters().equals("kind", kind) if kind else Filters()
        found = notifiers.search(ctx, channel, filters, page(request.query))
        return response(details=list_details(ctx, found.total), result=[show(ctx, row) for row in found.rows])


for _name, _channel, _kind in (
    ("SMTPConfig", EMAIL, "smtp"),
    ("EmailProviderSMTP", EMAIL, "smtp"),
    ("EmailProviderHTTP", EMAIL, "http"),
    ("SMSProviderTwilio", SMS, "twilio"),
    ("SMSProviderHTTP", SMS, "http"),
):
    _add(f"admin.Add{_name}", _channel, _kind)
    _update(f"admin.Update{_name}", _channel, _kind)
for _name, _channel in (("SMTPConfig", EMAIL), ("EmailProvider", EMAIL), ("SMSProvider", SMS)):
    _command(f"admin.Activate{_name}", _channel, notifiers.activate)
    _command(f"admin.Deactivate{_name}", _channel, notifiers.deactivate)
    _command(f"admin.Remove{_name}", _channel, notifiers.remove)
_command("admin.UpdateSMTPConfigPassword", EMAIL, notifiers.change_secret)
_command("admin.UpdateEmailProviderSMTPPassword", EMAIL, notifiers.change_secret)
_command("admin.UpdateSMSProviderTwilioToken", SMS, notifiers.change_secret)
_read("admin.GetSMTPConfig", "smtp_config", EMAIL, _smtp_config)
_read("admin.GetSMTPConfigById", "smtp_config", EMAIL, _smtp_config)
_read("admin.GetEmailProvider", "config", EMAIL, _email)
_read("admin.GetEmailProviderById", "config", EMAIL, _email)
_read("admin.GetSMSProvider", "config", SMS, _sms)
_list("admin.ListSMTPConfigs", EMAIL, _smtp_config, "smtp")
_list("admin.ListEmailProviders", EMAIL, _email)
_list("admin.ListSMSProviders", SMS, _sms)


@rpc("admin.TestSMTPConfigById")
def test_smtp_config_by_id(ctx: Context, request: ad.TestSMTPConfigByIdRequest) -> ad.TestSMTPConfigByIdResponse:
    """Check that there is a mail server to test; nothing is sent."""
    notifiers.check_test(ctx, request.receiver_address, request.id, password=False)
    return ad.TestSMTPConfigByIdResponse()


@rpc("admin.TestSMTPConfig")
def test_smtp_config(ctx: Context, request: ad.TestSMTPConfigRequest) -> ad.TestSMTPConfigResponse:
    """Check what a test needs; nothing is sent."""
    notifiers.check_test(ctx, request.receiver_address, request.id, password=bool(request.password))
    return ad.TestSMTPConfigResponse()


@rpc("admin.TestEmailProviderSMTPById")
def test_email_provider_smtp_by_id(
    ctx: Context, request: ad.TestEmailProviderSMTPByIdRequest
) -> ad.TestEmailProviderSMTPByIdResponse:
    """Check that there is a mail server to test; nothing is sent."""
    notifiers.check_test(ctx, request.receiver_address, request.id, password=False)
    return ad.TestEmailProviderSMTPByIdResponse()


@rpc("admin.TestEmailProviderSMTP")
def test_email_provider_smtp(
    ctx: Context, request: ad.TestEmailProviderSMTPRequest
) -> ad.TestEmailProviderSMTPResponse:
    """Check what a test needs; nothing is sent."""
    password = bool(request.password or request.plain.password) or request.WhichOneof("Auth") in {"none", "xoauth2"}
    notifiers.check_test(ctx, request.receiver_address, request.id, password=password)
    return ad.TestEmailProviderSMTPResponse()
