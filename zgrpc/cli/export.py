"""``zgrpc export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zgrpc.cli.common import INTERRUPTED, Command, Failure, connect, connection_options, examples, note, timeout_option
from zgrpc.cli.exporting import RESOURCES, Export
from zgrpc.cli.progress import bar

if TYPE_CHECKING:
    from zgrpc.cli.connection import Connection


@click.command(
    "export",
    cls=Command,
    epilog=examples(
        "zgrpc export backup",
        "zgrpc export backup                         # again, after Ctrl-C or an error: goes on where it stopped",
        "zgrpc export backup --only users,grants -o parquet",
        "zgrpc export backup --restart --org-id 69629023906488334",
    ),
)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--only", metavar="NAMES", help=f"Some of {','.join(RESOURCES)}, divided by commas.")
@click.option(
    "-o",
    "--output",
    "kind",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="Format of the files.",
)
@click.option("--restart", is_flag=True, help="Fetch everything again, also what an earlier run has completed.")
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    default=16,
    show_default=True,
    help="Lists under way at once, where there is one for each user or project.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@timeout_option
@connection_options
def command(
    directory: Path,
    only: str | None,
    kind: str,
    restart: bool,
    concurrency: int,
    quiet: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Save the users, user grants, memberships, projects and members of an organisation in DIRECTORY.

    There is a file for each, and manifest.json with the counts; only complete files count as done. Interrupted, it
    goes on where it
    stopped when it is run again.
    """
    names = [name.strip() for name in only.split(",")] if only else list(RESOURCES)
    for name in names:
        if name not in RESOURCES:
            raise click.UsageError(f"--only {name}: there are {', '.join(RESOURCES)}")
    with connect(connection, timeout=timeout) as client:
        org = client.management.get_my_org().org
        try:
            export = Export(directory, org_id=org.id, org_name=org.name, kind=kind, restart=restart)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        try:
            for name in export.needed(names):
                if export.complete(name):
                    note(f"{name}: {export.count(name):,}, complete since {export.since(name)}")
                    continue
                with bar(name, quiet=quiet) as shown:
                    export.fetch(name, client, concurrency=concurrency, progress=shown.update)
                note(f"{name}: {export.count(name):,}")
        except KeyboardInterrupt:
            raise Failure(
                f"interrupted: run `zgrpc export {directory}` again to go on where it stopped", INTERRUPTED
            ) from None
    click.echo(str(export.manifest_path))
