"""What users write first, in both flavors, run against the emulator."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel.management_pb2 import GetMyOrgRequest, GetUserByIDRequest
from zitadel.management_pb2_grpc import ManagementServiceStub

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


class Acme:
    """An organization with a project, a machine user with two tokens, and a grant."""

    def __init__(self, emulator: Emulator) -> None:
        self.url, self.token = f"http://{emulator.target}", emulator.owner_token
        with self.client() as zitadel:
            self.org = zitadel.management.add_org(name="acme").id
            management = zitadel.with_org(self.org).management
            self.user = management.add_human_user(
                user_name="gigi@acme.com",
                profile={"first_name": "Gigi", "last_name": "Rossi"},
                email={"email": "gigi@acme.com", "is_email_verified": True},
            ).user_id
            self.bot = management.add_machine_user(user_name="bot", name="Bot").user_id
            for _ in range(2):
                management.add_personal_access_token(user_id=self.bot)
            self.project = management.add_project(name="shop").id
            management.add_project_role(project_id=self.project, role_key="admin", display_name="Administrator")
            management.add_user_grant(user_id=self.user, project_id=self.project, role_keys=["admin"])

    def client(self, **options: Any) -> zgrpc.Client:
        return zgrpc.Client(self.url, credentials=zgrpc.PersonalAccessToken(self.token), **options)

    def async_client(self, **options: Any) -> zgrpc.AsyncClient:
        return zgrpc.AsyncClient(self.url, credentials=zgrpc.PersonalAccessToken(self.token), **options)


@pytest.fixture(scope="module")
def acme() -> Iterator[Acme]:
    with Emulator() as emulator:
        yield Acme(emulator)


def test_the_sync_example_works(acme: Acme) -> None:
    with acme.client(org_id=acme.org) as zitadel:
        me = zitadel.auth.get_my_user().user
        assert me.user_name == "owner"
        grants = [
            (grant.user_name, list(grant.role_keys))
            for grant in zitadel.management.list_user_grants(where={"email": zgrpc.ends_with("@acme.com")})
        ]
        assert grants == [("gigi@acme.com", ["admin"])]
        beta = zitadel.with_org(acme.org)
        user = beta.management.get_user_by_id(id=acme.user, timeout=2.0).user
        assert user.human.profile.first_name == "Gigi"


async def test_the_asyncio_example_works(acme: Acme) -> None:
    async with acme.async_client(org_id=acme.org) as zitadel:
        user = (await zitadel.management.get_user_by_id(id=acme.user)).user
        assert user.user_name == "gigi@acme.com"
        tokens = [token async for token in zitadel.management.list_personal_access_tokens(user_id=acme.bot)]
        assert len(tokens) == 2


def test_a_request_is_a_message_or_its_fields(acme: Acme) -> None:
    with acme.client(org_id=acme.org) as zitadel:
        by_message = zitadel.management.get_user_by_id(GetUserByIDRequest(id=acme.user))
        assert by_message == zitadel.management.get_user_by_id(id=acme.user)


def test_raw_stubs_work_on_the_clients_channel(acme: Acme) -> None:
    with acme.client(org_id=acme.org) as zitadel:
        assert isinstance(zitadel.channel, grpc.Channel)
        stub = ManagementServiceStub(zitadel.channel)
        assert stub.GetMyOrg(GetMyOrgRequest()).org.id == acme.org
        answer, call = stub.GetMyOrg.with_call(GetMyOrgRequest(), timeout=5)
        assert (answer.org.id, call.code()) == (acme.org, grpc.StatusCode.OK)
        assert stub.GetMyOrg.future(GetMyOrgRequest()).result(5).org.id == acme.org


async def test_raw_asyncio_stubs_work_on_the_clients_channel(acme: Acme) -> None:
    async with acme.async_client(org_id=acme.org) as zitadel:
        assert isinstance(zitadel.channel, grpc.aio.Channel)
        assert (await ManagementServiceStub(zitadel.channel).GetMyOrg(GetMyOrgRequest())).org.id == acme.org


async def test_where_and_pagers_have_both_flavors(acme: Acme) -> None:
    where: zgrpc.types.ListUsersWhere | Any = zgrpc.or_(
        {"user_name": "bot"}, {"email": zgrpc.ends_with("@ACME.COM", ignore_case=True)}
    )
    with acme.client(org_id=acme.org) as zitadel:
        users = zitadel.management.list_users(where=where)
        assert sorted(user.user_name for user in users) == ["bot", "gigi@acme.com"]
        assert zitadel.management.list_users(where={"user_name": "nobody"}).first() is None
    async with acme.async_client(org_id=acme.org) as zitadel:
        assert await zitadel.management.list_users(where=where).total() == 2
        assert (await zitadel.management.list_users(where={"user_name": "bot"}).one()).id == acme.bot


def test_change_lists_follow_their_sequence(acme: Acme) -> None:
    with acme.client(org_id=acme.org) as zitadel:
        for number in range(7):
            zitadel.management.update_user_name(user_id=acme.bot, user_name=f"bot-{number}")
        zitadel.management.update_user_name(user_id=acme.bot, user_name="bot")
        newest_first = [c.sequence for c in zitadel.management.list_user_changes(user_id=acme.bot, first_page=3)]
        oldest_first = [
            c.sequence
            for c in zitadel.management.list_user_changes(user_id=acme.bot, query={"asc": True}, first_page=2)
        ]
        assert newest_first == sorted(set(newest_first), reverse=True)
        assert oldest_first == newest_first[::-1]
        assert len(newest_first) >= 11
        assert len(list(zitadel.management.list_user_changes(user_id=acme.bot, limit=4))) == 4


def test_a_list_that_is_not_paged_gives_its_whole_result(acme: Acme) -> None:
    with acme.client(org_id=acme.org) as zitadel:
        roles = list(zitadel.management.list_org_member_roles())
        assert "ORG_OWNER" in roles
        assert zitadel.management.list_org_member_roles().total() == len(roles)
        assert list(zitadel.management.list_org_member_roles(offset=1, limit=2)) == roles[1:3]
        with pytest.raises(TypeError, match="not paged by the server"):
            zitadel.management.list_org_member_roles.page(limit=2)


async def test_errors_are_the_same_in_both_flavors(acme: Acme) -> None:
    with acme.client() as zitadel, pytest.raises(zgrpc.NotFoundError) as sync_error:
        zitadel.management.get_user_by_id(id="4711")
    async with acme.async_client() as zitadel:
        with pytest.raises(zgrpc.NotFoundError) as async_error:
            await zitadel.management.get_user_by_id(id="4711")
    assert str(sync_error.value) == str(async_error.value)
    assert sync_error.value.id == async_error.value.id == "QUERY-Dfbg2"
    assert isinstance(async_error.value.__cause__, grpc.RpcError)


def test_a_status_hidden_in_unknown_is_raised_as_the_real_one(acme: Acme) -> None:
    with acme.client() as zitadel, pytest.raises(zgrpc.InvalidArgumentError) as caught:
        zitadel.management.get_user_by_id(id="")
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    cause: Any = caught.value.__cause__
    assert cause.code() is grpc.StatusCode.UNKNOWN


class Garbler(grpc.GenericRpcHandler):
    """Answers every RPC with bytes that are no message."""

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[bytes, bytes]:
        return grpc.unary_unary_rpc_method_handler(lambda request, context: b"\xff")


async def test_an_answer_that_cannot_be_parsed_raises_in_both_flavors() -> None:
    server = grpc.server(ThreadPoolExecutor(2), handlers=[Garbler()])
    url = f"http://127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    credentials = zgrpc.PersonalAccessToken("token")
    with (
        zgrpc.Client(url, credentials=credentials) as client,
        pytest.raises(zgrpc.InternalError, match="deserializing"),
    ):
        client.management.get_my_org()
    async with zgrpc.AsyncClient(url, credentials=credentials) as async_client:
        with pytest.raises(zgrpc.InternalError, match="deserializing"):
            await async_client.management.get_my_org()
    server.stop(None)
