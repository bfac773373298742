"""What assesses an objective."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coursebuilder.checking.survey import Survey
from coursebuilder.course import Module, Objective, questions_of
from coursebuilder.quiz import Quiz


def counted(survey: Survey) -> Iterator[tuple[Objective, int]]:
    """Each objective with the number of its questions and scenarios.

    Left out are drafts, which are not ready, and what a question or file that could not be read
    might assess.
    """
    count = Counter(_assessed(survey))
    for module in survey.course.modules:
        if not module.draft and _is_known(survey, module):
            for objective in module.objectives:
                yield objective, count[f"{module.slug}/{objective.id}"]


def _assessed(survey: Survey) -> Iterator[str]:
    for quiz, question in questions_of(survey.course):
        if question.objective:
            yield survey.objective_meant(question.objective, quiz.slug)
    for scenario in survey.course.scenarios:
        if scenario.objective:
            yield survey.objective_meant(scenario.objective, scenario.slug)


def _is_known(survey: Survey, module: Module) -> bool:
    """Whether what assesses the module's objectives was read."""
    lost = {path for path in survey.course.unreadable if path.startswith("quizzes/")}
    others = {f"quizzes/{slug}.yml" for slug in survey.modules if slug != module.slug}
    if lost - others:
        return False
    quiz = survey.quizzes.get(module.slug)
    return quiz is None or (bool(quiz.questions) and not quiz.unread and not _slips(survey, quiz))


def _slips(survey: Survey, quiz: Quiz) -> bool:
    """Whether a question without an objective has a mistake in it: perhaps in that very key."""
    bare = (question for question in quiz.questions if question.objective is None)
    return any(survey.has_mistake(question.place) for question in bare)
