"""The reference of all RPCs and messages, written when the documentation is built: an MkDocs hook (`hooks:`).

Every fact comes from where the client itself has it: the table of RPCs, the descriptors, the limits and the filters. No
page of it is kept in the repository, so none can be stale.
"""

from __future__ import annotations

# ruff: noqa: E402 - mkdocs does not look for our modules by itself
import functools
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated"), str(ROOT / "scripts")]

from _examples import example
from _message_reference import field_type, message_pages, type_link
from _pages import Part, Place, places_of
from _sentences import sentence

from zgrpc._contract._generated.index import SERVICES
from zgrpc._contract.docs import deprecation, field_limits, notes, short_name
from zgrpc._contract.filters import QUERY_FIELDS, Filter, describe_filters, is_repeated
from zgrpc._contract.limits import limits_of
from zgrpc._contract.rpc import Rpc, all_rpcs, rpcs_of
from zgrpc._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.descriptor import Descriptor, FieldDescriptor
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

RPC_PAGES = "reference/rpcs"
SMALLEST_GROUP = 5
"""Groups of fewer RPCs than this share the page "other"."""
MOST_NESTED = 40
"""The most fields of a request's messages that its table shows. If there are more, it shows those with limits."""

PAGING = {
    "offset": "by offset and limit; the client gives the list complete",
    "cursor": "by sequence; the client follows it to the end",
    "v2": "by offset and limit, at most 1,000 a page; the client gives the list complete",
    "events": "by time, at most 1,000 a page; the client follows it to the end",
    "unpaged": "none: the server gives the whole list in one answer",
}


# -- MkDocs ----------------------------------------------------------------------------------------
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages to the site."""
    from mkdocs.structure.files import File

    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Write the version where a page names it."""
    return markdown.replace("{{ version }}", __version__)


def pages() -> dict[str, str]:
    """Return the text of every page of the reference, by its path in docs/."""
    written: dict[str, str] = {}
    by_page: dict[str, list[tuple[Place, Rpc]]] = defaultdict(list)
    for rpc in all_rpcs().values():
        place = rpc_place(rpc)
        by_page[place.path].append((place, rpc))
    for path, found in by_page.items():
        written[path] = rpc_page(found[0][0], [rpc for _, rpc in found])
    written[f"{RPC_PAGES}/index.md"] = index_page()
    for service in SERVICES:
        written |= service_pages(service)
    return {**written, **message_pages()}


# -- RPCs ------------------------------------------------------------------------------------------
def groups() -> Iterator[tuple[str, str, list[Rpc]]]:
    """Yield the RPCs by service and by the first part of their HTTP route, as they share a page."""
    for service in SERVICES:
        by_part = defaultdict(list)
        for rpc in rpcs_of(service).values():
            by_part[rpc.http_path.removeprefix("/v2").strip("/").split("/")[0] or "other"].append(rpc)
        small = [part for part, found in by_part.items() if len(found) < SMALLEST_GROUP]
        other = [rpc for part in small for rpc in by_part.pop(part)]
        for part in sorted(by_part):
            yield service, part, by_part[part]
        if other:
            yield service, "other", other


@functools.cache
def rpc_places() -> dict[str, Place]:
    """Return the page of every RPC, by full name."""
    found: dict[str, Place] = {}
    for service, group, rpcs in groups():
        parts = [
            Part(rpc.full_name, resource(rpc), rpc_section(rpc))
            for rpc in sorted(rpcs, key=lambda rpc: rpc.python_name)
        ]
        title = (
            service
            if group == "other" and len(rpcs) == len(rpcs_of(service))
            else f"{service}: {group.replace('_', ' ')}"
        )
        found |= places_of(f"{RPC_PAGES}/{service}-{group}", title, parts)
    return found


def rpc_place(rpc: Rpc) -> Place:
    """Return the page that an RPC is on."""
    return rpc_places()[rpc.full_name]


