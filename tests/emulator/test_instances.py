"""Instances: added and removed by a system user, each with its own data, found by its domains or its id."""

from __future__ import annotations

import contextlib
import datetime
import http.client
import json
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

import zgrpc
from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEY = rsa.generate_private_key(65537, 2048)
PRIVATE = _KEY.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
).decode()
PUBLIC = (
    _KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
)
ROOT = zgrpc.SystemUser("root", PRIVATE)
ROBOT: Any = {"user_name": "robot", "name": "Robot", "personal_access_token": {}}
AMY: Any = {
    "user_name": "amy",
    "email": {"email": "amy@people.example", "is_email_verified": True},
    "profile": {"first_name": "Amy", "last_name": "Doe"},
    "password": {"password": "Secret-Passw0rd"},
}
HUMAN: Any = {**AMY, "password": "Secret-Passw0rd"}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(system_users={"root": PUBLIC}) as running:
        yield running


@pytest.fixture
def root(emulator: Emulator) -> Iterator[zgrpc.Client]:
    with emulator.client(credentials=ROOT) as client:
        yield client


def create(root: zgrpc.Client, name: str = "Shop", **fields: Any) -> Any:
    """An instance at NAME.example, which a machine user owns."""
    values: dict[str, Any] = {"machine": ROBOT, **fields}
    if values["machine"] is None:
        del values["machine"]
    return root.system.create_instance(instance_name=name, custom_domain=f"{name.lower()}.example", **values)


def at(emulator: Emulator, host: str, token: str) -> zgrpc.Client:
    """A client of the instance at a host."""
    return emulator.client(instance_host=host, credentials=zgrpc.PersonalAccessToken(token))


def names(root: zgrpc.Client) -> list[str]:
    return [each.name for each in root.system.list_instances()]


def test_the_owner_of_a_new_instance_has_all_rights_in_it(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root, first_org_name="Acme", default_language="de")
    with at(emulator, "shop.example", new.pat) as shop:
        assert shop.admin.get_my_instance().instance.id == new.instance_id
        assert shop.management.get_my_org().org.id == new.details.resource_owner
        assert shop.management.get_my_org().org.name == "Acme"
        assert shop.admin.get_default_language().language == "de"
        shop.admin.set_up_org(org={"name": "Other"}, human=HUMAN)
        assert shop.v2.settings.get_login_settings().settings.allow_username_password


def test_a_new_instance_is_called_at_a_generated_domain_too(emulator: Emulator, root: zgrpc.Client) -> None:
    new = root.system.create_instance(instance_name="Web Shop", machine=ROBOT)
    (domain,) = root.system.list_domains(instance_id=new.instance_id)
    assert domain.domain.startswith("web-shop-")
    assert domain.domain.endswith(".localhost")
    assert (domain.generated, domain.primary) == (True, True)
    with at(emulator, f"{domain.domain}:{emulator.port}", new.pat) as shop:
        assert shop.auth.get_my_user().user.user_name == "robot"
    with pytest.raises(zgrpc.FailedPreconditionError, match="INSTANCE-9hn3n"):
        root.system.remove_domain(instance_id=new.instance_id, domain=domain.domain)


def test_instances_keep_their_data_and_tokens_apart(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root)
    with emulator.client() as owner, at(emulator, "shop.example", new.pat) as shop:
        user = shop.management.add_machine_user(user_name="owner", name="Same name").user_id
        shop.management.get_user_by_id(id=user)
        with pytest.raises(zgrpc.NotFoundError):
            owner.management.get_user_by_id(id=user)
    with at(emulator, "localhost", new.pat) as stranger, pytest.raises(zgrpc.UnauthenticatedError, match="AUTH-7fs1e"):
        stranger.auth.get_my_user()


def test_a_new_owner_signs_in_with_the_key(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root, machine={"user_name": "robot", "name": "Robot", "machine_key": {"type": "KEY_TYPE_JSON"}})
    assert not new.pat
    credentials = zgrpc.ServiceAccountKey.from_json(new.machine_key.decode())
    with emulator.client(instance_host="shop.example", credentials=credentials) as shop:
        assert shop.auth.get_my_user().user.user_name == "robot"
    assert [request.status for request in emulator.token_requests] == [200]


def test_an_access_token_of_an_instance_expires_by_a_fault(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root, machine={"user_name": "robot", "name": "Robot", "machine_key": {"type": "KEY_TYPE_JSON"}})
    credentials = zgrpc.ServiceAccountKey.from_json(new.machine_key.decode())
    with emulator.client(instance_host="shop.example", credentials=credentials) as shop:
        shop.auth.get_my_user()
        with emulator.faults.expire_tokens(count=1):
            shop.auth.get_my_user()
    assert len(emulator.token_requests) == 2


