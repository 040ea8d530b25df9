"""``zgrpc list``: print a complete list as a table, JSON, YAML, CSV or Parquet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from zgrpc._counted import counted
from zgrpc._text.names import method_of
from zgrpc.cli.common import (
    INTERRUPTED,
    Command,
    Failure,
    NewFilePath,
    Whole,
    between_commas,
    connect,
    connection_options,
    examples,
    leave_out,
    note,
    timeout_option,
)
from zgrpc.cli.completing import RpcType, complete_columns, complete_fields, complete_filters
from zgrpc.cli.organization import note_organization
from zgrpc.cli.output import FORMATS, Output, kind_of
from zgrpc.cli.progress import bar, watched

if TYPE_CHECKING:
    from pathlib import Path

    from zgrpc._connection import Connection
    from zgrpc._contract.rpc import Rpc


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
        """zgrpc list management.ListUsers --where '{"or": [{"user_name": "jo"}, {"email": "jo@acme.com"}]}'""",
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
    help="A filter: = equals, ~= contains, ^= starts with, $= ends with; or a JSON object. Several filters must all "
    "hold. `zgrpc describe RPC` lists the keys.",
)
@click.option("-i", "--ignore-case", is_flag=True, help="Ignore upper and lower case in --where.")
@click.option(
    "-o",
    "--output",
    "kind",
    type=click.Choice(FORMATS),
    help="The format. Without it, the ending of --to chooses the format, or it is a table.",
)
@click.option(
    "--to",
    "path",
    type=NewFilePath(),
    metavar="FILE",
    help="Write to FILE (mode 0600), not to stdout. FILE is replaced when the list is complete.",
)
@click.option(
    "-c",
    "--columns",
    "names",
    metavar="NAMES",
    shell_complete=complete_columns,
    help="Columns separated by commas, such as id,human.email.email.",
)
@click.option("--limit", type=Whole(min=1), metavar="N", help="Fetch at most N items.")
@click.option(
    "--offset",
    type=Whole(min=0),
    metavar="N",
    help="Skip the first N items. Most of ZITADEL's lists have no fixed order, so these may be any N.",
)
@click.option("--first-page", type=Whole(min=1), metavar="N", help="Ask for N items in the first request.")
@click.option(
    "--safe-csv", is_flag=True, help="In CSV, put an apostrophe before texts that a spreadsheet would run as formulas."
)
@click.option("--total", is_flag=True, help="Print the number of items and nothing else.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress bar.")
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
    first_page: int | None,
    safe_csv: bool,
    total: bool,
    quiet: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Print the complete list of RPC: every item once, or an error that says how many are missing.

    NAME=VALUE sets a field of the request, as in `zgrpc call`. If the list ends early (Ctrl-C or an error), the items
    that came are in a valid file beside FILE, such as users.partial.csv, and FILE stays as it was.
    """
    from zgrpc._contract import rows
    from zgrpc._text import fields as requests
    from zgrpc._text import filters

    if total:
        unused = ("kind", "path", "names", "limit", "offset", "first_page", "safe_csv")
        leave_out("--total prints one number, of all items", *unused)
    kind = kind or kind_of(path)
    if kind != "csv":
        leave_out(f"the output is {kind}, not csv", "safe_csv")
    if not conditions:
        leave_out("there is no --where", "ignore_case")
    if kind == "parquet" and path is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for terminals: give --to FILE, or redirect")
    descriptor = rpc.descriptor.input_type
    items = rows.items_field(rpc)
    try:
        request = requests.build(descriptor, fields)
        where = filters.parse(descriptor, conditions, ignore_case=ignore_case)
        chosen = rows.choose(items, between_commas(names, "--columns")) if names else None
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    note_organization(rpc, request, where)
    with connect(connection, timeout=timeout) as client:
        try:
            # Not as keywords: the request of `admin.ListEvents` has a field called limit.
            options = {"where": where or None, "limit": limit, "offset": offset, "first_page": first_page}
            pager = method_of(client, rpc).with_options(**options)(request)
        except (TypeError, ValueError) as error:
            raise click.UsageError(str(error)) from error
        if total:
            click.echo(pager.total())
            return
        try:
            output = Output(kind, path, items, chosen, safe_csv=safe_csv)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        try:
            # Rows that appear one by one on the terminal show how far the list is; a bar would break their lines.
            rows_on_terminal = path is None and kind != "table" and sys.stdout.isatty()
            with output, bar(rpc.short_name, quiet=quiet or rows_on_terminal) as shown:
                for item in watched(pager, shown):
                    output.write(item)
        except KeyboardInterrupt:
            raise Failure(f"interrupted: {_held(output)}", INTERRUPTED) from None
        except BrokenPipeError:
            raise
        except Exception:
            if output.rows and not output.torn:
                note(_held(output))
            raise
    if path and not quiet:
        note(f"{counted(output.rows, 'item')} in {path}")


def _held(output: Output) -> str:
    """Say where the rows are that came before the end."""
    if not output.rows:
        return "nothing was written"
    return (
        f"{output.partial or 'the output'} holds the first {counted(output.rows, 'item')}; it is valid but not complete"
    )
