"""A stretch of running text, gathered from one or more lines of a file, that knows its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from coursebuilder.problem import Place


@dataclass(frozen=True, slots=True)
class Leaf:
    """Text whose lines stand at known places of a file."""

    path: str
    text: str
    starts: tuple[int, ...]
    """The offset in `text` at which each line begins."""
    lines: tuple[int, ...]
    """The line of the file, for each."""
    columns: tuple[int, ...]
    """The column of the file at which each begins."""


def leaf_of(path: str, rows: Iterable[tuple[str, int, int]]) -> Leaf:
    """Join rows of text, each with its line and column in the file."""
    starts: list[int] = []
    texts, lines, columns = [], [], []
    length = 0
    for text, line, column in rows:
        starts.append(length)
        length += len(text) + 1
        texts.append(text)
        lines.append(line)
        columns.append(column)
    return Leaf(path, "\n".join(texts), tuple(starts), tuple(lines), tuple(columns))


def place_in(leaf: Leaf, start: int, end: int) -> Place:
    """The place of the text between two offsets."""
    first = bisect_right(leaf.starts, start) - 1
    last = first if end <= start else bisect_right(leaf.starts, end - 1) - 1
    return Place(
        leaf.path,
        leaf.lines[first],
        leaf.columns[first] + start - leaf.starts[first],
        leaf.lines[last],
        leaf.columns[last] + max(start, end) - leaf.starts[last],
    )
