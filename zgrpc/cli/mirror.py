"""``zgrpc mirror``: keep users, projects, roles, grants and memberships in a SQLite file."""

from __future__ import annotations

import contextlib
import queue
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from zgrpc._counted import counted
from zgrpc._waiting import SLICE
from zgrpc.cli.common import (
    FAILED,
    Command,
    Duration,
    Failure,
    NewFilePath,
    between_commas,
    connect,
    connection_options,
    examples,
    leave_out,
    timeout_option,
)
from zgrpc.cli.completing import complete_names
from zgrpc.mirror._schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import zgrpc
    from zgrpc._connection import Connection
    from zgrpc.mirror import Mirror


@click.command(
    "mirror",
    cls=Command,
    epilog=examples(
        "zgrpc mirror grants.db                              # the organization of the credentials; Ctrl-C ends it",
        "zgrpc mirror all.db --all                           # every organization; needs an IAM role",
        "zgrpc mirror grants.db --only grants,roles --interval 2s",
        "zgrpc mirror grants.db --once                       # catch up and exit, for a scheduled job",
        "zgrpc mirror grants.db --verify                     # compare everything, repair, and exit",
        "sqlite3 grants.db 'SELECT user_id, role_key FROM granted_roles'",
    ),
)
@click.argument("file", type=NewFilePath(replaced=False))
@click.option("--orgs", metavar="IDS", help="Mirror these organizations, separated by commas.")
@click.option("--all", "whole", is_flag=True, help="Mirror every organization of the instance.")
@click.option(
    "--only",
    metavar="TABLES",
    shell_complete=complete_names(list(TABLES)),
    help=f"Mirror only these, separated by commas: {', '.join(TABLES)}.",
)
@click.option(
    "--interval",
    type=Duration(positive=True),
    default="5s",
    show_default=True,
    help="The time between two requests for events.",
)
@click.option("--once", is_flag=True, help="Catch up once and exit.")
@click.option("--verify", is_flag=True, help="Compare everything once, repair what differs, and exit.")
@timeout_option
@connection_options
def command(
    file: Path,
    orgs: str | None,
    whole: bool,
    only: str | None,
    interval: float,
    once: bool,
    verify: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Keep users, projects, roles, grants and memberships of ZITADEL in the SQLite file FILE, a few seconds behind.

    The mirror lists everything the first time, then follows events (`admin.ListEvents`). Without the permission for
    events it lists everything each time. Other processes may read FILE meanwhile, by SQL or with zgrpc.mirror.Reader.
    """
    from zgrpc.mirror import Mirror

    if whole:
        leave_out("--all mirrors every organization", "orgs")
    if verify:
        leave_out("--verify catches up once, too", "once")
    if once or verify:
        leave_out("the command asks for events once", "interval")
    tables = between_commas(only, "--only") if only else list(TABLES)
    for table in tables:
        if table not in TABLES:
            raise click.UsageError(f"--only {table}: there is no table {table!r}; there are {', '.join(TABLES)}")
    with connect(connection, timeout=timeout) as client:
        chosen = [] if whole else _found(client, orgs)
        changed: queue.SimpleQueue[Sequence[Any]] = queue.SimpleQueue()
        try:
            mirror = Mirror(
                client, file, what=tables, orgs=None if whole else chosen, interval=interval, on_change=changed.put
            )
        except (ValueError, RuntimeError) as error:
            raise click.UsageError(str(error)) from None
        with contextlib.closing(mirror):
            if verify:
                differences = mirror.verify()
                click.echo(_state(mirror))
                click.echo(
                    f"repaired {counted(len(differences), 'row')} that differed" if differences else "no row differed"
                )
            elif once:
                mirror.sync()
                click.echo(_state(mirror))
            else:
                mirror.start()
                click.echo(_state(mirror))
                while True:
                    with contextlib.suppress(queue.Empty):  # a signal right before the wait does not end it
                        changes = changed.get(timeout=SLICE)
                        click.echo(f"{datetime.now().astimezone():%H:%M:%S} {_summary(changes)}")


def _found(client: zgrpc.Client, orgs: str | None) -> list[str]:
    """Return the ids of these organizations, or of the client's. Each is looked up, so that a wrong one leaves no file.

    Raises:
        click.UsageError: There is no id between the commas.
        Failure: One does not exist. The error names it.
    """
    import zgrpc

    ids = [None] if orgs is None else between_commas(orgs, "--orgs")
    found = []
    for org_id in ids:
        try:
            found.append((client.with_org(org_id) if org_id else client).management.get_my_org().org.id)
        except (zgrpc.PermissionDeniedError, zgrpc.NotFoundError) as error:
            raise Failure(f"organization {org_id}: {error}" if org_id else str(error), FAILED) from None
    return found


def _state(mirror: Mirror) -> str:
    """Return how many rows the mirror holds, and how it follows."""
    rows = ", ".join(counted(mirror.count(table), table.removesuffix("s"), table) for table in mirror.tables)
    return rows if mirror.follows_events else f"{rows}; lists everything each time"


def _summary(changes: Sequence[Any]) -> str:
    """Return how many rows were added, changed and removed."""
    kinds = [
        "added" if change.before is None else "removed" if change.after is None else "changed" for change in changes
    ]
    return ", ".join(
        f"{counted(kinds.count(kind), 'row')} {kind}" for kind in ("added", "changed", "removed") if kind in kinds
    )
