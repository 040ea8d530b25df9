"""``zgrpc migrate``: find deprecated RPCs in code and load scenarios."""

from __future__ import annotations

from pathlib import Path

import click

from zgrpc import _migrate, _migrate_changes
from zgrpc._counted import counted
from zgrpc._text.visible import dump_json, visible
from zgrpc.cli.common import FAILED, Command, Failure, debug_option, examples, note


@click.command(
    "migrate",
    cls=Command,
    epilog=examples(
        "zgrpc migrate src/",
        "zgrpc migrate load.yaml",
        "zgrpc migrate src/ --check      # fails if there is a deprecated call, for CI",
    ),
)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Exit with 1 if there is a deprecated call.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@debug_option
def command(path: Path, check: bool, as_json: bool) -> None:
    """Find deprecated RPCs in the Python code and the load scenarios of PATH.

    The command prints each use with its file, its line, its successor, and what changes in its fields. It changes no
    file. If it cannot read a file, it names the file on stderr, goes on, and exits with 1.
    """
    found: list[_migrate_changes.Use] = []
    folders: list[OSError] = []
    unread = False
    file: Path | None = None
    for file in _migrate.files(path, folders.append):
        try:
            found += _migrate.uses(file)
        except (ValueError, OSError) as error:
            if file.suffix == ".py" or file == path:  # other YAML of a folder, such as templates, is no scenario
                note(str(error))
                unread = True
        except ModuleNotFoundError as error:
            raise Failure(f"{file}: reading YAML needs {error.name}: pip install 'zgrpc[load]'", FAILED) from None
    if file is None:
        note(f"no Python or YAML file in {path}")
    for folder in folders:
        note(str(folder))
    for use in found:
        if as_json:
            click.echo(dump_json(_fields(use)))
        else:
            _print(use)
    if not as_json:
        click.echo(f"{counted(len(found), 'use')} of deprecated RPCs" if found else "no deprecated RPC")
    if unread or folders or (found and check):
        raise SystemExit(FAILED)


def _print(use: _migrate_changes.Use) -> None:
    successors = _migrate_changes.successors(use.rpc)
    names = " or ".join(successor.short_name for successor in successors) or "ZITADEL names no successor"
    click.echo(f"{visible(str(use.path))}:{use.line}: {use.rpc.short_name} -> {names}")
    for successor in successors:
        click.echo(f"    client.{successor.service}.{successor.python_name}(...)")
        for change in _migrate_changes.changes(use, successor):
            click.echo(f"      {change}")


def _fields(use: _migrate_changes.Use) -> dict[str, object]:
    return {
        "file": str(use.path),
        "line": use.line,
        "rpc": use.rpc.short_name,
        "successors": [
            {"rpc": successor.short_name, "changes": list(_migrate_changes.changes(use, successor))}
            for successor in _migrate_changes.successors(use.rpc)
        ],
    }
