"""The emulator besides the API: health, reflection, the instance's host, starting and stopping."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import grpc
import pytest
import yaml
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from zitadel import management_pb2 as m
from zitadel.management_pb2_grpc import ManagementServiceStub

import zgrpc
from zgrpc.testing import Emulator

ROOT = Path(__file__).parents[2]
SERVICES = ["zitadel.management.v1.ManagementService", "zitadel.auth.v1.AuthService"]


@pytest.mark.parametrize("service", ["", *SERVICES])
def test_the_emulator_reports_health(service: str, shared_wire: Any) -> None:
    stub: Any = health_pb2_grpc.HealthStub(shared_wire.channel)
    answer = stub.Check(health_pb2.HealthCheckRequest(service=service), timeout=10.0)
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


def test_reflection_has_the_services(shared_wire: Any) -> None:
    stub: Any = reflection_pb2_grpc.ServerReflectionStub(shared_wire.channel)
    asked = reflection_pb2.ServerReflectionRequest(list_services="")
    answer = next(iter(stub.ServerReflectionInfo(iter([asked]), timeout=10.0)))
    assert set(SERVICES) <= {service.name for service in answer.list_services_response.service}


def test_reflection_has_the_messages(shared_wire: Any) -> None:
    stub: Any = reflection_pb2_grpc.ServerReflectionStub(shared_wire.channel)
    asked = reflection_pb2.ServerReflectionRequest(file_containing_symbol="zitadel.management.v1.AddOrgRequest")
    answer = next(iter(stub.ServerReflectionInfo(iter([asked]), timeout=10.0)))
    assert answer.file_descriptor_response.file_descriptor_proto


@pytest.mark.parametrize(
    ("authority", "metadata", "found"),
    [
        (None, [], True),
        ("localhost", [], True),
        ("other.example", [], False),
        ("other.example:443", [("x-zitadel-instance-host", "localhost")], True),
        (None, [("x-zitadel-instance-host", "other.example")], False),
    ],
)
def test_an_instance_is_found_by_its_host(
    authority: str | None, metadata: list[tuple[str, str]], found: bool, shared_wire: Any
) -> None:
    options = [("grpc.default_authority", authority)] if authority else []
    with grpc.insecure_channel(shared_wire.emulator.target, options=options) as channel:
        stub: Any = ManagementServiceStub(channel)
        bearer = shared_wire.bearer()
        call = stub.GetMyOrg.future(m.GetMyOrgRequest(), metadata=[*bearer["metadata"], *metadata], timeout=10.0)
        error = call.exception(timeout=10.0)
    assert found is (error is None)
    if error is not None:
        assert error.code() is grpc.StatusCode.NOT_FOUND
        assert "grpc-status-details-bin" not in dict(error.trailing_metadata())


def test_an_ip_address_finds_no_instance(shared_wire: Any) -> None:
    with grpc.insecure_channel(f"127.0.0.1:{shared_wire.emulator.port}") as channel:
        stub: Any = ManagementServiceStub(channel)
        with pytest.raises(grpc.RpcError) as refused:
            stub.GetMyOrg(m.GetMyOrgRequest(), **shared_wire.bearer())
    assert refused.value.code() is grpc.StatusCode.NOT_FOUND


def test_the_emulator_restarts_on_its_port(tmp_path: Any, make_wire: Any) -> None:
    emulator = Emulator(db=tmp_path / "zitadel.db").start()
    wire = make_wire(emulator)
    target, issuer = emulator.target, emulator.issuer
    assert wire.code("AddProject", name="shop") is grpc.StatusCode.OK
    emulator.stop()
    with emulator:
        assert (emulator.target, emulator.issuer) == (target, issuer)
        again = make_wire(emulator)
        assert again.code("AddProject", name="shop") is grpc.StatusCode.ALREADY_EXISTS
        again.channel.close()
    wire.channel.close()


def test_tokens_survive_a_restart(tmp_path: Any, make_wire: Any, make_machine: Any) -> None:
    emulator = Emulator(db=tmp_path / "zitadel.db").start()
    wire = make_wire(emulator)
    bot = make_machine(wire, "bot")
    token = bot.access_token()
    keys = wire.http("GET", "/oauth/v2/keys")[2]
    wire.channel.close()
    emulator.stop()
    with emulator:
        wire = make_wire(emulator)
        assert wire.whoami(token) == bot.id
        assert wire.http("GET", "/oauth/v2/keys")[2] == keys
        wire.channel.close()


@pytest.mark.parametrize("tls", [None, True])
def test_a_client_fetches_its_tokens_from_the_emulator(tls: bool | None) -> None:
    with Emulator(tls=tls) as emulator, emulator.client() as owner:
        robot = owner.management.add_machine_user(user_name="robot", name="Robot").user_id
        key = json.loads(owner.management.add_machine_key(user_id=robot, type="KEY_TYPE_JSON").key_details)
        secret = owner.management.generate_machine_secret(user_id=robot)
        for credentials in (
            zgrpc.ServiceAccountKey.from_dict(key),
            zgrpc.ClientCredentials(secret.client_id, secret.client_secret),
        ):
            with emulator.client(credentials=credentials) as client:
                assert client.auth.get_my_user().user.id == robot
        assert [request.status for request in emulator.token_requests] == [200, 200]


def test_the_emulator_starts_and_stops_quickly(own_emulator: Emulator) -> None:
    emulator = Emulator()
    started = time.monotonic()
    emulator.start()
    emulator.stop()
    assert time.monotonic() - started < 3.0  # far above what it takes; docs/emulator.md has the figure
    emulator.stop()


LOADED_AT_START = """
import sys
from zgrpc.testing import Emulator
with Emulator():
    print([name for name in sys.modules if name.startswith(("zgrpc.testing.v", "zgrpc._apply", "zitadel.management"))])
