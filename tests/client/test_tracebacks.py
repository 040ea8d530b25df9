"""A traceback with local variables shows no secret of a call, however the call fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
import pytest
from _pytest._io.saferepr import saferepr
from rich.pretty import pretty_repr

import zgrpc
from zgrpc._connection import Connection, from_profile
from zgrpc.guard import ApplicationKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import FrameType

    from zgrpc.testing import Emulator

SECRET = "s3cr3t-of-the-tests"
TOKEN = SECRET + "-and-more" * 20  # longer than what rich shows of a string
METADATA = (("x-api-key", TOKEN),)
BINARY = (("x-api-key-bin", TOKEN.encode()),)


def frames(error: BaseException) -> Iterator[FrameType]:
    """Every frame below the test's own, of the error and of those it came from."""
    seen: set[int] = set()
    errors: list[BaseException | None] = [error]
    while errors:
        error_ = errors.pop()
        if error_ is None or id(error_) in seen:
            continue
        seen.add(id(error_))
        errors += [error_.__cause__, error_.__context__]
        trace = error_.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename != __file__:
                yield trace.tb_frame
            trace = trace.tb_next


def shown(error: BaseException) -> list[str]:
    """Where a printer of local variables shows the secret."""
    printers: tuple[Callable[[object], str], ...] = (
        repr,
        saferepr,
        lambda value: pretty_repr(value, max_length=10, max_string=80),
    )
    found = list(frames(error))
    assert found
    return [
        f"{frame.f_code.co_filename}:{frame.f_lineno} {name}"
        for frame in found
        for name, value in frame.f_locals.items()
        if any(SECRET in printer(value) for printer in printers)
    ]


def raw_get(client: Any, **options: Any) -> Any:
    from zitadel import management_pb2, management_pb2_grpc

    return management_pb2_grpc.ManagementServiceStub(client.channel).GetMyOrg(
        management_pb2.GetMyOrgRequest(), **options
    )


REJECTED: dict[str, Callable[[Any], Any]] = {
    "a token that is no header": lambda c: c.auth.get_my_user(token=TOKEN + "\n"),
    "a token that is bytes": lambda c: c.auth.get_my_user(token=TOKEN.encode()),
    "an unknown field beside a token": lambda c: c.auth.get_my_user(token=TOKEN, nonsense=1),
    "an unknown field beside metadata": lambda c: c.auth.get_my_user(metadata=METADATA, nonsense=1),
    "metadata as a list": lambda c: c.auth.get_my_user(metadata=[[*METADATA[0]]]),
    "metadata as a mapping with a bad key": lambda c: c.auth.get_my_user(metadata={"X Key": TOKEN}),
    "metadata that is text": lambda c: c.auth.get_my_user(metadata=TOKEN),
    "metadata with a bad value": lambda c: c.auth.get_my_user(metadata=(("x-api-key", TOKEN + "\n"),)),
    "a bad timeout beside metadata": lambda c: c.auth.get_my_user(metadata=METADATA, timeout=-1),
    "a bad timeout beside binary metadata": lambda c: c.auth.get_my_user(metadata=BINARY, timeout=-1),
    "bound metadata with a bad key": lambda c: c.auth.get_my_user.with_options(metadata=(("X Key", TOKEN),)),
    "a bad bound timeout": lambda c: c.auth.get_my_user.with_options(metadata=METADATA, token=TOKEN, timeout=-1),
    "a bad bound token": lambda c: c.auth.get_my_user.with_options(token=TOKEN + " "),
    "a bad token of a scope": lambda c: c.with_token(TOKEN + " "),
    "a bad bound token of a list": lambda c: c.management.list_users.with_options(token=TOKEN + " "),
    "a bad bound timeout of a list": lambda c: c.management.list_users.with_options(metadata=METADATA, timeout=-1),
    "a list with a bad token": lambda c: c.management.list_users(token=TOKEN + " "),
    "a list with a bad filter": lambda c: c.management.list_users(token=TOKEN, metadata=METADATA, where={"no": 1}),
    "a page with a bad filter": lambda c: c.management.list_users.page(token=TOKEN, metadata=METADATA, where={"no": 1}),
    "a page with a bad timeout": lambda c: c.management.list_users.page(metadata=METADATA, timeout=-1),
    "an RPC with a field named metadata": lambda c: c.v2.user.set_user_metadata(token=TOKEN, nonsense=1),
    "a raw call with bad metadata": lambda c: raw_get(c, metadata=(("X Key", TOKEN),)),
    "a raw call with an unknown keyword": lambda c: raw_get(c, metadata=METADATA, nonsense=1),
}


