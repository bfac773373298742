"""How hard a module and its sections are to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coursebuilder.checking.section_grades import module_grades
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course

CourseWith = Callable[..., Course]
EASY = "Ask who will use it. Stop if you do not know. "
HARD = "Organizations facilitating international transactions undertake verification. "
MODULE = """\
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs
reviewed: 2026-11-21
---

{opening}

## Easy {{#easy minutes=5 objectives="spot"}}

{easy}

## Hard {{#hard minutes=5}}

{hard}
"""


def test_sections_have_their_own_grade_and_the_module_that_of_all(course_with: CourseWith) -> None:
    text = MODULE.format(opening="Read this.", easy=EASY * 10, hard=HARD * 3)
    (module,) = module_grades(Survey(course_with({"modules/welcome.md": text}), date(2026, 11, 21)))
    easy, hard = module.sections
    assert (easy.words, hard.words, module.words) == (110, 18, 130)
    assert easy.grade < module.grade < hard.grade
    assert (easy.is_told, hard.is_told) == (True, False)


def test_other_languages_have_no_grade(course_with: CourseWith) -> None:
    settings = 'id: small\ntitle: Uno\nversion: "1"\nlanguage: es\nmodules: [welcome]\n'
    course = course_with({"modules/course.yml": settings})
    assert module_grades(Survey(course, date(2026, 11, 21))) == ()
