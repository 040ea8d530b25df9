from __future__ import annotations

import pytest
from google.protobuf import descriptor_pool
from zitadel.user_pb2 import AuthFactor, Membership

from zgrpc._identity import KEY_FIELDS, identity_of
from zgrpc._rpc import Rpc, all_rpcs

LISTS = [rpc for rpc in all_rpcs().values() if rpc.paging]


@pytest.mark.parametrize("rpc", LISTS, ids=lambda rpc: rpc.name)
def test_every_listed_type_has_an_id_or_key_fields(rpc: Rpc) -> None:
    items = rpc.response_class.DESCRIPTOR.fields_by_name[rpc.items].message_type
    assert items is None or "id" in items.fields_by_name or items.full_name in KEY_FIELDS


@pytest.mark.parametrize("name", KEY_FIELDS)
def test_key_fields_exist(name: str) -> None:
    message = descriptor_pool.Default().FindMessageTypeByName(name)
    for key in KEY_FIELDS[name]:
        assert key.partition(".")[0] in {*message.fields_by_name, *message.oneofs_by_name}


def test_memberships_of_one_user_are_told_apart_by_what_they_are_of() -> None:
    rpc = all_rpcs()["zitadel.management.v1.ManagementService/ListUserMemberships"]
    identity = identity_of(rpc.response_class.DESCRIPTOR.fields_by_name["result"])
    memberships = [
        Membership(user_id="1", org_id="7"),
        Membership(user_id="1", org_id="8"),
        Membership(user_id="1", project_id="7"),
        Membership(user_id="1", project_grant_id="7"),
        Membership(user_id="1", iam=True),
    ]
    assert len({identity(membership) for membership in memberships}) == len(memberships)


def test_authentication_factors_are_told_apart_by_kind_and_key() -> None:
    rpc = all_rpcs()["zitadel.auth.v1.AuthService/ListMyAuthFactors"]
    identity = identity_of(rpc.response_class.DESCRIPTOR.fields_by_name["result"])
    factors = [AuthFactor(otp={}), AuthFactor(otp_sms={}), AuthFactor(u2f={"id": "1"}), AuthFactor(u2f={"id": "2"})]
    assert len({identity(factor) for factor in factors}) == len(factors)
