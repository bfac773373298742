"""Checks a course once: as long as its files and the day stay, what was found is recalled."""

from __future__ import annotations

from datetime import date

from coursebuilder.checking.check_course import check_course
from coursebuilder.course import Course
from coursebuilder.memory import digest_of, keep, recall, recalled, remember
from coursebuilder.problem import Problem
from coursebuilder.told import Told, to_nobody

FINDINGS = "findings"


def check_once(course: Course, as_of: date, told: Told = to_nobody) -> tuple[Problem, ...]:
    """Find what `check_course` finds: as remembered, or now."""
    if not course.digest:
        return check_course(course, as_of, told)
    memory = recall(course.root, FINDINGS)
    digest = digest_of([course.digest, as_of])
    known: tuple[Problem, ...] | None = recalled(memory, FINDINGS, digest)
    if known is not None:
        return known
    found = check_course(course, as_of, told)
    remember(memory, FINDINGS, digest, found)
    keep(memory)
    return found
