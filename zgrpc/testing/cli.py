"""``zgrpc emulator``: an emulator as a process of its own."""

from __future__ import annotations

import argparse
import ast
import inspect
import ipaddress
import re
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from zgrpc.testing import faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from zgrpc.testing.emulator import Emulator
    from zgrpc.testing.fault import Fault

_EXAMPLES = """\
examples:
  zgrpc emulator                                       # gRPC on localhost:8080, OAuth on http://localhost:8081
  zgrpc emulator --port 0 --http-port 0                # free ports; the line `ready ...` names them
  zgrpc emulator --seed users=1000,grants=20000        # something to list
  zgrpc emulator --db zitadel.db                       # kept over restarts, even after kill -9
  zgrpc emulator --fault latency=0.05                  # every call takes 50 ms longer
  zgrpc emulator --fault "unavailable(rpc='list_user_grants', probability=0.1)"
  zgrpc emulator --fault "latency(curve(ZITADEL_LIST_COST), rpc='list_user_grants', total=True)"
  zgrpc emulator --fault "token_endpoint(lifetime=60)"

A fault is written as in Python; zgrpc.testing.faults describes each. NAME=VALUE is short for NAME(VALUE).
When it serves, it prints one line: ready target=localhost:8080 issuer=http://localhost:8081
"""


def main(argv: list[str]) -> int:
    """Serve until SIGINT or SIGTERM; gives the exit status."""
    parser = _parser()
    options = parser.parse_args(argv)
    if not options.allow_remote and not _is_loopback(options.host):
        parser.error(
            f"--host {options.host} can be reached from other machines, and whoever has the owner's token owns the "
            "data; add --allow-remote if that is meant"
        )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    forever = threading.Event()
    try:
        with _emulator(options) as emulator:
            if options.owner_token is None:
                print(f"owner-token {str.__str__(emulator.owner_token)}", file=sys.stderr, flush=True)
            print(f"ready target={emulator.target} issuer={emulator.issuer}", flush=True)
            while not forever.wait(
                0.5
            ):  # Python runs a handler only when this thread wakes, whichever one was signalled
                pass
    except ModuleNotFoundError as missing:
        hint = "" if "zgrpc[testing]" in str(missing) else ": pip install 'zgrpc[testing]'"
        print(f"zgrpc emulator: {missing}{hint}", file=sys.stderr)
        return 2
    except (OSError, RuntimeError, ValueError) as error:
        print(f"zgrpc emulator: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        return 1
    except SystemExit:
        return 0
    raise AssertionError("unreachable: nothing sets the event")


def _emulator(options: argparse.Namespace) -> Emulator:
    """The emulator that the command line asks for, not yet started."""
    from zgrpc.testing.emulator import Emulator

    tls = None
    if options.tls is not None:
        from zgrpc.testing.tls import CertificateAuthority

        authority = CertificateAuthority()
        tls = authority.issue(options.domain, "localhost", "127.0.0.1", "::1")
        Path(options.tls).write_bytes(authority.pem)
    return Emulator(
        host=options.host,
        domain=options.domain,
        port=options.port,
        http_port=options.http_port,
        owner_token=options.owner_token,
        db=options.db,
        seed=options.seed,
        unstable_order=not options.stable_order,
        projection_lag=options.projection_lag,
        clock_offset=options.clock_offset,
        faults=options.fault,
        faults_seed=options.fault_seed,
        tls=tls,
    )


def _stop(*_: object) -> NoReturn:
    """End the main thread as if it had come to its end, and let nothing disturb the clearing up."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="zgrpc emulator",
        description="Serve an embedded ZITADEL: its Management and Auth API over gRPC, its token endpoint over HTTP.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    add("--domain", default="localhost", help="what clients call the instance by (default: %(default)s)")
    add("--port", type=_port, default=8080, help="gRPC port; 0 picks a free one (default: %(default)s)")
    add("--http-port", type=_port, default=8081, help="OAuth port; 0 picks a free one (default: %(default)s)")
    add("--owner-token", metavar="TOKEN", help="the owner's access token (default: made up and printed to stderr)")
    add("--db", metavar="FILE", help="SQLite file to keep the data in (default: in memory)")
    add("--seed", type=_seed, metavar="WHAT=N,...", help="data to begin with, such as users=1000,grants=20000")
    add("--fault", type=parse_fault, action="append", default=[], metavar="FAULT", help="see below; may be repeated")
    add("--fault-seed", type=int, default=0, metavar="N", help="what chance is drawn from (default: %(default)s)")
    add("--projection-lag", type=_seconds, default=0.0, metavar="SECONDS", help="how far reads trail writes")
    add("--clock-offset", type=float, default=0.0, metavar="SECONDS", help="how far the server's clock is ahead")
    add("--stable-order", action="store_true", help="large lists keep one order, unlike the real server's")
    add("--tls", metavar="CA_FILE", help="serve TLS with a new certificate; its authority is written to CA_FILE")
    add("--allow-remote", action="store_true", help="allow a --host that other machines can reach")
    return parser


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not value >= 0.0:
        raise argparse.ArgumentTypeError(f"seconds are a number from 0, not {text!r}")
    return value


def _seed(text: str) -> dict[str, int | str]:
    """The keywords of ``Emulator.seed`` that ``users=1000,grants=20000`` names."""
    from zgrpc._rpc import did_you_mean
    from zgrpc.testing.seed import seed

    parameters = inspect.signature(seed).parameters.values()
    known = {parameter.name: parameter.default for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY}
    given: dict[str, int | str] = {}
    for part in text.split(","):
        name, _, value = part.strip().partition("=")
        if name not in known:
            hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
            raise argparse.ArgumentTypeError(f"{name!r} cannot be seeded{hint}")
        if isinstance(known[name], int) and not value.isdecimal():
            raise argparse.ArgumentTypeError(f"{name} is to be followed by = and a number, as in {name}=100")
        given[name] = int(value) if isinstance(known[name], int) else value
    return given


# -- faults -----------------------------------------------------------------------------------------
_CALLABLE: dict[str, Callable[..., Any]] = {**faults.ALL, "curve": faults.curve}
_CONSTANTS = {"ZITADEL_LIST_COST": faults.ZITADEL_LIST_COST}


def parse_fault(text: str) -> Fault:
    """The fault that `text` describes: ``unavailable``, ``latency=0.05`` or ``latency(0.05, rpc='ListUsers')``."""
    from zgrpc._rpc import did_you_mean

    name, rest = re.fullmatch(r"(\w*)(.*)", text.strip(), re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    if name not in faults.ALL:
        hint = did_you_mean(name, faults.ALL) or f"; there are {', '.join(faults.ALL)}"
        raise argparse.ArgumentTypeError(f"no fault is called {name!r}{hint}")
    source = f"{name}({rest[1:]})" if rest.startswith("=") else text if rest else f"{name}()"
    try:
        fault: Fault = _value(ast.parse(source.strip(), mode="eval").body)
    except (SyntaxError, TypeError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from None
    return fault


def _value(node: ast.expr) -> Any:
    """What an expression of literals, faults and curves stands for; nothing else is evaluated."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _CALLABLE:
            keywords = {keyword.arg: _value(keyword.value) for keyword in node.keywords if keyword.arg}
            return _CALLABLE[name](*map(_value, node.args), **keywords)
        case ast.Name(id=name) if name in _CONSTANTS:
            return _CONSTANTS[name]
        case ast.Dict():
            return {_value(key): _value(item) for key, item in zip(node.keys, node.values, strict=True) if key}
        case _:
            return ast.literal_eval(node)
