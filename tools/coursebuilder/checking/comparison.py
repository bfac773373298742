"""A course and what it was before: the ids that learners' progress hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coursebuilder.checking.exercises_on import question_ids_on, scenario_slugs_on
from coursebuilder.checking.paths import with_translations
from coursebuilder.course import Course, Module, Objective, questions_of
from coursebuilder.quiz import Question, Quiz, Scenario


@dataclass(frozen=True)
class Edition:
    """What learners can meet of a course: nothing of drafts, nothing that nobody listed."""

    course: Course

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """Modules by slug, in the order of the course."""
        named = (slug.value for slug in self.course.settings.modules)
        listed = with_translations(self.course, named)
        shown = (each for each in self.course.modules if each.slug in listed and not each.draft)
        return {module.slug: module for module in shown}

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """Objectives by their full name, `module/id`."""
        return {
            f"{module.slug}/{objective.id}": objective
            for module in self.modules.values()
            for objective in module.objectives
        }

    @cached_property
    def questions(self) -> Mapping[str, tuple[Quiz, Question]]:
        """Questions by id, each with its quiz."""
        shown = frozenset[str]().union(
            *(question_ids_on(self.course, module) for module in self.modules.values())
        )
        return {
            question.id.value: (quiz, question)
            for quiz, question in questions_of(self.course)
            if question.id.value in shown
        }

    def order_of(self, question: str) -> int:
        """The number of a question in the course, to sort by."""
        return self._order[question]

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.questions)}

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Scenarios by slug, as far as a module places them."""
        placed = {slug for module in self.modules.values() for slug in scenario_slugs_on(module)}
        return {each.slug: each for each in self.course.scenarios if each.slug in placed}

    @cached_property
    def unread(self) -> frozenset[str]:
        """Ids of questions that are there and could not be read."""
        return frozenset(name for quiz in self.course.quizzes for name in quiz.unread)


@dataclass(frozen=True)
class Comparison:
    """What each comparing rule is given."""

    before: Edition
    after: Edition

    def kept_questions(self) -> Iterator[tuple[Question, Question]]:
        """Questions whose id is in both: as they were, and as they are."""
        for name, (_, before) in self.before.questions.items():
            if name in self.after.questions:
                yield before, self.after.questions[name][1]

    def was_read(self, path: str) -> bool:
        """False for a file that is there and could not be read: what it holds is unknown."""
        return path not in self.after.course.unreadable
