"""``zgrpc doctor``: check the connection and the credentials step by step."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from zgrpc._text.visible import visible
from zgrpc.cli.common import (
    FAILED,
    UNREACHABLE,
    Command,
    Duration,
    Failure,
    connect,
    connection_options,
    examples,
    on_terminal,
)

if TYPE_CHECKING:
    from zgrpc._connection import Connection

_LATER = ("instance", "clock", "token", "user", "org", "permission")
_MARKS = {True: ("ok", "green"), False: ("WRONG", "red"), None: ("skipped", "yellow")}


@click.command(
    "doctor",
    cls=Command,
    epilog=examples(
        "zgrpc doctor",
        "zgrpc doctor --url https://acme.zitadel.cloud --key-file key.json",
        "zgrpc doctor --json | jq '.[] | select(.ok == false)'",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
@click.option(
    "--timeout",
    type=Duration(positive=True),
    default="10s",
    show_default=True,
    metavar="DURATION",
    help="For each check.",
)
@connection_options
def command(as_json: bool, timeout: float, connection: Connection) -> None:
    """Check the way to ZITADEL step by step. Say what is wrong first and what to do about it.

    The checks: address, connection, TLS, HTTP/2, instance, issuer, clock, token, user, organization, permissions. A
    check that cannot be made is skipped, which does not change the exit code.
    """
    with connect(connection, anonymous=True) as client:
        checks = [
            (check.name, check.ok, check.detail, check.advice) for check in client.diagnose(timeout=timeout).checks
        ]
    wrong = next((check for check in checks if check[1] is False), None)
    seen = {name for name, *_ in checks}
    why = f"not checked, because {wrong[0]} is wrong" if wrong else "could not be checked"
    checks += [(name, None, why, "") for name in _LATER if name not in seen]
    if as_json:
        click.echo(
            json.dumps(
                [dict(zip(("name", "ok", "detail", "advice"), check, strict=True)) for check in checks], indent=2
            )
        )
    else:
        for name, ok, detail, advice in checks:
            mark, color = _MARKS[ok]
            shown = click.style(f"{mark:8}", fg=color) if on_terminal(sys.stdout) else f"{mark:8}"
            click.echo(f"{shown}{name:11} {visible(detail)}")
            if advice:
                click.echo(f"{'':20}{visible(advice)}")
    if wrong is not None:
        raise Failure(f"{wrong[0]}: {wrong[2]}", FAILED if wrong[0] in ("org", "permission") else UNREACHABLE)
