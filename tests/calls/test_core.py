"""What a client shares with all its scopes: the channel and its callables, at the end, after a fork, in event loops."""

from __future__ import annotations

import asyncio
import time
import weakref
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from tests.scripted import AsyncScripted, Scripted
from zgrpc._calls.core import AsyncCore, Core
from zgrpc._calls.otel import OpenTelemetry
from zgrpc._calls.slices import AT_ONCE
from zgrpc._contract.rpc import all_rpcs
from zgrpc._transport.address import parse_address
from zgrpc._transport.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = Settings(parse_address("http://localhost:1"))
GET = all_rpcs()["zitadel.management.v1.ManagementService/GetMyOrg"]
LIST = all_rpcs()["zitadel.management.v1.ManagementService/ListUsers"]


def is_closed(channel: grpc.Channel) -> bool:
    call: Any = channel.unary_unary("/")
    try:
        call(b"", timeout=0.01)
    except grpc.RpcError:
        return False
    except ValueError:
        return True
    raise AssertionError("nobody listens there")


def closes(channel: grpc.Channel) -> bool:
    """Whether a channel is closed within a few seconds."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if is_closed(channel):
            return True
        time.sleep(0.001)
    return False


@pytest.fixture
def core() -> Core:
    """A core that connects by itself."""
    return Core(SETTINGS, None)


# -- calls ----------------------------------------------------------------------------------------
def test_a_channel_is_opened_once(core: Core) -> None:
    assert core.channel is core.channel


def test_calls_are_watched_for_a_hook_and_for_telemetry_only() -> None:
    assert not Core(SETTINGS, None).watched
    assert Core(SETTINGS, None, on_call=print).watched
    assert Core(SETTINGS, None, telemetry=OpenTelemetry()).watched


def test_rpcs_are_registered_with_grpc() -> None:
    channel = Scripted()
    Core(SETTINGS, channel).method(GET)
    assert channel.options["_registered_method"] is True


@pytest.mark.parametrize(("rpc", "parsed"), [(GET, True), (LIST, False)])
def test_only_large_answers_to_lists_are_left_to_be_parsed_in_slices(rpc: Any, parsed: bool) -> None:
    channel = AsyncScripted()
    AsyncCore(SETTINGS, channel).method(rpc)
    large = b"\x82\x7d" + b"\x80\x80\x40" + bytes(AT_ONCE * 4)  # a field that no message has, of 1 MiB
    assert isinstance(channel.options["response_deserializer"](large), rpc.response_class) is parsed


@pytest.mark.parametrize(("rpc", "algorithm"), [(GET, None), (LIST, grpc.Compression.Gzip)])
def test_only_the_requests_of_lists_are_compressed(rpc: Any, algorithm: grpc.Compression | None) -> None:
    settings = SETTINGS._replace(compression=grpc.Compression.Gzip)
    request, answer = rpc.request_class(), rpc.response_class()
    channel = Scripted(answer)
    assert Core(settings, channel).method(rpc)(request) is answer
    assert getattr(channel.sent[0], "compression", None) is algorithm

    async def call() -> None:
        channel = AsyncScripted(answer)
        assert await AsyncCore(settings, channel).method(rpc)(request, timeout=1.0, metadata=()) is answer
        assert getattr(channel.sent[0], "compression", None) is algorithm

    asyncio.run(call())


def test_requests_are_compressed_only_if_asked_for() -> None:
    channel = Scripted(LIST.response_class())
    Core(SETTINGS, channel).method(LIST)(LIST.request_class())
    assert not hasattr(channel.sent[0], "compression")


# -- the end --------------------------------------------------------------------------------------
def test_the_end_returns_the_channel_that_is_left_to_close(core: Core) -> None:
    channel = core.channel
    assert core.end() is channel
    assert core.end() is None


def test_the_callers_channel_is_not_left_to_close() -> None:
    assert Core(SETTINGS, Scripted()).end() is None


def test_an_answer_that_comes_after_the_end_opens_nothing_again(core: Core) -> None:
    core.end()
    core.answered()
    assert core.closed
    with pytest.raises(RuntimeError, match="the client is closed"):
        core.method(GET)


# -- locks of gRPC that may be stuck ----------------------------------------------------------------
def test_an_abandoned_channel_serves_no_new_call_and_is_closed_at_the_end(core: Core) -> None:
    before, call = core.channel, core.method(GET)
    core.abandon()
    after = core.channel
    assert after is not before
    assert core.method(GET) is not call
    assert core.end() is after
    assert closes(before)


def test_without_a_channel_there_is_nothing_to_abandon(core: Core) -> None:
    core.abandon()
    assert core.end() is None


def test_the_callers_channel_is_never_abandoned() -> None:
    channel = Scripted()
    core = Core(SETTINGS, channel)
    core.abandon()
    assert core.channel is channel
    core.end()
    assert channel.closed == 0


# -- forks ----------------------------------------------------------------------------------------
def test_a_child_process_connects_anew(core: Core) -> None:
    before = core.channel
    core.answered()
    core.forked()
    assert core.state == "not connected"
    assert core.channel is not before


def test_the_channels_of_all_ancestors_are_kept(core: Core) -> None:
    """To close one could wait for threads that stayed behind."""
    channels = []
    for _ in range(3):
        channels.append(weakref.ref(core.channel))
        core.forked()
    assert all(channel() is not None for channel in channels)


def test_a_child_process_closes_only_what_it_opened_itself(core: Core) -> None:
    parents = core.channel
    core.abandon()
    core.forked()
    own = []
    for _ in range(8):  # they are closed in threads, and the parent's would be among the first
        own.append(core.channel)
        core.abandon()
    core.end()
    assert all(map(closes, own))
    assert not is_closed(parents)


def test_a_child_process_goes_on_with_the_callers_channel() -> None:
    channel = Scripted()
    core = Core(SETTINGS, channel)
    core.answered()
    core.forked()
    assert core.channel is channel
    assert core.state == "connected"


@pytest.mark.parametrize("make", [lambda: Core(SETTINGS, None), lambda: AsyncCore(SETTINGS, None)])
def test_a_client_that_was_closed_stays_so_in_a_child_process(make: Callable[[], Any]) -> None:
    core = make()
    core.end()
    core.forked()
    assert core.closed


def test_a_child_process_keeps_the_rate() -> None:
    core = Core(SETTINGS, None, rate=1)
    core.forked()
    assert core.limiter is not None
    assert core.limiter.reserve(0.0, 9.0) == 0


def test_an_asyncio_client_that_was_connected_refuses_calls_in_a_child_process() -> None:
    core = AsyncCore(SETTINGS, AsyncScripted())
    core.forked()
    with pytest.raises(RuntimeError, match="connected before the process was forked"):
        core.method(GET)


def test_an_asyncio_client_that_was_not_connected_serves_a_child_process() -> None:
    core = AsyncCore(SETTINGS, None)
    core.forked()

    async def connect() -> None:
        core.enter_loop()
        core.method(GET)
        channel = core.end()
        assert channel is not None
        await channel.close()

    asyncio.run(connect())


# -- event loops ----------------------------------------------------------------------------------
def channel_in_a_loop_of_its_own(core: AsyncCore) -> grpc.aio.Channel:
    async def enter() -> grpc.aio.Channel:
        core.enter_loop()
        return core.channel

    return asyncio.run(enter())


def test_an_asyncio_client_connects_anew_in_another_event_loop() -> None:
    core = AsyncCore(SETTINGS, None)
    assert channel_in_a_loop_of_its_own(core) is not channel_in_a_loop_of_its_own(core)


def test_the_callers_channel_is_kept_in_another_event_loop() -> None:
    channel = AsyncScripted()
    core = AsyncCore(SETTINGS, channel)
    for _ in range(2):
        assert channel_in_a_loop_of_its_own(core) is channel


def test_two_event_loops_at_once_are_refused() -> None:
    core = AsyncCore(SETTINGS, AsyncScripted())
    with asyncio.Runner() as first, asyncio.Runner() as second:

        async def enter() -> None:
            core.enter_loop()

        first.run(enter())
        with pytest.raises(RuntimeError, match="make one AsyncClient for each event loop"):
            second.run(enter())
