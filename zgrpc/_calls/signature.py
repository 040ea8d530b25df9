"""The signature of a bound RPC, for `inspect.signature` and the completion of keywords in IPython."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from google.protobuf.message import Message

__all__ = ["signature"]


def signature(request_class: type[Message], options: Iterable[str]) -> Signature:
    """Return the signature of an RPC: the request, or its fields, and the call options that are no fields.

    Args:
        request_class: the request's class.
        options: the keywords beside the fields.
    """
    fields: Collection[str] = request_class.DESCRIPTOR.fields_by_name
    names = [*fields, *(name for name in options if name not in fields)]
    return Signature(
        [
            Parameter("request", Parameter.POSITIONAL_ONLY, default=None, annotation=request_class),
            *(Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in names if name.isidentifier()),
        ]
    )
