"""The ``zgrpc`` command."""

from __future__ import annotations

import importlib
import signal
import sys
from typing import Any

import click

from zgrpc._version import __version__
from zgrpc.cli.common import INTERRUPTED, USAGE, Failure, debug_option, examples, explain, quiet_pipe, wants_debug

# Name, module below zgrpc.cli, one line: a command's module is imported when it is asked for.
COMMANDS = {
    "call": ("call", "Call one RPC and print its answer as JSON."),
    "list": ("listing", "Print a complete list, as a table, JSON lines, CSV or Parquet."),
    "export": ("export", "Save users, grants, memberships, projects and members of an organisation."),
    "methods": ("methods", "Show the RPCs there are."),
    "describe": ("describe", "Show an RPC's fields, filters, route, permission and limits."),
    "doctor": ("doctor", "Find out what is wrong with a connection."),
    "token": ("token", "Show whose token it is and when it expires."),
    "load": ("load", "Run a load test."),
    "emulator": ("emulator", "Serve an embedded ZITADEL on this machine."),
    "completion": ("completion", "Print the completion script for a shell."),
}


class Application(click.Group):
    """The group of all commands: loads them lazily and makes every error one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """A command by name."""
        if cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name][0]
        try:
            command: click.Command = importlib.import_module(f"zgrpc.cli.{module}").command
        except ModuleNotFoundError as error:
            extra = {"load": "load", "emulator": "testing"}.get(cmd_name, "cli")
            if error.name is None or error.name.startswith("zgrpc"):
                raise
            raise Failure(f"{cmd_name} needs {error.name}: pip install 'zgrpc[{extra}]'", 2) from None
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name, or say which one was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from zgrpc._rpc import did_you_mean

            ctx.fail(f"there is no command {name!r}{did_you_mean(name, COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever goes wrong is told in one line."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            help_ = error.ctx.command_path if error.ctx is not None else "zgrpc"
            raise Failure(f"{error.format_message()} (see `{help_} --help`)", USAGE) from error
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            quiet_pipe()
            ctx.exit(0)
        except (KeyboardInterrupt, click.Abort):
            raise Failure("interrupted", INTERRUPTED) from None
        except Exception as error:
            if wants_debug(ctx):
                import traceback

                traceback.print_exc()
            raise explain(error) from error
        return result


@click.group(
    cls=Application,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"""\b
Connection, by what comes first:
  1. options such as --url and --key-file
  2. --profile NAME, a table of ~/.config/zgrpc/profiles.toml (mode 0600)
  3. the environment: ZITADEL_URL, ZITADEL_TOKEN, ZITADEL_KEY_FILE, ...
  4. the profile called default

\b
Exit codes:
  0  done
  1  the RPC failed, or what was asked for could not be done
  2  wrong usage
  3  no connection, or the credentials are refused
  130  interrupted by Ctrl-C

{
        examples(
            "zgrpc call auth.GetMyUser",
            "zgrpc call management.GetUserByID id=69629023906488334",
            "zgrpc list management.ListUserGrants --where role_key=admin",
            "zgrpc list management.ListUsers -o csv --to users.csv",
            "zgrpc describe management.ListUserGrants",
        )
    }""",
)
@click.version_option(__version__, prog_name="zgrpc")
@debug_option
def app() -> None:
    """Talk to ZITADEL over gRPC: complete lists, errors that tell the truth.

    `zgrpc COMMAND --help` shows each command's options and examples.
    """


def main(arguments: list[str]) -> int:
    """Run the command line and give its exit status."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a file is made whole then too
    try:
        app.main(arguments, prog_name="zgrpc")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
