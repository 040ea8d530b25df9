"""What ``zgrpc export`` saves, and how it continues after an interruption.

A list of the organization is fetched whole into ``NAME.jsonl.part``, which is then renamed. Lists of each user or
project are appended to the part in the order of their owners. Every 50 owners the manifest records how many bytes of
the part are valid. How long the lists were is remembered in a file of its own, which ``--restart`` keeps: the next
export requests each list at once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import zgrpc
from zgrpc._contract.rows import as_json, columns, items_field
from zgrpc._files import FolderLock, naming, replacing
from zgrpc._text.fields import message_of
from zgrpc._text.names import find, method_of
from zgrpc.cli.output import Output
from zgrpc.cli.progress import watched

if TYPE_CHECKING:
    from pathlib import Path

    from google.protobuf.message import Message

    from zgrpc._contract.rpc import Rpc

FORMAT = "zgrpc.export/1"
SIZES_FORMAT = "zgrpc.export.sizes/1"
_CHECKPOINT = 50
_MOST = 2**31  # a longer list was never seen: a damaged file

Progress = Callable[[int, int | None], None]


class Resource(NamedTuple):
    """One file of an export.

    Attributes:
        rpc: The list.
        owners: The resource that owns the lists; empty for a list of the organization.
        key: The field of the request that takes the owner's id. Each line has it too.
    """

    rpc: str
    owners: str = ""
    key: str = ""


RESOURCES = {
    "users": Resource("management.ListUsers"),
    "grants": Resource("management.ListUserGrants"),
    "projects": Resource("management.ListProjects"),
    "org_members": Resource("management.ListOrgMembers"),
    "memberships": Resource("management.ListUserMemberships", "users", "user_id"),
    "project_members": Resource("management.ListProjectMembers", "projects", "project_id"),
}


class Export:
    """An export in a folder, new or continued. The folder is locked until the export is closed.

    Args:
        directory: The folder; created if it does not exist.
        org_id: The organization.
        org_name: Its name, for the manifest.
        kind: ``jsonl``, ``csv`` or ``parquet``.
        restart: Whether to fetch again what an earlier run has completed.
        safe_csv: Whether CSV defuses formulas.

    Raises:
        ValueError: The folder holds the export of another organization or in another format.
        BlockingIOError: Another process exports into the folder.
    """

    def __init__(
        self, directory: Path, *, org_id: str, org_name: str, kind: str, restart: bool, safe_csv: bool = False
    ) -> None:
        self._directory = directory
        self._kind = kind
        self._safe_csv = safe_csv
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = FolderLock(directory)
        self.manifest_path = directory / "manifest.json"
        self._sizes_path = directory / ".zgrpc-sizes.json"
        self._org_id = org_id
        self._manifest: dict[str, Any] = {
            "format": FORMAT,
            "org_id": org_id,
            "org_name": org_name,
            "output": kind,
            "safe_csv": safe_csv,
            "resources": {},
        }
        if self.manifest_path.exists() and not restart:
            self._manifest = self._read()
            for name, wanted in (("org_id", org_id), ("output", kind), ("safe_csv", safe_csv)):
                if self._manifest.get(name) != wanted:
                    raise ValueError(
                        f"{directory} holds an export with {name} {self._manifest.get(name)!r}, not {wanted!r}: "
                        "take another folder, or --restart"
                    )
        self._sizes = self._read_sizes()

    def close(self) -> None:
        """Unlock the folder."""
        self._lock.release()

    def needed(self, names: Sequence[str]) -> list[str]:
        """Return these resources and those that own them, in the order of fetching."""
        owners = {RESOURCES[name].owners for name in names}
        return [name for name in RESOURCES if name in names or name in owners]

    def complete(self, name: str) -> bool:
        """Return whether an earlier run completed a resource and its file still exists."""
        return bool(self._entry(name).get("complete")) and (self._directory / self._entry(name)["file"]).exists()

    def count(self, name: str) -> int:
        """Return how many items of a resource are saved."""
        return int(self._entry(name).get("count", 0))

    def since(self, name: str) -> str:
        """Return when a resource was completed."""
        return str(self._entry(name).get("at", ""))

    def fetch(self, name: str, client: zgrpc.Client, *, concurrency: int, progress: Progress) -> None:
        """Fetch a resource and write its file.

        Args:
            name: One of `RESOURCES`.
            client: The client of the organization.
            concurrency: How many lists to fetch at once.
            progress: A function of the items done and the total.
        """
        resource = RESOURCES[name]
        rpc = find(resource.rpc)
        part = self._directory / f"{name}.jsonl.part"
        if resource.owners:
            with naming(part):
                count = self._fetch_each(name, resource, rpc, client, part, concurrency, progress)
        else:
            items = method_of(client, rpc)()
            items.size_hint = self._sizes.get(resource.rpc)
            count = 0
            with naming(part), open(part, "w", encoding="utf-8", opener=_private) as file:
                for item in watched(items, _Callback(progress)):
                    file.write(_line(as_json(item)))
                    count += 1
                _sync(file)
            self._sizes[resource.rpc] = count
        file_name = self._finish(name, resource, rpc, part)
        self._manifest["resources"][name] = {
            "file": file_name,
            "count": count,
            "complete": True,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "rpc": resource.rpc,
        }
        self._save()
        self._save_sizes()

    def _fetch_each(
        self,
        name: str,
        resource: Resource,
        rpc: Rpc,
        client: zgrpc.Client,
        part: Path,
        concurrency: int,
        progress: Progress,
    ) -> int:
        owners = list(self._ids(resource.owners))
        entry = self._entry(name)
        done, count, size = entry.get("owners_done", 0), entry.get("count", 0), entry.get("bytes", 0)
        if not part.exists() or part.stat().st_size < size:
            done = count = size = 0
        method = method_of(client, rpc)

        def fetch(owner: str) -> list[Message]:
            try:
                return list(method(**{resource.key: owner}))
            except zgrpc.NotFoundError:
                return []  # it was removed since its own list was fetched

        with open(part, "ab", opener=_private) as file, ThreadPoolExecutor(concurrency) as pool:
            file.truncate(size)
            file.seek(size)
            progress(done, len(owners))
            try:
                while done < len(owners):
                    batch = owners[done : done + _CHECKPOINT]
                    for owner, items in zip(batch, pool.map(fetch, batch), strict=True):
                        file.writelines(_line({resource.key: owner, **as_json(item)}).encode() for item in items)
                        count += len(items)
                    done += len(batch)
                    progress(done, len(owners))
                    _sync(file)
                    self._manifest["resources"][name] = {
                        "complete": False,
                        "count": count,
                        "owners_done": done,
                        "bytes": file.tell(),
                        "rpc": resource.rpc,
                    }
                    self._save()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                client.close()  # ends the calls under way, which the pool would wait for
                raise
        return int(count)

    def _finish(self, name: str, resource: Resource, rpc: Rpc, part: Path) -> str:
        """Turn the part into the file in the chosen format."""
        final = self._directory / f"{name}.{self._kind}"
        if self._kind == "jsonl":
            part.replace(final)
            return final.name
        from google.protobuf import json_format

        from zgrpc._contract.rpc import message_class

        items = items_field(rpc)
        item_type = message_of(items)
        make = message_class(item_type)
        extra = [resource.key] if resource.key and resource.key not in item_type.fields_by_name else []
        with (
            part.open(encoding="utf-8") as lines,
            Output(
                self._kind,
                final,
                items,
                columns(items),
                extra=extra,
                safe_csv=self._safe_csv,
                keep_partial=False,
            ) as output,
        ):
            for line in lines:
                data = json.loads(line)
                before = [data.pop(key) for key in extra]
                output.write(json_format.ParseDict(data, make()), *before)
        part.unlink()
        return final.name

    def _ids(self, name: str) -> Iterator[str]:
        """Return the ids of a complete resource in the order of its file."""
        path = self._directory / self._entry(name)["file"]
        if self._kind == "jsonl":
            with path.open(encoding="utf-8") as file:
                yield from (json.loads(line)["id"] for line in file)
        elif self._kind == "csv":
            import csv

            with path.open(newline="", encoding="utf-8") as file:
                yield from (row["id"] for row in csv.DictReader(file))
        else:
            import pyarrow.parquet as pq

            yield from pq.read_table(path, columns=["id"]).column("id").to_pylist()

    def _entry(self, name: str) -> dict[str, Any]:
        return dict(self._manifest["resources"].get(name, {}))

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.manifest_path.read_text(encoding="utf-8"))
            if found["format"] != FORMAT:
                raise ValueError(f"format {found['format']!r}")
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{self.manifest_path} is not the manifest of an export: {error}") from None
        return dict(found)

    def _save(self) -> None:
        with replacing(self.manifest_path, private=True) as file:
            file.write(json.dumps(self._manifest, indent=2) + "\n")

    def _read_sizes(self) -> dict[str, int]:
        """Return how many items each list of the organization had; nothing if the file does not tell."""
        try:
            found = json.loads(self._sizes_path.read_text(encoding="utf-8"))
            if found["format"] != SIZES_FORMAT or found["org_id"] != self._org_id:
                return {}
            sizes = dict(found["items"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}  # sizes save requests, and nothing depends on them
        return {rpc: size for rpc, size in sizes.items() if type(size) is int and 0 <= size <= _MOST}

    def _save_sizes(self) -> None:
        found = {"format": SIZES_FORMAT, "org_id": self._org_id, "items": self._sizes}
        with replacing(self._sizes_path, private=True) as file:
            file.write(json.dumps(found, indent=2) + "\n")


class _Callback:
    """A progress function as a bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def update(self, done: int, total: int | None) -> None:
        self._progress(done, total)


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def _private(path: str, flags: int) -> int:
    """Open a file that only its owner may read."""
    return os.open(path, flags, 0o600)


def _sync(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())
