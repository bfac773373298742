"""Which questions and scenarios stand on a module's page."""

from __future__ import annotations

from collections.abc import Mapping

from coursebuilder.course import Course, Module, quiz_of
from coursebuilder.prose import QuestionBlock, QuizBlock, ScenarioBlock


def question_ids_on(course: Course, module: Module) -> frozenset[str]:
    """Ids of the questions of the module's own quiz, and of those that its blocks place."""
    placed = [b.question.value for b in module.prose.blocks if isinstance(b, QuestionBlock)]
    slugs = [b.quiz.value for b in module.prose.blocks if isinstance(b, QuizBlock) and b.quiz]
    quizzes = (quiz_of(course, slug) for slug in (module.slug, *slugs))
    asked = (question.id.value for quiz in quizzes if quiz for question in quiz.questions)
    return frozenset((*placed, *asked))


def scenario_slugs_on(module: Module) -> frozenset[str]:
    """The scenarios that the module's blocks place."""
    blocks = module.prose.blocks
    return frozenset(b.scenario.value for b in blocks if isinstance(b, ScenarioBlock))


def pages_of_exercises(course: Course) -> Mapping[str, frozenset[str]]:
    """Slugs of the modules on whose pages a question (by id) or scenario (by slug) stands.

    A question and a scenario never share a name: ids are unique in the course.
    """
    found: dict[str, set[str]] = {}
    for module in course.modules:
        if not module.draft:
            for name in question_ids_on(course, module) | scenario_slugs_on(module):
                found.setdefault(name, set()).add(module.slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}
