"""Credentials that fetch tokens, against the token endpoint of a real ZITADEL.

ZGRPC_TEST_KEY_FILE: the key of a service user there (JSON); the tests make one where it is not set.
ZGRPC_TEST_ISSUER: the issuer, where it is not ZGRPC_TEST_TARGET.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from tests.live.conftest import OPTIONS, TARGET

if TYPE_CHECKING:
    from tests.live.conftest import Org

ISSUER: dict[str, Any] = {"issuer": os.environ.get("ZGRPC_TEST_ISSUER") or None}
ALL: dict[str, Any] = {**OPTIONS, **ISSUER}


@pytest.fixture(scope="module")
def key(org: Org) -> zgrpc.ServiceAccountKey:
    if path := os.environ.get("ZGRPC_TEST_KEY_FILE"):
        return zgrpc.ServiceAccountKey.from_file(path)
    made = org.client.management.add_machine_key(user_id=org.bot, type="KEY_TYPE_JSON")
    return zgrpc.ServiceAccountKey.from_json(made.key_details)


@pytest.fixture(scope="module")
def secret(org: Org) -> zgrpc.ClientCredentials:
    made = org.client.management.generate_machine_secret(user_id=org.bot)
    return zgrpc.ClientCredentials(made.client_id, made.client_secret)


def who(client: zgrpc.Client) -> str:
    """The user's id, once the reads of the server have caught up with the making of the key or secret."""
    return zgrpc.wait_for(
        lambda: client.auth.get_my_user().user.id, timeout=20, not_yet=(zgrpc.NotFoundError, zgrpc.TokenError)
    )


def test_a_key_logs_its_user_in(key: zgrpc.ServiceAccountKey) -> None:
    with zgrpc.Client(TARGET, credentials=key, **ALL) as client:
        assert who(client) == key.user_id


async def test_a_key_logs_its_user_in_with_asyncio(key: zgrpc.ServiceAccountKey) -> None:
    async with zgrpc.AsyncClient(TARGET, credentials=key, **ALL) as client:
        assert (await client.auth.get_my_user()).user.id == key.user_id


def test_a_client_id_and_its_secret_log_the_user_in(org: Org, secret: zgrpc.ClientCredentials) -> None:
    with zgrpc.Client(TARGET, credentials=secret, **ALL) as client:
        assert who(client) == org.bot


def test_a_wrong_secret_is_named(secret: zgrpc.ClientCredentials) -> None:
    wrong = zgrpc.ClientCredentials(secret.client_id, "not-the-secret-of-this-user")
    with zgrpc.Client(TARGET, credentials=wrong, **ALL) as client:
        with pytest.raises(zgrpc.TokenError, match="the client secret is wrong") as error:
            client.auth.get_my_user()
        assert error.value.status == 400


def test_a_key_of_another_issuer_is_named_as_a_likely_cause(key: zgrpc.ServiceAccountKey) -> None:
    from zgrpc._auth.endpoint import TokenEndpoint, fetch, token_request

    host = OPTIONS["instance_host"]
    headers = {"x-zitadel-instance-host": host} if host else {}
    other = TokenEndpoint(ISSUER["issuer"] or TARGET, "https://elsewhere.example", headers)
    with pytest.raises(zgrpc.TokenError, match=r"the issuer is not 'https://elsewhere\.example' to the letter"):
        fetch(other, token_request(key, other))


def test_diagnose_finds_nothing_wrong(key: zgrpc.ServiceAccountKey) -> None:
    with zgrpc.Client(TARGET, credentials=key, **ALL) as client:
        diagnosis = client.diagnose()
    assert diagnosis.ok, str(diagnosis)
