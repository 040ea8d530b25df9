"""``zgrpc load`` against the emulator, through the installed entry point."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.calls.http2_server import proxy_answering
from zgrpc.load.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.load.conftest import Run, Target
    from zgrpc.testing import Emulator

YAML = """
name: look-ups
data:
  users: {list: management.ListUsers}
steps:
  - call: management.GetUserByID
    weight: 3
    fields: {id: "${users.id}"}
  - list: management.ListUsers
    where: {user_name: {starts_with: "${users.user_name}"}}
options: {warmup: 0}
"""


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    (tmp_path / "look-ups.yaml").write_text(YAML)
    return str(tmp_path / "look-ups.yaml")


def valid_or_slow_machine(done: subprocess.CompletedProcess[str]) -> None:
    """The run went through; on a busy machine the generator may rightly report that it was late."""
    assert done.returncode == 0 or "the generator, not the server, was the limit" in done.stderr, done.stderr


def test_an_open_loop_over_two_processes_makes_a_result_and_a_report(run: Run, scenario: str, tmp_path: Path) -> None:
    files = ["--json", str(tmp_path / "r.json"), "--html", str(tmp_path / "r.html")]
    done = run("load", scenario, "--rate", "60", "--duration", "2", "--processes", "2", *files)
    valid_or_slow_machine(done)
    assert "open loop, 60/s constant, 2 s" in done.stdout
    result = Result.read(tmp_path / "r.json")
    assert result.total.count == 120
    assert result.total.failed == 0
    assert {step.name for step in result.steps} == {"management.GetUserByID", "management.ListUsers"}
    assert sum(second.count for second in result.series) == 120
    page = (tmp_path / "r.html").read_text()
    assert page.count("<svg") == 3
    assert not re.search(r"""(?:src|href)=["']|@import|url\(""", page), (
        "the report must not load anything from elsewhere"
    )


def test_a_closed_loop_is_bounded_by_requests(run: Run, scenario: str, tmp_path: Path) -> None:
    done = run("load", scenario, "-c", "4", "-n", "200", "-d", "30", "--json", str(tmp_path / "r.json"))
    valid_or_slow_machine(done)
    assert Result.read(tmp_path / "r.json").total.count == 200


@pytest.mark.parametrize(("threshold", "met"), [("p50<10s", True), ("p50<1us", False)])
def test_thresholds_set_the_exit_code(run: Run, tmp_path: Path, target: Target, threshold: str, met: bool) -> None:
    (tmp_path / "r.json").write_text(json.dumps(saved_result()))
    done = run("load", str(tmp_path / "r.json"), "-t", threshold)
    assert done.returncode == (0 if met else 1)
    assert ("thresholds not met" in done.stderr) is not met


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_result_that_does_not_fit_on_the_disk_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.json").symlink_to("/dev/full")
    options = ["--rate", "20", "--duration", "1", "--warmup", "0", "--json", str(tmp_path / "r.json")]
    done = run("load", "auth.GetMyUser", *options)
    assert done.returncode == 1
    assert "generator: requests left" in done.stdout
    assert done.stderr.endswith("r.json: No space left on device\n")


def test_an_invalid_run_is_not_called_valid(run: Run, tmp_path: Path) -> None:
    found = saved_result()
    found["generator"]["faults"] = ["requests left 80 ms late"]
    (tmp_path / "r.json").write_text(json.dumps(found))
    done = run("load", str(tmp_path / "r.json"))
    assert done.returncode == 1
    assert "NOT VALID" in done.stdout


def test_two_results_are_compared(run: Run, tmp_path: Path) -> None:
    for name in ("before", "after"):
        (tmp_path / f"{name}.json").write_text(json.dumps(saved_result()))
    done = run(
        "load",
        str(tmp_path / "after.json"),
        "--baseline",
        str(tmp_path / "before.json"),
        "--html",
        str(tmp_path / "r.html"),
    )
    assert "compared with saved" in done.stdout
    assert "p99 before" in (tmp_path / "r.html").read_text()


