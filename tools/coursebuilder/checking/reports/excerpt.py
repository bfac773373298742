"""The line of a problem with a caret under its place, as a terminal shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from coursebuilder.problem import Place

LinesOf = Callable[[str], Sequence[str]]
"""The lines of a file, by its path from the course's root; none where it cannot be read."""

WIDEST = 92
"""Columns of a line that are shown; of a longer one, those around the place."""
BEFORE = 30
"""Columns before the place that a cut line keeps."""
CUT = "\N{HORIZONTAL ELLIPSIS}"


def lines_in(root: Path) -> LinesOf:
    """Look up lines in the files of a course; each file is read once."""

    @cache
    def lines_of(path: str) -> Sequence[str]:
        try:
            content = (root / path).read_bytes()
        except (OSError, ValueError):
            return ()
        text = content.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines_of


def excerpt(place: Place, lines: Sequence[str]) -> list[str]:
    """Give the line with its number and, under it, the carets; nothing for an empty line."""
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return []
    line = "".join(letter if letter.isprintable() else " " for letter in lines[place.line - 1])
    start = min(place.column - 1, len(line))
    end = _end(place, line, start)
    first = max(0, start - BEFORE) if len(line) > WIDEST else 0
    last = min(len(line), first + WIDEST)
    head, tail = CUT if first else "", CUT if last < len(line) else ""
    shown = f"{head}{line[first:last]}{tail}".rstrip()
    number = str(place.line)
    under = " " * (_width(head) + _width(line[first:start]))
    carets = "^" * max(1, _width(line[start : min(end, last)]))
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {under}{carets}"]


def _end(place: Place, line: str, start: int) -> int:
    """Where the carets end: of a place of several lines, with the first line's last word."""
    if place.end_line in (None, place.line):
        return max(start + 1, (place.end_column or 0) - 1)
    return max(start + 1, len(line.rstrip()))


def _width(text: str) -> int:
    """How many columns a terminal gives a text."""
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
