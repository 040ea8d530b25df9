"""`client.map`: call one RPC for many requests, several at a time."""

from __future__ import annotations

# RPCs are overloaded themselves. With mappings only the last four overloads fit, though pyright reports overlaps.
# pyright: reportOverlappingOverload=false
from collections.abc import AsyncIterable, Iterable, Sized
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
    from types import UnionType
    from typing import TypeVar, overload

    from zgrpc._bulk.map_drivers import Plan
    from zgrpc._calls.progress import Progress
    from zgrpc._errors import ListError, ZitadelError

    Q = TypeVar("Q")
    R = TypeVar("R")
    M = TypeVar("M", bound=Mapping[str, object])
    Requests = Iterable[Q] | AsyncIterable[Q]

CONCURRENCY = 64


class Maps:
    """The `map` of `Client`."""

    if TYPE_CHECKING:  # overloads cost time at import
        # fmt: off
        @overload
        def map(
            self, rpc: Callable[[Q], R], requests: Iterable[Q | Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> Generator[R, None, None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], R], requests: Iterable[Q | Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> Generator[R | ZitadelError | ListError, None, None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], R], requests: Iterable[Q], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
        ) -> Generator[tuple[Q, R], None, None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], R], requests: Iterable[Q], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
        ) -> Generator[tuple[Q, R | ZitadelError | ListError], None, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., R], requests: Iterable[Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> Generator[R, None, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., R], requests: Iterable[Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> Generator[R | ZitadelError | ListError, None, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., R], requests: Iterable[M], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
        ) -> Generator[tuple[M, R], None, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., R], requests: Iterable[M], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
        ) -> Generator[tuple[M, R | ZitadelError | ListError], None, None]: ...
        # fmt: on

    def map(
        self,
        rpc: Callable[..., object],
        requests: Iterable[object],
        *,
        concurrency: int = CONCURRENCY,
        ordered: bool = True,
        errors: Literal["raise", "return"] = "raise",
        pairs: bool = False,
        progress: Progress | None = None,
    ) -> Generator[object, None, None]:
        """Call an RPC for each of many requests, up to `concurrency` at a time, and yield the results.

        The iterating thread takes requests one by one, as it takes results. At most four times `concurrency` calls are
        under way or finished and not yet yielded, so memory stays bounded for any number of requests. Nothing is sent
        before the iteration starts. If the iteration ends early, no further call begins; calls under way finish.

        Args:
            rpc: a unary RPC such as ``client.management.get_user_by_id``, the ``.page`` of a list RPC, or any function
                of one argument, such as ``client.batch.user``.
            requests: messages, or mappings of the RPC's fields. May be endless.
            concurrency: the most calls at a time, each in a thread. 64 by default.
            ordered: yield results in the order of the requests; False yields each result when it arrives.
            errors: ``"raise"`` the first `ZitadelError` or `ListError` and stop, or ``"return"`` it in place of the
                result.
            pairs: yield pairs of the request and its result.
            progress: a function, called in the iterating thread after each call with the number of finished calls and
                the number of requests (None if `requests` has no length); or a bar of tqdm, or rich's `Progress`.

        Yields:
            the results; `pairs` and `errors` say what a result is.

        Raises:
            TypeError: an argument has the wrong type.
            ValueError: an argument is out of its range.
            ZitadelError: a call failed; raised at its turn.
            RuntimeError: the function raised StopIteration, which a generator cannot pass on.
        """
        from zgrpc._bulk.map_drivers import run_threads

        return run_threads(_plan(rpc, requests, concurrency, ordered, errors, pairs, progress, Iterable))


