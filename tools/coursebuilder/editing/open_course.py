"""A course that stands open in an editor: unsaved texts count, and little is read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coursebuilder.checking import rules
from coursebuilder.checking.check_course import apply_allows, check_by_parts
from coursebuilder.checking.check_file import check_file, looks_across
from coursebuilder.checking.rule import id_of
from coursebuilder.checking.rules import stale_allow
from coursebuilder.course import Course
from coursebuilder.memory import Memory
from coursebuilder.problem import Problem, by_place
from coursebuilder.reading.read_course import read_course

MARKS = ("mkdocs.yml", "modules/course.yml")
FOLDERS = ("docs", "modules", "quizzes")


@dataclass(slots=True)
class OpenCourse:
    """A course, the texts that an editor holds of it, and what was found last."""

    root: Path
    course: Course
    unread: tuple[Problem, ...]
    opened: dict[str, str] = field(default_factory=dict)
    """By path: texts that count instead of those on the disk."""
    memory: Memory = field(default_factory=lambda: Memory(None, objects={}))
    across: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By path: what the rules that compare files found when all of them last ran."""


def root_of(file: Path) -> Path | None:
    """The root of the course that a file belongs to; None for any other file."""
    for folder in file.resolve().parents:
        if any((folder / mark).is_file() for mark in MARKS):
            return folder
    return None


def open_course(root: Path) -> OpenCourse:
    """Read a course for the first time."""
    memory = Memory(None, objects={})
    course, unread = read_course(root, {}, memory)
    return OpenCourse(root, course, unread, memory=memory)


def read_again(opened: OpenCourse) -> None:
    """Read what changed, in the editor or on the disk."""
    opened.course, opened.unread = read_course(opened.root, opened.opened, opened.memory)


def read_typed(opened: OpenCourse) -> None:
    """Read what changed in the editor only: no file of the disk that was read before."""
    known = {path: text for path, (text, _) in (opened.memory.objects or {}).items()}
    texts = {**known, **opened.opened}
    opened.course, opened.unread = read_course(opened.root, texts, opened.memory)


def problems_in(opened: OpenCourse, path: str, today: date) -> tuple[Problem, ...]:
    """What is wrong in a file, at once: what compares it with others is that of the last time."""
    mine = (each for each in opened.unread if each.place.path == path)
    found = apply_allows(opened.course, (*mine, *check_file(opened.course, path, today)))
    # Whether an `allow` is stale can be said only when all rules have run.
    fresh = (p for p in found if p.place.path == path and p.rule != id_of(stale_allow))
    return tuple(sorted((*fresh, *opened.across.get(path, ())), key=by_place))


def problems_by_parts(opened: OpenCourse, today: date) -> Iterator[dict[str, list[Problem]] | None]:
    """Check the whole course; None again and again while it lasts, at the end all by path."""
    found = list(opened.unread)
    for part in check_by_parts(opened.course, today):
        found.extend(part)
        yield None
    by_path: dict[str, list[Problem]] = {}
    for problem in apply_allows(opened.course, found):
        by_path.setdefault(problem.place.path, []).append(problem)
    later = {id_of(rule) for rule in rules.CHECKED if looks_across(rule)} | {id_of(stale_allow)}
    opened.across = {
        path: tuple(each for each in problems if each.rule in later)
        for path, problems in by_path.items()
    }
    yield by_path
