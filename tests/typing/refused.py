"""What both type checkers refuse: every line has one mistake, and each checker's exemption fails when it is not needed.

Checked, never run.
"""

# ruff: noqa: B018, TC001 -- a line looks an attribute up to see it rejected; imports are as users write them

from zitadel import auth_pb2, management_pb2, user_pb2

import zgrpc
from zgrpc.types import ListUsersWhere


def calls(client: zgrpc.Client) -> None:
    management = client.management
    management.get_user_by_idd(id="42")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    management.get_user_by_id(idd="42")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    management.get_user_by_id()  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    management.get_user_by_id(id=42)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(id=None)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id("42")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(auth_pb2.GetMyUserRequest())  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(management_pb2.GetUserByIDRequest(), id="1")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    management.get_user_by_id(request=management_pb2.GetUserByIDRequest())  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    management.get_user_by_id(id="42", timeout="2")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(id="42", org_id=1)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(id="42", metadata={"a": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    management.get_user_by_id(id="42", limit=1)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.management = management  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    client.managment.get_user_by_id(id="42")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.auth.get_user_by_id(id="42")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.auth.get_my_user().usr  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    management.create_action(name="log", script="x", timeout=5)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


def nested_fields(client: zgrpc.Client) -> None:
    add = client.management.bulk_add_project_roles
    add(project_id="1", roles=[{"key": "a", "display_name": "A", "color": "red"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    add(project_id="1", roles=[{"key": "a"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    add(project_id="1", roles=[{"key": 1, "display_name": "A"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    add(project_id="1", roles=["a"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    grant = client.management.add_user_grant
    grant(user_id="1", project_id="2", role_keys="admin")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    grant(user_id="1", project_id="2", role_keys=[1])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    token = client.management.add_personal_access_token
    token(user_id="1", expiration_date="2030-01-01")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    update = client.auth.update_my_profile
    update(first_name="a", last_name="b", display_name="c", gender="DIVERSE")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    update(first_name="a", last_name="b", display_name="c", gender=user_pb2.TYPE_HUMAN)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


def lists(client: zgrpc.Client) -> None:
    search = client.management.list_users
    search(limit="10")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    search(userids=["1"])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    search(queries=[{"email_query": {"adress": "x"}}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    search.page(first_page=10)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    search().result  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.management.list_personal_access_tokens(user_id="1", where={})  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.management.list_personal_access_tokens()  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]


def where(client: zgrpc.Client) -> None:
    users = client.management.list_users
    users(where={"emial": "x"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users.with_options(where={"emial": "x"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    users.with_options(where={"email": 5})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    users.with_options(where=user_pb2.UserGrantQuery())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.management.list_personal_access_tokens.with_options(where={})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    users(where={"email_query": "x"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"email": 5})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"email": None})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"in_user_ids": "1"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"state": "ACTIVE"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"or": {"email": "x"}})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"or": [{"emial": "x"}]})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where={"not": {"emial": "x"}})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where=zgrpc.or_({"emial": "x"}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where=[{"email": "x"}])  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    users(where=user_pb2.UserGrantQuery())  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    grants = client.management.list_user_grants
    grants(where={"role_key": zgrpc.contains("adm")})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    grants(where={"user_id": zgrpc.equals("1")})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    grants(where={"with_granted": "yes"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    grants(where=zgrpc.or_({"email": "x"}))  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    grants(where=zgrpc.not_({"email": "x"}))  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    named: ListUsersWhere = {"email": "x", "tpye": 1}  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportAssignmentType]
    users(where=named)
    zgrpc.contains(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def asyncio_flavor(client: zgrpc.AsyncClient) -> None:
    (await client.management.get_user_by_id(idd="42"))  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.management.get_user_by_id(id="42").user  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    client.management.list_users(where={"emial": "x"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    await client.management.list_users()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    for _ in client.management.list_users():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
        pass
    client.management.list_users.page(limit=1).result  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
