"""Adding and removing instances, as a system user does."""

from __future__ import annotations

import dataclasses
import secrets
import string
from typing import TYPE_CHECKING, NamedTuple

from zgrpc.testing.domain import (
    humans,
    instance,
    keys,
    login_policy,
    machines,
    members,
    org_domains,
    orgs,
    pats,
    people_rules,
    policies,
)
from zgrpc.testing.domain.users import check_domain
from zgrpc.testing.errors import bare

if TYPE_CHECKING:
    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.domain.humans import Person
    from zgrpc.testing.store import Event

_RANDOM = string.ascii_lowercase + string.digits
_RANDOM_LENGTH = 6


@dataclasses.dataclass(frozen=True, slots=True)
class Human:
    """A person who is to own an instance."""

    person: Person
    password: str = dataclasses.field(repr=False)
    change_required: bool
    in_domain: bool
    """Whether a user name without ``@`` gets the domain of the organization."""


@dataclasses.dataclass(frozen=True, slots=True)
class Expiry:
    """When a credential ends, in microseconds since the epoch; None for never."""

    at: int | None
    type: int = 0
    """The type of a key."""


@dataclasses.dataclass(frozen=True, slots=True)
class Machine:
    """A machine user who is to own an instance."""

    user_name: str
    name: str
    pat: Expiry | None
    """The token to make; None for none."""
    key: Expiry | None
    """The key to make; None for none."""


class Added(NamedTuple):
    """An instance that was added; the only place that shows its owner's credentials."""

    id: str
    event: Event
    token: str
    key: bytes


def add(ctx: Context, name: str, org_name: str, domain: str, language: str, owner: Human | Machine) -> Added:
    """Add an instance with an organization, its owner, and the default policies.

    Args:
        ctx: the call.
        name: the instance's name.
        org_name: the organization's name; that of the instance if it is empty.
        domain: a domain that it is called at, besides one that is generated from the name; empty for none.
        language: the default language; English if it is none.
        owner: who owns the instance and the organization.

    Raises:
        Err: the domain is none or another instance's, a name is blank, or something about the owner is wrong.
    """
    org_name = org_name or name
    instance_id, store = ctx.instances.first.new_id(), ctx.instances.spare()
    with store.write():
        org_id, owner_id = store.new_id(), store.new_id()
        facts = {"instance_id": instance_id, "default_org_id": org_id, "owner_id": owner_id, "instance_name": name}
        if people_rules.language(language) != "und":
            facts["default_language"] = people_rules.language(language)
        for fact, value in facts.items():
            store.insert("facts", name=fact, value=value)
        new = dataclasses.replace(
            ctx, store=store, domain=ctx.instances.domain, user_id=owner_id, org_id=org_id, scope=org_id, system=False
        )
        new.push("instance", instance_id, "instance.added", owner=instance_id)
        policies.add_defaults(store)
        login_policy.add_default_factors(store)
        orgs.add(new, org_name, org_id=org_id, owner="")
        token, key = _add_machine(new, owner) if isinstance(owner, Machine) else _add_human(new, owner, org_name)
        members.join_org(new, org_id, owner_id, ["ORG_OWNER"])
        members.add_to_instance(new, owner_id, ["IAM_OWNER"])
        generated = _generated_domain(name, new.domain)
        instance.add_domain(new, generated, generated=True)
        if domain:
            instance.add_domain(new, domain)
        event = instance.set_primary_domain(new, domain or generated)
    return Added(instance_id, event._replace(owner=org_id), token, key)


def _generated_domain(name: str, domain: str) -> str:
    unique = "".join(secrets.choice(_RANDOM) for _ in range(_RANDOM_LENGTH))
    return f"{name.strip().replace(' ', '-')}-{unique}.{domain}".lower()


def _add_human(ctx: Context, owner: Human, org_name: str) -> tuple[str, bytes]:
    person = owner.person
    if owner.in_domain and "@" not in person.user_name:
        person = dataclasses.replace(person, user_name=f"{person.user_name}@{org_domains.named(org_name, ctx.domain)}")
    person = humans.checked(person)
    check_domain(ctx, person.user_name, ctx.org_id)
    if owner.password:
        policies.check_password(ctx.store, ctx.org_id, owner.password, "COMMA")
    humans.insert(
        ctx, person, humans.hashed(owner.password) if owner.password else None,
        initial=not person.email_verified or not owner.password, change_required=owner.change_required,
        user_id=ctx.user_id,
    )  # fmt: skip
    return "", b""


def _add_machine(ctx: Context, owner: Machine) -> tuple[str, bytes]:
    machines.add(ctx, owner.user_name, user_id=ctx.user_id, name=owner.name, description="", access_token_type=0)
    token = pats.add(ctx, ctx.user_id, owner.pat.at).token if owner.pat else ""
    key = keys.add_of_user(ctx, ctx.user_id, owner.key.type, owner.key.at, b"").file if owner.key else b""
    return token, key


def remove(ctx: Context, rpc: str) -> Event:
    """Remove the instance of the call, with all that is in it.

    Raises:
        Err: UNIMPLEMENTED for the first instance, without which the emulator's own clients would fail.
    """
    if ctx.store is ctx.instances.first:
        raise bare("UNIMPLEMENTED", f"{rpc} is not emulated for the first instance")
    instance_id = ctx.store.fact("instance_id")
    event = ctx.push("instance", instance_id, "instance.removed", owner=instance_id)
    ctx.store.clear()
    return event