@pytest.mark.parametrize("case", REJECTED)
def test_a_rejected_call_shows_no_secret(emulator: Emulator, case: str) -> None:
    with emulator.client() as client, pytest.raises((TypeError, ValueError)) as error:
        REJECTED[case](client)
    assert shown(error.value) == []


@pytest.mark.parametrize("case", REJECTED)
async def test_a_rejected_call_of_an_asyncio_client_shows_no_secret(emulator: Emulator, case: str) -> None:
    async with emulator.async_client() as client:
        with pytest.raises((TypeError, ValueError)) as error:
            REJECTED[case](client)
    assert shown(error.value) == []


def everything(client: Any) -> dict[str, Any]:
    """Calls, bound calls, scopes, pages, lists and raw calls, with a token that the server rejects."""
    return {
        "a call": lambda: client.auth.get_my_user(token=TOKEN, metadata=METADATA),
        "a bound call": lambda: client.auth.get_my_user.with_options(token=TOKEN, metadata=METADATA)(timeout=10),
        "a call of a scope": lambda: client.with_token(TOKEN).auth.get_my_user(metadata=METADATA),
        "a page": lambda: client.management.list_users.page(token=TOKEN, metadata=METADATA),
        "a list": lambda: client.management.list_users(token=TOKEN, metadata=METADATA).all(),
        "a bound list": lambda: client.management.list_users.with_options(token=TOKEN, metadata=METADATA)().first(),
        "an RPC with a field named metadata": lambda: client.v2.user.set_user_metadata(user_id="1", token=TOKEN),
        "a raw call": lambda: raw_get(client.with_token(TOKEN), metadata=METADATA),
        "a raw call with a token of its own": lambda: raw_get(client, metadata=(("authorization", f"Bearer {TOKEN}"),)),
    }


CALLS = list(everything(None))


@pytest.mark.parametrize("case", CALLS)
def test_a_failed_call_shows_no_secret(emulator: Emulator, case: str) -> None:
    with emulator.client() as client, pytest.raises(grpc.RpcError) as error:
        everything(client)[case]()
    assert error.value.code() is grpc.StatusCode.UNAUTHENTICATED
    assert shown(error.value) == []


@pytest.mark.parametrize("case", CALLS)
async def test_a_failed_call_of_an_asyncio_client_shows_no_secret(emulator: Emulator, case: str) -> None:
    async with emulator.async_client() as client:
        with pytest.raises(grpc.RpcError) as error:
            await everything(client)[case]()
    assert error.value.code() is grpc.StatusCode.UNAUTHENTICATED
    assert shown(error.value) == []


def test_a_failed_call_shows_no_binary_metadata(emulator: Emulator) -> None:
    with emulator.client() as client, pytest.raises(grpc.RpcError) as error:
        client.with_token("a-token-of-the-tests").auth.get_my_user(metadata=BINARY)
    # gRPC itself takes no subclass of bytes, so its own frames show them.
    assert [line for line in shown(error.value) if "/grpc/" not in line] == []


MAPPED: list[dict[str, Any]] = [
    {"token": TOKEN, "metadata": METADATA},
    {"token": TOKEN, "metadata": METADATA, "nonsense": 1},
    {"metadata": {"X Key": TOKEN}},
]


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize("request_", MAPPED)
def test_a_failed_call_of_map_shows_no_secret(emulator: Emulator, request_: dict[str, Any], ordered: bool) -> None:
    with emulator.client() as client, pytest.raises((grpc.RpcError, TypeError, ValueError)) as error:
        list(client.map(client.auth.get_my_user, [request_], ordered=ordered))
    assert shown(error.value) == []


@pytest.mark.parametrize("request_", MAPPED)
async def test_a_failed_call_of_an_asyncio_map_shows_no_secret(emulator: Emulator, request_: dict[str, Any]) -> None:
    async with emulator.async_client() as client:
        results = client.map(client.auth.get_my_user, [request_])
        with pytest.raises((grpc.RpcError, TypeError, ValueError)) as error:
            await anext(results)
        await results.aclose()
    assert shown(error.value) == []


def test_map_returns_a_request_with_a_token_as_it_was_given(emulator: Emulator) -> None:
    request = {"token": str(emulator.owner_token), "metadata": {"x-request-id": "42"}}
    with emulator.client() as client:
        ((given, answer),) = client.map(client.auth.get_my_user, [request], pairs=True)
    assert given["token"] == request["token"]
    assert answer.user.id


