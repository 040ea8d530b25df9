"""Emulators, called with the bare stubs: these tests are about the server."""

from __future__ import annotations

import contextlib
import http.client
import json
import ssl
import time
import urllib.parse
from typing import TYPE_CHECKING, Any

import grpc
import jwt
import pytest
from zitadel import auth_pb2, auth_pb2_grpc, management_pb2
from zitadel.management_pb2_grpc import ManagementServiceStub

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing import Emulator
from zgrpc.testing.oauth import API_SCOPE, JWT_PROFILE
from zgrpc.testing.registry import full_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    import zgrpc


class Wire:
    """The gRPC side and the HTTP side of an emulator, without zgrpc's client."""

    def __init__(self, emulator: Emulator, *, credentials: grpc.ChannelCredentials | None = None) -> None:
        self.emulator = emulator
        target = emulator.target
        self.channel = grpc.secure_channel(target, credentials) if credentials else grpc.insecure_channel(target)
        self.management: Any = ManagementServiceStub(self.channel)
        self.auth: Any = auth_pb2_grpc.AuthServiceStub(self.channel)
        self.org_id = ""

    def bearer(self, token: str | None = None) -> dict[str, Any]:
        """Keywords of a call: a token (the owner's where None), the organization, a deadline."""
        metadata = [("authorization", f"Bearer {str.__str__(token or self.emulator.owner_token)}")]
        if self.org_id:
            metadata.append(("x-zitadel-orgid", self.org_id))
        return {"metadata": metadata, "timeout": 20.0}

    def call(self, rpc: str, *, token: str | None = None, **fields: Any) -> Any:
        """A call of the management service."""
        method = management_pb2.DESCRIPTOR.services_by_name["ManagementService"].methods_by_name[rpc]
        request = getattr(management_pb2, method.input_type.name)(**fields)
        return getattr(self.management, rpc)(request, **self.bearer(token))

    def code(self, rpc: str, *, token: str | None = None, **fields: Any) -> grpc.StatusCode:
        """Return the status of a call."""
        try:
            self.call(rpc, token=token, **fields)
        except grpc.RpcError as error:
            return error.code()
        return grpc.StatusCode.OK

    def refused(self, rpc: str, *, token: str | None = None, **fields: Any) -> tuple[str, str]:
        """The code and the text that a call of the management service fails with."""
        with pytest.raises(grpc.RpcError) as failure:
            self.call(rpc, token=token, **fields)
        error: Any = failure.value
        return error.code().name, error.details()

    def whoami(self, token: str) -> str:
        """The id of the user that a token stands for; the error's text where it stands for none."""
        try:
            return self.auth.GetMyUser(auth_pb2.GetMyUserRequest(), **self.bearer(token)).user.id
        except grpc.RpcError as error:
            return f"{error.code().name} {error.details()}"

    def rpc(self, name: str, message: Any = None, /, *, token: str | None = None, **fields: Any) -> Any:
        """A call of any service, by its short name, with a message or with fields for one."""
        rpc = all_rpcs()[full_name(name)]
        method = self.channel.unary_unary(
            rpc.path,
            request_serializer=rpc.request_class.SerializeToString,
            response_deserializer=rpc.response_class.FromString,
        )
        return method(message or rpc.request_class(**fields), **self.bearer(token))

    def rpc_refused(self, name: str, /, *, token: str | None = None, **fields: Any) -> tuple[str, str]:
        """The code and the text that a call of any service fails with."""
        with pytest.raises(grpc.RpcError) as failure:
            self.rpc(name, token=token, **fields)
        return failure.value.code().name, str(failure.value.details())

    def machine(self, name: str, **fields: Any) -> str:
        return self.call("AddMachineUser", user_name=name, name=name, **fields).user_id

    def human(self, name: str, **fields: Any) -> str:
        """Add a person who is active from the start; return the id."""
        values: dict[str, Any] = {
            "user_name": name,
            "profile": {"first_name": name.title(), "last_name": "Doe"},
            "email": {"email": f"{name}@people.example", "is_email_verified": True},
            "initial_password": "Secret-Passw0rd",
        }
        return self.call("AddHumanUser", **{**values, **fields}).user_id

    def member(self, name: str, *roles: str) -> tuple[str, str]:
        """The id and a personal access token of a machine user with roles in the organization."""
        user_id = self.machine(name)
        if roles:
            self.call("AddOrgMember", user_id=user_id, roles=roles)
        return user_id, self.call("AddPersonalAccessToken", user_id=user_id).token

    def project(self, name: str, *roles: str) -> str:
        """The id of a project with roles."""
        project_id: str = self.call("AddProject", name=name).id
        for role in roles:
            self.call("AddProjectRole", project_id=project_id, role_key=role, display_name=role)
        return project_id

    @contextlib.contextmanager
    def within(self, org_id: str) -> Iterator[None]:
        """Make calls for an organization."""
        before, self.org_id = self.org_id, org_id
        try:
            yield
        finally:
            self.org_id = before

    def http(self, method: str, path: str, **options: Any) -> tuple[int, dict[str, str], bytes]:
        """A request of the OAuth side: status, headers (lower case), body."""
        url = urllib.parse.urlsplit(self.emulator.issuer)
        assert url.hostname
        assert url.port
        if url.scheme == "https":
            context = ssl.create_default_context(cafile=str(self.emulator.ca_file))
            connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                url.hostname, url.port, timeout=20, context=context
            )
        else:
            connection = http.client.HTTPConnection(url.hostname, url.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(method, path, **options)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def token(self, form: dict[str, str], basic: tuple[str, str] | None = None) -> tuple[int, dict[str, Any]]:
        """A token request: status and answer."""
        headers = {"content-type": "application/x-www-form-urlencoded"}
        if basic:
            import base64

            pair = ":".join(map(urllib.parse.quote_plus, basic))
            headers["authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        body = urllib.parse.urlencode(form)
        status, _, raw = self.http("POST", "/oauth/v2/token", body=body, headers=headers)
        return status, json.loads(raw)


class Machine:
    """A machine user with a key, a client secret, and the right to look at its organization."""

    def __init__(self, wire: Wire, name: str, **fields: Any) -> None:
        self.wire = wire
        self.id = wire.machine(name, **fields)
        self.key: dict[str, str] = json.loads(wire.call("AddMachineKey", user_id=self.id, type=1).key_details)
        secret = wire.call("GenerateMachineSecret", user_id=self.id)
        self.client = (secret.client_id, secret.client_secret)

    def assertion(self, *, kid: str | None = None, key: str | None = None, **claims: Any) -> str:
        """An assertion of the JWT profile; a claim of None is left out."""
        now = int(time.time())
        issuer = self.wire.emulator.issuer
        values = {"iss": self.id, "sub": self.id, "aud": issuer, "iat": now, "exp": now + 300, **claims}
        given = {name: value for name, value in values.items() if value is not None}
        return jwt.encode(given, key or self.key["key"], "RS256", {"kid": kid or self.key["keyId"]})

    def profile(self, scope: str | None = f"openid {API_SCOPE}", **claims: Any) -> tuple[int, dict[str, Any]]:
        """The answer to a token request by the JWT profile."""
        form = {"grant_type": JWT_PROFILE, "assertion": self.assertion(**claims)}
        return self.wire.token({**form, "scope": scope} if scope is not None else form)

    def access_token(self) -> str:
        return str(self.profile()[1]["access_token"])


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    """An emulator that tests share. What a test changes for good, it must have made itself."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def own_emulator() -> Iterator[Emulator]:
    """An emulator for one test."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(scope="module")
def client() -> Iterator[zgrpc.Client]:
    """The owner's client of an emulator for one module."""
    with Emulator() as emulator, emulator.client() as client:
        yield client


@pytest.fixture
def wire(own_emulator: Emulator) -> Iterator[Wire]:
    wire = Wire(own_emulator)
    yield wire
    wire.channel.close()


@pytest.fixture(scope="session")
def shared_wire(emulator: Emulator) -> Iterator[Wire]:
    wire = Wire(emulator)
    yield wire
    wire.channel.close()


@pytest.fixture(scope="session")
def machine(shared_wire: Wire) -> Machine:
    """Its access tokens are opaque."""
    return Machine(shared_wire, "bot")


@pytest.fixture(scope="session")
def jwt_machine(shared_wire: Wire) -> Machine:
    """Its access tokens are JWTs."""
    return Machine(shared_wire, "jwt-bot", access_token_type=1)


@pytest.fixture(scope="session")
def make_wire() -> type[Wire]:
    return Wire


@pytest.fixture(scope="session")
def make_machine() -> type[Machine]:
    return Machine
