"""A key's JSON is read in every form that editors, shells and secret stores produce."""

from __future__ import annotations

import base64
import json
import traceback
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zgrpc._auth.credentials import ServiceAccountKey, TokenFile
from zgrpc._secret import path_argument

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def b64(data: bytes) -> bytes:
    return base64.b64encode(data)


FORMS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda text: text.encode(),
    "UTF-8 with a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 as PowerShell writes it": lambda text: text.encode("utf-16"),
    "UTF-16, big endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "base64": lambda text: b64(text.encode()),
    "base64 in lines": lambda text: base64.encodebytes(text.encode()),
    "base64 for URLs, without padding": lambda text: base64.urlsafe_b64encode(text.encode()).rstrip(b"="),
    "base64 of UTF-16": lambda text: b64(text.encode("utf-16")),
    "JSON within a JSON string": lambda text: json.dumps(text).encode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", ["file", "bytes", "text"])
def test_a_key_is_read_in_each_form(form: str, source: str, key_json: dict[str, str], tmp_path: Path) -> None:
    content = FORMS[form](json.dumps(key_json))
    if source == "file":
        path = tmp_path / "key.json"
        path.write_bytes(content)
        key = ServiceAccountKey.from_file(path)
    elif source == "bytes":
        key = ServiceAccountKey.from_json(content)
    else:
        key = ServiceAccountKey.from_json(content.decode("latin-1"))
    assert (key.user_id, key.key_id) == ("200", "100")


def test_text_with_a_byte_order_mark_is_read(key_json: dict[str, str]) -> None:
    assert ServiceAccountKey.from_json("\ufeff" + json.dumps(key_json)).key_id == "100"


def test_ids_that_are_numbers_and_doubly_escaped_line_ends_are_read(key_json: dict[str, str]) -> None:
    changed: dict[str, Any] = {**key_json, "userId": 69629023906488334, "keyId": 7}
    changed["key"] = changed["key"].replace("\n", "\\r\\n")
    for key in (ServiceAccountKey.from_dict(changed), ServiceAccountKey.from_json(json.dumps(changed))):
        assert (key.user_id, key.key_id) == ("69629023906488334", "7")


@pytest.mark.parametrize("wrong", [True, 1.5, [], {}])
def test_an_id_of_another_type_is_missing(key_json: dict[str, str], wrong: object) -> None:
    with pytest.raises(ValueError, match="lacks userId"):
        ServiceAccountKey.from_dict({**key_json, "userId": wrong})


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "is empty"), (b" \n", "is empty"), (b"[" * 100_000, "not JSON"), (b"\xff\xfe", "empty")]
)
def test_content_without_a_key_is_rejected_with_the_reason(content: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ServiceAccountKey.from_json(content)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_other_content_is_a_value_error(content: bytes | str) -> None:
    with pytest.raises(ValueError, match="the key"):
        ServiceAccountKey.from_json(content)


SECRET = "dEnGhIFs3VnqcQU5D2zRSeiarB1nwH6goIKY0J8MWZbsnWcTuu1C59lW9DgCq1y096GYdXA"


@pytest.mark.parametrize(
    "secret",
    [SECRET, "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ0ZXN0cyJ9." + SECRET, f"{SECRET}\n", "{" + SECRET, "a" * 5000 + SECRET],
)
@pytest.mark.parametrize("load", [TokenFile, ServiceAccountKey.from_file])
def test_a_secret_in_place_of_a_path_is_rejected_unseen(load: Callable[[str], object], secret: str) -> None:
    with pytest.raises(ValueError, match="must be the path of a file, but looks like its content") as error:
        load(secret)
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert SECRET not in "".join(frames.format())


def test_a_path_is_shown_only_if_the_file_exists(tmp_path: Path) -> None:
    there = tmp_path / ("a-file-with-quite-a-long-name" * 2)
    there.write_text("token")
    assert str(there) in repr(TokenFile(there))
    assert "token" not in repr(TokenFile(tmp_path / "token")).removeprefix("TokenFile")
    hidden = f"/{SECRET}/{SECRET}"
    assert SECRET not in repr(TokenFile(hidden))
    with pytest.raises(FileNotFoundError, match="cannot read the key file") as error:
        ServiceAccountKey.from_file(hidden)
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(OSError, error.value, ours, capture_locals=True)
    assert SECRET not in "".join(frames.format())


@pytest.mark.parametrize("wrong", [None, 7, True])
def test_a_path_must_be_a_string_or_a_path(wrong: object) -> None:
    with pytest.raises(TypeError, match="path must be the path of a file, not"):
        path_argument(wrong, "path")
