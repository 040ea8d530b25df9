"""What the parts of the emulator's OAuth side share: requests, answers, refusals, and what they ask of the store."""

from __future__ import annotations

import base64
import json
import urllib.parse
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.testing.domain.devices import Codes, Decision
    from zgrpc.testing.domain.oauth_tokens import Issued
    from zgrpc.testing.oauth_claims import Roles, User

_FORM = "application/x-www-form-urlencoded"


class MachineUser(NamedTuple):
    """What the token endpoint needs to know of a machine user.

    Attributes:
        id: the user's id, the `sub` of its tokens.
        user_name: its user name, the `client_id` of its client credentials.
        active: whether it may have tokens at all.
        jwt: whether its access tokens are JWTs (ACCESS_TOKEN_TYPE_JWT) and not opaque.
        secret_matches: returns whether a client secret is the user's; None if it has none.
    """

    id: str
    user_name: str
    active: bool
    jwt: bool
    secret_matches: Callable[[str], bool] | None


class Client(NamedTuple):
    """An application: a client of the token endpoint, or one that introspects.

    Attributes:
        client_id: its client id.
        project_id: its project.
        role_assertion: whether the project asserts roles on authentication.
        exchanges: whether it may exchange tokens (OIDC_GRANT_TYPE_TOKEN_EXCHANGE).
        secret_matches: returns whether a client secret is the application's; None if it has none.
        devices: whether it may ask for device authorizations (OIDC_GRANT_TYPE_DEVICE_CODE).
        public: whether it proves nothing but names itself (OIDC_AUTH_METHOD_TYPE_NONE).
    """

    client_id: str
    project_id: str
    role_assertion: bool
    exchanges: bool
    secret_matches: Callable[[str], bool] | None
    devices: bool = False
    public: bool = False


class Accounts(Protocol):
    """What the OAuth side asks of the store."""

    def machine_user(self, user_id: str) -> MachineUser | None:
        """Return the machine user of that id."""
        ...

    def machine_client(self, client_id: str) -> MachineUser | None:
        """Return the machine user whose user name is `client_id`."""
        ...

    def machine_key(self, user_id: str, key_id: str) -> bytes | None:
        """Return the public key (PEM) of that user and key id; None if there is none or it has expired."""
        ...

    def client(self, client_id: str) -> Client | None:
        """Return the active application of that client id."""
        ...

    def client_key(self, client_id: str, key_id: str) -> bytes | None:
        """Return the public key (PEM) of that client and key id; None if there is none or it has expired."""
        ...

    def user(self, user_id: str) -> User | None:
        """Return the active user of that id."""
        ...

    def roles(self, user_id: str, project_ids: list[str]) -> Roles:
        """Return the roles of a user in projects, by active grants."""
        ...

    def role_keys(self, project_id: str) -> list[str]:
        """Return the keys of a project's roles."""
        ...

    def metadata(self, user_id: str) -> dict[str, bytes]:
        """Return a user's metadata."""
        ...

    def add_token(self, token: str, issued: Issued, *, api: bool) -> None:
        """Remember an issued token. The gRPC side accepts it only with `api`."""
        ...

    def token(self, token: str) -> Issued | None:
        """Return an issued token or a personal access token that counts."""
        ...

    def remove_token(self, token: str) -> None:
        """End an issued token."""
        ...

    def ask_for_device(self, client_id: str, scopes: list[str]) -> Codes:
        """Note that a device asks for authorization."""
        ...

    def poll_for_device(self, code: str, client_id: str) -> Decision:
        """Return what was decided for a device."""
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
    """An OAuth error (RFC 6749, 5.2)."""

    def __init__(self, error: str, description: str, status: int = 400) -> None:
        super().__init__(error, description)
        self.answer = answer_json({"error": error, "error_description": description}, status)


def answer_json(value: object, status: int = 200) -> Answer:
    """Return `value` as a JSON answer."""
    return Answer(status, json.dumps(value).encode())


def parse_form(query: str, content_type: str, body: bytes) -> dict[str, str]:
    """Return the form of a request, from its body and its query. The body's values come first.

    A body of another content type does not count, as with Go's ``Request.ParseForm``, which ZITADEL uses.
    """
    form = dict(reversed(urllib.parse.parse_qsl(query, keep_blank_values=True)))
    if content_type.partition(";")[0].strip().lower() == _FORM:
        pairs = urllib.parse.parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        form.update(reversed(pairs))
    return form


def parse_basic(authorization: str) -> tuple[str, str] | None:
    """Return client id and secret of an HTTP basic `Authorization` header; None for any other.

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
