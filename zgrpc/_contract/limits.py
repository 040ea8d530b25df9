"""The limits of fields, by message; one generated module for each package of the contract, loaded when used."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from google.protobuf.descriptor import Descriptor


class Rules(TypedDict, total=False):
    """The limits of one field, by protoc-gen-validate's names. Of `uri` and the like, True means that they hold.

    Attributes:
        items: the limits of each item of a list.
    """

    required: bool
    ignore_empty: bool
    defined_only: bool
    const: bool | int | str
    email: bool
    uri: bool
    uri_ref: bool
    prefix: str
    len: int
    min_len: int
    max_len: int
    max_bytes: int
    gt: float
    gte: float
    lt: float
    lte: float
    not_in: Sequence[int]
    unique: bool
    min_items: int
    max_items: int
    items: Rules


def limits_of(message: Descriptor) -> Mapping[str, Rules]:
    """Return the limits of a message's fields and oneofs, by name; those without limits are left out.

    Args:
        message: The descriptor of the message.
    """
    return _package(message.file.package).get(message.full_name, {})


@functools.cache
def _package(name: str) -> Mapping[str, Mapping[str, Rules]]:
    module = name.removeprefix("zitadel.").replace(".", "_")
    try:
        found = importlib.import_module(f"zgrpc._contract._generated.limits.{module}")
    except ModuleNotFoundError:
        return {}  # such as google.protobuf
    limits: Mapping[str, Mapping[str, Rules]] = found.LIMITS
    return limits
