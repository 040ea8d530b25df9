"""What ``zgrpc export`` saves, and how it goes on where it stopped.

A list that the organisation has once is fetched whole into ``NAME.part``, which is then renamed. Lists of each user
or project
are appended to the part in the order of their owners; the manifest says after every so many owners how far the part
is good.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import zgrpc
from zgrpc.cli.fields import message_of
from zgrpc.cli.names import find
from zgrpc.cli.output import Output
from zgrpc.cli.progress import watched
from zgrpc.cli.rows import as_json, columns, items_field

if TYPE_CHECKING:
    from pathlib import Path

    from google.protobuf.message import Message

    from zgrpc._rpc import Rpc

FORMAT = "zgrpc.export/1"
_CHECKPOINT = 50

Progress = Callable[[int, int | None], None]


class Resource(NamedTuple):
    """One file of an export.

    Attributes:
        rpc: the list.
        owners: the resource of whose items there is a list each; empty for a list of the organisation.
        key: the field of the request that takes the owner's id, added to each line.
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
    """An export in a folder, begun or to be continued.

    Args:
        directory: where; created if need be.
        org_id: the organisation.
        org_name: its name, for the manifest.
        kind: ``jsonl``, ``csv`` or ``parquet``.
        restart: whether to forget what an earlier run has done.

    Raises:
        ValueError: the folder holds the export of another organisation, or in another format.
    """

    def __init__(self, directory: Path, *, org_id: str, org_name: str, kind: str, restart: bool) -> None:
        self._directory = directory
        self._kind = kind
        directory.mkdir(parents=True, exist_ok=True)
        self.manifest_path = directory / "manifest.json"
        self._manifest: dict[str, Any] = {
            "format": FORMAT,
            "org_id": org_id,
            "org_name": org_name,
            "output": kind,
            "resources": {},
        }
        if self.manifest_path.exists() and not restart:
            self._manifest = self._read()
            for name, wanted in (("org_id", org_id), ("output", kind)):
                if self._manifest.get(name) != wanted:
                    raise ValueError(
                        f"{directory} holds an export with {name} {self._manifest.get(name)!r}, not {wanted!r}: "
                        "take another folder, or --restart"
                    )

    def needed(self, names: Sequence[str]) -> list[str]:
        """These resources and those whose items they belong to, in the order in which they are fetched."""
        owners = {RESOURCES[name].owners for name in names}
        return [name for name in RESOURCES if name in names or name in owners]

    def complete(self, name: str) -> bool:
        """Whether an earlier run has completed a resource, and its file is still there."""
        return bool(self._entry(name).get("complete")) and (self._directory / self._entry(name)["file"]).exists()

    def count(self, name: str) -> int:
        """How many items of a resource are saved."""
        return int(self._entry(name).get("count", 0))

    def since(self, name: str) -> str:
        """When a resource was completed."""
        return str(self._entry(name).get("at", ""))

    def fetch(self, name: str, client: zgrpc.Client, *, concurrency: int, progress: Progress) -> None:
        """Fetch a resource and make its file whole.

        Args:
            name: of `RESOURCES`.
            client: of the organisation.
            concurrency: lists under way at once.
            progress: takes done and total.
        """
        resource = RESOURCES[name]
        rpc = find(resource.rpc)
        part = self._directory / f"{name}.jsonl.part"
        if resource.owners:
            count = self._fetch_each(name, resource, rpc, client, part, concurrency, progress)
        else:
            method = getattr(client.management, rpc.python_name)
            count = 0
            with part.open("w", encoding="utf-8") as file:
                for item in watched(method(), _Callback(progress)):
                    file.write(_line(as_json(item)))
                    count += 1
                _sync(file)
        file_name = self._finish(name, resource, rpc, part)
        self._manifest["resources"][name] = {
            "file": file_name,
            "count": count,
            "complete": True,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "rpc": resource.rpc,
        }
        self._save()

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
        method = getattr(client.management, rpc.python_name)

        def fetch(owner: str) -> list[Message]:
            try:
                return list(method(**{resource.key: owner}))
            except zgrpc.NotFoundError:
                return []  # it was removed since its own list was fetched

        with part.open("ab") as file, ThreadPoolExecutor(concurrency) as pool:
            file.truncate(size)
            file.seek(size)
            progress(done, len(owners))
            try:
                while done < len(owners):
                    batch = owners[done : done + _CHECKPOINT]
                    for owner, items in zip(batch, pool.map(fetch, batch), strict=True):
                        for item in items:
                            file.write(_line({resource.key: owner, **as_json(item)}).encode())
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
        """Turn the part into the file that was asked for; nobody ever sees half of one under its name."""
        final = self._directory / f"{name}.{self._kind}"
        if self._kind == "jsonl":
            part.replace(final)
            return final.name
        from google.protobuf import json_format

        from zgrpc._rpc import message_class

        items = items_field(rpc)
        item_type = message_of(items)
        make = message_class(item_type)
        converted = final.with_suffix(final.suffix + ".part")
        extra = [resource.key] if resource.key and resource.key not in item_type.fields_by_name else []
        with (
            part.open(encoding="utf-8") as lines,
            Output(self._kind, converted, items, columns(items), extra=extra) as output,
        ):
            for line in lines:
                data = json.loads(line)
                before = [data.pop(key) for key in extra]
                output.write(json_format.ParseDict(data, make()), *before)
        converted.replace(final)
        part.unlink()
        return final.name

    def _ids(self, name: str) -> Iterator[str]:
        """The ids of a resource that is complete, in the order of its file."""
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
        part = self.manifest_path.with_suffix(".json.part")
        part.write_text(json.dumps(self._manifest, indent=2) + "\n", encoding="utf-8")
        part.replace(self.manifest_path)


class _Callback:
    """A progress function as a bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def update(self, done: int, total: int | None) -> None:
        self._progress(done, total)


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def _sync(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())
