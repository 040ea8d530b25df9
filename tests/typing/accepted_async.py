"""What both type checkers accept of the asyncio flavor, and the types they infer. Checked, never run."""

import asyncio
from collections.abc import AsyncIterator
from typing import assert_type

import grpc.aio
from zitadel import auth_pb2, change_pb2, management_pb2, user_pb2

import zgrpc


async def the_client(client: zgrpc.AsyncClient) -> None:
    async with client as same:
        assert_type(same, zgrpc.AsyncClient)
    assert_type(client.with_org("69629023906488334"), zgrpc.AsyncClient)
    assert_type(client.channel, grpc.aio.Channel)


async def a_call_takes_keywords_or_the_message(client: zgrpc.AsyncClient) -> None:
    assert_type(await client.management.get_user_by_id(id="42", timeout=2.0), management_pb2.GetUserByIDResponse)
    request = management_pb2.GetUserByIDRequest(id="42")
    assert_type(await client.management.get_user_by_id(request, org_id="1"), management_pb2.GetUserByIDResponse)
    assert_type(await client.auth.get_my_user(), auth_pb2.GetMyUserResponse)


async def a_call_can_be_a_task(client: zgrpc.AsyncClient) -> None:
    task = asyncio.create_task(client.auth.get_my_user())
    assert_type(await task, auth_pb2.GetMyUserResponse)
    one, other = await asyncio.gather(client.auth.get_my_user(), client.management.get_user_by_id(id="1"))
    assert_type(one, auth_pb2.GetMyUserResponse)
    assert_type(other, management_pb2.GetUserByIDResponse)


async def a_list_is_a_pager_of_its_items(client: zgrpc.AsyncClient) -> None:
    pager = client.management.list_user_grants(where={"email": zgrpc.ends_with("@zoo")}, limit=10)
    assert_type(pager, zgrpc.AsyncPager[user_pb2.UserGrant])
    async for grant in pager:
        assert_type(grant, user_pb2.UserGrant)
    assert_type(pager.pages(), AsyncIterator[list[user_pb2.UserGrant]])
    assert_type(await pager.total(), int)
    assert_type(await pager.first(), user_pb2.UserGrant | None)
    assert_type(await pager.one(), user_pb2.UserGrant)
    assert_type([item async for item in client.auth.list_my_zitadel_permissions()], list[str])
    assert_type(client.management.list_org_changes(), zgrpc.AsyncPager[change_pb2.Change])


async def a_page_is_the_bare_answer(client: zgrpc.AsyncClient) -> None:
    page = await client.management.list_users.page(where=zgrpc.not_({"user_name": "a"}), offset=20, limit=10)
    assert_type(page, management_pb2.ListUsersResponse)
