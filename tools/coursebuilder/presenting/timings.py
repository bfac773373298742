"""Timing that learns: what sections really took, and the minutes that follow from it.

A run log is the file that the presenter window saves: JSON with the seconds of each item. It
holds nothing of the people in the room.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from coursebuilder.course import Course, Module, Section

FORMAT = "course-run-log"
LEAST_SECONDS = 30
"""Less than that was not taught but passed over."""
MINUTES = re.compile(r"(?<![\w-])minutes=(\"?)\d+\1")


class NotALogError(ValueError):
    """A file is no run log; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Run:
    """One delivery: seconds by the full name of a section, `module/section`."""

    seconds: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What a section took."""

    module: Module
    section: Section
    planned: int
    """Minutes."""
    seconds: tuple[int, ...]
    """One number a delivery."""

    @property
    def proposed(self) -> int:
        """The median of all deliveries in whole minutes, one at least."""
        return max(1, round(median(self.seconds) / 60))


def read_run(path: Path, course: Course) -> Run:
    """Read a run log. Raises NotALogError for a file that is none, or of another course."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotALogError(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise NotALogError(f"{path} is no run log, or it was changed by hand.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotALogError(f"{path} is no run log. Save one in the presenter window.")
    if data.get("course") != course.settings.id:
        raise NotALogError(f"{path} is a log of another course, '{data.get('course')}'.")
    try:
        return Run(dict(_taught(data["items"])))
    except (ValueError, KeyError, TypeError) as error:
        raise NotALogError(f"{path} is no run log, or it was changed by hand.") from error


def _taught(items: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, int]]:
    for item in items:
        seconds = item["seconds"]
        if not isinstance(seconds, int):
            raise TypeError(seconds)
        if not item["skipped"] and seconds >= LEAST_SECONDS:
            yield str(item["id"]), seconds


def timings_of(course: Course, runs: Sequence[Run]) -> list[Timing]:
    """Give each section that some run taught, in the order of the course."""
    timings: list[Timing] = []
    for module in course.modules:
        for section in module.sections:
            name = f"{module.slug}/{section.id.value}"
            seconds = tuple(run.seconds[name] for run in runs if name in run.seconds)
            if seconds and section.minutes:
                planned = section.minutes.value
                timings.append(
                    Timing(module=module, section=section, planned=planned, seconds=seconds)
                )
    return timings


def changed_files(course: Course, timings: Iterable[Timing]) -> Iterator[tuple[Path, str, str]]:
    """Give (path, text as it is, text with the proposed minutes) of each module that changes.

    Only the number in `minutes=` of a section's heading changes; every other byte stays.
    """
    by_path: dict[str, list[Timing]] = {}
    for timing in timings:
        if timing.proposed != timing.planned:
            by_path.setdefault(timing.module.path, []).append(timing)
    for name, changed in by_path.items():
        path = course.root / name
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        lines = text.splitlines(keepends=True)
        for timing in changed:
            at = timing.section.place.line - 1
            lines[at] = MINUTES.sub(rf"minutes=\g<1>{timing.proposed}\g<1>", lines[at], count=1)
        if (after := "".join(lines)) != text:
            yield path, text, after


def diff_of(name: str, before: str, after: str) -> str:
    """A unified diff, as `git apply` and `patch -p1` take it."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{name}",
        f"b/{name}",
    )
    return "".join(lines)
