"""What the shell completes: RPCs, fields, filters, columns and profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zgrpc._rpc import Rpc, all_rpcs
from zgrpc.cli.names import find, label

if TYPE_CHECKING:
    from google.protobuf.descriptor import Descriptor


class RpcType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.2 on only
    """The name of an RPC.

    Args:
        lists: whether only lists will do.
    """

    name = "rpc"

    def __init__(self, *, lists: bool = False) -> None:
        self._lists = lists

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Rpc:
        """The RPC of that name; a wrong one is a usage error."""
        try:
            rpc = find(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if self._lists and not rpc.paging:
            self.fail(f"{label(rpc)} returns no list: use `zgrpc call {label(rpc)}`", param, ctx)
        return rpc

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """Names in the case that was begun; CamelCase first."""
        rpcs = [rpc for rpc in all_rpcs().values() if rpc.paging or not self._lists]
        camel = [(label(rpc), rpc) for rpc in rpcs]
        snake = [(f"{rpc.service}.{rpc.python_name}", rpc) for rpc in rpcs]
        found = _matching(camel, incomplete) or _matching(snake, incomplete)
        if not found and "." not in incomplete:
            wanted = incomplete.lower().replace("_", "")
            found = [(name, rpc) for name, rpc in camel if rpc.name.lower().startswith(wanted)]
        return [CompletionItem(name, help=f"{rpc.http_method} {rpc.http_path}") for name, rpc in found]


def _matching(names: list[tuple[str, Rpc]], incomplete: str) -> list[tuple[str, Rpc]]:
    return [(name, rpc) for name, rpc in names if name.startswith(incomplete)]


def complete_fields(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Fields of the request of the RPC that was named before, as ``name=``; after the sign, an enum's values."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    path, equals, _ = incomplete.partition("=")
    found = []
    for name, kind, values in _fields(rpc.descriptor.input_type, ""):
        if equals and name == path:
            found += [CompletionItem(f"{name}={value}") for value in values if f"{name}={value}".startswith(incomplete)]
        elif not equals and name.startswith(incomplete):
            found.append(CompletionItem(f"{name}=", help=kind))
    return found


def complete_filters(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Keys of ``--where`` of the list that was named before; after the sign, an enum's values."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    from zgrpc._filters import describe_filters

    key, equals, _ = incomplete.partition("=")
    found = []
    for known in describe_filters(rpc.descriptor.input_type):
        if equals and known.key == key:
            found += [
                CompletionItem(text) for value in known.enum_values if (text := f"{key}={value}").startswith(incomplete)
            ]
        elif not equals and known.key.startswith(incomplete):
            found.append(CompletionItem(f"{known.key}=", help=known.type))
    return found


def complete_columns(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Columns of the list that was named before; several are divided by commas."""
    rpc = _rpc(ctx)
    if rpc is None:
        return []
    from zgrpc.cli.rows import columns, items_field

    before, comma, last = incomplete.rpartition(",")
    names = [column.name for column in columns(items_field(rpc))]
    return [CompletionItem(f"{before}{comma}{name}") for name in names if name.startswith(last)]


def _rpc(ctx: click.Context) -> Rpc | None:
    """The RPC that the line names; where an option still lacks its value, click has left the arguments unread."""
    for word in (ctx.params.get("rpc"), *ctx.args):
        try:
            return word if isinstance(word, Rpc) else find(word or "")
        except ValueError:
            continue
    return None


def _fields(descriptor: Descriptor, before: str, depth: int = 0) -> list[tuple[str, str, list[str]]]:
    """Name, type and possible values of the fields, those of nested messages too."""
    from zgrpc._filters import enum_numbers, is_repeated, type_name

    found = []
    for field in descriptor.fields:
        inner = field.message_type
        if inner is None or is_repeated(field) or inner.full_name.startswith("google.protobuf.") or depth >= 3:
            values = list(enum_numbers(field)) or (["true", "false"] if field.cpp_type == field.CPPTYPE_BOOL else [])
            found.append((before + field.name, type_name(field).rpartition(".")[2], values))
        else:
            found += _fields(inner, f"{before}{field.name}.", depth + 1)
    return found
