"""The reference of all RPCs and messages, written when the documentation is built: an MkDocs hook (`hooks:`).

Every fact comes from where the client itself has it: the table of RPCs, the descriptors, the limits and the filters. No
page of it is kept in the repository, so none can be stale.
"""

from __future__ import annotations

# ruff: noqa: E402 - mkdocs does not look for our modules by itself
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "generated")]

from zgrpc._docs import field_limits, limit_words
from zgrpc._filters import QUERY_FIELDS, Filter, describe_filters, is_repeated, type_name
from zgrpc._generated.limits import LIMITS
from zgrpc._generated.rpcs import RPCS, SERVICES
from zgrpc._listplan import IGNORES_PAGING
from zgrpc._rpc import Rpc, find_rpc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

RPC_PAGES = "reference/rpcs"
MESSAGE_PAGES = "reference/messages"
SMALLEST_PAGE = 5
"""Groups of fewer RPCs than this share the page "other"."""

PAGING = {
    "offset": "by offset and limit; the client gives the list complete",
    "cursor": "by sequence; the client follows it to the end",
    "v2": "by offset and limit, at most 1,000 a page; the client gives the list complete",
    "unpaged": "none: the server gives the whole list in one answer",
}


# -- MkDocs ----------------------------------------------------------------------------------------
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages to the site."""
    from mkdocs.structure.files import File

    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def pages() -> dict[str, str]:
    """The text of every page of the reference, by its path in docs/."""
    written: dict[str, str] = {}
    found = list(groups())
    reached: dict[str, Any] = {}
    for service, group, rpcs in found:
        written[f"{RPC_PAGES}/{service}-{group}.md"] = rpc_page(service, group, rpcs)
        for rpc in rpcs:
            for descriptor in (rpc.descriptor.input_type, rpc.descriptor.output_type):
                reach(descriptor, reached)
    written[f"{RPC_PAGES}/index.md"] = index_page(found)
    by_file = defaultdict(list)
    for descriptor in reached.values():
        by_file[message_page(descriptor)].append(descriptor)
    for path, descriptors in by_file.items():
        written[path] = messages_page(path, sorted(descriptors, key=lambda descriptor: descriptor.full_name))
    written[f"{MESSAGE_PAGES}/index.md"] = messages_index(by_file)
    return written


# -- RPCs ------------------------------------------------------------------------------------------
def groups() -> Iterator[tuple[str, str, list[Rpc]]]:
    """The RPCs by service and by the first part of their HTTP route, as they share a page."""
    for service, rpcs in RPCS.items():
        by_part = defaultdict(list)
        for name in rpcs:
            rpc = find_rpc(service, name)
            by_part[rpc.http_path.strip("/").split("/")[0] or "other"].append(rpc)
        small = [part for part, found in by_part.items() if len(found) < SMALLEST_PAGE]
        other = [rpc for part in small for rpc in by_part.pop(part)]
        for part in sorted(by_part):
            yield service, part, by_part[part]
        if other:
            yield service, "other", other


def index_page(found: list[tuple[str, str, list[Rpc]]]) -> str:
    """The table of all RPCs."""
    count = sum(len(rpcs) for _, _, rpcs in found)
    lines = [
        "# All RPCs",
        "",
        f"The {count} RPCs of {len(SERVICES)} services, from the contract. A **list** gives a pager; **where** says",
        "that it takes filters. Lists and **reads** are repeated after `UNAVAILABLE`.",
        "",
    ]
    for service, (full_name, _) in SERVICES.items():
        lines += ["", f"## {service}", "", f"`client.{service}` is `{full_name}`.", ""]
        lines += ["| method | route | permission | |", "| --- | --- | --- | --- |"]
        rows = [
            f"| [`{rpc.python_name}`]({service}-{group}.md#{rpc.python_name}) | `{route(rpc)}` | {permission(rpc)} "
            f"| {', '.join(marks(rpc))} |"
            for owner, group, rpcs in found
            if owner == service
            for rpc in rpcs
        ]
        lines += sorted(rows)
    return "\n".join(lines) + "\n"


def marks(rpc: Rpc) -> list[str]:
    """What the table of all RPCs says of one in a word each."""
    said = ["list" if rpc.paging else "", "where" if describe_filters(rpc.descriptor.input_type) else ""]
    said += ["read" if rpc.read and not rpc.paging else "", "deprecated" if rpc.deprecated else ""]
    return [word for word in said if word]


def rpc_page(service: str, group: str, rpcs: list[Rpc]) -> str:
    """The page of one group of RPCs."""
    lines = [f"# {service}: {group.replace('_', ' ')}", "", f"RPCs of `client.{service}`.", ""]
    for rpc in sorted(rpcs, key=lambda rpc: rpc.python_name):
        lines += rpc_section(rpc)
    return "\n".join(lines) + "\n"


def rpc_section(rpc: Rpc) -> list[str]:
    """What the contract says of one RPC."""
    request, response = rpc.descriptor.input_type, rpc.descriptor.output_type
    lines = [f"## {rpc.python_name}", ""]
    lines += [f"`{rpc.full_name}`", ""]
    if rpc.deprecated:
        lines += ["*Deprecated by ZITADEL.*", ""]
    lines += ["| | |", "| --- | --- |", f"| route | `{route(rpc)}` |", f"| permission | {permission(rpc)} |"]
    lines += [f"| request | {type_link(request)} |"]
    if rpc.paging:
        item = response.fields_by_name[rpc.items]
        lines += [f"| items | {field_type(item)}, from `{rpc.items}` of {type_link(response)} |"]
        kind = "unpaged" if rpc.full_name in IGNORES_PAGING else rpc.paging
        lines += [f"| paging | {PAGING[kind]} |"]
    else:
        lines += [f"| answer | {type_link(response)} |"]
    lines += [f"| repeated after UNAVAILABLE | {'yes' if rpc.read else 'no, it writes'} |", ""]
    fields = list(request_fields(rpc))
    if fields:
        lines += ["| keyword | type | limits |", "| --- | --- | --- |", *fields, ""]
    filters = describe_filters(request)
    if filters:
        lines += ["| `where=` | value |", "| --- | --- |", *(filter_row(found) for found in filters), ""]
    if not rpc.paging and response.fields:
        lines += ["| answer | type |", "| --- | --- |"]
        lines += [f"| `{field.name}` | {field_type(field)} |" for field in response.fields]
        lines += [""]
    return lines


def request_fields(rpc: Rpc) -> Iterator[str]:
    """The rows of a request's fields; those of nested messages follow with their limits."""
    request = rpc.descriptor.input_type
    rules = LIMITS.get(request.full_name, {})
    limits = dict(field_limits(request, LIMITS))
    for oneof in request.oneofs:
        if oneof.name in rules:
            yield f"| *one of* | {', '.join(f'`{field.name}`' for field in oneof.fields)} | required |"
    for field in request.fields:
        if rpc.paging and field.name in QUERY_FIELDS and describe_filters(request):
            continue
        yield f"| `{field.name}` | {field_type(field)} | {limits.pop(field.name, '')} |"
        for path in [path for path in limits if path.startswith((f"{field.name}.", f"{field.name}[]."))]:
            if field.name not in QUERY_FIELDS:
                yield f"| `{path}` | | {limits.pop(path)} |"


