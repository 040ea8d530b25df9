"""``zgrpc emulator``, as the help shows it; the work is that of zgrpc.testing."""

from __future__ import annotations

import click


@click.command("emulator", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Serve an embedded ZITADEL on this machine."""
    from zgrpc.testing.cli import main

    raise SystemExit(main(list(arguments)))
