"""`warn_deprecated=True` warns where a deprecated RPC is used."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

import zgrpc

if TYPE_CHECKING:
    from zgrpc.testing import Emulator

URL = "http://localhost:1"


def test_a_use_of_a_deprecated_rpc_warns_at_its_own_line_each_time() -> None:
    with zgrpc.Client(URL, warn_deprecated=True) as client, warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        for _ in range(2):
            assert client.management.list_users.rpc.name == "ListUsers"
        assert client.management.list_actions
        assert client.v2.user.list_users
    assert [str(one.message) for one in found] == [
        "management.ListUsers: Deprecated by ZITADEL: use v2.user.ListUsers."
    ] * 2
    assert {one.filename for one in found} == {__file__}


async def test_an_asyncio_client_warns_too() -> None:
    async with zgrpc.AsyncClient(URL, warn_deprecated=True) as client:
        with pytest.warns(DeprecationWarning, match="names no successor"):
            assert client.admin.get_idp_by_id


def test_an_rpc_that_the_package_itself_uses_does_not_warn(emulator: Emulator) -> None:
    credentials = zgrpc.PersonalAccessToken(emulator.owner_token)
    with zgrpc.Client(f"http://{emulator.target}", credentials=credentials, warn_deprecated=True) as client:
        user_id = client.auth.get_my_user().user.id
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert client.batch.user(user_id).id == user_id  # by management.ListUsers
        with pytest.warns(DeprecationWarning, match=r"management\.ListUsers"):
            assert client.management.list_users


def test_nothing_warns_by_default() -> None:
    with zgrpc.Client(URL) as client, warnings.catch_warnings():
        warnings.simplefilter("error")
        assert client.management.list_users


def test_a_wrong_switch_is_rejected() -> None:
    with pytest.raises(TypeError, match="warn_deprecated must be True or False, not str"):
        zgrpc.Client(URL, warn_deprecated="yes")  # type: ignore[arg-type]  # wrong on purpose