def filter_row(found: Filter) -> str:
    """The row of one key of `where=`."""
    if found.kind in {"and", "or"}:
        value = "a list of conditions"
    elif found.kind == "not":
        value = "a condition"
    elif found.kind == "fields":
        descriptor = found.option.message_type
        assert descriptor is not None  # noqa: S101 - several fields are a message's
        value = "a dict of " + ", ".join(f"`{field.name}`" for field in descriptor.fields)
    else:
        value = field_type(found.value or found.option)
        if found.text_match:
            value += ", or `starts_with`, `contains`, `ends_with`, `equals` of one"
        elif found.note:
            value += "; compared exactly"
    return f"| `{found.key}` | {value} |"


def route(rpc: Rpc) -> str:
    """The HTTP route of an RPC."""
    return f"{rpc.http_method} {rpc.http_path}".strip()


def permission(rpc: Rpc) -> str:
    """What an RPC asks for."""
    if rpc.permission == "authenticated":
        return "any authenticated user"
    return f"`{rpc.permission}`" if rpc.permission else "none"


# -- messages --------------------------------------------------------------------------------------
def reach(descriptor: Any, reached: dict[str, Any]) -> None:
    """Collect a message, and the messages and enums that it is made of, but for Google's own."""
    if descriptor.full_name in reached or descriptor.full_name.startswith("google."):
        return
    reached[descriptor.full_name] = descriptor
    for field in getattr(descriptor, "fields", ()):
        kind = field.message_type or field.enum_type
        if kind is not None:
            reach(kind, reached)


