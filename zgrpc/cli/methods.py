"""``zgrpc methods``."""

from __future__ import annotations

import fnmatch
import json
import sys
from typing import TYPE_CHECKING

import click

from zgrpc._rpc import all_rpcs
from zgrpc.cli.common import FAILED, Command, Failure, debug_option, examples
from zgrpc.cli.names import label
from zgrpc.cli.tables import print_table

if TYPE_CHECKING:
    from zgrpc._rpc import Rpc


@click.command(
    "methods",
    cls=Command,
    epilog=examples(
        "zgrpc methods                      # all of them",
        "zgrpc methods user_grant           # by a part of the name, the route or the permission",
        "zgrpc methods 'auth.List*'         # by a pattern",
        "zgrpc methods --lists --json | jq -r .name",
    ),
)
@click.argument("pattern", default="")
@click.option("--lists", is_flag=True, help="Only those that return a list.")
@click.option("--reads", is_flag=True, help="Only those that change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@debug_option
def command(pattern: str, lists: bool, reads: bool, as_json: bool) -> None:
    """Show the RPCs whose name, route or permission matches PATTERN: a part, or a pattern with * and ?."""
    found = [
        rpc
        for rpc in sorted(all_rpcs().values(), key=label)
        if _matches(rpc, pattern) and (rpc.paging or not lists) and (rpc.read or not reads)
    ]
    if not found:
        raise Failure(f"no RPC matches {pattern!r}", FAILED)
    if as_json:
        for rpc in found:
            click.echo(json.dumps({**rpc._asdict(), "name": label(rpc), "full_name": rpc.full_name}))
        return
    rows = [
        (
            label(rpc),
            rpc.http_method,
            rpc.http_path,
            rpc.permission,
            _kind(rpc) + (" deprecated" if rpc.deprecated else ""),
        )
        for rpc in found
    ]
    print_table(sys.stdout, ("RPC", "", "route", "permission", "kind"), rows)


def _kind(rpc: Rpc) -> str:
    return "list" if rpc.paging else "read" if rpc.read else "write"


def _matches(rpc: Rpc, pattern: str) -> bool:
    texts = (label(rpc), f"{rpc.service}.{rpc.python_name}", rpc.http_path, rpc.permission)
    wanted = pattern.lower()
    if any(sign in pattern for sign in "*?"):
        return any(fnmatch.fnmatchcase(text.lower(), wanted) for text in texts)
    return any(wanted in text.lower() for text in texts)
