"""``zgrpc apply``: bring users, grants, projects and more to the state in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zgrpc._apply.desired import KINDS
from zgrpc._counted import counted
from zgrpc._files import replacing
from zgrpc._text.visible import visible
from zgrpc.cli.common import (
    FAILED,
    Command,
    Failure,
    NewFilePath,
    Whole,
    connect,
    connection_options,
    examples,
    leave_out,
    note,
    timeout_option,
)
from zgrpc.cli.completing import complete_names
from zgrpc.cli.progress import bar

if TYPE_CHECKING:
    from zgrpc._apply.report import Report
    from zgrpc._connection import Connection


@click.command(
    "apply",
    cls=Command,
    epilog=examples(
        "zgrpc apply team.yaml --dry-run              # show the difference, change nothing",
        "zgrpc apply team.yaml",
        "zgrpc apply users.csv --yes --journal run.jsonl --report done.csv",
        "zgrpc apply people.csv --kind users",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--kind",
    metavar="KIND",
    shell_complete=complete_names(list(KINDS)),
    help=f"The kind of the rows of a CSV file: {', '.join(KINDS)}. Without it, the name of the file is the kind.",
)
@click.option("--dry-run", is_flag=True, help="Show the difference and change nothing.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before changing.")
@click.option(
    "--journal",
    type=NewFilePath(replaced=False),
    help="Remember finished rows in a file, and skip them when the command runs again.",
)
@click.option(
    "--report",
    type=NewFilePath(),
    help="Write the outcome of each row to a file that ends with .csv or .json.",
)
@click.option(
    "--concurrency",
    type=Whole(1, 256),
    default=32,
    show_default=True,
    metavar="N",
    help="Change N rows at once.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress bar.")
@timeout_option
@connection_options
def command(
    file: Path,
    kind: str | None,
    dry_run: bool,
    yes: bool,
    journal: Path | None,
    report: Path | None,
    concurrency: int,
    quiet: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Bring users, grants, memberships, projects, roles and metadata to the state in FILE (YAML, JSON or CSV).

    The command shows the difference, asks, and changes only what differs. A second run changes nothing. A row that
    fails does not stop the others; the exit code is then 1.
    """
    from zgrpc._apply.files import load

    if report is not None and report.suffix not in (".csv", ".json"):
        raise click.UsageError(f"--report {report} must end with .csv or .json")
    if dry_run:
        leave_out("--dry-run changes nothing", "yes", "journal", "report", "concurrency")
    if file.suffix.lower() != ".csv":
        leave_out(f"{file.name} names the kinds of its rows itself", "kind")
    try:
        desired = load(file, kind)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with connect(connection, timeout=timeout) as client:
        bulk = client.bulk
        try:
            plan = bulk.plan(desired)
        except (TypeError, ValueError) as error:
            raise click.UsageError(f"{file.name}: {error}") from None
        click.echo(visible(str(plan), keep="\n"))
        if dry_run or (plan.is_empty and report is None):
            return
        if not yes and not plan.is_empty:
            if not sys.stdin.isatty():
                raise click.UsageError("pass --yes to change without a question, or --dry-run to change nothing")
            if not click.confirm("Change this?", err=True):
                raise Failure("nothing was changed", FAILED)
        try:
            with bar("rows", quiet=quiet) as shown:
                done = bulk.apply(desired, journal=journal, concurrency=concurrency, progress=shown.update)
        except ValueError as error:
            raise click.UsageError(f"--journal {error}") from None
    click.echo(visible(str(done), keep="\n"))
    if report is not None:
        _write(report, done)
        note(f"the outcome of each row is in {report}")
    if not done.ok:
        raise Failure(f"{done.count('failed')} of {counted(len(done.outcomes), 'row')} failed", FAILED)


def _write(path: Path, report: Report) -> None:
    """Write a report beside its goal, then put it in place."""
    with replacing(path, private=True) as file:
        file.write(report.to_csv() if path.suffix == ".csv" else report.to_json())
