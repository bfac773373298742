"""Where a line was meant to begin that begins with tabs, which YAML refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.reading.mended import Mended

_PARTS = re.compile(r"([ \t]*)((?:-[ \t]+)*)(.*)")
_STEP = 2
_FAR = 50
"""Lines above, further than which nobody looks what a tab stands for."""


@dataclass(frozen=True, slots=True)
class _Begin:
    """How a line above begins, mended: where it stands, where its key, and its typed space."""

    typed: str
    indent: int
    key: int
    opens: bool
    """Whether the lines behind it belong to its key."""

    @property
    def is_item(self) -> bool:
        """Whether it begins with a hyphen."""
        return self.key > self.indent


def meant_indent(mended: Mended, number: int, gap: str) -> int:
    """Give the spaces that the tabs `gap` at the begin of a line stand for.

    A line below an open key belongs to it. Another one stands with the nearest line above that
    begins with the same tabs, or, if none does, with the line above.
    """
    nearest = next(_above(mended, number), None)
    if nearest is None:
        return 0
    if nearest.opens:
        return nearest.key + _STEP
    twin = next((each for each in _above(mended, number) if each.typed == gap), nearest)
    if not mended.source[number].startswith("-", len(gap)):
        return twin.key
    above = _above(mended, number)
    return next((each for each in above if each.is_item and each.indent <= twin.key), twin).indent


def _above(mended: Mended, number: int) -> Iterator[_Begin]:
    """The lines above that are still open, the nearest first."""
    lowest: int | None = None
    for at in range(number - 1, max(-1, number - 1 - _FAR), -1):
        begin = _begin(mended, at)
        if begin is not None and (lowest is None or begin.indent <= lowest):
            lowest = begin.indent
            yield begin


def _begin(mended: Mended, number: int) -> _Begin | None:
    typed = _PARTS.match(mended.source[number])
    line = _PARTS.match(mended.line(number))
    if typed is None or line is None or not line[3] or line[3].startswith("#"):
        return None
    indent = len(line[1])
    return _Begin(typed[1], indent, indent + len(line[2]), line[3].rstrip().endswith(":"))
