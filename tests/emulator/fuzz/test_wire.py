"""Traffic that no client sends: invalid messages, oversized metadata, abandoned calls."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from zitadel import management_pb2 as m

from zgrpc.testing import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES = int(os.environ.get("ZGRPC_FUZZ_CALLS", "20"))
SEED = os.environ.get("ZGRPC_FUZZ_SEED", "0")
PATHS = (
    "/zitadel.management.v1.ManagementService/ListUserGrants",
    "/zitadel.user.v2.UserService/ListUsers",
    "/zitadel.settings.v2.SettingsService/SetHostedLoginTranslation",
)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(seed={"users": 3, "grants": 3}) as running:
        yield running


@pytest.fixture(scope="module")
def channel(emulator: Emulator) -> Iterator[grpc.Channel]:
    with grpc.insecure_channel(emulator.target, [("grpc.max_metadata_size", 1 << 22)]) as channel:
        yield channel


def bearer(emulator: Emulator) -> tuple[tuple[str, str], ...]:
    return (("authorization", f"Bearer {str.__str__(emulator.owner_token)}"),)


def call(channel: grpc.Channel, path: str, data: bytes, **options: Any) -> grpc.StatusCode:
    """How a call with these bytes as its request ends."""
    method: Any = channel.unary_unary(path)
    try:
        method(data, **{"timeout": 20.0, **options})
    except grpc.RpcError as error:
        return error.code()
    return grpc.StatusCode.OK


def still_serves(emulator: Emulator, channel: grpc.Channel) -> bool:
    request = m.ListUserGrantRequest().SerializeToString()
    return call(channel, PATHS[0], request, metadata=bearer(emulator)) is grpc.StatusCode.OK


@pytest.mark.parametrize("path", PATHS)
def test_invalid_bytes_end_only_their_call(path: str, emulator: Emulator, channel: grpc.Channel) -> None:
    chance = random.Random(f"{SEED} {path}")
    for _ in range(BYTES):
        data = chance.randbytes(chance.choice((1, 2, 7, 40, 1000)))
        # grpcio ends it with INTERNAL, as gRPC says of a request that cannot be parsed.
        ended = call(channel, path, data, metadata=bearer(emulator))
        assert ended not in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}
    assert still_serves(emulator, channel)


@pytest.mark.parametrize("depth", [90, 150, 5000])
def test_messages_within_messages_have_an_end(depth: int, emulator: Emulator, channel: grpc.Channel) -> None:
    data = b""
    for _ in range(depth):  # a filter of ListUsers in a filter
        inner = b"\x0a" + varint(len(data)) + data
        data = b"\x6a" + varint(len(inner)) + inner
    ended = call(channel, PATHS[1], b"\x1a" + varint(len(data)) + data, metadata=bearer(emulator))
    assert ended not in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.UNKNOWN}
    assert still_serves(emulator, channel)


def varint(number: int) -> bytes:
    return bytes((number,)) if number < 128 else bytes((number & 127 | 128,)) + varint(number >> 7)


@pytest.mark.parametrize(
    "metadata",
    [
        [("authorization", "Bearer " + "x" * 7_000)],
        [("authorization", "Bearer " * 500)],
        [("x-zitadel-orgid", "9" * 7_000)],
        [(f"x-{number}", "v") for number in range(150)],
        [("x-big", "v" * 1_000_000)],
        [("trace-bin", bytes(range(256)) * 16)],
        [("authorization", "Bearer a"), ("authorization", "Bearer b")],
    ],
    ids=["long token", "many bearers", "long organization", "many", "a megabyte", "binary", "two tokens"],
)
def test_odd_metadata_end_the_call_alone(
    metadata: list[tuple[str, Any]], emulator: Emulator, channel: grpc.Channel
) -> None:
    ended = call(channel, PATHS[0], b"", metadata=[*bearer(emulator), *metadata])
    assert ended not in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.INTERNAL}
    assert still_serves(emulator, channel)


def test_abandoned_calls_leave_no_trace(emulator: Emulator, channel: grpc.Channel) -> None:
    for microseconds in range(0, 3_000, 100):
        call(channel, PATHS[0], b"", metadata=bearer(emulator), timeout=microseconds / 1e6)
    list_grants: Any = channel.unary_unary(PATHS[0])
    pending = [list_grants.future(b"", metadata=bearer(emulator)) for _ in range(30)]
    for future in pending:
        future.cancel()
    assert still_serves(emulator, channel)
