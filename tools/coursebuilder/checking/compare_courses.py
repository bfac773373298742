"""Runs the rules that compare a course with what it was before."""

from __future__ import annotations

from coursebuilder.checking import rules
from coursebuilder.checking.comparison import Comparison, Edition
from coursebuilder.checking.rule import id_of
from coursebuilder.course import Course
from coursebuilder.problem import Problem, by_place


def compare_courses(before: Course, after: Course) -> tuple[Problem, ...]:
    """Find ids that are gone or mean something else. Places are those of the course as it is."""
    comparison = Comparison(Edition(before), Edition(after))
    found = [
        Problem(
            place=finding.place,
            rule=id_of(rule),
            severity=rule.SEVERITY,
            message=finding.message,
            hint=finding.hint,
        )
        for rule in rules.COMPARED
        for finding in rule.compare(comparison)
    ]
    return tuple(sorted(found, key=by_place))
