"""Roles fresh from the user grants, for services that cannot wait for the next token to see a change.

Roles in a token are as old as the token. These are as old as `ttl`. Look-ups of concurrent requests share one search
(`zgrpc.Batch`), and answers are cached, so that a thousand requests cost a handful of calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zgrpc.guard.refusals import IssuerUnavailableError, MissingRoleError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zitadel import user_pb2

    from zgrpc._bulk.batch import AsyncBatch, Batch
    from zgrpc.guard.identity import Identity

__all__ = ["AsyncGrants", "Grants"]

_ACTIVE = 1  # UserGrantState.USER_GRANT_STATE_ACTIVE


def _roles(
    grants: Iterable[user_pb2.UserGrant], identity: Identity, project: str | None, org: str | None
) -> frozenset[str]:
    wanted = project or identity.project
    if wanted is None:
        raise ValueError("project must name the project whose roles count, here or in the guard")
    return frozenset(
        role
        for grant in grants
        if grant.project_id == wanted and grant.state == _ACTIVE and org in (None, grant.org_id)
        for role in grant.role_keys
    )


def _require(held: frozenset[str], roles: tuple[str, ...]) -> None:
    if not held & set(roles):
        raise MissingRoleError(f"the user lacks the role {' or '.join(map(repr, roles))}")


def _failed(error: Exception) -> IssuerUnavailableError:
    return IssuerUnavailableError(f"the user's grants could not be looked up: {type(error).__name__}")


class Grants:
    """The roles of users by their active grants in the organization of the batch's client.

    Args:
        batch: ``zgrpc.Batch(client, ttl=30)``; its `ttl` is how old a role may be, in seconds. Its client needs the
            permission ``user.grant.read``.
        timeout: seconds that a look-up may take. 5 by default.
    """

    def __init__(self, batch: Batch, *, timeout: float = 5.0) -> None:
        self._batch, self._timeout = batch, timeout

    def roles(self, identity: Identity, *, project: str | None = None, org: str | None = None) -> frozenset[str]:
        """Return the user's roles.

        Args:
            identity: the user.
            project: the id of the project; None for the guard's own.
            org: the id of the organization that the roles were granted in; None for any that the client sees.

        Raises:
            ValueError: no project is named, and the guard has none.
            IssuerUnavailableError: the grants could not be looked up.
        """
        from zgrpc._errors import ZitadelError

        try:
            grants = self._batch.user_grants(identity.user_id, timeout=self._timeout)
        except ZitadelError as error:
            raise _failed(error) from error
        return _roles(grants, identity, project, org)

    def has_role(self, identity: Identity, role: str, *, project: str | None = None, org: str | None = None) -> bool:
        """Return whether the user has a role; see `roles`."""
        return role in self.roles(identity, project=project, org=org)

    def require_role(self, identity: Identity, *roles: str, project: str | None = None, org: str | None = None) -> None:
        """Refuse the user unless they have at least one of `roles`; see `roles`.

        Raises:
            MissingRoleError: they have none of them.
        """
        _require(self.roles(identity, project=project, org=org), roles)


class AsyncGrants:
    """`Grants` for asyncio, over an `zgrpc.AsyncBatch`."""

    def __init__(self, batch: AsyncBatch, *, timeout: float = 5.0) -> None:
        self._batch, self._timeout = batch, timeout

    async def roles(self, identity: Identity, *, project: str | None = None, org: str | None = None) -> frozenset[str]:
        """Return the user's roles; see `Grants.roles`."""
        from zgrpc._errors import ZitadelError

        try:
            grants = await self._batch.user_grants(identity.user_id, timeout=self._timeout)
        except ZitadelError as error:
            raise _failed(error) from error
        return _roles(grants, identity, project, org)

    async def has_role(
        self, identity: Identity, role: str, *, project: str | None = None, org: str | None = None
    ) -> bool:
        """Return whether the user has a role; see `roles`."""
        return role in await self.roles(identity, project=project, org=org)

    async def require_role(
        self, identity: Identity, *roles: str, project: str | None = None, org: str | None = None
    ) -> None:
        """Refuse the user unless they have at least one of `roles`; see `Grants.require_role`."""
        _require(await self.roles(identity, project=project, org=org), roles)
