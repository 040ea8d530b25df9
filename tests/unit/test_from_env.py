"""A client as the environment says."""

from __future__ import annotations

import json
import traceback
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._env import arguments

if TYPE_CHECKING:
    from pathlib import Path

URL = {"ZITADEL_URL": "https://acme.zitadel.cloud"}


def test_the_address_and_a_token() -> None:
    with zgrpc.Client.from_env({**URL, "ZITADEL_TOKEN": "a-token\n", "ZITADEL_ORG_ID": "42"}) as client:
        assert client.org_id == "42"
        assert repr(client) == "<Client https://acme.zitadel.cloud, org_id='42'>"


def test_the_processes_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZITADEL_URL", "https://acme.zitadel.cloud")
    assert "acme" in repr(zgrpc.AsyncClient.from_env())


def test_further_arguments_go_beside_the_environments_or_take_their_place() -> None:
    environ = {**URL, "ZITADEL_TOKEN": "a-token", "ZITADEL_ORG_ID": "42"}
    with zgrpc.Client.from_env(environ, timeout=5, org_id="43") as client:
        assert (client._view.core.timeout, client.org_id) == (5, "43")
    with pytest.raises(TypeError, match="tiemout"):
        zgrpc.Client.from_env(environ, tiemout=5)  # type: ignore[call-arg]


def test_a_key_file(key_json: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(key_json))
    found: Any = arguments({**URL, "ZITADEL_KEY_FILE": str(path)})
    assert found["credentials"].key_id == "100"


def test_a_client_id_and_its_secret() -> None:
    found: Any = arguments({**URL, "ZITADEL_CLIENT_ID": "robot", "ZITADEL_CLIENT_SECRET": "s"})
    assert found["credentials"].client_id == "robot"


def test_the_other_variables_are_the_arguments_of_their_names(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text("")
    found = arguments(
        {
            **URL,
            "ZITADEL_ISSUER": "https://login.acme.com",
            "ZITADEL_INSTANCE_HOST": "acme.com",
            "ZITADEL_CA_FILE": str(ca),
            "ZITADEL_INSECURE": "1",
        }
    )
    assert (found["issuer"], found["instance_host"], found["insecure"]) == ("https://login.acme.com", "acme.com", True)
    assert found["tls"].ca == str(ca)


@pytest.mark.parametrize(("text", "insecure"), [("1", True), ("true", True), ("NO", False), ("0", False), ("", False)])
def test_insecure_is_yes_or_no(text: str, insecure: bool) -> None:
    assert arguments({**URL, "ZITADEL_INSECURE": text})["insecure"] is insecure


def test_an_empty_variable_counts_as_unset() -> None:
    assert arguments({**URL, "ZITADEL_TOKEN": "", "ZITADEL_ORG_ID": " "})["credentials"] is None


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, "set ZITADEL_URL"),
        ({**URL, "ZITADEL_TOKEN": "t", "ZITADEL_KEY_FILE": "k"}, "ZITADEL_TOKEN and ZITADEL_KEY_FILE are both set"),
        ({**URL, "ZITADEL_CLIENT_ID": "c"}, "set ZITADEL_CLIENT_SECRET too"),
        ({**URL, "ZITADEL_CLIENT_SECRET": "c"}, "set ZITADEL_CLIENT_ID too"),
        ({**URL, "ZITADEL_INSECURE": "maybe"}, "ZITADEL_INSECURE must be one of"),
    ],
)
def test_what_is_missing_or_contradictory_is_named(environ: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        arguments(environ)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"ZITADEL_KEY_FILE": "k"}, {"ZITADEL_INSECURE": "maybe"}, {"ZITADEL_CLIENT_ID": "c"}, {"ZITADEL_URL": "x y"}],
)
def test_no_traceback_shows_the_environment(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]) -> None:
    for name in ("ZITADEL_TOKEN", "ZITADEL_CLIENT_SECRET", "PASSWORD_OF_SOMETHING_ELSE"):
        monkeypatch.setenv(name, "a-secret-in-the-environment")
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=r"ZITADEL_|address") as error:
        zgrpc.Client.from_env()
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert "a-secret-in-the-environment" not in "".join(frames.format())


def test_plaintext_to_another_machine_needs_to_be_asked_for() -> None:
    with pytest.raises(ValueError, match="insecure=True"):
        zgrpc.Client.from_env({"ZITADEL_URL": "http://acme.example"})
    zgrpc.Client.from_env({"ZITADEL_URL": "http://acme.example", "ZITADEL_INSECURE": "1"})
