"""A system user's tokens are signed here, for the audience, for an hour at most, and renewed ahead of expiry."""

from __future__ import annotations

import time
import traceback
from concurrent import futures
from typing import TYPE_CHECKING, Any

import grpc
import jwt
import pytest
from cryptography.hazmat.primitives import serialization

import zgrpc
from zgrpc._auth.source import TokenSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def public_key(rsa_pem: str) -> Any:
    return serialization.load_pem_private_key(rsa_pem.encode(), None).public_key()


class Server:
    """A server that takes any call and keeps its `authorization`."""

    def __init__(self) -> None:
        self.tokens: list[str] = []
        self._server = grpc.server(futures.ThreadPoolExecutor(2))
        self.port = self._server.add_insecure_port("127.0.0.1:0")
        self._server.add_generic_rpc_handlers((self._Handler(self),))
        self._server.start()

    def close(self) -> None:
        self._server.stop(None)

    class _Handler(grpc.GenericRpcHandler):
        def __init__(self, server: Server) -> None:
            self._server = server

        def service(self, handler_call_details: Any) -> Any:
            metadata = dict(handler_call_details.invocation_metadata)
            self._server.tokens.append(metadata["authorization"].removeprefix("Bearer "))
            return grpc.unary_unary_rpc_method_handler(lambda _request, _context: b"")


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def decoded(token: str, key: Any, audience: str) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(token, key, algorithms=["RS256"], audience=audience)
    return claims


def test_a_call_carries_a_token_that_the_user_signed(server: Server, rsa_pem: str, public_key: Any) -> None:
    user = zgrpc.SystemUser("system-user-1", rsa_pem)
    with zgrpc.Client(f"http://127.0.0.1:{server.port}", credentials=user) as client:
        client.auth.get_my_user()
        client.auth.get_my_user()
    first, second = server.tokens
    assert first == second, "one token serves until its renewal"
    claims = decoded(first, public_key, f"http://127.0.0.1:{server.port}")
    assert claims["iss"] == claims["sub"] == "system-user-1"
    assert claims["exp"] - claims["iat"] == 3600
    assert time.time() - 70 < claims["iat"] < time.time() - 50


async def test_an_async_client_signs_too(server: Server, rsa_pem: str, public_key: Any) -> None:
    user = zgrpc.SystemUser("system-user-1", rsa_pem)
    async with zgrpc.AsyncClient(f"http://127.0.0.1:{server.port}", credentials=user) as client:
        await client.auth.get_my_user()
    assert decoded(server.tokens[0], public_key, f"http://127.0.0.1:{server.port}")["sub"] == "system-user-1"


@pytest.mark.parametrize(
    ("options", "own", "audience"),
    [
        ({}, None, "https://zitadel.example.com"),
        ({"issuer": "https://login.example.com"}, None, "https://login.example.com"),
        ({"instance_host": "acme.example.com"}, None, "https://acme.example.com"),
        ({"issuer": "https://login.example.com"}, "https://system.example.com/", "https://system.example.com"),
    ],
)
def test_the_audience_is_the_users_own_or_the_clients(
    options: dict[str, str], own: str | None, audience: str, rsa_pem: str, public_key: Any
) -> None:
    user = zgrpc.SystemUser("me", rsa_pem, audience=own)
    given: dict[str, Any] = options
    with zgrpc.Client("https://zitadel.example.com", credentials=user, **given) as client:
        token = client.token()
    assert decoded(token, public_key, audience)


def test_a_token_is_renewed_ahead_of_its_expiry(rsa_pem: str) -> None:
    from zgrpc._auth.endpoint import TokenEndpoint

    source = TokenSource(zgrpc.SystemUser("me", rsa_pem), TokenEndpoint("https://a.example", "https://a.example"))
    token = source.renew(time.monotonic() + 5)
    left = token.renew_at - time.monotonic()
    assert 3600 - 60 - 60 - 5 < left <= 3600 - 60 - 60


def test_a_key_is_read_from_a_file(rsa_pem: str, tmp_path: Path) -> None:
    path = tmp_path / "system.pem"
    path.write_bytes(b"\xef\xbb\xbf" + rsa_pem.encode())
    assert repr(zgrpc.SystemUser.from_file("me", path)) == "SystemUser(user_id='me')"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"user_id": ""}, "user_id is empty"),
        ({"key": "no-key-at-all"}, "not a PEM"),
        ({"audience": "zitadel.example.com"}, "audience must be a URL"),
        ({"audience": "https://me:s3cr3t-of-the-tests@example.com"}, "audience must not hold a user name or password"),
    ],
)
def test_wrong_arguments_are_named(arguments: dict[str, str], says: str, rsa_pem: str) -> None:
    given: Any = {"user_id": "me", "key": rsa_pem, **arguments}
    with pytest.raises(ValueError, match=says) as error:
        zgrpc.SystemUser(**given)
    ours = error.value.__traceback__.tb_next  # type: ignore[union-attr]  # without this test's own frame
    shown = "".join(traceback.TracebackException(ValueError, error.value, ours, capture_locals=True).format())
    assert rsa_pem[200:240] not in shown