def resource(rpc: Rpc) -> str:
    """Return what an RPC acts on, as its name says: RPCs of one resource stand together."""
    words = rpc.python_name.removeprefix("bulk_").split("_")[1:] or [rpc.python_name]
    text = "_".join(words).removesuffix("_by_id").removesuffix("_by_ids").removesuffix("_global")
    return text if text.endswith("ss") else text.removesuffix("s")


def index_page() -> str:
    """Return the table of all RPCs."""
    lines = [
        "# All RPCs",
        "",
        f"The {len(all_rpcs())} RPCs of the {len(SERVICES)} services of the contract. A **list** gives a pager.",
        "**where** means that it takes filters. The client retries lists and **reads** after `UNAVAILABLE`.",
        "",
        "| service | RPCs | what it is |",
        "| --- | --- | --- |",
    ]
    for service, (full_name, _) in SERVICES.items():
        lines += [f"| [`client.{service}`]({service}.md) | {len(rpcs_of(service))} | `{full_name}` |"]
    return "\n".join(lines) + "\n"


def service_pages(service: str) -> dict[str, str]:
    """Return the table of a service's RPCs, on several pages if it is long."""
    rpcs = sorted(rpcs_of(service).values(), key=lambda rpc: rpc.python_name)
    rows = [Part(rpc.full_name, rpc.python_name, [table_row(rpc)]) for rpc in rpcs]
    found = places_of(f"{RPC_PAGES}/{service}", service, rows)
    written: dict[str, list[str]] = {}
    for row in rows:
        place = found[row.name]
        head = [f"# {place.title}", "", f"`client.{service}` is `{SERVICES[service][0]}`.", "", *place.siblings(), ""]
        head += ["| method | what it does | permission | |", "| --- | --- | --- | --- |"]
        written.setdefault(place.path, head).extend(row.lines)
    return {path: "\n".join(lines) + "\n" for path, lines in written.items()}


def table_row(rpc: Rpc) -> str:
    """Return the row of an RPC in the table of its service."""
    link = f"[`{rpc.python_name}`]({Path(rpc_place(rpc).path).name}#{rpc.python_name})"
    return f"| {link} | {sentence(rpc)} | {permission(rpc)} | {', '.join(marks(rpc))} |"


def marks(rpc: Rpc) -> list[str]:
    """Return what the table of all RPCs says about one, in a word each."""
    said = ["list" if rpc.paging else "", "where" if describe_filters(rpc.descriptor.input_type) else ""]
    said += ["read" if rpc.read and not rpc.paging else "", "deprecated" if rpc.deprecated else ""]
    return [word for word in said if word]


def rpc_page(place: Place, rpcs: list[Rpc]) -> str:
    """Return one page of a group of RPCs."""
    service = rpcs[0].service
    lines = [f"# {place.title}", "", f"RPCs of `client.{service}`.", "", *place.siblings(), ""]
    for rpc in rpcs:
        lines += [successor_links(rpc, line) if line.startswith("*Deprecated") else line for line in rpc_section(rpc)]
    return "\n".join(lines) + "\n"


def successor_links(rpc: Rpc, note: str) -> str:
    """Return the note that an RPC is deprecated, with links to its successors."""
    known = rpc_places()
    for name in rpc.successors:
        if name in known:
            found = all_rpcs()[name]
            target = f"{Path(known[name].path).name}#{found.python_name}"
            note = note.replace(short_name(name), f"[{short_name(name)}]({target})")
    return note


