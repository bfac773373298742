"""Checks one file of a course by the rules that look at nothing else: as fast as one types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coursebuilder.checking import rules
from coursebuilder.checking.check_course import broken
from coursebuilder.checking.rule import Rule
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course
from coursebuilder.problem import Problem
from coursebuilder.quiz import Quiz, Scenario


def looks_across(rule: Rule) -> bool:
    """Whether a rule compares a file with others: it says `ACROSS = True`."""
    return bool(getattr(rule, "ACROSS", False))


def check_file(course: Course, path: str, as_of: date) -> tuple[Problem, ...]:
    """Run the rules that look at one file alone; nothing is silenced yet."""
    survey = Survey(only(course, path), as_of)
    return tuple(_found(survey, path))


def only(course: Course, path: str) -> Course:
    """Give the course with its registers and a single one of its other files.

    A quiz or scenario keeps its module, which says in what language it is.
    """
    exercises: tuple[Quiz | Scenario, ...] = (*course.quizzes, *course.scenarios)
    slugs = {_module_of(each) for each in exercises if each.path == path}
    return replace(
        course,
        modules=tuple(each for each in course.modules if each.path == path or each.slug in slugs),
        pages=tuple(each for each in course.pages if each.path == path),
        quizzes=tuple(each for each in course.quizzes if each.path == path),
        scenarios=tuple(each for each in course.scenarios if each.path == path),
        register_prose=tuple(each for each in course.register_prose if each.path == path),
    )


def _module_of(exercise: Quiz | Scenario) -> str:
    if isinstance(exercise, Quiz):
        return exercise.slug
    return exercise.objective.value.partition("/")[0] if exercise.objective else ""


def _found(survey: Survey, path: str) -> Iterator[Problem]:
    for rule in rules.CHECKED:
        if not looks_across(rule):
            yield from (each for each in broken(rule, survey) if each.place.path == path)
