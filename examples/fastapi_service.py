"""A FastAPI service that asks ZITADEL what its callers may do, a hundred callers at a time.

An authenticating proxy in front names the caller in a header. The roles of the caller's user grants in ZITADEL say what
the caller may do. Concurrent look-ups are merged into one search (`AsyncBatch`), and answers are kept for ten seconds.

    pip install 'zgrpc[cache]' fastapi uvicorn
    ZITADEL_URL=https://acme.zitadel.cloud ZITADEL_TOKEN=... PROJECT_ID=... uvicorn fastapi_service:app
"""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException, Request

import zgrpc


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open one client for the whole process."""
    async with zgrpc.AsyncClient.from_env() as client:
        app.state.batch = zgrpc.AsyncBatch(client, ttl=10.0)
        yield


app = FastAPI(lifespan=lifespan)


async def roles(request: Request, x_user_id: Annotated[str, Header()]) -> set[str]:
    """The caller's roles in our project. ZITADEL out of reach is our failure, not the caller's."""
    batch: zgrpc.AsyncBatch = request.app.state.batch
    try:
        grants = await batch.user_grants(x_user_id, timeout=2.0)
    except (zgrpc.UnavailableError, zgrpc.DeadlineExceededError) as error:
        raise HTTPException(503, "authorization is not available", headers={"Retry-After": "1"}) from error
    project = os.environ["PROJECT_ID"]
    return {role for grant in grants if grant.project_id == project for role in grant.role_keys}


def require(role: str) -> Callable[[set[str]], Awaitable[None]]:
    """A dependency that lets only callers with a role through."""

    async def check(held: Annotated[set[str], Depends(roles)]) -> None:
        if role not in held:
            raise HTTPException(403, f"the role {role!r} is missing")

    return check


@app.get("/reports", dependencies=[Depends(require("reader"))])
async def reports() -> list[str]:
    """What readers see."""
    return ["q1", "q2"]


@app.delete("/reports/{name}", dependencies=[Depends(require("admin"))])
async def delete_report(name: str) -> dict[str, str]:
    """What admins do."""
    return {"deleted": name}
