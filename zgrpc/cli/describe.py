"""``zgrpc describe``: show an RPC's fields, filters, route, permission and limits."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from zgrpc._text.names import python_label
from zgrpc.cli.common import Command, debug_option, examples
from zgrpc.cli.completing import RpcType
from zgrpc.cli.tables import print_table

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor, FieldDescriptor

    from zgrpc._contract.filters import Filter
    from zgrpc._contract.rpc import Rpc

_PAGING = {
    "offset": "paged by offset",
    "cursor": "follows the sequence of changes",
    "v2": "paged by offset, at most 1,000 items a page",
    "events": "follows the time of events, at most 1,000 a page",
    "unpaged": "not paged: always whole",
}


@click.command(
    "describe",
    cls=Command,
    epilog=examples("zgrpc describe management.ListUserGrants", "zgrpc describe management.AddHumanUser"),
)
@click.argument("rpc", type=RpcType())
@debug_option
def command(rpc: Rpc) -> None:
    """Show the fields of RPC and their limits, its filters, route, permission, and the columns of a list."""
    from zgrpc._contract.docs import deprecation, notes
    from zgrpc._contract.filters import describe_filters

    click.echo(f"{rpc.short_name}  ({rpc.full_name})")
    click.echo(f"  in Python   client.{python_label(rpc)}(...)")
    click.echo(f"  route       {f'{rpc.http_method} {rpc.http_path}'.strip() or 'none: gRPC and Connect alone'}")
    click.echo(f"  permission  {rpc.permission or 'none'}")
    kind = f"list, {_PAGING[rpc.paging.kind]}" if rpc.paging else "read" if rpc.read else "write"
    click.echo(f"  kind        {kind}")
    if rpc.deprecated:
        click.echo(f"  deprecated  {deprecation(rpc)}")
    request = rpc.descriptor.input_type
    for remark in notes(rpc, request):
        click.echo(f"  note        {remark}")
    filters = describe_filters(request)
    _section(f"Fields of {request.name}", ("field", "type", "limits"), _fields(request, skip_queries=bool(filters)))
    if filters:
        _section("Filters (--where, where=)", ("key", "type", "compared by"), [_filter(found) for found in filters])
    response = rpc.descriptor.output_type
    if not rpc.paging:
        _section(f"Answer: {response.name}", ("field", "type"), [row[:2] for row in _fields(response)])
        return
    from zgrpc._contract.rows import columns, items_field

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
    from zgrpc._contract.docs import field_limits
    from zgrpc._contract.filters import QUERY_FIELDS

    limits = dict(field_limits(descriptor))
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
    from zgrpc._contract.filters import enum_numbers, is_repeated, type_name

    words = "list of " if is_repeated(field) else ""
    words += type_name(field).removeprefix("google.protobuf.").removeprefix("zitadel.")
    values = list(enum_numbers(field))
    if values:
        words += f": {' | '.join(values)}"
    oneof = field.containing_oneof
    return words + (f"  (one of {oneof.name})" if oneof is not None and not oneof.name.startswith("_") else "")


def _filter(found: Filter) -> tuple[str, ...]:
    from zgrpc._text.fields import message_of

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
