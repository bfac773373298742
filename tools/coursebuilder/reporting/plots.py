"""The geometry of the report's plots. Numbers are in the units of each plot's viewBox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from coursebuilder.checking.bank import Key

WIDTH = 100.0
"""Of a bar: its parts are percent of the longest."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar."""

    start: float
    width: float
    kind: str
    """A class of the style sheet."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, and what it stands for."""

    x: float
    y: float
    said: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on an axis, and where it stands."""

    at: float
    said: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """Lengths of right choices (up) against those of the longest wrong ones (across)."""

    size: float
    """Of the square that the dots lie in."""
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    """The same for both axes."""
    above: int
    """Right choices that alone are the longest."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Grades of a module's sections on a line from the least to the most of all modules."""

    dots: tuple[Dot, ...]
    limit: float


def stacked(counts: Sequence[tuple[str, int]], longest: int) -> tuple[Part, ...]:
    """A bar of several kinds, on the scale of the longest bar; kinds without a count fall away."""
    widths = [WIDTH * count / max(longest, 1) for _, count in counts]
    starts = [0.0, *accumulate(widths)]
    return tuple(
        Part(round(start, 2), round(width, 2), kind)
        for (kind, count), start, width in zip(counts, starts, widths, strict=False)
        if count
    )


def scatter(keys: Sequence[Key], marked: frozenset[str], size: float = 260.0) -> Scatter:
    """Lay out the keys; `marked` are ids of questions that a rule tells of."""
    longest = max((max(key.length, *key.others) for key in keys), default=1)
    step = _step(longest)
    most = step * (longest // step + 1)
    return Scatter(
        size=size,
        dots=tuple(
            Dot(
                round(size * max(key.others) / most, 1),
                round(size - size * key.length / most, 1),
                f"{key.question}: {key.length} against {max(key.others)}",
                key.question in marked,
            )
            for key in keys
        ),
        ticks=tuple(
            Tick(round(size * value / most, 1), str(value)) for value in range(0, most + 1, step)
        ),
        above=sum(key.rank == 1 for key in keys),
    )


def strip(grades: Sequence[tuple[str, float]], limit: float, most: float) -> Strip:
    """Lay out the grades of sections, by title; a grade under zero stands at zero."""
    scale = WIDTH / most
    return Strip(
        dots=tuple(
            Dot(
                round(scale * min(max(grade, 0.0), most), 1),
                0.0,
                f"{title}: {grade:.1f}",
                grade > limit,
            )
            for title, grade in grades
        ),
        limit=round(scale * min(limit, most), 1),
    )


def _step(longest: int) -> int:
    """A round number with which six ticks at most reach the longest."""
    step = 10
    while 6 * step <= longest:
        step *= 2 if str(step)[0] != "2" else 5
    return step
