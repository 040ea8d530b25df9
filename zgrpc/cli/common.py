"""What all commands share: connection options, one-line errors, exit codes."""

from __future__ import annotations

import errno
import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from zgrpc._files import check_replaceable
from zgrpc._text.durations import seconds
from zgrpc._text.visible import visible

if TYPE_CHECKING:
    import zgrpc
    from zgrpc._connection import Connection

F = TypeVar("F", bound=Callable[..., Any])

FAILED, USAGE, UNREACHABLE, INTERRUPTED = 1, 2, 3, 130
NO_CREDENTIALS = (
    "no credentials: set ZITADEL_TOKEN or ZITADEL_KEY_FILE, give --token-file or --key-file, or write a profile"
)
_DEBUG = "zgrpc.debug"
# How errors of a client name arguments, and what the command line has for them.
_OPTION_OF = {
    "pass insecure=True": "add --insecure",
    "pass credentials= instead": "give --token-file or --key-file instead",
    "TLS(ca=)": "--ca-file",
    "tls= has": "the CA file (--ca-file, ZITADEL_CA_FILE) has",
}
_SQLITE_DISK = (8, 10, 13, 14)  # READONLY, IOERR, FULL, CANTOPEN: the disk's fault


class Failure(click.ClickException):
    """An error that prints one line.

    Args:
        message: The line.
        exit_code: The exit code of the process.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # click reads the instance's

    def show(self, file: Any = None) -> None:
        """Write the line to stderr."""
        click.echo(f"zgrpc: {visible(self.format_message())}", file=file or sys.stderr, err=file is None)


class Command(click.Command):
    """A command whose help lists the connection options under their own heading."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, and refuse an empty one: it is a variable of the shell that is not set.

        An empty path would mean the current folder.
        """
        given = {} if ctx.resilient_parsing else self.make_parser(ctx).parse_args(list(args))[0]
        for parameter in self.params:
            if given.get(parameter.name or "") == "":
                is_option = isinstance(parameter, click.Option)
                name = max(parameter.opts, key=len) if is_option else parameter.human_readable_name.strip("[]")
                rest = "" if parameter.required else ", or leave it out"
                raise click.UsageError(f"{name} is empty: give a value{rest}", ctx)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the connection options."""
        from zgrpc._environment import NAMES

        shared = (*NAMES, "profile", "timeout", "debug")
        sections: dict[str, list[tuple[str, str]]] = {"Options": [], "Connection": []}
        connects = any(parameter.name == "url" for parameter in self.params)
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections["Connection" if connects and parameter.name in shared else "Options"].append(record)
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


