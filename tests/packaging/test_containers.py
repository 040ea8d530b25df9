"""The recipe of the image, its examples, and the class for Testcontainers, as far as they need no engine.

The recipe's steps that need none run here: what it copies makes a wheel, and its entry point and health check work.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from testcontainers.core import container as testcontainers_container
from testcontainers.core.config import testcontainers_config

import zgrpc
from zgrpc.cli import main
from zgrpc.cli.emulator import command
from zgrpc.testing import Emulator
from zgrpc.testing.containers import PORT, ZitadelEmulatorContainer

if TYPE_CHECKING:
    import click

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples/emulator"
PREFIX = "ZGRPC_EMULATOR_"


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Containerfile, joined to one line each."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Containerfile").read_text(), flags=re.MULTILINE)
    lines = [line for line in re.sub(r"\\\n\s*", "", text).splitlines() if line]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def only(name: str) -> list[str]:
    return [rest for each, rest in instructions() if each == name]


def environment() -> dict[str, str]:
    (variables,) = only("ENV")
    return dict(pair.split("=", 1) for pair in variables.split())


def variable(option: click.Parameter) -> str:
    """The variable that sets an option."""
    return str(option.envvar or f"{PREFIX}{str(option.name).upper()}")


def unknown(variables: dict[str, Any]) -> set[str]:
    """The variables that set no option."""
    return {name for name in variables if name.startswith(PREFIX)} - set(map(variable, command.params))


@pytest.fixture
def context(tmp_path: Path) -> Path:
    """What the build copies, of what .dockerignore lets through."""
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    target = tmp_path / "context"
    target.mkdir()
    for copy in only("COPY"):
        *sources, into = copy.split()
        if sources[0].startswith("--from="):
            continue
        for name in sources:
            assert name in allowed, f".dockerignore leaves {name} out"
            path = ROOT / name
            if path.is_dir():
                shutil.copytree(path, target / into, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(path, target / into)
    return target


def test_the_files_that_the_recipe_copies_build_a_wheel(context: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(context)]
    done = subprocess.run(build, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("zgrpc-*.whl"))) == 1


def test_the_recipe_is_consistent() -> None:
    first, *_ = instructions()
    assert first[0] == "FROM"
    assert len({base.split()[0] for base in only("FROM")}) == 1, "both stages have the same Python"
    stages = {base.split(" AS ")[1] for base in only("FROM") if " AS " in base}
    assert set(re.findall(r"--from=(\w+)", " ".join(only("COPY")))) <= stages
    assert only("USER") == ["10001"], "it does not run as root"
    assert only("EXPOSE") == [environment()[f"{PREFIX}PORT"]] == [str(PORT)]
    assert not unknown(environment())
    extras = re.search(r"'\.\[([\w,]+)\]'", " ".join(only("RUN")))
    assert extras is not None
    assert set(extras[1].split(",")) == {"testing", "cli"}, "PyYAML, for fixtures, is in cli"


def test_entry_point_and_health_check_work_with_the_recipes_variables(tmp_path: Path) -> None:
    (entry,) = only("ENTRYPOINT")
    (health,) = only("HEALTHCHECK")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    binaries = Path(sys.executable).parent
    own = {name: value for name, value in environment().items() if name != "PATH"}
    run = {**os.environ, **own, f"{PREFIX}PORT": port, f"{PREFIX}OWNER_TOKEN": "for-tests-only"}
    run |= {f"{PREFIX}IMPORT": str(EXAMPLES / "shop.yaml"), "PATH": f"{binaries}:{os.environ['PATH']}"}
    check = [part.replace(str(PORT), port) for part in json.loads(health.partition("CMD ")[2])]

    def healthy() -> bool:
        return subprocess.run(check, env=run, capture_output=True, timeout=30, cwd=tmp_path).returncode == 0

    assert not healthy(), "nothing serves yet"
    with subprocess.Popen(json.loads(entry), env=run, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        alarm = threading.Timer(60.0, process.kill)
        alarm.start()
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line == f"ready target=localhost:{port} issuer=http://localhost:{port}\n"
            assert healthy()
            with zgrpc.Client(f"http://localhost:{port}", credentials=token("for-tests-only")) as client:
                assert [grant.user_name for grant in client.management.list_user_grants()] == ["bot"]
        finally:
            process.terminate()
            alarm.cancel()
    assert process.returncode == 0


def token(text: str) -> zgrpc.PersonalAccessToken:
    return zgrpc.PersonalAccessToken(text)


# -- examples -----------------------------------------------------------------------------------------------
def test_the_compose_file_names_existing_files_and_variables() -> None:
    services = yaml.safe_load((EXAMPLES / "compose.yaml").read_text())["services"]
    zitadel, program = services["zitadel"], services["list-grants"]
    recipe = EXAMPLES / zitadel["build"]["context"] / zitadel["build"]["dockerfile"]
    assert recipe.resolve() == ROOT / "Containerfile"
    assert not unknown(zitadel["environment"])
    assert zitadel["environment"]["ZGRPC_EMULATOR_DOMAIN"] == "zitadel", "the service's name"
    host, inside, _ = zitadel["volumes"][0].split(":")
    assert (EXAMPLES / host).exists()
    assert zitadel["command"] == ["--import", inside]
    assert program["depends_on"]["zitadel"]["condition"] == "service_healthy"
    assert only("HEALTHCHECK"), "the condition needs one"
    assert program["environment"]["ZITADEL_TOKEN"] == zitadel["environment"]["ZGRPC_EMULATOR_OWNER_TOKEN"]


def test_the_program_of_the_compose_file_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = yaml.safe_load((EXAMPLES / "compose.yaml").read_text())["services"]["list-grants"]
    executable, *arguments = program["entrypoint"]
    assert executable == "zgrpc"
    with Emulator(http_port=None, fixtures=EXAMPLES / "shop.yaml", owner_token="for-tests-only") as emulator:
        for name, value in program["environment"].items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("ZITADEL_URL", emulator.url)
        assert main(arguments) == 0
    assert "bot" in capsys.readouterr().out


def test_the_workflow_names_existing_extras_and_variables() -> None:
    jobs = yaml.safe_load((EXAMPLES / "github-actions.yml").read_text())["jobs"]
    installs = [step["run"] for step in jobs["plain-pip"]["steps"] if "run" in step]
    extras = re.search(r"zgrpc\[([\w,]+)\]", installs[0])
    assert extras is not None
    import tomllib

    known = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(extras[1].split(",")) <= set(known)
    container = jobs["service-container"]
    service = container["services"]["zitadel"]
    assert "command" not in service, "GitHub takes none"
    assert not unknown(service["env"])
    assert service["ports"] == [f"{PORT}:{PORT}"]
    assert container["steps"][-1]["env"]["ZITADEL_TOKEN"] == service["env"]["ZGRPC_EMULATOR_OWNER_TOKEN"]


def test_a_variable_is_called_as_its_option() -> None:
    for option in command.params:
        assert f"--{variable(option).removeprefix(PREFIX).lower().replace('_', '-')}" in option.opts


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PORT", "99999", "must be a whole number from 0 to 65535"),
        ("SEED", "user=3", "did you mean"),
        ("FAULT", "unavailable unavailble", "did you mean"),
    ],
)
def test_variables_are_options(
    name: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    assert main(["emulator"]) == 2
    assert message in capsys.readouterr().err


# -- Testcontainers ---------------------------------------------------------------------------------------------
class FakeDocker:
    """Docker's client as Testcontainers uses it: it starts the emulator that the container's variables describe."""

    short_id = "0"

    def __init__(self) -> None:
        self.created: dict[str, Any] = {}
        self.emulator = Emulator(http_port=None)

    def host(self) -> str:
        return "localhost"

    def create(self, image: str, **options: Any) -> FakeDocker:
        self.created = {"image": image, **options}
        self.emulator = Emulator(
            http_port=None,
            owner_token=options["environment"]["ZGRPC_EMULATOR_OWNER_TOKEN"],
            domain=options["environment"]["ZGRPC_EMULATOR_DOMAIN"],
        )
        return self

    def start(self, _container: Any) -> None:
        self.emulator.start()


@pytest.fixture
def docker(monkeypatch: pytest.MonkeyPatch) -> FakeDocker:
    fake = FakeDocker()
    monkeypatch.setattr(testcontainers_container, "DockerClient", lambda **_: fake)
    monkeypatch.setattr(testcontainers_config, "ryuk_disabled", True)
    return fake


def test_a_container_is_configured_by_variables(docker: FakeDocker) -> None:
    made = ZitadelEmulatorContainer(
        owner_token="for-tests-only", seed="users=3", fixtures=EXAMPLES / "shop.yaml", name="zitadel"
    )
    made._configure()  # Testcontainers calls it before it starts a container
    assert made.image == "zgrpc-emulator"
    assert made.ports == {"8080": None}
    assert not unknown(made.env)
    assert made.env == {
        "ZGRPC_EMULATOR_OWNER_TOKEN": "for-tests-only",
        "ZGRPC_EMULATOR_SEED": "users=3",
        "ZGRPC_EMULATOR_IMPORT": "/fixtures/shop.yaml",
        "ZGRPC_EMULATOR_DOMAIN": "localhost",
    }
    assert made.volumes == {str(EXAMPLES / "shop.yaml"): {"bind": "/fixtures/shop.yaml", "mode": "ro"}}


def test_a_container_in_a_network_has_the_domain_that_it_is_given(docker: FakeDocker) -> None:
    made = ZitadelEmulatorContainer(domain="zitadel")
    made._configure()
    assert made.env["ZGRPC_EMULATOR_DOMAIN"] == "zitadel"


def test_missing_fixtures_are_rejected(docker: FakeDocker, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ZitadelEmulatorContainer(fixtures=tmp_path / "none.yaml")


def test_clients_of_a_container_are_the_owner(docker: FakeDocker, monkeypatch: pytest.MonkeyPatch) -> None:
    made = ZitadelEmulatorContainer()
    monkeypatch.setattr(type(made._wait_strategy), "wait_until_ready", lambda *_: None)
    monkeypatch.setattr(made, "get_container_host_ip", lambda: "localhost")
    monkeypatch.setattr(made, "get_exposed_port", lambda _: docker.emulator.port)
    made.start()
    try:
        with made.client() as client:
            assert client.auth.get_my_user().user.user_name == "owner"
    finally:
        docker.emulator.stop()


def test_the_container_waits_for_the_printed_line(docker: FakeDocker) -> None:
    strategy: Any = ZitadelEmulatorContainer()._wait_strategy  # Testcontainers shows it nowhere else
    printed = "owner-token x\nready target=localhost:8080 issuer=http://localhost:8080\n"
    assert strategy._message.search(printed)


def test_a_missing_extra_is_named() -> None:
    code = "import sys; sys.modules['testcontainers'] = None; import zgrpc.testing.containers"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert done.stderr.endswith("pip install 'zgrpc[testcontainers]'\n")
