"""Request metadata: checked once, and built into one tuple for each token, organization and call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import cast

from zgrpc._secret import Hidden, Secret, SecretBytes

Metadata = Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]
Pairs = tuple[tuple[str, str | bytes], ...]

AUTHORIZATION = "authorization"
ORG_ID = "x-zitadel-orgid"
INSTANCE_HOST = "x-zitadel-instance-host"

_KEY = r"[0-9a-z_.\-]+"
_SHOWN_KEY = r"[0-9A-Za-z_.\- ]{0,32}"


def check_metadata(metadata: Metadata | None, argument: str = "metadata") -> Pairs:
    """Return the pairs of `metadata`, checked as gRPC would; no error and no repr shows their values.

    A caller that may raise later hides its own argument with `hide_metadata` first.

    Raises:
        TypeError: it is not a sequence of (key, value) pairs.
        ValueError: a key is not lower case ASCII, or a value not printable ASCII.
    """
    if metadata is None:
        return ()
    given: object = metadata if isinstance(metadata, _HiddenPairs) else hide_metadata(metadata)
    del metadata  # no traceback of an error shows a value
    if not isinstance(given, _HiddenPairs):
        kind = "str" if isinstance(given, str) else type(given).__name__
        raise TypeError(f"{argument} must be pairs of key and value, not {kind}")
    for pair in given:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise TypeError(f"{argument} must be pairs of key and value, such as (('x-request-id', '42'),)")
        key, value = pair
        if not re.fullmatch(_KEY, key):
            shown = repr(str.__str__(key)) if re.fullmatch(_SHOWN_KEY, key) else "(not shown)"  # a value by mistake
            raise ValueError(f"{argument}: key {shown} must be lower case letters, digits, '-', '_' and '.'")
        if key.startswith("grpc-"):
            raise ValueError(f"{argument}: key {str.__str__(key)!r} is reserved for gRPC")
        if key.endswith("-bin"):
            if not isinstance(value, bytes):
                raise TypeError(f"{argument}: the value of {str.__str__(key)!r} must be bytes")
        elif not isinstance(value, str):
            raise TypeError(f"{argument}: the value of {str.__str__(key)!r} must be a str")
        elif not _is_text(value):
            raise ValueError(f"{argument}: the value of {str.__str__(key)!r} must be printable ASCII")
    return tuple((str.__str__(key), value) for key, value in given)


class _HiddenPairs(tuple[tuple[str, str | bytes], ...]):
    """Metadata that was hidden but not checked: its pairs may still be something else."""

    __slots__ = ()


def hide_metadata(metadata: Metadata | None) -> Metadata | None:
    """Return metadata so that a traceback shows none of its values; it may be of any wrong type, which is kept."""
    given: object = metadata
    if isinstance(given, (str, bytes)):
        return cast("Metadata", _hide(given, Secret))
    if metadata is None or not isinstance(given, Iterable):
        return metadata
    pairs: Iterable[object] = given.items() if isinstance(given, Mapping) else given
    hidden = (
        tuple(_hide(part, Hidden if place == 0 else Secret) for place, part in enumerate(pair))
        if isinstance(pair, tuple)
        else None
        for pair in pairs
    )
    return _HiddenPairs(cast("Pairs", hidden))


def _hide(part: object, kind: type[Hidden]) -> object:
    if isinstance(part, bytes):
        return SecretBytes(part)
    return kind(part) if isinstance(part, str) else part


def check_org_id(org_id: object, argument: str = "org_id") -> str | None:
    """Return `org_id` as the header takes it; None for none.

    Raises:
        TypeError: it is not a string.
        ValueError: it is empty or not printable ASCII.
    """
    if org_id is None:
        return None
    if not isinstance(org_id, str):
        raise TypeError(f"{argument} must be a str such as '69629023906488334', not {type(org_id).__name__}")
    if not org_id or not _is_text(org_id) or " " in org_id:
        raise ValueError(f"{argument} must be an organization's id such as '69629023906488334'")
    return org_id


def _is_text(value: str) -> bool:
    return value.isascii() and value.isprintable()


def join(header: str | None, org_id: str | None, extra: Pairs) -> Pairs:
    """Return the metadata of a call; a token or an organization in `extra` replaces `header` and `org_id`."""
    keys = {key for key, _ in extra}
    own: list[tuple[str, str | bytes]] = []
    if header is not None and AUTHORIZATION not in keys:
        own.append((AUTHORIZATION, header))
    if org_id is not None and ORG_ID not in keys:
        own.append((ORG_ID, org_id))
    # gRPC takes subclasses of str, but none of bytes.
    return (*own, *((key, bytes(value)) if isinstance(value, bytes) else (key, value) for key, value in extra))
