"""What the rules on English wording see of a course."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course

CourseWith = Callable[[Mapping[str, str]], Course]

SPANISH = """\
---
title: Bienvenida
summary: Por qué.
objectives:
  spot: Nombrar las señales
reviewed: 2026-11-21
translates: welcome
language: {language}
---

## Para empezar {{#start minutes=5 objectives="spot"}}

Texto.
"""
SCENARIO = (
    "title: Una consulta\nobjective: bienvenida/spot\nstart: a\nscenes:\n  a:\n    end: good\n"
)
COURSE = """\
id: small
title: A small course
version: "2026.11"
language: {language}
modules: [welcome]
"""


@pytest.fixture
def survey_of(course_with: CourseWith) -> Callable[[str, str], Survey]:
    def survey(course: str, translation: str) -> Survey:
        files = {
            "modules/course.yml": COURSE.format(language=course),
            "modules/bienvenida.md": SPANISH.format(language=translation),
            "quizzes/bienvenida.yml": "title: Bienvenida\nquestions: []\n",
            "quizzes/consulta.yml": SCENARIO,
        }
        return Survey(course_with(files), date(2026, 11, 21))

    return survey


def test_a_translation_is_not_looked_at_as_english(
    survey_of: Callable[[str, str], Survey],
) -> None:
    seen = survey_of("en", "es-US").in_english.course
    assert [module.slug for module in seen.modules] == ["welcome"]
    assert [quiz.slug for quiz in seen.quizzes] == ["welcome"]
    assert [scenario.slug for scenario in seen.scenarios] == ["first-inquiry"]
    assert seen.redflags


def test_of_a_course_in_another_language_only_the_translation_into_english_is_seen(
    survey_of: Callable[[str, str], Survey],
) -> None:
    seen = survey_of("es", "en-GB").in_english.course
    assert [module.slug for module in seen.modules] == ["bienvenida"]
    assert [quiz.slug for quiz in seen.quizzes] == ["bienvenida"]
    assert not seen.redflags
    assert not seen.pages


def test_a_course_in_english_alone_is_seen_as_it_is(
    survey_of: Callable[[str, str], Survey],
) -> None:
    survey = survey_of("en", "en-US")
    assert survey.in_english is survey
