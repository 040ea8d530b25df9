"""The ``zgrpc`` command: find the command that was asked for, and turn every error into one line."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from typing import Any, NoReturn

import click

from zgrpc._text.visible import visible
from zgrpc._version import __version__
from zgrpc.cli.common import INTERRUPTED, USAGE, Failure, debug_option, examples, explain, quiet_pipe, wants_debug

# Name, module below zgrpc.cli, one line: a command's module is imported when it is asked for.
COMMANDS = {
    "call": ("call", "Call one RPC and print its answer as JSON."),
    "list": ("listing", "Print a complete list as a table, JSON, YAML, CSV or Parquet."),
    "export": ("export", "Save users, grants, memberships, projects and members."),
    "apply": ("apply", "Bring users, grants, projects and more to the state in a file."),
    "mirror": ("mirror", "Keep users, projects, roles, grants and memberships in a SQLite file."),
    "methods": ("methods", "List the RPCs."),
    "describe": ("describe", "Show an RPC's fields, filters, route, permission and limits."),
    "migrate": ("migrate", "Find deprecated RPCs in code and load scenarios."),
    "doctor": ("doctor", "Check the connection and the credentials step by step."),
    "token": ("token", "Show who the token belongs to and when it expires."),
    "load": ("load", "Run a load test."),
    "emulator": ("emulator", "Serve an embedded ZITADEL on this machine."),
    "completion": ("completion", "Print the completion script for a shell."),
}


class Application(click.Group):
    """The group of all commands. It imports a command when it is used, and prints every error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command by name."""
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
        """Return the command that the arguments name, or fail with the nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from zgrpc._contract.rpc import did_you_mean

            ctx.fail(f"there is no command {name!r}{did_you_mean(name, COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Parse what stands before the command. Every error becomes one line here, too."""
        if not args and not extra.get("resilient_parsing"):  # of completion
            args = ["--help"]
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise Failure(f"{_usage(error)} (see `zgrpc --help`)", USAGE) from error
        except BrokenPipeError:
            quiet_pipe()
            raise click.exceptions.Exit(0) from None
        except OSError as error:  # --help and --version, to a full disk
            raise explain(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Every error becomes one line."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.UsageError as error:
            if _signals:
                raise Failure("interrupted", INTERRUPTED) from None
            help_ = error.ctx.command_path if error.ctx is not None else "zgrpc"
            raise Failure(f"{_usage(error)} (see `{help_} --help`)", USAGE) from error
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            quiet_pipe()
            ctx.exit(0)
        except (KeyboardInterrupt, click.Abort):
            raise Failure("interrupted", INTERRUPTED) from None
        except Exception as error:
            if _signals:  # compiled modules turn a signal during their import into an ImportError
                raise Failure("interrupted", INTERRUPTED) from None
            if wants_debug(ctx):
                import traceback

                click.echo(visible(traceback.format_exc(), keep="\n"), err=True, nl=False)
            raise explain(error) from error
        return result


_ELSEWHERE = {"format": "output"}
"""What options are called in other programs, and here."""


def _usage(error: click.UsageError) -> str:
    """Return the message of a usage error; a wrong option gets the nearest one."""
    if isinstance(error, click.NoSuchOption) and error.ctx is not None:
        from zgrpc._contract.rpc import nearest

        parameters = error.ctx.command.get_params(error.ctx)
        options = {name.lstrip("-"): name for parameter in parameters for name in parameter.opts if name[0] == "-"}
        name = error.option_name.lstrip("-")  # the dashes are no likeness
        found = nearest(_ELSEWHERE.get(name, name), options)
        hint = f"; did you mean {options[found]!r}?" if found else ""
        if isinstance(error.ctx.command, Application) and not hint:
            hint = f"; options of a command come after it: `zgrpc COMMAND ... {error.option_name}`"
        return f"there is no option {error.option_name!r}{hint}"
    return error.format_message().rstrip(".")


@click.group(
    cls=Application,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"""\b
The connection comes from:
  1. options such as --url and --key-file
  2. --profile NAME, a table of ~/.config/zgrpc/profiles.toml (mode 0600)
  3. the environment: ZITADEL_URL, ZITADEL_TOKEN, ZITADEL_KEY_FILE, ...
  4. the profile named default
Options override a value of the others. Profile and environment are never mixed.

\b
Exit codes:
  0  done
  1  the RPC or the task failed
  2  wrong usage; nothing was sent
  3  no connection, or no valid credentials
  130  interrupted (Ctrl-C)

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
    """Call ZITADEL over gRPC, and get complete lists.

    `zgrpc COMMAND --help` shows the options and examples of a command.
    """


_signals: list[int] = []  # those that came


def _interrupt(number: int, _frame: object) -> NoReturn:
    """End the command as Ctrl-C does, so that it cleans up."""
    _signals.append(number)
    raise KeyboardInterrupt


def main(arguments: list[str]) -> int:
    """Run the command line and return its exit code."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the last one comes when the terminal closes; Windows has none
        number = getattr(signal, name, None)
        if number is not None and not (name == "SIGHUP" and signal.getsignal(number) is signal.SIG_IGN):  # nohup
            signal.signal(number, _interrupt)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by `>&-`: what nobody wants goes nowhere, as with Python's print()
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123 - until the process ends; no pathlib at every start
    try:
        app.main(arguments, prog_name="zgrpc")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