def rpc_section(rpc: Rpc) -> list[str]:
    """Return what the contract says of one RPC."""
    request, response = rpc.descriptor.input_type, rpc.descriptor.output_type
    lines = [f"## {rpc.python_name}", "", sentence(rpc), "", f"`{rpc.full_name}`", ""]
    if rpc.deprecated:
        lines += [f"*{deprecation(rpc)}*", ""]
    lines += [*example(rpc), "| | |", "| --- | --- |"]
    if route(rpc):
        lines += [f"| route | `{route(rpc)}` |"]
    lines += [f"| permission | {permission(rpc)} |", f"| request | {type_link(request)} |"]
    if rpc.paging:
        item = response.fields_by_name[rpc.items]
        lines += [f"| items | {field_type(item)}, from `{rpc.items}` of {type_link(response)} |"]
        if item.message_type is not None:
            lines += [f"| fields of an item | {field_names(item.message_type)} |"]
        lines += [f"| paging | {PAGING[rpc.paging.kind]} |"]
    else:
        lines += [f"| answer | {type_link(response)} |"]
    lines += [f"| note | {note} |" for note in notes(rpc, request)]
    lines += [f"| retried after UNAVAILABLE | {'yes' if rpc.read else 'no, it writes'} |", ""]
    fields = list(request_fields(rpc))
    if fields:
        lines += ["| keyword | type | limits |", "| --- | --- | --- |", *fields, ""]
    filters = describe_filters(request)
    if filters:
        lines += ["| `where=` | value |", "| --- | --- |", *(filter_row(found) for found in filters), ""]
    if not rpc.paging and response.fields:
        lines += ["| answer | type | its fields |", "| --- | --- | --- |"]
        lines += [f"| `{field.name}` | {field_type(field)} | {answer_fields(field)} |" for field in response.fields]
        lines += [""]
    return lines


def field_names(descriptor: Descriptor) -> str:
    """Return the names of a message's fields, in one cell."""
    return ", ".join(f"`{field.name}`" for field in descriptor.fields)


def answer_fields(field: FieldDescriptor) -> str:
    """Return the names of the fields of an answer's message; empty if it is none of the contract's."""
    kind = field.message_type
    return "" if kind is None or kind.full_name.startswith("google.") else field_names(kind)


def request_fields(rpc: Rpc) -> Iterator[str]:
    """Yield the rows of a request's fields; those of nested messages follow with their limits."""
    request = rpc.descriptor.input_type
    rules = limits_of(request)
    limits = dict(field_limits(request))
    for oneof in request.oneofs:
        if oneof.name in rules:
            yield f"| *one of* | {', '.join(f'`{field.name}`' for field in oneof.fields)} | required |"
    shown = [
        field
        for field in request.fields
        if not (rpc.paging and field.name in QUERY_FIELDS and describe_filters(request))
    ]
    nested = {field.name: list(nested_fields(field, (request,))) for field in shown}
    paths = [path for found in nested.values() for path, _ in found]
    if len(paths) > MOST_NESTED:
        paths = [path for path in paths if path in limits]
    kept = frozenset(paths if len(paths) <= MOST_NESTED else ())
    for field in shown:
        yield f"| `{field.name}` | {field_type(field)} | {limits.pop(field.name, '')} |"
        for path, inner in nested[field.name]:
            if path in kept:
                yield f"| `{path}` | {field_type(inner)} | {limits.pop(path, '')} |"


def nested_fields(field: FieldDescriptor, above: tuple[Descriptor, ...]) -> Iterator[tuple[str, FieldDescriptor]]:
    """Yield the fields of a field's message and of the messages in it, with their dotted paths."""
    kind = field.message_type
    if kind is None or kind in above or kind.full_name.startswith("google.") or field.name in QUERY_FIELDS:
        return
    prefix = f"{field.name}{'[]' * is_repeated(field)}."
    for inner in kind.fields:
        yield prefix + inner.name, inner
        yield from ((prefix + path, deeper) for path, deeper in nested_fields(inner, (*above, kind)))


def filter_row(found: Filter) -> str:
    """Return the row of one key of `where=`."""
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
    """Return the HTTP route of an RPC."""
    return f"{rpc.http_method} {rpc.http_path}".strip()


def permission(rpc: Rpc) -> str:
    """Return what an RPC asks for."""
    if rpc.permission == "authenticated":
        return "any authenticated user"
    return f"`{rpc.permission}`" if rpc.permission else "none"
