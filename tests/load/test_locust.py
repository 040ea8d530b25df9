"""Locust: a master and two workers on this machine against the emulator."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.load.locust_enough import read_seen, until_seen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.load.conftest import Run, Target

LOCUSTFILE = """
from locust import constant_throughput, task
from zgrpc.locust import ZitadelUser
import zgrpc

class Backend(ZitadelUser):
    wait_time = constant_throughput(10)
    data = {"users": {"list": "management.ListUsers"}}

    @task(2)
    def look_up(self):
        user = self.client.management.get_user_by_id(**self.fill({"id": "${users.id}"})).user
        assert user.id

    @task
    def all_users(self):
        assert len(list(self.client.management.list_users())) == 5
        assert len(self.client.management.list_users.page(limit=2).result) == 2

    @task
    def with_options(self):
        self.client.management.get_my_org.with_options(timeout=5)()

    @task
    def missing(self):
        self.client.management.get_user_by_id(id="1")
        raise AssertionError("the error must have ended the task")

    @task
    def missing_and_caught(self):
        try:
            self.client.auth.get_my_metadata(key="none")
        except zgrpc.NotFoundError:
            pass
"""
LOCUST = [sys.executable, "-m", "locust", "--headless", "--skip-log", "--reset-stats"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_a_master_and_two_workers_report_calls_lists_and_errors(target: Target, tmp_path: Path) -> None:
    file = tmp_path / "locustfile.py"
    file.write_text(LOCUSTFILE)
    port = str(free_port())
    master = [
        *LOCUST,
        *until_seen(
            file,
            tmp_path,
            succeed=["management.GetUserByID", "management.ListUsers", "management.GetMyOrg"],
            fail=["management.GetUserByID"],
        ),
        "--master",
        "--expect-workers",
        "2",
        "--master-bind-host",
        "127.0.0.1",
        "--master-bind-port",
        port,
    ]
    master += [
        "--host",
        target.url,
        "-u",
        "4",
        "-r",
        "4",
        "--exit-code-on-error",
        "0",
    ]
    worker = [
        sys.executable,
        "-m",
        "locust",
        "-f",
        str(file),
        "--worker",
        "--master-host",
        "127.0.0.1",
        "--master-port",
        port,
    ]
    workers = [
        subprocess.Popen(worker, env=target.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    try:
        done = subprocess.run(master, env=target.environ, capture_output=True, text=True, timeout=120)
        outputs = [process.communicate(timeout=20)[0] for process in workers]
    finally:
        for process in workers:
            process.kill()
            process.wait()
    assert done.returncode == 0, done.stderr
    requests, errors = read_seen(tmp_path)
    assert requests["management.GetUserByID"].type == "gRPC"
    assert requests["management.ListUsers"].failures == requests["management.GetMyOrg"].failures == 0
    assert any("QUERY-Dfbg2" in error for error in errors)
    assert requests["management.GetUserByID"].failures < requests["management.GetUserByID"].requests
    for output in outputs:  # an error that the task lets pass goes on with the next task, without a traceback
        assert "Traceback" not in output
        assert target.environ["ZITADEL_TOKEN"] not in output


def test_a_scenario_written_as_a_locustfile_runs(run: Run, target: Target, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("""
data: {users: users.csv}
steps:
  - {call: management.GetUserByID, fields: {id: "${users.id}"}}
  - {list: management.ListUsers, where: {user_name: {starts_with: user}}, limit: 2}
  - {call: management.SetUserMetadata, fields: {id: "${users.id}", key: color, value: blue}}
""")
    (tmp_path / "users.csv").write_text("id\n" + "\n".join(target.users) + "\n")
    assert run("load", str(tmp_path / "s.yaml"), "--locust", str(tmp_path / "locustfile.py")).returncode == 0
    command = [
        *LOCUST,
        *until_seen(
            tmp_path / "locustfile.py", tmp_path, succeed=["management.GetUserByID", "management.SetUserMetadata"]
        ),
        "--host",
        target.url,
        "-u",
        "10",
        "-r",
        "10",
    ]
    done = subprocess.run(command, env=target.environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr + done.stdout
    requests, errors = read_seen(tmp_path)
    assert requests["management.GetUserByID"].requests > 0
    assert not errors


def test_without_locust_the_import_names_the_extra() -> None:
    done = run_code("import sys; sys.modules['locust'] = None; import zgrpc.locust")
    assert done.stderr.splitlines()[-1].endswith("zgrpc.locust needs locust: pip install 'zgrpc[locust]'")


def run_code(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


def test_an_import_beside_an_emulator_is_refused_at_once() -> None:
    """The patches for gevent came too late there, and the import hung."""
    done = run_code("from zgrpc.testing import Emulator\nwith Emulator():\n    import zgrpc.locust")
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("RuntimeError: import zgrpc.locust before the process starts threads (")
    assert "`zgrpc emulator`" in last


def test_threads_do_not_forbid_the_import_once_locust_is_imported() -> None:
    done = run_code(
        "import locust, threading\n"
        "stop = threading.Event()\n"
        "thread = threading.Thread(target=stop.wait)\n"
        "thread.start()\n"
        "import zgrpc.locust\n"
        "stop.set(), thread.join()"
    )
    assert done.returncode == 0, done.stderr


def test_a_client_before_the_import_goes_on_working_after_it(target: Target) -> None:
    code = (
        "import zgrpc\n"
        "client = zgrpc.Client.from_env()\n"
        "print(client.management.get_my_org().org.id)\n"
        "import zgrpc.locust\n"
        "print(zgrpc.Client.from_env().management.get_my_org().org.id)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=target.environ, capture_output=True, text=True, timeout=60)
    first, second = done.stdout.split()
    assert first == second == target.environ["ZITADEL_ORG_ID"]


def test_each_fill_draws_a_row_and_gives_a_dict_of_its_own() -> None:
    code = (
        "from zgrpc.load.scenario import Data\n"
        "from zgrpc.locust import ZitadelUser\n"
        "class Backend(ZitadelUser): pass\n"
        "rows = {'users': [{'id': '1'}, {'id': '2'}]}\n"
        "ZitadelUser._rows[Backend] = Data(rows, {'users': 'sequential'})\n"
        "user = object.__new__(Backend)\n"
        "for number in range(2):\n"
        "    filled = user.fill({'id': '${users.id}', 'key': 'color'}, 'management.SetUserMetadata')\n"
        "    print(filled)\n"
        "    filled.clear()\n"
    )
    done = run_code(code)
    assert done.stdout.splitlines() == ["{'id': '1', 'key': 'color'}", "{'id': '2', 'key': 'color'}"], done.stderr


@pytest.mark.parametrize("fields", [{"id": "${uuid}"}, {"id": "1", "where": {"name": "${uuid}"}}])
def test_a_fill_rejects_what_refers_to_no_data(fields: dict[str, object]) -> None:
    code = (
        "from zgrpc.locust import ZitadelUser\n"
        "class Backend(ZitadelUser): pass\n"
        "user = object.__new__(Backend)\n"
        f"user.fill({fields!r})\n"
    )
    assert "ValueError: '${uuid}' refers to no data: write it as ${data.column}" in run_code(code).stderr


def test_the_command_says_which_locustfile_it_wrote(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "locustfile.py"
    done = run("load", "management.GetUserByID", "id=42", "--locust", str(file))
    assert done.returncode == 0, done.stderr
    assert f"{file}: 1 task; run `locust -f {file} --host URL`" in done.stderr
    assert "ZitadelUser" in file.read_text()
