"""A target of the module's own, and the installed command."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from zgrpc.testing import Emulator

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Environ(dict[str, str]):
    """Variables that do not show in the report of a failure: a token is among them."""

    def __repr__(self) -> str:
        return f"<{len(self)} variables>"


@dataclass
class Target:
    """An organization with five users; `environ` connects to it."""

    url: str
    users: list[str]
    environ: Environ


@pytest.fixture(scope="module")
def target(zitadel_emulator: Emulator) -> Target:
    with zitadel_emulator.client() as owner:
        tag = secrets.token_hex(4)
        org_id = owner.management.add_org(name=f"load-{tag}").id
        client = owner.with_org(org_id)
        users = [
            client.management.add_human_user(
                user_name=f"user{number}-{tag}",
                profile={"first_name": "First", "last_name": "Last"},
                email={"email": f"user{number}@acme.com", "is_email_verified": True},
            ).user_id
            for number in range(5)
        ]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ZITADEL_", "ZGRPC_"))}
    url = f"http://{zitadel_emulator.target}"
    token = str.__str__(zitadel_emulator.owner_token)
    return Target(url, users, Environ({**kept, "ZITADEL_URL": url, "ZITADEL_TOKEN": token, "ZITADEL_ORG_ID": org_id}))


@pytest.fixture
def run(target: Target) -> Run:
    """The installed command."""
    command = Path(sys.executable).with_name("zgrpc")
    assert command.exists(), "install the project first: pip install -e ."

    def run(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        variables = Environ({**target.environ, **(env or {})})
        return subprocess.run(
            [str(command), *arguments],
            env=variables,
            capture_output=True,
            text=True,
            timeout=90,
            stdin=subprocess.DEVNULL,
        )

    return run
