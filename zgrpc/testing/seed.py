"""What an emulator starts with, and data in bulk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zgrpc.testing.access import token_hash
from zgrpc.testing.handlers.pats import NEVER, SCOPES
from zgrpc.testing.handlers.users import MACHINE

if TYPE_CHECKING:
    from zgrpc.testing.store import Store

DEFAULT_ORG = "ZITADEL"


def bootstrap(store: Store, owner_token: str, domain: str) -> None:
    """The instance: its default organization, and the owner, whose token is set to the one given.

    A store that was kept in a file stays as it is, but for the owner's token.
    """
    with store.write():
        if store.one("SELECT 1 FROM facts WHERE name = 'instance_id'") is None:
            _create(store, domain)
        owner, org = store.fact("owner_id"), store.fact("default_org_id")
        hashed = token_hash(owner_token)
        if store.one("SELECT 1 FROM pats WHERE token_hash = ? AND user_id = ?", hashed, owner) is None:
            store.run("DELETE FROM pats WHERE id = ?", store.fact("owner_token_id"))
            event = store.push("user", owner, "user.pat.added", owner=org, editor=owner)
            store.insert(
                "pats", id=store.fact("owner_token_id"), user_id=owner, org_id=org, token_hash=hashed, expires=NEVER,
                scopes=SCOPES, position=event.position, created=event.created, changed=event.created,
                sequence=event.sequence,
            )  # fmt: skip


def _create(store: Store, domain: str) -> None:
    instance, org, owner, token = (store.new_id() for _ in range(4))
    facts = {"instance_id": instance, "default_org_id": org, "owner_id": owner, "owner_token_id": token}
    for name, value in facts.items():
        store.insert("facts", name=name, value=value)

    def row(aggregate: str, id: str, type: str) -> dict[str, Any]:
        event = store.push(aggregate, id, type, owner=org if aggregate != "instance" else instance, editor=owner)
        return {"created": event.created, "changed": event.created, "sequence": event.sequence}

    primary = f"{DEFAULT_ORG.lower()}.{domain}"
    store.insert("orgs", id=org, name=DEFAULT_ORG, primary_domain=primary, **row("org", org, "org.added"))
    store.insert(
        "org_domains", org_id=org, domain=primary, is_verified=True, is_primary=True,
        **row("org", org, "org.domain.primary.set"),
    )  # fmt: skip
    store.insert(
        "users", id=owner, org_id=org, user_name="owner", type=MACHINE, name="Owner", description="",
        access_token_type=0, **row("user", owner, "user.machine.added"),
    )  # fmt: skip
    store.insert(
        "members", user_id=owner, kind="iam", object_id=instance, org_id=instance, roles=json.dumps(["IAM_OWNER"]),
        **row("instance", instance, "instance.member.added"),
    )  # fmt: skip


def seed(store: Store, domain: str, **counts: Any) -> Any:
    """Create data in bulk."""
    raise NotImplementedError
