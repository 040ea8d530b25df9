"""What ``zgrpc load`` runs: the scenario, the settings of the run, the question before it, and the run itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from zgrpc._counted import counted
from zgrpc._text.durations import seconds
from zgrpc.cli.common import FAILED, Failure, leave_out, note, on_terminal
from zgrpc.load.engine import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._connection import Connection
    from zgrpc.load.result import Result
    from zgrpc.load.scenario import Scenario
    from zgrpc.load.thresholds import Threshold

DEFAULTS = {
    "rate": 0.0,
    "concurrency": 0,
    "arrival": "constant",
    "duration": 30.0,
    "warmup": 5.0,
    "processes": 1,
    "requests": 1_000_000,
    "max_in_flight": 10_000,
    "timeout": 10.0,
    "seed": 1,
}


def find_scenario(target: str, fields: Sequence[str], folder: Path) -> Path:
    """Return the path of a scenario; one RPC with its fields becomes a scenario in `folder`."""
    path = Path(target)
    if path.exists() or path.suffix in (".yaml", ".yml", ".py", ".json"):
        if fields:
            raise click.UsageError(f"fields such as {fields[0]!r} go with an RPC, not with a scenario")
        if not path.is_file():
            raise click.UsageError(f"there is no scenario {target}")
        return path
    from zgrpc.load.single import write

    try:
        return write(target, fields, folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def settings_of(options: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the command, then of the scenario, then the defaults; one of rate and concurrency."""
    source = click.get_current_context().get_parameter_source
    flags = {name: value for name, value in given.items() if source(name) is not ParameterSource.DEFAULT}
    if "rate" in flags and "concurrency" in flags:
        raise click.UsageError("--rate makes an open loop, --concurrency a closed one: give one of them")
    options = {
        name: value
        for name, value in options.items()
        if not (flags.keys() & {"rate", "concurrency"} and name in ("rate", "concurrency"))
    }
    for name in ("duration", "warmup", "timeout"):
        if isinstance(options.get(name), str):
            try:
                options[name] = seconds(options[name])
            except ValueError as error:
                raise click.UsageError(f"option {name} of the scenario {error}") from None
    settings = {**DEFAULTS, **options, **flags}
    for name, default in DEFAULTS.items():
        number = not isinstance(default, str)
        if number and (
            isinstance(settings[name], bool) or not isinstance(settings[name], int | float) or settings[name] < 0
        ):
            raise click.UsageError(f"option {name} of the scenario must be a number, not {settings[name]!r}")
        if isinstance(default, int) and number:
            settings[name] = int(settings[name])
    if bool(settings["rate"]) == bool(settings["concurrency"]):
        raise click.UsageError(
            "give --rate (open loop) or --concurrency (closed loop), here or in the scenario's options"
        )
    if settings["concurrency"] and settings["concurrency"] < settings["processes"]:
        processes = counted(settings["processes"], "process", "processes")
        raise click.UsageError(f"--concurrency {settings['concurrency']} is too little for {processes}")
    if settings["concurrency"]:
        leave_out("the load is a closed loop", "arrival", "max_in_flight")
    return settings


def check_steps(wanted: list[Threshold], found: Scenario) -> None:
    """Reject a threshold of a step that the scenario does not have."""
    steps = [step.name for step in found.steps]
    for each in wanted:
        if each.step and each.step not in steps:
            known = f"there is no step {each.step!r}; there are {', '.join(steps)}"
            raise click.UsageError(f"threshold {each.text!r}: {known}")


def confirm(connection: Connection, settings: dict[str, Any], *, yes: bool) -> None:
    """Ask before sending load to another machine."""
    from zgrpc._transport.address import is_loopback, parse_address

    if not connection.url:
        raise click.UsageError("no address: give --url, set ZITADEL_URL or write a profile")
    address = parse_address(connection.url, insecure=connection.insecure)
    if yes or is_loopback(address.host):
        return
    load = (
        f"{counted(settings['rate'], 'request')} a second"
        if settings["rate"]
        else f"{counted(settings['concurrency'], 'caller')} at once"
    )
    question = f"Send {load} to {connection.url} for {settings['warmup'] + settings['duration']:g} s?"
    if not sys.stdin.isatty():
        raise click.UsageError(f"{connection.url} is not this machine: add --yes if it may be loaded")
    if not click.confirm(question, err=True):
        raise Failure("nothing was sent", FAILED)


def run_plan(
    path: Path, connection: Connection, settings: dict[str, Any], *, channels: int, keep_going: bool, quiet: bool
) -> Result:
    """Run the scenario, with a live view on a terminal."""
    from zgrpc.load.live import live_view
    from zgrpc.load.run import LoadError, run

    plan = Plan(
        rate=float(settings["rate"]),
        concurrency=settings["concurrency"],
        arrival=settings["arrival"],
        duration=float(settings["duration"]),
        warmup=float(settings["warmup"]),
        requests=settings["requests"],
        max_in_flight=settings["max_in_flight"],
        seed=settings["seed"],
        shares=settings["processes"],
    )
    with live_view(plan, note, on=not quiet and on_terminal(sys.stderr)) as (watch, remark):
        try:
            return run(
                path, connection, plan, timeout=float(settings["timeout"]), channels=channels, keep_going=keep_going,
                watch=watch, note=remark,
            )  # fmt: skip
        except LoadError as error:
            raise Failure(str(error), FAILED) from error
