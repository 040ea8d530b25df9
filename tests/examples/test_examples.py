"""Every example runs, as its own documentation says, against the emulator."""

from __future__ import annotations

import csv
import importlib.util
import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pyarrow.parquet as pq
import pytest

from tests.load.locust_enough import read_seen, until_seen

if TYPE_CHECKING:
    from types import ModuleType

    import zgrpc
    from zgrpc.testing import Emulator
    from zgrpc.testing.tokens import Tokens

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Script = Callable[..., "subprocess.CompletedProcess[str]"]


class Environ(dict[str, str]):
    """Variables that do not show in the report of a failure: a token is among them."""

    def __repr__(self) -> str:
        return f"<{len(self)} variables>"


@pytest.fixture
def environ(zitadel: zgrpc.Client, zitadel_emulator: Emulator) -> Environ:
    """Variables that connect to the test's organization."""
    return Environ({
        "ZITADEL_URL": f"http://{zitadel_emulator.target}",
        "ZITADEL_TOKEN": str.__str__(zitadel_emulator.owner_token),
        "ZITADEL_ORG_ID": str(zitadel.org_id),
    })  # fmt: skip


@pytest.fixture
def script(environ: Environ) -> Script:
    """Runs an example as a script."""

    def run(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
        variables = Environ({**os.environ, **environ})
        return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=90)

    return run


@pytest.fixture
def project(zitadel: zgrpc.Client) -> str:
    project_id = zitadel.management.add_project(name="Reports").id
    for role in ("admin", "reader"):
        zitadel.management.add_project_role(project_id=project_id, role_key=role, display_name=role)
    return project_id


def add_user(client: zgrpc.Client, project_id: str, role: str) -> str:
    name = f"{role}-{secrets.token_hex(4)}"
    user_id = client.management.add_human_user(
        user_name=name,
        profile={"first_name": "First", "last_name": "Last"},
        email={"email": f"{name}@acme.com", "is_email_verified": True},
    ).user_id
    client.management.add_user_grant(user_id=user_id, project_id=project_id, role_keys=[role])
    return user_id


def connected(app: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://service")


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # FastAPI resolves annotations by the module's name
    spec.loader.exec_module(module)
    return module


async def test_the_service_accepts_only_users_with_the_role(
    zitadel: zgrpc.Client, zitadel_emulator: Emulator, environ: Environ, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    for name, value in {**environ, "PROJECT_ID": project}.items():
        monkeypatch.setenv(name, value)
    reader, admin = (add_user(zitadel, project, role) for role in ("reader", "admin"))
    app = load("fastapi_service").app
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://service") as http,
    ):

        async def status(method: str, path: str, user_id: str) -> int:
            return (await http.request(method, path, headers={"x-user-id": user_id})).status_code

        before = len(zitadel_emulator.calls)
        answers = await asyncio.gather(*(status("GET", "/reports", user) for user in [reader, admin] * 20))
        assert answers == [200, 403] * 20
        searches = list(zitadel_emulator.calls)[before:]
        assert len(searches) == 1, "40 requests at the same time share one search"
        assert await status("DELETE", "/reports/q1", admin) == 200
        assert await status("DELETE", "/reports/q1", reader) == 403
        assert len(zitadel_emulator.calls) == before + 1, "the answers were kept"
        with zitadel_emulator.faults.resource_exhausted(rpc="list_user_grants"):
            assert await status("GET", "/reports", reader) == 200


async def test_the_service_answers_503_when_zitadel_is_unreachable(
    zitadel_emulator: Emulator, environ: Environ, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**environ, "PROJECT_ID": "1"}.items():
        monkeypatch.setenv(name, value)
    app = load("fastapi_service").app
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://service") as http,
    ):
        with zitadel_emulator.faults.latency(4.0, rpc="list_user_grants"):
            answer = await http.get("/reports", headers={"x-user-id": "1"})
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"


def test_the_reconciliation_writes_parquet_and_reports_changes(
    script: Script, zitadel: zgrpc.Client, project: str, tmp_path: Path
) -> None:
    add_user(zitadel, project, "reader")
    first = script("reconcile.py", tmp_path)
    assert first.returncode == 0, first.stderr
    assert "1 roles held" in first.stdout
    add_user(zitadel, project, "admin")
    second = script("reconcile.py", tmp_path)
    assert "2 roles held, 1 new, 0 gone" in second.stdout
    assert "+ admin-" in second.stdout
    newest = max(tmp_path.glob("*.parquet"))
    assert sorted(pq.read_table(newest).column("role").to_pylist()) == ["admin", "reader"]


