"""Any input of a user, an environment, a file or a token endpoint works, or an error names it without a secret."""

from __future__ import annotations

import base64
import json
import traceback
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import zgrpc
from zgrpc._transport.address import parse_address
from zgrpc._transport.hints import hint
from zgrpc._transport.proxy import proxy_host, proxy_of
from zgrpc.testing.tls import CertificateAuthority

if TYPE_CHECKING:
    from tests.wire_fixtures import TokenServer

AUTHORITY = CertificateAuthority()
ISSUED = AUTHORITY.issue("localhost")
SECRET = "s3cr3tQ9vXkLm2Zt7Rw-s3cr3tQ9vXkLm2Zt7Rw"
PEMS = [AUTHORITY.pem, ISSUED.cert, ISSUED.key, b"", b"\xef\xbb\xbf", b"<html>", b"\n", b"\0", SECRET.encode()]
shared_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def inside(error: BaseException) -> str:
    """The traceback of an error with the locals of all frames but the test's own."""
    assert error.__traceback__ is not None
    ours = error.__traceback__.tb_next
    return "".join(traceback.TracebackException(type(error), error, ours, capture_locals=True).format())


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A PEM file, several of them, or one with a part cut out or changed."""
    content = b"".join(draw(st.lists(st.sampled_from(PEMS), max_size=3)))
    if content and draw(st.booleans()):
        begin, end = sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        content = content[:begin] + draw(st.binary(max_size=9)) + content[end:]
    encoding = draw(st.sampled_from(["", "", "utf-16", "crlf", "base64"]))
    if encoding == "utf-16":
        return content.decode("latin-1").encode("utf-16")
    if encoding == "base64":
        return base64.b64encode(content)
    return content.replace(b"\n", b"\r\n") if encoding else content


@shared_fixture
@example(ca=b"", cert=AUTHORITY.pem + ISSUED.key, key=ISSUED.key, which="pair")  # a key of another certificate
@given(ca=damaged(), cert=damaged(), key=damaged(), which=st.sampled_from(["ca", "pair", "all"]))
def test_any_files_are_certificates_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, ca: bytes, cert: bytes, key: bytes, which: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    given: dict[str, Any] = {}
    for name, content in {"ca": ca, "cert": cert, "key": key}.items():
        if (name == "ca") == (which == "ca") or which == "all":
            given[name] = folder / f"{name}.pem"
            given[name].write_bytes(content)
    try:
        zgrpc.TLS(**given)
    except ValueError as error:
        assert "TLS(" in str(error)
        assert ISSUED.key[40:80].decode() not in inside(error)
    else:
        assert "ca" not in given or b"-----BEGIN CERTIFICATE-----" in ca


urls = st.sampled_from(["http://localhost:1", "https://acme.zitadel.cloud", f"https://me:{SECRET}@host", "host", ":"])
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
plain = st.dictionaries(st.sampled_from(["client_id", "org_id", "issuer", "instance_host", "insecure"]), texts)
secrets = st.dictionaries(
    st.sampled_from(["token", "token_file", "key", "key_file", "client_secret", "ca_file"]),
    st.sampled_from([SECRET, "{" + SECRET, f"-----BEGIN {SECRET}", f"{SECRET}\n{SECRET}", "/", "~", "."]),
)


@given(urls, plain, secrets)
def test_any_environment_gives_a_client_or_an_error_that_shows_no_secret(
    url: str, plain: dict[str, str], secrets: dict[str, str]
) -> None:
    environ = {f"ZITADEL_{name.upper()}": value for name, value in {"url": url, **plain, **secrets}.items()}
    try:
        zgrpc.Client.from_env(environ).close()
    except (ValueError, OSError) as error:
        assert SECRET not in inside(error)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.booleans())
def test_any_proxy_is_taken_or_rejected_by_name(proxy: str, in_environment: bool) -> None:
    try:
        if in_environment:
            found = proxy_of(parse_address("https://acme.zitadel.cloud"), None, {"https_proxy": proxy})
            assert not found or proxy_host(found)
        else:
            zgrpc.Client("https://acme.zitadel.cloud", proxy=proxy).close()
            assert not proxy or proxy_host(proxy)
    except ValueError as error:
        assert "proxy" in str(error).lower()


@given(st.text(), st.sampled_from(["", "failed to connect to all addresses; last error: UNKNOWN: "]))
def test_no_text_of_an_error_breaks_the_hints(text: str, before: str) -> None:
    assert isinstance(hint(before + text), str)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
answers = st.one_of(
    st.fixed_dictionaries(
        {},
        optional={
            "access_token": json_values | st.just("opaque-token-1"),
            "token_type": json_values | st.just("Bearer"),
            "expires_in": json_values | st.sampled_from([1, 43199, 2**62, 1e300, -1]),
            "error": json_values,
            "error_description": json_values,
        },
    ).map(lambda body: json.dumps(body).encode()),
    st.binary(max_size=50),
    json_values.map(lambda value: json.dumps(value).encode()),
)


@shared_fixture
@given(status=st.sampled_from([200, 200, 200, 204, 301, 400, 401, 429, 500]), body=answers)
def test_any_answer_of_a_token_endpoint_ends_the_call_with_an_error(
    token_server: TokenServer, unused_port: int, status: int, body: bytes
) -> None:
    token_server.answer = lambda _: (status, {"content-type": "application/json"}, b"" if status == 204 else body)
    robot = zgrpc.ClientCredentials("robot", SECRET)
    with (
        zgrpc.Client(f"http://127.0.0.1:{unused_port}", credentials=robot, issuer=token_server.issuer) as client,
        pytest.raises((zgrpc.TokenError, zgrpc.UnavailableError)) as raised,
    ):
        client.auth.get_my_user(timeout=20.0)
    assert SECRET not in inside(raised.value)
