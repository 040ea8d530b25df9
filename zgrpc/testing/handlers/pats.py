"""Personal access tokens of machine users."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from zitadel import management_pb2 as m
from zitadel import user_pb2

from zgrpc.testing.access import token_hash
from zgrpc.testing.call import Call, added, changed, details, timestamp
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import expiry
from zgrpc.testing.handlers.users import MACHINE
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    import sqlite3

SCOPES = json.dumps(["openid", "profile", "urn:zitadel:iam:user:metadata", "urn:zitadel:iam:user:resourceowner"])


@rpc("management.AddPersonalAccessToken")
def add_token(call: Call, request: m.AddPersonalAccessTokenRequest) -> dict[str, Any]:
    """A new token; this answer alone shows it."""
    expires = expiry(call, request.expiration_date if request.HasField("expiration_date") else None)
    user = call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ?", request.user_id, call.org_id)
    if user is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-Dggw2", "Errors.User.NotFound")
    if user["type"] != MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-Df2f1", "Errors.User.WrongType")
    token_id, token = call.store.new_id(), secrets.token_urlsafe(53)
    event = call.push("user", user["id"], "user.pat.added")
    call.add(
        "pats", event, id=token_id, user_id=user["id"], org_id=user["org_id"], token_hash=token_hash(token),
        expires=expires, scopes=SCOPES, position=event.position,
    )  # fmt: skip
    return {"token_id": token_id, "token": token, "details": added(event)}


@rpc("management.RemovePersonalAccessToken")
def remove_token(call: Call, request: m.RemovePersonalAccessTokenRequest) -> dict[str, Any]:
    """The token no longer authenticates."""
    where = "id = ? AND user_id = ? AND org_id = ?"
    if not call.store.run(f"DELETE FROM pats WHERE {where}", request.token_id, request.user_id, call.org_id):  # noqa: S608  (our own names)
        raise Err("NOT_FOUND", "COMMAND-4m77G", "Errors.User.PAT.NotFound")
    return {"details": changed(call.push("user", request.user_id, "user.pat.removed"))}


@rpc("management.GetPersonalAccessTokenByIDs")
def get_token(call: Call, request: m.GetPersonalAccessTokenByIDsRequest) -> dict[str, Any]:
    """A token, without its secret."""
    row = call.store.one(
        "SELECT * FROM pats WHERE id = ? AND user_id = ? AND org_id = ?", request.token_id, request.user_id, call.org_id
    )
    if row is None:
        raise Err("NOT_FOUND", "QUERY-fRunu", "Errors.PersonalAccessToken.NotFound")
    return {"token": as_token(row)}


@rpc("management.ListPersonalAccessTokens")
def list_tokens(call: Call, request: m.ListPersonalAccessTokensRequest) -> dict[str, Any]:
    """The tokens of one user."""
    filters = Filters().equals("user_id", request.user_id).equals("org_id", call.org_id)
    return call.page(request.query, "*", "pats", filters, as_token)


def as_token(row: sqlite3.Row) -> user_pb2.PersonalAccessToken:
    """A token, from a row of `pats`."""
    return user_pb2.PersonalAccessToken(
        id=row["id"],
        expiration_date=timestamp(row["expires"]),
        scopes=json.loads(row["scopes"]),
        details=details(row),
    )
