"""Which files of a course a deck is made of: a mistake in any other does not touch it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coursebuilder.course import Course, Module
from coursebuilder.prose import QuestionBlock, QuizBlock, ScenarioBlock
from coursebuilder.rendering.placements import questions_by_id

PAGES, PARTS = "docs/", ("modules/", "quizzes/")


def is_used(path: str, course: Course, modules: Sequence[Module]) -> bool:
    """Tell whether a deck of these modules depends on a file: theirs, or one that all share."""
    if path.startswith(PAGES):
        return False
    known = {module.path for module in course.modules}
    if path in known or path.startswith(PARTS[1]):
        return path in set(_files(course, modules))
    return True


def _files(course: Course, modules: Sequence[Module]) -> Iterator[str]:
    quizzes = {quiz.path for quiz in course.quizzes}
    questions = questions_by_id(course)
    for module in modules:
        yield module.path
        yield f"quizzes/{module.slug}.yml"
        for block in module.prose.blocks:
            match block:
                case QuizBlock() if block.quiz:
                    yield f"quizzes/{block.quiz.value}.yml"
                case ScenarioBlock():
                    yield f"quizzes/{block.scenario.value}.yml"
                case QuestionBlock() if block.question.value in questions:
                    yield questions[block.question.value][0].path
                case QuestionBlock():
                    # It may stand in any of them, where it could not be read.
                    yield from quizzes
                case _:
                    pass
