"""The rules of ZITADEL between the store and the wire; v1 and v2 are two mappings of messages in front of them.

How to add an area
==================
The layers, each of which imports from those below it only (import-linter holds this)::

    emulator     the public face, with `cli` and `pytest_plugin`
    wire         the server: authentication, the permission in the contract, validation, faults, transactions
    v1, v2       handlers: a message in, a call of the domain, a message out
    registry     which function answers which RPC
    domain       commands and queries: permissions, states, error ids, events, tables
    store        SQLite, the log of events, migrations

1. **A domain module**, ``domain/AREA.py``; `pats` is a short one to copy. Every module of this package is found.

   - ``SCHEMA = Schema("AREA", (STEP, …), taken={INDEX: MESSAGE_KEY})`` declares its tables. A released step is never
     edited; append another one. A unique index that a write runs into answers ALREADY_EXISTS ``V3-DKcYh`` by itself.
   - ``ERRORS`` and ``EVENTS`` (dicts, optional) hold the English texts of its message keys and event types, beside
     those of `zgrpc.testing.texts`.
   - A *command* is a function ``deactivate(ctx, id) -> Event``. It checks, refuses with
     ``raise Err("NOT_FOUND", "COMMAND-3M9ds", "Errors.User.NotFound")`` (gRPC code, ZITADEL's id of the place, message
     key), appends an event with ``ctx.push(aggregate, id, type, owner=…)``, and writes rows with ``ctx.add`` and
     ``ctx.change``, which set dates and sequence from the event. It returns the event (or a NamedTuple that holds it).
     A command that finds nothing to change returns the row as it is, or refuses, as the real server does.
   - A *query* returns rows (`sqlite3.Row`) or dataclasses. A list takes a `lists.Page` (offset, limit, order as SQL)
     and a `lists.Filters`, and returns `lists.Rows`: ``ctx.rows(page, columns, source, filters)``.
   - No messages of the contract here, neither in nor out. Moments are microseconds since the epoch.

2. **Scope and permissions.** ``ctx.scope`` is the organization of a v1 call (`x-zitadel-orgid`, else the caller's own):
   v1 finds nothing outside it, and the pipeline has checked the contract's permission there. For v2 it is None: v2
   finds things by id anywhere, and nearly all its RPCs ask only `authenticated`, so the command checks the permission
   in the organization that owns the thing:

   - ``ctx.finds(row["org_id"])``: whether the call finds what that organization owns.
   - ``ctx.require_unscoped(permission, org_id, *object_ids)``: v2's check; no effect for v1.
   - ``ctx.require(permission, org_id, *object_ids)``: for both; where v1's commands check as well.
   - ``ctx.holds(permission, org_id, *object_ids)``: the same as a question, for lists that show what is permitted.
   - ``ctx.by_version("COMMAND-3M9ds", "COMMAND-hp191")``: error ids of v1 and v2, where they differ.

   A v2 command never reads ``ctx.org_id`` for the owner: the owner is in the request or in the row.

3. **Handlers**: ``v1/AREA.py`` and ``v2/AREA.py``; see `zgrpc.testing.v1` and `zgrpc.testing.v2`.

4. **Proof**: a scenario in ``tests/conformance``, or tests in ``tests/emulator``.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import time
from typing import TYPE_CHECKING

from zgrpc.testing import texts
from zgrpc.testing.store import Schema, Store

if TYPE_CHECKING:
    from collections.abc import Callable


@functools.cache
def schemas() -> tuple[Schema, ...]:
    """Import every module of this package; return the tables that they declare, and take in their texts."""
    found = []
    for info in pkgutil.iter_modules(__path__, f"{__name__}."):
        module = importlib.import_module(info.name)
        texts.ERRORS.update(getattr(module, "ERRORS", {}))
        texts.EVENTS.update(getattr(module, "EVENTS", {}))
        schema = getattr(module, "SCHEMA", None)
        if isinstance(schema, Schema):
            found.append(schema)
    return tuple(found)


def open_store(path: str | None = None, *, lag: float = 0.0, clock: Callable[[], float] = time.time) -> Store:
    """Open a store with the tables of every area; see `Store`.

    Raises:
        ValueError: a newer version wrote the file.
    """
    return Store(schemas(), path, lag=lag, clock=clock)
