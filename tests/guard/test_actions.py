"""Webhooks of actions: signature, time and payload."""

from __future__ import annotations

import base64
import json
import traceback
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frames import is_ours
from zgrpc import actions

KEY, OTHER, NOW = "signing-key", "other-key", 1_800_000_000
EVENT = {
    "aggregateID": "7",
    "aggregateType": "user",
    "resourceOwner": "org",
    "instanceID": "i",
    "version": "v2",
    "sequence": 3,
    "event_type": "user.human.added",
    "created_at": "2026-01-01T00:00:00Z",
    "userID": "9",
    "event_payload": {"userName": "ada"},
}
BODY = json.dumps(EVENT).encode()
HEADER = actions.sign(BODY, KEY, now=NOW)


def check(body: bytes = BODY, header: str | None = HEADER, key: Any = KEY, *, now: float = NOW, **options: Any) -> Any:
    return actions.verify(body, header, key, now=now, **options)


def reason(*args: Any, **kwargs: Any) -> str:
    with pytest.raises(actions.SignatureError) as caught:
        check(*args, **kwargs)
    assert KEY not in str(caught.value)
    return caught.value.reason


def test_a_signed_event_is_read() -> None:
    event = check()
    assert isinstance(event, actions.Event)
    assert (event.event_type, event.aggregate_id, event.user_id, event.sequence) == ("user.human.added", "7", "9", 3)
    assert event.event_payload == {"userName": "ada"}


def test_the_signature_is_hmac_sha256_over_time_and_body() -> None:
    # Made by OpenSSL: printf '1800000000.{}' | openssl dgst -sha256 -hmac signing-key
    assert actions.sign(b"{}", KEY, now=NOW) == (
        "t=1800000000,v1=d9d0b9028f1e57938a885debdc25049ad1d7ba3018702103b6adb400cc4174cd"
    )


@pytest.mark.parametrize("age", [0, 300, -300, 299.9])
def test_a_call_within_the_tolerance_passes(age: float) -> None:
    assert check(now=NOW + age)


@pytest.mark.parametrize("age", [301, -301, 10**9])
def test_a_call_from_another_time_is_stale(age: float) -> None:
    assert reason(now=NOW + age) == "stale"


def test_the_tolerance_can_be_set() -> None:
    assert reason(now=NOW + 2, tolerance=1) == "stale"
    assert check(now=NOW + 900, tolerance=1000)


def test_a_changed_body_time_or_key_does_not_match() -> None:
    assert reason(BODY + b" ") == "mismatch"
    assert reason(header=HEADER.replace("t=18", "t=19")) == "mismatch"
    assert reason(key=OTHER) == "mismatch"


def test_any_of_several_keys_and_signatures_counts() -> None:
    both = f"{HEADER},v1={'0' * 64}"
    swapped = f"t={NOW},v1={'0' * 64},{HEADER.partition(',')[2]}"
    for header in (HEADER, both, swapped, HEADER.replace(",", ", ") + ",v0=abc"):
        assert check(header=header, key=[OTHER, KEY])
        assert reason(header=header, key=[OTHER]) == "mismatch"


@pytest.mark.parametrize("header", [None, ""])
def test_a_call_without_a_signature_is_refused(header: str | None) -> None:
    assert reason(header=header) == "missing"


@pytest.mark.parametrize(
    "header",
    [
        "t=1800000000",
        HEADER.partition(",")[2],
        f"t={NOW},{HEADER}",
        HEADER.replace("t=18", "t=-18"),
        HEADER.replace("t=18", "t= 18"),
        HEADER.replace("t=18", "t=1_8"),
        HEADER.replace("t=1800000000", "t=\u0661"),
        HEADER[:-1],
        HEADER[:-1] + "g",
        HEADER + ",v1=",
        HEADER.replace("v1", "v2"),
        HEADER + ",v1=x" * 40,
        "garbage",
    ],
)
def test_a_header_of_another_form_is_refused(header: str) -> None:
    assert reason(header=header) == "malformed"


@given(st.text(max_size=200))
def test_no_header_breaks_the_check(header: str) -> None:
    assert reason(header=header) in ("missing", "malformed", "mismatch")


@given(st.binary(max_size=300), st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable()))
def test_only_the_signed_content_matches(body: bytes, key: str) -> None:
    header = actions.sign(body, key, now=NOW)
    with pytest.raises(actions.SignatureError):
        actions.verify(body + b"x", header, key, now=NOW)
    try:
        actions.verify(body, header, key, now=NOW)
    except ValueError as error:
        assert "body" in str(error)


