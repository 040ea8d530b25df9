"""Policies of every kind, of organizations and of the instance: added, updated, reset, read."""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any

from zitadel import idp_pb2, object_pb2, policy_pb2

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing.domain import login_names, login_policy
from zgrpc.testing.domain import policies as domain
from zgrpc.testing.domain.lists import Page
from zgrpc.testing.errors import Err
from zgrpc.testing.messages import fill, plain, response_of
from zgrpc.testing.registry import full_name, rpc
from zgrpc.testing.v1.details import added, changed, details
from zgrpc.testing.v1.shared import instance, organization

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from google.protobuf.message import Message

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.v1.shared import Owner

_NAMES = {
    "Login": domain.LOGIN,
    "Label": domain.LABEL,
    "Lockout": domain.LOCKOUT,
    "Privacy": domain.PRIVACY,
    "Notification": domain.NOTIFICATION,
    "PasswordAge": domain.PASSWORD_AGE,
    "PasswordComplexity": domain.PASSWORD_COMPLEXITY,
}
"""The kinds that an organization sets by itself, by their names in the RPCs."""
_IDP_TYPES = {"oidc": idp_pb2.IDP_TYPE_OIDC, "jwt": idp_pb2.IDP_TYPE_JWT}


def _add(name: str, kind: domain.Kind, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=added(domain.add(ctx, kind, owner(ctx), plain(request))))


def _update(name: str, kind: domain.Kind, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(domain.update(ctx, kind, owner(ctx), plain(request))))


def _update_domain(name: str) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        event = login_names.following(ctx, lambda: domain.update(ctx, domain.DOMAIN, instance(ctx), plain(request)))
        return answer(details=changed(event))


def _reset(name: str, kind: domain.Kind, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(domain.reset(ctx, kind, owner(ctx))))


def _get(name: str, kind: domain.Kind, build: type[Message]) -> None:
    """Enter the handler of an RPC that answers with the policy that holds for the organization."""
    answer = response_of(name)
    says_default = "is_default" in all_rpcs()[full_name(name)].response_class.DESCRIPTOR.fields_by_name

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        policy = domain.effective(ctx.store, kind, ctx.org_id)
        said = {"is_default": policy.is_default} if says_default else {}
        return answer(policy=as_policy(ctx, policy, build), **said)


def _get_default(name: str, kind: domain.Kind, build: type[Message]) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(policy=as_policy(ctx, domain.default(ctx.store, kind), build))


def as_policy(ctx: Context, policy: domain.Policy, build: type[Message]) -> Any:
    """Return a policy as a message; a login policy with its factors and identity providers."""
    owner = policy.row["owner"]
    message: Any = build(details=details(policy.row, owner), is_default=policy.is_default)
    fill(message, policy.settings)
    if isinstance(message, policy_pb2.LoginPolicy):
        for factor, found in ((login_policy.SECOND, "second_factors"), (login_policy.MULTI, "multi_factors")):
            getattr(message, found).extend(login_policy.factors(ctx.store, factor, owner))
        message.idps.extend(as_link(row) for row in login_policy.idps(ctx, owner, Page()).rows)
    return message


for _name, _kind in _NAMES.items():
    _message = getattr(policy_pb2, f"{_name}Policy")
    _shown = domain.ACTIVE_LABEL if _kind is domain.LABEL else _kind
    if _kind is not domain.LOGIN:
        _add(f"management.AddCustom{_name}Policy", _kind, organization)
        _reset(f"management.Reset{_name}PolicyToDefault", _kind, organization)
    _update(f"management.UpdateCustom{_name}Policy", _kind, organization)
    _get(f"management.Get{_name}Policy", _shown, _message)
    _get_default(f"management.GetDefault{_name}Policy", _shown, _message)
    _update(f"admin.Update{_name}Policy", _kind, instance)
    _get_default(f"admin.Get{_name}Policy", _shown, _message)