@pytest.mark.parametrize("case", ["a call", "a list", "a raw call"])
def test_a_watched_call_that_fails_shows_no_secret(emulator: Emulator, case: str) -> None:
    with emulator.client(on_call=lambda _: None) as client, pytest.raises(grpc.RpcError) as error:
        everything(client)[case]()
    assert shown(error.value) == []


def test_a_rejected_profile_shows_no_secret(tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.touch(mode=0o600)
    path.write_text(f'[prod]\ntoken = "{TOKEN}"\nkey_file = "{SECRET}"\nnonsense = 1\n')
    with pytest.raises(ValueError, match="'nonsense' is unknown") as error:
        from_profile("prod", path)
    assert shown(error.value) == []


def test_the_repr_of_a_connection_shows_no_secret(tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.touch(mode=0o600)
    path.write_text(f'[prod]\nurl = "https://me:{SECRET}@acme"\ntoken = "{TOKEN}"\nkey_file = "{SECRET}"\n')
    for connection in (from_profile("prod", path), Connection(url=PASSWORD, key_file=SECRET)):
        assert SECRET not in repr(connection) + pretty_repr(connection)


URL = "https://acme.zitadel.cloud"
PASSWORD = f"https://me:{SECRET}@acme.zitadel.cloud"


@pytest.mark.parametrize(
    "arguments",
    [
        {"address": PASSWORD},
        {"address": f"https://acme.zitadel.cloud/?key={SECRET}"},
        {"address": f"https://acme.zitadel.cloud/#{SECRET}"},
        {"address": f'{{"key": "{SECRET}"}}'},
        {"address": f"-----BEGIN {SECRET}"},
        {"address": URL, "issuer": PASSWORD},
        {"address": URL, "issuer": f"{SECRET}@acme"},
        {"address": URL, "authority": f"me:{SECRET}@acme"},
        {"address": URL, "authority": f"me:{SECRET}@acme", "timeout": -1},
        {"address": URL, "issuer": PASSWORD, "timeout": -1},
        {"address": URL, "metadata": METADATA, "retry": 7},
        {"address": URL, "metadata": BINARY, "timeout": -1},
        {"address": URL, "metadata": METADATA, "channel_options": 7},
        {"address": URL, "channel_options": {"grpc.http_proxy": f"http://me:{SECRET}@proxy"}, "timeout": -1},
        {"address": URL, "proxy": f"http://me:{SECRET}@proxy:3128", "retry": 7},
        {"address": URL, "proxy": f"socks5://me:{SECRET}@proxy"},
        {"address": URL, "instance_host": f"me:{SECRET}\n"},
    ],
)
@pytest.mark.parametrize("made", ["client", "environment"])
def test_a_rejected_argument_of_a_client_shows_no_secret(made: str, arguments: dict[str, Any]) -> None:
    credentials = zgrpc.ClientCredentials("robot", "a-client-secret-of-the-tests")
    environ = {"ZITADEL_URL": arguments["address"], "ZITADEL_CLIENT_ID": "1", "ZITADEL_CLIENT_SECRET": "2"}
    options = {name: arguments[name] for name in arguments if name != "address"}
    make: dict[str, Callable[[], object]] = {
        "client": lambda: zgrpc.Client(**arguments, credentials=credentials),
        "environment": lambda: zgrpc.Client.from_env(environ, **options),
    }
    with pytest.raises((TypeError, ValueError)) as error:
        make[made]()
    assert SECRET not in str(error.value)
    assert shown(error.value) == []


@pytest.mark.parametrize(
    "make",
    [
        zgrpc.AccessToken,
        zgrpc.PersonalAccessToken,
        lambda secret: zgrpc.ClientCredentials("id", secret),
        lambda secret: zgrpc.TokenExchange(client_id="id", client_secret=secret, subject_token="token-of-the-user"),
        lambda secret: zgrpc.SystemUser("id", secret),
        lambda secret: ApplicationKey(client_id="id", key_id="1", key=secret),
    ],
    ids=["AccessToken", "PersonalAccessToken", "ClientCredentials", "TokenExchange", "SystemUser", "ApplicationKey"],
)
def test_a_secret_as_bytes_is_rejected_and_not_shown(make: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="must be a str, not bytes") as raised:
        make(TOKEN.encode())
    assert shown(raised.value) == []
