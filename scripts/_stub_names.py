"""The names that the typing stubs declare; each is unique, for `zgrpc.types` has them all."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from _tables import Row, Tables
from google.protobuf import descriptor_pool
from google.protobuf.descriptor import Descriptor, EnumDescriptor, MethodDescriptor

from zgrpc._contract.paging import Paging

Kind = TypeVar("Kind", Descriptor, EnumDescriptor)


class StubRpc(NamedTuple):
    """One RPC of the tables being generated, as zgrpc/_contract/rpc.py will know it."""

    full_name: str
    python_name: str
    http_method: str
    http_path: str
    permission: str
    deprecated: bool
    successors: tuple[str, ...]
    paging: Paging | None


class Service(NamedTuple):
    """A service: its place below the client, its names, and its RPCs by their names in Python."""

    key: str
    full_name: str
    package: str
    rpcs: list[tuple[StubRpc, MethodDescriptor]]

    @property
    def name(self) -> str:
        """The name of its class."""
        return self.full_name.rpartition(".")[2]


class Names:
    """The services, and the names of what the stubs declare for them.

    Names of version 1 are those of the contract, with as much of the package as makes them unique. Those of later
    versions begin with their package, such as `UserV2ListUsersWhere`.
    """

    def __init__(self, pool: descriptor_pool.DescriptorPool, tables: Tables) -> None:
        self.services: list[Service] = []
        self.dicts: dict[Descriptor, str] = {}
        self.enums: dict[EnumDescriptor, str] = {}
        self.lists: dict[str, str] = {}
        # Service by service, so that one more at the end of the list renames nothing.
        for key, (full_name, _) in tables.services.items():
            methods = pool.FindServiceByName(full_name).methods_by_name
            rpcs = [
                (_stub_rpc(full_name, name, row), methods[row.name]) for name, row in sorted(tables.rpcs[key].items())
            ]
            self.services.append(Service(key, full_name, full_name.rpartition(".")[0], rpcs))
            messages, enums = _reached(method.input_type for _, method in rpcs)
            self.dicts |= _unique([kind for kind in messages if kind not in self.dicts], "Dict", self.dicts.values())
            self.enums |= _unique([kind for kind in enums if kind not in self.enums], "Value", self.enums.values())
            taken = set(self.lists.values())
            prefix = _prefix(full_name.rpartition(".")[0])
            for rpc, method in rpcs:
                if rpc.paging:
                    prefixed = bool(prefix) or method.name in taken
                    self.lists[rpc.full_name] = (prefix or key.title()) * prefixed + method.name

    @property
    def packages(self) -> list[str]:
        """The packages that declare anything."""
        of_kinds = {kind.file.package for kind in (*self.dicts, *self.enums)}
        return sorted(of_kinds | {service.package for service in self.services})


def module_of(package: str) -> str:
    """Return the stub of a package, such as `user_v2` for `zitadel.user.v2`."""
    return package.removeprefix("zitadel.").replace(".", "_")


def _stub_rpc(service: str, python_name: str, row: Row) -> StubRpc:
    paging = Paging._make(row.paging) if row.paging else None
    names = (f"{service}/{row.name}", python_name)
    return StubRpc(*names, row.http_method, row.http_path, row.permission, row.deprecated, row.successors, paging)


def _prefix(package: str) -> str:
    """`UserV2` for `zitadel.user.v2`; empty for version 1."""
    *parts, version = package.split(".")[1:]
    return "" if version == "v1" else "".join(part.title() for part in parts).replace("_", "") + version.title()


def _reached(requests: Iterable[Descriptor]) -> tuple[list[Descriptor], list[EnumDescriptor]]:
    """Return the messages below the requests that a dict may stand for, and the enums of all."""
    messages: dict[Descriptor, None] = {}
    enums: dict[EnumDescriptor, None] = {}
    todo = list(requests)
    while todo:
        for field in todo.pop(0).fields:
            if field.enum_type is not None:
                enums[field.enum_type] = None
            message = field.message_type
            if message is None or message in messages or message.full_name.startswith("google."):
                continue
            todo.append(message)
            if not message.GetOptions().map_entry:
                messages[message] = None
    return sorted(messages, key=_full_name), sorted(enums, key=_full_name)


def _full_name(kind: Descriptor | EnumDescriptor) -> str:
    return kind.full_name


def _unique(kinds: list[Kind], suffix: str, taken: Iterable[str]) -> dict[Kind, str]:
    """Return a name for each message or enum: its own, after as much of its package as makes it unique."""
    names: dict[Kind, str] = {}
    for depth in range(4):
        found: dict[Kind, str] = {kind: _name(kind, depth) + suffix for kind in kinds if kind not in names}
        often = Counter([*taken, *names.values(), *found.values()])
        names |= {kind: name for kind, name in found.items() if often[name] == 1}
    return {kind: names[kind] for kind in kinds}


def _name(kind: Descriptor | EnumDescriptor, depth: int) -> str:
    """Return `SearchQuery`, `UserSearchQuery` or `UserV1SearchQuery` for `zitadel.user.v1.SearchQuery`, by depth."""
    own = kind.full_name.removeprefix(kind.file.package + ".").replace(".", "")
    if prefix := _prefix(kind.file.package):
        return prefix + own
    return "".join(part.title() for part in kind.file.package.split(".")[1:][:depth]) + own
