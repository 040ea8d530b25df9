"""The tables that generate.py writes: from the descriptors of proto/, its facts, the lists and the successors."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import _toolchain as toolchain
from _descriptors import enums, find_service, messages
from google.protobuf import descriptor_pb2 as pb

from zgrpc._contract.limits import Rules

Field = pb.FieldDescriptorProto
Types = Mapping[str, pb.DescriptorProto]
Paging = tuple[str, str, str, tuple[str, ...], str, str]
"""The fields of zgrpc._contract.rpc.Paging, in its order."""

ACRONYMS = "GitHub|GitLab|OTP|SMS|SMTP|SAML|OIDC|JWT|LDAP|OAuth|WebAuthN|U2F|TOTP|IDPs|IdPs|IDs|IAM|IDP|API"
"""Parts of RPC names that are one word although their spelling looks like several."""
READ_WORDS = ("Get", "List", "Search")
LIST_WORDS = ("List", "Search")
PAGE_TYPES = {
    ".zitadel.v1.ListQuery": "offset",
    ".zitadel.change.v1.ChangeQuery": "cursor",
    ".zitadel.object.v2.ListQuery": "v2",
    ".zitadel.filter.v2.PaginationRequest": "v2",
}
"""How a list is paged, by the type of the request's field for it."""


class Row(NamedTuple):
    """One RPC, in the order of zgrpc._contract.rpc.Rpc after its names below the client."""

    name: str
    http_method: str
    http_path: str
    permission: str
    read: bool
    deprecated: bool
    successors: tuple[str, ...]
    paging: Paging | None

    def line(self, python_name: str) -> str:
        """Return the row as a line of columns, as zgrpc._contract.rpc splits it."""
        flags = ",".join(flag for flag in ("read", "deprecated") if getattr(self, flag))
        columns = [python_name, *self[:4], flags, ",".join(self.successors)]
        if self.paging is not None:
            columns += [column if isinstance(column, str) else ",".join(column) for column in self.paging]
        for column in columns:
            if not column.isprintable() or set('|"\\').intersection(column):
                raise toolchain.fail(f"{self.name}: a column of its row cannot hold {column!r}")
        return "|".join(columns)


class Tables(NamedTuple):
    """What zgrpc/_contract/_generated holds.

    Attributes:
        services: The full name and the module of each service, by its place below the client.
        rpcs: The RPCs of each service, by their names in Python.
        limits: The limits of each field, by package, message and field.
    """

    services: dict[str, tuple[str, str]]
    rpcs: dict[str, dict[str, Row]]
    limits: dict[str, dict[str, dict[str, Rules]]]


class Declared(NamedTuple):
    """What is declared beside proto/.

    Attributes:
        facts: `proto/facts.json`.
        lists: `scripts/lists.toml`.
        successors: The successors of each deprecated RPC, all by their full names.
    """

    facts: Mapping[str, Any]
    lists: Mapping[str, Any]
    successors: Mapping[str, tuple[str, ...]]


def tables(contract: pb.FileDescriptorSet, services: Mapping[str, str], declared: Declared) -> Tables:
    """Return the tables of the services, by their place below the client."""
    return _Builder(contract, services, declared).tables()


def literal(name: str, kind: str, table: Mapping[str, Any], depth: int) -> str:
    """Return an assignment of the table, with one row a line down to `depth` levels of nested tables.

    The type is quoted so that importing it costs nothing.
    """

    def lines(mapping: Mapping[str, Any], indent: str, depth: int) -> Iterator[str]:
        for key, value in mapping.items():
            if depth and isinstance(value, dict):
                yield f"{indent}{key!r}: {{"
                yield from lines(value, indent + "    ", depth - 1)
                yield f"{indent}}},"
            else:
                yield f"{indent}{key!r}: {value!r},"

    return "\n".join([f'{name}: "{kind}" = {{', *lines(table, "    ", depth), "}", ""])


