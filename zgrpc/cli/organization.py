"""The remark that ``--org-id`` is not what names the organization of an RPC after version 1."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from zgrpc.cli.common import note

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from zgrpc._contract.rpc import Rpc


def note_organization(rpc: Rpc, request: Message, where: Mapping[str, object]) -> None:
    """Print the remark if ``--org-id`` is given, and the RPC's own field or filter for the organization is left empty.

    Args:
        rpc: The RPC.
        request: Its request.
        where: The conditions beside it, by the key of `where=`.
    """
    ctx = click.get_current_context()
    given = ctx.get_parameter_source("org_id") is click.core.ParameterSource.COMMANDLINE
    if not given or ".v1." in rpc.full_name:  # version 1 takes the organization from the header
        return
    from zgrpc._contract.docs import filters_by_organization, organization_path
    from zgrpc._contract.filters import QUERY_FIELDS

    descriptor = rpc.descriptor.input_type
    if path := organization_path(descriptor):
        message, _, _ = path.rpartition(".")  # such as `resource`, which may name a project in its place
        chosen = request.HasField(message) if message else operator.attrgetter(path)(request)
        if not chosen:
            note(f"--org-id does not fill {path} of {rpc.short_name}: give {path}=ID")
        return
    filtered = _has_organization(where) or any(field.name in QUERY_FIELDS for field, _ in request.ListFields())
    if filters_by_organization(descriptor) and not filtered:
        note(f"--org-id does not filter {rpc.short_name}: `zgrpc list` does, with --where organization_id=ID")


def _has_organization(where: object) -> bool:
    """Return whether conditions name the organization, also inside ``and``, ``or`` and ``not``."""
    if isinstance(where, Mapping):
        return "organization_id" in where or any(map(_has_organization, where.values()))
    return isinstance(where, list) and any(map(_has_organization, where))
