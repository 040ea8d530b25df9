"""The connection comes from flags, the environment or a profile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import zgrpc
from zgrpc._connection import Connection, from_profile, resolve

if TYPE_CHECKING:
    from pathlib import Path

PROFILES = """
[default]
url = "http://localhost:1"
token = "profile-token-0123456789"

[prod]
url = "https://prod.example"
key_file = "key.json"
org_id = "7"
"""


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "profiles.toml"
    path.write_text(PROFILES)
    path.chmod(0o600)
    monkeypatch.setenv("ZGRPC_PROFILES", str(path))
    return path


def test_flags_win_over_the_environment() -> None:
    environ = {"ZITADEL_URL": "http://localhost:1", "ZITADEL_ORG_ID": "1"}
    found = resolve({"org_id": "2"}, profile=None, environ=environ)
    assert (found.url, found.org_id) == ("http://localhost:1", "2")


def test_credentials_by_flag_replace_those_of_another_kind() -> None:
    found = resolve({"key_file": "k.json"}, profile=None, environ={"ZITADEL_URL": "u", "ZITADEL_TOKEN": "t"})
    assert (found.key_file, found.token) == ("k.json", "")


def test_a_named_profile_is_used_in_place_of_the_environment(profiles: Path) -> None:
    found = resolve({}, profile="prod", environ={"ZITADEL_URL": "http://localhost:9", "ZITADEL_TOKEN": "secret"})
    assert (found.url, found.token, found.org_id) == ("https://prod.example", "", "7")


def test_files_named_by_a_profile_are_relative_to_it(profiles: Path) -> None:
    assert from_profile("prod", profiles).key_file == str(profiles.parent / "key.json")


def test_the_default_profile_is_used_if_nothing_else_is_given(profiles: Path) -> None:
    assert resolve({}, profile=None, environ={}).url == "http://localhost:1"


def test_the_default_profiles_token_does_not_go_to_an_address_given_by_flag(profiles: Path) -> None:
    assert resolve({"url": "https://elsewhere.example"}, profile=None, environ={}).token == ""


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_profile_that_others_can_read_is_rejected(profiles: Path) -> None:
    profiles.chmod(0o640)
    with pytest.raises(ValueError, match=r"mode 0640.*chmod 600"):
        from_profile("default", profiles)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[default]\nurll = 'x'", "'urll' is unknown; did you mean 'url'"),
        ("[default]\ninsecure = 'yes'", "insecure must be true or false"),
        ("[default]\nurl = 1", "url must be a string"),
        ("default = 1", "is not a table of settings"),
        ("[", "cannot read"),
        ("[deflt]", "no profile 'default'; did you mean 'deflt'"),
    ],
)
def test_an_invalid_profile_is_rejected(profiles: Path, text: str, complaint: str) -> None:
    profiles.write_text(text)
    with pytest.raises(ValueError, match=complaint):
        from_profile("default", profiles)


def test_secrets_do_not_show() -> None:
    connection = Connection(url="u", token="a-secret-token", client_secret="a-client-secret")
    assert "secret" not in repr(connection).replace("client_secret", "")


def test_two_kinds_of_credentials_contradict_each_other() -> None:
    with pytest.raises(ValueError, match="token and key_file contradict"):
        Connection(url="http://localhost:1", token="t", key_file="k").arguments()


def test_each_setting_reaches_the_client() -> None:
    connection = Connection(url="http://localhost:1", token="a-token", org_id="7", instance_host="acme.example")
    with connection.client() as client:
        assert isinstance(client, zgrpc.Client)
        assert client.org_id == "7"