"""


def test_starting_the_emulator_imports_no_handlers_and_no_messages() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED_AT_START], capture_output=True, text=True, timeout=60.0)
    assert (done.stdout, done.stderr) == ("[]\n", "")


SYMBOLS_OF_A_FRESH_EMULATOR = """
import grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from zgrpc.testing import Emulator
with Emulator() as emulator, grpc.insecure_channel(emulator.target) as channel:
    asked = reflection_pb2.ServerReflectionRequest(file_containing_symbol="zitadel.user.v2.UserService")
    answers = reflection_pb2_grpc.ServerReflectionStub(channel).ServerReflectionInfo(iter([asked]), timeout=20.0)
    print(next(iter(answers)).HasField("file_descriptor_response"))
"""


def test_services_are_reflected_before_their_first_call() -> None:
    script = [sys.executable, "-c", SYMBOLS_OF_A_FRESH_EMULATOR]
    done = subprocess.run(script, capture_output=True, text=True, timeout=60.0)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_a_client_of_an_emulator_that_does_not_run_is_refused() -> None:
    with pytest.raises(RuntimeError, match="not running: start it"):
        Emulator().client()


async def test_the_emulator_is_an_async_context_manager() -> None:
    async with Emulator() as emulator, grpc.aio.insecure_channel(emulator.target) as channel:
        stub: Any = ManagementServiceStub(channel)
        bearer = [("authorization", f"Bearer {str.__str__(emulator.owner_token)}")]
        assert (await stub.GetMyOrg(m.GetMyOrgRequest(), metadata=bearer, timeout=10.0)).org.id


def test_the_page_counts_recorded_and_emulated_rpcs() -> None:
    page = (ROOT / "docs" / "emulator.md").read_text()
    for path in sorted((ROOT / "tests" / "conformance" / "scenarios").glob("*.yaml")):
        steps = len(yaml.safe_load(path.read_text())["steps"])
        assert f"| {path.stem[3:].replace('_', ' ')} | {steps} | {steps} |" in page


def test_the_page_shows_how_every_rpc_is_served() -> None:
    check = [sys.executable, str(ROOT / "scripts" / "emulator_table.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, timeout=60.0, check=False)
    assert done.returncode == 0, done.stderr