@pytest.mark.parametrize(
    ("key", "error"),
    [
        ("", ValueError),
        ([], ValueError),
        ([KEY, ""], ValueError),
        (b"key", TypeError),
        (None, TypeError),
        ([1], ValueError),
    ],
)
def test_an_invalid_key_is_rejected(key: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="signing_key"):
        check(key=key)


def test_a_text_body_is_rejected_for_its_bytes_are_signed() -> None:
    with pytest.raises(TypeError, match="bytes as received"):
        check(BODY.decode())  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    ("body", "key"), [(b"x", KEY), (b"x", [KEY, OTHER]), (BODY, [KEY, ""]), (BODY, KEY.encode()), ("text", KEY)]
)
def test_no_signing_key_shows_in_a_traceback(body: Any, key: Any) -> None:
    with pytest.raises((actions.SignatureError, TypeError, ValueError)) as caught:
        check(body, key=key)
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in report.stack if is_ours(frame.filename)]
    assert ours
    assert not any(KEY in text for frame in ours for text in (frame.locals or {}).values())


# -- payloads ----------------------------------------------------------------------------------------
def test_requests_and_responses_are_distinguished() -> None:
    call = {"fullMethod": "/zitadel.user.v2.UserService/AddHumanUser", "orgID": "o", "userID": "u", "request": {"a": 1}}
    request = actions.parse(json.dumps(call).encode())
    response = actions.parse(json.dumps({**call, "response": {"b": 2}}).encode())
    assert isinstance(request, actions.Request)
    assert not isinstance(response, actions.Request)
    assert isinstance(response, actions.Response)
    assert (request.full_method, request.org_id, request.request) == (call["fullMethod"], "o", {"a": 1})
    assert response.response == {"b": 2}


def test_a_function_is_read() -> None:
    body = {"function": "preaccesstoken", "userinfo": {"sub": "1"}, "user": {"id": "1"}, "org": {"id": "o"}}
    payload = actions.parse(json.dumps({**body, "user_grants": [{"roles": ["admin"]}]}).encode())
    assert isinstance(payload, actions.Function)
    assert (payload.function, payload.user, payload.user_grants) == (
        "preaccesstoken",
        {"id": "1"},
        ({"roles": ["admin"]},),
    )
    assert payload.user_metadata == ()


def test_the_payload_of_an_event_may_be_base64() -> None:
    text = base64.b64encode(b'{"userName": "ada"}').decode()
    event = actions.parse(json.dumps({**EVENT, "event_payload": text}).encode())
    assert isinstance(event, actions.Event)
    assert event.event_payload == {"userName": "ada"}


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff", b'"x"', b"[" * 100_000])
def test_a_malformed_body_raises_value_error(body: bytes) -> None:
    with pytest.raises(ValueError, match="the body"):
        actions.parse(body)


# -- ASGI --------------------------------------------------------------------------------------------
async def received(parts: list[bytes], *headers: tuple[bytes, bytes], end: bool = True) -> Any:
    messages: list[dict[str, Any]] = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    messages.append({"type": "http.request", "body": b""} if end else {"type": "http.disconnect"})

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    return await actions.receive({"type": "http", "headers": list(headers)}, receive, KEY)


def header(body: bytes) -> tuple[bytes, bytes]:
    return (b"zitadel-signature", actions.sign(body, KEY).encode())


async def test_an_asgi_request_is_read_in_parts_and_checked() -> None:
    event = await received([BODY[:7], BODY[7:]], header(BODY))
    assert event.event_type == "user.human.added"


@pytest.mark.parametrize(
    ("parts", "headers", "end", "reason"),
    [
        ([BODY], [], True, "missing"),
        ([BODY], [header(BODY), header(BODY)], True, "malformed"),
        ([BODY], [header(b"x")], True, "mismatch"),
        ([BODY], [header(BODY)], False, "malformed"),
        ([bytes(5 << 20)], [header(bytes(5 << 20))], True, "malformed"),
    ],
)
async def test_an_asgi_request_that_is_not_zitadels_is_refused(
    parts: Any, headers: Any, end: bool, reason: str
) -> None:
    with pytest.raises(actions.SignatureError) as caught:
        await received(parts, *headers, end=end)
    assert caught.value.reason == reason
