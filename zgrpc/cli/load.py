"""``zgrpc load``: run a load test, or compare the results of two."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from zgrpc._counted import counted
from zgrpc._environment import NAMES
from zgrpc._files import replacing
from zgrpc._text.durations import seconds
from zgrpc._text.visible import visible
from zgrpc.cli.common import (
    FAILED,
    INTERRUPTED,
    Command,
    Duration,
    Failure,
    NewFilePath,
    Number,
    Whole,
    connection_options,
    examples,
    leave_out,
    note,
    on_terminal,
)
from zgrpc.cli.completing import complete_fields, complete_target
from zgrpc.cli.tables import print_table
from zgrpc.load import scenario as scenarios
from zgrpc.load import text
from zgrpc.load.arrivals import ARRIVALS
from zgrpc.load.engine import Plan
from zgrpc.load.result import Result
from zgrpc.load.thresholds import Threshold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zgrpc._connection import Connection

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


@click.command(
    "load",
    cls=Command,
    epilog=examples(
        "zgrpc load management.GetUserByID id=42 --rate 500 --duration 30s",
        "zgrpc load look-ups.yaml --rate 500 --duration 60 --processes 2",
        "zgrpc load look-ups.yaml --rate 200 --arrival poisson --html report.html --json result.json",
        "zgrpc load look-ups.yaml --concurrency 32 --duration 20            # closed loop",
        "zgrpc load look-ups.yaml --rate 100 -t 'p99<50ms' -t 'errors<0.1%'  # exit code 1 if not met",
        "zgrpc load look-ups.yaml --rate 500 --baseline before.json",
        "zgrpc load after.json --baseline before.json --html compared.html  # runs nothing: shows results",
        "zgrpc load look-ups.yaml --locust locustfile.py                    # many machines: by Locust",
    ),
)
@click.argument("target", metavar="SCENARIO|RPC", shell_complete=complete_target)
@click.argument("fields", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=complete_fields)
@click.option(
    "-r",
    "--rate",
    type=Number(min=0, min_open=True),
    metavar="N",
    help="Open loop: send N requests a second, each when it is due, however slow the server is.",
)
@click.option(
    "-c",
    "--concurrency",
    type=Whole(1, 10_000),
    metavar="N",
    help="Closed loop: N callers, each of which waits for its answer before it sends again.",
)
@click.option(
    "-a",
    "--arrival",
    type=click.Choice(ARRIVALS),
    default=DEFAULTS["arrival"],
    show_default=True,
    help="Open loop: send evenly, or at random as many independent users do.",
)
@click.option(
    "-d",
    "--duration",
    type=Duration(min=1, max=86_400),
    default=f"{DEFAULTS['duration']:g}s",
    show_default=True,
    metavar="DURATION",
    help="How long to measure, such as 90s or 5m.",
)
@click.option(
    "--warmup",
    type=Duration(max=3_600),
    default=f"{DEFAULTS['warmup']:g}s",
    show_default=True,
    metavar="DURATION",
    help="Send the same load before, without measuring.",
)
@click.option(
    "-p",
    "--processes",
    type=Whole(1, 64),
    default=DEFAULTS["processes"],
    show_default=True,
    metavar="N",
    help="Share the load among N processes.",
)
@click.option(
    "-n",
    "--requests",
    type=Whole(min=1),
    default=DEFAULTS["requests"],
    show_default=True,
    metavar="N",
    help="Measure at most N requests.",
)
@click.option(
    "--max-in-flight",
    type=Whole(min=1),
    default=DEFAULTS["max_in_flight"],
    show_default=True,
    metavar="N",
    help="Open loop: at most N requests at once. More wait, and the wait counts as latency.",
)
@click.option(
    "--channels",
    type=Whole(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="Connections of each process.",
)
@click.option(
    "--timeout",
    type=Duration(positive=True),
    default=f"{DEFAULTS['timeout']:g}s",
    show_default=True,
    metavar="DURATION",
    help="For each request.",
)
@click.option(
    "--seed",
    type=Whole(),
    default=DEFAULTS["seed"],
    show_default=True,
    metavar="N",
    help="The seed of everything random: arrivals, mix and data.",
)
@click.option(
    "-t",
    "--threshold",
    "thresholds",
    multiple=True,
    metavar="CONDITION",
    help="A condition such as p99<50ms, errors<0.1%, rate>450/s or STEP:max<1s. If it is not met, the exit code is 1.",
)
@click.option(
    "--json",
    "json_path",
    type=NewFilePath(),
    metavar="FILE",
    help="Save the result, with its histograms.",
)
@click.option(
    "--html",
    "html_path",
    type=NewFilePath(),
    metavar="FILE",
    help="Save a report in one file that loads nothing from elsewhere.",
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
    type=NewFilePath(),
    metavar="FILE",
    help="Write the scenario as a locustfile (- for stdout) and run nothing.",
)
@click.option("--keep-going", is_flag=True, help="Run even if a step fails when it is tried once before the run.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before sending load to another machine.")
@click.option("-q", "--quiet", is_flag=True, help="Show no live view.")
@connection_options
def command(
    target: str,
    fields: tuple[str, ...],
    thresholds: tuple[str, ...],
    channels: int,
    json_path: Path | None,
    html_path: Path | None,
    baseline: Path | None,
    locustfile: Path | None,
    keep_going: bool,
    yes: bool,
    quiet: bool,
    connection: Connection,
    **given: Any,
) -> None:
    """Send the requests of SCENARIO (.yaml or .py), or one RPC, and report latencies, rates and errors.

    Latency counts from when a request was due, not from when it was sent, so that a stall is not hidden. A run is valid
    only if the server was the limit, not the generator. SCENARIO may be the result (.json) of an earlier run, which is
    then shown again.
    """
    of_a_run = (*DEFAULTS, "channels", "keep_going", "json_path", *NAMES, "profile")
    if Path(target).suffix == ".json":
        leave_out(f"{target} is a result, and nothing runs", *of_a_run, "locustfile")
    if locustfile is not None:
        leave_out("--locust runs nothing", *of_a_run, "thresholds", "html_path", "baseline")
    before = _read(baseline) if baseline else None
    with tempfile.TemporaryDirectory(prefix="zgrpc-load-") as folder:
        scenario = _scenario(target, fields, Path(folder))
        _load(
            scenario, thresholds, channels, json_path, html_path, before, locustfile, connection, given,
            keep_going=keep_going, yes=yes, quiet=quiet,
        )  # fmt: skip


def _scenario(target: str, fields: Sequence[str], folder: Path) -> Path:
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


def _load(
    scenario: Path,
    thresholds: tuple[str, ...],
    channels: int,
    json_path: Path | None,
    html_path: Path | None,
    before: Result | None,
    locustfile: Path | None,
    connection: Connection,
    given: dict[str, Any],
    *,
    keep_going: bool,
    yes: bool,
    quiet: bool,
) -> None:
    try:
        if scenario.suffix == ".json":
            result, conditions = _read(scenario), list(thresholds)
        else:
            found = scenarios.read(scenario)
            if locustfile is not None:
                from zgrpc.load.locustfile import render

                _write(locustfile, render(found, scenario))
                if str(locustfile) != "-":
                    note(f"{locustfile}: {counted(len(found.steps), 'task')}; run `locust -f {locustfile} --host URL`")
                return
            conditions = [*found.thresholds, *thresholds]
            wanted = [Threshold.parse(condition) for condition in conditions]  # raises before the run
            _check_steps(wanted, found)
            settings = _settings(found.options, given)
            _confirm(connection, settings, yes=yes)
            result = _run(scenario, connection, settings, channels=channels, keep_going=keep_going, quiet=quiet)
        verdicts = [Threshold.parse(condition).check(result) for condition in conditions]
    except (scenarios.ScenarioError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    result.thresholds = [(verdict.text, verdict.value, verdict.met) for verdict in verdicts] or result.thresholds
    try:
        _print(result, before)
    finally:  # a reader that closes its pipe early costs no file, and a full disk costs no figures
        if json_path is not None and scenario.suffix != ".json":
            result.save(json_path)
        if html_path is not None:
            from zgrpc.load.report import render as report

            _write(html_path, report(result, before))
    _exit(result, [verdict.text for verdict in verdicts if not verdict.met])


def _settings(options: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
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


def _check_steps(wanted: list[Threshold], found: scenarios.Scenario) -> None:
    steps = [step.name for step in found.steps]
    for each in wanted:
        if each.step and each.step not in steps:
            known = f"there is no step {each.step!r}; there are {', '.join(steps)}"
            raise click.UsageError(f"threshold {each.text!r}: {known}")


def _confirm(connection: Connection, settings: dict[str, Any], *, yes: bool) -> None:
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


def _run(
    path: Path, connection: Connection, settings: dict[str, Any], *, channels: int, keep_going: bool, quiet: bool
) -> Result:
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


def _print(result: Result, before: Result | None) -> None:
    click.echo(visible(text.describe(result), keep="\n"))
    print_table(sys.stdout, text.COLUMNS, text.rows(result), numbers=text.COLUMNS[1:])
    for line in [*text.errors(result), *text.verdict(result)]:
        click.echo(visible(line))
    for condition, value, met in result.thresholds:
        click.echo(visible(f"{'met    ' if met else 'NOT MET'}  {condition}  (measured {value})"))
    if before is not None:
        from zgrpc.load.compare import compare, differences

        click.echo(visible(f"\ncompared with {before.scenario} of {before.started}", keep="\n"))
        for difference in differences(before, result):
            note(f"the two runs are not alike: {difference}")
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
        with replacing(path) as file:
            file.write(content)
