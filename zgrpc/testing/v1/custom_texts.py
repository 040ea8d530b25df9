"""The texts of messages and of the login."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from zitadel import object_pb2, text_pb2

from zgrpc.testing.domain import custom_texts as domain
from zgrpc.testing.messages import response_of
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed, details
from zgrpc.testing.v1.shared import instance, organization, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.v1.shared import Owner

    Build = Callable[[Context, domain.Texts], Message]
    Find = Callable[[Context, str, str], domain.Texts]

# The message templates by the part of the RPCs' names that differs, and the end of the name of the one that sets.
NAMES = {
    "Init": ("InitCode", "MessageText"),
    "PasswordReset": ("PasswordReset", "MessageText"),
    "VerifyEmail": ("VerifyEmail", "MessageText"),
    "VerifyPhone": ("VerifyPhone", "MessageText"),
    "VerifySMSOTP": ("VerifySMSOTP", "MessageText"),
    "VerifyEmailOTP": ("VerifyEmailOTP", "MessageText"),
    "DomainClaimed": ("DomainClaimed", "MessageCustomText"),
    "PasswordlessRegistration": ("PasswordlessRegistration", "MessageCustomText"),
    "PasswordChange": ("PasswordChange", "MessageCustomText"),
    "InviteUser": ("InviteUser", "MessageCustomText"),
}
_NO_TEXTS = ("language", "details", "is_default")


def get(name: str, template: str, find: Find, build: Build) -> None:
    """Enter the handler of an RPC that answers with texts."""
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(custom_text=build(ctx, find(ctx, template, request.language)))


def put(name: str, template: str, owner: Owner) -> None:
    """Enter the handler of an RPC that sets texts."""
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        done = domain.put(ctx, template, owner(ctx), request.language, dict(_texts(request)))
        if done is None:
            return answer(details=object_pb2.ObjectDetails(resource_owner=owner(ctx)))
        return answer(details=unchanged(done, owner(ctx)) if isinstance(done, sqlite3.Row) else changed(done))


def reset(name: str, template: str, owner: Owner) -> None:
    """Enter the handler of an RPC that resets texts."""
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(domain.reset(ctx, template, owner(ctx), request.language)))


def _own(ctx: Context, template: str, language: str) -> domain.Texts:
    return domain.effective(ctx, template, ctx.org_id, language)


def as_message_text(ctx: Context, found: domain.Texts) -> Message:
    """Return the texts of a message."""
    return text_pb2.MessageCustomText(details=_details(ctx, found), is_default=found.is_default, **found.texts)


def as_login_text(ctx: Context, found: domain.Texts) -> Message:
    """Return the texts of the login, by screen."""
    message = text_pb2.LoginCustomText(details=_details(ctx, found), is_default=found.is_default)
    for key, text in found.texts.items():
        screen, _, name = key.partition(".")
        setattr(getattr(message, screen), name, text)
    return message


def as_default_login_text(ctx: Context, found: domain.Texts) -> Message:
    """Return the texts of the login: where the instance has none of its own, the emulator's, made of their names."""
    own = {
        f"{screen.name}.{field.name}": field.name.replace("_", " ").capitalize()
        for screen in text_pb2.LoginCustomText.DESCRIPTOR.fields
        if screen.name not in _NO_TEXTS and screen.message_type is not None
        for field in screen.message_type.fields
    }
    return as_login_text(ctx, found._replace(texts={**own, **found.texts}))


for _name, (_template, _end) in NAMES.items():
    get(f"management.GetCustom{_name}MessageText", _template, _own, as_message_text)
    get(f"management.GetDefault{_name}MessageText", _template, domain.default, as_message_text)
    put(f"management.SetCustom{_name}{_end}", _template, organization)
    reset(f"management.ResetCustom{_name}MessageTextToDefault", _template, organization)
    get(f"admin.GetCustom{_name}MessageText", _template, domain.of_instance, as_message_text)
    get(f"admin.GetDefault{_name}MessageText", _template, domain.built_in, as_message_text)
    put(f"admin.SetDefault{_name}MessageText", _template, instance)
    reset(f"admin.ResetCustom{_name}MessageTextToDefault", _template, instance)
get("management.GetCustomLoginTexts", domain.LOGIN, _own, as_login_text)
get("management.GetDefaultLoginTexts", domain.LOGIN, domain.default, as_default_login_text)
get("admin.GetCustomLoginTexts", domain.LOGIN, domain.of_instance, as_login_text)
get("admin.GetDefaultLoginTexts", domain.LOGIN, domain.built_in, as_default_login_text)
for _service, _owner in (("management", organization), ("admin", instance)):
    put(f"{_service}.SetCustomLoginText", domain.LOGIN, _owner)
    reset(f"{_service}.ResetCustomLoginTextToDefault", domain.LOGIN, _owner)


def _details(ctx: Context, found: domain.Texts) -> object_pb2.ObjectDetails:
    if found.row is None:
        return object_pb2.ObjectDetails(resource_owner=ctx.store.fact("instance_id"))
    return details(found.row, found.row["owner"])


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    """Yield the texts of a request, those of screens with the screen's name in front."""
    for field in message.DESCRIPTOR.fields:
        if field.name in _NO_TEXTS:
            continue
        value = getattr(message, field.name)
        if field.message_type is None:
            yield field.name, value
        else:
            for name, text in _texts(value):
                yield f"{field.name}.{name}", text
