"""What the emulator says about issued tokens: introspection, userinfo, revocation.

They follow RFC 7662 and 7009, and are checked against no real server and no recording. A token counts only for a
client that is in its audience, by its client id or its project; a personal access token counts for every client, and
asks for all roles of its project.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.oauth_claims import PROJECT_ROLE
from zgrpc.testing.oauth_types import Answer, Refusal, answer_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc.testing.oauth import OAuth

_BEARER = "bearer "


def introspect(oauth: OAuth, form: Mapping[str, str], authorization: str) -> Answer:
    """Answer ``/oauth/v2/introspect``."""
    try:
        client = oauth.client(form, authorization)
    except Refusal as refusal:
        return refusal.answer
    token = oauth.accounts.token(form.get("token", ""))
    if token is None:
        return answer_json({"active": False})
    audience, scopes = list(token.audience), list(token.scopes)
    if token.pat:
        audience += [client.client_id, client.project_id]
        scopes += [PROJECT_ROLE + key for key in oauth.accounts.role_keys(client.project_id)]
    if client.client_id not in audience and client.project_id not in audience:
        return answer_json({"active": False})
    claims = oauth.claims(token.user_id, scopes, client_project=client.project_id, role_assertion=client.role_assertion)
    user = oauth.accounts.user(token.user_id)
    return answer_json(
        {
            "active": True,
            "iss": oauth.issuer,
            "sub": token.user_id,
            "aud": audience,
            "scope": " ".join(scopes),
            "client_id": token.client_id,
            "token_type": "Bearer",
            "username": "" if user is None else user.login_name,
            "exp": int(token.expires),
            "iat": int(token.issued),
            "nbf": int(token.issued),
            **({"act": {"iss": oauth.issuer, "sub": token.actor}} if token.actor else {}),
            **claims,
        }
    )


def userinfo(oauth: OAuth, authorization: str) -> Answer:
    """Answer ``/oidc/v1/userinfo`` to the bearer of a token."""
    bearer = authorization[len(_BEARER) :] if authorization.lower().startswith(_BEARER) else ""
    token = oauth.accounts.token(bearer) if bearer else None
    if token is None:
        return answer_json({"error": "access_denied", "error_description": "access token invalid"}, 401)
    client = oauth.accounts.client(token.client_id)
    project, asserted = ("", False) if client is None else (client.project_id, client.role_assertion)
    claims = oauth.claims(token.user_id, token.scopes, client_project=project, role_assertion=asserted)
    return answer_json({"sub": token.user_id, **claims})


def revoke(oauth: OAuth, form: Mapping[str, str], authorization: str) -> Answer:
    """Answer ``/oauth/v2/revoke``. An unknown token is no error (RFC 7009, 2.2)."""
    try:
        client = oauth.client(form, authorization)
    except Refusal as refusal:
        return refusal.answer
    token = oauth.accounts.token(form.get("token", ""))
    if token is not None and token.client_id == client.client_id:
        oauth.accounts.remove_token(form["token"])
    return Answer(200, b"")
