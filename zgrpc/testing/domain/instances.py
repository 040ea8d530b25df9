"""The instances of an emulator: each has a store of its own, and is found by its domains or its id.

A call that may look into several instances holds `Instances.turn`, and enters another store only by `within`. So no two
calls wait for each other's stores.
"""

from __future__ import annotations

import contextlib
import dataclasses
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zgrpc.testing.domain.context import Context
    from zgrpc.testing.store import Store


class Hosted(NamedTuple):
    """An instance as a call finds it."""

    id: str
    store: Store
    domain: str
    """The domain that it was found by; its primary one if it was found by its id."""


class Instances:
    """The first instance, which lives as long as the emulator, and those that were added to it.

    Args:
        domain: the domain that the emulator was started with.
        open_store: opens the store of a file, or one in memory for None.
        path: the file of the first instance; those of the others lie beside it, with ``-instance-2`` and so on at the
            end of the name. None for memory.

    Raises:
        OSError: another emulator has a file open.
        ValueError: a file is not a database of the emulator, or of a newer version.
    """

    def __init__(self, domain: str, open_store: Callable[[str | None], Store], path: str | None) -> None:
        self.domain = domain
        self.turn = threading.RLock()
        """Held by a call that may look into several instances; those calls take turns."""
        self._open, self._path = open_store, path
        self._by_host: dict[str, Hosted] = {}
        self._by_id: dict[str, Hosted] = {}
        self.first = open_store(path)
        self._stores = [self.first]
        try:
            while path is not None and Path(self._next_file(path)).exists():
                self._stores.append(open_store(self._next_file(path)))
            if self.first.fresh:  # what lies beside a new file belonged to one that is gone
                self.clear()
        except BaseException:
            self.close()
            raise

    def _next_file(self, path: str) -> str:
        return f"{path}-instance-{len(self._stores) + 1}"

    def refresh(self) -> None:
        """Read anew which instances there are, and their domains: after each call that may have changed them."""
        by_host: dict[str, Hosted] = {}
        by_id: dict[str, Hosted] = {}
        for store in self._stores:
            instance_id = store.value("SELECT value FROM facts WHERE name = 'instance_id'")
            if instance_id is None:
                continue
            for row in store.all("SELECT domain FROM instance_domains WHERE trusted = 0 ORDER BY is_primary"):
                by_id[instance_id] = Hosted(instance_id, store, row["domain"])
                by_host.setdefault(row["domain"], by_id[instance_id])
        self._by_host, self._by_id = by_host, by_id

    def at(self, host: str) -> Hosted | None:
        """Return the instance that is called at a host, with or without a port; the first one if it is empty."""
        found = self._by_host
        return found.get(host or self.domain) or found.get(host.rpartition(":")[0])

    def named(self, instance_id: str) -> Hosted | None:
        """Return the instance of an id."""
        return self._by_id.get(instance_id)

    def all(self) -> list[Hosted]:
        """Return all instances, the first one first."""
        return list(self._by_id.values())

    def have(self, domain: str) -> bool:
        """Return whether an instance is called at a domain, in upper or lower case."""
        return domain.lower() in map(str.lower, self._by_host)

    def spare(self) -> Store:
        """Return a store without an instance: of one that was removed, or a new one."""
        used = {hosted.store for hosted in self.all()}
        for store in self._stores[1:]:
            if store not in used:
                return store
        self._stores.append(self._open(self._path and self._next_file(self._path)))
        return self._stores[-1]

    def clear(self) -> None:
        """Forget all instances."""
        for store in self._stores:
            with store.write():
                store.clear()

    def close(self) -> None:
        """Close all stores."""
        for store in self._stores:
            store.close()


@contextlib.contextmanager
def within(ctx: Context, store: Store, *, write: bool = False) -> Iterator[Context]:
    """Go on in another instance, with its own transaction. The call must hold `Instances.turn`."""
    if store is ctx.store:
        yield ctx
        return
    with store.write() if write else store.read():
        yield dataclasses.replace(ctx, store=store)


def each(ctx: Context) -> Iterator[Context]:
    """Yield a context to read each instance."""
    for hosted in ctx.instances.all():
        with within(ctx, hosted.store) as one:
            yield one
