"""Domains and metadata of organizations, and their first administrators, over v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import zgrpc

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def org_id(client: zgrpc.Client, request: pytest.FixtureRequest) -> str:
    return client.v2.org.add_organization(name=request.node.name).organization_id


def test_metadata_is_set_listed_and_removed(client: zgrpc.Client, org_id: str) -> None:
    client.v2.org.set_organization_metadata(
        organization_id=org_id, metadata=[{"key": "a", "value": b"1"}, {"key": "b", "value": b"2"}]
    )
    values = {each.key: each.value for each in client.v2.org.list_organization_metadata(organization_id=org_id)}
    assert values == {"a": b"1", "b": b"2"}
    client.v2.org.delete_organization_metadata(organization_id=org_id, keys=["a"])
    assert [each.key for each in client.v2.org.list_organization_metadata(organization_id=org_id)] == ["b"]
    with pytest.raises(zgrpc.NotFoundError, match="META-2npds"):
        client.v2.org.delete_organization_metadata(organization_id=org_id, keys=["a"])


def test_domains_are_added_listed_and_removed(client: zgrpc.Client, org_id: str) -> None:
    client.v2.org.add_organization_domain(organization_id=org_id, domain="acme.example")
    domains = {each.domain: each.is_primary for each in client.v2.org.list_organization_domains(organization_id=org_id)}
    primary = next(domain for domain, is_primary in domains.items() if is_primary)
    assert domains == {primary: True, "acme.example": False}
    client.v2.org.delete_organization_domain(organization_id=org_id, domain="acme.example")
    with pytest.raises(zgrpc.FailedPreconditionError, match="ORG-Sjdi3"):
        client.v2.org.delete_organization_domain(organization_id=org_id, domain=primary)


def test_an_organization_that_is_not_there_gets_no_domain(client: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.FailedPreconditionError, match="COMMAND-QXPGs"):
        client.v2.org.add_organization_domain(organization_id="404", domain="acme.example")


def test_a_new_person_becomes_the_owner(client: zgrpc.Client) -> None:
    human: Any = {"profile": {"given_name": "Tess", "family_name": "Tern"}, "email": {"email": "tess@acme.example"}}
    new = client.v2.org.add_organization(name="Staffed", admins=[{"human": human}])
    owner = new.created_admins[0].user_id
    admins = client.v2.internal_permission.list_administrators(
        filters=[{"resource": {"organization_id": new.organization_id}}]
    )
    assert [(admin.user.id, list(admin.roles)) for admin in admins] == [(owner, ["ORG_OWNER"])]


def test_new_administrator_is_a_person_of_v2(client: zgrpc.Client) -> None:
    human: Any = {
        "profile": {"given_name": "Ann", "family_name": "Doe"},
        "email": {"email": "ann.staff@people.example", "return_code": {}},
        "password": {"password": "Secret-Passw0rd"},
        "metadata": [{"key": "team", "value": b"blue"}],
    }
    admin = client.v2.org.add_organization(name="Staffed by v2", admins=[{"human": human}]).created_admins[0]
    user = client.v2.user.get_user_by_id(user_id=admin.user_id).user
    assert (user.username, user.state, user.human.email.is_verified) == ("ann.staff@people.example", 1, False)
    assert [entry.key for entry in client.v2.user.list_user_metadata(user_id=admin.user_id)] == ["team"]
    client.v2.user.verify_email(user_id=admin.user_id, verification_code=admin.email_code)


def test_administrator_who_is_neither_there_nor_new_is_refused(client: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.ZitadelError, match="ORGv2-SD2r1"):
        client.v2.org.add_organization(name="Staffed by nobody", admins=[{"roles": ["ORG_OWNER"]}])


@pytest.fixture
def validating(client: zgrpc.Client) -> Iterator[zgrpc.Client]:
    """The client of an instance whose domain policy asks to validate domains."""
    client.admin.update_domain_policy(validate_org_domains=True)
    yield client
    client.admin.update_domain_policy(validate_org_domains=False)


def test_domains_are_verified_by_a_token_where_the_policy_asks_for_it(validating: zgrpc.Client, org_id: str) -> None:
    of: Any = {"organization_id": org_id, "domain": "unproven.example"}
    org = validating.v2.org
    org.add_organization_domain(organization_id=org_id, domain="unproven.example")
    shown = {each.domain: each.is_verified for each in org.list_organization_domains(organization_id=org_id)}
    assert shown["unproven.example"] is False
    with pytest.raises(zgrpc.FailedPreconditionError, match="ORG-SFBB3"):
        org.verify_organization_domain(**of)
    by_http = org.generate_organization_domain_validation(**of, type="DOMAIN_VALIDATION_TYPE_HTTP")
    assert by_http.url == f"https://unproven.example/.well-known/zitadel-challenge/{by_http.token}.txt"
    with pytest.raises(zgrpc.NotFoundError, match="ORG-F4zhw"):
        org.verify_organization_domain(**of)
    by_dns = org.generate_organization_domain_validation(**of, type="DOMAIN_VALIDATION_TYPE_DNS")
    assert (by_dns.url, bool(by_dns.token)) == ("_zitadel-challenge.unproven.example", True)
    with pytest.raises(zgrpc.NotFoundError, match="ORG-G241f"):
        org.verify_organization_domain(**of)
    with pytest.raises(zgrpc.FailedPreconditionError, match="ORG-Ggd32"):
        validating.with_org(org_id).management.set_primary_org_domain(domain="unproven.example")


def test_verified_domain_needs_no_token(client: zgrpc.Client, org_id: str) -> None:
    client.v2.org.add_organization_domain(organization_id=org_id, domain="proven.example")
    with pytest.raises(zgrpc.FailedPreconditionError, match="ORG-HGw21"):
        client.v2.org.generate_organization_domain_validation(
            organization_id=org_id, domain="proven.example", type="DOMAIN_VALIDATION_TYPE_DNS"
        )


@pytest.mark.parametrize("listed", ["Domains", "Metadata"])
@pytest.mark.parametrize("limit", [0, 7])
def test_domains_and_metadata_report_the_limit_that_was_asked_for(listed: str, limit: int, wire: Any) -> None:
    fields = {"organization_id": wire.call("GetMyOrg").org.id, "pagination": {"limit": limit}}
    assert wire.rpc(f"v2.org.ListOrganization{listed}", **fields).pagination.applied_limit == limit


def test_a_caller_who_may_not_see_an_organization_does_not_see_how_many_domains_it_has(wire: Any) -> None:
    org_id, (_, token) = wire.call("AddOrg", name="Elsewhere").id, wire.member("stranger")
    counted = [wire.rpc("v2.org.ListOrganizationDomains", token=t, organization_id=org_id) for t in (None, token)]
    assert [each.pagination.total_result for each in counted] == [1, 0]


def test_an_empty_value_is_no_metadata(client: zgrpc.Client, org_id: str) -> None:
    with pytest.raises(zgrpc.InvalidArgumentError, match="META-2ml0f"):
        client.v2.org.set_organization_metadata(organization_id=org_id, metadata=[{"key": "a"}])


def test_administrators_are_listed_in_the_answer_only_if_they_are_new(client: zgrpc.Client) -> None:
    bot = client.management.add_machine_user(user_name="bot", name="bot").user_id
    assert not client.v2.org.add_organization(name="Old", admins=[{"user_id": bot}]).created_admins


def test_administrators_of_no_kind_are_refused_before_the_name_is(client: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.UnimplementedError, match="ORGv2-SD2r1"):
        client.v2.org.add_organization(name=" ", admins=[{"roles": ["ORG_OWNER"]}])
