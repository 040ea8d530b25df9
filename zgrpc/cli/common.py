"""What all commands share: connection options, errors as one line, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from zgrpc.cli.connection import NAMES, Connection, profile_names, resolve

if TYPE_CHECKING:
    import zgrpc
    from zgrpc._rpc import Rpc

F = TypeVar("F", bound=Callable[..., Any])

FAILED, USAGE, UNREACHABLE, INTERRUPTED = 1, 2, 3, 130
NO_CREDENTIALS = (
    "no credentials: set ZITADEL_TOKEN or ZITADEL_KEY_FILE, give --token-file or --key-file, or write a profile"
)
_DEBUG = "zgrpc.debug"
_CONNECTION = (*NAMES, "profile", "timeout", "debug")


class Failure(click.ClickException):
    """An error that is told in one line.

    Args:
        message: the line.
        exit_code: of the process.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # click reads the instance's

    def show(self, file: Any = None) -> None:
        """Write the line to stderr."""
        click.echo(f"zgrpc: {self.format_message()}", file=file or sys.stderr, err=file is None)


class Command(click.Command):
    """A command whose help shows the options that connect under a heading of their own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the two lists of options."""
        sections: dict[str, list[tuple[str, str]]] = {"Options": [], "Connection": []}
        connects = any(parameter.name == "url" for parameter in self.params)
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections["Connection" if connects and parameter.name in _CONNECTION else "Options"].append(record)
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def examples(*lines: str) -> str:
    """An epilog of examples that click leaves as they are."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    ctx.meta[_DEBUG] = value or ctx.meta.get(_DEBUG, False)
    if value:
        import logging

        logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(name)s %(levelname)s %(message)s")
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger("zgrpc").setLevel(logging.DEBUG)


def wants_debug(ctx: click.Context) -> bool:
    """Whether ``--debug`` was given anywhere."""
    return bool(ctx.meta.get(_DEBUG))


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_debug,
    help="Show tracebacks and log every call.",
)


def connection_options(function: F) -> F:
    """Add the options that say where and as whom to connect; the command gets ``connection``."""
    import functools

    @functools.wraps(function)
    def command(*args: Any, profile: str | None, **given: Any) -> Any:
        flags = {name: given.pop(name) for name in NAMES}
        try:
            connection = resolve(flags, profile=profile, environ=os.environ)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        return function(*args, connection=connection, **given)

    for option in reversed(_OPTIONS):
        command = option(command)
    return command  # type: ignore[return-value]  # click calls it by names


_OPTIONS = (
    click.option("--url", metavar="URL", help="https://host[:port], or http://localhost:port.  [env: ZITADEL_URL]"),
    click.option(
        "--token",
        metavar="TOKEN",
        help="An access token. Others can see it in the list of processes: better set ZITADEL_TOKEN.",
    ),
    click.option("--token-file", metavar="FILE", help="A file that holds an access token.  [env: ZITADEL_TOKEN_FILE]"),
    click.option("--key-file", metavar="FILE", help="A service account's key (JSON).  [env: ZITADEL_KEY_FILE]"),
    click.option(
        "--client-id",
        metavar="ID",
        help="Of a service account; its secret is read from ZITADEL_CLIENT_SECRET.  [env: ZITADEL_CLIENT_ID]",
    ),
    click.option("--client-secret", hidden=True),
    click.option(
        "--org-id", "--org", "org_id", metavar="ID", help="The organisation to act in.  [env: ZITADEL_ORG_ID]"
    ),
    click.option(
        "--issuer", metavar="URL", help="Where tokens are fetched, if not at the address.  [env: ZITADEL_ISSUER]"
    ),
    click.option("--ca-file", metavar="FILE", help="A private certificate authority (PEM).  [env: ZITADEL_CA_FILE]"),
    click.option("--instance-host", metavar="HOST", help="Which instance of the server.  [env: ZITADEL_INSTANCE_HOST]"),
    click.option("--insecure", is_flag=True, help="Allow plaintext to more than loopback.  [env: ZITADEL_INSECURE]"),
    click.option(
        "--profile",
        metavar="NAME",
        envvar="ZITADEL_PROFILE",
        shell_complete=lambda _ctx, _param, incomplete: [
            name for name in profile_names() if name.startswith(incomplete)
        ],
        help="A table of profiles.toml, in place of the environment.  [env: ZITADEL_PROFILE]",
    ),
    debug_option,
)


def timeout_option(function: F) -> F:
    """Add ``--timeout``."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="For each request; 30 if not given.",
    )(function)


@contextmanager
def connect(connection: Connection, *, anonymous: bool = False, **options: Any) -> Iterator[zgrpc.Client]:
    """A client that is closed at the end; what is wrong with the settings is a usage error.

    Args:
        connection: where and as whom.
        anonymous: whether it may do without credentials.
        options: for the client; those that are None are left out.
    """
    if not anonymous and not connection.has_credentials and connection.url:
        raise Failure(NO_CREDENTIALS, UNREACHABLE)
    try:
        client = connection.client(**{name: value for name, value in options.items() if value is not None})
    except (ValueError, TypeError, OSError, ImportError) as error:
        raise click.UsageError(str(error).replace("pass insecure=True", "add --insecure")) from error
    with client:
        yield client


def bound(client: zgrpc.Client, rpc: Rpc) -> Any:
    """The client's method for an RPC."""
    return getattr(getattr(client, rpc.service), rpc.python_name)


def explain(error: BaseException) -> Failure:
    """Any error as one line and an exit code."""
    import grpc

    if isinstance(error, grpc.RpcError):
        code: Any = getattr(error, "code", None)
        name = getattr(code() if callable(code) else code, "name", "")
        return Failure(_one_line(error), UNREACHABLE if name in ("UNAVAILABLE", "UNAUTHENTICATED") else FAILED)
    if isinstance(error, OSError):
        return Failure(f"{error.filename}: {error.strerror}" if error.filename else _one_line(error), FAILED)
    from zgrpc import ListError

    if isinstance(error, ListError):
        return Failure(_one_line(error), FAILED)
    return Failure(f"{type(error).__name__}: {_one_line(error)} (unexpected: --debug shows where)", FAILED)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def note(message: str) -> None:
    """A remark on stderr."""
    click.echo(f"zgrpc: {message}", err=True)


def on_terminal(stream: Any) -> bool:
    """Whether a person looks at this stream."""
    return bool(stream is not None and stream.isatty()) and os.environ.get("TERM") != "dumb"


def quiet_pipe() -> None:
    """After a reader has closed its end: let nothing that is still buffered complain at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