def message_page(descriptor: Descriptor | EnumDescriptor) -> str:
    """The page that a message or an enum is on: one for each .proto file."""
    name = descriptor.file.name.removeprefix("zitadel/").removesuffix(".proto").replace("/", "-")
    return f"{MESSAGE_PAGES}/{name}.md"


def messages_index(by_file: dict[str, list[Any]]) -> str:
    """The table of the files of the contract."""
    lines = ["# Messages", "", "The messages and enums that the RPCs use, by the module they are imported from.", ""]
    lines += ["| module | messages and enums |", "| --- | --- |"]
    for path in sorted(by_file):
        name = Path(path).name
        lines += [f"| [`{module(by_file[path][0])}`]({name}) | {len(by_file[path])} |"]
    return "\n".join(lines) + "\n"


def messages_page(path: str, descriptors: Iterable[Any]) -> str:
    """The page of one .proto file."""
    descriptors = list(descriptors)
    lines = [f"# {Path(path).stem}", "", f"`from {module(descriptors[0])} import ...`", ""]
    for descriptor in descriptors:
        name = local_name(descriptor)
        lines += [f"## {name} {{ #{anchor(descriptor)} }}", "", f"`{descriptor.full_name}`", ""]
        if hasattr(descriptor, "values"):
            lines += ["| value | number |", "| --- | --- |"]
            lines += [f"| `{value.name}` | {value.number} |" for value in descriptor.values]
        elif descriptor.fields:
            rules = LIMITS.get(descriptor.full_name, {})
            lines += ["| field | type | limits |", "| --- | --- | --- |"]
            lines += [
                f"| `{field.name}` | {field_type(field)}{one_of(field)} | {limit_words(field, rule)} |"
                for field in descriptor.fields
                for rule in (rules.get(field.name, {}),)
            ]
        else:
            lines += ["It has no fields."]
        lines += [""]
    return "\n".join(lines) + "\n"


def one_of(field: FieldDescriptor) -> str:
    """That a field shares a oneof with others; empty where it does not."""
    oneof = field.containing_oneof
    return f", in `{oneof.name}`" if oneof is not None and not oneof.name.startswith("_") else ""


def module(descriptor: Descriptor | EnumDescriptor) -> str:
    """The Python module of a message or an enum."""
    return str(descriptor.file.name).removesuffix(".proto").replace("/", ".") + "_pb2"


def local_name(descriptor: Descriptor | EnumDescriptor) -> str:
    """A message's name within its package: `Outer.Inner` where it is nested."""
    return str(descriptor.full_name).removeprefix(f"{descriptor.file.package}.")


def anchor(descriptor: Descriptor | EnumDescriptor) -> str:
    """The anchor of a message on its page."""
    return local_name(descriptor).replace(".", "-")


def type_link(descriptor: Descriptor | EnumDescriptor) -> str:
    """A message's or an enum's name, linked to its page."""
    if descriptor.full_name.startswith("google."):
        return f"`{descriptor.full_name}`"
    return (
        f"[`{local_name(descriptor)}`](../{message_page(descriptor).removeprefix('reference/')}#{anchor(descriptor)})"
    )


def field_type(field: FieldDescriptor) -> str:
    """The type of a field, linked where it is a message or an enum."""
    kind = field.message_type or field.enum_type
    if kind is not None and kind.full_name.endswith("Entry") and is_repeated(field):
        return "map"
    name = type_link(kind) if kind is not None else f"`{type_name(field)}`"
    return f"list of {name}" if is_repeated(field) else name
