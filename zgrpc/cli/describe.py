"""``zgrpc describe``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import click

from zgrpc.cli.common import Command, debug_option, examples
from zgrpc.cli.completing import RpcType
from zgrpc.cli.names import label
from zgrpc.cli.tables import print_table

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

    from zgrpc._filters import Filter
    from zgrpc._rpc import Rpc

_PAGING = {
    "offset": "paged by offset",
    "cursor": "follows the sequence of changes",
    "v2": "paged by offset (v2)",
    "unpaged": "not paged: always whole",
}


@click.command(
    "describe", cls=Command, epilog=examples("zgrpc describe management.ListUserGrants", "zgrpc describe AddHumanUser")
)
@click.argument("rpc", type=RpcType())
@debug_option
def command(rpc: Rpc) -> None:
    """Show what RPC takes and gives: fields and their limits, filters, route, permission and columns."""
    from zgrpc._filters import describe_filters

    click.echo(f"{label(rpc)}  ({rpc.full_name})")
    click.echo(f"  in Python   client.{rpc.service}.{rpc.python_name}(...)")
    click.echo(f"  route       {rpc.http_method} {rpc.http_path}")
    click.echo(f"  permission  {rpc.permission or 'none'}")
    kind = f"list, {_PAGING[rpc.paging]}" if rpc.paging else "read" if rpc.read else "write"
    click.echo(f"  kind        {kind}{', deprecated' if rpc.deprecated else ''}")
    request = rpc.descriptor.input_type
    filters = describe_filters(request)
    _section(f"Fields of {request.name}", ("field", "type", "limits"), _fields(request, skip_queries=bool(filters)))
    if filters:
        _section("Filters (--where, where=)", ("key", "type", "compared by"), [_filter(found) for found in filters])
    response = rpc.descriptor.output_type
    if not rpc.paging:
        _section(f"Answer: {response.name}", ("field", "type"), [row[:2] for row in _fields(response)])
        return
    from zgrpc.cli.rows import columns, items_field

    items = items_field(rpc)
    name = items.message_type.full_name if items.message_type is not None else "values"
    _section(
        f"Columns of the list, from {name}",
        ("column", "type"),
        [(column.name, column.kind) for column in columns(items)],
    )


def _section(title: str, names: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    click.echo(f"\n{title}")
    if rows:
        print_table(sys.stdout, names, rows)
    else:
        click.echo("  none")


def _fields(descriptor: Descriptor, *, skip_queries: bool = False) -> list[tuple[str, ...]]:
    from zgrpc._docs import field_limits
    from zgrpc._filters import QUERY_FIELDS
    from zgrpc._generated.limits import LIMITS

    limits = dict(field_limits(descriptor, cast("Any", LIMITS)))
    found: list[tuple[str, ...]] = []

    def walk(message: Descriptor, before: str, seen: tuple[str, ...]) -> None:
        for field in message.fields:
            if not before and skip_queries and field.name in QUERY_FIELDS:
                continue
            path = before + field.name
            found.append((path, _type(field), limits.get(path, "")))
            inner = field.message_type
            if inner is not None and not inner.full_name.startswith("google.protobuf.") and inner.full_name not in seen:
                walk(inner, f"{path}.", (*seen, inner.full_name))

    walk(descriptor, "", (descriptor.full_name,))
    return found


def _type(field: FieldDescriptor) -> str:
    from zgrpc._filters import enum_numbers, is_repeated, type_name

    words = "list of " if is_repeated(field) else ""
    words += type_name(field).removeprefix("google.protobuf.").removeprefix("zitadel.")
    values = list(enum_numbers(field))
    if values:
        words += f": {' | '.join(values)}"
    oneof = field.containing_oneof
    return words + (f"  (one of {oneof.name})" if oneof is not None and not oneof.name.startswith("_") else "")


def _filter(found: Filter) -> tuple[str, ...]:
    from zgrpc.cli.fields import message_of

    kind = found.type.removeprefix("zitadel.") + (
        " (several, divided by commas)" if found.repeated and found.value is not None else ""
    )
    if found.enum_values:
        kind += f": {' | '.join(found.enum_values)}"
    if found.kind == "fields":
        fields = message_of(found.option).fields
        return found.key, "; ".join(f"{found.key}.{field.name}" for field in fields), ""
    if found.kind in ("and", "or", "not"):
        return found.key, "other filters, as JSON", ""
    return found.key, kind, "= ~= ^= $=" if found.text_match else found.note or "="
