"""The emulator's token endpoint. It answers as ZITADEL v4.13.1 was recorded.

Only decisions live here; `zgrpc.testing.oauth_http` speaks HTTP. PyJWT with cryptography, from the extra
``zgrpc[testing]``, is imported by the first request that needs it.
"""

from __future__ import annotations

import copy
import secrets
from typing import TYPE_CHECKING, Any

from zgrpc.testing import oauth_device
from zgrpc.testing.domain.oauth_tokens import Issued
from zgrpc.testing.oauth_claims import API_SCOPE, audience_of, claims_of
from zgrpc.testing.oauth_clients import authenticate_client, author_of
from zgrpc.testing.oauth_types import (
    Accounts,
    Answer,
    Client,
    MachineUser,
    Refusal,
    TokenRequest,
    answer_json,
    parse_basic,
    parse_form,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from zgrpc.testing.oauth_keys import SigningKeys

__all__ = [
    "API_SCOPE",
    "CLIENT_CREDENTIALS",
    "JWT_PROFILE",
    "LIFETIME",
    "TOKEN_EXCHANGE",
    "Answer",
    "OAuth",
    "TokenRequest",
    "answer_json",
    "parse_form",
]

JWT_PROFILE = "urn:ietf:params:oauth:grant-type:jwt-bearer"
CLIENT_CREDENTIALS = "client_credentials"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"  # noqa: S105 - a name

LIFETIME = 43_200.0
"""Seconds that an access token lives. ``expires_in`` is what is left at the answer, rounded down: 43199."""

_TYPE = "urn:ietf:params:oauth:token-type:"
_ACCESS_TOKEN, _JWT, _ID_TOKEN = f"{_TYPE}access_token", f"{_TYPE}jwt", f"{_TYPE}id_token"
_USER_ID = "urn:zitadel:params:oauth:token-type:user_id"


class OAuth:
    """The OAuth endpoints of one issuer.

    Args:
        accounts: the store.
        issuer: the issuer's URL; the only audience that an assertion may name. See `issued_by`.
        clock: the server's time in Unix seconds.
        project_id: the id of ZITADEL's own project, the audience of its API.
        keys: signs and checks JWTs.
    """

    def __init__(
        self,
        accounts: Accounts,
        issuer: str,
        clock: Callable[[], float],
        *,
        project_id: str,
        keys: SigningKeys,
    ) -> None:
        self.accounts = accounts
        self.issuer = issuer
        self.clock = clock
        self.project_id = project_id
        self.keys = keys

    def issued_by(self, issuer: str) -> OAuth:
        """Return the same endpoints as those of another issuer."""
        other = copy.copy(self)
        other.issuer = issuer
        return other

    # -- the token endpoint -------------------------------------------------------------------
    def token(self, form: Mapping[str, str], authorization: str = "", *, lifetime: float = LIFETIME) -> Answer:
        """Answer ``/oauth/v2/token``, by the form and the `Authorization` header.

        `lifetime` is how many seconds an access token lives that it grants.
        """
        try:
            grant_type = form.get("grant_type", "")
            if grant_type == CLIENT_CREDENTIALS:
                user = self._client(form, authorization)
            elif grant_type == JWT_PROFILE:
                user = self._asserted(form.get("assertion", ""))
            elif grant_type == TOKEN_EXCHANGE:
                return self._exchange(form, authorization, lifetime)
            elif grant_type == oauth_device.DEVICE_CODE:
                return self._device(form, authorization, lifetime)
            elif grant_type:
                raise Refusal("unsupported_grant_type", f"{grant_type} not supported")
            else:
                raise Refusal("invalid_request", "grant_type missing")
            if not form.get("scope", "").split():
                raise Refusal(
                    "invalid_request",
                    "The scope of your request is missing. Please ensure some scopes are requested. If you have any "
                    "questions, you may contact the administrator of the application.",
                )
            if not user.active:
                raise Refusal("invalid_request", "Errors.User.NotActive")
            return self._grant(user, form["scope"].split(), lifetime)
        except Refusal as refusal:
            return refusal.answer

    def _client(self, form: Mapping[str, str], authorization: str) -> MachineUser:
        """Return the machine user of client credentials. HTTP basic comes before the form."""
        client_id, secret = parse_basic(authorization) or (form.get("client_id", ""), form.get("client_secret", ""))
        if not client_id:
            raise Refusal("invalid_request", "client_id or client_assertion must be provided")
        user = self.accounts.machine_client(client_id)
        if user is None:
            raise Refusal("invalid_client", "client not found")
        if user.secret_matches is None:
            raise Refusal("invalid_request", "Errors.User.Machine.Secret.NotExisting")
        if not user.secret_matches(secret):
            raise Refusal("invalid_request", "Errors.User.Machine.Secret.Invalid")
        return user

    def _asserted(self, assertion: str) -> MachineUser:
        """Return the machine user that a JWT-profile assertion proves.

        ZITADEL does not say what is wrong with an assertion: it has one answer for all mistakes.
        """
        if not assertion:
            raise Refusal("invalid_request", "assertion missing")
        user_id = author_of(assertion, self.accounts.machine_key, self.issuer, self.clock())
        user = self.accounts.machine_user(user_id) if user_id else None
        if user is None:
            raise Refusal("server_error", "Errors.Internal", 500)
        return user

    def client(self, form: Mapping[str, str], authorization: str) -> Client:
        """Return the application that sends a request; see `authenticate_client`."""
        return authenticate_client(self.accounts, self.issuer, self.clock(), form, authorization)

    def _grant(self, user: MachineUser, scopes: list[str], lifetime: float) -> Answer:
        """Answer with a new access token, and an ID token if the scope has ``openid``."""
        audience = [*audience_of(scopes, self.project_id), *([user.user_name] if user.jwt else [])]
        token = self.issue(user.id, scopes, audience, lifetime, client_id=user.user_name, jwt=user.jwt)
        answer: dict[str, object] = {"access_token": token, "token_type": "Bearer", "expires_in": _left(lifetime)}
        if "openid" in scopes:
            answer["id_token"] = self._id_token(user.id, user.user_name, audience, lifetime)
        return answer_json(answer)

    def issue(
        self,
        user_id: str,
        scopes: Sequence[str],
        audience: Sequence[str],
        lifetime: float,
        *,
        client_id: str,
        jwt: bool,
        actor: str = "",
    ) -> str:
        """Make an access token and remember it.

        Args:
            user_id: whose it is.
            scopes: the granted scopes.
            audience: for whom it is.
            lifetime: seconds that it lives; below zero for one that has expired.
            client_id: the client that asks for it.
            jwt: whether it is a JWT, and not opaque.
            actor: the id of the user who impersonates. The API refuses such tokens.
        """
        now = self.clock()
        if jwt:
            user = self.accounts.user(user_id)
            own = {} if user is None else self.claims(user_id, scopes)
            claims = {
                "iss": self.issuer,
                "sub": user_id,
                "aud": list(audience),
                "exp": int(now + lifetime),
                "iat": int(min(now, now + lifetime)),
                "nbf": int(min(now, now + lifetime)),
                "client_id": client_id,
                "jti": secrets.token_hex(16),
                **{name: value for name, value in own.items() if name.startswith("urn:")},
                **({"act": {"iss": self.issuer, "sub": actor}} if actor else {}),
            }
            token = self.keys.sign(claims)
        else:
            token = secrets.token_urlsafe(78)  # 104 characters
        issued = Issued(user_id, client_id, tuple(scopes), tuple(audience), now, now + lifetime, actor)
        self.accounts.add_token(token, issued, api=self.project_id in audience and not actor)
        return token

    def claims(
        self, user_id: str, scopes: Sequence[str], *, client_project: str = "", role_assertion: bool = False
    ) -> dict[str, Any]:
        """Return the claims of a user beyond `sub`; see `claims_of`."""
        user = self.accounts.user(user_id)
        if user is None:
            return {}
        return claims_of(
            user,
            scopes,
            own_project=self.project_id,
            client_project=client_project,
            role_assertion=role_assertion,
            roles_of=lambda projects: self.accounts.roles(user_id, projects),
            metadata_of=lambda: self.accounts.metadata(user_id),
        )

    def _id_token(self, user_id: str, client_id: str, audience: Sequence[str], lifetime: float) -> str:
        now = int(self.clock())
        named = list(dict.fromkeys([*audience, client_id]))
        times = {"iat": now, "exp": int(self.clock() + lifetime), "auth_time": now}
        client = {"azp": client_id, "client_id": client_id}
        return self.keys.sign({"iss": self.issuer, "sub": user_id, "aud": named, **times, **client})

    # -- the device flow ------------------------------------------------------------------------------
    def authorize_device(self, form: Mapping[str, str], authorization: str) -> Answer:
        """Answer ``/oauth/v2/device_authorization``."""
        return oauth_device.authorize_device(self.accounts, self.issuer, self.clock(), form, authorization)

    def _device(self, form: Mapping[str, str], authorization: str, lifetime: float) -> Answer:
        """Answer the poll of a device with a token of the person who approved it."""
        client, approved = oauth_device.poll(self.accounts, self.issuer, self.clock(), form, authorization)
        audience = list(
            dict.fromkeys([client.client_id, client.project_id, *audience_of(approved.scopes, self.project_id)])
        )
        token = self.issue(approved.user_id, approved.scopes, audience, lifetime, client_id=client.client_id, jwt=False)
        answer: dict[str, object] = {"access_token": token, "token_type": "Bearer", "expires_in": _left(lifetime)}
        if "openid" in approved.scopes:
            answer["id_token"] = self._id_token(approved.user_id, client.client_id, audience, lifetime)
        return answer_json(answer)

    # -- token exchange -------------------------------------------------------------------------------
    def _exchange(self, form: Mapping[str, str], authorization: str, lifetime: float) -> Answer:
        """Exchange a token (RFC 8693): for its own user, or for a user whom the actor impersonates.

        It is checked against no real server and no recording. Impersonation needs `actor_token`; the emulator accepts
        any actor whose token is valid.
        """
        client = self.client(form, authorization)
        if not client.exchanges:
            raise Refusal("unauthorized_client", "grant_type token-exchange is not allowed for this client")
        if not form.get("subject_token"):
            raise Refusal("invalid_request", "subject_token missing")
        kind = form.get("subject_token_type", "")
        actor = self._party(form["actor_token"], form.get("actor_token_type", "")) if form.get("actor_token") else None
        if kind == _USER_ID:
            if actor is None:
                raise Refusal("invalid_request", "actor_token required for subject_token_type user_id")
            user_id, scopes, audience = form["subject_token"], actor.scopes, actor.audience
            if self.accounts.user(user_id) is None:
                raise Refusal("invalid_request", "subject_token is invalid")
        else:
            subject = self._party(form["subject_token"], kind)
            user_id, scopes, audience = subject.user_id, subject.scopes, subject.audience
        scopes = _within(form.get("scope", "").split(), scopes, "invalid_scope", "scope")
        wanted = form.get("audience", "").split()
        audience = _within(wanted, (*audience, *(actor.audience if actor else ())), "invalid_target", "audience")
        answer: dict[str, object]
        wants = form.get("requested_token_type") or _ACCESS_TOKEN
        if wants not in (_ACCESS_TOKEN, _JWT, _ID_TOKEN):
            raise Refusal("invalid_request", f"requested_token_type {wants} not supported")
        if wants == _ID_TOKEN:
            id_token = self._id_token(user_id, client.client_id, audience, lifetime)
            answer = {"access_token": id_token, "issued_token_type": wants, "token_type": "N_A"}
            return answer_json({**answer, "expires_in": _left(lifetime), "scope": " ".join(scopes)})
        impersonates = actor.user_id if actor is not None and actor.user_id != user_id else ""
        token = self.issue(
            user_id, scopes, audience, lifetime, client_id=client.client_id, jwt=wants == _JWT, actor=impersonates
        )
        answer = {
            "access_token": token,
            "issued_token_type": wants,
            "token_type": "Bearer",
            "expires_in": _left(lifetime),
            "scope": " ".join(scopes),
        }
        if "openid" in scopes:
            answer["id_token"] = self._id_token(user_id, client.client_id, audience, lifetime)
        return answer_json(answer)

    def _party(self, token: str, kind: str) -> Issued:
        if kind not in (_ACCESS_TOKEN, _JWT, _ID_TOKEN):
            raise Refusal("invalid_request", f"token type {kind or '(none)'} not supported")
        found = self._logged_in(token) if kind == _ID_TOKEN else self.accounts.token(token)
        if found is None:
            raise Refusal("invalid_request", "a token is invalid")
        return found

    def _logged_in(self, id_token: str) -> Issued | None:
        """Read an ID token of this issuer as if it were an access token; None for any other."""
        claims = self.keys.claims(id_token)
        if claims is None or claims["exp"] <= self.clock() or self.accounts.user(claims["sub"]) is None:
            return None
        scopes, audience = ("openid",), tuple(claims["aud"])
        return Issued(claims["sub"], claims["client_id"], scopes, audience, claims["iat"], claims["exp"])

    # -- what is published ----------------------------------------------------------------------------
    def discovery(self) -> Answer:
        """Answer ``/.well-known/openid-configuration``."""
        paths = {
            "authorization_endpoint": "/oauth/v2/authorize",
            "token_endpoint": "/oauth/v2/token",
            "introspection_endpoint": "/oauth/v2/introspect",
            "userinfo_endpoint": "/oidc/v1/userinfo",
            "revocation_endpoint": "/oauth/v2/revoke",
            "end_session_endpoint": "/oidc/v1/end_session",
            "device_authorization_endpoint": "/oauth/v2/device_authorization",
            "jwks_uri": "/oauth/v2/keys",
        }
        return answer_json(
            {
                "issuer": self.issuer,
                **{name: self.issuer + path for name, path in paths.items()},
                "scopes_supported": ["openid", "profile", "email", "phone", "address", "offline_access"],
                "response_types_supported": ["code", "id_token", "id_token token"],
                "grant_types_supported": [
                    "authorization_code",
                    "implicit",
                    "refresh_token",
                    CLIENT_CREDENTIALS,
                    JWT_PROFILE,
                    oauth_device.DEVICE_CODE,
                ],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": [
                    "none",
                    "client_secret_basic",
                    "client_secret_post",
                    "private_key_jwt",
                ],
                "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
            }
        )


def _left(lifetime: float) -> int:
    """Return ``expires_in``: the whole seconds that are left when the answer arrives."""
    return max(int(lifetime) - 1, 1) if lifetime >= 1 else 0


def _within(wanted: Sequence[str], allowed: Sequence[str], error: str, what: str) -> tuple[str, ...]:
    """Return the wanted names, all of which must be allowed; all allowed names if none is wanted."""
    for name in wanted:
        if name not in allowed:
            raise Refusal(error, f"{what} {name!r} not found in subject or actor token")
    return tuple(dict.fromkeys(wanted or allowed))
