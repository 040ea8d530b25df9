"""``zgrpc emulator``, as a process of its own."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel import management_pb2 as m
from zitadel.management_pb2_grpc import ManagementServiceStub

from zgrpc.cli import main
from zgrpc.testing import cli, faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "cli-owner-token"
OWNER = [("authorization", f"Bearer {TOKEN}")]
COMMAND = [sys.executable, "-c", "import sys; from zgrpc.cli import main; sys.exit(main())", "emulator"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run that is to end by itself."""
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=30)


@contextlib.contextmanager
def serving(*arguments: str, owner_token: str | None = TOKEN) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A process that serves on free ports, with its target and issuer."""
    token = ["--owner-token", owner_token] if owner_token else []
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", "--http-port", "0", *token, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    alarm = threading.Timer(30.0, process.kill)
    alarm.start()
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.fullmatch(r"ready target=([\w.]+:\d+) issuer=(https?://[\w.]+:\d+)\n", line)
        assert found, line + (process.stderr.read() if process.stderr else "")
        yield process, found[1], found[2]
    finally:
        alarm.cancel()
        process.kill()
        process.communicate()


def add_project(target: str, name: str) -> str:
    with grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        return str(stub.AddProject(m.AddProjectRequest(name=name), metadata=OWNER, timeout=10.0).id)


def project_name(target: str, id: str) -> str:
    with grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        return str(stub.GetProjectByID(m.GetProjectByIDRequest(id=id), metadata=OWNER, timeout=10.0).project.name)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_one_line_serves_and_stops_cleanly(number: signal.Signals) -> None:
    with serving() as (process, target, _):
        project = add_project(target, "shop")
        assert project_name(target, project) == "shop"
        process.send_signal(number)
        out, err = process.communicate(timeout=10.0)
    assert (process.returncode, out, err) == (0, "", "")


def test_the_command_stops_cleanly_with_calls_in_flight() -> None:
    with serving("--fault", "latency=30") as (process, target, _), grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        calls = [stub.GetMyOrg.future(m.GetMyOrgRequest(), metadata=OWNER, timeout=20.0) for _ in range(3)]
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=10.0)
        assert all(call.exception(timeout=5.0) for call in calls)
    assert (process.returncode, err) == (0, "")


def test_a_generated_owner_token_is_printed() -> None:
    with serving(owner_token=None) as (process, target, _):
        assert process.stderr
        word, token = process.stderr.readline().split()
        assert word == "owner-token"
        with grpc.insecure_channel(target) as channel:
            stub: Any = ManagementServiceStub(channel)
            stub.GetMyOrg(m.GetMyOrgRequest(), metadata=[("authorization", f"Bearer {token}")], timeout=10.0)


def test_acknowledged_writes_survive_kill_9(tmp_path: Path) -> None:
    db = str(tmp_path / "zitadel.db")
    acknowledged: dict[str, str] = {}
    with serving("--db", db) as (process, target, _), grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)

        def write(worker: int) -> None:
            for number in range(10_000):
                name = f"project-{worker}-{number}"
                try:
                    answer = stub.AddProject(m.AddProjectRequest(name=name), metadata=OWNER, timeout=10.0)
                except grpc.RpcError:
                    return
                acknowledged[answer.id] = name

        writers = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
        for writer in writers:
            writer.start()
        deadline = time.monotonic() + 20.0
        while len(acknowledged) <= 20 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)  # in the middle of writes
        for writer in writers:
            writer.join(20.0)
    assert process.returncode == -signal.SIGKILL
    assert len(acknowledged) > 20
    with serving("--db", db) as (_, target, _), grpc.insecure_channel(target) as channel:
        reader: Any = ManagementServiceStub(channel)
        for project, name in acknowledged.items():
            answer = reader.GetProjectByID(m.GetProjectByIDRequest(id=project), metadata=OWNER, timeout=10.0)
            assert answer.project.name == name


def test_the_owner_sees_the_seeded_data() -> None:
    with serving("--seed", "users=10,grants=25") as (_, target, _), grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        answer = stub.ListUserGrants(m.ListUserGrantRequest(), metadata=OWNER, timeout=10.0)
        assert (len(answer.result), answer.details.total_result) == (25, 25)


def test_data_can_be_seeded_into_an_organization_of_its_own() -> None:
    with serving("--seed", "users=3,org=Acme") as (_, target, _), grpc.insecure_channel(target) as channel:
        stub: Any = ManagementServiceStub(channel)
        answer = stub.GetOrgByDomainGlobal(
            m.GetOrgByDomainGlobalRequest(domain="acme.localhost"), metadata=OWNER, timeout=10.0
        )
        users = stub.ListUsers(
            m.ListUsersRequest(), metadata=[*OWNER, ("x-zitadel-orgid", answer.org.id)], timeout=10.0
        )
        assert (answer.org.name, len(users.result)) == ("Acme", 3)


def test_faults_can_be_given() -> None:
    with serving("--fault", "unavailable(rpc='AddProject', count=1)") as (_, target, _):
        with pytest.raises(grpc.RpcError) as struck:
            add_project(target, "shop")
        assert struck.value.code() is grpc.StatusCode.UNAVAILABLE
        add_project(target, "shop")


def test_tls_can_be_asked_for(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    with serving("--tls", str(ca)) as (_, target, issuer):
        assert issuer.startswith("https://")
        with grpc.secure_channel(target, grpc.ssl_channel_credentials(ca.read_bytes())) as channel:
            stub: Any = ManagementServiceStub(channel)
            stub.GetMyOrg(m.GetMyOrgRequest(), metadata=OWNER, timeout=10.0)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_the_emulator_listens_only_on_loopback_by_default(host: str) -> None:
    ended = run("--host", host, "--port", "0")
    assert ended.returncode == 2
    assert "--allow-remote" in ended.stderr


def test_the_emulator_listens_on_other_addresses_if_allowed() -> None:
    with serving("--host", "0.0.0.0", "--allow-remote") as (_, target, _):
        add_project(target, "shop")


def test_the_emulator_has_the_given_domain() -> None:
    with serving("--domain", "zitadel.example") as (_, target, issuer):
        name, port = target.split(":")
        assert (name, issuer.rpartition(":")[0]) == ("zitadel.example", "http://zitadel.example")
        options = [("grpc.default_authority", "zitadel.example")]
        with grpc.insecure_channel(f"127.0.0.1:{port}", options=options) as channel:
            stub: Any = ManagementServiceStub(channel)
            stub.GetMyOrg(m.GetMyOrgRequest(), metadata=OWNER, timeout=10.0)


def test_a_taken_port_is_reported_in_one_line_and_keeps_the_authority_of_who_has_it(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    with serving("--tls", str(ca)) as (_, target, _):
        authority = ca.read_bytes()
        ended = run("--port", target.partition(":")[2], "--http-port", "0", "--tls", str(ca))
        assert ca.read_bytes() == authority
    assert ended.returncode == 1
    port = target.partition(":")[2]
    assert ended.stderr == f"zgrpc: cannot listen on 127.0.0.1 port {port}: Address already in use\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "99999"], "must be a whole number from 0 to 65535, not 99999"),
        (["--clock-offset", "nan"], "must be a number, not nan"),
        (["--seed", "user=3"], "did you mean 'users'"),
        (["--seed", "users=many"], "as in users=100"),
        (["--fault", "unavailble"], "did you mean 'unavailable'"),
        (["--fault", "unavailable(rpc='ListUser')"], "did you mean 'ListUsers'"),
        (["--fault", "latency"], "missing 1 required positional argument"),
        (["--fault", "latency(__import__('os'))"], "latency(__import__('os'))"),
        (["--projection-lag", "-1"], "must be at least 0 s, not -1"),
    ],
)
def test_wrong_arguments_are_usage_errors(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["emulator", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_help_has_examples() -> None:
    ended = run("--help")
    assert ended.returncode == 0
    assert "Examples:" in ended.stdout
    assert "--seed users=1000,grants=20000" in ended.stdout


def test_every_fault_can_be_written_on_the_command_line() -> None:
    for text in (
        "latency=0.05",
        "latency({'ListUsers': 0.008, 'get_user_by_id': 0.006}, concurrency=2)",
        "latency(curve({1: 0.1, 100: 0.2}), total=True)",
        "unavailable",
        "resource_exhausted(probability=0.1)",
        "drop_connection(served=True)",
        "expire_tokens(count=3)",
        "cap_limit=1000",
        "refuse_limit_above(1000, hidden=True)",
        "wrong_total=-3",
        "token_endpoint(replace={'expires_in': None})",
    ):
        assert cli.parse_fault(text).name in faults.ALL


def test_nothing_but_faults_is_evaluated() -> None:
    with pytest.raises(ValueError, match="malformed"):
        cli.parse_fault("latency(open('/etc/hostname'))")


def test_the_emulator_needs_no_rich() -> None:
    missing = "rich"
    without = f"import sys; sys.modules[{missing!r}] = None; from zgrpc.cli import main; sys.exit(main(sys.argv[1:]))"
    emulator = subprocess.run(
        [sys.executable, "-c", without, "emulator", "--help"], capture_output=True, text=True, timeout=30
    )
    assert emulator.returncode == 0
    other = subprocess.run([sys.executable, "-c", without, "call"], capture_output=True, text=True, timeout=30)
    assert other.returncode == 2
    assert other.stderr == f"zgrpc: this command needs {missing}: pip install 'zgrpc[cli]'\n"


@pytest.mark.parametrize("missing", ["grpc_health", "grpc_reflection", "cryptography"])
def test_a_missing_extra_is_named(missing: str, tmp_path: Path) -> None:
    without = f"import sys; sys.modules[{missing!r}] = None; from zgrpc.cli import main; sys.exit(main(sys.argv[1:]))"
    ended = subprocess.run(
        [sys.executable, "-c", without, "emulator", "--port", "0", "--http-port", "0", "--tls", str(tmp_path / "ca")],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.endswith("pip install 'zgrpc[testing]'\n")


def test_the_command_line_of_the_emulator_loads_little() -> None:
    code = "import sys, zgrpc.cli; print([n for n in ('click', 'grpc', 'httpx', 'jwt') if n in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert ended.stdout.strip() == "[]"
