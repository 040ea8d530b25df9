"""The tokens of an emulator: make one for any user, revoke it, and count the questions about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.testing.oauth import LIFETIME
from zgrpc.testing.oauth_claims import API_SCOPE, PROJECTS_ROLES, RESOURCE_OWNER, audience_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zgrpc.testing.oauth import OAuth, TokenRequest
    from zgrpc.testing.oauth_http import OAuthServer

__all__ = ["NOT_RUNNING", "EmulatorTokens"]

NOT_RUNNING = "this emulator is not running: start it with `with Emulator() as emulator:`"


class EmulatorTokens:
    """The part of `Emulator` that is about access tokens and the keys that sign them."""

    _oauth: OAuthServer | None = None

    def token_for(
        self,
        user_id: str,
        *,
        projects: Iterable[str] = (),
        scopes: Iterable[str] = (),
        jwt: bool = True,
        lifetime: float = LIFETIME,
    ) -> str:
        """Make an access token for any user, as if they had logged in; for tests.

        Args:
            user_id: the id of an active user, human or machine.
            projects: the ids of the projects that the token is for. It carries the user's roles in them.
            scopes: scopes beyond ``openid profile email``, ZITADEL's own API and the user's organization.
            jwt: whether the token is a JWT, and not opaque.
            lifetime: seconds that it lives; below zero for a token that has expired.

        Raises:
            RuntimeError: the emulator does not run.
            ValueError: there is no active user of that id.
        """
        oauth = self._issuer()
        if oauth.accounts.user(user_id) is None:
            raise ValueError(f"user_id must be the id of an active user, not {user_id!r}")
        named = [f"urn:zitadel:iam:org:project:id:{project}:aud" for project in projects]
        asked = ["openid", "profile", "email", API_SCOPE, RESOURCE_OWNER, *([PROJECTS_ROLES] if named else []), *named]
        asked = list(dict.fromkeys([*asked, *scopes]))
        audience = audience_of(asked, oauth.project_id)
        return oauth.issue(user_id, asked, audience, lifetime, client_id="emulator", jwt=jwt)

    def revoke_token(self, token: str) -> None:
        """End an issued access token: calls and introspections refuse it from now on."""
        self._issuer().accounts.remove_token(token)

    def rotate_keys(self, *, retire: bool = False) -> None:
        """Sign JWTs with a new key from now on; with `retire`, no longer publish the keys before it."""
        self._issuer().keys.rotate(retire=retire)

    def _issuer(self) -> OAuth:
        if self._oauth is None:
            raise RuntimeError(NOT_RUNNING)
        return self._oauth.find({})

    @property
    def introspections(self) -> int:
        """How many introspections were received since the start."""
        return 0 if self._oauth is None else self._oauth.requests["introspect"]

    @property
    def key_fetches(self) -> int:
        """How often the keys of the issuer were fetched since the start."""
        return 0 if self._oauth is None else self._oauth.requests["keys"]

    @property
    def token_requests(self) -> list[TokenRequest]:
        """The requests that the token endpoint received since the start, oldest first."""
        return [] if self._oauth is None else list(self._oauth.token_requests)
