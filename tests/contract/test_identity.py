from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any

from zitadel.action.v2.execution_pb2 import Execution
from zitadel.internal_permission.v2.query_pb2 import Administrator
from zitadel.user_pb2 import AuthFactor, Membership

from tests.descriptors import descriptor
from zgrpc._contract.identity import identity_of
from zgrpc._contract.rpc import all_rpcs

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


def identity(full_name: str) -> Callable[[Any], Hashable]:
    rpc = all_rpcs()[full_name]
    assert rpc.paging is not None
    return identity_of(descriptor(rpc.response_class).fields_by_name[rpc.paging.items], rpc.paging.identity)


def test_every_list_has_an_identity_for_its_items() -> None:
    for rpc in all_rpcs().values():
        if rpc.paging is not None:
            field = rpc.descriptor.output_type.fields_by_name[rpc.paging.items]
            item = rpc.response_class()
            getattr(item, field.name).add() if field.message_type else getattr(item, field.name).append(
                "" if field.enum_type is None else 0
            )
            hash(identity(rpc.full_name)(getattr(item, field.name)[0]))


def test_memberships_of_one_user_are_identified_by_their_resource() -> None:
    of = identity("zitadel.management.v1.ManagementService/ListUserMemberships")
    memberships = [
        Membership(user_id="1", org_id="7"),
        Membership(user_id="1", org_id="8"),
        Membership(user_id="1", project_id="7"),
        Membership(user_id="1", project_grant_id="7"),
        Membership(user_id="1", iam=True),
    ]
    assert len({of(membership) for membership in memberships}) == len(memberships)


def test_authentication_factors_are_identified_by_kind_and_key() -> None:
    of = identity("zitadel.auth.v1.AuthService/ListMyAuthFactors")
    factors = [AuthFactor(otp={}), AuthFactor(otp_sms={}), AuthFactor(u2f={"id": "1"}), AuthFactor(u2f={"id": "2"})]
    assert len({of(factor) for factor in factors}) == len(factors)


def test_administrators_of_one_user_differ_by_their_resource() -> None:
    of = identity("zitadel.internal_permission.v2.InternalPermissionService/ListAdministrators")
    administrators = [
        Administrator(user={"id": "1"}, instance=True),
        Administrator(user={"id": "1"}, organization={"id": "7"}),
        Administrator(user={"id": "1"}, project={"id": "7"}),
        Administrator(user={"id": "1"}, project_grant={"id": "7"}),
        Administrator(user={"id": "2"}, instance=True),
    ]
    assert len({of(administrator) for administrator in administrators}) == len(administrators)


def test_executions_differ_by_their_conditions() -> None:
    of = identity("zitadel.action.v2.ActionService/ListExecutions")
    one, other = Execution(condition={"request": {"all": True}}), Execution(condition={"response": {"all": True}})
    assert of(one) != of(other)
    assert of(one) == of(Execution(condition={"request": {"all": True}}, targets=["1"]))


def test_the_identity_of_the_items_of_paged_lists_is_computed_in_c() -> None:
    slow = {
        rpc.short_name
        for rpc in all_rpcs().values()
        if rpc.paging is not None and rpc.paging.kind != "unpaged" and isinstance(identity(rpc.full_name), FunctionType)
    }
    assert slow == {"v2.action.ListExecutions"}  # a handful, recognized by a nested condition