def test_errors_are_counted_by_zitadels_id(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("steps: [{call: management.GetUserByID, fields: {id: '1'}}]\noptions: {warmup: 0}")
    done = run("load", str(tmp_path / "s.yaml"), "-r", "20", "-d", "1", "--keep-going")
    assert "20x QUERY-Dfbg2 (management.GetUserByID)" in done.stdout


def test_a_throttling_server_is_named_in_the_text_and_counted_in_the_json(
    zitadel_emulator: Emulator, run: Run, tmp_path: Path
) -> None:
    saved = tmp_path / "r.json"
    with zitadel_emulator.faults.resource_exhausted(rpc="ListUsers"):
        arguments = ["-r", "20", "-d", "1", "--warmup", "0", "--keep-going", "--json", str(saved)]
        done = run("load", "management.ListUsers", *arguments)
    assert "the server throttled 20 requests: the rate is above its limit" in done.stdout, done.stderr
    (step,) = Result.read(saved).steps
    assert step.errors == {"throttled (RESOURCE_EXHAUSTED)": 20}


def test_http_429_of_a_proxy_counts_as_throttled_and_is_not_repeated(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "r.json"
    with proxy_answering(((":status", "429"), ("content-type", "text/html"))) as proxy:
        arguments = ["-r", "20", "-d", "1", "--warmup", "0", "--keep-going", "--json", str(saved)]
        done = run("load", "management.ListUsers", *arguments, env={"ZITADEL_URL": proxy.url, "ZITADEL_TOKEN": "token"})
        assert len(proxy.times) == 20 + 2  # before the run, one to try the step and one to connect
    assert "the server throttled 20 requests: the rate is above its limit" in done.stdout, done.stderr
    (step,) = Result.read(saved).steps
    assert step.errors == {"throttled (RESOURCE_EXHAUSTED)": 20}


def test_a_step_that_fails_its_trial_stops_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("steps: [{call: management.GetUserByID, fields: {id: '1'}}]\noptions: {warmup: 0}")
    done = run("load", str(tmp_path / "s.yaml"), "-r", "20", "-d", "1")
    assert done.returncode == 1
    assert "failed when it was tried once" in done.stderr
    assert "--keep-going runs all the same" in done.stderr
    assert not done.stdout


STEP_THAT_TIMES_OUT = """
import asyncio
from zgrpc.load import Scenario

scenario = Scenario("timeouts", options={"timeout": 0.5})

@scenario.step()
async def waits(client, data):
    async with asyncio.timeout(WAIT):
        await asyncio.sleep(60)
"""


def test_a_timeout_error_of_a_step_is_an_error_of_the_step(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.py").write_text(STEP_THAT_TIMES_OUT.replace("WAIT", "0.01"))
    done = run("load", str(tmp_path / "s.py"), "-r", "20", "-d", "1")
    assert done.returncode == 2
    assert "step 'waits' fails: TimeoutError" in done.stderr


def test_a_step_that_takes_too_long_is_named_with_the_time_it_had(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.py").write_text(STEP_THAT_TIMES_OUT.replace("WAIT", "60"))
    done = run("load", str(tmp_path / "s.py"), "-r", "20", "-d", "1")
    assert done.returncode == 1
    assert "step 'waits' took longer than 1 s when it was tried once" in done.stderr


def test_one_rpc_is_loaded_without_a_file(run: Run) -> None:
    done = run("load", "management.ListUsers", "query.limit=3", "--rate", "20", "--duration", "1s", "--warmup", "0")
    valid_or_slow_machine(done)
    assert re.search(r"management.ListUsers +20 +", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("management.GetUserById2",), "did you mean 'management.GetUserByID'"),
        (("management.GetUserByID", "idd=1"), "idd"),
        (("missing.yaml",), "there is no scenario missing.yaml"),
    ],
)
def test_a_wrong_target_is_rejected(run: Run, arguments: tuple[str, ...], says: str) -> None:
    done = run("load", *arguments, "-r", "1", "-d", "1")
    assert done.returncode == 2
    assert says in done.stderr


def test_results_of_different_load_are_compared_with_a_warning(run: Run, tmp_path: Path) -> None:
    before = saved_result()
    (tmp_path / "before.json").write_text(json.dumps(before))
    (tmp_path / "after.json").write_text(json.dumps({**before, "rate": before["rate"] * 2}))
    done = run("load", str(tmp_path / "after.json"), "--baseline", str(tmp_path / "before.json"))
    assert "the two runs are not alike" in done.stderr


def test_a_python_scenario_runs_its_functions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("""
from zgrpc.load import Scenario
scenario = Scenario("mine", options={"warmup": 0})
@scenario.setup
async def rows(client):
    return {"users": [{"id": user.id} async for user in client.management.list_users()]}
@scenario.step()
async def twice(client, data):
    print("what a scenario prints does no harm")
    for _ in range(2):
        await client.management.get_user_by_id(id=data.pick("users")["id"])
""")
    done = run("load", str(tmp_path / "mine.py"), "-r", "20", "-d", "1")
    valid_or_slow_machine(done)
    assert re.search(r"twice +20 +", done.stdout)


def test_a_mistake_in_a_step_is_reported_before_the_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("""
from zgrpc.load import Scenario
scenario = Scenario("mine")
@scenario.step()
async def wrong(client, data):
    await client.management.get_user_by_id(idd="1")
""")
    done = run("load", str(tmp_path / "mine.py"), "-r", "20", "-d", "1")
    assert done.returncode == 2
    assert "did you mean 'id'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "give --rate (open loop) or --concurrency (closed loop)"),
        (["-r", "1", "-c", "1"], "give one of them"),
        (["-r", "1", "-t", "p99"], "threshold 'p99' is not understood"),
        (["-r", "1", "-t", "nope:p99<1s"], "there is no step 'nope'"),
        (["-c", "1", "-p", "2"], "too little for 2 processes"),
        (["-r", "1", "--url", "https://zitadel.example"], "add --yes"),
        (["-r", "0"], "0"),
    ],
)
def test_wrong_usage_is_reported_before_anything_is_sent(
    run: Run, scenario: str, arguments: list[str], part: str
) -> None:
    done = run("load", scenario, *arguments)
    assert done.returncode == 2
    assert part in done.stderr


