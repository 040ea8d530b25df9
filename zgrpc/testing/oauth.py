"""The emulator's OAuth side: what a token request is answered, as ZITADEL v4.13.1 was recorded to do.

Only decisions live here; :mod:`zgrpc.testing.oauth_http` speaks HTTP. PyJWT with cryptography, from the extra
``zgrpc[testing]``, is loaded by the first request that needs it.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
import urllib.parse
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

JWT_PROFILE = "urn:ietf:params:oauth:grant-type:jwt-bearer"
CLIENT_CREDENTIALS = "client_credentials"
API_SCOPE = "urn:zitadel:iam:org:project:id:zitadel:aud"
"""The scope without which ZITADEL's own API takes no token."""

LIFETIME = 43_200.0
"""Seconds that an access token lives; what is left at the answer is rounded down, hence ``expires_in`` 43199."""

_MAX_AGE = 3600  # seconds that an assertion's iat may lie back
_LEEWAY = 1  # seconds that the clock of an assertion's author may be ahead
_FORM = "application/x-www-form-urlencoded"
_PROJECT_SCOPE = "urn:zitadel:iam:org:project:id:"


class MachineUser(NamedTuple):
    """What the token endpoint needs to know of a machine user.

    Attributes:
        id: the user's id, the `sub` of its tokens.
        user_name: its user name, the `client_id` of its client credentials.
        active: whether it may have tokens at all.
        jwt: whether its access tokens are JWTs (ACCESS_TOKEN_TYPE_JWT) and not opaque.
        secret_matches: tells whether a client secret is the user's; None where it has none.
    """

    id: str
    user_name: str
    active: bool
    jwt: bool
    secret_matches: Callable[[str], bool] | None


class Accounts(Protocol):
    """What the token endpoint asks of the store."""

    def machine_user(self, user_id: str) -> MachineUser | None:
        """The machine user of that id."""
        ...

    def machine_client(self, client_id: str) -> MachineUser | None:
        """The machine user whose user name is `client_id`."""
        ...

    def machine_key(self, user_id: str, key_id: str) -> bytes | None:
        """The public key (PEM) of that user and key id; None where there is none or it has expired."""
        ...

    def add_access_token(self, token: str, user_id: str, expires_at: float, *, api: bool) -> None:
        """Take an issued token down. The gRPC side accepts it only with `api`, until `expires_at` (Unix seconds)."""
        ...


class Answer(NamedTuple):
    """An HTTP answer: its status, its body, and what the body is."""

    status: int
    body: bytes
    content_type: str = "application/json"


class TokenRequest(NamedTuple):
    """A request that the token endpoint received, for assertions. It holds no secret.

    Attributes:
        grant_type: as it was sent.
        status: the HTTP status that was answered; 0 where the connection was held and never answered.
        error: the OAuth error code of the answer; empty where there was none.
    """

    grant_type: str
    status: int
    error: str


class Refusal(Exception):  # noqa: N818 - the answer to a request, no mistake of this program
    """An OAuth error, as RFC 6749 §5.2 has it."""

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(error, description)
        self.answer = answer_json({"error": error, "error_description": description}, status)


def answer_json(value: object, status: int = 200) -> Answer:
    """`value` as a JSON answer."""
    return Answer(status, json.dumps(value).encode())


def parse_form(query: str, content_type: str, body: bytes) -> dict[str, str]:
    """The form of a request: of its body and its query, the body's values first.

    A body of another content type does not count, as with Go's ``Request.ParseForm``, which ZITADEL uses.
    """
    form = dict(reversed(urllib.parse.parse_qsl(query, keep_blank_values=True)))
    if content_type.partition(";")[0].strip().lower() == _FORM:
        pairs = urllib.parse.parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        form.update(reversed(pairs))
    return form


def parse_basic(authorization: str) -> tuple[str, str] | None:
    """Client id and secret of an HTTP basic `Authorization` header; None where it is not one.

    Both are percent-decoded, as RFC 6749 §2.3.1 asks.
    """
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, colon, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except ValueError:
        return None
    return (urllib.parse.unquote_plus(client_id), urllib.parse.unquote_plus(secret)) if colon else None


