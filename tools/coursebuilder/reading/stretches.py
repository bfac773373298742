"""Where in the file a part of a text stands."""

from __future__ import annotations

from coursebuilder.problem import Place
from coursebuilder.reading.nodes import Scalar


def stretch_in(scalar: Scalar, start: int, end: int) -> Place:
    """The place of the characters `start` to `end` of a text, counted from 0.

    Where a text does not stand in the file letter for letter (escapes, folded lines), it is
    the place of the whole text.
    """
    if scalar.line_places:
        return _in_block(scalar, start, end)
    place = scalar.place
    marks = _marks_around(scalar)
    if marks is None:
        return place
    column = place.column + marks
    return Place(place.path, place.line, column + start, place.line, column + end)


def _in_block(scalar: Scalar, start: int, end: int) -> Place:
    before = scalar.text[:start]
    number = min(before.count("\n"), len(scalar.line_places) - 1)
    line = scalar.line_places[number]
    column = line.column + start - (before.rfind("\n") + 1)
    width = len(scalar.text[start:end].split("\n", 1)[0])
    return Place(line.path, line.line, column, line.line, column + width)


def _marks_around(scalar: Scalar) -> int | None:
    """How many characters stand before the text: a quotation mark or none; None if unsure."""
    place = scalar.place
    if place.end_line not in {None, place.line}:
        return None
    width = len(scalar.text) if place.end_column is None else place.end_column - place.column
    return {len(scalar.text): 0, len(scalar.text) + 2: 1}.get(width)
