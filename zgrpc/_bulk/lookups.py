"""The kinds of batched look-ups, as data: the search that covers each kind."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zitadel import app_pb2, auth_n_key_pb2, metadata_pb2, project_pb2, user_pb2
    from zitadel.authorization.v2 import authorization_pb2
    from zitadel.internal_permission.v2 import query_pb2 as permission_pb2
    from zitadel.user.v2 import user_pb2 as v2_user_pb2

R_co = TypeVar("R_co", covariant=True)


class Single(NamedTuple):
    """The RPC that gets one child of a parent, used when a search has one key.

    Attributes:
        rpc: the Python name of the RPC, in the service of the look-up.
        key: the request field for the key.
        result: the response field with the child.
    """

    rpc: str
    key: str
    result: str


class Lookup(NamedTuple, Generic[R_co]):
    """One kind of look-up, which returns an `R_co`.

    Attributes:
        what: the name of the looked-up object, for errors.
        search: the Python name of the list RPC that covers many keys.
        keys_of: returns the keys of an item of that list.
        query: returns the request fields for keys; None if the parent's whole list covers all keys.
        parent: the request field for the parent; empty without one. Only keys of one parent share a search.
        many: whether a key may have several items, which come as a list.
        single: the RPC for one child; None if the search serves one key too.
        service: the service of these RPCs.
    """

    what: str
    search: str
    keys_of: Callable[[object], Iterable[str]]
    query: Callable[[Sequence[str]], dict[str, object]] | None = None
    parent: str = ""
    many: bool = False
    single: Single | None = None
    service: str = "management"


def _one(path: str) -> Callable[[object], Iterable[str]]:
    """Return the function that reads the one key of an item at a dotted path."""
    value = attrgetter(path)
    return lambda item: (value(item),)


def _in(query: str, field: str) -> Callable[[Sequence[str]], dict[str, object]]:
    """Return the function that searches by an in-list."""
    return lambda keys: {"queries": [{query: {field: keys}}]}


def _filter(name: str) -> Callable[[Sequence[str]], dict[str, object]]:
    """Return the function that searches by an in-list of v2's filters."""
    return lambda keys: {"filters": [{name: {"ids": keys}}]}


def _login_names(keys: Sequence[str]) -> dict[str, object]:
    """Return the fields of a search by one equality for each key, joined by or, as users' searches allow."""
    return {"queries": [{"or_query": {"queries": [{"login_name_query": {"login_name": key}} for key in keys]}}]}


USER: Lookup[user_pb2.User] = Lookup("user", "list_users", _one("id"), _in("in_user_ids_query", "user_ids"))
USERS_BY_EMAIL: Lookup[list[user_pb2.User]] = Lookup(
    "user", "list_users", _one("human.email.email"), _in("in_user_emails_query", "user_emails"), many=True
)
USER_BY_LOGIN_NAME: Lookup[user_pb2.User] = Lookup("user", "list_users", attrgetter("login_names"), _login_names)
USER_GRANTS: Lookup[list[user_pb2.UserGrant]] = Lookup(
    "user grant", "list_user_grants", _one("user_id"), _in("in_user_ids_query", "in_user_ids"), many=True
)

# GetX(parent, key) has no list of keys in its search, but the list of the parent covers every key.
USER_METADATA: Lookup[metadata_pb2.Metadata] = Lookup(
    "metadata of the user", "list_user_metadata", _one("key"), parent="id",
    single=Single("get_user_metadata", "key", "metadata"),
)  # fmt: skip
APP: Lookup[app_pb2.App] = Lookup(
    "app of the project", "list_apps", _one("id"), parent="project_id", single=Single("get_app_by_id", "app_id", "app")
)
PROJECT_GRANT: Lookup[project_pb2.GrantedProject] = Lookup(
    "grant of the project", "list_project_grants", _one("grant_id"), parent="project_id",
    single=Single("get_project_grant_by_id", "grant_id", "project_grant"),
)  # fmt: skip
MACHINE_KEY: Lookup[auth_n_key_pb2.Key] = Lookup(
    "key of the machine user", "list_machine_keys", _one("id"), parent="user_id",
    single=Single("get_machine_key_by_ids", "key_id", "key"),
)  # fmt: skip
PERSONAL_ACCESS_TOKEN: Lookup[user_pb2.PersonalAccessToken] = Lookup(
    "personal access token of the user", "list_personal_access_tokens", _one("id"), parent="user_id",
    single=Single("get_personal_access_token_by_ids", "token_id", "token"),
)  # fmt: skip

V2_USER: Lookup[v2_user_pb2.User] = Lookup(
    "user", "list_users", _one("user_id"), _in("in_user_ids_query", "user_ids"), service="v2.user"
)
V2_USERS_BY_EMAIL: Lookup[list[v2_user_pb2.User]] = Lookup(
    "user", "list_users", _one("human.email.email"), _in("in_user_emails_query", "user_emails"), many=True,
    service="v2.user",
)  # fmt: skip
AUTHORIZATIONS: Lookup[list[authorization_pb2.Authorization]] = Lookup(
    "authorization", "list_authorizations", _one("user.id"), _filter("in_user_ids"), many=True,
    service="v2.authorization",
)  # fmt: skip
ADMINISTRATORS: Lookup[list[permission_pb2.Administrator]] = Lookup(
    "administrator", "list_administrators", _one("user.id"), _filter("in_user_ids_filter"), many=True,
    service="v2.internal_permission",
)  # fmt: skip

ALL: tuple[Lookup[object], ...] = (
    USER, USERS_BY_EMAIL, USER_BY_LOGIN_NAME, USER_GRANTS, USER_METADATA, APP, PROJECT_GRANT, MACHINE_KEY,
    PERSONAL_ACCESS_TOKEN, V2_USER, V2_USERS_BY_EMAIL, AUTHORIZATIONS, ADMINISTRATORS,
)  # fmt: skip
"""All look-ups."""
