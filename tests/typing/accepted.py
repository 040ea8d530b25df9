"""What both type checkers accept of the sync flavor, and the types they infer. Checked, never run."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import assert_type

import grpc
from google.protobuf.timestamp_pb2 import Timestamp
from zitadel import auth_pb2, change_pb2, management_pb2, object_pb2, org_pb2, policy_pb2, user_pb2
from zitadel.user.v2 import user_pb2 as user_v2_pb2
from zitadel.user.v2 import user_service_pb2

import zgrpc
from zgrpc.types import AddHumanUserRequestProfileDict, GenderValue, ListUsersCondition, ListUsersWhere


def the_client(client: zgrpc.Client) -> None:
    with client as same:
        assert_type(same, zgrpc.Client)
    assert_type(client.with_org("69629023906488334"), zgrpc.Client)
    assert_type(client.channel, grpc.Channel)


def a_call_takes_keywords_or_the_message(client: zgrpc.Client) -> None:
    answer = client.management.get_user_by_id(id="42")
    assert_type(answer, management_pb2.GetUserByIDResponse)
    assert_type(answer.user, user_pb2.User)
    request = management_pb2.GetUserByIDRequest(id="42")
    assert_type(client.management.get_user_by_id(request), management_pb2.GetUserByIDResponse)
    assert_type(client.auth.get_my_user(), auth_pb2.GetMyUserResponse)
    assert_type(client.auth.get_my_user(auth_pb2.GetMyUserRequest()), auth_pb2.GetMyUserResponse)


def a_call_takes_options(client: zgrpc.Client) -> None:
    client.management.get_user_by_id(id="42", timeout=2.0, org_id="1", metadata=(("x-request-id", "1"),))
    client.management.get_user_by_id(id="42", metadata={"x-request-id": "1"})
    client.management.get_user_by_id(
        management_pb2.GetUserByIDRequest(id="42"), timeout=2, org_id="1", metadata=[("x-bin", b"1")]
    )
    client.auth.get_my_user(timeout=None, org_id=None, metadata=None, token="t")


def options_are_set_beside_fields_of_their_names(client: zgrpc.Client) -> None:
    action = client.management.create_action.with_options(timeout=2.0, org_id="1", retry=False, token="t")
    assert_type(
        action(name="log", script="function log() {}", timeout=timedelta(seconds=10)),
        management_pb2.CreateActionResponse,
    )
    users = client.v2.user.list_users.with_options(where={"email": "a@b.example"}, limit=3)
    users.with_options(where=zgrpc.or_({"email": "a@b.example"}, {"user_name": zgrpc.starts_with("a")}), offset=3)
    client.management.list_users.with_options(where=user_pb2.SearchQuery(), first_page=3)
    assert_type(list(users()), list[user_v2_pb2.User])
    assert_type(users.rpc.request_class, type[user_service_pb2.ListUsersRequest])


def a_dict_stands_for_a_message(client: zgrpc.Client) -> None:
    profile: AddHumanUserRequestProfileDict = {"first_name": "Gigi", "last_name": "Giraffe", "gender": "GENDER_DIVERSE"}
    answer = client.management.add_human_user(
        user_name="gigi",
        profile=profile,
        email=management_pb2.AddHumanUserRequest.Email(email="gigi@zoo.example"),
        phone={"phone": "+41 71 000 00 00"},
    )
    assert_type(answer, management_pb2.AddHumanUserResponse)
    client.management.bulk_add_project_roles(
        project_id="1", roles=[{"key": "buyer", "display_name": "Buyer"}, {"key": "seller", "display_name": "Seller"}]
    )


def an_enum_is_given_by_value_or_name(client: zgrpc.Client, gender: GenderValue) -> None:
    names = ("Gigi", "Giraffe")
    client.management.update_human_profile(
        user_id="1", first_name=names[0], last_name=names[1], display_name="Gigi", gender=user_pb2.GENDER_DIVERSE
    )
    client.auth.update_my_profile(first_name="Gigi", last_name="G", display_name="Gigi", gender="GENDER_DIVERSE")
    client.auth.update_my_profile(first_name="Gigi", last_name="G", display_name="Gigi", gender=gender)


def a_list_is_any_collection(client: zgrpc.Client, keys: Iterator[str]) -> None:
    for role_keys in (["a"], ("a",), {"a"}, {"a": 1}.keys()):
        client.management.add_user_grant(user_id="1", project_id="2", role_keys=role_keys)
    client.management.add_user_grant(user_id="1", project_id="2", role_keys=keys)
    grant = user_pb2.UserGrant()
    client.management.add_user_grant(user_id="1", project_id="2", role_keys=grant.role_keys)


def moments_are_native_or_messages(client: zgrpc.Client) -> None:
    client.management.add_personal_access_token(user_id="1", expiration_date=datetime(2030, 1, 1, tzinfo=UTC))
    client.management.add_personal_access_token(user_id="1", expiration_date=Timestamp(seconds=1))
    client.management.update_oidc_app_config(project_id="1", app_id="2", clock_skew=timedelta(seconds=5))


def a_list_is_a_pager_of_its_items(client: zgrpc.Client) -> None:
    pager = client.management.list_user_grants()
    assert_type(pager, zgrpc.Pager[user_pb2.UserGrant])
    for grant in pager:
        assert_type(grant, user_pb2.UserGrant)
    assert_type(pager.pages(), Iterator[list[user_pb2.UserGrant]])
    assert_type(pager.total(), int)
    assert_type(pager.first(), user_pb2.UserGrant | None)
    assert_type(pager.one(), user_pb2.UserGrant)
    assert_type(client.auth.list_my_memberships(), zgrpc.Pager[user_pb2.Membership])
    assert_type(client.auth.list_my_zitadel_permissions(), zgrpc.Pager[str])
    assert_type(client.management.list_org_changes(), zgrpc.Pager[change_pb2.Change])
    assert_type(client.management.list_login_policy_second_factors(), zgrpc.Pager[policy_pb2.SecondFactorType])
    assert_type(client.management.list_users.rpc.permission, str)


def a_list_takes_options(client: zgrpc.Client) -> None:
    client.management.list_users(limit=10, first_page=1000, offset=5, timeout=60)
    client.management.list_users(query={"asc": True}, sorting_column="USER_FIELD_NAME_EMAIL")
    client.management.list_users(management_pb2.ListUsersRequest(), limit=10, where={"user_name": "gigi"})
    client.management.list_personal_access_tokens(user_id="42", query=object_pb2.ListQuery(asc=True))
    client.management.list_users(where=None, limit=None, first_page=None, offset=None)


def a_page_is_the_bare_answer(client: zgrpc.Client) -> None:
    page = client.management.list_users.page(where={"user_name": "gigi"}, offset=20, limit=10)
    assert_type(page, management_pb2.ListUsersResponse)
    request = management_pb2.ListUsersRequest()
    assert_type(client.management.list_users.page(request, limit=10), management_pb2.ListUsersResponse)


def where_knows_its_keys(client: zgrpc.Client) -> None:
    client.management.list_users(where={"user_name": "gigi", "email": zgrpc.ends_with("@zoo", ignore_case=True)})
    client.management.list_users(where={"in_user_ids": ["1", "2"], "state": "USER_STATE_ACTIVE"})
    client.management.list_users(where={"type": user_pb2.TYPE_HUMAN})
    client.management.list_user_grants(where={"with_granted": True, "role_key": "admin"})
    client.management.list_user_grants(where={"email": {"email": "@zoo", "method": "TEXT_QUERY_METHOD_CONTAINS"}})
    client.management.list_users(where={"email": user_pb2.EmailQuery(email_address="a@zoo")})
    client.management.list_users(where=user_pb2.SearchQuery(email_query=user_pb2.EmailQuery(email_address="a@zoo")))
    client.auth.list_my_memberships(where={"org": "1", "iam": False})
    assert_type(client.auth.list_my_project_orgs(where={"name": zgrpc.contains("x")}), zgrpc.Pager[org_pb2.Org])


def conditions_combine(client: zgrpc.Client) -> None:
    search = client.management.list_users
    search(where=zgrpc.or_({"user_name": "a"}, {"email": zgrpc.ends_with("@x")}))
    search(where=zgrpc.not_({"state": "USER_STATE_INACTIVE"}))
    search(where=zgrpc.and_({"type": "TYPE_HUMAN"}, zgrpc.or_({"user_name": "a"}, {"email": zgrpc.contains("@x")})))
    search(where=zgrpc.or_(zgrpc.not_({"user_name": "a"}), zgrpc.and_({"email": "b"}, zgrpc.not_({"email": "c"}))))
    search(where=zgrpc.or_({"user_name": "a"}, user_pb2.SearchQuery()))
    search(where={"type": "TYPE_HUMAN", "or": [{"user_name": "a"}, {"not": {"email": "b"}}]})
    search(where={"type": "TYPE_HUMAN", "or": [{"user_name": "a"}, zgrpc.not_({"email": "b"})]})
    client.management.list_user_grants(where=zgrpc.and_({"email": "a"}, {"user_id": "1"}))


def a_where_can_be_named(client: zgrpc.Client, extra: bool) -> None:
    where: ListUsersWhere = {"type": "TYPE_HUMAN"}
    if extra:
        where["email"] = zgrpc.contains("@x")
    client.management.list_users(where=where)
    condition: ListUsersCondition = zgrpc.or_(where, {"user_name": "a"})
    client.management.list_users(where=condition)


def a_field_called_like_an_option_is_given_in_the_message(client: zgrpc.Client) -> None:
    request = management_pb2.CreateActionRequest(name="log", script="function log() {}")
    assert_type(client.management.create_action(request, timeout=5), management_pb2.CreateActionResponse)
