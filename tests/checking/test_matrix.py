"""The matrix tells where an objective is taught, what assesses it, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from coursebuilder.checking.matrix import Matrix, Row, matrix_of
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course

CourseWith = Callable[..., Course]
TODAY = date(2026, 11, 21)
OTHER = """\
---
title: Other
summary: What else there is.
objectives:
  look: Find the sign in a paper
reviewed: 2026-11-21
---

## Papers {#papers minutes=3 objectives="look welcome/spot"}

### A label {#label}

Look.
"""
COURSE = """\
id: small
title: A small course
version: "2026.11"
language: en
modules: [welcome, other]
audiences:
  all:
    title: All
    modules: [welcome, other]
  half:
    title: Half
    modules: [other]
"""
QUIZ = """\
title: Other
questions:
  - id: on-label
    objective: look
    section: label
    statement: A label lies.
    answer: false
  - id: elsewhere
    objective: look
    section: welcome/start
    statement: A label is paper.
    answer: true
"""


WELCOME = """\
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-11-21
---

## Start {#start minutes=5 objectives="spot other/look"}

Somebody visits you.
"""
FILES = {
    "modules/other.md": OTHER,
    "modules/course.yml": COURSE,
    "quizzes/other.yml": QUIZ,
}
SCENARIO = "title: A\nobjective: other/look\nstart: a\nscenes:\n  a:\n    end: good\n    text: A.\n"
MatrixOf = Callable[..., Matrix]


@pytest.fixture
def matrix(course_with: CourseWith) -> MatrixOf:
    def make(files: Mapping[str, str] = FILES) -> Matrix:
        return matrix_of(Survey(course_with({**FILES, **files}), TODAY))

    return make


def row(matrix: Matrix, name: str) -> Row:
    return next(row for row in matrix.rows if row.name == name)


def test_an_objective_is_taught_by_sections_of_any_module(matrix: MatrixOf) -> None:
    taught = row(matrix(), "welcome/spot").taught
    assert [(each.name, each.minutes) for each in taught] == [
        ("welcome/start", 5),
        ("other/papers", 3),
    ]


def test_a_question_counts_for_the_section_around_the_heading_that_it_names(
    matrix: MatrixOf,
) -> None:
    look = row(matrix(), "other/look")
    assert [each.exercises for each in look.taught] == [("on-label",)]
    assert [each.id for each in look.unplaced] == ["elsewhere"]
    assert look.gaps == ("'elsewhere' leads to 'welcome/start', which does not teach it.",)


def test_a_path_meets_what_stands_on_its_pages(matrix: MatrixOf) -> None:
    steps = {step.audience: step for step in row(matrix(), "welcome/spot").steps}
    assert (steps["all"].on_path, steps["all"].sections, steps["all"].exercises) == (True, 2, 2)
    assert (steps["half"].on_path, steps["half"].sections, steps["half"].exercises) == (False, 1, 0)
    assert not steps["half"].is_gap


@pytest.mark.parametrize(
    ("path", "text", "gap"),
    [
        (
            "modules/other.md",
            OTHER.replace("look welcome/spot", "welcome/spot"),
            "No section teaches it.",
        ),
        ("quizzes/other.yml", QUIZ.replace("look", "welcome/spot"), "Nothing assesses it."),
        (
            "quizzes/other.yml",
            QUIZ.partition("  - id: elsewhere")[0],
            "Only 'on-label' assesses it.",
        ),
        ("quizzes/first-inquiry.yml", SCENARIO, "'first-inquiry' stands on no page."),
    ],
)
def test_what_is_missing_is_said(matrix: MatrixOf, path: str, text: str, gap: str) -> None:
    assert gap in row(matrix({path: text}), "other/look").gaps


def test_a_path_teaches_what_it_promises(matrix: MatrixOf) -> None:
    files = {
        "modules/welcome.md": WELCOME,
        "modules/other.md": OTHER.replace("look welcome/spot", "welcome/spot"),
    }
    gaps = row(matrix(files), "other/look").gaps
    assert "The path 'half' promises it and does not teach it." in gaps
    assert not [gap for gap in gaps if "'all'" in gap]


def test_a_path_assesses_what_it_promises(matrix: MatrixOf) -> None:
    questions = QUIZ.partition("\n")[2].replace("objective: look", "objective: other/look")
    files = {
        "quizzes/other.yml": "title: Other\nquestions:\n- {id: own, statement: A., answer: true}\n",
        "quizzes/welcome.yml": f"title: Welcome\n{questions}",
    }
    gaps = row(matrix(files), "other/look").gaps
    assert "The path 'half' promises it and does not assess it." in gaps
    assert not [gap for gap in gaps if "'all'" in gap]


def test_a_scenario_and_a_question_count_where_a_block_places_them(matrix: MatrixOf) -> None:
    placed = OTHER + "\n/// scenario | first-inquiry\n///\n\n/// question | first-sign\n///\n"
    placed += "\n/// quiz | welcome\n///\n"
    files = {"modules/other.md": placed, "quizzes/first-inquiry.yml": SCENARIO}
    made = matrix(files)
    assert {each.id: each.modules for each in row(made, "other/look").assessed} == {
        "on-label": {"other"},
        "elsewhere": {"other"},
        "first-inquiry": {"other"},
    }
    assert {each.id: each.modules for each in row(made, "welcome/spot").assessed} == {
        "first-sign": {"welcome", "other"},
        "second-sign": {"welcome", "other"},
    }


def test_what_names_a_section_of_nowhere_names_none(matrix: MatrixOf) -> None:
    for name in ("nowhere", "nothing/papers"):
        made = matrix({"quizzes/other.yml": QUIZ.replace("section: label", f"section: {name}")})
        assert [each.section for each in row(made, "other/look").assessed] == ["", "welcome/start"]


def test_a_section_without_an_objective_is_named(matrix: MatrixOf) -> None:
    bare = matrix({"modules/other.md": OTHER.replace(' objectives="look welcome/spot"', "")})
    assert [each.name for each in bare.idle] == ["other/papers"]


def test_a_translation_is_on_the_path_of_its_source(matrix: MatrixOf) -> None:
    spanish = OTHER.replace("reviewed:", "translates: other\nlanguage: es\nreviewed:")
    made = matrix({"modules/otro.md": spanish.replace("look welcome/spot", "look")})
    assert [(s.audience, s.on_path, s.sections) for s in row(made, "otro/look").steps] == [
        ("all", True, 1),
        ("half", True, 1),
    ]


def test_drafts_are_left_out(matrix: MatrixOf) -> None:
    draft = matrix({"modules/other.md": OTHER.replace("reviewed:", "status: draft\nreviewed:")})
    assert [row.name for row in draft.rows] == ["welcome/spot"]
    assert [each.name for each in draft.rows[0].taught] == ["welcome/start"]
