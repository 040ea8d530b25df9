"""RPCs of later versions are called and listed as those of the first, against a server that has a few of them."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel.user.v2 import user_pb2, user_service_pb2, user_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

USERS = [
    user_pb2.User(
        user_id=str(number),
        username=f"user{number}",
        state=user_pb2.USER_STATE_ACTIVE,
        human=user_pb2.HumanUser(email={"email": f"user{number}@acme.com"}),
    )
    for number in range(3)
]


class UserService(user_service_pb2_grpc.UserServiceServicer):
    """Three users."""

    def ListUsers(self, request: Any, context: Any) -> Any:  # noqa: N802 - the name in gRPC
        wanted = {user for query in request.queries for user in query.in_user_ids_query.user_ids}
        found = [user for user in USERS if not wanted or user.user_id in wanted]
        page = found[request.query.offset :][: request.query.limit]
        return user_service_pb2.ListUsersResponse(details={"total_result": len(found)}, result=page)

    def GetUserByID(self, request: Any, context: Any) -> Any:  # noqa: N802 - the name in gRPC
        return user_service_pb2.GetUserByIDResponse(user=USERS[int(request.user_id)])


@pytest.fixture(scope="module")
def later() -> Iterator[dict[str, str]]:
    """The environment of a server of the second version."""
    server = grpc.server(ThreadPoolExecutor(4))
    user_service_pb2_grpc.add_UserServiceServicer_to_server(UserService(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield {"ZITADEL_URL": f"http://127.0.0.1:{port}", "ZITADEL_ORG_ID": ""}
    server.stop(None)


@pytest.mark.parametrize("name", ["v2.user.GetUserByID", "v2.user.get_user_by_id"])
def test_an_rpc_is_called_by_either_name(run: Run, later: dict[str, str], name: str) -> None:
    done = run("call", name, "user_id=1", env=later)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["user"]["username"] == "user1"


def test_a_list_shows_names_first(run: Run, later: dict[str, str]) -> None:
    done = run("list", "v2.user.ListUsers", env={**later, "COLUMNS": "100"})
    assert done.returncode == 0, done.stderr
    assert [line.split() for line in done.stdout.splitlines()[:2]] == [
        ["username", "human.email.email", "state", "user_id"],
        ["user0", "user0@acme.com", "active", "0"],
    ]


def test_a_list_is_filtered(run: Run, later: dict[str, str]) -> None:
    done = run("list", "v2.user.list_users", "-w", "in_user_ids=1,2", "-o", "csv", "-c", "username", env=later)
    assert done.stdout.splitlines() == ["username", "user1", "user2"]


def test_methods_and_describe_show_later_versions(run: Run) -> None:
    assert "v2.user.ListUsers" in run("methods", "v2.user.list*").stdout
    assert "client.v2.user.list_users(...)" in run("describe", "v2.user.ListUsers").stdout
