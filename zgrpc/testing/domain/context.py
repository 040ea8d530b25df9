"""The context of a command or a query: who calls, within which organization, and the store."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from zgrpc.testing.domain import lists, permissions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zgrpc.testing.domain.instances import Instances
    from zgrpc.testing.domain.lists import Filters, Page, Rows
    from zgrpc.testing.store import Event, Store


@dataclasses.dataclass(slots=True)
class Context:
    """One call that has passed authentication, the permission that the contract asks for, and validation."""

    instances: Instances = dataclasses.field(repr=False)
    store: Store
    """That of the instance that is called."""
    domain: str
    """The domain that the instance is called at, such as ``localhost``."""
    issuer: str = ""
    """The issuer of tokens, such as ``http://localhost:8080``."""
    user_id: str = ""
    """Who calls; empty where the RPC asks for no authentication."""
    org_id: str = ""
    """The organization of the call: `x-zitadel-orgid`, else the caller's own."""
    scope: str | None = None
    """The organization outside of which nothing is found: `org_id` for v1; None for v2, which finds things anywhere
    and asks for the permission in the organization that owns them."""
    token: str = dataclasses.field(default="", repr=False)
    unstable_order: bool = True
    system: bool = False
    """Whether a system user calls, who belongs to no instance and has the permissions of ``SYSTEM_OWNER``."""
    objects: frozenset[str] = frozenset({""})
    """The projects and project grants that the permission of a v1 RPC is held for; the empty id means everything."""

    # -- permissions -------------------------------------------------------------------------------
    def require(self, permission: str, org_id: str, *object_ids: str) -> None:
        """Refuse a caller who lacks a permission in an organization.

        Args:
            permission: the permission, such as ``user.write``.
            org_id: the organization that owns what is touched.
            object_ids: the objects for any of which the permission may be held instead of for everything.

        Raises:
            Err: NOT_FOUND without any membership in the organization, else PERMISSION_DENIED.
        """
        if self.system:
            permissions.require_of_system(permission)
        else:
            permissions.require(self.store, self.user_id, permission, org_id, *object_ids)

    def require_unscoped(self, permission: str, org_id: str, *object_ids: str) -> None:
        """Require a permission if v2 is called; the pipeline has checked that of a v1 RPC already. See `require`."""
        if self.scope is None:
            self.require(permission, org_id, *object_ids)

    def holds(self, permission: str, org_id: str, *object_ids: str) -> bool:
        """Return whether the caller has a permission in an organization; see `require`."""
        if self.system:
            return permission in permissions.permissions_of(permissions.SYSTEM_OWNER)
        return permissions.holds(self.store, self.user_id, permission, org_id, *object_ids)

    def finds(self, org_id: str) -> bool:
        """Return whether the call finds what that organization owns."""
        return self.scope is None or self.scope == org_id

    def by_version(self, v1: str, v2: str) -> str:
        """Return the error id of the version that is called: in some places, the real server has a command for each."""
        return v2 if self.scope is None else v1

    # -- events and rows ---------------------------------------------------------------------------
    def push(
        self,
        aggregate: str,
        aggregate_id: str,
        type: str,
        owner: str | None = None,
        data: Mapping[str, object] | None = None,
    ) -> Event:
        """Append an event by the caller to the log; `owner` is the call's organization if it is left out."""
        return self.store.push(
            aggregate, aggregate_id, type, owner=owner or self.org_id, editor=self.user_id, data=data
        )

    def add(self, table: str, event: Event, **columns: Any) -> None:
        """Insert a row that an event created."""
        self.store.insert(table, **columns, created=event.created, changed=event.created, sequence=event.sequence)

    def change(self, table: str, event: Event, where: dict[str, Any], **columns: Any) -> int:
        """Update the rows that an event changed; returns how many."""
        return self.store.update(table, where, **columns, changed=event.created, sequence=event.sequence)

    def rows(self, page: Page, select: str, source: str, filters: Filters) -> Rows:
        """Return a page of a list; see `lists.rows`."""
        return lists.rows(self.store, page, select, source, filters, unstable=self.unstable_order)
