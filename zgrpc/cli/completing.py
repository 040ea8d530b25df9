"""What the shell completes: RPCs, fields, filters, columns and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zgrpc._contract.request import shared_prefix
from zgrpc._contract.rpc import Rpc, all_rpcs
from zgrpc._text.names import find, python_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from google.protobuf.descriptor import Descriptor


class RpcType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.2 on only
    """The name of an RPC.

    Args:
        lists: Whether it must be the name of a list.
    """

    name = "rpc"

    def __init__(self, *, lists: bool = False) -> None:
        self._lists = lists

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Rpc:
        """Return the RPC of that name; a wrong one is a usage error."""
        try:
            rpc = find(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if self._lists and not rpc.paging:
            self.fail(f"{rpc.short_name} returns no list: use `zgrpc call {rpc.short_name}`", param, ctx)
        return rpc

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Complete names in the style that was begun: CamelCase or snake_case."""
        rpcs = [rpc for rpc in all_rpcs().values() if rpc.paging or not self._lists]
        camel = [(rpc.short_name, rpc) for rpc in rpcs]
        snake = [(python_label(rpc), rpc) for rpc in rpcs]
        found = _matching(camel, incomplete) or _matching(snake, incomplete)
        if not found and "." not in incomplete:
            wanted = incomplete.lower().replace("_", "")
            found = [(name, rpc) for name, rpc in camel if rpc.name.lower().startswith(wanted)]
        return [CompletionItem(name, help=f"{rpc.http_method} {rpc.http_path}") for name, rpc in found]


def _matching(names: list[tuple[str, Rpc]], incomplete: str) -> list[tuple[str, Rpc]]:
    return [(name, rpc) for name, rpc in names if name.startswith(incomplete)]


def complete_fields(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete fields of the RPC that was named before as ``name=``; after the sign, an enum's values."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    path, equals, _ = incomplete.partition("=")
    found = []
    for name, kind, values in _fields(rpc.descriptor.input_type, ""):
        if equals and name == path:
            found += _values(name, values, incomplete)
        elif not equals and name.startswith(incomplete):
            found.append(CompletionItem(f"{name}=", help=kind))
    return found


def complete_filters(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete filters of the list that was named before as ``key=``; after the sign, an enum's values."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    from zgrpc._contract.filters import describe_filters

    key, equals, _ = incomplete.partition("=")
    found = []
    for known in describe_filters(rpc.descriptor.input_type):
        if equals and known.key == key:
            values = known.enum_values
            if known.value is not None and known.value.cpp_type == known.value.CPPTYPE_BOOL:
                values = ("true", "false")
            found += _values(key, values, incomplete)
        elif not equals and known.key.startswith(incomplete):
            found.append(CompletionItem(f"{known.key}=", help=known.type))
    return found


def _values(name: str, values: Sequence[str], incomplete: str) -> list[CompletionItem]:
    """Complete ``name=`` with values; those of an enum in lower case without the enum's name, if so begun."""
    texts = [f"{name}={value}" for value in values]
    if values and not any(text.startswith(incomplete) for text in texts):
        prefix = shared_prefix(values)
        texts = [f"{name}={value.removeprefix(prefix).lower()}" for value in values]
    return [CompletionItem(text) for text in texts if text.startswith(incomplete)]


def complete_target(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of an RPC, or else of a file."""
    found = RpcType().shell_complete(ctx, param, incomplete) if incomplete else []
    return found or [CompletionItem(incomplete, type="file")]


def complete_names(names: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return a function that completes names separated by commas."""

    def complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{name}") for name in names if name.startswith(last)]

    return complete


def complete_columns(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete columns of the list that was named before, separated by commas."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    from zgrpc._contract.rows import columns, items_field

    names = [column.name for column in columns(items_field(rpc))]
    return complete_names(names)(ctx, param, incomplete)


def _rpc(ctx: click.Context) -> Rpc | None:
    """Return the RPC that the line names. If an option still lacks its value, click has not read the arguments."""
    for word in (ctx.params.get("rpc"), ctx.params.get("target"), *ctx.args):
        try:
            return word if isinstance(word, Rpc) else find(word or "")
        except ValueError:
            continue
    return None


def _fields(descriptor: Descriptor, before: str, depth: int = 0) -> list[tuple[str, str, list[str]]]:
    """Return name, type and possible values of the fields, also of nested messages."""
    from zgrpc._contract.filters import enum_numbers, is_repeated, type_name

    found = []
    for field in descriptor.fields:
        inner = field.message_type
        if inner is None or is_repeated(field) or inner.full_name.startswith("google.protobuf.") or depth >= 3:
            values = list(enum_numbers(field)) or (["true", "false"] if field.cpp_type == field.CPPTYPE_BOOL else [])
            found.append((before + field.name, type_name(field).rpartition(".")[2], values))
        else:
            found += _fields(inner, f"{before}{field.name}.", depth + 1)
    return found
