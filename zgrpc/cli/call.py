"""``zgrpc call``."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zgrpc.cli.common import Command, bound, connect, connection_options, examples, note, on_terminal, timeout_option
from zgrpc.cli.completing import RpcType, complete_fields
from zgrpc.cli.names import label

if TYPE_CHECKING:
    from zgrpc._rpc import Rpc
    from zgrpc.cli.connection import Connection


@click.command(
    "call",
    cls=Command,
    epilog=examples(
        "zgrpc call auth.GetMyUser",
        "zgrpc call management.GetUserByID id=69629023906488334",
        "zgrpc call management.AddHumanUser userName=jo profile.firstName=Jo profile.lastName=Doe "
        "email.email=jo@acme.com",
        """zgrpc call management.AddUserGrant user_id=42 project_id=7 role_keys='["admin", "reader"]'""",
        "zgrpc call management.AddHumanUser --json user.json",
        "jq .request audit.json | zgrpc call management.UpdateOrg | jq .details",
    ),
)
@click.argument("rpc", type=RpcType())
@click.argument("fields", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=complete_fields)
@click.option(
    "--json",
    "document",
    metavar="JSON|FILE|-",
    help="The request as JSON: the text itself, a file, or - for stdin. Fields given besides win.",
)
@click.option("--compact", is_flag=True, help="Print the answer on one line.")
@timeout_option
@connection_options
def command(
    rpc: Rpc,
    fields: tuple[str, ...],
    document: str | None,
    compact: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Call RPC with the fields given and print its answer as JSON.

    A field is name=value, in snake_case or camelCase; a.b=value for a field of a message, JSON for a list or a whole
    message. JSON
    is also read from a file or pipe on stdin where no field is given. Enum values may be shortened: gender=female.
    """
    from zgrpc.cli.fields import build
    from zgrpc.cli.rows import as_json

    descriptor = rpc.descriptor.input_type
    try:
        request = build(descriptor, fields, _document(document, wanted=bool(descriptor.fields) and not fields))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    with connect(connection, anonymous=not rpc.permission, timeout=timeout) as client:
        method = bound(client, rpc)
        if rpc.paging:
            answer = method.page(request)
            note(f"this is one bare answer; `zgrpc list {label(rpc)}` gives the complete list")
        else:
            answer = method(request)
    show(as_json(answer), compact=compact)


def show(data: Any, *, compact: bool = False) -> None:
    """Print JSON: coloured on a terminal, plain elsewhere."""
    if compact:
        click.echo(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    elif on_terminal(sys.stdout) and "NO_COLOR" not in os.environ:
        from rich.console import Console

        Console().print_json(data=data, indent=2)
    else:
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _document(given: str | None, *, wanted: bool) -> str | None:
    """The JSON text of ``--json``; else what a pipe or file on stdin holds, if a request is wanted."""
    if given is None:
        return sys.stdin.read() if wanted and _stdin_holds_something() else None
    if given == "-":
        return sys.stdin.read()
    if given.lstrip().startswith(("{", "[")):
        return given
    path = Path(given.removeprefix("@"))
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ValueError(f"--json takes JSON, a file or -; cannot read {path}: {error.strerror}") from None


def _stdin_holds_something() -> bool:
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
