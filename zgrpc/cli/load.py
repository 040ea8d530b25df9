"""``zgrpc load``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zgrpc.cli.common import FAILED, INTERRUPTED, Command, Failure, connection_options, examples, note, on_terminal
from zgrpc.cli.tables import print_table
from zgrpc.load import scenario as scenarios
from zgrpc.load import text
from zgrpc.load.arrivals import ARRIVALS
from zgrpc.load.engine import Plan
from zgrpc.load.result import Result
from zgrpc.load.thresholds import Threshold

if TYPE_CHECKING:
    from zgrpc.cli.connection import Connection

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
_positive = click.FloatRange(min=0, min_open=True)


@click.command(
    "load",
    cls=Command,
    epilog=examples(
        "zgrpc load look-ups.yaml --rate 500 --duration 60 --processes 2",
        "zgrpc load look-ups.yaml --rate 200 --arrival poisson --html report.html --json result.json",
        "zgrpc load look-ups.yaml --concurrency 32 --duration 20            # closed loop",
        "zgrpc load look-ups.yaml --rate 100 -t 'p99<50ms' -t 'errors<0.1%'  # exit code 1 if not met",
        "zgrpc load look-ups.yaml --rate 500 --baseline before.json",
        "zgrpc load after.json --baseline before.json --html compared.html  # runs nothing: shows results",
        "zgrpc load look-ups.yaml --locust locustfile.py                    # many machines: by Locust",
    ),
)
@click.argument("scenario", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-r",
    "--rate",
    type=_positive,
    metavar="N",
    help="Open loop: N requests a second are sent when they are due, whatever the server does.",
)
@click.option(
    "-c",
    "--concurrency",
    type=click.IntRange(1, 10_000),
    metavar="N",
    help="Closed loop: N callers, each of which waits for its answer.",
)
@click.option(
    "-a",
    "--arrival",
    type=click.Choice(ARRIVALS),
    help="Open loop: evenly, or at random as from many independent users.  [default: constant]",
)
@click.option(
    "-d",
    "--duration",
    type=click.FloatRange(min=1, max=86_400),
    metavar="SECONDS",
    help="How long is measured.  [default: 30]",
)
@click.option(
    "--warmup",
    type=click.FloatRange(min=0, max=3_600),
    metavar="SECONDS",
    help="The same load before, not measured.  [default: 5]",
)
@click.option(
    "-p", "--processes", type=click.IntRange(1, 64), metavar="N", help="Processes that share the load.  [default: 1]"
)
@click.option(
    "-n", "--requests", type=click.IntRange(min=1), metavar="N", help="At most N measured requests.  [default: 1000000]"
)
@click.option(
    "--max-in-flight",
    type=click.IntRange(min=1),
    metavar="N",
    help="Open loop: at most N requests under way; more wait, and the wait counts as latency.  [default: 10000]",
)
@click.option(
    "--channels", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Connections a process."
)
@click.option("--timeout", type=_positive, metavar="SECONDS", help="For each request.  [default: 10]")
@click.option("--seed", type=int, metavar="N", help="Of arrivals, mix and data.  [default: 1]")
@click.option(
    "-t",
    "--threshold",
    "thresholds",
    multiple=True,
    metavar="CONDITION",
    help="Such as p99<50ms, errors<0.1%, rate>450/s or STEP:max<1s. Not met: exit code 1.",
)
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Save the result, with its histograms.",
)
@click.option(
    "--html",
    "html_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Save a report: one file, nothing to load from elsewhere.",
)
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An earlier result to compare with.",
)
@click.option(
    "--locust",
    "locustfile",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the scenario as a locustfile (- for stdout) and run nothing.",
)
@click.option("-y", "--yes", is_flag=True, help="Do not ask before loading a target that is not this machine.")
@click.option("-q", "--quiet", is_flag=True, help="No live view.")
@connection_options
def command(
    scenario: Path,
    thresholds: tuple[str, ...],
    channels: int,
    json_path: Path | None,
    html_path: Path | None,
    baseline: Path | None,
    locustfile: Path | None,
    yes: bool,
    quiet: bool,
    connection: Connection,
    **given: Any,
) -> None:
    """Load a ZITADEL as SCENARIO (.yaml or .py) says, and tell how it did.

    Latency counts from when a request was due, not from when it could be sent, so that no stall is hidden. A run is
    valid only if the
    server, not the generator, was the limit. SCENARIO may be the result (.json) of an earlier run, to be shown again.
    """
    before = _read(baseline) if baseline else None
    try:
        if scenario.suffix == ".json":
            result, conditions = _read(scenario), list(thresholds)
        else:
            found = scenarios.read(scenario)
            if locustfile is not None:
                from zgrpc.load.locustfile import render

                _write(locustfile, render(found, scenario))
                return
            conditions = [*found.thresholds, *thresholds]
            wanted = [Threshold.parse(condition) for condition in conditions]  # a mistake is told before the run
            _check_steps(wanted, found)
            settings = _settings(found.options, given)
            _confirm(connection, settings, yes=yes)
            result = _run(scenario, connection, settings, channels=channels, quiet=quiet)
        verdicts = [Threshold.parse(condition).check(result) for condition in conditions]
    except (scenarios.ScenarioError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    result.thresholds = [(verdict.text, verdict.value, verdict.met) for verdict in verdicts] or result.thresholds
    if json_path is not None and scenario.suffix != ".json":
        result.save(json_path)
    if html_path is not None:
        from zgrpc.load.report import render as report

        _write(html_path, report(result, before))
    _print(result, before)
    _exit(result, [verdict.text for verdict in verdicts if not verdict.met])


def _settings(options: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The options of the command over those of the scenario over the defaults; one of rate and concurrency."""
    flags = {name: value for name, value in given.items() if value is not None}
    if "rate" in flags and "concurrency" in flags:
        raise click.UsageError("--rate makes an open loop, --concurrency a closed one: give one of them")
    options = {
        name: value
        for name, value in options.items()
        if not (flags.keys() & {"rate", "concurrency"} and name in ("rate", "concurrency"))
    }
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
        raise click.UsageError(
            f"--concurrency {settings['concurrency']} is too little for {settings['processes']} processes"
        )
    return settings


