"""A client configured by environment variables."""

from __future__ import annotations

import base64
import json
import traceback
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc._connection import from_environment
from zgrpc._environment import NAMES, arguments
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

URL = {"ZITADEL_URL": "https://acme.zitadel.cloud"}


def test_variables_hold_the_address_a_token_and_the_organization() -> None:
    with zgrpc.Client.from_env({**URL, "ZITADEL_TOKEN": "a-token\n", "ZITADEL_ORG_ID": "42"}) as client:
        assert client.org_id == "42"
        assert repr(client) == "<Client https://acme.zitadel.cloud, org_id='42'>"


def test_the_processes_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZITADEL_URL", "https://acme.zitadel.cloud")
    assert "acme" in repr(zgrpc.AsyncClient.from_env())


def test_arguments_add_to_the_environment_or_replace_it(own_emulator: Any) -> None:
    environ = {"ZITADEL_URL": own_emulator.url, "ZITADEL_TOKEN": "a-token", "ZITADEL_ORG_ID": "42"}
    with zgrpc.Client.from_env(environ, timeout=0.2, org_id="43") as client, own_emulator.faults.latency(5.0):
        assert client.org_id == "43"
        with pytest.raises(zgrpc.DeadlineExceededError):
            client.auth.get_my_user()
    with pytest.raises(TypeError, match="tiemout"):
        zgrpc.Client.from_env(environ, tiemout=5)  # type: ignore[call-arg]  # wrong on purpose


def test_a_variable_names_a_key_file(key_json: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(key_json))
    found: Any = arguments({**URL, "ZITADEL_KEY_FILE": str(path)})
    assert found["credentials"].key_id == "100"


def test_variables_hold_a_client_id_and_its_secret() -> None:
    found: Any = arguments({**URL, "ZITADEL_CLIENT_ID": "robot", "ZITADEL_CLIENT_SECRET": "s"})
    assert found["credentials"].client_id == "robot"


def test_the_other_variables_are_the_arguments_of_their_names(key_json: dict[str, str], tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_bytes(CertificateAuthority().pem)
    found = arguments(
        {
            **URL,
            "ZITADEL_KEY": json.dumps(key_json),
            "ZITADEL_ISSUER": "https://login.acme.com",
            "ZITADEL_INSTANCE_HOST": "acme.com",
            "ZITADEL_CA_FILE": str(ca),
            "ZITADEL_INSECURE": "1",
        }
    )
    assert (found["issuer"], found["instance_host"], found["insecure"]) == ("https://login.acme.com", "acme.com", True)
    assert found["tls"] is not None
    assert found["tls"].ca == str(ca)


@pytest.mark.parametrize("credentials", [{}, {"ZITADEL_TOKEN": "a-token"}])
def test_the_issuer_of_the_environment_may_stay_with_credentials_that_need_none(credentials: dict[str, str]) -> None:
    environ = {**URL, **credentials, "ZITADEL_ISSUER": "https://login.acme.com"}
    zgrpc.Client.from_env(environ).close()
    with pytest.raises(ValueError, match="issuer= has no effect with"):
        zgrpc.Client.from_env(environ, issuer="https://login.acme.com")


@pytest.mark.parametrize(("text", "insecure"), [("1", True), ("true", True), ("NO", False), ("0", False), ("", False)])
def test_insecure_is_yes_or_no(text: str, insecure: bool) -> None:
    assert arguments({**URL, "ZITADEL_INSECURE": text})["insecure"] is insecure


def test_an_empty_variable_counts_as_unset() -> None:
    assert arguments({**URL, "ZITADEL_TOKEN": "", "ZITADEL_ORG_ID": " "})["credentials"] is None


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({}, "set ZITADEL_URL"),
        (
            {**URL, "ZITADEL_TOKEN": "t", "ZITADEL_KEY_FILE": "k"},
            "ZITADEL_TOKEN and ZITADEL_KEY_FILE contradict",
        ),
        ({**URL, "ZITADEL_CLIENT_ID": "c"}, "set ZITADEL_CLIENT_SECRET too"),
        ({**URL, "ZITADEL_CLIENT_SECRET": "c"}, "set ZITADEL_CLIENT_ID too"),
        ({**URL, "ZITADEL_INSECURE": "maybe"}, "ZITADEL_INSECURE must be one of"),
    ],
)
def test_missing_and_contradictory_variables_are_named(environ: dict[str, str], says: str) -> None:
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
    with pytest.raises((ValueError, OSError), match=r"ZITADEL_|address|key file") as error:
        zgrpc.Client.from_env()
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert "a-secret-in-the-environment" not in "".join(frames.format())


