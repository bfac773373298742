"""Writes the edits that problems carry into a text; everything else stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coursebuilder.problem import Edit, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


def edits_by_path(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Group the problems that can be mended by the file that their edits change."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.edits:
            found.setdefault(problem.edits[0].place.path, []).append(problem)
    return {path: tuple(group) for path, group in sorted(found.items())}


def apply_edits(text: str, problems: Iterable[Problem]) -> str:
    """Make the edits of problems in a file's text, which keeps its mark and its line ends.

    Of two problems whose edits overlap the first is mended; the other is for the next round.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    newline = found.group() if (found := _LINE_END.search(body)) else "\n"
    starts = [0, *(each.end() for each in _LINE_END.finditer(body))]
    for start, end, replacement in sorted(_chosen(problems, starts), reverse=True):
        body = body[:start] + replacement.replace("\n", newline) + body[end:]
    return mark + body


def _chosen(problems: Iterable[Problem], starts: list[int]) -> list[tuple[int, int, str]]:
    chosen: list[tuple[int, int, str]] = []
    for problem in problems:
        spans = [_span(edit, starts) for edit in problem.edits]
        if not any(_overlap(span, other) for span in spans for other in chosen):
            chosen.extend(spans)
    return chosen


def _span(edit: Edit, starts: list[int]) -> tuple[int, int, str]:
    place = edit.place
    end_line, end_column = place.end_line or place.line, place.end_column or place.column
    return (
        starts[place.line - 1] + place.column - 1,
        starts[end_line - 1] + end_column - 1,
        edit.text,
    )


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
