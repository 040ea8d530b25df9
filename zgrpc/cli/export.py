"""``zgrpc export``: save users, grants, memberships, projects and members in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zgrpc._contract.rpc import did_you_mean
from zgrpc.cli.common import (
    FAILED,
    INTERRUPTED,
    Command,
    Failure,
    Whole,
    between_commas,
    connect,
    connection_options,
    examples,
    leave_out,
    note,
    timeout_option,
)
from zgrpc.cli.completing import complete_names
from zgrpc.cli.exporting import RESOURCES, Export
from zgrpc.cli.output import check_installed
from zgrpc.cli.progress import bar

if TYPE_CHECKING:
    from zgrpc._connection import Connection


@click.command(
    "export",
    cls=Command,
    epilog=examples(
        "zgrpc export backup",
        "zgrpc export backup                         # again, after Ctrl-C or an error: continues",
        "zgrpc export backup --only users,grants -o parquet",
        "zgrpc export backup --restart --org-id 69629023906488334",
    ),
)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--only",
    metavar="NAMES",
    shell_complete=complete_names(list(RESOURCES)),
    help=f"Export only these, separated by commas: {', '.join(RESOURCES)}.",
)
@click.option(
    "-o",
    "--output",
    "kind",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="The format of the files.",
)
@click.option(
    "--safe-csv", is_flag=True, help="In CSV, put an apostrophe before texts that a spreadsheet would run as formulas."
)
@click.option("--restart", is_flag=True, help="Fetch everything again, even what an earlier run completed.")
@click.option(
    "--concurrency",
    type=Whole(1, 64),
    metavar="N",
    default=16,
    show_default=True,
    help="Fetch N lists at once, of those that each user or project has.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress bar.")
@timeout_option
@connection_options
def command(
    directory: Path,
    only: str | None,
    kind: str,
    safe_csv: bool,
    restart: bool,
    concurrency: int,
    quiet: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Save the users, user grants, memberships, projects and members of an organization in DIRECTORY.

    Each gets a file (mode 0600), and manifest.json holds the counts. If the export is interrupted, run the same
    command again: it keeps what is complete and fetches the rest. One export at a time may write into DIRECTORY.
    """
    names = between_commas(only, "--only") if only else list(RESOURCES)
    for name in names:
        if name not in RESOURCES:
            hint = did_you_mean(name, RESOURCES) or f"; it takes {', '.join(RESOURCES)}"
            raise click.UsageError(f"--only: there is no resource {name!r}{hint}")
    if not any(RESOURCES[name].owners for name in names):
        leave_out("no user or project has a list of these", "concurrency")
    if kind != "csv":
        leave_out(f"the output is {kind}, not csv", "safe_csv")
    try:
        check_installed(kind)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with connect(connection, timeout=timeout) as client:
        org = client.management.get_my_org().org
        try:
            export = Export(directory, org_id=org.id, org_name=org.name, kind=kind, restart=restart, safe_csv=safe_csv)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        except BlockingIOError as error:
            raise Failure(str(error), FAILED) from None
        try:
            for name in export.needed(names):
                if export.complete(name):
                    note(f"{name}: {export.count(name):,}, complete since {export.since(name)}")
                    continue
                with bar(name, quiet=quiet) as shown:
                    export.fetch(name, client, concurrency=concurrency, progress=shown.update)
                note(f"{name}: {export.count(name):,}")
        except KeyboardInterrupt:
            raise Failure(f"interrupted: run `zgrpc export {directory}` again to continue", INTERRUPTED) from None
        finally:
            export.close()
    click.echo(str(export.manifest_path))
