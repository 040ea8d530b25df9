"""The entry point ``zgrpc``; it needs click, and most commands need rich (``zgrpc[cli]``)."""

from __future__ import annotations

import importlib
import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv`, by default that of the process, and return its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if "--debug" not in arguments:  # gRPC's own log lines would come before a command's one line; it reads this once
        os.environ.setdefault("GRPC_VERBOSITY", "NONE")
    extra, needed = ("testing", ["click"]) if arguments[:1] == ["emulator"] else ("cli", ["click", "rich"])
    try:
        for name in needed:
            importlib.import_module(name)
        from zgrpc.cli.app import main as application

        return application(arguments)
    except ModuleNotFoundError as missing:
        if missing.name not in needed:
            raise
        print(f"zgrpc: this command needs {missing.name}: pip install 'zgrpc[{extra}]'", file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # while modules are imported
        print("zgrpc: interrupted", file=sys.stderr)
        return 130
