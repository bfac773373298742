"""An author's mistakes in a preview: each in a box at the text or question that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from coursebuilder.course import Course, Module, Page
from coursebuilder.problem import Problem
from coursebuilder.rendering.assets import covers
from coursebuilder.rendering.placements import Boxes
from coursebuilder.rendering.template import render
from coursebuilder.rendering.texts import Texts


@dataclass(frozen=True, slots=True)
class Slips:
    """The problems of a preview, by where they are shown."""

    of_lines: Mapping[str, Mapping[int, Markup]]
    """By path and line of the file's Markdown, counted from 1 behind the front matter."""
    boxes: Boxes
    homeless: Markup
    """Those of files that have no page: shown on the home page."""


def slips_of(course: Course, problems: Sequence[Problem], texts: Texts) -> Slips:
    """Sort the problems by the place where the author will look."""
    texts_of: list[Module | Page] = [*course.modules, *course.pages]
    files = {item.path: item for item in texts_of}
    lines: dict[str, dict[int, list[Problem]]] = {}
    questions: dict[str, list[Problem]] = {}
    exercises: dict[str, list[Problem]] = {}
    homeless: list[Problem] = []
    with_page = {quiz.path for quiz in course.quizzes} | {s.path for s in course.scenarios}
    for problem in problems:
        path = problem.place.path
        if path in files:
            line = max(problem.place.line - files[path].source_line + 1, 1)
            lines.setdefault(path, {}).setdefault(line, []).append(problem)
        elif path in with_page:
            name = _question_at(course, problem)
            (questions.setdefault(name, []) if name else exercises.setdefault(path, [])).append(
                problem
            )
        else:
            homeless.append(problem)
    return Slips(
        {
            path: {line: box(found, texts) for line, found in by_line.items()}
            for path, by_line in lines.items()
        },
        Boxes(
            {name: box(found, texts) for name, found in questions.items()},
            {path: box(found, texts) for path, found in exercises.items()},
            {
                name: render("slip-unread.html", t=texts, name=name)
                for quiz in course.quizzes
                for name in quiz.unread
                if problems
            },
        ),
        box(homeless, texts),
    )


def box(problems: Iterable[Problem], texts: Texts) -> Markup:
    """Show problems in a box; nothing where there are none."""
    found = list(problems)
    return render("slip.html", t=texts, problems=found) if found else Markup()


def _question_at(course: Course, problem: Problem) -> str:
    for quiz in course.quizzes:
        if quiz.path == problem.place.path:
            for question in quiz.questions:
                if covers(question.place, problem.place):
                    return question.id.value
    return ""
