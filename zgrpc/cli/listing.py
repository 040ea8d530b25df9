"""``zgrpc list``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zgrpc.cli.common import (
    INTERRUPTED,
    Command,
    Failure,
    bound,
    connect,
    connection_options,
    examples,
    note,
    timeout_option,
)
from zgrpc.cli.completing import RpcType, complete_columns, complete_fields, complete_filters
from zgrpc.cli.names import label
from zgrpc.cli.output import FORMATS, Output, kind_of
from zgrpc.cli.progress import bar, watched

if TYPE_CHECKING:
    from zgrpc._rpc import Rpc
    from zgrpc.cli.connection import Connection


@click.command(
    "list",
    cls=Command,
    epilog=examples(
        "zgrpc list management.ListUserGrants --where role_key=admin --where email~=@acme.com",
        "zgrpc list management.ListUsers -o csv --columns id,user_name,human.email.email > users.csv",
        "zgrpc list management.ListUserGrants --to grants.parquet",
        "zgrpc list management.ListUsers --where state=active --limit 20",
        "zgrpc list management.ListUsers -o jsonl | jq -r .user_name",
        "zgrpc list management.ListUserMemberships user_id=42",
        """zgrpc list ListUsers --where '{"or": [{"user_name": "jo"}, {"email": {"ends_with": "@acme.com"}}]}'""",
    ),
)
@click.argument("rpc", type=RpcType(lists=True))
@click.argument("fields", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=complete_fields)
@click.option(
    "-w",
    "--where",
    "conditions",
    multiple=True,
    metavar="KEY=VALUE",
    shell_complete=complete_filters,
    help="What to filter by: = equals, ~= contains, ^= starts with, $= ends with; or JSON. All of them must "
    "hold. `zgrpc describe` lists the keys.",
)
@click.option("-i", "--ignore-case", is_flag=True, help="Compare texts of --where without regard to case.")
@click.option(
    "-o", "--output", "kind", type=click.Choice(FORMATS), help="table if not given, or what the ending of --to says."
)
@click.option(
    "--to",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE in place of stdout.",
)
@click.option(
    "-c",
    "--columns",
    "names",
    metavar="NAMES",
    shell_complete=complete_columns,
    help="Columns, divided by commas, such as id,human.email.email.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N items.")
@click.option(
    "--offset",
    type=click.IntRange(min=0),
    metavar="N",
    help="Leave out the first N items; without an order on the server, which those are is its choice.",
)
@click.option("--page-size", type=click.IntRange(min=1), metavar="N", help="Items of the first request.")
@click.option("--total", is_flag=True, help="Print only how many items there are.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@timeout_option
@connection_options
def command(
    rpc: Rpc,
    fields: tuple[str, ...],
    conditions: tuple[str, ...],
    ignore_case: bool,
    kind: str | None,
    path: Path | None,
    names: str | None,
    limit: int | None,
    offset: int | None,
    page_size: int | None,
    total: bool,
    quiet: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Print the complete list that RPC gives: every item once, or an error that says how many are missing.

    NAME=VALUE are fields of the request, as in `zgrpc call`. Ctrl-C leaves a valid file that holds what had come.
    """
    from zgrpc.cli import fields as requests
    from zgrpc.cli import filters, rows

    kind = kind or kind_of(path)
    if kind == "parquet" and path is None:
        import sys

        if sys.stdout.isatty():
            raise click.UsageError("Parquet is not for terminals: give --to FILE, or redirect")
    descriptor = rpc.descriptor.input_type
    items = rows.items_field(rpc)
    try:
        request = requests.build(descriptor, fields)
        where = filters.parse(descriptor, conditions, ignore_case=ignore_case)
        chosen = rows.choose(items, [name.strip() for name in names.split(",") if name.strip()]) if names else None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with connect(connection, timeout=timeout) as client:
        try:
            pager = bound(client, rpc)(request, where=where or None, limit=limit, offset=offset, page_size=page_size)
        except (TypeError, ValueError) as error:
            raise click.UsageError(str(error)) from error
        if total:
            click.echo(pager.total())
            return
        where_to = str(path) if path else "the output"
        try:
            output = Output(kind, path, items, chosen)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        try:
            with output, bar(label(rpc), quiet=quiet) as shown:
                for item in watched(pager, shown):
                    output.write(item)
        except KeyboardInterrupt:
            held = f"{where_to} holds {output.rows:,} items; it is valid but not complete"
            raise Failure(f"interrupted: {held if output.rows else 'nothing was written'}", INTERRUPTED) from None
        except BrokenPipeError:
            raise
        except Exception:
            if output.rows:
                note(
                    f"{where_to} holds the {output.rows:,} items that came before the error; it is valid but "
                    "not complete"
                )
            raise
    if path and not quiet:
        note(f"{output.rows:,} items in {path}")
