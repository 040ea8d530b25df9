"""Read the JSON of a service user's key, however an editor, a shell or a secret store has encoded it."""

from __future__ import annotations

import base64
import binascii
import codecs
import json
from typing import TYPE_CHECKING

from zgrpc._secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["hidden", "read_key"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_key(content: Secret, what: str) -> object:
    """Return the parsed content; the private key in it is a `Secret`.

    It may begin with a byte order mark, be UTF-16 (as PowerShell writes it), base64, or a JSON string that holds the
    JSON.

    Args:
        content: The text, or the bytes of the file, one character each.
        what: What it is, for the error.

    Raises:
        ValueError: It is not JSON in any of these forms.
    """
    text = _unwrapped(_decoded(content))
    problem = parsed = None
    try:
        parsed = json.loads(text, object_hook=hidden)
        if isinstance(parsed, str):
            parsed = Secret(parsed)
            parsed = json.loads(parsed, object_hook=hidden)
    except ValueError as exception:  # its `doc` is the whole text
        problem = getattr(exception, "msg", "not JSON")
    except RecursionError:
        problem = "it nests too deeply"
    if problem is None:
        return parsed
    parsed = None
    if not text.strip():
        raise ValueError(f"{what} is empty")
    if text.lstrip().startswith("-----BEGIN"):
        raise ValueError(f"{what} is not JSON: it is a bare PEM; it must be the JSON around it")
    raise ValueError(f"{what} is not JSON, nor JSON in base64: {problem}")


def hidden(parts: Mapping[str, object]) -> dict[str, object]:
    """Return the members with `key` as a `Secret`, its line ends as such, and ids that are numbers as strings."""
    key = parts.get("key")
    ids = {
        name: str(value)
        for name in ("userId", "keyId")
        if isinstance(value := parts.get(name), int) and not isinstance(value, bool)
    }
    if not isinstance(key, str):
        return {**parts, **ids, "key": None}
    return {**parts, **ids, "key": Secret(key.replace("\\r", "").replace("\\n", "\n"))}


def _decoded(content: Secret) -> Secret:
    """Return the text of bytes that are one character each; other text is returned as it is."""
    try:
        raw = content.encode("latin-1")
    except UnicodeEncodeError:
        return Secret(content.removeprefix("\ufeff"))
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return Secret(raw.decode(encoding, "replace"))
    if raw[1::2][:16].strip(b"\0") == b"" and len(raw) > 2:
        return Secret(raw.decode("utf-16-le", "replace"))
    if raw[0::2][:16].strip(b"\0") == b"" and len(raw) > 2:
        return Secret(raw.decode("utf-16-be", "replace"))
    try:
        return Secret(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return content


def _unwrapped(text: Secret) -> Secret:
    """Return the content of base64 (either alphabet, with or without line ends and padding) if it looks like JSON."""
    bare = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        raw = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return text
    inner = _decoded(Secret(raw.decode("latin-1")))
    return inner if inner.lstrip().startswith("{") else text
