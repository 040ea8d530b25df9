"""An MkDocs hook: a page that would load a script, a style, a font or a picture from another host fails the build."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.exceptions import PluginError

_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\b(?:src|srcset|data)=["']?(?:https?:)?//[^"'>]*"""
    r"""|<link\b(?![^>]*rel=["']?(?:canonical|next|prev))[^>]*\bhref=["']?(?:https?:)?//[^"'>]*"""
)


def on_post_page(output: str, *, page: Any, **_: Any) -> str:
    """Look through a finished page."""
    found = _LOADED.search(output)
    if found:
        raise PluginError(f"{page.file.src_uri} would load from elsewhere: {found[0]}")
    return output
