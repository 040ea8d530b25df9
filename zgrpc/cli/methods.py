"""``zgrpc methods``: list the RPCs."""

from __future__ import annotations

import fnmatch
import json
import sys
from typing import TYPE_CHECKING

import click

from zgrpc._contract.docs import short_name
from zgrpc._contract.rpc import all_rpcs
from zgrpc._text.names import python_label
from zgrpc.cli.common import FAILED, Command, Failure, debug_option, examples
from zgrpc.cli.tables import print_table

if TYPE_CHECKING:
    from zgrpc._contract.rpc import Rpc


@click.command(
    "methods",
    cls=Command,
    epilog=examples(
        "zgrpc methods                      # all of them",
        "zgrpc methods user_grant           # by a part of the name, the route or the permission",
        "zgrpc methods 'auth.List*'         # by a pattern",
        "zgrpc methods --lists --json | jq -r .name",
        "zgrpc methods --deprecated         # with what ZITADEL names in their place",
    ),
)
@click.argument("pattern", default="")
@click.option("--lists", is_flag=True, help="Show only RPCs that return a list.")
@click.option("--reads", is_flag=True, help="Show only RPCs that change nothing.")
@click.option("--deprecated", is_flag=True, help="Show only deprecated RPCs, with their successors.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@debug_option
def command(pattern: str, lists: bool, reads: bool, deprecated: bool, as_json: bool) -> None:
    """List the RPCs whose name, route or permission contains PATTERN, or matches it if it has * or ?."""
    found = [
        rpc
        for rpc in sorted(all_rpcs().values(), key=lambda rpc: rpc.short_name)
        if _matches(rpc, pattern)
        and (rpc.paging or not lists)
        and (rpc.read or not reads)
        and (rpc.deprecated or not deprecated)
    ]
    if not found:
        raise Failure(f"no RPC matches {pattern!r}", FAILED)
    if as_json:
        for rpc in found:
            click.echo(json.dumps({**rpc._asdict(), "name": rpc.short_name, "full_name": rpc.full_name}))
        return
    if deprecated:
        print_table(sys.stdout, ("RPC", "successor"), [(rpc.short_name, successors(rpc)) for rpc in found])
        return
    rows = [
        (
            rpc.short_name,
            rpc.http_method,
            rpc.http_path,
            rpc.permission,
            _kind(rpc) + (" deprecated" if rpc.deprecated else ""),
        )
        for rpc in found
    ]
    print_table(sys.stdout, ("RPC", "", "route", "permission", "kind"), rows)


def successors(rpc: Rpc) -> str:
    """Return what ZITADEL names in place of a deprecated RPC."""
    return " or ".join(map(short_name, rpc.successors)) or "none named"


def _kind(rpc: Rpc) -> str:
    return "list" if rpc.paging else "read" if rpc.read else "write"


def _matches(rpc: Rpc, pattern: str) -> bool:
    texts = (rpc.short_name, python_label(rpc), rpc.http_path, rpc.permission)
    wanted = pattern.lower()
    if any(sign in pattern for sign in "*?"):
        return any(fnmatch.fnmatchcase(text.lower(), wanted) for text in texts)
    return any(wanted in text.lower() for text in texts)
