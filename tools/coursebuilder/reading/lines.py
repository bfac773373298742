"""Lines that do not fit: the place of each, and the file made readable without it.

A line that begins in the wrong column is moved to the column where the rest of the file can be
read; a line that nothing helps is left out. Columns and lines count from 0 here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.reading.mended import Mended

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it: ten times as fast, the same events."""

MOST_FAULTS = 25
"""So many misfits are told of one by one; then the rest of the file is left unread."""

_OPENERS = ("while scanning", "while parsing a flow")


@dataclass(slots=True)
class Lines:
    """A mended text, of which lines may have been moved or left out."""

    rows: list[str]
    moved: dict[int, int] = field(default_factory=dict)
    """By how many columns a line was moved to the right."""
    events: tuple[yaml.Event, ...] = ()
    """What the parser makes of the lines, once it can read them."""

    def text(self) -> str:
        """Give the whole text."""
        return "\n".join(self.rows)

    def move(self, number: int, indent: int) -> None:
        """Begin a line in another column."""
        row = self.rows[number]
        body = row.lstrip()
        self.moved[number] = self.moved.get(number, 0) + indent - (len(row) - len(body))
        self.rows[number] = " " * indent + body


@dataclass(frozen=True, slots=True)
class _Fault:
    line: int
    column: int
    misplaced: bool
    """The line would be right in another column."""


def straighten(mended: Mended, path: str) -> tuple[Lines, tuple[Problem, ...]]:
    """Make a mended text readable, and tell of each line that was not.

    The lines that are given hold the events that the parser makes of them.
    """
    lines = Lines([mended.line(number) for number in range(len(mended.source))])
    problems: list[Problem] = []
    while fault := _first_fault(lines):
        indent = lines.rows[fault.line]
        column = len(indent) - len(indent.lstrip()) - lines.moved.get(fault.line, 0)
        problems.append(_problem(mended, lines, fault, path, max(column, 0)))
        if len(problems) > MOST_FAULTS:
            del lines.rows[fault.line :]
        else:
            problems[-1] = _repair(lines, fault, problems[-1])
    return lines, tuple(problems)


def _first_fault(lines: Lines) -> _Fault | None:
    try:
        lines.events = tuple(yaml.parse(lines.text(), Loader=Loader))
    except yaml.MarkedYAMLError as error:
        return _fault(lines, error)
    return None


def _fault(lines: Lines, error: yaml.MarkedYAMLError) -> _Fault:
    mark = error.problem_mark or error.context_mark
    opened = (error.context or "").startswith(_OPENERS)
    if opened and error.context_mark is not None:
        mark = error.context_mark
    number = min(mark.line if mark else 0, len(lines.rows) - 1)
    while number > 0 and not lines.rows[number].strip():
        number -= 1
    row = lines.rows[number]
    return _Fault(number, len(row) - len(row.lstrip()), misplaced=not opened)


def _problem(mended: Mended, lines: Lines, fault: _Fault, path: str, column: int) -> Problem:
    """The line as the author typed it; `column` is where it begins when mended."""
    start = mended.column(fault.line, column) + 1
    end = mended.column(fault.line, column + len(lines.rows[fault.line].strip())) + 1
    place = Place(path, fault.line + 1, start, fault.line + 1, max(end, start))
    message = (
        "YAML cannot read this line, so it was left out. Compare it with its neighbours: "
        "a key, a colon, a space and the text, in the same column as the other keys."
    )
    return Problem(place, "yaml-syntax", Severity.ERROR, message)


def _repair(lines: Lines, fault: _Fault, problem: Problem) -> Problem:
    """Move the line to where the rest can be read, or leave it out."""
    original = lines.rows[fault.line]
    for indent in _candidates(lines, fault) if fault.misplaced else ():
        lines.move(fault.line, indent)
        later = _first_fault(lines)
        if later is None or later.line > fault.line:
            message = (
                f"This line begins in column {problem.place.column}, but the lines it belongs to "
                f"begin in column {indent + 1}. Move it there."
            )
            return Problem(problem.place, "bad-indentation", Severity.ERROR, message)
        lines.move(fault.line, len(original) - len(original.lstrip()))
    lines.rows[fault.line] = ""
    return problem


def _candidates(lines: Lines, fault: _Fault) -> Iterator[int]:
    """The columns in which lines above begin, or their keys behind a dash; nearest first."""
    columns: set[int] = set()
    smallest = len(lines.rows[fault.line])
    for number in range(fault.line - 1, -1, -1):
        row = lines.rows[number]
        body = row.lstrip()
        depth = len(row) - len(body)
        if not body or body.startswith("#") or depth > smallest:
            continue
        smallest = min(smallest, depth)
        columns.add(depth)
        while body.startswith("- "):
            behind = len(body) - len(body[2:].lstrip())
            depth, body = depth + behind, body[behind:]
            columns.add(depth)
        if smallest == 0:
            break
    columns.discard(fault.column)
    yield from sorted(columns, key=lambda column: (abs(column - fault.column), column))
