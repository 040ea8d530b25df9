"""``zgrpc load``: run a load test, or compare the results of two."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zgrpc._counted import counted
from zgrpc._environment import NAMES
from zgrpc._files import replacing
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
)
from zgrpc.cli.completing import complete_fields, complete_target
from zgrpc.cli.loading import DEFAULTS, check_steps, confirm, find_scenario, run_plan, settings_of
from zgrpc.cli.tables import print_table
from zgrpc.load import reading, text
from zgrpc.load import scenario as scenarios
from zgrpc.load.arrivals import ARRIVALS
from zgrpc.load.result import Result
from zgrpc.load.thresholds import Threshold

if TYPE_CHECKING:
    from zgrpc._connection import Connection


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
        scenario = find_scenario(target, fields, Path(folder))
        _load(
            scenario, thresholds, channels, json_path, html_path, before, locustfile, connection, given,
            keep_going=keep_going, yes=yes, quiet=quiet,
        )  # fmt: skip


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
            found = reading.read(scenario)
            if locustfile is not None:
                from zgrpc.load.locustfile import render

                _write(locustfile, render(found, scenario))
                if str(locustfile) != "-":
                    note(f"{locustfile}: {counted(len(found.steps), 'task')}; run `locust -f {locustfile} --host URL`")
                return
            conditions = [*found.thresholds, *thresholds]
            wanted = [Threshold.parse(condition) for condition in conditions]  # raises before the run
            check_steps(wanted, found)
            settings = settings_of(found.options, given)
            confirm(connection, settings, yes=yes)
            result = run_plan(scenario, connection, settings, channels=channels, keep_going=keep_going, quiet=quiet)
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
