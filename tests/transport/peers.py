"""A server that notes over which connection each call came."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Self

import grpc


class Peers(grpc.GenericRpcHandler):
    """Answers every RPC with an empty message, or with a status.

    Args:
        together: how many calls must be in flight before any of them is answered.
        code: the status of the answers.

    Attributes:
        seen: the peer of each call.
        arrived: set when the first call arrives.
        ended: set when the first call ends for the server, be it answered or canceled.
    """

    def __init__(self, together: int = 1, code: grpc.StatusCode = grpc.StatusCode.OK) -> None:
        self.seen: list[str] = []
        self.arrived, self.ended = threading.Event(), threading.Event()
        self._code = code
        self._barrier = threading.Barrier(together)
        self._server = grpc.server(ThreadPoolExecutor(max(together, 16)), handlers=[self])
        self.target = f"127.0.0.1:{self._server.add_insecure_port('127.0.0.1:0')}"
        self.url = f"http://{self.target}"

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[bytes, bytes]:
        return grpc.unary_unary_rpc_method_handler(self._answer)

    def _answer(self, _: bytes, context: grpc.ServicerContext) -> bytes:
        self.seen.append(context.peer())
        context.add_callback(self.ended.set)
        self.arrived.set()
        self._barrier.wait(10)
        context.set_code(self._code)
        return b""

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._barrier.abort()
        self._server.stop(None).wait(10)
