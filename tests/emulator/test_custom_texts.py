"""The texts of messages and of the login, by language."""

from __future__ import annotations

from typing import Any

import grpc
import pytest
from zitadel import management_pb2 as m

MESSAGES = {
    "Init": "MessageText",
    "PasswordReset": "MessageText",
    "VerifyEmail": "MessageText",
    "VerifyPhone": "MessageText",
    "VerifySMSOTP": "MessageText",
    "VerifyEmailOTP": "MessageText",
    "DomainClaimed": "MessageCustomText",
    "PasswordlessRegistration": "MessageCustomText",
    "PasswordChange": "MessageCustomText",
    "InviteUser": "MessageCustomText",
}
# The message of an SMS is a text and nothing else.
PARTS = ("title", "pre_header", "subject", "greeting", "text", "button_text", "footer_text")


def parts(name: str) -> dict[str, str]:
    method = m.DESCRIPTOR.services_by_name["ManagementService"].methods_by_name[f"SetCustom{name}{MESSAGES[name]}"]
    return {part: f"my {part}" for part in PARTS if part in method.input_type.fields_by_name}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_read_as_it_was_set_and_a_reset_gives_the_default(shared_wire: Any, name: str) -> None:
    wire, texts = shared_wire, parts(name)
    default = wire.call(f"GetDefault{name}MessageText", language="de").custom_text
    assert default.text
    assert wire.call(f"GetCustom{name}MessageText", language="de").custom_text == default
    wire.call(f"SetCustom{name}{MESSAGES[name]}", language="de", **texts)
    try:
        custom = wire.call(f"GetCustom{name}MessageText", language="de").custom_text
        assert {part: getattr(custom, part) for part in texts} == texts
        assert not custom.is_default
        assert wire.call(f"GetCustom{name}MessageText", language="en").custom_text.is_default
    finally:
        wire.call(f"ResetCustom{name}MessageTextToDefault", language="de")
    assert wire.call(f"GetCustom{name}MessageText", language="de").custom_text == default


def test_each_text_that_changes_is_an_event(wire: Any) -> None:
    first = wire.call("SetCustomInitMessageText", language="en", title="a", text="b").details.sequence
    wire.call("SetCustomInitMessageText", language="en", title="a", subject="c")
    kinds = [change.event_type.key for change in wire.call("ListOrgChanges").result if change.sequence > first]
    assert kinds == ["EventTypes.org.customtext.removed", "EventTypes.org.customtext.set"]


def test_setting_the_same_texts_changes_nothing(wire: Any) -> None:
    first = wire.call("SetCustomInitMessageText", language="en", title="a")
    again = wire.call("SetCustomInitMessageText", language="en", title="a")
    assert again == first


@pytest.mark.parametrize(("language", "error_id"), [("xx", "LANG-3M9f2"), ("la", "LANG-lg4DP")])
def test_texts_have_a_supported_language(shared_wire: Any, language: str, error_id: str) -> None:
    assert shared_wire.refused("SetCustomInitMessageText", language=language, title="a")[1].endswith(f"({error_id})")


def test_without_texts_there_is_nothing_to_reset(shared_wire: Any) -> None:
    assert shared_wire.code("ResetCustomInitMessageTextToDefault", language="fr") is grpc.StatusCode.NOT_FOUND


def test_texts_of_the_login_are_those_of_its_screens(shared_wire: Any) -> None:
    wire = shared_wire
    assert wire.call("GetDefaultLoginTexts", language="en").custom_text.password_text.title
    assert wire.call("GetCustomLoginTexts", language="en").custom_text.is_default
    request = m.SetCustomLoginTextsRequest(language="en", password_text={"title": "Your password"})
    wire.management.SetCustomLoginText(request, **wire.bearer())
    custom = wire.call("GetCustomLoginTexts", language="en").custom_text
    assert (custom.password_text.title, custom.login_text.title, custom.is_default) == ("Your password", "", False)
    wire.call("ResetCustomLoginTextToDefault", language="en")
    assert wire.call("GetCustomLoginTexts", language="en").custom_text.is_default
