"""An author's mistake as a value with a place.

Lines and columns count from 1, columns in characters, as the contract
(docs/authoring/) says of `course check`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error fails the check, a hint never does."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file: from line and column up to, not including, the end column."""

    path: str
    """Relative to the course's root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text at a place, which has its end, by another."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do about it."""

    place: Place
    rule: str
    severity: Severity
    message: str
    """A full sentence or two, for a person who is no programmer."""
    hint: str = ""
    """The corrected line, or the nearest right word, where one is known."""
    edits: tuple[Edit, ...] = field(default=())
    """What `course check --fix` would write: only where it is sure."""


def by_place(problem: Problem) -> tuple[str, int, int, str, str]:
    """Sort key: path, then place, then rule."""
    place = problem.place
    return (place.path, place.line, place.column, problem.rule, problem.message)
