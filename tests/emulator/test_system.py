"""The system: who may call it, and what it shows of the one instance."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from zitadel.feature.v2 import feature_pb2

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY, STRANGER = (rsa.generate_private_key(65537, 2048) for _ in range(2))


def _private(key: rsa.RSAPrivateKey) -> str:
    no_password = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, no_password).decode()


def _public(key: rsa.RSAPrivateKey) -> str:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(system_users={"root": _public(KEY)}) as running:
        yield running


@pytest.fixture
def root(emulator: Emulator) -> Iterator[zgrpc.Client]:
    with emulator.client(credentials=zgrpc.SystemUser("root", _private(KEY))) as client:
        yield client


def test_a_system_user_lists_the_instance(emulator: Emulator, root: zgrpc.Client) -> None:
    (instance,) = root.system.list_instances()
    assert instance.id == emulator.store.fact("instance_id")
    assert [each.domain for each in instance.domains] == ["localhost"]
    assert not list(root.system.list_instances(where={"id": ["404"]}))
    assert [each.id for each in root.v2.instance.list_instances()] == [instance.id]


@pytest.mark.parametrize(
    "credentials",
    [
        zgrpc.SystemUser("root", _private(STRANGER)),
        zgrpc.SystemUser("nobody", _private(KEY)),
        zgrpc.SystemUser("root", _private(KEY), audience="https://elsewhere.example"),
    ],
    ids=["another key", "another name", "another audience"],
)
def test_other_tokens_are_refused(emulator: Emulator, credentials: zgrpc.SystemUser) -> None:
    with emulator.client(credentials=credentials) as client, pytest.raises(zgrpc.UnauthenticatedError) as caught:
        client.system.list_instances.page()
    assert caught.value.id == "AUTH-7fs1e"


@pytest.mark.parametrize(
    ("issued", "lasts", "known"), [(0, 600, True), (-30, 20, False), (60, 600, False), (-3700, 4000, False)]
)
def test_a_token_is_good_between_its_dates(emulator: Emulator, issued: int, lasts: int, known: bool) -> None:
    now = int(emulator.store.now() / 1e6)
    claims = {"iss": "root", "sub": "root", "aud": emulator.issuer, "iat": now + issued, "exp": now + issued + lasts}
    token = jwt.encode(claims, _private(KEY), algorithm="RS256")
    assert emulator.system_user(token) == ("root" if known else None)


def test_a_system_user_has_no_rights_in_the_instance(root: zgrpc.Client) -> None:
    for call in (root.admin.list_orgs.page, root.management.list_users.page):
        with pytest.raises(zgrpc.PermissionDeniedError, match="AUTH-5mWD2"):
            call()


def test_the_owner_of_the_instance_has_no_rights_in_the_system(emulator: Emulator) -> None:
    with emulator.client() as owner, pytest.raises(zgrpc.PermissionDeniedError, match="AUTH-5mWD2"):
        owner.system.list_instances.page()


def test_healthz_asks_for_no_token(emulator: Emulator) -> None:
    with emulator.client(credentials=zgrpc.PersonalAccessToken("none")) as client:
        client.system.healthz()


def test_an_instance_is_served_at_its_custom_domains(emulator: Emulator, root: zgrpc.Client) -> None:
    own = emulator.store.fact("instance_id")
    root.v2.instance.add_custom_domain(instance_id=own, custom_domain=" shop.example ")
    with pytest.raises(zgrpc.AlreadyExistsError, match="INST-i2nl"):
        root.system.add_domain(instance_id=own, domain="shop.example")
    assert root.system.exists_domain(domain="SHOP.example").exists
    with emulator.client(instance_host="shop.example") as client:
        assert client.auth.get_my_user().user.user_name == "owner"
    root.system.set_primary_domain(instance_id=own, domain="shop.example")
    assert [each.domain for each in root.system.list_domains(instance_id=own, where={"primary": True})] == [
        "shop.example"
    ]
    root.v2.instance.remove_custom_domain(instance_id=own, custom_domain="shop.example")
    assert not root.system.exists_domain(domain="shop.example").exists
    with emulator.client(instance_host="shop.example") as client, pytest.raises(zgrpc.NotFoundError):
        client.auth.get_my_user()


@pytest.mark.parametrize(("domain", "id_"), [(" ", "INST-28nlD"), ("a b", "INST-S3v3w")])
def test_a_custom_domain_has_letters_digits_hyphens_and_dots(
    emulator: Emulator, root: zgrpc.Client, domain: str, id_: str
) -> None:
    with pytest.raises(zgrpc.InvalidArgumentError, match=id_):
        root.v2.instance.add_custom_domain(instance_id=emulator.store.fact("instance_id"), custom_domain=domain)


def test_another_instance_is_not_found(emulator: Emulator, root: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.NotFoundError, match="QUERY-n0wng"):
        root.v2.instance.get_instance(instance_id="404")
    with pytest.raises(zgrpc.NotFoundError, match="INST-nuso2m"):
        root.v2.instance.update_instance(instance_id="404", instance_name="Shop")
    assert not root.v2.instance.delete_instance(instance_id="404").HasField("deletion_date")
    with emulator.client() as owner, pytest.raises(zgrpc.UnauthenticatedError, match="AUTH-7fs1e"):
        owner.v2.instance.get_instance(instance_id="404")


def test_the_instance_itself_is_not_deleted(emulator: Emulator, root: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.UnimplementedError, match=r"v2\.instance\.DeleteInstance"):
        root.v2.instance.delete_instance(instance_id=emulator.store.fact("instance_id"))


def test_the_system_reports_current_views_and_no_failed_events(emulator: Emulator, root: zgrpc.Client) -> None:
    with emulator.client() as owner:
        assert {view.view_name for view in root.system.list_views()} == {v.view_name for v in owner.admin.list_views()}
        assert not list(owner.admin.list_failed_events())


def test_milestones_are_reached_by_events(emulator: Emulator) -> None:
    with emulator.client() as owner:

        def reached() -> list[Any]:
            return [each.type for each in owner.admin.list_milestones(where={"is_reached": True})]

        assert reached() == [1]
        owner.management.add_project(name="Shop")
        assert reached() == [1, 3]
        assert len(list(owner.admin.list_milestones())) == 6


def test_notifications_go_to_no_file(emulator: Emulator) -> None:
    with emulator.client() as owner, pytest.raises(zgrpc.NotFoundError, match="QUERY-s9ujf"):
        owner.admin.get_file_system_notification_provider()


@pytest.mark.parametrize("key", ["", "no key", _private(KEY)])
def test_a_file_without_a_public_key_is_rejected_at_once(key: str) -> None:
    with pytest.raises(ValueError, match=r"system_users\['root'\] must be a public RSA key as PEM"):
        Emulator(system_users={"root": key})


def instance_id(root: zgrpc.Client) -> str:
    return next(iter(root.system.list_instances())).id


def test_quota_is_added_once_changed_and_removed(root: zgrpc.Client) -> None:
    quota: dict[str, Any] = {
        "instance_id": instance_id(root), "unit": "UNIT_REQUESTS_ALL_AUTHENTICATED", "amount": 5,
        "from": datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC),
        "reset_interval": datetime.timedelta(days=30),
    }  # fmt: skip
    root.system.add_quota(**quota)
    with pytest.raises(zgrpc.AlreadyExistsError, match="COMMAND-WDfFf"):
        root.system.add_quota(**quota)
    first = root.system.set_quota(**{**quota, "amount": 6}).details
    assert root.system.set_quota(**{**quota, "amount": 6}).details.sequence == first.sequence  # nothing changed
    root.system.remove_quota(instance_id=quota["instance_id"], unit=quota["unit"])
    with pytest.raises(zgrpc.NotFoundError, match="COMMAND-WDfFf"):
        root.system.remove_quota(instance_id=quota["instance_id"], unit=quota["unit"])


def test_limits_are_set_and_reset(root: zgrpc.Client) -> None:
    own = instance_id(root)
    with pytest.raises(zgrpc.InvalidArgumentError, match="COMMAND-4M9vs"):
        root.system.set_limits(instance_id=own)
    root.system.set_limits(instance_id=own, block=False)
    each = root.system.bulk_set_limits(limits=[{"instance_id": own, "block": True}])
    assert [details.resource_owner for details in each.target_details] == [own]
    root.system.reset_limits(instance_id=own)
    with pytest.raises(zgrpc.NotFoundError, match="COMMAND-9JToT"):
        root.system.reset_limits(instance_id=own)


def test_features_of_the_system_hold_where_the_instance_sets_none(emulator: Emulator, root: zgrpc.Client) -> None:
    root.v2.feature.set_system_features(login_default_org=True, user_schema=True)
    with emulator.client() as owner:
        owner.v2.feature.set_instance_features(user_schema=False)
        found = owner.v2.feature.get_instance_features(inheritance=True)
        shown = [(flag.enabled, flag.source) for flag in (found.login_default_org, found.user_schema)]
        assert shown == [(True, feature_pb2.SOURCE_SYSTEM), (False, feature_pb2.SOURCE_INSTANCE)]
        root.v2.feature.reset_system_features()
        assert not owner.v2.feature.get_instance_features(inheritance=True).login_default_org.enabled


def test_features_of_organizations_are_in_the_contract_alone(emulator: Emulator) -> None:
    refused = pytest.raises(zgrpc.UnimplementedError, match="method GetOrganizationFeatures not implemented")
    with emulator.client() as owner, refused:
        owner.v2.feature.get_organization_features(organization_id="1")