def examples(*lines: str) -> str:
    """Return an epilog of examples, whose lines click does not wrap."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    ctx.meta[_DEBUG] = value or ctx.meta.get(_DEBUG, False)
    if value:
        import logging

        class Visible(logging.Formatter):
            def format(self, record: logging.LogRecord) -> str:
                return visible(super().format(record), keep="\n")

        handler = logging.StreamHandler()
        handler.setFormatter(Visible("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logging.basicConfig(level=logging.DEBUG, handlers=[handler])
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger("zgrpc").setLevel(logging.DEBUG)


def wants_debug(ctx: click.Context) -> bool:
    """Return whether ``--debug`` was given anywhere."""
    return bool(ctx.meta.get(_DEBUG))


debug_option = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_debug,
    help="Show tracebacks, and log every call to stderr.",
)


def _complete_profile(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from zgrpc._connection import profile_names

    return [name for name in profile_names() if name.startswith(incomplete)]


def connection_options(function: F) -> F:
    """Add the options of the address and the credentials; the command gets ``connection``."""
    import functools

    @functools.wraps(function)
    def command(*args: Any, profile: str | None, **given: Any) -> Any:
        from zgrpc._connection import resolve  # the emulator's command, which connects to nothing, starts without it
        from zgrpc._environment import NAMES

        flags = {name: given.pop(name, None) for name in NAMES}
        try:
            connection = resolve(flags, profile=profile, environ=os.environ)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        if not connection.fetches_tokens:
            leave_out("only --key-file and --client-id fetch tokens from an issuer", "issuer")
        return function(*args, connection=connection, **given)

    for option in reversed(_OPTIONS):
        command = option(command)
    return command  # type: ignore[return-value]  # click calls it by names


_OPTIONS = (
    click.option("--url", metavar="URL", help="https://host[:port], or http://localhost:port.  [env: ZITADEL_URL]"),
    click.option(
        "--token",
        metavar="TOKEN",
        help="An access token. Others can see it in the list of processes; ZITADEL_TOKEN is safer.",
    ),
    click.option("--token-file", metavar="FILE", help="A file with an access token.  [env: ZITADEL_TOKEN_FILE]"),
    click.option("--key-file", metavar="FILE", help="A service account's key (JSON).  [env: ZITADEL_KEY_FILE]"),
    click.option(
        "--client-id",
        metavar="ID",
        help="A service account's client id; ZITADEL_CLIENT_SECRET holds its secret.  [env: ZITADEL_CLIENT_ID]",
    ),
    click.option("--client-secret", hidden=True),
    click.option(
        "--org-id", "--org", "org_id", metavar="ID", help="The organization to act in.  [env: ZITADEL_ORG_ID]"
    ),
    click.option(
        "--issuer", metavar="URL", help="Where to fetch tokens, if not at the address.  [env: ZITADEL_ISSUER]"
    ),
    click.option(
        "--ca-file", metavar="FILE", help="The certificates of a private authority (PEM).  [env: ZITADEL_CA_FILE]"
    ),
    click.option(
        "--instance-host",
        metavar="HOST",
        help="The domain of the instance, if it is not the host of the address.  [env: ZITADEL_INSTANCE_HOST]",
    ),
    click.option(
        "--insecure", is_flag=True, help="Allow plaintext to a host other than this machine.  [env: ZITADEL_INSECURE]"
    ),
    click.option(
        "--profile",
        metavar="NAME",
        envvar="ZITADEL_PROFILE",
        shell_complete=_complete_profile,
        help="A profile of profiles.toml; it replaces the environment.  [env: ZITADEL_PROFILE]",
    ),
    debug_option,
)


class NewFilePath(click.Path):
    """A file to write. A file that cannot be written there is a usage error, before anything is sent.

    Args:
        replaced: Whether the file is written beside its goal and then renamed. Else the command opens it itself.
    """

    def __init__(self, *, replaced: bool = True) -> None:
        super().__init__(dir_okay=False, path_type=Path)
        self._replaced = replaced

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r}", param, ctx)
        if self._replaced and str(path) != "-" and not (ctx and ctx.resilient_parsing):
            try:
                check_replaceable(path)
            except OSError as error:
                self.fail(f"cannot write {path}: {error.strerror}", param, ctx)
        return path


def _reject(kind: Whole | Number, what: str, value: object, param: Any, ctx: Any) -> NoReturn:
    limits = [] if kind.min is None else [f"{'above' if kind.min_open else 'from'} {kind.min:g}"]
    limits += [] if kind.max is None else [f"to {kind.max}"]
    kind.fail(" ".join(["must be", what, *limits]) + f", not {value}", param, ctx)


class Whole(click.IntRange):
    """A whole number, whose error says which numbers are right."""

    def _describe_range(self) -> str:  # click's own prints "x<=None" for a number without limits
        return "" if self.min is None and self.max is None else super()._describe_range()

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            _reject(self, "a whole number", value, param, ctx)


class Number(click.FloatRange):
    """A finite number, whose error says which numbers are right."""

    def _describe_range(self) -> str:
        return "" if self.min is None and self.max is None else super()._describe_range()

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        try:
            if math.isfinite(found := super().convert(value, param, ctx)):
                return found
        except click.BadParameter:
            pass
        _reject(self, "a number", value, param, ctx)


class Duration(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.2 on only
    """A duration such as ``30s``, ``500ms`` or ``1h30m``, or a number of seconds; the command gets seconds.

    Args:
        min: The shortest, in seconds.
        max: The longest, in seconds.
        positive: Whether 0 is too short.
    """

    name = "duration"

    def __init__(self, *, min: float = 0.0, max: float = math.inf, positive: bool = False) -> None:
        self._min, self._max, self._positive = min, max, positive

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the duration in seconds; a wrong one is a usage error."""
        try:
            found = seconds(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if not self._min <= found <= self._max or (self._positive and found == 0):
            most = f" and at most {self._max:g} s" if self._max < math.inf else ""
            least = "more than 0 s" if self._positive else f"at least {self._min:g} s"
            self.fail(f"must be {least}{most}, not {value}", param, ctx)
        return found


def between_commas(text: str, option: str) -> list[str]:
    """Return the names that an option lists.

    Raises:
        click.UsageError: There is none. The error names the option.
    """
    names = [name for part in text.split(",") if (name := part.strip())]
    if not names:
        raise click.UsageError(f"{option} {text!r} names nothing: give names separated by commas, or leave it out")
    return names


def leave_out(reason: str, *names: str) -> None:
    """Reject the arguments of the command line that would change nothing. Variables of the environment may stay.

    Args:
        reason: Why they would change nothing.
        names: The parameters of the command.

    Raises:
        click.UsageError: One of them was given. The error names it.
    """
    ctx = click.get_current_context()
    for parameter in ctx.command.params:
        given = ctx.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
        if parameter.name in names and given:
            raise click.UsageError(f"{reason}: leave out {max(parameter.opts, key=len)}")


def timeout_option(function: F) -> F:
    """Add ``--timeout``."""
    return click.option(
        "--timeout",
        type=Duration(positive=True),
        metavar="DURATION",
        help="For each request, such as 500ms or 30s.  [default: 30s]",
    )(function)


@contextmanager
def connect(connection: Connection, *, anonymous: bool = False, **options: Any) -> Iterator[zgrpc.Client]:
    """Give a client and close it at the end. Wrong settings are usage errors.

    Args:
        connection: The address and the credentials.
        anonymous: Whether the client may have no credentials.
        options: Options of the client; those that are None are left out.
    """
    if not anonymous and not connection.has_credentials and connection.url:
        raise Failure(NO_CREDENTIALS, UNREACHABLE)
    try:
        client = connection.client(**{name: value for name, value in options.items() if value is not None})
    except (ValueError, TypeError, OSError, ImportError) as error:
        text = str(getattr(error, "strerror", None) or error)
        for argument, option in _OPTION_OF.items():
            text = text.replace(argument, option)
        raise click.UsageError(text) from error
    _show_warnings()
    with client:
        yield client


def _show_warnings() -> None:
    """Print warnings as remarks, unless ``--debug`` shows them. A server's texts may hold control sequences."""
    import logging

    class Notes(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            note(record.getMessage())

    if not logging.getLogger("zgrpc").hasHandlers():
        logging.getLogger("zgrpc").addHandler(Notes(logging.WARNING))


def explain(error: BaseException) -> Failure:
    """Return any error as one line and an exit code."""
    import grpc

    if isinstance(error, grpc.RpcError):
        code: Any = getattr(error, "code", None)
        name = getattr(code() if callable(code) else code, "name", "")
        if name == "UNAUTHENTICATED":
            return Failure(f"{_one_line(error)}; `zgrpc doctor` checks the credentials", UNREACHABLE)
        return Failure(_one_line(error), UNREACHABLE if name == "UNAVAILABLE" else FAILED)
    if isinstance(error, OSError):
        where = error.filename or ("stdout" if error.errno == errno.ENOSPC else "")
        return Failure(f"{where}: {error.strerror}" if where else error.strerror or _one_line(error), FAILED)
    sqlite = sys.modules.get("sqlite3")  # only the mirror and the emulator load it
    if sqlite and isinstance(error, sqlite.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _SQLITE_DISK:
        return Failure(f"the SQLite file: {_one_line(error)}", FAILED)
    from zgrpc import ListError

    if isinstance(error, ListError):
        return Failure(_one_line(error), FAILED)
    return Failure(f"{type(error).__name__}: {_one_line(error)} (unexpected: --debug shows where)", FAILED)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def note(message: str) -> None:
    """Print a remark to stderr."""
    click.echo(f"zgrpc: {visible(message)}", err=True)


def on_terminal(stream: Any) -> bool:
    """Return whether a person looks at this stream."""
    return bool(stream is not None and stream.isatty()) and os.environ.get("TERM") != "dumb"


def quiet_pipe() -> None:
    """Discard what is still buffered for a reader that has closed its end, so that no error appears at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
