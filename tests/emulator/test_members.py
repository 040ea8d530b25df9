"""Members of organizations, projects and project grants."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest


class Granted(NamedTuple):
    """A project, the organization that it is granted to, and the grant."""

    project_id: str
    org_id: str
    grant_id: str

    @property
    def ids(self) -> dict[str, str]:
        return {"project_id": self.project_id, "grant_id": self.grant_id}


@pytest.fixture
def granted(wire: Any) -> Granted:
    project_id, org_id = wire.project("shop", "clerk"), wire.call("AddOrg", name="Partner").id
    grant = wire.call("AddProjectGrant", project_id=project_id, granted_org_id=org_id, role_keys=["clerk"])
    return Granted(project_id, org_id, grant.grant_id)


def test_the_roles_of_grant_members_come_all_at_once(wire: Any) -> None:
    listed = wire.call("ListProjectGrantMemberRoles", query={"offset": 1, "limit": 1})
    assert list(listed.result) == ["PROJECT_GRANT_OWNER", "PROJECT_GRANT_OWNER_VIEWER"]
    assert listed.details.total_result == 2


def test_the_roles_of_project_members_include_none_of_grants(wire: Any) -> None:
    assert not [role for role in wire.call("ListProjectMemberRoles").result if role.startswith("PROJECT_GRANT")]


@pytest.mark.parametrize(
    ("role", "code"),
    [("ORG_OWNER", "INVALID_ARGUMENT"), ("PROJECT_KING", "INVALID_ARGUMENT"), ("PROJECT_GRANT_OWNER", "OK")],
)
def test_a_project_member_needs_a_role_that_begins_like_those_of_projects(role: str, code: str, wire: Any) -> None:
    ids = {"project_id": wire.project("shop"), "user_id": wire.machine("bot")}
    assert wire.code("AddProjectMember", roles=[role], **ids).name == code


@pytest.mark.parametrize(
    ("rpc", "answer"),
    [
        ("UpdateOrgMember", ("INVALID_ARGUMENT", "Errors.Org.MemberInvalid (INST-m9fG8)")),
        ("UpdateProjectMember", ("INVALID_ARGUMENT", "Project member is invalid (PROJECT-3m9d)")),
        ("UpdateProjectGrantMember", ("INVALID_ARGUMENT", "Errors.Project.Grant.Member.Invalid (PROJECT-m0sDf)")),
    ],
)
def test_unknown_roles_are_refused_before_the_member_is_looked_for(
    rpc: str, answer: tuple[str, str], wire: Any, granted: Granted
) -> None:
    where = {"UpdateOrgMember": {}, "UpdateProjectMember": {"project_id": granted.project_id}}.get(rpc, granted.ids)
    assert wire.refused(rpc, user_id="0", roles=["KING"], **where) == answer


def test_members_of_grants_may_be_of_any_organization(wire: Any, granted: Granted) -> None:
    with wire.within(granted.org_id):
        user_id = wire.machine("partner-bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    assert wire.call("ListProjectGrantMembers", **granted.ids).result[0].user_resource_owner == granted.org_id


def test_both_organizations_see_the_members_of_a_grant(wire: Any, granted: Granted) -> None:
    user_id = wire.machine("bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    here = wire.call("ListProjectGrantMembers", **granted.ids).result
    with wire.within(granted.org_id):
        there = wire.call("ListProjectGrantMembers", **granted.ids).result
    assert [member.user_id for member in here] == [member.user_id for member in there] == [user_id]


def test_other_organizations_do_not_see_the_members_of_a_grant(wire: Any, granted: Granted) -> None:
    user_id = wire.machine("bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    with wire.within(wire.call("AddOrg", name="Stranger").id):
        assert not wire.call("ListProjectGrantMembers", **granted.ids).result


def test_members_of_grants_are_filtered(wire: Any, granted: Granted) -> None:
    for name in ("ann", "bob"):
        wire.call("AddProjectGrantMember", user_id=wire.human(name), roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    query = {"email_query": {"email": "ANN@", "method": 3}}
    listed = wire.call("ListProjectGrantMembers", queries=[query], **granted.ids).result
    assert [member.display_name for member in listed] == ["Ann Doe"]


def test_a_member_of_a_grant_gets_other_roles(wire: Any, granted: Granted) -> None:
    user_id = wire.machine("bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    wire.call("UpdateProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER_VIEWER"], **granted.ids)
    assert list(wire.call("ListProjectGrantMembers", **granted.ids).result[0].roles) == ["PROJECT_GRANT_OWNER_VIEWER"]


def test_setting_the_same_roles_changes_nothing(wire: Any, granted: Granted) -> None:
    member = {"user_id": wire.machine("bot"), "roles": ["PROJECT_GRANT_OWNER"], **granted.ids}
    before = wire.call("AddProjectGrantMember", **member).details.sequence
    assert wire.call("UpdateProjectGrantMember", **member).details.sequence == before


def test_a_user_who_is_not_a_member_of_a_grant_cannot_be_changed(wire: Any, granted: Granted) -> None:
    answer = wire.refused("UpdateProjectGrantMember", user_id="0", roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    assert answer == ("NOT_FOUND", "Errors.NotFound (PROJECT-37fug)")


def test_a_removed_member_of_a_grant_is_gone(wire: Any, granted: Granted) -> None:
    user_id = wire.machine("bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    wire.call("RemoveProjectGrantMember", user_id=user_id, **granted.ids)
    assert not wire.call("ListProjectGrantMembers", **granted.ids).result


def test_removing_a_member_again_returns_the_first_removal(wire: Any, granted: Granted) -> None:
    member = {"user_id": wire.machine("bot"), **granted.ids}
    wire.call("AddProjectGrantMember", roles=["PROJECT_GRANT_OWNER"], **member)
    first = wire.call("RemoveProjectGrantMember", **member).details
    assert wire.call("RemoveProjectGrantMember", **member).details == first


def test_removing_an_unknown_member_returns_only_the_organization(wire: Any) -> None:
    details = wire.call("RemoveOrgMember", user_id=wire.machine("bot")).details
    assert (details.sequence, details.HasField("change_date"), bool(details.resource_owner)) == (0, False, True)


def test_a_member_of_a_grant_is_gone_with_it(wire: Any, granted: Granted) -> None:
    user_id = wire.machine("bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    wire.call("RemoveProjectGrant", **granted.ids)
    assert not wire.call("ListUserMemberships", user_id=user_id).result


def test_a_removed_user_leaves_the_organizations_members(wire: Any) -> None:
    user_id, _ = wire.member("bot", "ORG_OWNER")
    wire.call("RemoveUser", id=user_id)
    assert user_id not in [member.user_id for member in wire.call("ListOrgMembers").result]


def test_the_history_shows_that_a_removed_user_left(wire: Any) -> None:
    user_id, _ = wire.member("bot", "ORG_OWNER")
    wire.call("RemoveUser", id=user_id)
    newest = wire.call("ListOrgChanges", query={"limit": 1}).result[0]
    assert newest.event_type.localized_message == "Organization member cascade removed"


def test_a_viewer_adds_no_members(wire: Any) -> None:
    user_id, token = wire.member("bot", "ORG_OWNER_VIEWER")
    answer = wire.refused("AddOrgMember", token=token, user_id=user_id, roles=["ORG_OWNER"])
    assert answer[0] == "PERMISSION_DENIED"


def test_the_owner_of_one_project_adds_members_to_it_alone(wire: Any) -> None:
    mine, other = wire.project("mine"), wire.project("other")
    user_id, token = wire.member("bot")
    wire.call("AddProjectMember", project_id=mine, user_id=user_id, roles=["PROJECT_OWNER"])
    friend = {"user_id": wire.machine("friend"), "roles": ["PROJECT_OWNER_VIEWER"]}
    codes = [
        wire.code("AddProjectMember", token=token, project_id=project_id, **friend).name for project_id in (mine, other)
    ]
    assert codes == ["OK", "PERMISSION_DENIED"]


def test_the_owner_of_a_grant_adds_members_to_it(wire: Any, granted: Granted) -> None:
    with wire.within(granted.org_id):
        user_id, token = wire.member("partner-bot")
    wire.call("AddProjectGrantMember", user_id=user_id, roles=["PROJECT_GRANT_OWNER"], **granted.ids)
    with wire.within(granted.org_id):
        friend = {"user_id": wire.machine("friend"), "roles": ["PROJECT_GRANT_OWNER"]}
        assert wire.code("AddProjectGrantMember", token=token, **friend, **granted.ids).name == "OK"


def test_the_default_organization_has_other_roles_to_give(wire: Any) -> None:
    assert "SELF_MANAGEMENT_GLOBAL" in wire.call("ListOrgMemberRoles").result
    assert list(wire.call("ListProjectMemberRoles").result) == ["PROJECT_OWNER_GLOBAL", "PROJECT_OWNER_VIEWER_GLOBAL"]
    with wire.within(wire.call("AddOrg", name="acme").id):
        assert "SELF_MANAGEMENT_GLOBAL" not in wire.call("ListOrgMemberRoles").result
        assert "PROJECT_OWNER" in wire.call("ListProjectMemberRoles").result


def test_another_organization_cannot_remove_a_project_s_members(wire: Any) -> None:
    member = {"project_id": wire.project("shop"), "user_id": wire.machine("bot")}
    wire.call("AddProjectMember", roles=["PROJECT_OWNER"], **member)
    with wire.within(wire.call("AddOrg", name="acme").id):
        details = wire.call("RemoveProjectMember", **member).details
        assert (details.sequence, details.resource_owner) == (0, wire.org_id)
    assert wire.call("ListProjectMembers", project_id=member["project_id"]).details.total_result == 1


def test_members_of_a_grant_are_for_the_organization_that_it_was_granted_to(wire: Any, granted: Granted) -> None:
    _, owner = wire.member("boss", "ORG_OWNER")
    with wire.within(granted.org_id):
        _, partner = wire.member("buyer", "ORG_OWNER")
        member = {"user_id": wire.machine("bot"), **granted.ids}
        add = {"roles": ["PROJECT_GRANT_OWNER"], **member}
        assert wire.code("AddProjectGrantMember", token=partner, **add).name == "OK"
    refused = ("NOT_FOUND", "membership not found (AUTHZ-cdgFk)")
    assert wire.refused("UpdateProjectGrantMember", token=owner, **add) == refused
    assert wire.refused("RemoveProjectGrantMember", token=owner, **member) == refused
    with wire.within(granted.org_id):
        assert wire.code("RemoveProjectGrantMember", token=partner, **member).name == "OK"


def test_memberships_of_the_instance_show_in_every_organization(wire: Any) -> None:
    owner = wire.whoami(wire.emulator.owner_token)
    with wire.within(wire.call("AddOrg", name="acme").id):
        listed = wire.call("ListUserMemberships", user_id=owner).result
        assert sorted((one.iam, one.org_id, *one.roles) for one in listed) == [
            (False, wire.org_id, "ORG_OWNER"),
            (True, "", "IAM_OWNER"),
        ]
