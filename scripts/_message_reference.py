"""The reference of messages and enums, a part of `rpc_reference`."""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _pages import Part, Place, places_of

from zgrpc._contract.docs import limit_words
from zgrpc._contract.filters import is_repeated, type_name
from zgrpc._contract.limits import limits_of
from zgrpc._contract.rpc import all_rpcs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor

MESSAGE_PAGES = "reference/messages"


def message_pages() -> dict[str, str]:
    """Return the text of every page of messages, by its path in docs/."""
    by_page: dict[str, list[Any]] = defaultdict(list)
    for descriptor in reached().values():
        by_page[message_page(descriptor)].append(descriptor)
    written = {
        path: messages_page(sorted(descriptors, key=lambda descriptor: descriptor.full_name))
        for path, descriptors in by_page.items()
    }
    return {**written, f"{MESSAGE_PAGES}/index.md": messages_index(by_page)}


@functools.cache
def reached() -> dict[str, Any]:
    """Return the messages and enums that the RPCs use, by full name."""
    found: dict[str, Any] = {}
    for rpc in all_rpcs().values():
        reach(rpc.descriptor.input_type, found)
        reach(rpc.descriptor.output_type, found)
    return found


def reach(descriptor: Any, found: dict[str, Any]) -> None:
    """Collect a message, and the messages and enums in it, except Google's own."""
    if descriptor.full_name in found or descriptor.full_name.startswith("google."):
        return
    found[descriptor.full_name] = descriptor
    for field in getattr(descriptor, "fields", ()):
        kind = field.message_type or field.enum_type
        if kind is not None:
            reach(kind, found)


@functools.cache
def message_places() -> dict[str, Place]:
    """Return the page of every message and enum, by full name: one for each .proto file, or several if it is long."""
    by_file: dict[str, list[Part]] = defaultdict(list)
    for name, descriptor in sorted(reached().items()):
        rows = getattr(descriptor, "values", None) or descriptor.fields
        text = ["## ", "", "name", "", "| head", "| ---", *("| row" for _ in rows), ""]
        by_file[descriptor.file.name].append(Part(name, local_name(descriptor), text))
    found: dict[str, Place] = {}
    for file, parts in by_file.items():
        name = file.removeprefix("zitadel/").removesuffix(".proto").replace("/", "-")
        found |= places_of(f"{MESSAGE_PAGES}/{name}", name, parts)
    return found


def message_page(descriptor: Descriptor | EnumDescriptor) -> str:
    """Return the page that a message or an enum is on."""
    return message_places()[descriptor.full_name].path


def messages_index(by_page: dict[str, list[Any]]) -> str:
    """Return the table of the modules, with a link to each page: the first name that is on it."""
    lines = ["# Messages", "", "The messages and enums that the RPCs use, by the module they are imported from.", ""]
    lines += ["| module | its pages, by the first name on each |", "| --- | --- |"]
    modules: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path, descriptors in by_page.items():
        number = message_places()[descriptors[0].full_name].number
        link = f"[`{min(map(local_name, descriptors))}`]({Path(path).name})"
        modules[module(descriptors[0])].append((number, link))
    for name, pages in sorted(modules.items()):
        lines += [f"| `{name}` | {', '.join(link for _, link in sorted(pages))} |"]
    return "\n".join(lines) + "\n"


def messages_page(descriptors: Iterable[Any]) -> str:
    """Return the page of one .proto file."""
    descriptors = list(descriptors)
    place = message_places()[descriptors[0].full_name]
    lines = [f"# {place.title}", "", f"`from {module(descriptors[0])} import ...`", "", *place.siblings(), ""]
    for descriptor in descriptors:
        name = local_name(descriptor)
        lines += [f"## {name} {{ #{anchor(descriptor)} }}", "", f"`{descriptor.full_name}`", ""]
        if hasattr(descriptor, "values"):
            lines += ["| value | number |", "| --- | --- |"]
            lines += [f"| `{value.name}` | {value.number} |" for value in descriptor.values]
        elif descriptor.fields:
            rules = limits_of(descriptor)
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
    """Return the note that a field shares a oneof with others; empty if it does not."""
    oneof = field.containing_oneof
    return f", in `{oneof.name}`" if oneof is not None and not oneof.name.startswith("_") else ""


def module(descriptor: Descriptor | EnumDescriptor) -> str:
    """Return the Python module of a message or an enum."""
    return str(descriptor.file.name).removesuffix(".proto").replace("/", ".") + "_pb2"


def local_name(descriptor: Descriptor | EnumDescriptor) -> str:
    """Return a message's name within its package: `Outer.Inner` where it is nested."""
    return str(descriptor.full_name).removeprefix(f"{descriptor.file.package}.")


def anchor(descriptor: Descriptor | EnumDescriptor) -> str:
    """Return the anchor of a message on its page."""
    return local_name(descriptor).replace(".", "-")


def type_link(descriptor: Descriptor | EnumDescriptor) -> str:
    """Return a message's or an enum's name, linked to its page."""
    if descriptor.full_name.startswith("google."):
        return f"`{descriptor.full_name}`"
    return (
        f"[`{local_name(descriptor)}`](../{message_page(descriptor).removeprefix('reference/')}#{anchor(descriptor)})"
    )


def field_type(field: FieldDescriptor) -> str:
    """Return the type of a field, linked where it is a message or an enum."""
    kind = field.message_type or field.enum_type
    if kind is not None and kind.full_name.endswith("Entry") and is_repeated(field):
        return "map"
    name = type_link(kind) if kind is not None else f"`{type_name(field)}`"
    return f"list of {name}" if is_repeated(field) else name
