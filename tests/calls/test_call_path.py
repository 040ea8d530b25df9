"""A call on grpcio-testing's channel: what the client sends, and what it returns."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import grpc
import grpc_testing
import pytest
from zitadel import management_pb2
from zitadel.management_pb2 import CreateActionRequest, GetUserByIDRequest, GetUserByIDResponse
from zitadel.user_pb2 import User

import zgrpc
from tests.reachable import reachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "token-of-the-call-path-tests"
SERVICE = management_pb2.DESCRIPTOR.services_by_name["ManagementService"]


class Wire:
    """grpcio-testing's channel with a client on it, and a thread to call from."""

    def __init__(self) -> None:
        self.channel = grpc_testing.channel([SERVICE], grpc_testing.strict_real_time())
        self.threads = ThreadPoolExecutor(1)

    def client(self, **options: Any) -> zgrpc.Client:
        options.setdefault("credentials", zgrpc.PersonalAccessToken(TOKEN))
        return zgrpc.Client(channel=self.channel, **options)

    def answer(
        self, call: Callable[[], Any], response: Any, code: grpc.StatusCode = grpc.StatusCode.OK, details: str = ""
    ) -> tuple[Any, dict[str, Any], Any]:
        """Make a call from a thread and answer it; returns the outcome, the metadata and the request."""
        outcome = self.threads.submit(call)
        metadata, request, rpc = self.channel.take_unary_unary(SERVICE.methods_by_name["GetUserByID"])
        sent = {key: value for key, value in metadata if not key.startswith("grpc.")}  # the channel adds one of its own
        rpc.terminate(response, (), code, details)
        try:
            return outcome.result(10), sent, request
        except zgrpc.ZitadelError as error:
            return error, sent, request


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.threads.shutdown()


def test_a_call_by_keywords_sends_the_request_with_the_token_and_the_org(wire: Wire) -> None:
    client = wire.client(org_id="7")
    response = GetUserByIDResponse(user=User(user_name="gigi"))
    answer, metadata, request = wire.answer(lambda: client.management.get_user_by_id(id="42"), response)
    assert answer.user.user_name == "gigi"
    assert request == GetUserByIDRequest(id="42")
    assert metadata == {"authorization": f"Bearer {TOKEN}", "x-zitadel-orgid": "7"}


def test_a_call_by_message_sends_that_message(wire: Wire) -> None:
    client, message = wire.client(), GetUserByIDRequest(id="42")
    _, _, request = wire.answer(lambda: client.management.get_user_by_id(message), GetUserByIDResponse())
    assert request == message


def test_a_scope_of_another_org_shares_all_but_the_org(wire: Wire) -> None:
    beta = wire.client(org_id="7", metadata=(("x-request-source", "tests"),)).with_org("8")
    _, metadata, _ = wire.answer(lambda: beta.management.get_user_by_id(id="1"), GetUserByIDResponse())
    assert metadata == {"authorization": f"Bearer {TOKEN}", "x-zitadel-orgid": "8", "x-request-source": "tests"}


def test_a_calls_own_org_and_metadata_take_the_place_of_the_clients(wire: Wire) -> None:
    client = wire.client(org_id="7", metadata=(("x-request-id", "1"),))
    _, metadata, _ = wire.answer(
        lambda: client.management.get_user_by_id(
            id="1", org_id="9", metadata=[("x-request-id", "2"), ("authorization", "Bearer other")]
        ),
        GetUserByIDResponse(),
    )
    assert metadata == {"authorization": "Bearer other", "x-zitadel-orgid": "9", "x-request-id": "2"}


def test_options_that_are_bound_later_leave_the_org_that_was_bound(wire: Wire) -> None:
    bound = wire.client(org_id="7").management.get_user_by_id.with_options(org_id="9").with_options(timeout=5)
    _, metadata, _ = wire.answer(lambda: bound(id="1"), GetUserByIDResponse())
    assert metadata["x-zitadel-orgid"] == "9"


def test_metadata_may_be_any_mapping(wire: Wire) -> None:
    client = wire.client(metadata=MappingProxyType({"x-request-id": "1"}))
    _, metadata, _ = wire.answer(lambda: client.management.get_user_by_id(id="1"), GetUserByIDResponse())
    assert metadata["x-request-id"] == "1"


