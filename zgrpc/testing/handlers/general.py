"""What belongs to no area: health."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zgrpc.testing.handlers import rpc

if TYPE_CHECKING:
    from zgrpc.testing.call import Call


@rpc("management.Healthz", "auth.Healthz")
def healthz(call: Call, request: Any) -> dict[str, Any]:  # noqa: ARG001  (every handler has both)
    """Always well."""
    return {}
