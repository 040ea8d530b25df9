"""Runs the client against the ZITADEL that the environment names; skipped where it names none.

ZGRPC_TEST_TARGET: what `zgrpc.Client` takes, such as http://localhost:8080.
ZGRPC_TEST_TOKEN: a personal access token of an IAM_OWNER, who may create and remove organizations.
ZGRPC_TEST_INSTANCE_HOST: the instance's domain, where it is not the target's host.
"""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING, Any

import pytest

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TARGET = os.environ.get("ZGRPC_TEST_TARGET", "")
TOKEN = os.environ.get("ZGRPC_TEST_TOKEN", "")
OPTIONS: dict[str, Any] = {
    "insecure": os.environ.get("ZGRPC_TEST_INSECURE", "") == "1",
    "instance_host": os.environ.get("ZGRPC_TEST_INSTANCE_HOST") or None,
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip = pytest.mark.skip(reason="ZGRPC_TEST_TARGET and ZGRPC_TEST_TOKEN name no ZITADEL")
    for item in items:
        if "tests/live" in item.path.as_posix():
            item.add_marker(pytest.mark.xdist_group("live"))  # a real server's reads trail the writes of others
            if not (TARGET and TOKEN):
                item.add_marker(skip)


class Org:
    """An organization of the tests' own, and the data in it."""

    grants = 12
    tokens = 5

    def __init__(self, owner: zgrpc.Client) -> None:
        self.run = uuid.uuid4().hex[:8]
        self.id = owner.management.add_org(name=f"zgrpc-{self.run}").id
        self.client = owner.with_org(self.id)
        management = self.client.management
        self.users = [
            management.add_human_user(
                user_name=f"user{n}-{self.run}@acme.com",
                profile={"first_name": f"Ada{n}", "last_name": f"Byron{n}"},
                email={"email": f"user{n}-{self.run}@acme.com", "is_email_verified": True},
            ).user_id
            for n in range(3)
        ]
        self.bot = management.add_machine_user(user_name=f"bot-{self.run}", name="Bot").user_id
        management.add_org_member(user_id=self.bot, roles=["ORG_OWNER_VIEWER"])
        tokens = [management.add_personal_access_token(user_id=self.bot).token for _ in range(self.tokens)]
        self.bot_token = tokens[0]
        self.projects = [management.add_project(name=f"shop-{n}").id for n in range(3)]
        for project in self.projects:
            management.add_project_role(project_id=project, role_key="admin", display_name="Administrator")
            management.add_project_role(project_id=project, role_key="reader", display_name="Reader")
            management.add_project_member(project_id=project, user_id=self.bot, roles=["PROJECT_OWNER_VIEWER"])
            for user in [*self.users, self.bot]:
                management.add_user_grant(user_id=user, project_id=project, role_keys=["reader"])
        self._settled(lambda: management.list_user_grants().total(), self.grants)
        self._settled(lambda: management.list_personal_access_tokens(user_id=self.bot).total(), self.tokens)
        self._settled(lambda: management.list_user_memberships(user_id=self.bot).total(), 4)
        self._settled(lambda: management.list_users().total(), 4)

    @staticmethod
    def _settled(count: Callable[[], int], expected: int) -> None:
        """Wait until the reads have caught up with the writes."""
        zgrpc.wait_for(count, lambda found: found == expected, timeout=20)


@pytest.fixture(scope="session")
def owner() -> Iterator[zgrpc.Client]:
    with zgrpc.Client(TARGET, credentials=zgrpc.PersonalAccessToken(TOKEN), **OPTIONS) as client:
        yield client


@pytest.fixture(scope="session")
def org(owner: zgrpc.Client) -> Iterator[Org]:
    org = Org(owner)
    yield org
    org.client.management.remove_org()


@pytest.fixture
async def async_client(org: Org) -> Any:
    credentials = zgrpc.PersonalAccessToken(TOKEN)
    async with zgrpc.AsyncClient(TARGET, credentials=credentials, org_id=org.id, **OPTIONS) as client:
        yield client
