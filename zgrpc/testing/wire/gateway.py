"""The API over HTTP/1.1: the routes of the contract as JSON, gRPC-Web, and for v2 the Connect protocol."""

from __future__ import annotations

import base64
import json
import struct
import urllib.parse
from typing import TYPE_CHECKING, Any, cast

import grpc
from google.protobuf import json_format
from google.protobuf.message import DecodeError
from google.rpc import status_pb2

from zgrpc.testing.errors import Err, bare
from zgrpc.testing.fault import Interrupted
from zgrpc.testing.oauth_types import Answer
from zgrpc.testing.wire.methods import find_method
from zgrpc.testing.wire.routes import find, is_api, query_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from google.protobuf.descriptor import Descriptor
    from google.protobuf.message import Message

    from zgrpc.testing.wire.methods import Method
    from zgrpc.testing.wire.server import Service

_JSON, _PROTO = "application/json", "application/proto"
_WITH_BODY = ("POST", "PUT", "PATCH")
_HTTP_STATUS = {
    "CANCELLED": 499, "INVALID_ARGUMENT": 400, "DEADLINE_EXCEEDED": 504, "NOT_FOUND": 404, "ALREADY_EXISTS": 409,
    "PERMISSION_DENIED": 403, "UNAUTHENTICATED": 401, "RESOURCE_EXHAUSTED": 429, "FAILED_PRECONDITION": 400,
    "ABORTED": 409, "OUT_OF_RANGE": 400, "UNIMPLEMENTED": 501, "UNAVAILABLE": 503,
}  # fmt: skip
"""The HTTP status of a gRPC status, the same for the JSON gateway and for Connect; 500 for the others."""

Failure = Err | Interrupted


class Gateway:
    """Answer HTTP requests by calls of a gRPC service."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def answer(self, verb: str, target: str, headers: Mapping[str, str], body: bytes, peer: str) -> Answer | None:
        """Return the answer to a request; None if the path is not part of the API.

        Args:
            verb: the HTTP method.
            target: the path with its query.
            headers: the headers, by name in lower case.
            body: the body.
            peer: the client's address, as gRPC writes it.
        """
        path, _, query = target.partition("?")
        content = headers.get("content-type", "").partition(";")[0].strip().lower()
        method = find_method(path)
        if method is not None and verb == "POST":
            if content.startswith("application/grpc-web"):
                return self._grpc_web(method, content, headers, body, peer)
            if method.v2 and content in (_JSON, _PROTO):
                return self._connect(method, content, headers, body, peer)
            return Answer(415, b"", "")
        found = find(verb, path)
        if found is None:
            return _error(bare("NOT_FOUND", "Not Found")) if is_api(path) else None
        method, variables = found
        try:
            request = _read_json(method, body if verb in _WITH_BODY else b"")
            descriptor = cast("Descriptor", request.DESCRIPTOR)
            fields = urllib.parse.parse_qsl(query, keep_blank_values=True)
            json_format.ParseDict(query_fields(descriptor, fields), request, ignore_unknown_fields=True)
            for name in variables:  # the path counts before the body
                request.ClearField(name)
            json_format.ParseDict(query_fields(descriptor, variables.items()), request)
        except (ValueError, json_format.ParseError) as error:
            return _error(bare("INVALID_ARGUMENT", str(error)))
        response, failure = self._call(method, request, headers, peer)
        return _error(failure) if failure is not None else _json(response)

    def _call(
        self, method: Method, request: Message, headers: Mapping[str, str], peer: str
    ) -> tuple[Any, Failure | None]:
        metadata = {name.removeprefix("grpc-metadata-"): value for name, value in headers.items()}
        response, failure = self._service.call(method, request, metadata, headers.get("host", ""), lambda: peer)
        if isinstance(response, bytes):  # large lists come serialized already
            response = method.response.FromString(response)
        return response, failure

    def _grpc_web(self, method: Method, content: str, headers: Mapping[str, str], body: bytes, peer: str) -> Answer:
        as_text = content.startswith("application/grpc-web-text")
        failure: Failure | None
        response: Any = None
        try:
            framed = base64.b64decode(body) if as_text else body
            flags, length = struct.unpack_from(">BI", framed)
            if flags or len(framed) != 5 + length:
                raise ValueError("a unary call has one message, not compressed")
            request = method.request.FromString(framed[5:])
        except (ValueError, struct.error, DecodeError) as error:
            failure = bare("INTERNAL", f"not a gRPC-Web request: {error}")
        else:
            response, failure = self._call(method, request, headers, peer)
        code = grpc.StatusCode.OK if failure is None else failure.code
        trailers = [("grpc-status", str(code.value[0]))]
        if failure is not None:
            trailers.append(("grpc-message", urllib.parse.quote(failure.details, safe=" !#$&'()*+,/:;=?@[]")))
            trailers += [(name, base64.b64encode(value).decode().rstrip("=")) for name, value in failure.trailers()]
        ending = "".join(f"{name}: {value}\r\n" for name, value in trailers).encode()
        message = b"" if failure is not None else response.SerializeToString()
        frames = b"" if failure is not None else struct.pack(">BI", 0, len(message)) + message
        frames += struct.pack(">BI", 0x80, len(ending)) + ending
        return Answer(200, base64.b64encode(frames) if as_text else frames, content)

    def _connect(self, method: Method, content: str, headers: Mapping[str, str], body: bytes, peer: str) -> Answer:
        try:
            request = _read_json(method, body) if content == _JSON else method.request.FromString(body)
        except (ValueError, json_format.ParseError, DecodeError) as error:
            return _connect_error(bare("INVALID_ARGUMENT", f"unmarshal message: {error}"))
        response, failure = self._call(method, request, headers, peer)
        if failure is not None:
            return _connect_error(failure)
        return _json(response) if content == _JSON else Answer(200, response.SerializeToString(), _PROTO)


def _read_json(method: Method, body: bytes) -> Message:
    request = method.request()
    if body.strip():
        json_format.Parse(body, request, ignore_unknown_fields=True)
    return request


def _json(response: Message) -> Answer:
    return _dumped(200, json_format.MessageToDict(response))


def _dumped(status: int, value: Any) -> Answer:
    return Answer(status, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), _JSON)


def _details(failure: Failure) -> list[Any]:
    """Return the details of an error, each a packed message."""
    return [detail for _, value in failure.trailers() for detail in status_pb2.Status.FromString(value).details]


def _error(failure: Failure) -> Answer:
    """Return an error as the JSON gateway writes it."""
    details = [json_format.MessageToDict(detail) for detail in _details(failure)]
    shown = {"code": failure.code.value[0], "message": failure.details, "details": details}
    return _dumped(_HTTP_STATUS.get(failure.code.name, 500), shown)


def _connect_error(failure: Failure) -> Answer:
    """Return an error as the Connect protocol writes it."""
    name = "canceled" if failure.code is grpc.StatusCode.CANCELLED else failure.code.name.lower()
    shown: dict[str, Any] = {"code": name, "message": failure.details}
    details = [
        {
            "type": detail.TypeName(),
            "value": base64.b64encode(detail.value).decode().rstrip("="),
            "debug": {name: value for name, value in json_format.MessageToDict(detail).items() if name != "@type"},
        }
        for detail in _details(failure)
    ]
    if details:
        shown["details"] = details
    return _dumped(_HTTP_STATUS.get(failure.code.name, 500), shown)
