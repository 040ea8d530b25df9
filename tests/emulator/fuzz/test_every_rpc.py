"""Every served RPC, called with random requests: no INTERNAL, no UNKNOWN that ZITADEL would not give, no hang.

`make fuzz` calls each RPC 200 times: ``ZGRPC_FUZZ_CALLS`` (an integer) of them, and other ones by ``ZGRPC_FUZZ_SEED``.
"""

from __future__ import annotations

import importlib.util
import os
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import grpc
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from zgrpc._contract.rpc import all_rpcs
from zgrpc.testing import Emulator
from zgrpc.testing.registry import load

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

CALLS = int(os.environ.get("ZGRPC_FUZZ_CALLS", "3"))
SEED = os.environ.get("ZGRPC_FUZZ_SEED", "0")
SERVED = {rpc.short_name: rpc for rpc in all_rpcs().values() if rpc.full_name in load()}
DEADLINE = 20.0  # seconds
KEY = rsa.generate_private_key(65537, 2048)
"""The key of the system user whose token the RPCs of the system take."""
_SPKI = serialization.PublicFormat.SubjectPublicKeyInfo
PUBLIC = KEY.public_key().public_bytes(serialization.Encoding.PEM, _SPKI).decode()

# What ZITADEL answers UNKNOWN: validation of v1, a missing token, and what its queries or PostgreSQL say of a value.
UNKNOWN = (
    "rpc error: code = ",
    "values array must not be empty",
    "missing column",
    "ERROR: bigint out of range",
    "time: invalid duration ",
)

# The buckets of others, logins by other protocols, an emulator without its instance; and what ZITADEL says where a
# request chooses none of a oneof.
UNIMPLEMENTED = (
    "is emulated for data_orgs alone",
    "is not emulated for providers of kind",
    "is not emulated for the first instance",
    "(ORGv2-SD2r1)",
    "(USERv2-S2g21)",
)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(system_users={"root": PUBLIC}) as running:
        yield running


@pytest.fixture(scope="module")
def channel(emulator: Emulator) -> Iterator[grpc.Channel]:
    with grpc.insecure_channel(emulator.target, options=[("grpc.max_receive_message_length", -1)]) as channel:
        yield channel


@pytest.fixture(scope="module")
def requests() -> Any:
    path = Path(__file__).with_name("requests.py")
    spec = importlib.util.spec_from_file_location("fuzz_requests", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Requests


@pytest.mark.timeout(120 + CALLS * 2)
@pytest.mark.parametrize("name", sorted(SERVED))
def test_any_request_ends_with_a_status_of_zitadel(
    name: str, emulator: Emulator, channel: grpc.Channel, requests: Any
) -> None:
    chance = random.Random(f"{SEED} {name}")
    known = populate(emulator)
    make = requests(chance, known)
    rpc = SERVED[name]
    make_message = rpc.request_class
    call = channel.unary_unary(rpc.path, make_message.SerializeToString, rpc.response_class.FromString)
    by_system = rpc.permission.startswith("system.")
    token = token_of_the_system(emulator) if by_system else str.__str__(emulator.owner_token)
    for number in range(CALLS):
        request = make_message()
        if number:  # the first one is empty
            make.fill(request)
        try:
            call(request, metadata=metadata(chance, token, known), timeout=DEADLINE)
        except grpc.RpcError as error:
            assert allowed(error), f"{error.code()} {error.details()}\n{name} {request}"
        if number % 25 == 24:  # calls may have removed much
            known[:] = populate(emulator)


def populate(emulator: Emulator) -> list[str]:
    """A world to meet: its ids and names."""
    emulator.reset()
    emulator.seed(users=6, projects=3, grants=6, tokens=2, memberships=3)
    emulator.seed(users=3, projects=1, grants=2, org="Other")
    store = emulator.store
    columns = (
        ("users", "id"), ("users", "user_name"), ("orgs", "id"), ("orgs", "name"), ("projects", "id"), ("roles", "key"),
        ("user_grants", "id"), ("pats", "id"), ("org_domains", "domain"),
    )  # fmt: skip
    found = [row[0] for table, column in columns for row in store.all(f"SELECT {column} FROM {table}")]
    return [*found, store.fact("instance_id"), "ORG_OWNER", "PROJECT_OWNER", "IAM_OWNER_VIEWER"]


def token_of_the_system(emulator: Emulator) -> str:
    now = int(time.time())
    claims = {"iss": "root", "sub": "root", "aud": emulator.url, "iat": now, "exp": now + 600}
    return jwt.encode(claims, KEY, algorithm="RS256")


def metadata(chance: random.Random, token: str, known: list[str]) -> tuple[tuple[str, str], ...]:
    """Mostly a token and the owner's organization; sometimes none, or another."""
    sent = []
    if chance.random() < 0.95:
        sent.append(("authorization", f"Bearer {token}"))
    if chance.random() < 0.2:
        sent.append(("x-zitadel-orgid", chance.choice([value for value in known if value.isdigit()])))
    return tuple(sent)


def allowed(error: Any) -> bool:
    """Whether ZITADEL could end a call like this."""
    code, text = error.code(), error.details()
    if code is grpc.StatusCode.UNKNOWN:
        return bool(text.startswith(UNKNOWN))
    if code is grpc.StatusCode.INTERNAL:  # a credential that ZITADEL cannot read, and a change to nothing
        return "(WEBAU-" in text or "(COMMAND-Oop8a)" in text
    if code is grpc.StatusCode.UNIMPLEMENTED:
        return any(why in text for why in UNIMPLEMENTED)
    return code not in {
        grpc.StatusCode.DEADLINE_EXCEEDED,
        grpc.StatusCode.UNAVAILABLE,
    }
