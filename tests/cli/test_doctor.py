"""``zgrpc doctor``, through the installed entry point."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_working_connection_passes_every_check(run: Run) -> None:
    done = run("doctor", "--json")
    assert done.returncode == 0, done.stderr
    checks = {check["name"]: check["ok"] for check in json.loads(done.stdout)}
    assert False not in checks.values()
    looked_at = ("address", "connection", "http2", "instance", "token", "user", "org", "permission")
    assert {name: checks[name] for name in looked_at} == dict.fromkeys(looked_at, True)


def test_the_first_failing_check_is_reported_with_advice_and_the_rest_is_skipped(run: Run) -> None:
    done = run("doctor", env={"ZITADEL_URL": "http://127.0.0.1:1"})
    assert done.returncode == 3
    lines = done.stdout.splitlines()
    assert any(line.startswith("WRONG   connection") for line in lines)
    assert "is the port right" in done.stdout
    assert any(line.startswith("skipped token") for line in lines)


def test_a_check_that_cannot_be_made_does_not_change_the_exit_code(run: Run) -> None:
    done = run("doctor", "--json", env={"ZITADEL_TOKEN": ""})
    assert done.returncode == 0
    assert None in {check["ok"] for check in json.loads(done.stdout)}


def test_an_unknown_organization_does_not_fail_the_connection_check(run: Run) -> None:
    assert run("doctor", "--org-id", "42").returncode == 1
