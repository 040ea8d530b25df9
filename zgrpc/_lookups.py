"""What can be looked up in batches: for each kind of look-up the search that covers it, as data."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zitadel import app_pb2, auth_n_key_pb2, metadata_pb2, project_pb2, user_pb2

R = TypeVar("R")


class Single(NamedTuple):
    """The RPC that gets one child of a parent, for the case that only one is asked for.

    Attributes:
        rpc: its Python name in the management service.
        key: the request's field for the key.
        result: the field of the answer that holds what was looked up.
    """

    rpc: str
    key: str
    result: str


class Lookup(NamedTuple, Generic[R]):
    """One kind of look-up, which gives an `R`.

    Attributes:
        what: what is looked up, for errors.
        search: the Python name of the management service's list RPC that covers many keys.
        keys_of: the keys under which an item of that list is looked up.
        query: the request's fields for keys; None where the list of a parent covers all keys.
        parent: the request's field for the parent; empty where there is none. Only keys of one parent share a search.
        many: whether a key may have any number of items, which are then given as a list.
        single: the RPC for one child; None where the search does for one key too.
    """

    what: str
    search: str
    keys_of: Callable[[Any], Iterable[str]]
    query: Callable[[Sequence[str]], dict[str, Any]] | None = None
    parent: str = ""
    many: bool = False
    single: Single | None = None


def _one(path: str) -> Callable[[Any], Iterable[str]]:
    """The keys of an item that has one, at a dotted path."""
    value = attrgetter(path)
    return lambda item: (value(item),)


def _in(query: str, field: str) -> Callable[[Sequence[str]], dict[str, Any]]:
    """A search by an in-list."""
    return lambda keys: {"queries": [{query: {field: keys}}]}


def _login_names(keys: Sequence[str]) -> dict[str, Any]:
    """A search by one equality a key, joined by or, as users' searches allow."""
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

ALL: tuple[Lookup[Any], ...] = (
    USER, USERS_BY_EMAIL, USER_BY_LOGIN_NAME, USER_GRANTS, USER_METADATA, APP, PROJECT_GRANT, MACHINE_KEY,
    PERSONAL_ACCESS_TOKEN,
)  # fmt: skip
"""Every look-up there is."""
