"""The installed command, run against an organization of the module's own."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import zgrpc
    from zgrpc.testing import Emulator

Run = Callable[..., "subprocess.CompletedProcess[Any]"]


class Environ(dict[str, str]):
    """Variables that do not show in the report of a failure: a token is among them."""

    def __repr__(self) -> str:
        return f"<{len(self)} variables>"


@dataclass
class Org:
    """An organization with ten users, two projects and fifteen grants; the instance's owner is its first member."""

    client: zgrpc.Client
    id: str
    users: list[str]
    projects: list[str]
    environ: dict[str, str]


@pytest.fixture(scope="module")
def org(zitadel_emulator: Emulator) -> Iterator[Org]:
    with zitadel_emulator.client() as owner:
        tag = secrets.token_hex(4)
        org_id = owner.management.add_org(name=f"cli-{tag}").id
        client = owner.with_org(org_id)
        projects = [client.management.add_project(name=f"Project {number}").id for number in range(2)]
        for project in projects:
            for role in ("admin", "reader"):
                client.management.add_project_role(project_id=project, role_key=role, display_name=role)
        users = []
        for number in range(10):
            domain = "acme.com" if number % 2 else "other.org"
            user = client.management.add_human_user(
                user_name=f"user{number}-{tag}",
                profile={"first_name": f"First{number}", "last_name": "Last"},
                email={"email": f"user{number}@{domain}", "is_email_verified": True},
            ).user_id
            users.append(user)
            for project in projects[: 1 + number % 2]:
                roles = ["reader", "admin"] if number < 3 else ["reader"]
                client.management.add_user_grant(user_id=user, project_id=project, role_keys=roles)
        client.management.add_org_member(user_id=users[0], roles=["ORG_OWNER"])
        client.management.add_project_member(project_id=projects[0], user_id=users[1], roles=["PROJECT_OWNER"])
        environ = Environ({
            "ZITADEL_URL": f"http://{zitadel_emulator.target}",
            "ZITADEL_TOKEN": str.__str__(zitadel_emulator.owner_token),
            "ZITADEL_ORG_ID": org_id,
        })  # fmt: skip
        yield Org(client, org_id, users, projects, environ)


@pytest.fixture
def environ(org: Org, tmp_path: Path) -> dict[str, str]:
    """An environment that connects to the organization, and has no profiles."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ZITADEL_", "ZGRPC_", "NO_COLOR"))
    }
    return Environ({**kept, **org.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")})


@pytest.fixture(scope="session")
def zgrpc_command() -> Path:
    """The installed entry point."""
    command = Path(sys.executable).with_name("zgrpc")
    assert command.exists(), "install the project first: pip install -e ."
    return command


@pytest.fixture
def run(zgrpc_command: Path, environ: dict[str, str]) -> Run:
    """The installed command; `env` changes variables, an empty value removes one."""

    def run(
        *arguments: str, env: Mapping[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[str]:
        variables = Environ({name: value for name, value in {**environ, **(env or {})}.items() if value})
        settings = {"capture_output": True, "text": True, "timeout": 60, "stdin": subprocess.DEVNULL, **options}
        if "input" in settings:
            settings.pop("stdin")
        return subprocess.run([str(zgrpc_command), *arguments], env=variables, **settings)  # type: ignore[call-overload]  # run's own options

    return run
