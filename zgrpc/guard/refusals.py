"""Why a caller was refused. No refusal holds, prints or logs the token.

    RefusedError
    ├── MissingTokenError       no bearer token                    401  UNAUTHENTICATED
    ├── MalformedTokenError     not a token that the issuer makes  401  UNAUTHENTICATED
    ├── BadSignatureError       no key of the issuer signed it     401  UNAUTHENTICATED
    ├── ExpiredTokenError       its time is over                   401  UNAUTHENTICATED
    ├── NotYetValidError        its time has not begun             401  UNAUTHENTICATED
    ├── WrongIssuerError        another issuer made it             401  UNAUTHENTICATED
    ├── WrongAudienceError      it is for other services           401  UNAUTHENTICATED
    ├── InactiveTokenError      unknown to the issuer, or revoked  401  UNAUTHENTICATED
    ├── MissingRoleError        the user lacks a role              403  PERMISSION_DENIED
    └── IssuerUnavailableError  the issuer could not be asked      503  UNAVAILABLE

The numbers are the HTTP status, the names the gRPC status.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    import grpc

__all__ = [
    "BadSignatureError",
    "ExpiredTokenError",
    "InactiveTokenError",
    "IssuerUnavailableError",
    "MalformedTokenError",
    "MissingRoleError",
    "MissingTokenError",
    "NotYetValidError",
    "RefusedError",
    "WrongAudienceError",
    "WrongIssuerError",
]


class RefusedError(Exception):
    """A caller was refused; the base of all refusals.

    Attributes:
        reason: a stable word for logs and metrics, such as ``expired``; each class has its own.
        status: the HTTP status to answer.
        message: what was wrong, for people. It is safe to send to the caller.
    """

    reason: ClassVar[str] = "refused"
    status: ClassVar[int] = 401
    _code: ClassVar[str] = "UNAUTHENTICATED"
    _error: ClassVar[str] = "invalid_token"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    @property
    def code(self) -> grpc.StatusCode:
        """The gRPC status to answer."""
        import grpc

        return grpc.StatusCode[self._code]

    @property
    def headers(self) -> dict[str, str]:
        """The HTTP headers to answer: `WWW-Authenticate` as RFC 6750 defines it, `Retry-After` with a 503."""
        if self.status == 503:
            return {"retry-after": "1"}
        if not self._error:
            return {"www-authenticate": "Bearer"}
        text = "".join(c if " " <= c <= "~" and c not in '"\\' else " " for c in self.message)
        return {"www-authenticate": f'Bearer error="{self._error}", error_description="{text}"'}

    def copy(self) -> Self:
        """Return the same refusal for another caller: a raised exception keeps its caller's traceback."""
        return type(self)(self.message)


class MissingTokenError(RefusedError):
    """The request carries no bearer token."""

    reason = "missing"
    _error = ""


class MalformedTokenError(RefusedError):
    """The token has a form, a header or a claim that no access token of ZITADEL has."""

    reason = "malformed"


class BadSignatureError(RefusedError):
    """No key that the issuer publishes has signed the token."""

    reason = "signature"


class ExpiredTokenError(RefusedError):
    """The token's time is over."""

    reason = "expired"


class NotYetValidError(RefusedError):
    """The token's time has not begun, or it was issued in the future: the clocks are apart."""

    reason = "not_yet_valid"


class WrongIssuerError(RefusedError):
    """Another issuer made the token."""

    reason = "wrong_issuer"


class WrongAudienceError(RefusedError):
    """The token was not issued for this service."""

    reason = "wrong_audience"


class InactiveTokenError(RefusedError):
    """The issuer says that the token is not active: unknown, expired, revoked, or not for this service."""

    reason = "inactive"


class MissingRoleError(RefusedError):
    """The token is valid, but its user lacks a role."""

    reason = "role_missing"
    status = 403
    _code = "PERMISSION_DENIED"
    _error = "insufficient_scope"


class IssuerUnavailableError(RefusedError):
    """The issuer could not be asked, so nothing is known about the token. The caller may try again."""

    reason = "unavailable"
    status = 503
    _code = "UNAVAILABLE"
