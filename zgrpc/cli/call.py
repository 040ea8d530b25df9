"""``zgrpc call``: call one RPC and print its answer as JSON."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zgrpc._text.documents import read_text
from zgrpc._text.names import method_of
from zgrpc._text.visible import dump_json
from zgrpc.cli.common import (
    Command,
    connect,
    connection_options,
    examples,
    leave_out,
    note,
    on_terminal,
    timeout_option,
)
from zgrpc.cli.completing import RpcType, complete_fields
from zgrpc.cli.organization import note_organization

if TYPE_CHECKING:
    from zgrpc._connection import Connection
    from zgrpc._contract.rpc import Rpc


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
    help="The request as JSON: text, a file, or - for stdin. NAME=VALUE overrides its fields.",
)
@click.option(
    "-o", "--output", "kind", type=click.Choice(["json", "yaml"]), default="json", show_default=True, help="The format."
)
@click.option("--compact", is_flag=True, help="Print the response on one line.")
@timeout_option
@connection_options
def command(
    rpc: Rpc,
    fields: tuple[str, ...],
    document: str | None,
    kind: str,
    compact: bool,
    timeout: float | None,
    connection: Connection,
) -> None:
    """Call RPC and print its response as JSON or YAML.

    NAME=VALUE sets a field of the request. NAME is in snake_case or camelCase; a.b=value sets a field of a message. A
    list or a whole message is JSON. An enum's value may be shortened (gender=female). A value of bytes is text;
    name:base64=value takes base64. A duration is 30s or 1h30m.

    Without any field, the request is read as JSON from a file or pipe on stdin.
    """
    from zgrpc._contract.rows import as_json
    from zgrpc._text.fields import build
    from zgrpc.cli.writers import dump_yaml

    if kind != "json":
        leave_out(f"the output is {kind}, not json", "compact")
    descriptor = rpc.descriptor.input_type
    try:
        request = build(descriptor, fields, _document(document, wanted=bool(descriptor.fields) and not fields))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    note_organization(rpc, request, {})
    with connect(connection, anonymous=not rpc.permission, timeout=timeout) as client:
        method = method_of(client, rpc)
        if rpc.paging:
            answer = method.page(request)
            note(f"this is one page; `zgrpc list {rpc.short_name}` prints the complete list")
        else:
            answer = method(request)
    if kind == "yaml":
        click.echo(dump_yaml(as_json(answer)), nl=False)
    else:
        show(as_json(answer), compact=compact)


def show(data: Any, *, compact: bool = False) -> None:
    """Print JSON, in color on a terminal."""
    written = dump_json(data, compact=True) if compact else dump_json(data, indent=2)
    if not compact and on_terminal(sys.stdout) and "NO_COLOR" not in os.environ:
        from rich.console import Console
        from rich.highlighter import JSONHighlighter
        from rich.text import Text

        text = Text(written)
        JSONHighlighter().highlight(text)
        Console().print(text, soft_wrap=True)
    else:
        click.echo(written)


def _document(given: str | None, *, wanted: bool) -> str | None:
    """Return the JSON text of ``--json``, or that of a pipe or file on stdin if a request is wanted."""
    if given is None:
        return _stdin() if wanted and _stdin_holds_something() else None
    if given == "-":
        return _stdin()
    if given.lstrip().startswith(("{", "[")):
        return given
    path = Path(given.removeprefix("@"))
    try:
        return read_text(path)
    except OSError as error:
        raise ValueError(f"--json takes JSON, a file or -; cannot read {path}: {error.strerror}") from None


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("the request on stdin is not UTF-8") from None


def _stdin_holds_something() -> bool:
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