def test_a_person_may_own_an_instance(root: zgrpc.Client) -> None:
    new = create(root, machine=None, human=AMY)
    (member,) = root.system.list_iam_members(instance_id=new.instance_id)
    assert (member.email, list(member.roles)) == ("amy@people.example", ["IAM_OWNER"])
    assert not new.pat
    assert not new.machine_key


def test_the_owner_of_an_added_instance_is_named_in_its_organization(root: zgrpc.Client) -> None:
    new = root.system.add_instance(instance_name="Shop", owner_email={"email": "amy@people.example"})
    (member,) = root.system.list_iam_members(instance_id=new.instance_id)
    assert (member.preferred_login_name, member.first_name) == ("zitadel-admin@shop.localhost", "ZITADEL")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"machine": None, "human": {**AMY, "password": {"password": "weak"}}}, zgrpc.InvalidArgumentError),
        ({"machine": None, "human": {**AMY, "profile": {}}}, zgrpc.InvalidArgumentError),
        (
            {
                "machine": {
                    **ROBOT,
                    "personal_access_token": {"expiration_date": datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)},
                }
            },
            zgrpc.InvalidArgumentError,
        ),
        ({"machine": None}, zgrpc.InvalidArgumentError),
    ],
    ids=["weak password", "no name", "expired token", "no owner"],
)
def test_a_refused_instance_leaves_nothing(root: zgrpc.Client, fields: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        create(root, **fields)
    assert names(root) == ["ZITADEL"]
    assert not root.system.exists_domain(domain="shop.example").exists


def test_all_instances_are_listed_filtered_and_sorted(root: zgrpc.Client) -> None:
    shop, bank = create(root).instance_id, create(root, "Bank").instance_id
    assert names(root) == ["ZITADEL", "Shop", "Bank"]
    assert {each.id for each in root.v2.instance.list_instances()} >= {shop, bank}
    assert [each.id for each in root.system.list_instances(where={"id": [bank]})] == [bank]
    assert [each.id for each in root.system.list_instances(where={"domain": ["shop.example"]})] == [shop]
    page = root.system.list_instances.page(
        query={"offset": 1, "limit": 1, "asc": True}, sorting_column="FIELD_NAME_NAME"
    )
    assert ([each.name for each in page.result], page.details.total_result) == (["Shop"], 3)


def test_a_domain_belongs_to_one_instance(emulator: Emulator, root: zgrpc.Client) -> None:
    shop = create(root).instance_id
    assert root.system.exists_domain(domain="SHOP.example").exists
    for taken in ("Shop.Example", "localhost"):
        with pytest.raises(zgrpc.AlreadyExistsError, match="V3-DKcYh"):
            root.system.create_instance(instance_name="Twin", custom_domain=taken, machine=ROBOT)
    first = emulator.store.fact("instance_id")
    with pytest.raises(zgrpc.AlreadyExistsError, match="V3-DKcYh"):
        root.v2.instance.add_custom_domain(instance_id=first, custom_domain="shop.example")
    root.v2.instance.remove_custom_domain(instance_id=shop, custom_domain="shop.example")
    root.v2.instance.add_custom_domain(instance_id=first, custom_domain="shop.example")


def test_a_request_that_names_an_instance_is_about_that_one(root: zgrpc.Client) -> None:
    shop = create(root).instance_id
    root.system.update_instance(instance_id=shop, instance_name="Store")
    root.system.add_domain(instance_id=shop, domain="store.example")
    assert root.v2.instance.get_instance(instance_id=shop).instance.name == "Store"
    assert {each.domain for each in root.system.list_domains(instance_id=shop)} >= {"shop.example", "store.example"}
    assert names(root) == ["ZITADEL", "Store"]


def test_limits_of_several_instances_are_set_at_once_or_not_at_all(emulator: Emulator, root: zgrpc.Client) -> None:
    both = [emulator.store.fact("instance_id"), create(root).instance_id]
    with pytest.raises(zgrpc.InvalidArgumentError, match="COMMAND-4M9vs"):
        root.system.bulk_set_limits(limits=[{"instance_id": both[1], "block": True}, {"instance_id": both[0]}])
    with pytest.raises(zgrpc.NotFoundError, match="COMMAND-9JToT"):
        root.system.reset_limits(instance_id=both[1])
    done = root.system.bulk_set_limits(limits=[{"instance_id": each, "block": True} for each in both])
    assert [each.resource_owner for each in done.target_details] == both
    for each in both:
        root.system.reset_limits(instance_id=each)


def test_features_of_the_system_hold_in_all_instances(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root)
    root.v2.feature.set_system_features(user_schema=True)
    with at(emulator, "shop.example", new.pat) as shop:
        assert shop.v2.feature.get_instance_features(inheritance=True).user_schema.enabled


def test_a_removed_instance_is_not_found(emulator: Emulator, root: zgrpc.Client) -> None:
    new = create(root)
    root.system.remove_instance(instance_id=new.instance_id)
    assert names(root) == ["ZITADEL"]
    with at(emulator, "shop.example", new.pat) as shop, pytest.raises(zgrpc.NotFoundError, match="unable to set"):
        shop.auth.get_my_user()
    with pytest.raises(zgrpc.NotFoundError, match="QUERY-n0wng"):
        root.system.remove_instance(instance_id=new.instance_id)
    assert not root.system.exists_domain(domain="shop.example").exists


def test_nothing_of_a_removed_instance_is_in_the_next(emulator: Emulator, root: zgrpc.Client) -> None:
    old = create(root)
    with at(emulator, "shop.example", old.pat) as shop:
        shop.management.add_project(name="Old")
    assert root.v2.instance.delete_instance(instance_id=old.instance_id).HasField("deletion_date")
    new = create(root)
    assert new.instance_id != old.instance_id
    with at(emulator, "shop.example", new.pat) as shop:
        assert not list(shop.management.list_projects())
    with at(emulator, "shop.example", old.pat) as shop, pytest.raises(zgrpc.UnauthenticatedError):
        shop.auth.get_my_user()


def test_the_first_instance_is_not_removed(emulator: Emulator, root: zgrpc.Client) -> None:
    with pytest.raises(zgrpc.UnimplementedError, match=r"system\.RemoveInstance"):
        root.system.remove_instance(instance_id=emulator.store.fact("instance_id"))


def test_reset_forgets_the_other_instances(emulator: Emulator, root: zgrpc.Client) -> None:
    create(root)
    emulator.reset()
    assert names(root) == ["ZITADEL"]
    assert create(root).instance_id


def test_an_instance_has_its_own_issuer_and_keys(emulator: Emulator, root: zgrpc.Client) -> None:
    create(root)

    def get(path: str, host: str, **headers: str) -> Any:
        url = urllib.parse.urlsplit(emulator.issuer)
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", url.port or 0, timeout=20)) as connection:
            connection.request("GET", path, headers={"host": host, **headers})
            return json.loads(connection.getresponse().read())

    discovery, keys = "/.well-known/openid-configuration", "/oauth/v2/keys"
    assert get(discovery, "shop.example:80")["issuer"] == "http://shop.example:80"
    assert get(keys, "shop.example:80") == get(keys, "localhost", **{"x-zitadel-instance-host": "shop.example"})
    assert get(keys, "shop.example:80") != get(keys, "localhost")
    assert get(discovery, "elsewhere.example")["issuer"] == emulator.issuer


def test_instances_in_files_survive_a_restart(tmp_path: Path) -> None:
    def start() -> Emulator:
        return Emulator(db=tmp_path / "zitadel.db", system_users={"root": PUBLIC})

    with start() as emulator, emulator.client(credentials=ROOT) as root:
        old, new = create(root), create(root, "Bank")
        root.system.remove_instance(instance_id=old.instance_id)
    with start() as emulator, emulator.client(credentials=ROOT) as root:
        assert names(root) == ["ZITADEL", "Bank"]
        with at(emulator, "bank.example", new.pat) as bank:
            assert bank.auth.get_my_user().user.user_name == "robot"
        create(root)
    with start() as emulator, emulator.client(credentials=ROOT) as root:
        assert sorted(names(root)) == ["Bank", "Shop", "ZITADEL"]
    (tmp_path / "zitadel.db").unlink()
    with start() as emulator, emulator.client(credentials=ROOT) as root:
        assert names(root) == ["ZITADEL"]


def test_instances_come_and_go_while_others_work(emulator: Emulator, root: zgrpc.Client) -> None:
    shop = create(root)
    until = time.monotonic() + 2.0

    def come_and_go(number: int) -> None:
        while time.monotonic() < until:
            new = create(root, f"New{number}")
            root.system.bulk_set_limits(
                limits=[{"instance_id": each, "block": True} for each in (shop.instance_id, new.instance_id)]
            )
            root.system.remove_instance(instance_id=new.instance_id)

    def look(_: int) -> None:
        while time.monotonic() < until:
            assert "Shop" in names(root)

    def work(host: str, token: str) -> None:
        with at(emulator, host, token) as client:
            number = 0
            while time.monotonic() < until:
                number += 1
                client.management.add_project(name=f"{host} {number}")
                client.management.get_my_org()

    with ThreadPoolExecutor(6) as pool:
        owner = str.__str__(emulator.owner_token)
        jobs = [pool.submit(come_and_go, 1), pool.submit(come_and_go, 2), pool.submit(look, 1)]
        jobs += [pool.submit(work, "localhost", owner), pool.submit(work, "shop.example", shop.pat)]
        for job in jobs:
            job.result(60.0)
    assert sorted(names(root)) == ["Shop", "ZITADEL"]