def test_no_connection_is_exit_code_3(run: Run, scenario: str) -> None:
    assert run("load", scenario, "-r", "1", env={"ZITADEL_URL": "http://127.0.0.1:1"}).returncode == 3


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_keeps_what_was_measured(
    zitadel_emulator: Emulator, target: Target, scenario: str, tmp_path: Path
) -> None:
    command = [
        str(Path(sys.executable).with_name("zgrpc")),
        "load",
        scenario,
        "-r",
        "50",
        "-d",
        "60",
        "--json",
        str(tmp_path / "r.json"),
    ]
    before = len(zitadel_emulator.calls)
    with subprocess.Popen(
        command, env=target.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        wait_until(lambda: len(zitadel_emulator.calls) > before + 60)
        process.send_signal(signal.SIGINT)
        out, complaint = process.communicate(timeout=40)
    assert process.returncode == 130, complaint
    assert "interrupted: the result holds what was measured until then" in out
    result = Result.read(tmp_path / "r.json")
    assert result.interrupted
    assert 20 < result.total.count < 2_000


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def saved_result() -> dict[str, Any]:
    from zgrpc.load.result import Generator, Second, StepResult

    step = StepResult("auth.GetMyUser")
    for _ in range(100):
        step.add(0.005)
    series = [Second(t, 10, 0, 0.005, 0.005, 0.005, 1) for t in range(10)]
    return Result(
        "saved",
        "http://localhost:1",
        "open",
        "constant",
        10,
        0,
        1,
        "2026-01-01T00:00:00+00:00",
        10,
        0,
        [step],
        series,
        Generator(),
    ).to_dict()
