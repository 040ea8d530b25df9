"""What belongs to no area: health."""

from __future__ import annotations

from typing import Any

from zgrpc.testing.call import Call
from zgrpc.testing.handlers import rpc


@rpc("management.Healthz", "auth.Healthz")
def healthz(call: Call, request: Any) -> dict[str, Any]:  # noqa: ARG001  (every handler has both)
    """Always well."""
    return {}
