"""Tests of one's own code against the embedded emulator: `pip install 'zgrpc[testing]' pytest`, then `pytest`.

The fixtures `zitadel` (a client on a fresh organization) and `zitadel_emulator` come with zgrpc's pytest plugin.
"""

import pytest

import zgrpc
from zgrpc.testing import Emulator


def admins(client: zgrpc.Client) -> dict[str, list[str]]:
    """The code under test: who holds the role admin, by project."""
    found: dict[str, list[str]] = {}
    for grant in client.management.list_user_grants(where={"role_key": "admin"}):
        found.setdefault(grant.project_name, []).append(grant.user_name)
    return {project: sorted(names) for project, names in found.items()}


@pytest.fixture
def project(zitadel: zgrpc.Client) -> str:
    """A project with the role admin."""
    project_id = zitadel.management.add_project(name="Payroll").id
    zitadel.management.add_project_role(project_id=project_id, role_key="admin", display_name="Admin")
    zitadel.management.add_project_role(project_id=project_id, role_key="reader", display_name="Reader")
    return project_id


def add_user(client: zgrpc.Client, name: str) -> str:
    """A user of the organization."""
    return client.management.add_human_user(
        user_name=name,
        profile={"first_name": name.title(), "last_name": "Doe"},
        email={"email": f"{name}@acme.com", "is_email_verified": True},
    ).user_id


def test_only_admins_are_found(zitadel: zgrpc.Client, project: str) -> None:
    """Three users, two of them admins."""
    for name, role in (("ada", "admin"), ("bob", "reader"), ("eve", "admin")):
        zitadel.management.add_user_grant(user_id=add_user(zitadel, name), project_id=project, role_keys=[role])
    assert admins(zitadel) == {"Payroll": ["ada", "eve"]}


def test_nobody_is_found_in_an_empty_organization(zitadel: zgrpc.Client) -> None:
    """The organization of each test is its own."""
    assert admins(zitadel) == {}


def test_a_short_outage_does_not_matter(zitadel: zgrpc.Client, zitadel_emulator: Emulator, project: str) -> None:
    """The list is asked for again when the server was away for a moment."""
    zitadel.management.add_user_grant(user_id=add_user(zitadel, "ada"), project_id=project, role_keys=["admin"])
    with zitadel_emulator.faults.unavailable(rpc="list_user_grants", count=1) as outage:
        assert admins(zitadel) == {"Payroll": ["ada"]}
    assert outage.hits == 1


def test_without_a_role_there_is_an_error_and_no_empty_list(zitadel: zgrpc.Client, zitadel_emulator: Emulator) -> None:
    """It must not look like an organization without admins; ZITADEL says that there is no membership."""
    user_id = zitadel.management.add_machine_user(user_name="robot", name="Robot").user_id
    token = zitadel.management.add_personal_access_token(user_id=user_id).token
    with (
        zitadel_emulator.client(credentials=zgrpc.PersonalAccessToken(token), org_id=zitadel.org_id) as robot,
        pytest.raises(zgrpc.NotFoundError, match="AUTHZ-cdgFk"),
    ):
        admins(robot)
