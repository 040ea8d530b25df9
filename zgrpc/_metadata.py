"""Request metadata: checked once, built into one tuple a token, an org and a call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from zgrpc._secret import Secret

Metadata = Iterable[tuple[str, str | bytes]]
Pairs = tuple[tuple[str, str | bytes], ...]

AUTHORIZATION = "authorization"
ORG_ID = "x-zitadel-orgid"
INSTANCE_HOST = "x-zitadel-instance-host"

_KEY = re.compile(r"[0-9a-z_.\-]+")
_TEXT = re.compile(r"[\x20-\x7e]*")


def check_metadata(metadata: Metadata | None, argument: str = "metadata") -> Pairs:
    """The pairs of `metadata`, checked as gRPC would, but without its values in the error; no repr shows them.

    Raises:
        TypeError: it is no sequence of (key, value) pairs.
        ValueError: a key is not lower case ASCII, or a value not printable ASCII.
    """
    if metadata is None:
        return ()
    given: Any = metadata
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise TypeError(f"{argument} must be pairs of key and value, not {type(given).__name__}")
    pairs: tuple[Any, ...] = tuple(given.items()) if isinstance(given, Mapping) else tuple(given)
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise TypeError(f"{argument} must be pairs of key and value, such as (('x-request-id', '42'),)")
        key, value = pair
        if not _KEY.fullmatch(key):
            raise ValueError(f"{argument}: key {key!r} must be lower case letters, digits, '-', '_' and '.'")
        if key.startswith("grpc-"):
            raise ValueError(f"{argument}: key {key!r} is reserved for gRPC")
        if key.endswith("-bin"):
            if not isinstance(value, bytes):
                raise TypeError(f"{argument}: the value of {key!r} must be bytes")
        elif not isinstance(value, str):
            raise TypeError(f"{argument}: the value of {key!r} must be a str")
        elif not _TEXT.fullmatch(value):
            raise ValueError(f"{argument}: the value of {key!r} must be printable ASCII")
    return tuple((key, Secret(value) if isinstance(value, str) else value) for key, value in pairs)


def check_org_id(org_id: Any, argument: str = "org_id") -> str | None:
    """`org_id` as the header takes it; None for none.

    Raises:
        TypeError: it is no string.
        ValueError: it is empty or not printable ASCII.
    """
    if org_id is None:
        return None
    if not isinstance(org_id, str):
        raise TypeError(f"{argument} must be a str such as '69629023906488334', not {type(org_id).__name__}")
    if not org_id or not _TEXT.fullmatch(org_id) or " " in org_id:
        raise ValueError(f"{argument} must be an organization's id such as '69629023906488334'")
    return org_id


def join(header: str | None, org_id: str | None, extra: Pairs) -> Pairs:
    """The metadata of a call; what `extra` says of the token or the org takes the place of `header` and `org_id`."""
    said = {key for key, _ in extra}
    own: list[tuple[str, str | bytes]] = []
    if header is not None and AUTHORIZATION not in said:
        own.append((AUTHORIZATION, header))
    if org_id is not None and ORG_ID not in said:
        own.append((ORG_ID, org_id))
    return (*own, *extra)
