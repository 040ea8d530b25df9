"""`Tokens`: access tokens for the tests of a guarded service; the fixture ``zitadel_token``."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import zgrpc
    from zgrpc.testing.emulator import Emulator

__all__ = ["Tokens"]


class Tokens:
    """Makes tokens of users with roles. A call returns a token.

    The users, a project and an API application are created in the organization of `client` when they are first needed.

    Args:
        emulator: issues the tokens.
        client: creates what is needed.
    """

    def __init__(self, emulator: Emulator, client: zgrpc.Client) -> None:
        self._emulator, self._client = emulator, client
        self._project_id = ""
        self._credentials: zgrpc.ClientCredentials | None = None
        self._roles: set[str] = set()

    @property
    def issuer(self) -> str:
        """The issuer, for ``Guard(issuer)``."""
        return self._emulator.issuer

    @property
    def project_id(self) -> str:
        """The id of the project that the tokens are for, for ``Guard(audience=, project=)``."""
        if not self._project_id:
            self._project_id = self._client.management.add_project(name=f"guarded-{secrets.token_hex(4)}").id
        return self._project_id

    @property
    def credentials(self) -> zgrpc.ClientCredentials:
        """The client id and secret of an API application of the project, for ``Guard(credentials=)``."""
        if self._credentials is None:
            import zgrpc

            app = self._client.management.add_api_app(
                project_id=self.project_id, name="service", auth_method_type="API_AUTH_METHOD_TYPE_BASIC"
            )
            self._credentials = zgrpc.ClientCredentials(app.client_id, app.client_secret)
        return self._credentials

    def __call__(
        self,
        *,
        roles: Iterable[str] = (),
        user: str | None = None,
        jwt: bool = True,
        lifetime: float | None = None,
        scopes: Iterable[str] = (),
    ) -> str:
        """Return a token.

        Args:
            roles: the keys of the roles that the user gets in the project.
            user: the id of the user; None for a new human.
            jwt: whether the token is a JWT, and not opaque.
            lifetime: seconds that it lives, below zero for a token that has expired; None for half a day.
            scopes: further scopes.
        """
        user_id = user or self._person()
        if keys := list(roles):
            self._grant(user_id, keys)
        options = {} if lifetime is None else {"lifetime": lifetime}
        return self._emulator.token_for(user_id, projects=[self.project_id], scopes=scopes, jwt=jwt, **options)

    def _person(self) -> str:
        name = f"user-{secrets.token_hex(4)}"
        return self._client.management.add_human_user(
            user_name=name,
            profile={"first_name": "Ada", "last_name": "Lovelace"},
            email={"email": f"{name}@people.example", "is_email_verified": True},
            initial_password=f"{secrets.token_hex(8)}-Aa1",  # without one the user would not be active
        ).user_id

    def _grant(self, user_id: str, keys: list[str]) -> None:
        management = self._client.management
        for key in keys:
            if key not in self._roles:
                management.add_project_role(project_id=self.project_id, role_key=key, display_name=key)
                self._roles.add(key)
        mine = management.list_user_grants(where={"user_id": user_id, "project_id": self.project_id}).first()
        if mine is None:
            management.add_user_grant(user_id=user_id, project_id=self.project_id, role_keys=keys)
        elif not set(keys) <= set(mine.role_keys):
            both = sorted({*mine.role_keys, *keys})
            management.update_user_grant(user_id=user_id, grant_id=mine.id, role_keys=both)