for _name, _message in (("Domain", policy_pb2.DomainPolicy), ("OrgIAM", policy_pb2.OrgIAMPolicy)):
    _get(f"management.Get{_name}Policy", domain.DOMAIN, _message)
    _get_default(f"admin.Get{_name}Policy", domain.DOMAIN, _message)
    _update_domain(f"admin.Update{_name}Policy")
for _name, _shown in (
    ("Login", domain.LOGIN), ("Privacy", domain.PRIVACY), ("Label", domain.ACTIVE_LABEL),
    ("PasswordComplexity", domain.PASSWORD_COMPLEXITY),
):  # fmt: skip
    _get(f"auth.GetMy{_name}Policy", _shown, getattr(policy_pb2, f"{_name}Policy"))
_get("management.GetPreviewLabelPolicy", domain.LABEL, policy_pb2.LabelPolicy)
_get_default("admin.GetPreviewLabelPolicy", domain.LABEL, policy_pb2.LabelPolicy)
_add("admin.AddNotificationPolicy", domain.NOTIFICATION, instance)


# -- the domain policy of an organization, which only the instance sets ----------------------------
def _of_request(name: str, write: Callable[[Context, str, dict[str, Any]], object_pb2.ObjectDetails]) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        if ctx.store.one("SELECT 1 FROM orgs WHERE id = ? AND state <> 0", request.org_id) is None:
            raise Err("NOT_FOUND", "COMMAND-fYxS1", "Errors.Org.NotFound")
        return answer(details=write(ctx, request.org_id, plain(request, leave_out=("org_id",))))


def _get_of_request(name: str, build: type[Message]) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        policy = domain.effective(ctx.store, domain.DOMAIN, request.org_id)
        return answer(policy=as_policy(ctx, policy, build), is_default=policy.is_default)


for _name, _message in (("Domain", policy_pb2.DomainPolicy), ("OrgIAM", policy_pb2.OrgIAMPolicy)):
    _get_of_request(f"admin.GetCustom{_name}Policy", _message)
    _of_request(
        f"admin.AddCustom{_name}Policy",
        lambda ctx, org_id, settings: added(
            login_names.following(ctx, lambda: domain.add(ctx, domain.DOMAIN, org_id, settings))
        ),
    )
    _of_request(
        f"admin.UpdateCustom{_name}Policy",
        lambda ctx, org_id, settings: changed(
            login_names.following(ctx, lambda: domain.update(ctx, domain.DOMAIN, org_id, settings))
        ),
    )
    _of_request(
        f"admin.ResetCustom{_name}PolicyToDefault",
        lambda ctx, org_id, _: changed(login_names.following(ctx, lambda: domain.reset(ctx, domain.DOMAIN, org_id))),
    )


# -- the label policy ------------------------------------------------------------------------------
def _activate(name: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(domain.activate_label(ctx, owner(ctx))))


def _remove_asset(name: str, asset: str, owner: Owner) -> None:
    answer = response_of(name)

    @rpc(name)
    def handler(ctx: Context, request: Any) -> Message:
        return answer(details=changed(domain.remove_label_asset(ctx, owner(ctx), asset)))


_activate("management.ActivateCustomLabelPolicy", organization)
_activate("admin.ActivateLabelPolicy", instance)
for _name in ("Logo", "LogoDark", "Icon", "IconDark", "Font"):
    _asset = _name.replace("Dark", "_Dark").lower()
    _remove_asset(f"management.RemoveCustomLabelPolicy{_name}", _asset, organization)
    _remove_asset(f"admin.RemoveLabelPolicy{_name}", _asset, instance)


def as_link(row: sqlite3.Row) -> idp_pb2.IDPLoginPolicyLink:
    """Return an identity provider of a login policy, from a row of `idps`."""
    return idp_pb2.IDPLoginPolicyLink(
        idp_id=row["id"], idp_name=row["name"], idp_type=_IDP_TYPES.get(row["kind"], idp_pb2.IDP_TYPE_UNSPECIFIED)
    )
