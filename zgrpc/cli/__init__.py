"""The entry point ``zgrpc``: hands over to the command, without loading what others need."""

from __future__ import annotations

import sys

_WITHOUT_EXTRA = """\
usage: zgrpc COMMAND ...

  emulator   serve an embedded ZITADEL (zgrpc[testing])

The other commands need click and rich: pip install 'zgrpc[cli]'"""


def main(argv: list[str] | None = None) -> int:
    """Run the command line `argv` (the process's own where None) and give its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    # Only the emulator's own arguments follow the word, so nothing has to be parsed to see that it is meant.
    if arguments[:1] == ["emulator"]:
        from zgrpc.testing.cli import main as emulator

        return emulator(arguments[1:])
    try:
        import click  # noqa: F401 - only whether it is there
        import rich  # noqa: F401 - the same
    except ModuleNotFoundError as missing:
        if arguments[:1] in ([], ["--help"], ["-h"]):
            print(_WITHOUT_EXTRA)
            return 0
        print(f"zgrpc: this command needs {missing.name}: pip install 'zgrpc[cli]'", file=sys.stderr)
        return 2
    from zgrpc.cli.app import main as application

    return application(arguments)
