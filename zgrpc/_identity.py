"""What the items of a list are told apart by."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from google.protobuf.descriptor import FieldDescriptor

KEY_FIELDS: dict[str, tuple[str, ...]] = {
    "zitadel.auth.v1.UserGrant": ("grant_id",),
    "zitadel.change.v1.Change": ("sequence",),
    "zitadel.idp.v1.IDPLoginPolicyLink": ("idp_id",),
    "zitadel.idp.v1.IDPUserLink": ("idp_id", "provided_user_id", "user_id"),
    "zitadel.member.v1.Member": ("user_id",),
    "zitadel.metadata.v1.Metadata": ("key",),
    "zitadel.org.v1.Domain": ("org_id", "domain_name"),
    "zitadel.project.v1.GrantedProject": ("grant_id",),
    "zitadel.project.v1.Role": ("key",),
    "zitadel.user.v1.AuthFactor": ("type", "u2f.id"),  # one of each kind, but for U2F
    "zitadel.user.v1.Membership": ("user_id", "type", "org_id", "project_id", "project_grant_id"),
    "zitadel.user.v1.Session": ("session_id", "agent_id", "user_id"),  # one per browser and user
}
"""The key fields of the listed types that have no `id`; a oneof's name stands for the option that is set."""


def identity_of(items: FieldDescriptor) -> Callable[[Any], Hashable]:
    """The function that gives an item of the repeated field `items` its identity."""
    message = items.message_type
    if message is None:
        return _itself
    if "id" in message.fields_by_name:
        return attrgetter("id")
    if message.full_name not in KEY_FIELDS:
        return _content  # a type of a contract newer than the table
    fields = [name for name in KEY_FIELDS[message.full_name] if name not in message.oneofs_by_name]
    oneofs = [name for name in KEY_FIELDS[message.full_name] if name in message.oneofs_by_name]
    key: Callable[[Any], Hashable] = attrgetter(*fields)
    if not oneofs:
        return key
    return lambda item: (key(item), *(item.WhichOneof(name) for name in oneofs))


def _itself(item: Hashable) -> Hashable:
    return item


def _content(item: Any) -> Hashable:
    content: bytes = item.SerializeToString(deterministic=True)
    return content
