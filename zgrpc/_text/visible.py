"""Text that is safe for a terminal: it cannot move the cursor, change a color or reverse the order of letters."""

from __future__ import annotations

import json
import re

# C0 and C1 controls, DEL, invisible characters, marks that change the direction of writing, and lone surrogates.
# The joiners U+200C and U+200D stay: Persian, Indian languages and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def visible(text: str, *, keep: str = "") -> str:
    r"""Return `text` with the characters that act on a terminal escaped as in Python: ``\x1b``, ``\u202e``.

    Args:
        text: the text.
        keep: Characters that stay, such as a line end.
    """
    return _UNSAFE.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


def is_visible(text: str) -> bool:
    """Return whether `text` holds no character that acts on a terminal."""
    return _UNSAFE.search(text) is None


def dump_json(data: object, *, indent: int | None = None, compact: bool = False) -> str:
    r"""Return JSON in which characters that act on a terminal are escaped (``\u202e``); it means the same."""
    separators = (",", ":") if compact else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return _UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")
