"""Machine users and their client secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zitadel import management_pb2 as m

from zgrpc.testing.domain import machines
from zgrpc.testing.registry import rpc
from zgrpc.testing.v1.details import added, changed

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context


@rpc("management.AddMachineUser")
def add_machine_user(ctx: Context, request: m.AddMachineUserRequest) -> m.AddMachineUserResponse:
    """Add a machine user, of an id of the caller's choice if one is given."""
    new = machines.add(
        ctx,
        request.user_name,
        user_id=request.user_id,
        name=request.name,
        description=request.description,
        access_token_type=request.access_token_type,
    )
    return m.AddMachineUserResponse(user_id=new.id, details=changed(new.event))


@rpc("management.UpdateMachine")
def update_machine(ctx: Context, request: m.UpdateMachineRequest) -> m.UpdateMachineResponse:
    """Set all that is said of a machine user."""
    event = machines.update(
        ctx,
        request.user_id,
        name=request.name,
        description=request.description,
        access_token_type=request.access_token_type,
    )
    return m.UpdateMachineResponse(details=changed(event))


@rpc("management.GenerateMachineSecret")
def generate_machine_secret(ctx: Context, request: m.GenerateMachineSecretRequest) -> m.GenerateMachineSecretResponse:
    """Answer with a new client secret; this answer alone shows it."""
    new = machines.generate_secret(ctx, request.user_id)
    return m.GenerateMachineSecretResponse(client_id=new.client_id, client_secret=new.secret, details=added(new.event))


@rpc("management.RemoveMachineSecret")
def remove_machine_secret(ctx: Context, request: m.RemoveMachineSecretRequest) -> m.RemoveMachineSecretResponse:
    """End the client secret."""
    return m.RemoveMachineSecretResponse(details=changed(machines.remove_secret(ctx, request.user_id)))