class OAuth:
    """The OAuth endpoints of one issuer.

    Args:
        accounts: the store.
        issuer: the issuer's URL; the only audience that an assertion may name.
        clock: the server's time in Unix seconds.
        project_id: the id of ZITADEL's own project, the audience of its API.
        load_key: gives the signing key (PEM) that an earlier run kept; None where there is none.
        save_key: keeps the signing key (PEM), so that a later run signs with the same one.
    """

    def __init__(
        self,
        accounts: Accounts,
        issuer: str,
        clock: Callable[[], float],
        *,
        project_id: str,
        load_key: Callable[[], bytes | None] = lambda: None,
        save_key: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        self.accounts = accounts
        self.issuer = issuer
        self.clock = clock
        self.project_id = project_id
        self._load_key, self._save_key = load_key, save_key
        self._key: RSAPrivateKey | None = None
        self._lock = threading.Lock()

    # -- the token endpoint -------------------------------------------------------------------
    def token(self, form: Mapping[str, str], authorization: str = "", *, lifetime: float = LIFETIME) -> Answer:
        """What ``/oauth/v2/token`` answers to a form and an `Authorization` header.

        `lifetime` is how many seconds an access token lives that it grants.
        """
        try:
            grant_type = form.get("grant_type", "")
            if grant_type == CLIENT_CREDENTIALS:
                user = self._client(form, authorization)
            elif grant_type == JWT_PROFILE:
                user = self._asserted(form.get("assertion", ""))
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
        """The machine user of client credentials; HTTP basic comes before the form."""
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
        """The machine user that a JWT-profile assertion proves.

        ZITADEL tells nothing of what is wrong with an assertion: one answer for all of it.
        """
        if not assertion:
            raise Refusal("invalid_request", "assertion missing")
        user_id = self._proven(assertion)
        user = self.accounts.machine_user(user_id) if user_id else None
        if user is None:
            raise Refusal("server_error", "Errors.Internal", 500)
        return user

    def _proven(self, assertion: str) -> str | None:
        """The user id of an assertion that holds; None for any other."""
        import jwt

        try:
            key_id = jwt.get_unverified_header(assertion).get("kid", "")
            claimed = jwt.decode(assertion, options={"verify_signature": False})
            user_id = claimed.get("iss")
            if not isinstance(user_id, str) or not isinstance(key_id, str):
                return None
            pem = self.accounts.machine_key(user_id, key_id)
            if pem is None:
                return None
            # The times are checked below, against this server's clock, which a test may have set wrong on purpose.
            claims = jwt.decode(
                assertion,
                pem,
                algorithms=["RS256"],
                options={
                    "verify_aud": False,
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                    "verify_sub": False,
                },
            )
        except (jwt.PyJWTError, ValueError):
            return None
        return user_id if claims.get("sub") == user_id and self._acceptable(claims) else None

    def _acceptable(self, claims: Mapping[str, Any]) -> bool:
        """Whether audience and times of an assertion are as ZITADEL asks for them."""
        audience = claims.get("aud")
        if self.issuer not in (audience if isinstance(audience, list) else [audience]):
            return False
        issued, expires, now = claims.get("iat"), claims.get("exp"), self.clock()
        if not isinstance(issued, int | float) or not isinstance(expires, int | float):
            return False
        # Whole seconds, and one more for the way here: an iat that was an hour old when it was written still counts.
        oldest, newest = int(now) - _MAX_AGE - 1, round(now + _LEEWAY)
        return oldest <= issued <= newest and expires > newest

    def _grant(self, user: MachineUser, scopes: list[str], lifetime: float) -> Answer:
        """The answer that carries a new access token, and an ID token where ``openid`` was asked for."""
        now = self.clock()
        audience = [self.project_id] if API_SCOPE in scopes else []
        audience += [
            scope.removeprefix(_PROJECT_SCOPE).removesuffix(":aud")
            for scope in scopes
            if scope.startswith(_PROJECT_SCOPE) and scope.endswith(":aud") and scope != API_SCOPE
        ]
        claims = {"iss": self.issuer, "sub": user.id, "iat": int(now), "exp": int(now + lifetime)}
        if user.jwt:
            access = {"aud": [*audience, user.user_name], "nbf": int(now), "client_id": user.user_name}
            token = self._sign({**claims, **access, "jti": secrets.token_hex(16)})
        else:
            token = secrets.token_urlsafe(78)  # 104 characters
        self.accounts.add_access_token(token, user.id, now + lifetime, api=self.project_id in audience)
        answer: dict[str, object] = {"access_token": token, "token_type": "Bearer", "expires_in": _left(lifetime)}
        if "openid" in scopes:
            extra = {"aud": [*audience, user.user_name], "azp": user.user_name, "client_id": user.user_name}
            answer["id_token"] = self._sign({**claims, **extra, "auth_time": int(now)})
        return answer_json(answer)

    # -- keys -----------------------------------------------------------------------------------
    def keys(self) -> Answer:
        """What ``/oauth/v2/keys`` answers: the key set that checks issued JWTs."""
        from jwt.algorithms import RSAAlgorithm

        public = RSAAlgorithm.to_jwk(self._signing_key().public_key(), as_dict=True)
        shown = {"use": "sig", "kty": "RSA", "kid": "emulator", "alg": "RS256", "n": public["n"], "e": public["e"]}
        return answer_json({"keys": [shown]})

    def _sign(self, claims: Mapping[str, object]) -> str:
        import jwt

        return jwt.encode(dict(claims), self._signing_key(), algorithm="RS256", headers={"kid": "emulator"})

    def _signing_key(self) -> RSAPrivateKey:
        """The key of this issuer, made at first use because making one takes about 0.1 seconds."""
        with self._lock:
            if self._key is None:
                self._key = self._make_key()
            return self._key

    def _make_key(self) -> RSAPrivateKey:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import rsa

        if pem := self._load_key():
            kept = serialization.load_pem_private_key(pem, None)
            assert isinstance(kept, rsa.RSAPrivateKey)  # noqa: S101 - only _save_key below writes it
            return kept
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        plain = serialization.NoEncryption()
        self._save_key(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
        return key

    def discovery(self) -> Answer:
        """What ``/.well-known/openid-configuration`` answers."""
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
                    "urn:ietf:params:oauth:grant-type:device_code",
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
    """``expires_in`` of a token of that lifetime: what is left by the time of the answer, in whole seconds."""
    return max(int(lifetime) - 1, 1) if lifetime >= 1 else 0
