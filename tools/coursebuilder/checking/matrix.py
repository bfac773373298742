"""Which objective is taught where, assessed by what, and in whose path; and what is missing.

Matrix
└── Row             an objective
    ├── Teaching    a section that teaches it, and what asks for that section
    ├── Exercise    a question or scenario that assesses it
    ├── Step        how much of it an audience meets on its path
    └── gaps        sentences: what is missing
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coursebuilder.checking.exercises_on import pages_of_exercises
from coursebuilder.checking.paths import path_of
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Audience, Module, Objective, Section, questions_of
from coursebuilder.prose import Text

ENOUGH = 2
"""So many exercises assess an objective without luck (the rule `objective-assessed-once`)."""


class ExerciseKind(StrEnum):
    """What assesses an objective."""

    QUESTION = "question"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A question (by id) or a scenario (by slug)."""

    id: str
    kind: ExerciseKind
    section: str
    """The full name of the section that it says teaches the answer; "" where it names none."""
    modules: frozenset[str]
    """Slugs of the modules on whose pages it stands; empty for a scenario placed nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """A section that teaches an objective."""

    module: str
    id: str
    title: str
    minutes: int
    exercises: tuple[str, ...]
    """Those of the objective that name this section."""

    @property
    def name(self) -> str:
        """`module/section`."""
        return f"{self.module}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How often an audience meets an objective on its path."""

    audience: str
    on_path: bool
    """Whether the module that promises the objective is in the path."""
    sections: int
    exercises: int

    @property
    def is_gap(self) -> bool:
        """Whether the path promises it, and does not teach or does not assess it."""
        return self.on_path and not (self.sections and self.exercises)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An objective with all that teaches and assesses it."""

    objective: Objective
    taught: tuple[Teaching, ...]
    assessed: tuple[Exercise, ...]
    steps: tuple[Step, ...]
    """One for each audience, in the order of the matrix."""
    gaps: tuple[str, ...]

    @property
    def name(self) -> str:
        """`module/objective`."""
        return f"{self.objective.module}/{self.objective.id}"

    @property
    def unplaced(self) -> tuple[Exercise, ...]:
        """Exercises that name no section which teaches the objective."""
        sections = {teaching.name for teaching in self.taught}
        return tuple(each for each in self.assessed if each.section not in sections)

    @property
    def gap_count(self) -> int:
        """How many things are missing."""
        return len(self.gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The rows in the order of the modules; drafts are left out."""

    title: str
    modules: Mapping[str, str]
    """Titles by slug, in the order of the course."""
    audiences: tuple[Audience, ...]
    rows: tuple[Row, ...]
    idle: tuple[Teaching, ...]
    """Sections that teach no objective."""

    def rows_of(self, module: str) -> tuple[Row, ...]:
        """The rows of the objectives that a module promises."""
        return tuple(row for row in self.rows if row.objective.module == module)

    @property
    def gap_count(self) -> int:
        """How many things are missing."""
        return sum(row.gap_count for row in self.rows)


def matrix_of(survey: Survey) -> Matrix:
    """Lay out the objectives of a course against its sections, exercises and paths."""
    course = survey.course
    modules = [module for module in course.modules if not module.draft]
    taught = _taught(survey, modules)
    assessed = _assessed(survey)
    audiences = course.settings.audiences
    paths = {audience.id.value: path_of(course, audience) for audience in audiences}
    return Matrix(
        title=course.settings.title,
        modules={module.slug: module.title.value for module in modules},
        audiences=audiences,
        rows=tuple(
            _row(objective, taught, assessed, paths)
            for module in modules
            for objective in module.objectives
        ),
        idle=tuple(
            _teaching(module, section, ())
            for module in modules
            for section in module.sections
            if not section.objectives
        ),
    )


def _taught(survey: Survey, modules: Sequence[Module]) -> dict[str, list[tuple[Module, Section]]]:
    found: dict[str, list[tuple[Module, Section]]] = {}
    for module in modules:
        for section in module.sections:
            names = (survey.objective_meant(name, module.slug) for name in section.objectives)
            for name in dict.fromkeys(names):
                found.setdefault(name, []).append((module, section))
    return found


def _assessed(survey: Survey) -> dict[str, list[Exercise]]:
    found: dict[str, list[Exercise]] = {}
    pages = pages_of_exercises(survey.course)
    for quiz, question in questions_of(survey.course):
        if question.objective:
            exercise = Exercise(
                id=question.id.value,
                kind=ExerciseKind.QUESTION,
                section=_section_named(survey, question.section, quiz.slug),
                modules=pages.get(question.id.value, frozenset()),
            )
            name = survey.objective_meant(question.objective, quiz.slug)
            found.setdefault(name, []).append(exercise)
    for scenario in survey.course.scenarios:
        if scenario.objective:
            exercise = Exercise(
                id=scenario.slug,
                kind=ExerciseKind.SCENARIO,
                section="",
                modules=pages.get(scenario.slug, frozenset()),
            )
            name = survey.objective_meant(scenario.objective, scenario.slug)
            found.setdefault(name, []).append(exercise)
    return found


def _section_named(survey: Survey, reference: Text | None, slug: str) -> str:
    """The section in which the heading that a question names stands; "" where there is none."""
    if reference is None:
        return ""
    given, _, name = reference.value.rpartition("/")
    module = survey.modules.get(given or slug)
    if module is None:
        return ""
    lines = [heading.place.line for heading in module.prose.headings if heading.id.value == name]
    for section in module.sections:
        if lines and section.first_line <= lines[0] <= section.last_line:
            return f"{module.slug}/{section.id}"
    return ""


def _row(
    objective: Objective,
    taught: Mapping[str, Sequence[tuple[Module, Section]]],
    assessed: Mapping[str, Sequence[Exercise]],
    paths: Mapping[str, frozenset[str]],
) -> Row:
    name = f"{objective.module}/{objective.id}"
    exercises = tuple(assessed.get(name, ()))
    teachings = tuple(
        _teaching(module, section, exercises) for module, section in taught.get(name, ())
    )
    steps = tuple(
        Step(
            audience=audience,
            on_path=objective.module in path,
            sections=sum(each.module in path for each in teachings),
            exercises=sum(bool(each.modules & path) for each in exercises),
        )
        for audience, path in paths.items()
    )
    return Row(
        objective=objective,
        taught=teachings,
        assessed=exercises,
        steps=steps,
        gaps=tuple(_gaps(teachings, exercises, steps)),
    )


def _teaching(module: Module, section: Section, exercises: Sequence[Exercise]) -> Teaching:
    name = f"{module.slug}/{section.id}"
    return Teaching(
        module=module.slug,
        id=section.id.value,
        title=section.title,
        minutes=section.minutes.value if section.minutes else 0,
        exercises=tuple(each.id for each in exercises if each.section == name),
    )


def _gaps(
    taught: Sequence[Teaching], exercises: Sequence[Exercise], steps: Sequence[Step]
) -> Iterator[str]:
    if not taught:
        yield "No section teaches it."
    if not exercises:
        yield "Nothing assesses it."
    elif len(exercises) < ENOUGH:
        yield f"Only '{exercises[0].id}' assesses it."
    sections = {each.name for each in taught}
    for exercise in exercises:
        if exercise.section and exercise.section not in sections:
            yield f"'{exercise.id}' leads to '{exercise.section}', which does not teach it."
        if not exercise.modules:
            yield f"'{exercise.id}' stands on no page."
    for step in steps:
        if step.is_gap and taught and exercises:
            missing = "does not teach it" if not step.sections else "does not assess it"
            yield f"The path '{step.audience}' promises it and {missing}."
