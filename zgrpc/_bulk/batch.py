"""`Batch` and `AsyncBatch`: merge concurrent look-ups into one search."""

# ruff: noqa: ASYNC109 - a caller's timeout, which the error names and which leaves the search to the others
from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from zgrpc._bulk import lookups
from zgrpc._bulk.batch_drivers import AsyncioBatch, SyncBatch
from zgrpc._bulk.batcher import check_key, check_keys, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zitadel import app_pb2, auth_n_key_pb2, metadata_pb2, project_pb2, user_pb2
    from zitadel.authorization.v2 import authorization_pb2
    from zitadel.internal_permission.v2 import query_pb2 as permission_pb2
    from zitadel.user.v2 import user_pb2 as v2_user_pb2

    from zgrpc._contract._generated.types.services import (  # pyright: ignore[reportMissingModuleSource]  # types alone
        AsyncServices,
        Services,
    )
else:
    Services = AsyncServices = object


class Batch(SyncBatch[Services]):
    """Merge concurrent look-ups, of any number of threads, into one search.

    A search is sent when it has `max_keys` keys, or `window` seconds after its first key. It names each key once, even
    if several callers look it up. A look-up never joins a search that was already sent, so it sees all writes made
    before it. Each caller gets its own message, its own `NotFoundError`, or the error of its search. Searches are
    complete or fail, as lists do.

    A look-up within a parent (`user_metadata`, `app`, ...) gets the one child if it is alone, and lists the parent's
    children if there are several.

    The look-ups `v2_...`, `authorizations` and `administrators` ask services of v2. Those search every
    organization that the caller may see: the client's organization does not narrow them.

    Every look-up takes `timeout`, the seconds that its caller waits; the search itself has the client's timeout. A
    look-up raises `TypeError` or `ValueError` for a key that is not a str of 1 to 200 characters, `NotFoundError` if
    nothing has the key, `DeadlineExceededError` after `timeout`, and otherwise the error of the search: `ZitadelError`
    or `ListError`.

    Args:
        client: makes the searches, with its credentials and its organization.
        window: seconds that a search stays open after its first key. 0.002 by default.
        max_keys: the most keys of a search. 100 by default.
        in_flight: the most searches on the wire at once; later ones wait and take more keys meanwhile. 8 by default.
        ttl: seconds to cache answers; None or 0 caches nothing. Needs ``zgrpc[cache]``.
        negative_ttl: seconds to cache that a key was not found; None for `ttl`.
        max_cached: the most cached answers; the least recently used are dropped first. 10,000 by default.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: an argument is out of its range.
    """

    def user(self, id: str, *, timeout: float | None = None) -> user_pb2.User:
        """Return a user of the organization (ListUsers with `in_user_ids_query`), as GetUserByID does."""
        return self._get(lookups.USER, "", check_key(id, "id"), timeout)

    @overload
    def users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    def users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    def users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Return users in the order of their ids; with `missing_ok`, None for a user that was not found."""
        return self._all(lookups.USER, check_keys(ids, "ids"), timeout, missing_ok)

    def user_by_login_name(self, login_name: str, *, timeout: float | None = None) -> user_pb2.User:
        """Return the user with exactly this login name (ListUsers with an `or_query` of login names)."""
        return self._get(lookups.USER_BY_LOGIN_NAME, "", check_key(login_name, "login_name"), timeout)

    @overload
    def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None
    ) -> object:
        """Return users in the order of their login names; `missing_ok` as for `users`."""
        keys = check_keys(login_names, "login_names")
        return self._all(lookups.USER_BY_LOGIN_NAME, keys, timeout, missing_ok)

    def users_by_email(self, email: str, *, timeout: float | None = None) -> list[user_pb2.User]:
        """Return the users with exactly this email (ListUsers with `in_user_emails_query`); empty without any."""
        return self._get(lookups.USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    def users_by_emails(self, emails: Iterable[str], *, timeout: float | None = None) -> dict[str, list[user_pb2.User]]:
        """Return the users with each email, by email; see `users_by_email`."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, self._all(lookups.USERS_BY_EMAIL, keys, timeout), strict=True))

    def user_grants(self, user_id: str, *, timeout: float | None = None) -> list[user_pb2.UserGrant]:
        """Return a user's grants in the organization (ListUserGrants with `in_user_ids_query`).

        The list is empty for an unknown user too: the search does not say which ids exist.
        """
        return self._get(lookups.USER_GRANTS, "", check_key(user_id, "user_id"), timeout)

    def user_grants_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.UserGrant]]:
        """Return the grants of each user, by user id; see `user_grants`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, self._all(lookups.USER_GRANTS, keys, timeout), strict=True))

    def user_grant(self, user_id: str, grant_id: str, *, timeout: float | None = None) -> user_pb2.UserGrant:
        """Return one of a user's grants, as GetUserGrantByID does."""
        check_key(grant_id, "grant_id")
        for grant in self.user_grants(user_id, timeout=timeout):
            if grant.id == grant_id:
                return grant
        raise not_found(lookups.USER_GRANTS, user_id, (grant_id,))

    def user_metadata(self, user_id: str, key: str, *, timeout: float | None = None) -> metadata_pb2.Metadata:
        """Return metadata of a user (GetUserMetadata, or ListUserMetadata for several keys)."""
        parent = check_key(user_id, "user_id")
        return self._get(lookups.USER_METADATA, parent, check_key(key, "key"), timeout)

    def app(self, project_id: str, app_id: str, *, timeout: float | None = None) -> app_pb2.App:
        """Return an app (GetAppByID, or ListApps for several of a project)."""
        parent = check_key(project_id, "project_id")
        return self._get(lookups.APP, parent, check_key(app_id, "app_id"), timeout)

    def project_grant(
        self, project_id: str, grant_id: str, *, timeout: float | None = None
    ) -> project_pb2.GrantedProject:
        """Return a grant of a project to another organization (GetProjectGrantByID or ListProjectGrants)."""
        parent = check_key(project_id, "project_id")
        return self._get(lookups.PROJECT_GRANT, parent, check_key(grant_id, "grant_id"), timeout)

    def machine_key(self, user_id: str, key_id: str, *, timeout: float | None = None) -> auth_n_key_pb2.Key:
        """Return a key of a machine user (GetMachineKeyByIDs, or ListMachineKeys for several)."""
        parent = check_key(user_id, "user_id")
        return self._get(lookups.MACHINE_KEY, parent, check_key(key_id, "key_id"), timeout)

    def personal_access_token(
        self, user_id: str, token_id: str, *, timeout: float | None = None
    ) -> user_pb2.PersonalAccessToken:
        """Return a personal access token (GetPersonalAccessTokenByIDs or ListPersonalAccessTokens)."""
        parent = check_key(user_id, "user_id")
        return self._get(lookups.PERSONAL_ACCESS_TOKEN, parent, check_key(token_id, "token_id"), timeout)

    def v2_user(self, id: str, *, timeout: float | None = None) -> v2_user_pb2.User:
        """Return a user (`v2.user.ListUsers` with `in_user_ids_query`), as `v2.user.GetUserByID` does."""
        return self._get(lookups.V2_USER, "", check_key(id, "id"), timeout)

    @overload
    def v2_users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[v2_user_pb2.User]: ...
    @overload
    def v2_users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[v2_user_pb2.User | None]: ...
    def v2_users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Return users in the order of their ids; `missing_ok` as for `users`."""
        return self._all(lookups.V2_USER, check_keys(ids, "ids"), timeout, missing_ok)

    def v2_users_by_email(self, email: str, *, timeout: float | None = None) -> list[v2_user_pb2.User]:
        """Return the users with exactly this email (`v2.user.ListUsers`); empty without any."""
        return self._get(lookups.V2_USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    def v2_users_by_emails(
        self, emails: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[v2_user_pb2.User]]:
        """Return the users with each email, by email; see `v2_users_by_email`."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, self._all(lookups.V2_USERS_BY_EMAIL, keys, timeout), strict=True))

    def authorizations(self, user_id: str, *, timeout: float | None = None) -> list[authorization_pb2.Authorization]:
        """Return a user's authorizations (`v2.authorization.ListAuthorizations`); empty for an unknown user too."""
        return self._get(lookups.AUTHORIZATIONS, "", check_key(user_id, "user_id"), timeout)

    def authorizations_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[authorization_pb2.Authorization]]:
        """Return the authorizations of each user, by user id; see `authorizations`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, self._all(lookups.AUTHORIZATIONS, keys, timeout), strict=True))

    def administrators(self, user_id: str, *, timeout: float | None = None) -> list[permission_pb2.Administrator]:
        """Return a user's administrator roles (`v2.internal_permission.ListAdministrators`); empty without any."""
        return self._get(lookups.ADMINISTRATORS, "", check_key(user_id, "user_id"), timeout)

    def administrators_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[permission_pb2.Administrator]]:
        """Return the administrator roles of each user, by user id; see `administrators`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, self._all(lookups.ADMINISTRATORS, keys, timeout), strict=True))


class AsyncBatch(AsyncioBatch[AsyncServices]):
    """`Batch` for coroutines. Canceling one caller leaves the search to the others."""

    async def user(self, id: str, *, timeout: float | None = None) -> user_pb2.User:
        """Return a user of the organization (ListUsers with `in_user_ids_query`), as GetUserByID does."""
        return await self._get(lookups.USER, "", check_key(id, "id"), timeout)

    @overload
    async def users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    async def users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    async def users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Return users in the order of their ids; with `missing_ok`, None for a user that was not found."""
        return await self._all(lookups.USER, check_keys(ids, "ids"), timeout, missing_ok)

    async def user_by_login_name(self, login_name: str, *, timeout: float | None = None) -> user_pb2.User:
        """Return the user with exactly this login name (ListUsers with an `or_query` of login names)."""
        return await self._get(lookups.USER_BY_LOGIN_NAME, "", check_key(login_name, "login_name"), timeout)

    @overload
    async def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    async def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    async def users_by_login_name(
        self, login_names: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None
    ) -> object:
        """Return users in the order of their login names; `missing_ok` as for `users`."""
        keys = check_keys(login_names, "login_names")
        return await self._all(lookups.USER_BY_LOGIN_NAME, keys, timeout, missing_ok)

    async def users_by_email(self, email: str, *, timeout: float | None = None) -> list[user_pb2.User]:
        """Return the users with exactly this email (ListUsers with `in_user_emails_query`); empty without any."""
        return await self._get(lookups.USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    async def users_by_emails(
        self, emails: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.User]]:
        """Return the users with each email, by email; see `users_by_email`."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, await self._all(lookups.USERS_BY_EMAIL, keys, timeout), strict=True))

    async def user_grants(self, user_id: str, *, timeout: float | None = None) -> list[user_pb2.UserGrant]:
        """Return a user's grants in the organization (ListUserGrants with `in_user_ids_query`).

        The list is empty for an unknown user too: the search does not say which ids exist.
        """
        return await self._get(lookups.USER_GRANTS, "", check_key(user_id, "user_id"), timeout)

    async def user_grants_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.UserGrant]]:
        """Return the grants of each user, by user id; see `user_grants`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, await self._all(lookups.USER_GRANTS, keys, timeout), strict=True))

    async def user_grant(self, user_id: str, grant_id: str, *, timeout: float | None = None) -> user_pb2.UserGrant:
        """Return one of a user's grants, as GetUserGrantByID does."""
        check_key(grant_id, "grant_id")
        for grant in await self.user_grants(user_id, timeout=timeout):
            if grant.id == grant_id:
                return grant
        raise not_found(lookups.USER_GRANTS, user_id, (grant_id,))

    async def user_metadata(self, user_id: str, key: str, *, timeout: float | None = None) -> metadata_pb2.Metadata:
        """Return metadata of a user (GetUserMetadata, or ListUserMetadata for several keys)."""
        parent = check_key(user_id, "user_id")
        return await self._get(lookups.USER_METADATA, parent, check_key(key, "key"), timeout)

    async def app(self, project_id: str, app_id: str, *, timeout: float | None = None) -> app_pb2.App:
        """Return an app (GetAppByID, or ListApps for several of a project)."""
        parent = check_key(project_id, "project_id")
        return await self._get(lookups.APP, parent, check_key(app_id, "app_id"), timeout)

    async def project_grant(
        self, project_id: str, grant_id: str, *, timeout: float | None = None
    ) -> project_pb2.GrantedProject:
        """Return a grant of a project to another organization (GetProjectGrantByID or ListProjectGrants)."""
        parent = check_key(project_id, "project_id")
        return await self._get(lookups.PROJECT_GRANT, parent, check_key(grant_id, "grant_id"), timeout)

    async def machine_key(self, user_id: str, key_id: str, *, timeout: float | None = None) -> auth_n_key_pb2.Key:
        """Return a key of a machine user (GetMachineKeyByIDs, or ListMachineKeys for several)."""
        parent = check_key(user_id, "user_id")
        return await self._get(lookups.MACHINE_KEY, parent, check_key(key_id, "key_id"), timeout)

    async def personal_access_token(
        self, user_id: str, token_id: str, *, timeout: float | None = None
    ) -> user_pb2.PersonalAccessToken:
        """Return a personal access token (GetPersonalAccessTokenByIDs or ListPersonalAccessTokens)."""
        parent = check_key(user_id, "user_id")
        return await self._get(lookups.PERSONAL_ACCESS_TOKEN, parent, check_key(token_id, "token_id"), timeout)

    async def v2_user(self, id: str, *, timeout: float | None = None) -> v2_user_pb2.User:
        """Return a user (`v2.user.ListUsers` with `in_user_ids_query`), as `v2.user.GetUserByID` does."""
        return await self._get(lookups.V2_USER, "", check_key(id, "id"), timeout)

    @overload
    async def v2_users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[v2_user_pb2.User]: ...
    @overload
    async def v2_users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[v2_user_pb2.User | None]: ...
    async def v2_users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Return users in the order of their ids; `missing_ok` as for `users`."""
        return await self._all(lookups.V2_USER, check_keys(ids, "ids"), timeout, missing_ok)

    async def v2_users_by_email(self, email: str, *, timeout: float | None = None) -> list[v2_user_pb2.User]:
        """Return the users with exactly this email (`v2.user.ListUsers`); empty without any."""
        return await self._get(lookups.V2_USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    async def v2_users_by_emails(
        self, emails: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[v2_user_pb2.User]]:
        """Return the users with each email, by email; see `v2_users_by_email`."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, await self._all(lookups.V2_USERS_BY_EMAIL, keys, timeout), strict=True))

    async def authorizations(
        self, user_id: str, *, timeout: float | None = None
    ) -> list[authorization_pb2.Authorization]:
        """Return a user's authorizations (`v2.authorization.ListAuthorizations`); empty for an unknown user too."""
        return await self._get(lookups.AUTHORIZATIONS, "", check_key(user_id, "user_id"), timeout)

    async def authorizations_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[authorization_pb2.Authorization]]:
        """Return the authorizations of each user, by user id; see `authorizations`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, await self._all(lookups.AUTHORIZATIONS, keys, timeout), strict=True))

    async def administrators(self, user_id: str, *, timeout: float | None = None) -> list[permission_pb2.Administrator]:
        """Return a user's administrator roles (`v2.internal_permission.ListAdministrators`); empty without any."""
        return await self._get(lookups.ADMINISTRATORS, "", check_key(user_id, "user_id"), timeout)

    async def administrators_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[permission_pb2.Administrator]]:
        """Return the administrator roles of each user, by user id; see `administrators`."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, await self._all(lookups.ADMINISTRATORS, keys, timeout), strict=True))
