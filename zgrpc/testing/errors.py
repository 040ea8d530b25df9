"""Errors as ZITADEL puts them on the wire: a gRPC code, a stable id and a localized message."""

from __future__ import annotations

import functools

import grpc
from google.rpc import status_pb2
from zitadel import message_pb2

from zgrpc.testing.texts import ERRORS


class Err(Exception):  # noqa: N818  (raised in every handler; the short name keeps the rules readable)
    """The answer to a call that is refused.

    Args:
        code: gRPC's name of the status, such as ``"NOT_FOUND"``.
        id: ZITADEL's id of the place that refused, such as ``"QUERY-fRunu"``; empty where the real server has none.
        key: ZITADEL's message key, such as ``"Errors.User.NotFound"``. `texts.ERRORS` has its English text; a key
            without one is shown as it is, as the real server does.
    """

    keeps: bool = False
    """Whether what the call wrote before it was refused stays written."""
    failed_attempts: int | None = None
    """How often a password was wrong since it last was right; None for a refusal that is not about a password."""

    def __init__(self, code: str, id: str, key: str) -> None:
        super().__init__(code, id, key)
        self.code = grpc.StatusCode[code]
        self.id = id
        self.message = ERRORS.get(key, key)

    @property
    def details(self) -> str:
        """The status message: the text, then the id in parentheses (empty parentheses where there is none)."""
        return f"{self.message} ({self.id})"

    def trailers(self) -> tuple[tuple[str, bytes], ...]:
        """Return the `grpc-status-details-bin` trailer with the `zitadel.v1.ErrorDetail` or `CredentialsCheckError`."""
        status = _status(self.code, self.details, self.id, self.message, self.failed_attempts)
        return (("grpc-status-details-bin", status),)


class Bare(Err):
    """A refusal without an id and without ZITADEL's detail, as by v2's own validation."""

    @property
    def details(self) -> str:
        """The status message: the text alone."""
        return self.message

    def trailers(self) -> tuple[tuple[str, bytes], ...]:
        """Return no trailing metadata."""
        return ()


@functools.lru_cache(maxsize=1024)
def _status(code: grpc.StatusCode, details: str, id: str, message: str, failed_attempts: int | None) -> bytes:
    status = status_pb2.Status(code=code.value[0], message=details)
    status.details.add().Pack(
        message_pb2.ErrorDetail(id=id, message=message)
        if failed_attempts is None
        else message_pb2.CredentialsCheckError(id=id, message=message, failed_attempts=failed_attempts)
    )
    serialized: bytes = status.SerializeToString()
    return serialized


def hidden(code: str, text: str) -> Err:
    """Return a refusal by gRPC's own layers; ZITADEL reports it as UNKNOWN with the real status inside the text.

    Args:
        code: the real code as Go spells it, such as ``"InvalidArgument"``.
        text: what was wrong.
    """
    return Err("UNKNOWN", "", f"rpc error: code = {code} desc = {text}")


def bare(code: str, text: str) -> Err:
    """Return a refusal with a native status and nothing but a text.

    Args:
        code: gRPC's name of the status, such as ``"INVALID_ARGUMENT"``.
        text: what was wrong.
    """
    return Bare(code, "", text)
