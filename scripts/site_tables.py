"""An MkDocs hook for tables and code that fit the page.

Each cell knows its column's heading, so that a phone can show a row as a list. Long names break between their words,
and options such as ``--first-page`` do not break.
"""

from __future__ import annotations

import html
import re
from typing import Any

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_OUTPUT = '<div class="highlight"><span class="filename">output</span>'
_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(r"<pre\b.*?</pre>|(?<=<code>)[^<]+(?=</code>)", re.DOTALL)
_TITLE = re.compile(r"(<h[1-4]\b[^>]*>|<span class=\"doc doc-object-name[^>]*>)([^<]+)")
_LONG = re.compile(r"[^\s&;]{11,}")
_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z0-9]_)(?=[A-Za-z0-9])|(?<=[./=(,])(?=\w)")
_OPTION = re.compile(r"(?<![\w-])--?[a-zA-Z][\w-]*")
_STATUS = re.compile(r"(?<=[>\s])[A-Z]+(?:_[A-Z]+)+(?=[\s,.;:<])")


def on_page_content(content: str, **_: Any) -> str:
    """Write the headings into the cells of every table, and say where their code may break."""
    content = content.replace(_OUTPUT, _OUTPUT.replace('"highlight"', '"highlight output"'))  # its lines may wrap
    content = _CODE.sub(_break, content)
    content = _TITLE.sub(
        lambda title: title[1] + _LONG.sub(lambda word: _JOINT.sub("<wbr>", word[0]), title[2]), content
    )
    return _TABLE.sub(lambda table: _STATUS.sub(lambda word: word[0].replace("_", "_<wbr>"), _label(table[0])), content)


def _break(code: re.Match[str]) -> str:
    """Let names of more than 10 characters break at joints, as in ``Incomplete|List|Error``; keep options whole."""
    if code[0].startswith("<pre"):
        return code[0]
    broken = _LONG.sub(lambda word: word[0] if word[0].startswith("-") else _JOINT.sub("<wbr>", word[0]), code[0])
    return _OPTION.sub(r'<span class="option">\g<0></span>', broken)


def _label(table: str) -> str:
    headings = [html.escape(html.unescape(_TAG.sub("", heading)), quote=True) for heading in _HEADING.findall(table)]

    def label_row(row: re.Match[str]) -> str:
        names = iter(headings)
        return _CELL.sub(lambda _: f'<td data-label="{next(names, "")}"', row[0])

    return _ROW.sub(label_row, table)
