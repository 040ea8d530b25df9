"""The auth service about the caller: own user name, metadata, changes, and what only a human could do.

Callers here are machine users always: personal access tokens and the tokens of the token endpoint are theirs alone.
What only a human has, they are refused in the real server's ways.
"""

from __future__ import annotations

# ruff: noqa: ARG001 - every handler is given the call and the request
from typing import TYPE_CHECKING, Any

from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.changes import history
from zgrpc.testing.handlers.metadata import as_metadata, with_keys
from zgrpc.testing.handlers.names import rename
from zgrpc.testing.queries import Filters

if TYPE_CHECKING:
    from zitadel import auth_pb2 as a

    from zgrpc.testing.call import Call

_REFUSED = {
    "auth.GetMyProfile": ("FAILED_PRECONDITION", "QUERY-WLTce", "Errors.User.NotHuman"),
    "auth.GetMyEmail": ("FAILED_PRECONDITION", "QUERY-pt7HY", "Errors.User.NotHuman"),
    "auth.GetMyPhone": ("FAILED_PRECONDITION", "QUERY-hliQl", "Errors.User.NotHuman"),
    "auth.UpdateMyProfile": ("FAILED_PRECONDITION", "COMMAND-3M9sd", "Errors.User.Profile.NotFound"),
    "auth.SetMyEmail": ("FAILED_PRECONDITION", "COMMAND-0Pe4r", "Errors.User.Email.NotFound"),
    "auth.VerifyMyEmail": ("NOT_FOUND", "COMMAND-3n8ud", "Errors.User.Code.NotFound"),
    "auth.RemoveMyPhone": ("FAILED_PRECONDITION", "COMMAND-3M9fs", "Errors.User.NotFound"),
    "auth.UpdateMyPassword": ("FAILED_PRECONDITION", "COMMAND-G8dh3", "Errors.User.Password.NotFound"),
    "auth.AddMyAuthFactorOTP": ("FAILED_PRECONDITION", "COMMAND-SqyJz", "Errors.User.NotFound"),
    "auth.RemoveMyAvatar": ("NOT_FOUND", "USER-35N8f", "Errors.Users.NotFound"),
    "auth.RevokeMyRefreshToken": ("NOT_FOUND", "COMMAND-BHt2w", "Errors.User.RefreshToken.NotFound"),
}


@rpc(*_REFUSED)
def refuse(call: Call, request: Any) -> dict[str, Any]:
    """What only a human may do."""
    raise Err(*_REFUSED[call.name])


@rpc("auth.ListMyAuthFactors", "auth.ListMyPasswordless", "auth.ListMyUserSessions")
def list_nothing(call: Call, request: Any) -> dict[str, Any]:
    """What a machine user has none of, in lists without details."""
    return {}


@rpc("auth.ListMyLinkedIDPs")
def list_my_linked_idps(call: Call, request: a.ListMyLinkedIDPsRequest) -> dict[str, Any]:
    """No identity providers."""
    return {"details": call.list_details(0)}


@rpc("auth.ListMyRefreshTokens")
def list_my_refresh_tokens(call: Call, request: a.ListMyRefreshTokensRequest) -> dict[str, Any]:
    """No refresh tokens. This list alone says which event it has seen last."""
    seen = call.list_details(0)
    seen.processed_sequence = call.store.value("SELECT max(position) FROM events")
    return {"details": seen}


@rpc("auth.UpdateMyUserName")
def update_my_user_name(call: Call, request: a.UpdateMyUserNameRequest) -> dict[str, Any]:
    """Take another user name, which login names follow."""
    return rename(call, call.user_id, _own_org(call), request.user_name)


@rpc("auth.ListMyMetadata")
def list_my_metadata(call: Call, request: a.ListMyMetadataRequest) -> dict[str, Any]:
    """The caller's metadata."""
    filters = with_keys(Filters().equals("user_id", call.user_id), request.queries)
    return call.page(request.query, "*", "user_metadata", filters, as_metadata)


@rpc("auth.GetMyMetadata")
def get_my_metadata(call: Call, request: a.GetMyMetadataRequest) -> dict[str, Any]:
    """One value of the caller's metadata."""
    row = call.store.one("SELECT * FROM user_metadata WHERE user_id = ? AND key = ?", call.user_id, request.key)
    if row is None:
        raise Err("NOT_FOUND", "QUERY-Rgh32", "Errors.Metadata.NotFound")
    return {"metadata": as_metadata(row)}


@rpc("auth.ListMyUserChanges")
def list_my_user_changes(call: Call, request: a.ListMyUserChangesRequest) -> dict[str, Any]:
    """What happened to the caller."""
    return history(call, request.query, "user", call.user_id, _own_org(call))


def _own_org(call: Call) -> str:
    """The organization that the caller belongs to, which need not be that of the call."""
    return str(call.store.value("SELECT org_id FROM users WHERE id = ?", call.user_id))