def test_the_instance_host_travels_as_metadata(wire: Wire) -> None:
    client = wire.client(instance_host="acme.zitadel.cloud")
    _, metadata, _ = wire.answer(lambda: client.management.get_user_by_id(id="1"), GetUserByIDResponse())
    assert metadata["x-zitadel-instance-host"] == "acme.zitadel.cloud"


def test_a_status_is_raised_as_its_class(wire: Wire) -> None:
    client = wire.client()
    error, _, _ = wire.answer(
        lambda: client.management.get_user_by_id(id="1"),
        None,
        grpc.StatusCode.NOT_FOUND,
        "User could not be found (QUERY-Dfbg2)",
    )
    assert isinstance(error, zgrpc.NotFoundError)
    assert (error.id, error.message) == ("QUERY-Dfbg2", "User could not be found")
    assert isinstance(error.__cause__, grpc.RpcError)


def test_an_rpc_is_bound_once_and_only_when_used(wire: Wire) -> None:
    client = wire.client()
    assert "get_user_by_id" not in vars(client.management)
    assert client.management.get_user_by_id is client.management.get_user_by_id


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda m: m.get_user_by_id(idd="1"), TypeError, "no 'idd'; did you mean 'id'"),
        (lambda m: m.get_user_by_id(id=1), TypeError, "id takes str, not int"),
        (lambda m: m.get_user_by_id(id=None), TypeError, "id takes str, not NoneType"),
        (lambda m: m.get_user_by_id("1"), TypeError, "takes a GetUserByIDRequest or its fields as keywords, not str"),
        (lambda m: m.get_user_by_id(GetUserByIDRequest(), id="1"), TypeError, "not both"),
        (lambda m: m.create_action("x"), TypeError, "takes a CreateActionRequest or its fields as keywords, not str"),
        (
            lambda m: m.create_action(CreateActionRequest(), name="log"),
            TypeError,
            r"create_action\(\) takes a CreateActionRequest or its fields as keywords, not both \(name\)$",
        ),
        (
            lambda m: m.create_action(CreateActionRequest(), timeout=5),
            TypeError,
            r"not both \(timeout\); pass call options to with_options\(\): timeout$",
        ),
        (lambda m: m.get_user_by_id.with_options(org_id=""), ValueError, "org_id must be an organization's id"),
        (lambda m: m.get_user_by_id(id="1", timeout=0), ValueError, "timeout must be a number of seconds above 0"),
        (lambda m: m.get_user_by_id(id="1", timeout="1"), TypeError, "timeout must be a number of seconds, not str"),
        (lambda m: m.get_user_by_id(id="1", org_id=""), ValueError, "org_id must be an organization's id"),
        (lambda m: m.get_user_by_id(id="1", metadata=[("X-A", "1")]), ValueError, "'X-A' must be lower case"),
        (lambda m: m.get_user_by_id(id="1", metadata=[("x-a", "\n")]), ValueError, "'x-a' must be printable"),
        (lambda m: m.get_user_by_id(user_id="1"), TypeError, "no 'user_id'; it has id"),
        (lambda m: m.get_user_by_id(id="1", orgid="1"), TypeError, "no 'orgid'; did you mean 'org_id'"),
        (lambda m: m.get_my_org(timout=1), TypeError, "no 'timout'; did you mean 'timeout'"),
        (lambda m: m.get_my_org(id="1"), TypeError, "no 'id'; it has no fields"),
        (lambda m: m.list_users(wher={}), TypeError, "no 'wher'; did you mean 'where'"),
        (lambda m: m.list_users(firstpage=1), TypeError, "no 'firstpage'; did you mean 'first_page'"),
        (lambda m: m.list_users().result, AttributeError, r"or call management\.list_users\.page\(\)"),
        (lambda m: m.list_users().totl(), AttributeError, "Pager has no 'totl'; did you mean 'total'"),
        (lambda m: m.get_user_by_idd(id="1"), AttributeError, "did you mean 'get_user_by_id'"),
        (lambda m: m.GetUserByID(id="1"), AttributeError, "did you mean 'get_user_by_id'"),
        (
            lambda m: m.add_human_user(profile={"first_nam": "G"}),
            TypeError,
            "profile has no 'first_nam'; did you mean 'first_name'",
        ),
        (lambda m: m.add_human_user(profile={"first_name": 1}), TypeError, r"profile\.first_name takes str, not int"),
        (
            lambda m: m.add_human_user(profile={"gender": "GENDER_MAIL"}),
            ValueError,
            r"profile\.gender: Gender has no 'GENDER_MAIL'; did you mean 'GENDER_MALE'",
        ),
        (lambda m: m.add_human_user(profile={"gender": 17}), ValueError, r"profile\.gender: Gender has no value 17"),
        (
            lambda m: m.create_action(name="log", timeout=10),
            TypeError,
            "create_action: timeout takes a timedelta, a Duration or a dict, not int",
        ),
        (
            lambda m: m.add_saml_app(metadata_xml=b"<x/>", metadata_url="https://x"),
            TypeError,
            "takes one of metadata_xml, metadata_url, not metadata_xml and metadata_url",
        ),
        (
            lambda m: m.list_users(queries=[{"email_query": {"email_address": "a"}, "user_name_query": {}}]),
            TypeError,
            r"queries\[0\] takes one of .*, not user_name_query and email_query",
        ),
        (lambda m: m.add_user_grant(role_keys="admin"), TypeError, "role_keys takes a list of str, not str"),
        (lambda m: m.add_user_grant(role_keys=["a", None]), TypeError, r"role_keys\[1\] takes str, not NoneType"),
    ],
)
def test_bad_input_is_rejected_before_anything_is_sent(
    wire: Wire, call: Callable[[Any], Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        call(wire.client().management)


def test_a_client_without_credentials_raises_before_anything_is_sent() -> None:
    with zgrpc.Client("localhost:1") as client, pytest.raises(ValueError, match="needs credentials"):
        client.management.get_user_by_id(id="1")


@pytest.mark.parametrize("key", ["a-trace", "x-trace"])
def test_metadata_without_authorization_is_no_credentials(key: str) -> None:
    with zgrpc.Client("localhost:1") as client, pytest.raises(ValueError, match="needs credentials"):
        client.management.get_user_by_id(id="1", metadata=[(key, "1")])


def test_authorization_in_the_metadata_of_a_call_is_credentials_enough(unused_port: int) -> None:
    with (
        zgrpc.Client(f"http://localhost:{unused_port}") as client,
        pytest.raises(zgrpc.UnavailableError),  # it was sent, and nobody listens
    ):
        client.management.get_user_by_id(id="1", timeout=5, metadata=[("authorization", "Bearer other")])


def test_a_token_that_was_fetched_is_credentials_enough(unused_port: int) -> None:
    class Provider:
        def get_token(self) -> zgrpc.AccessToken:
            return zgrpc.AccessToken("a-fetched-token", None)

    with (
        zgrpc.Client(f"http://localhost:{unused_port}", credentials=Provider()) as client,
        pytest.raises(zgrpc.UnavailableError),  # it was sent, and nobody listens
    ):
        client.management.get_user_by_id(id="1", timeout=5)


def test_a_call_on_a_closed_client_names_the_closed_client(wire: Wire) -> None:
    client = wire.client()
    client.management.get_user_by_id  # noqa: B018 - bound before the end
    client.close()
    client.close()
    with pytest.raises(RuntimeError, match="the client is closed"):
        client.management.get_user_by_id(id="1")
    with pytest.raises(RuntimeError, match="the client is closed"):
        client.management.get_my_org()
    assert client.closed


def test_closing_a_scope_does_not_close_the_shared_channel(wire: Wire) -> None:
    client = wire.client()
    with client.with_org("8"):
        pass
    assert not client.closed


def test_secrets_show_in_no_repr(wire: Wire) -> None:
    client = wire.client()
    wire.answer(lambda: client.management.get_user_by_id(id="1"), GetUserByIDResponse())
    kept = reachable(client, client.management.get_user_by_id)
    assert len(kept) > 10
    assert not [type(each) for each in kept if TOKEN in repr(each)]


def test_a_calls_docstring_has_its_route_and_permission(wire: Wire) -> None:
    documentation = wire.client().management.list_user_grants.__doc__
    assert documentation is not None
    assert "POST /users/grants/_search" in documentation
    assert "user.grant.read" in documentation
