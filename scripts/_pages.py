"""Divide the reference into pages that a reader can scroll: none over about 8,000 pixels at a width of 1,400."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from typing import NamedTuple

TALLEST = 6600
"""The estimated height of a page, in pixels. Cells that wrap make a page taller than estimated."""
_ROW, _LINE, _WIDE, _LETTERS = 37, 40, 95, 45
_FENCE, _CODE = 22, 19

_TARGET = re.compile(r"(?<=\])\([^)]*\)")


class Part(NamedTuple):
    """A section of a page.

    Attributes:
        name: what it describes, unique within the reference.
        resource: what it is about; sections of one resource stand on one page if they fit.
        lines: its Markdown.
    """

    name: str
    resource: str
    lines: list[str]


class Place(NamedTuple):
    """The page that a section is on.

    Attributes:
        path: the page, in docs/.
        title: the page's heading.
        number: which of its group's pages it is, from 1.
        first: the first resource on each page of the group, with its first section if several pages have the resource.
        stem: the path of the group's first page, without its ending.
    """

    path: str
    title: str
    number: int
    first: tuple[str, ...]
    stem: str

    def siblings(self) -> list[str]:
        """Return links to the pages of the same group; none if there is one page."""
        if len(self.first) == 1:
            return []
        links = [
            f"**{number}: {name}**" if number == self.number else f"[{number}: {name}]({_file(self.stem, number)})"
            for number, name in enumerate(self.first, 1)
        ]
        return ["Pages: " + " · ".join(links)]


def places_of(stem: str, title: str, parts: list[Part]) -> dict[str, Place]:
    """Put sections on pages, in their order of resource and name.

    Args:
        stem: the path of the first page, without its ending.
        title: the heading of the pages.
        parts: the sections.
    """
    pages: list[list[Part]] = [[]]
    room = TALLEST
    by_resource: dict[str, list[Part]] = {}
    for part in parts:
        by_resource.setdefault(part.resource, []).append(part)
    for resource in sorted(by_resource):
        together = by_resource[resource]
        whole = sum(height(part.lines) for part in together)
        if pages[-1] and room < whole <= TALLEST:
            pages.append([])
            room = TALLEST
        for part in together:
            if pages[-1] and room < height(part.lines):
                pages.append([])
                room = TALLEST
            pages[-1].append(part)
            room -= height(part.lines)
    first = _names([page[0] for page in pages])
    return {
        part.name: Place(
            str(PurePosixPath(stem).parent / _file(stem, number)),
            title if len(pages) == 1 else f"{title} ({number} of {len(pages)})",
            number,
            first,
            stem,
        )
        for number, page in enumerate(pages, 1)
        for part in page
    }


def _names(first: list[Part]) -> tuple[str, ...]:
    """Return the names of pages that begin with these sections."""
    count = Counter(part.resource for part in first)
    return tuple(
        (part.resource if count[part.resource] == 1 else part.lines[0].strip("# ").partition(" {")[0]).replace("_", " ")
        for part in first
    )


def _file(stem: str, number: int) -> str:
    """Return the name of a page's file."""
    name = PurePosixPath(stem).name
    return f"{name}.md" if number == 1 else f"{name}-{number}.md"


def height(lines: list[str]) -> int:
    """Return about how many pixels high Markdown is."""
    pixels, code = 0, False
    for written in lines:
        line = _TARGET.sub("", written)
        if line.startswith("|"):
            pixels += _ROW + 22 * (max(len(cell) for cell in line.split("|")) // _LETTERS)
        elif line.startswith("```"):
            pixels += _FENCE
            code = not code
        elif code:
            pixels += _CODE
        elif line.startswith("#"):
            pixels += _WIDE
        elif line:
            pixels += _LINE
    return pixels
