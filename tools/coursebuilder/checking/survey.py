"""A course under check: the course, the day, and the tables in which rules look things up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from coursebuilder.checking.limit import Limit
from coursebuilder.course import (
    Course,
    Module,
    Objective,
    full_objective,
    language_of,
    proses_of,
    questions_of,
)
from coursebuilder.nearest import nearest
from coursebuilder.problem import Place
from coursebuilder.prose import Prose, Text
from coursebuilder.quiz import Question, Quiz, Scenario
from coursebuilder.rule_settings import settings_for


@dataclass(frozen=True)
class Survey:
    """What each rule is given. The tables are made when a rule first asks for them."""

    course: Course
    today: date

    @cached_property
    def in_english(self) -> Survey:
        """What of the course is in English, for rules on English wording.

        The language is `en`, `en-GB` or the like; a translation has its own. The registers and
        the standing pages are in the course's language.
        """
        modules = tuple(filter(self._is_english, self.course.modules))
        if _is_english(self.course.settings.language):
            return self if len(modules) == len(self.course.modules) else self._without_others()
        quizzes = tuple(q for q in self.course.quizzes if q.slug in {m.slug for m in modules})
        nothing = Course(root=self.course.root, settings=self.course.settings, modules=modules)
        english = replace(nothing, quizzes=quizzes, rules=self.course.rules)
        return Survey(english, self.today)

    def _is_english(self, module: Module) -> bool:
        return _is_english(language_of(self.course, module))

    def _without_others(self) -> Survey:
        others = {m.slug for m in self.course.modules if not self._is_english(m)}
        course = replace(
            self.course,
            modules=tuple(m for m in self.course.modules if m.slug not in others),
            quizzes=tuple(quiz for quiz in self.course.quizzes if quiz.slug not in others),
            scenarios=tuple(s for s in self.course.scenarios if _module_of(s) not in others),
        )
        return Survey(course, self.today)

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

    def objective_meant(self, reference: Text, slug: str) -> str:
        """The full name of an objective that the file `slug` names.

        A slip is told of by its own rule; here it counts for the objective that was nearly named.
        """
        name = full_objective(reference.value, slug)
        return name if name in self.objectives else nearest(name, self.objectives)

    @cached_property
    def listed_modules(self) -> frozenset[str]:
        """The modules of the course's list; a slip counts for the module that was nearly named."""
        names = (name.value for name in self.course.settings.modules)
        return frozenset(n if n in self.modules else nearest(n, self.modules) for n in names)

    @cached_property
    def redflag_names(self) -> frozenset[str]:
        """Ids and groups of the red-flag register."""
        redflags = self.course.redflags
        return frozenset(redflags) | {flag.group.value for flag in redflags.values()}

    @cached_property
    def proses(self) -> Mapping[str, Prose]:
        """Scanned texts by the path of their file."""
        return {prose.path: prose for prose in proses_of(self.course)}

    def limit(self, limit: Limit, path: str) -> float:
        """A limit of a rule, as it holds in a file."""
        said = (
            number
            for setting in settings_for(self.course.rules, path)
            if setting.rule.value == limit.rule
            for name, number in setting.limits
            if name.value == limit.name and limit.least <= number <= limit.most
        )
        return next(said, limit.default)

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

    def has_mistake(self, place: Place) -> bool:
        """Whether a reader found a mistake in these lines."""
        last = place.end_line or place.line
        lines = self._mistaken_lines.get(place.path, ())
        return any(line in lines for line in range(place.line, last + 1))

    @cached_property
    def _mistaken_lines(self) -> Mapping[str, set[int]]:
        lines: dict[str, set[int]] = {}
        for place in self.course.mistakes:
            lines.setdefault(place.path, set()).add(place.line)
        return lines


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"


def _module_of(scenario: Scenario) -> str:
    """The slug of the module whose objective a scenario assesses; "" where it names none."""
    return scenario.objective.value.partition("/")[0] if scenario.objective else ""