def _check_steps(wanted: list[Threshold], found: scenarios.Scenario) -> None:
    names = [step.name for step in found.steps]
    for threshold in wanted:
        if threshold.step and threshold.step not in names:
            raise click.UsageError(
                f"threshold {threshold.text!r}: there is no step {threshold.step!r}; there are {', '.join(names)}"
            )


def _confirm(connection: Connection, settings: dict[str, Any], *, yes: bool) -> None:
    from zgrpc._address import is_loopback, parse_address

    if not connection.url:
        raise click.UsageError("no address: give --url, set ZITADEL_URL or write a profile")
    address = parse_address(connection.url, insecure=connection.insecure)
    if yes or is_loopback(address.host):
        return
    load = (
        f"{settings['rate']:g} requests a second" if settings["rate"] else f"{settings['concurrency']} callers at once"
    )
    question = f"Send {load} to {connection.url} for {settings['warmup'] + settings['duration']:g} s?"
    if not sys.stdin.isatty():
        raise click.UsageError(f"{connection.url} is not this machine: add --yes if it may be loaded")
    click.confirm(question, abort=True, err=True)


def _run(path: Path, connection: Connection, settings: dict[str, Any], *, channels: int, quiet: bool) -> Result:
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
                path, connection, plan, timeout=float(settings["timeout"]), channels=channels, watch=watch, note=remark
            )
        except LoadError as error:
            raise Failure(str(error), FAILED) from error


def _print(result: Result, before: Result | None) -> None:
    click.echo(text.describe(result))
    print_table(sys.stdout, text.COLUMNS, text.rows(result), numbers=text.COLUMNS[1:])
    for line in [*text.errors(result), *text.verdict(result)]:
        click.echo(line)
    for condition, value, met in result.thresholds:
        click.echo(f"{'met    ' if met else 'NOT MET'}  {condition}  (measured {value})")
    if before is not None:
        from zgrpc.load.compare import compare

        click.echo(f"\ncompared with {before.scenario} of {before.started}")
        print_table(
            sys.stdout,
            ("step", "", "before", "after", "change"),
            text.changes(compare(before, result)),
            numbers=("before", "after"),
        )


def _exit(result: Result, missed: list[str]) -> None:
    if result.interrupted:
        raise Failure("interrupted", INTERRUPTED)
    if not result.generator.valid:
        raise Failure("the run is not valid: the generator, not the server, was the limit", FAILED)
    if not result.total.count:
        raise Failure("no request was measured", FAILED)
    if missed:
        raise Failure(f"thresholds not met: {', '.join(missed)}", FAILED)


def _read(path: Path) -> Result:
    try:
        return Result.read(path)
    except (ValueError, OSError) as error:
        raise click.UsageError(str(error)) from None


def _write(path: Path, content: str) -> None:
    if str(path) == "-":
        click.echo(content, nl=False)
    else:
        path.write_text(content, encoding="utf-8")
