"""The states of a user: deactivated, locked, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import auth_pb2 as a
from zitadel import management_pb2 as m

from zgrpc.testing.domain import user_states
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import changed

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("management.DeactivateUser")
def deactivate_user(ctx: Context, request: m.DeactivateUserRequest) -> m.DeactivateUserResponse:
    """Deactivate a user of the organization."""
    return m.DeactivateUserResponse(details=changed(user_states.deactivate(ctx, request.id)))


@rpc("management.ReactivateUser")
def reactivate_user(ctx: Context, request: m.ReactivateUserRequest) -> m.ReactivateUserResponse:
    """Make a deactivated user active again."""
    return m.ReactivateUserResponse(details=changed(user_states.reactivate(ctx, request.id)))


@rpc("management.LockUser")
def lock_user(ctx: Context, request: m.LockUserRequest) -> m.LockUserResponse:
    """Lock a user of the organization."""
    return m.LockUserResponse(details=changed(user_states.lock(ctx, request.id)))


@rpc("management.UnlockUser")
def unlock_user(ctx: Context, request: m.UnlockUserRequest) -> m.UnlockUserResponse:
    """Make a locked user active again."""
    return m.UnlockUserResponse(details=changed(user_states.unlock(ctx, request.id)))


@rpc("management.RemoveUser")
def remove_user(ctx: Context, request: m.RemoveUserRequest) -> m.RemoveUserResponse:
    """Remove a user of the organization."""
    return m.RemoveUserResponse(details=changed(user_states.remove(ctx, request.id)))


@rpc("auth.RemoveMyUser")
def remove_my_user(ctx: Context, request: a.RemoveMyUserRequest) -> a.RemoveMyUserResponse:  # noqa: ARG001  (every handler has both)
    """Remove the caller."""
    return a.RemoveMyUserResponse(details=changed(user_states.remove_self(ctx)))
