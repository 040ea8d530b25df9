"""Acting as the caller, and for other audiences: the next service accepts forwarded and exchanged tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import zgrpc
from zgrpc.guard import Guard, MissingRoleError, WrongAudienceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zgrpc.testing import Emulator
    from zgrpc.testing.tokens import Tokens


@pytest.fixture
def guard(zitadel_token: Tokens) -> Iterator[Guard]:
    project = zitadel_token.project_id
    with Guard(zitadel_token.issuer, audience=project, project=project, credentials=zitadel_token.credentials) as guard:
        yield guard


@pytest.fixture
def gateway(zitadel: zgrpc.Client, zitadel_token: Tokens) -> tuple[str, str]:
    """An application that may exchange tokens."""
    app = zitadel.management.add_oidc_app(
        project_id=zitadel_token.project_id, name="gateway", redirect_uris=["https://gateway.example"],
        response_types=["OIDC_RESPONSE_TYPE_CODE"],
        grant_types=["OIDC_GRANT_TYPE_AUTHORIZATION_CODE", "OIDC_GRANT_TYPE_TOKEN_EXCHANGE"],
        app_type="OIDC_APP_TYPE_WEB", auth_method_type="OIDC_AUTH_METHOD_TYPE_BASIC",
    )  # fmt: skip
    return app.client_id, app.client_secret


def exchanged(emulator: Emulator, gateway: tuple[str, str], **options: Any) -> str:
    with emulator.client(credentials=zgrpc.TokenExchange(*gateway, **options)) as client:
        return client.token()


def test_a_service_acts_as_its_caller_over_its_own_channel(
    guard: Guard, zitadel: zgrpc.Client, zitadel_token: Tokens
) -> None:
    token = zitadel_token()
    caller = guard.verify(token)
    assert zitadel.with_token(token).auth.get_my_user().user.id == caller.user_id
    assert zitadel.auth.get_my_user().user.id != caller.user_id


@pytest.mark.parametrize("requested", ["access_token", "jwt"])
def test_an_exchanged_token_is_for_the_audience_that_was_asked_for(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, gateway: Any, requested: str
) -> None:
    token = zitadel_token(roles=["admin"])
    mine = {"subject_token": token, "requested_type": requested, "audience": [zitadel_token.project_id]}
    identity = guard.verify(exchanged(zitadel_emulator, gateway, **mine))
    assert (identity.user_id, identity.has_role("admin")) == (guard.verify(token).user_id, True)


def test_an_exchanged_token_of_fewer_scopes_carries_no_roles(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, gateway: Any
) -> None:
    fewer = {"subject_token": zitadel_token(roles=["admin"]), "requested_type": "jwt", "scopes": ["openid"]}
    identity = guard.verify(exchanged(zitadel_emulator, gateway, **fewer))
    with pytest.raises(MissingRoleError):
        identity.require_role("admin")


def test_a_token_for_another_service_is_refused_here(
    guard: Guard, zitadel: zgrpc.Client, zitadel_token: Tokens, zitadel_emulator: Emulator, gateway: Any
) -> None:
    other = zitadel.management.add_project(name="other").id
    user = guard.verify(zitadel_token()).user_id
    both = zitadel_emulator.token_for(user, projects=[zitadel_token.project_id, other])
    assert guard.verify(both)
    narrow = {"subject_token": both, "requested_type": "jwt", "audience": [other]}
    with pytest.raises(WrongAudienceError):
        guard.verify(exchanged(zitadel_emulator, gateway, **narrow))


def test_an_impersonated_user_is_the_identity_and_the_actor_a_claim(
    guard: Guard, zitadel_token: Tokens, zitadel_emulator: Emulator, gateway: Any
) -> None:
    support = zitadel_token(roles=["support"])
    user = guard.verify(zitadel_token(roles=["viewer"])).user_id
    for requested in ("jwt", "access_token"):
        token = exchanged(
            zitadel_emulator, gateway, subject_token=user, subject_type="user_id", actor_token=support,
            requested_type=requested,
        )  # fmt: skip
        identity = guard.verify(token)
        assert (identity.user_id, identity.roles) == (user, frozenset({"viewer"}))
        assert identity.claims["act"]["sub"] == guard.verify(support).user_id
