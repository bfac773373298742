"""A course under check: the course, the day, and the tables in which rules look things up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coursebuilder.course import (
    Course,
    Module,
    Objective,
    full_objective,
    proses_of,
    questions_of,
)
from coursebuilder.prose import Prose, Text
from coursebuilder.quiz import Question, Quiz, Scenario


@dataclass(frozen=True)
class Survey:
    """What each rule is given. The tables are made when a rule first asks for them."""

    course: Course
    today: date

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """Modules by slug."""
        return {module.slug: module for module in self.course.modules}

    @cached_property
    def quizzes(self) -> Mapping[str, Quiz]:
        """Quizzes by slug."""
        return {quiz.slug: quiz for quiz in self.course.quizzes}

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Scenarios by slug."""
        return {scenario.slug: scenario for scenario in self.course.scenarios}

    @cached_property
    def questions(self) -> Mapping[str, tuple[Quiz, Question]]:
        """Questions by id, each with its quiz; the first of those that share an id."""
        found: dict[str, tuple[Quiz, Question]] = {}
        for quiz, question in questions_of(self.course):
            found.setdefault(question.id.value, (quiz, question))
        return found

    @cached_property
    def unread_questions(self) -> frozenset[str]:
        """Ids of questions that exist but could not be read."""
        return frozenset(name for quiz in self.course.quizzes for name in quiz.unread)

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """Objectives by their full name, `module/id`."""
        return {
            f"{module.slug}/{objective.id}": objective
            for module in self.course.modules
            for objective in module.objectives
        }

    @cached_property
    def assessments(self) -> Mapping[str, int]:
        """How many questions and scenarios assess each objective, by its full name."""
        count: dict[str, int] = {}
        for _, name in self.assessed():
            count[name] = count.get(name, 0) + 1
        return count

    def assessed(self) -> Iterator[tuple[Text, str]]:
        """Each reference to an objective, in a question or scenario, with the full name."""
        for quiz, question in questions_of(self.course):
            if question.objective:
                yield question.objective, full_objective(question.objective.value, quiz.slug)
        for scenario in self.course.scenarios:
            if scenario.objective:
                yield scenario.objective, full_objective(scenario.objective.value, scenario.slug)

    @cached_property
    def redflag_names(self) -> frozenset[str]:
        """Ids and groups of the red-flag register."""
        redflags = self.course.redflags
        return frozenset(redflags) | {flag.group.value for flag in redflags.values()}

    @cached_property
    def proses(self) -> Mapping[str, Prose]:
        """Scanned texts by the path of their file."""
        return {prose.path: prose for prose in proses_of(self.course)}

    def was_read(self, path: str) -> bool:
        """False for a file that is there and could not be read: what it holds is unknown."""
        return path not in self.course.unreadable

    def is_known(self, register: str) -> bool:
        """Whether it is known what `sources`, `contacts` or `redflags` holds.

        A file that is there without a single entry was told of by its reader.
        """
        path = f"modules/{register}.yml"
        entries = getattr(self.course, register)
        return self.was_read(path) and (bool(entries) or path not in self.course.files)

    def all_quizzes_read(self) -> bool:
        """Whether every quiz and scenario, and each of their questions, could be read."""
        unread = any(path.startswith("quizzes/") for path in self.course.unreadable)
        empty = any(not quiz.questions for quiz in self.course.quizzes)
        return not unread and not empty and not self.unread_questions