class AsyncMaps:
    """The `map` of `AsyncClient`."""

    if TYPE_CHECKING:  # overloads cost time at import
        # fmt: off
        @overload
        def map(
            self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q | Mapping[str, object]], *,
            concurrency: int = ..., ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> AsyncGenerator[R, None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q | Mapping[str, object]], *,
            concurrency: int = ..., ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> AsyncGenerator[R | ZitadelError | ListError, None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
        ) -> AsyncGenerator[tuple[Q, R], None]: ...
        @overload
        def map(
            self, rpc: Callable[[Q], Awaitable[R]], requests: Requests[Q], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
        ) -> AsyncGenerator[tuple[Q, R | ZitadelError | ListError], None]: ...
        @overload
        def map(
            self, rpc: Callable[..., Awaitable[R]], requests: Requests[Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> AsyncGenerator[R, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., Awaitable[R]], requests: Requests[Mapping[str, object]], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[False] = ...,
            progress: Progress | None = ...,
        ) -> AsyncGenerator[R | ZitadelError | ListError, None]: ...
        @overload
        def map(
            self, rpc: Callable[..., Awaitable[R]], requests: Requests[M], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["raise"] = ..., pairs: Literal[True], progress: Progress | None = ...,
        ) -> AsyncGenerator[tuple[M, R], None]: ...
        @overload
        def map(
            self, rpc: Callable[..., Awaitable[R]], requests: Requests[M], *, concurrency: int = ...,
            ordered: bool = ..., errors: Literal["return"], pairs: Literal[True], progress: Progress | None = ...,
        ) -> AsyncGenerator[tuple[M, R | ZitadelError | ListError], None]: ...
        # fmt: on

    def map(
        self,
        rpc: Callable[..., object],
        requests: Requests[object],
        *,
        concurrency: int = CONCURRENCY,
        ordered: bool = True,
        errors: Literal["raise", "return"] = "raise",
        pairs: bool = False,
        progress: Progress | None = None,
    ) -> AsyncGenerator[object, None]:
        """`Client.map` for ``async for``: each call is a task, and `requests` may be an async iterable.

        If the iteration ends early (with `contextlib.aclosing`, or because its task is canceled), the calls under way
        are canceled.
        """
        from zgrpc._bulk.map_drivers import run_tasks

        return run_tasks(_plan(rpc, requests, concurrency, ordered, errors, pairs, progress, Iterable | AsyncIterable))


def _plan(
    rpc: Callable[..., object],
    requests: Requests[object],
    concurrency: int,
    ordered: bool,
    errors: str,
    pairs: bool,
    progress: Progress | None,
    kind: type | UnionType,
) -> Plan:
    from zgrpc._bulk.map_drivers import Plan
    from zgrpc._calls.call import AsyncCall, Call
    from zgrpc._calls.progress import check_progress
    from zgrpc._lists.call import AsyncPagedCall, PagedCall

    bound = getattr(rpc, "__self__", rpc)  # the RPC, or the list RPC of a `.page`
    if isinstance(bound, Call if kind is not Iterable else AsyncCall):
        other, own = ("an AsyncClient", "a Client") if kind is Iterable else ("a Client", "an AsyncClient")
        raise TypeError(f"map: {bound.__name__} belongs to {other}: pass an RPC of {own}")
    if isinstance(rpc, (PagedCall, AsyncPagedCall)):
        name = rpc.__name__
        raise TypeError(f"map: {name} returns a list: pass {name}.page, or a function that goes through the list")
    if not callable(rpc):
        raise TypeError(f"map: rpc must be an RPC such as client.management.get_user_by_id, not {type(rpc).__name__}")
    if isinstance(requests, (str, bytes, dict)) or not isinstance(requests, kind):
        raise TypeError(f"map: requests must be an iterable of requests, not {type(requests).__name__}")
    if isinstance(concurrency, bool) or not isinstance(concurrency, int):
        raise TypeError(f"map: concurrency must be an int, not {type(concurrency).__name__}")
    if concurrency < 1:
        raise ValueError(f"map: concurrency must be at least 1, not {concurrency}")
    if errors not in ("raise", "return"):
        raise ValueError(f"map: errors must be 'raise' or 'return', not {errors!r}")
    shown = check_progress(progress, "map")
    total = len(requests) if isinstance(requests, Sized) else None
    fields = isinstance(bound, (Call, AsyncCall))
    metadata = (
        isinstance(bound, (Call, AsyncCall)) and "metadata" not in bound.rpc.request_class.DESCRIPTOR.fields_by_name
    )
    return Plan(
        rpc, fields, metadata, requests, concurrency, bool(ordered), errors == "return", bool(pairs), shown, total
    )
