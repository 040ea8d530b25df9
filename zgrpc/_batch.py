"""`Batch` and `AsyncBatch`: look-ups made at the same time, coalesced into one search."""

# ruff: noqa: ASYNC109 - a caller's timeout, which the error names and which leaves the search to the others
from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from zgrpc import _lookups
from zgrpc._batch_drivers import AsyncioBatch, SyncBatch
from zgrpc._batching import check_key, check_keys, not_found
from zgrpc._client import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zitadel import app_pb2, auth_n_key_pb2, metadata_pb2, project_pb2, user_pb2


class Batch(SyncBatch[Client]):
    """Look-ups that are made at the same time, by any number of threads, share one search.

    A search goes out once it has `max_keys` keys, or `window` after its first. A key that several ask for is sent once.
    A look-up never joins a search that is already on the wire, so it sees what was written before it was made. Each
    caller gets a message of its own, a `NotFoundError` of its own, or the error of its search. Searches are complete or
    fail, as lists are.

    A look-up within a parent (`user_metadata`, `app`, ...) asks for the one thing where it is alone, and for the whole
    list of that parent where there are several.

    Every look-up takes `timeout`, the seconds that its caller waits; the search itself has the client's. It raises
    `TypeError` and `ValueError` for a key that is no str of 1 to 200 characters, `NotFoundError` where there is no such
    thing, `DeadlineExceededError` after `timeout`, and what the search raised: `ZitadelError` or `ListError`.

    Args:
        client: whose calls they are: its credentials and its org.
        window: seconds that the first look-up waits for others.
        max_keys: how many keys a search has at most.
        in_flight: how many searches are on the wire at most; further ones wait, and gather more keys meanwhile.
        ttl: seconds that answers are kept; None or 0 keeps none. Needs ``zgrpc[cache]``.
        negative_ttl: seconds that it is kept that there is no such thing; None for `ttl`.
        max_cached: how many answers are kept at most; the least recently used go first.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: an argument is out of its range.
    """

    def user(self, id: str, *, timeout: float | None = None) -> user_pb2.User:
        """A user of the organization: ListUsers with `in_user_ids_query`, the message that GetUserByID gives."""
        return self._get(_lookups.USER, "", check_key(id, "id"), timeout)

    @overload
    def users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    def users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    def users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Users in the order of their ids; with `missing_ok` None for one that there is not, in place of the error."""
        return self._all(_lookups.USER, check_keys(ids, "ids"), timeout, missing_ok)

    def user_by_login_name(self, login_name: str, *, timeout: float | None = None) -> user_pb2.User:
        """A user of the organization by a login name, to the letter: ListUsers with an or of `login_name_query`."""
        return self._get(_lookups.USER_BY_LOGIN_NAME, "", check_key(login_name, "login_name"), timeout)

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
        """Users in the order of their login names; `missing_ok` as for `users`."""
        keys = check_keys(login_names, "login_names")
        return self._all(_lookups.USER_BY_LOGIN_NAME, keys, timeout, missing_ok)

    def users_by_email(self, email: str, *, timeout: float | None = None) -> list[user_pb2.User]:
        """The users of the organization with an email, to the letter: ListUsers with `in_user_emails_query`."""
        return self._get(_lookups.USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    def users_by_emails(self, emails: Iterable[str], *, timeout: float | None = None) -> dict[str, list[user_pb2.User]]:
        """`users_by_email` of each email."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, self._all(_lookups.USERS_BY_EMAIL, keys, timeout), strict=True))

    def user_grants(self, user_id: str, *, timeout: float | None = None) -> list[user_pb2.UserGrant]:
        """The grants of a user within the organization: ListUserGrants with `in_user_ids_query`."""
        return self._get(_lookups.USER_GRANTS, "", check_key(user_id, "user_id"), timeout)

    def user_grants_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.UserGrant]]:
        """`user_grants` of each user."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, self._all(_lookups.USER_GRANTS, keys, timeout), strict=True))

    def user_grant(self, user_id: str, grant_id: str, *, timeout: float | None = None) -> user_pb2.UserGrant:
        """A grant out of the `user_grants` of its user; GetUserGrantByID gives the same message."""
        check_key(grant_id, "grant_id")
        for grant in self.user_grants(user_id, timeout=timeout):
            if grant.id == grant_id:
                return grant
        raise not_found(_lookups.USER_GRANTS, user_id, (grant_id,))

    def user_metadata(self, user_id: str, key: str, *, timeout: float | None = None) -> metadata_pb2.Metadata:
        """Metadata of a user: GetUserMetadata, or ListUserMetadata for several of a user's keys."""
        parent = check_key(user_id, "user_id")
        return self._get(_lookups.USER_METADATA, parent, check_key(key, "key"), timeout)

    def app(self, project_id: str, app_id: str, *, timeout: float | None = None) -> app_pb2.App:
        """An app: GetAppByID, or ListApps for several of a project."""
        parent = check_key(project_id, "project_id")
        return self._get(_lookups.APP, parent, check_key(app_id, "app_id"), timeout)

    def project_grant(
        self, project_id: str, grant_id: str, *, timeout: float | None = None
    ) -> project_pb2.GrantedProject:
        """A grant of a project to another organization: GetProjectGrantByID, or ListProjectGrants for several."""
        parent = check_key(project_id, "project_id")
        return self._get(_lookups.PROJECT_GRANT, parent, check_key(grant_id, "grant_id"), timeout)

    def machine_key(self, user_id: str, key_id: str, *, timeout: float | None = None) -> auth_n_key_pb2.Key:
        """A key of a machine user: GetMachineKeyByIDs, or ListMachineKeys for several."""
        parent = check_key(user_id, "user_id")
        return self._get(_lookups.MACHINE_KEY, parent, check_key(key_id, "key_id"), timeout)

    def personal_access_token(
        self, user_id: str, token_id: str, *, timeout: float | None = None
    ) -> user_pb2.PersonalAccessToken:
        """A personal access token of a machine user: GetPersonalAccessTokenByIDs, or ListPersonalAccessTokens."""
        parent = check_key(user_id, "user_id")
        return self._get(_lookups.PERSONAL_ACCESS_TOKEN, parent, check_key(token_id, "token_id"), timeout)


