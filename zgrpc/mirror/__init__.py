"""Authorization data in your process: users, grants, memberships, projects and roles, a few seconds behind."""

from __future__ import annotations

from zgrpc.mirror._async import AsyncMirror
from zgrpc.mirror._mirror import Mirror
from zgrpc.mirror._reader import Grant, Reader
from zgrpc.mirror._store import Change

__all__ = ["AsyncMirror", "Change", "Grant", "Mirror", "Reader"]