def test_the_reconciliation_writes_nothing_where_the_list_fails(
    script: Script, zitadel_emulator: Emulator, tmp_path: Path
) -> None:
    with zitadel_emulator.faults.resource_exhausted(rpc="list_user_grants"):
        done = script("reconcile.py", tmp_path)
    assert done.returncode == 1
    assert "nothing was written" in done.stderr
    assert not list(tmp_path.iterdir())


def test_onboarding_can_be_repeated_and_reports_every_line(
    script: Script, zitadel: zgrpc.Client, project: str, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    lines = [f"user{number},First,Last,user{number}@acme.com,reader" for number in range(20)]
    lines.append("broken,First,Last,not an address,reader")
    people.write_text("user_name,first_name,last_name,email,role\n" + "\n".join(lines))
    first = script("onboard.py", people, project)
    assert first.returncode == 1
    results = dict(csv.reader(first.stdout.splitlines()))
    assert results["user7"] == "added, granted"
    assert results["broken"].startswith("failed: ")
    assert "20 of 21 done" in first.stderr
    again = dict(csv.reader(script("onboard.py", people, project).stdout.splitlines()))
    assert again["user7"] == "was there, had a grant"
    assert zitadel.management.list_user_grants().total() == 20


def test_the_locustfile_runs(zitadel: zgrpc.Client, environ: Environ, project: str, tmp_path: Path) -> None:
    add_user(zitadel, project, "reader")
    options = until_seen(EXAMPLES / "locustfile.py", tmp_path, succeed=["management.GetUserByID"])
    command = [sys.executable, "-m", "locust", "--headless", "--skip-log", *options]
    command += ["--host", environ["ZITADEL_URL"], "-u", "20", "-r", "20"]
    variables = Environ({**os.environ, **environ})
    done = subprocess.run(
        [*command, "--exit-code-on-error", "0"], env=variables, capture_output=True, text=True, timeout=90
    )
    assert done.returncode == 0, done.stderr
    assert read_seen(tmp_path).requests["management.GetUserByID"].type == "gRPC"


def test_the_pytest_suite_passes() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(EXAMPLES / "test_access_review.py")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, cwd=EXAMPLES.parent)
    assert done.returncode == 0, done.stdout


async def test_the_guarded_services_accept_only_each_other(
    zitadel: zgrpc.Client, zitadel_token: Tokens, zitadel_emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"reports-{secrets.token_hex(4)}"
    robot = zitadel.management.add_machine_user(user_name=name, name="Reports").user_id
    secret = zitadel.management.generate_machine_secret(user_id=robot)
    zitadel_token(roles=["service"], user=robot)
    api = zitadel.management.add_api_app(
        project_id=zitadel_token.project_id, name=name, auth_method_type="API_AUTH_METHOD_TYPE_BASIC"
    )
    for name, value in {
        "ZITADEL_URL": zitadel_emulator.url,
        "ZITADEL_ISSUER": zitadel_token.issuer,
        "PROJECT_ID": zitadel_token.project_id,
        "API_CLIENT_ID": api.client_id,
        "API_CLIENT_SECRET": api.client_secret,
        "REPORTS_CLIENT_ID": secret.client_id,
        "REPORTS_CLIENT_SECRET": secret.client_secret,
    }.items():
        monkeypatch.setenv(name, value)
    admin, viewer, nobody = (zitadel_token(roles=roles) for roles in (["admin"], ["viewer"], []))
    opaque_admin = zitadel_token(roles=["admin"], jwt=False)
    app = load("guarded_services").app
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://front") as http,
    ):

        async def ask(method: str, path: str, token: str) -> tuple[int, Any]:
            answer = await http.request(method, path, headers={"authorization": f"Bearer {token}"})
            return answer.status_code, answer.json()

        assert (await http.get("/reports")).status_code == 401
        assert (await ask("GET", "/me", viewer))[1]["roles"] == ["viewer"]
        assert await ask("GET", "/reports", viewer) == (200, ["q1", "q2"])
        assert (await ask("GET", "/reports", nobody))[0] == 403
        assert (await ask("DELETE", "/reports/q1", viewer))[0] == 403
        assert await ask("DELETE", "/reports/q1", admin) == (200, {"deleted": "q1"})
        assert await ask("DELETE", "/reports/q2", opaque_admin) == (200, {"deleted": "q2"})
        assert (await ask("GET", "/history", viewer))[0] == 403
        status, log = await ask("GET", "/history", admin)
        who = (await ask("GET", "/me", admin))[1]["user_id"]
        assert status == 200
        assert log.startswith(f"{who} deleted q1; ")
        assert log.endswith("deleted q2; left: ")
        assert (await ask("GET", "/reports", zitadel_token(roles=["admin"], lifetime=-60)))[0] == 401
        before = zitadel_emulator.introspections
        assert await ask("GET", "/reports", viewer) == (200, [])
        assert zitadel_emulator.introspections == before, "JWTs are verified without the issuer"
