"""The store: SQLite, in memory or in a file, the log of events, and the migration of older files."""

from __future__ import annotations

from zgrpc.testing.store.schema import CHANGE, Schema
from zgrpc.testing.store.store import Event, Store

__all__ = ["CHANGE", "Event", "Schema", "Store"]
