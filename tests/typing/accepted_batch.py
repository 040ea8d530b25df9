"""What both type checkers infer of `client.batch` and `client.map`. Checked, never run."""

from collections.abc import AsyncGenerator, AsyncIterator, Generator
from typing import assert_type

from rich.progress import Progress
from zitadel import app_pb2, management_pb2, metadata_pb2, user_pb2

import zgrpc


def a_look_up_gives_its_message(client: zgrpc.Client) -> None:
    assert_type(client.batch, zgrpc.Batch)
    assert_type(client.batch.user("42"), user_pb2.User)
    assert_type(client.batch.users(["42"]), list[user_pb2.User])
    assert_type(client.batch.users({"42"}, missing_ok=True), list[user_pb2.User | None])
    assert_type(client.batch.users_by_emails(["gigi@zoo.example"]), dict[str, list[user_pb2.User]])
    assert_type(client.batch.user_grants("42"), list[user_pb2.UserGrant])
    assert_type(client.batch.user_metadata("42", "team"), metadata_pb2.Metadata)
    assert_type(client.batch.app("1", "2", timeout=2), app_pb2.App)
    zgrpc.Batch(client, window=0.005, max_keys=50, in_flight=2, ttl=60, negative_ttl=5, max_cached=1000)


async def an_asyncio_look_up_gives_its_message(client: zgrpc.AsyncClient) -> None:
    assert_type(client.batch, zgrpc.AsyncBatch)
    assert_type(await client.batch.user("42"), user_pb2.User)
    assert_type(await client.batch.users(["42"], missing_ok=True), list[user_pb2.User | None])
    assert_type(await client.batch.user_grants_by_user(["42"]), dict[str, list[user_pb2.UserGrant]])
    zgrpc.AsyncBatch(client, ttl=60)


def a_map_gives_the_rpcs_results(client: zgrpc.Client, requests: list[management_pb2.GetUserByIDRequest]) -> None:
    get = client.management.get_user_by_id
    assert_type(client.map(get, requests), Generator[management_pb2.GetUserByIDResponse, None, None])
    assert_type(
        client.map(get, requests, errors="return"),
        Generator[management_pb2.GetUserByIDResponse | zgrpc.ZitadelError | zgrpc.ListError, None, None],
    )
    for request, result in client.map(get, requests, pairs=True, ordered=False):
        assert_type(request, management_pb2.GetUserByIDRequest)
        assert_type(result, management_pb2.GetUserByIDResponse)
    for _, outcome in client.map(get, requests, pairs=True, errors="return"):
        if isinstance(outcome, management_pb2.GetUserByIDResponse):
            assert_type(outcome.user, user_pb2.User)
    fields = [{"id": "42"}]
    assert_type(client.map(get, fields), Generator[management_pb2.GetUserByIDResponse, None, None])
    for mapping, outcome in client.map(get, fields, pairs=True, errors="return"):
        assert_type(mapping, dict[str, str])
        assert_type(outcome, management_pb2.GetUserByIDResponse | zgrpc.ZitadelError | zgrpc.ListError)
    for user in client.map(client.batch.user, ["42"], concurrency=8, progress=print):
        assert_type(user, user_pb2.User)
    with Progress() as shown:
        list(client.map(get, fields, progress=shown))
        client.management.list_users(progress=shown)
        client.bulk.apply({}, progress=shown)


async def an_asyncio_map_gives_the_rpcs_results(
    client: zgrpc.AsyncClient, requests: AsyncIterator[management_pb2.GetUserByIDRequest]
) -> None:
    get = client.management.get_user_by_id
    assert_type(client.map(get, requests), AsyncGenerator[management_pb2.GetUserByIDResponse, None])
    fields = [{"id": "42"}]
    assert_type(client.map(get, fields), AsyncGenerator[management_pb2.GetUserByIDResponse, None])
    async for mapping, answer in client.map(get, fields, pairs=True):
        assert_type(mapping, dict[str, str])
        assert_type(answer, management_pb2.GetUserByIDResponse)
    async for user in client.map(client.batch.user, ["42"]):
        assert_type(user, user_pb2.User)
    async for request, result in client.map(get, requests, pairs=True, errors="return"):
        assert_type(request, management_pb2.GetUserByIDRequest)
        if not isinstance(result, zgrpc.ZitadelError | zgrpc.ListError):
            assert_type(result, management_pb2.GetUserByIDResponse)