class AsyncBatch(AsyncioBatch[AsyncClient]):
    """As `Batch`, for coroutines: a caller that is cancelled leaves the others their search."""

    async def user(self, id: str, *, timeout: float | None = None) -> user_pb2.User:
        """A user of the organization: ListUsers with `in_user_ids_query`, the message that GetUserByID gives."""
        return await self._get(_lookups.USER, "", check_key(id, "id"), timeout)

    @overload
    async def users(
        self, ids: Iterable[str], *, missing_ok: Literal[False] = False, timeout: float | None = None
    ) -> list[user_pb2.User]: ...
    @overload
    async def users(
        self, ids: Iterable[str], *, missing_ok: Literal[True], timeout: float | None = None
    ) -> list[user_pb2.User | None]: ...
    async def users(self, ids: Iterable[str], *, missing_ok: bool = False, timeout: float | None = None) -> object:
        """Users in the order of their ids; with `missing_ok` None for one that there is not, in place of the error."""
        return await self._all(_lookups.USER, check_keys(ids, "ids"), timeout, missing_ok)

    async def user_by_login_name(self, login_name: str, *, timeout: float | None = None) -> user_pb2.User:
        """A user of the organization by a login name, to the letter: ListUsers with an or of `login_name_query`."""
        return await self._get(_lookups.USER_BY_LOGIN_NAME, "", check_key(login_name, "login_name"), timeout)

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
        """Users in the order of their login names; `missing_ok` as for `users`."""
        keys = check_keys(login_names, "login_names")
        return await self._all(_lookups.USER_BY_LOGIN_NAME, keys, timeout, missing_ok)

    async def users_by_email(self, email: str, *, timeout: float | None = None) -> list[user_pb2.User]:
        """The users of the organization with an email, to the letter: ListUsers with `in_user_emails_query`."""
        return await self._get(_lookups.USERS_BY_EMAIL, "", check_key(email, "email"), timeout)

    async def users_by_emails(
        self, emails: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.User]]:
        """`users_by_email` of each email."""
        keys = check_keys(emails, "emails")
        return dict(zip(keys, await self._all(_lookups.USERS_BY_EMAIL, keys, timeout), strict=True))

    async def user_grants(self, user_id: str, *, timeout: float | None = None) -> list[user_pb2.UserGrant]:
        """The grants of a user within the organization: ListUserGrants with `in_user_ids_query`."""
        return await self._get(_lookups.USER_GRANTS, "", check_key(user_id, "user_id"), timeout)

    async def user_grants_by_user(
        self, user_ids: Iterable[str], *, timeout: float | None = None
    ) -> dict[str, list[user_pb2.UserGrant]]:
        """`user_grants` of each user."""
        keys = check_keys(user_ids, "user_ids")
        return dict(zip(keys, await self._all(_lookups.USER_GRANTS, keys, timeout), strict=True))

    async def user_grant(self, user_id: str, grant_id: str, *, timeout: float | None = None) -> user_pb2.UserGrant:
        """A grant out of the `user_grants` of its user; GetUserGrantByID gives the same message."""
        check_key(grant_id, "grant_id")
        for grant in await self.user_grants(user_id, timeout=timeout):
            if grant.id == grant_id:
                return grant
        raise not_found(_lookups.USER_GRANTS, user_id, (grant_id,))

    async def user_metadata(self, user_id: str, key: str, *, timeout: float | None = None) -> metadata_pb2.Metadata:
        """Metadata of a user: GetUserMetadata, or ListUserMetadata for several of a user's keys."""
        parent = check_key(user_id, "user_id")
        return await self._get(_lookups.USER_METADATA, parent, check_key(key, "key"), timeout)

    async def app(self, project_id: str, app_id: str, *, timeout: float | None = None) -> app_pb2.App:
        """An app: GetAppByID, or ListApps for several of a project."""
        parent = check_key(project_id, "project_id")
        return await self._get(_lookups.APP, parent, check_key(app_id, "app_id"), timeout)

    async def project_grant(
        self, project_id: str, grant_id: str, *, timeout: float | None = None
    ) -> project_pb2.GrantedProject:
        """A grant of a project to another organization: GetProjectGrantByID, or ListProjectGrants for several."""
        parent = check_key(project_id, "project_id")
        return await self._get(_lookups.PROJECT_GRANT, parent, check_key(grant_id, "grant_id"), timeout)

    async def machine_key(self, user_id: str, key_id: str, *, timeout: float | None = None) -> auth_n_key_pb2.Key:
        """A key of a machine user: GetMachineKeyByIDs, or ListMachineKeys for several."""
        parent = check_key(user_id, "user_id")
        return await self._get(_lookups.MACHINE_KEY, parent, check_key(key_id, "key_id"), timeout)

    async def personal_access_token(
        self, user_id: str, token_id: str, *, timeout: float | None = None
    ) -> user_pb2.PersonalAccessToken:
        """A personal access token of a machine user: GetPersonalAccessTokenByIDs, or ListPersonalAccessTokens."""
        parent = check_key(user_id, "user_id")
        return await self._get(_lookups.PERSONAL_ACCESS_TOKEN, parent, check_key(token_id, "token_id"), timeout)
