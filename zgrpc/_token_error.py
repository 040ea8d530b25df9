"""What is raised where no token could be had."""

from __future__ import annotations

from typing import Any

import grpc

__all__ = ["TokenError"]


class TokenError(grpc.RpcError):
    """No token could be fetched, so the call was not sent.

    Attributes:
        status: The HTTP status of the token endpoint, or None if it did not answer.
        error: OAuth's error code as answered, e.g. `invalid_client`, or None.
        error_description: Its description as answered, or None.
        likely_cause: What is probably wrong, and which argument to look at; may be empty.
        transient: Whether the same request may succeed later without anybody changing anything.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        error: str | None = None,
        error_description: str | None = None,
        likely_cause: str = "",
        transient: bool = False,
        code: grpc.StatusCode | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.error = error
        self.error_description = error_description
        self.likely_cause = likely_cause
        self.transient = transient
        self._code = code or (grpc.StatusCode.UNAVAILABLE if transient else grpc.StatusCode.UNAUTHENTICATED)

    def code(self) -> grpc.StatusCode:
        """UNAVAILABLE if a token may come later, DEADLINE_EXCEEDED if the call's time was up, else UNAUTHENTICATED."""
        return self._code

    def details(self) -> str:
        """The message with the likely cause."""
        return str(self)

    def __str__(self) -> str:
        message = str(self.args[0])
        return f"{message}. Likely cause: {self.likely_cause}" if self.likely_cause else message

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (
            type(self),
            self.args[0],
            {
                "status": self.status,
                "error": self.error,
                "error_description": self.error_description,
                "likely_cause": self.likely_cause,
                "transient": self.transient,
                "code": self._code,
            },
        )


def _rebuild(cls: type[TokenError], message: str, attributes: dict[str, Any]) -> TokenError:
    return cls(message, **attributes)
