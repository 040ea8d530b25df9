"""The login policy of an organization and of the instance: its factors and identity providers."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m

from zgrpc.testing.domain import login_policy
from zgrpc.testing.messages import plain, response_of
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed, list_details
from zgrpc.testing.v1.lists import page
from zgrpc.testing.v1.policies import as_link
from zgrpc.testing.v1.shared import instance, organization

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.v1.shared import Owner


@rpc("management.AddCustomLoginPolicy")
def add_login_policy(ctx: Context, request: m.AddCustomLoginPolicyRequest) -> m.AddCustomLoginPolicyResponse:
    """Give the organization a login policy of its own."""
    settings = plain(request, leave_out=("second_factors", "multi_factors", "idps"))
    event = login_policy.add(
        ctx, ctx.org_id, settings, request.second_factors, request.multi_factors, [idp.idp_id for idp in request.idps]
    )
    return m.AddCustomLoginPolicyResponse(details=added(event))


@rpc("management.ResetLoginPolicyToDefault")
def reset_login_policy(
    ctx: Context, request: m.ResetLoginPolicyToDefaultRequest
) -> m.ResetLoginPolicyToDefaultResponse:
    """Let the instance's login policy hold again."""
    return m.ResetLoginPolicyToDefaultResponse(details=changed(login_policy.reset(ctx, ctx.org_id)))


def _holds(ctx: Context) -> str:
    """Return the owner of the login policy that holds for the organization of the call."""
    return login_policy.owner_of(ctx.store, ctx.org_id)


def _list_idps(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        found = login_policy.idps(ctx, owner(ctx), page(request.query))
        return answer(details=list_details(ctx, found.total), result=[as_link(row) for row in found.rows])


def _add_idp(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=added(login_policy.add_idp(ctx, owner(ctx), request.idp_id)))


def _remove_idp(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(login_policy.remove_idp(ctx, owner(ctx), request.idp_id)))


def _list_factors(name: str, factor: login_policy.Factor, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        found = login_policy.factors(ctx.store, factor, owner(ctx))
        return answer(details=list_details(ctx, len(found)), result=found)


def _add_factor(name: str, factor: login_policy.Factor, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=added(login_policy.add_factor(ctx, factor, owner(ctx), request.type)))


def _remove_factor(name: str, factor: login_policy.Factor, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(login_policy.remove_factor(ctx, factor, owner(ctx), request.type)))


for _service, _owner, _shown in (("management", organization, _holds), ("admin", instance, instance)):
    _list_idps(f"{_service}.ListLoginPolicyIDPs", _shown)
    _add_idp(f"{_service}.AddIDPToLoginPolicy", _owner)
    _remove_idp(f"{_service}.RemoveIDPFromLoginPolicy", _owner)
    for _name, _factor in (("Second", login_policy.SECOND), ("Multi", login_policy.MULTI)):
        _list_factors(f"{_service}.ListLoginPolicy{_name}Factors", _factor, _shown)
        _add_factor(f"{_service}.Add{_name}FactorToLoginPolicy", _factor, _owner)
        _remove_factor(f"{_service}.Remove{_name}FactorFromLoginPolicy", _factor, _owner)
