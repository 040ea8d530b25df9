"""The error of a call for which no token could be fetched."""

from __future__ import annotations

import grpc

from zgrpc._errors import ZitadelError

__all__ = ["TokenError"]


class TokenError(ZitadelError):
    """No token could be fetched, so the call was not sent (or not repeated with a fresh one).

    `code()` is UNAVAILABLE if a later attempt may succeed without a change, else UNAUTHENTICATED.

    Attributes:
        status: the HTTP status of the token endpoint; None if it did not answer.
        error: OAuth's error code in the answer, such as ``invalid_client``; None without one.
        error_description: OAuth's description in the answer; None without one.
        likely_cause: the likely cause, and which argument to check; may be empty.
        transient: whether the same request may succeed later.
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
    ) -> None:
        code = grpc.StatusCode.UNAVAILABLE if transient else grpc.StatusCode.UNAUTHENTICATED
        super().__init__(code, f"{message}. Likely cause: {likely_cause}" if likely_cause else message)
        self.args = (message,)
        self.status = status
        self.error = error
        self.error_description = error_description
        self.likely_cause = likely_cause
        self.transient = transient

    def __str__(self) -> str:
        return f"{self.method.rpartition('.')[2]}: {self.message}" if self.method else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), self.args, self.__dict__.copy()

    def copy(self) -> TokenError:
        """Return a copy of the error for another caller, because a raised exception keeps its caller's traceback."""
        other = type(self)(*self.args)
        other.__dict__.update(self.__dict__)
        other.__cause__ = self.__cause__
        return other