def test_a_variable_names_a_token_file(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("a-token-in-a-file\n")
    found: Any = arguments({**URL, "ZITADEL_TOKEN_FILE": str(path)})
    assert found["credentials"].get_token().value == "a-token-in-a-file"


@pytest.mark.parametrize("encode", [str, lambda text: base64.b64encode(text.encode()).decode()])
def test_a_variable_holds_a_key_plain_or_in_base64(key_json: dict[str, str], encode: Callable[[str], str]) -> None:
    found: Any = arguments({**URL, "ZITADEL_KEY": encode(json.dumps(key_json))})
    assert found["credentials"].key_id == "100"


@pytest.mark.parametrize("name", ["ZITADEL_KEY_FILE", "ZITADEL_TOKEN_FILE", "ZITADEL_CA_FILE"])
@pytest.mark.parametrize("secret", ['{"key": "s3cr3t-of-the-tests"}', "-----BEGIN s3cr3t", "x\ns3cr3t"])
def test_a_secret_where_a_path_belongs_is_rejected_unseen(name: str, secret: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be the path of a file, but looks like its content") as error:
        zgrpc.Client.from_env({**URL, name: secret})
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
    assert "s3cr3t" not in "".join(frames.format())


def test_an_address_with_a_password_is_rejected_unseen() -> None:
    for make in (
        lambda: zgrpc.Client("https://me:s3cr3t-of-the-tests@acme.zitadel.cloud"),
        lambda: zgrpc.Client("https://acme.zitadel.cloud/?access_token=s3cr3t-of-the-tests"),
        lambda: zgrpc.Client.from_env({"ZITADEL_URL": "https://me:s3cr3t-of-the-tests@acme.zitadel.cloud"}),
    ):
        with pytest.raises(ValueError, match="address must") as error:
            make()
        ours = error.value.__traceback__.tb_next.tb_next  # type: ignore[union-attr]  # without this test's own frames
        frames = traceback.TracebackException(ValueError, error.value, ours, capture_locals=True)
        assert "s3cr3t" not in "".join(frames.format())


def test_without_credentials_the_first_call_that_needs_them_names_the_variables() -> None:
    with zgrpc.Client.from_env(URL) as client, pytest.raises(ValueError, match=r"ZITADEL_TOKEN_FILE.*ZITADEL_KEY,"):
        client.auth.get_my_user()


def test_from_env_and_the_command_line_read_the_same_variables() -> None:
    environ = {f"ZITADEL_{name.upper()}": f"value-of-{name}" for name in NAMES if name != "insecure"}
    connection = from_environment({**environ, "ZITADEL_INSECURE": "yes"})
    assert {name: getattr(connection, name) for name in NAMES} == {
        **{name: f"value-of-{name}" for name in NAMES},
        "insecure": True,
    }


def test_plaintext_to_another_machine_needs_insecure() -> None:
    with pytest.raises(ValueError, match="insecure=True"):
        zgrpc.Client.from_env({"ZITADEL_URL": "http://acme.example"})
    zgrpc.Client.from_env({"ZITADEL_URL": "http://acme.example", "ZITADEL_INSECURE": "1"})