class _Builder:
    def __init__(self, contract: pb.FileDescriptorSet, services: Mapping[str, str], declared: Declared) -> None:
        self.contract, self.services, self.declared = contract, services, declared
        self.types: Types = {name: message for file in contract.file for name, message, _ in messages(file)}
        self.enums = {name: enum for file in contract.file for name, enum in enums(file)}

    def tables(self) -> Tables:
        places = {}
        for key, full_name in self.services.items():
            file, _ = find_service(self.contract, full_name)
            places[key] = (full_name, file.name.removesuffix(".proto").replace("/", ".") + "_pb2")
        rows = {key: dict(sorted(self.rpcs(key, full_name).items())) for key, full_name in self.services.items()}
        self.check_lists(rows)
        self.check_successors(rows)
        return Tables(places, rows, self.limits())

    def rpcs(self, key: str, full_name: str) -> dict[str, Row]:
        """Return the rows of one service, by the names of the RPCs in Python."""
        file, index = find_service(self.contract, full_name)
        rows: dict[str, Row] = {}
        for method in file.service[index].method:
            name = snake_case(method.name)
            if name in rows:
                raise toolchain.fail(f"two RPCs of {full_name} would be called {name}")
            rows[name] = self.rpc(key, full_name, method)
        return rows

    def rpc(self, key: str, service: str, method: pb.MethodDescriptorProto) -> Row:
        """Return one row."""
        full_name = f"{service}/{method.name}"
        facts = self.declared.facts["rpcs"].get(full_name)
        if facts is None:
            raise toolchain.fail(f"proto/facts.json lacks {full_name}; run `python scripts/sync_proto.py`")
        verb, _, path = facts.get("route", "").partition(" ")
        read = verb == "GET" or (verb in ("", "POST") and split_words(method.name)[0] in READ_WORDS)
        successors = self.declared.successors.get(full_name, ())
        # ZITADEL calls some RPCs deprecated in a comment only.
        deprecated = method.options.deprecated or full_name in self.declared.successors
        paging = self.paging(f"{key}.{method.name}", method)
        permission = facts.get("permission", "")
        return Row(method.name, verb, path, permission, read, deprecated, successors, paging)

    def paging(self, short_name: str, method: pb.MethodDescriptorProto) -> Paging | None:
        """Return how the RPC is paged, as declared; None if it returns no list."""
        request = self.types[method.input_type.removeprefix(".")]
        response = self.types[method.output_type.removeprefix(".")]
        declared = self.declared.lists["lists"].get(short_name)
        paged = [field for field in request.field if field.type_name in PAGE_TYPES]
        if declared is None:
            if paged or split_words(method.name)[0] in LIST_WORDS:
                raise toolchain.fail(f"{short_name} returns a list: declare it in scripts/lists.toml")
            return None
        kind, field, items = declared["kind"], declared.get("field", ""), declared["items"]
        wrong = self._wrong(kind, field, items, request, response)
        wrong = wrong or self._wrong_pages(kind, paged, declared.get("ignores", ""))
        if wrong:
            raise toolchain.fail(f"scripts/lists.toml: {short_name}: {wrong}")
        column = declared.get("creation_column", "")
        columns = next((self.enums[f.type_name[1:]] for f in request.field if f.name == "sorting_column"), None)
        if column and (columns is None or column not in {value.name for value in columns.value}):
            raise toolchain.fail(f"scripts/lists.toml: {short_name}: there is no sorting column {column}")
        created = [value.name for value in columns.value if "_CREAT" in value.name] if columns is not None else []
        if created and not column:
            raise toolchain.fail(
                f"scripts/lists.toml: {short_name}: declare its creation_column, {' or '.join(created)}"
            )
        identity = self.identity(short_name, next(found for found in response.field if found.name == items))
        return kind, field, items, identity, self.total(kind, response), column

    @staticmethod
    def _wrong(kind: str, field: str, items: str, request: pb.DescriptorProto, response: pb.DescriptorProto) -> str:
        """Return what is wrong with a declaration; empty if it is right."""
        fields = {found.name: found for found in request.field}
        if not any(found.name == items and found.label == Field.LABEL_REPEATED for found in response.field):
            return f"the response has no list {items!r}"
        if kind == "unpaged":
            return f"an unpaged list has no field {field!r}" if field else ""
        if kind == "events":
            return "" if {"sequence", "limit", "asc"} <= fields.keys() else "the request has no sequence, limit and asc"
        if field not in fields or PAGE_TYPES.get(fields[field].type_name) != kind:
            return f"the request has no field {field!r} that pages by {kind}"
        return ""

    @staticmethod
    def _wrong_pages(kind: str, paged: list[pb.FieldDescriptorProto], ignored: str) -> str:
        """Return what is wrong with `ignores`, or with an unpaged list whose request pages; empty if nothing is."""
        if kind != "unpaged":
            return "only an unpaged list ignores a field" if ignored else ""
        names = [field.name for field in paged]
        if ignored not in ("", *names):
            return f"the request has no field {ignored!r} that the server could ignore"
        pages = [name for name in names if name != ignored]
        return f"the request pages by {pages[0]!r}, so the list is not unpaged" if pages else ""

    def identity(self, short_name: str, items: pb.FieldDescriptorProto) -> tuple[str, ...]:
        """Return the key fields of a list's items; none where an item is a plain value."""
        if items.type != Field.TYPE_MESSAGE:
            return ()
        name = items.type_name.removeprefix(".")
        item = self.types[name]
        keys = tuple(self.declared.lists["identity"].get(name, ()))
        if not keys:
            if not any(field.name == "id" for field in item.field):
                raise toolchain.fail(f"{short_name}: declare the key fields of {name} in scripts/lists.toml")
            return ("id",)
        for key in keys:
            if not self._has(item, key):
                raise toolchain.fail(f"scripts/lists.toml: {name} has no {key!r}")
        return keys

    def _has(self, message: pb.DescriptorProto, path: str) -> bool:
        name, _, rest = path.partition(".")
        if not rest and any(oneof.name == name for oneof in message.oneof_decl):
            return True
        found = next((field for field in message.field if field.name == name), None)
        return found is not None and (not rest or self._has(self.types[found.type_name.removeprefix(".")], rest))

    def total(self, kind: str, response: pb.DescriptorProto) -> str:
        """Return the dotted path to the number of all items; empty if the response does not hold it."""
        if kind not in ("offset", "v2"):
            return ""
        for field in response.field:
            details = self.types.get(field.type_name.removeprefix("."))
            if details is not None and self._has(details, "total_result"):
                return f"{field.name}.total_result"
        return ""

    def check_lists(self, rows: Mapping[str, Mapping[str, Row]]) -> None:
        """Fail for a declaration of an RPC or a type that the contract does not have."""
        short_names = {f"{key}.{row.name}" for key, rpcs in rows.items() for row in rpcs.values()}
        if unknown := sorted({*self.declared.lists["lists"]} - short_names):
            # A checkout may hold fewer services.
            unknown = [name for name in unknown if name.rpartition(".")[0] in self.services]
            if unknown:
                raise toolchain.fail(f"scripts/lists.toml: no RPC {', '.join(unknown)}")

    def check_successors(self, rows: Mapping[str, Mapping[str, Row]]) -> None:
        """Fail for a deprecated RPC that its service does not have."""
        for name in self.declared.successors:
            service, _, rpc = name.partition("/")
            keys = [key for key, full_name in self.services.items() if full_name == service]
            if any(rpc not in {row.name for row in rows[key].values()} for key in keys):
                raise toolchain.fail(f"scripts/successors.tsv: no RPC {name}")

    def limits(self) -> dict[str, dict[str, dict[str, Rules]]]:
        """Return the limits by package, message, and field or oneof."""
        facts = self.declared.facts["limits"]
        found: dict[str, dict[str, dict[str, Rules]]] = {}
        for file in self.contract.file:
            for name, message, _ in messages(file):
                members = [member.name for member in (*message.field, *message.oneof_decl)]
                rules = {member: facts[f"{name}.{member}"] for member in members if f"{name}.{member}" in facts}
                if rules:
                    found.setdefault(file.package, {})[name] = rules
        return {package: dict(sorted(limited.items())) for package, limited in sorted(found.items())}


def split_words(name: str) -> list[str]:
    """Return the words of a name in CamelCase, acronyms in one piece."""
    return re.findall(rf"(?:{ACRONYMS})(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+[0-9]*", name)


def snake_case(name: str) -> str:
    """Return a name in CamelCase as Python spells it."""
    return "_".join(split_words(name)).lower()
