"""``zgrpc emulator``: an emulator as a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zgrpc.cli.common import (
    FAILED,
    USAGE,
    Command,
    Duration,
    Failure,
    NewFilePath,
    Number,
    Whole,
    debug_option,
    examples,
    leave_out,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from zgrpc.testing.fault import Fault

T = TypeVar("T")


def _parsed(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Return a type of click's whose errors are usage errors."""

    def convert(text: str) -> T:
        try:
            return parse(text)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    return convert


@_parsed
def _seed(text: str) -> dict[str, int | str]:
    from zgrpc.testing.cli import parse_seed

    return parse_seed(text)


@_parsed
def _fault(text: str) -> Fault:
    from zgrpc.testing.cli import parse_fault

    return parse_fault(text)


def _complete_seed(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from zgrpc.testing.cli import seed_names

    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{name}=") for name in seed_names() if name.startswith(last)]


def _complete_fault(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from zgrpc.testing.faults import ALL

    return [CompletionItem(name) for name in ALL if name.startswith(incomplete)]


_port = Whole(0, 65535)


@click.command(
    "emulator",
    cls=Command,
    # A container of a CI service takes no arguments.
    context_settings={"auto_envvar_prefix": "ZGRPC_EMULATOR"},
    epilog=examples(
        "zgrpc emulator                                       # everything on localhost:8080",
        "zgrpc emulator --port 0                              # on a free port; the line `ready ...` names it",
        "zgrpc emulator --seed users=1000,grants=20000        # something to list",
        "zgrpc emulator --db zitadel.db                       # kept over restarts, even after kill -9",
        "zgrpc emulator --import fixtures.yaml                # organizations, projects, users and grants from a file",
        "zgrpc emulator --fault latency=0.05                  # every call takes 50 ms longer",
        """zgrpc emulator --fault "unavailable(rpc='management.ListUserGrants', probability=0.1)\"""",
        """zgrpc emulator --fault "latency(curve(ZITADEL_LIST_COST), rpc='management.ListUserGrants', total=True)\"""",
        """zgrpc emulator --fault "token_endpoint(lifetime=60)\"""",
    ),
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option(
    "--domain", default="localhost", show_default=True, metavar="HOST", help="The name by which clients call it."
)
@click.option("--port", type=_port, default=8080, show_default=True, metavar="N", help="The port; 0 for a free one.")
@click.option(
    "--http-port",
    type=_port,
    metavar="N",
    help="A second port, for everything; --port is then for gRPC alone, which is quicker. 0 for a free one.",
)
@click.option(
    "--owner-token",
    metavar="TOKEN",
    help="The owner's access token. Without it, a random token is printed to stderr.",
)
@click.option(
    "--db",
    type=NewFilePath(replaced=False),
    metavar="FILE",
    help="Keep the data in a SQLite file. Without it, the data is in memory.",
)
@click.option(
    "--seed",
    type=_seed,
    metavar="WHAT=N,...",
    shell_complete=_complete_seed,
    help="Data to begin with, such as users=1000,grants=20000.",
)
@click.option(
    "--fault",
    "faults",
    type=_fault,
    multiple=True,
    envvar="ZGRPC_EMULATOR_FAULT",
    metavar="FAULT",
    shell_complete=_complete_fault,
    help="A fault, written as in Python: NAME, NAME(...) or NAME=VALUE, which is short for NAME(VALUE). May be given "
    "several times. zgrpc.testing.faults describes each.",
)
@click.option(
    "--import",
    "load",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    envvar="ZGRPC_EMULATOR_IMPORT",
    metavar="FILE",
    help="Load fixtures from a YAML or JSON file: rows as `zgrpc apply` takes them, and a list `orgs`.",
)
@click.option(
    "--dump",
    type=NewFilePath(),
    metavar="FILE",
    help="Write the data as fixtures to a YAML file at the end. People with a verified email get the "
    "password Password1!.",
)
@click.option(
    "--fault-seed", type=Whole(), default=0, show_default=True, metavar="N", help="The seed of random faults."
)
@click.option(
    "--projection-lag",
    type=Duration(),
    default="0s",
    show_default=True,
    metavar="DURATION",
    help="How long reads trail writes.",
)
@click.option(
    "--clock-offset",
    type=Number(),
    default=0.0,
    show_default=True,
    metavar="SECONDS",
    help="How far the server's clock is ahead; negative if it is behind.",
)
@click.option("--stable-order", is_flag=True, help="Keep large lists in one order, unlike the real server.")
@click.option(
    "--tls",
    type=NewFilePath(),
    metavar="CA_FILE",
    help="Serve TLS with a new certificate, and write the authority that signed it to CA_FILE.",
)
@click.option("--allow-remote", is_flag=True, help="Allow a --host that other machines can reach.")
@debug_option
def command(
    host: str,
    allow_remote: bool,
    owner_token: str | None,
    tls: Path | None,
    stable_order: bool,
    fault_seed: int,
    load: Path | None,
    dump: Path | None,
    **options: Any,
) -> None:
    """Serve an embedded ZITADEL on this machine: gRPC, gRPC-Web, Connect, JSON and OAuth on one port.

    When it serves, it prints one line to stdout: ready target=localhost:8080 issuer=http://localhost:8080. SIGINT
    (Ctrl-C) or SIGTERM ends it with exit code 0.

    Variables set the options too: ZGRPC_EMULATOR_ and the option's name, such as ZGRPC_EMULATOR_OWNER_TOKEN.
    """
    from zgrpc.testing.cli import is_loopback, serve

    if not allow_remote and not is_loopback(host):
        raise click.UsageError(
            f"--host {host}: other machines can reach this address, and whoever has the owner's token owns the data; "
            "add --allow-remote if you want that"
        )
    if not options["faults"]:
        leave_out("there is no --fault", "fault_seed")
    try:
        from zgrpc.testing.emulator import Emulator

        emulator = Emulator(
            host=host,
            owner_token=owner_token,
            unstable_order=not stable_order,
            faults_seed=fault_seed,
            tls=tls is not None,
            fixtures=load,
            **options,
        )
        serve(emulator, show_token=owner_token is None, dump=dump, ca_file=tls)
    except ModuleNotFoundError as missing:
        hint = "" if "zgrpc[testing]" in str(missing) else ": pip install 'zgrpc[testing]'"
        raise Failure(f"{missing}{hint}", USAGE) from None
    except (RuntimeError, TypeError, ValueError) as error:
        raise Failure(str(error), FAILED) from None
