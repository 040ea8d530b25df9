"""Machine users and their client secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc.testing.access import token_hash
from zgrpc.testing.call import Call, added, changed
from zgrpc.testing.errors import Err
from zgrpc.testing.handlers import rpc
from zgrpc.testing.handlers.shared import new_secret
from zgrpc.testing.handlers.users import MACHINE, user_row

if TYPE_CHECKING:
    import sqlite3

    from zitadel import management_pb2 as m


@rpc("management.AddMachineUser")
def add_machine_user(call: Call, request: m.AddMachineUserRequest) -> dict[str, Any]:
    """A new machine user, of an id of the caller's choice if one is given."""
    user_id = request.user_id or call.store.new_id()
    if call.store.one("SELECT 1 FROM users WHERE id = ?", user_id) is not None:
        raise Err("FAILED_PRECONDITION", "COMMAND-k2una", "Errors.User.AlreadyExisting")
    event = call.push("user", user_id, "user.machine.added")
    call.add(
        "users", event, id=user_id, org_id=call.org_id, user_name=request.user_name, type=MACHINE,
        name=request.name, description=request.description, access_token_type=request.access_token_type,
    )  # fmt: skip
    return {"user_id": user_id, "details": changed(event)}


@rpc("management.UpdateMachine")
def update_machine(call: Call, request: m.UpdateMachineRequest) -> dict[str, Any]:
    """Set all that is said of a machine user."""
    row = _machine(call, request.user_id)
    if row is None:
        raise Err("NOT_FOUND", "COMMAND-5M0od", "Errors.User.NotFound")
    said = {name: getattr(request, name) for name in ("name", "description", "access_token_type")}
    if all(row[name] == value for name, value in said.items()):
        raise Err("FAILED_PRECONDITION", "COMMAND-2n8vs", "Errors.User.NotChanged")
    event = call.push("user", row["id"], "user.machine.changed")
    call.change("users", event, {"id": row["id"]}, **said)
    return {"details": changed(event)}


@rpc("management.GenerateMachineSecret")
def generate_machine_secret(call: Call, request: m.GenerateMachineSecretRequest) -> dict[str, Any]:
    """A new client secret, which ends the one before; this answer alone shows it."""
    row = user_row(call, request.user_id, within=call.org_id)
    if row["type"] != MACHINE:
        raise Err("FAILED_PRECONDITION", "COMMAND-x8910n", "Errors.User.NotExisting")
    secret = new_secret()
    event = call.push("user", row["id"], "user.machine.secret.set")
    call.change("users", event, {"id": row["id"]}, secret_hash=token_hash(secret))
    return {"client_id": row["user_name"], "client_secret": secret, "details": added(event)}


@rpc("management.RemoveMachineSecret")
def remove_machine_secret(call: Call, request: m.RemoveMachineSecretRequest) -> dict[str, Any]:
    """End the client secret."""
    row = _machine(call, request.user_id)
    if row is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-x7s802", "Errors.User.NotExisting")
    if row["secret_hash"] is None:
        raise Err("FAILED_PRECONDITION", "COMMAND-coi82n", "Errors.User.Machine.Secret.NotExisting")
    event = call.push("user", row["id"], "user.machine.secret.removed")
    call.change("users", event, {"id": row["id"]}, secret_hash=None)
    return {"details": changed(event)}


def _machine(call: Call, user_id: str) -> sqlite3.Row | None:
    return call.store.one("SELECT * FROM users WHERE id = ? AND org_id = ? AND type = ?", user_id, call.org_id, MACHINE)
