"""A FastAPI dependency, with its security scheme in the OpenAPI document. Needs FastAPI."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of `Caller.__call__` at run time.
from collections.abc import Callable

from fastapi import HTTPException
from fastapi.openapi.models import OpenIdConnect
from fastapi.security.base import SecurityBase
from starlette.requests import HTTPConnection

from zgrpc.guard.asgi import token_of
from zgrpc.guard.guards import AsyncGuard
from zgrpc.guard.identity import Identity, identity_var
from zgrpc.guard.policy import check_roles
from zgrpc.guard.refusals import RefusedError

__all__ = ["Caller"]


class Caller(SecurityBase):
    """A dependency that gives the caller's identity, and refuses requests without a valid token.

        caller = Caller(guard)

        @app.get("/reports")
        async def reports(identity: Annotated[Identity, Depends(caller)]): ...

        @app.delete("/reports/{name}", dependencies=[Depends(caller.with_role("admin"))])
        async def delete_report(name: str): ...

    A refused request is answered with 401, 403 or, if the issuer cannot be reached, 503.

    Args:
        guard: verifies the tokens, from the header ``Authorization: Bearer …``; or a function that returns it, if the
            guard is made later than the routes.
        roles: the roles of which the caller needs one; empty for none.
        scheme_name: the name of the security scheme in the OpenAPI document.
    """

    def __init__(self, guard: AsyncGuard | Callable[[], AsyncGuard], *roles: str, scheme_name: str = "ZITADEL") -> None:
        if not isinstance(guard, AsyncGuard) and not callable(guard):
            raise TypeError(f"guard must be a zgrpc.guard.AsyncGuard, not {type(guard).__name__}")
        self._guard = guard
        self._roles = check_roles(roles, "roles") if roles else ()
        self.scheme_name = scheme_name
        issuer = guard.settings.issuer if isinstance(guard, AsyncGuard) else ""
        self.model = OpenIdConnect(openIdConnectUrl=f"{issuer}/.well-known/openid-configuration")

    def with_role(self, *roles: str) -> "Caller":
        """Return the same dependency for callers with at least one of `roles`.

        Raises:
            ValueError: no role is named.
        """
        return type(self)(self._guard, *check_roles(roles, "with_role()"), scheme_name=self.scheme_name)

    async def __call__(self, request: HTTPConnection) -> Identity:
        """Verify the token of a request."""
        guard = self._guard if not callable(self._guard) else self._guard()
        try:
            identity = await guard.verify(token_of(request.scope["headers"]))
            if self._roles:
                identity.require_role(*self._roles)
        except RefusedError as refusal:
            error = HTTPException(refusal.status, refusal.message, headers=refusal.headers)
        else:
            identity_var.set(identity)
            return identity
        raise error  # outside of the handling: no traceback leads to the token
