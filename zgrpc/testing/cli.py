"""What ``zgrpc emulator`` does: seeds and faults from text, and an emulator that serves until a signal."""

from __future__ import annotations

import ast
import inspect
import ipaddress
import re
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, NoReturn

from zgrpc._files import replacing
from zgrpc.testing import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zgrpc.testing.emulator import Emulator
    from zgrpc.testing.fault import Fault


def serve(emulator: Emulator, *, show_token: bool, dump: Path | None = None, ca_file: Path | None = None) -> None:
    """Serve until SIGINT or SIGTERM.

    Prints one line when it serves: ``ready target=localhost:8080 issuer=http://localhost:8080``.

    Args:
        emulator: An emulator that was not started.
        show_token: Whether to print the owner's token to stderr.
        dump: A file to write fixtures to after the signal.
        ca_file: A file to write the certificate authority to, once the emulator serves.

    Raises:
        TypeError: A row of the fixtures has the wrong type.
        ValueError: A row of the fixtures is wrong.
        OSError: A port cannot be listened on.
        RuntimeError: The emulator cannot start.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    forever = threading.Event()
    try:
        with emulator:
            try:
                if ca_file is not None and emulator.ca_file is not None:
                    with replacing(ca_file, binary=True) as file:
                        file.write(emulator.ca_file.read_bytes())
                if show_token:
                    print(f"owner-token {str.__str__(emulator.owner_token)}", file=sys.stderr, flush=True)
                print(f"ready target={emulator.target} issuer={emulator.issuer}", flush=True)
                # Python runs a signal handler only when this thread wakes, whichever thread received the signal.
                while not forever.wait(0.5):
                    pass
            except (SystemExit, KeyboardInterrupt):  # the latter when the terminal closes
                if dump is not None:
                    from zgrpc.testing.fixtures import write

                    write(emulator.dump(), dump)
    except SystemExit:
        return


def _stop(*_: object) -> NoReturn:
    """End the main thread, and let no further signal disturb the clean-up."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches an address to listen on."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def seed_names() -> dict[str, Any]:
    """Return what can be seeded, with its default."""
    from zgrpc.testing.seed import seed

    parameters = inspect.signature(seed).parameters.values()
    return {parameter.name: parameter.default for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY}


def parse_seed(text: str) -> dict[str, int | str]:
    """Return the keywords of ``Emulator.seed`` that ``users=1000,grants=20000`` means.

    Raises:
        ValueError: A name is unknown or its number is missing.
    """
    from zgrpc._contract.rpc import did_you_mean

    known = seed_names()
    given: dict[str, int | str] = {}
    for part in text.split(","):
        name, _, value = part.strip().partition("=")
        if name not in known:
            hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
            raise ValueError(f"{name!r} cannot be seeded{hint}")
        if isinstance(known[name], int) and not value.isdecimal():
            raise ValueError(f"{name} takes a number, as in {name}=100")
        given[name] = int(value) if isinstance(known[name], int) else value
    return given


_CALLABLE: dict[str, Callable[..., Any]] = {**faults.ALL, "curve": faults.curve}
_CONSTANTS = {"ZITADEL_LIST_COST": faults.ZITADEL_LIST_COST}


def parse_fault(text: str) -> Fault:
    """Return the fault that `text` means: ``unavailable``, ``latency=0.05`` or ``latency(0.05, rpc='ListUsers')``.

    Raises:
        ValueError: The text is no call of a fault with literals.
    """
    from zgrpc._contract.rpc import did_you_mean

    name, rest = re.fullmatch(r"(\w*)(.*)", text.strip(), re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    if name not in faults.ALL:
        hint = did_you_mean(name, faults.ALL) or f"; there are {', '.join(faults.ALL)}"
        raise ValueError(f"no fault is called {name!r}{hint}")
    source = f"{name}({rest[1:]})" if rest.startswith("=") else text if rest else f"{name}()"
    try:
        fault: Fault = _value(ast.parse(source.strip(), mode="eval").body)
    except (SyntaxError, TypeError, ValueError) as error:
        raise ValueError(f"{text}: {error}") from None
    return fault


def _value(node: ast.expr) -> Any:
    """Return the value of an expression of literals, faults and curves; nothing else is evaluated."""
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
