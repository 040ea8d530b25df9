"""User grants from prepared bytes, so that a list costs the client and the wire, and next to nothing else."""

from __future__ import annotations

import argparse
import threading
import time
from concurrent import futures
from typing import Any

import grpc
from zitadel import management_pb2, object_pb2, user_pb2


class Grants(grpc.GenericRpcHandler):
    def __init__(self, rows: int, cap: int, delay: float) -> None:
        self._cap, self._delay = cap, delay
        self._items = []
        for i in range(rows):
            grant = user_pb2.UserGrant(
                id=str(69_629_023_906_488_334 + i), role_keys=["admin", "editor"],
                user_id=str(42_000_000_000_000_000 + i),
                user_name=f"user-{i}@acme.example", first_name="Gigi", last_name="Giraffe", org_id="41000000000000000",
                org_name="Acme", org_domain="acme.example", email=f"user-{i}@acme.example",
                project_id="43000000000000000",
                project_name="Zoo", display_name="Gigi Giraffe", preferred_login_name=f"user-{i}@acme.example",
                state=user_pb2.USER_GRANT_STATE_ACTIVE, user_type=user_pb2.TYPE_HUMAN,
            )  # fmt: skip
            grant.details.sequence, grant.details.resource_owner = i + 1, "41000000000000000"
            grant.details.creation_date.GetCurrentTime()
            self._items.append(management_pb2.ListUserGrantResponse(result=[grant]).SerializeToString())
        details = object_pb2.ListDetails(total_result=rows)
        self._head = management_pb2.ListUserGrantResponse(details=details).SerializeToString()

    def service(self, _: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler[Any, Any]:
        return grpc.unary_unary_rpc_method_handler(self._answer)

    def _answer(self, request: bytes, _: grpc.ServicerContext) -> bytes:
        if self._delay:
            time.sleep(self._delay)
        query = management_pb2.ListUserGrantRequest.FromString(request).query
        limit = query.limit or len(self._items)
        if self._cap:
            limit = min(limit, self._cap)
        return self._head + b"".join(self._items[query.offset : query.offset + limit])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--cap", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--gzip", action="store_true", help="compress answers, as a Go server does when asked to")
    given = parser.parse_args()
    server = grpc.server(
        futures.ThreadPoolExecutor(8), handlers=[Grants(given.rows, given.cap, given.delay)],
        options=[("grpc.max_send_message_length", -1)],
        compression=grpc.Compression.Gzip if given.gzip else None,
    )  # fmt: skip
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(port, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main()
