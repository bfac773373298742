"""What changed in a module for a learner, and what a learner should do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from coursebuilder.checking.comparison import Comparison, Edition
from coursebuilder.checking.exercises_on import question_ids_on, scenario_slugs_on
from coursebuilder.checking.fact_changes import FactChange, fact_changes, passages_read
from coursebuilder.checking.question_change import QuestionChange, Shift, question_change
from coursebuilder.checking.rewording import is_reworded, paired
from coursebuilder.course import Module, Objective, Section, minutes_of
from coursebuilder.identity import scenario_hash
from coursebuilder.quiz import Question, Scenario

_Thing = TypeVar("_Thing")
KEPT = 0.5
"""A section is rewritten when less than this part of its passages is like one that was there."""


class Action(StrEnum):
    """What a learner of the earlier edition should do about a module; the strongest first."""

    TAKE = "Take"
    RETAKE = "Retake"
    ANSWER = "Do the new exercises of"
    READ = "Read again in"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleChange:
    """A module of both editions, and all that a learner would notice."""

    module: Module
    objectives_new: tuple[Objective, ...]
    objectives_gone: tuple[Objective, ...]
    objectives_changed: tuple[tuple[Objective, Objective], ...]
    """As it was, as it is: another promise, not only other words."""
    facts: tuple[FactChange, ...]
    sections_new: tuple[Section, ...]
    sections_gone: tuple[Section, ...]
    sections_rewritten: tuple[Section, ...]
    questions_new: tuple[Question, ...]
    questions_gone: tuple[Question, ...]
    questions_changed: tuple[tuple[Question, QuestionChange], ...]
    """As it is, and how far it moved: rewording included."""
    scenarios_new: tuple[Scenario, ...]
    scenarios_gone: tuple[Scenario, ...]
    scenarios_changed: tuple[Scenario, ...]

    def moved(self, *shifts: Shift) -> tuple[tuple[Question, QuestionChange], ...]:
        """The changed questions that moved so far."""
        return tuple(each for each in self.questions_changed if each[1].shift in shifts)

    @property
    def action(self) -> Action:
        """What to do: the reasons are the lists."""
        answers = self.moved(Shift.ANSWER, Shift.SUBJECT)
        other_facts = any(fact.gone for fact in self.facts)
        if answers or self.objectives_new or self.objectives_changed or other_facts:
            return Action.RETAKE
        if self.questions_new or self.scenarios_new or self.scenarios_changed:
            return Action.ANSWER
        return Action.READ if self.to_read else Action.NOTHING

    @property
    def to_read(self) -> tuple[Section, ...]:
        """Sections that are new, rewritten, or hold a figure that was not there."""
        told = {fact.section for fact in self.facts}
        named = {s.id.value for s in (*self.sections_new, *self.sections_rewritten)} | told
        return tuple(s for s in self.module.sections if s.id.value in named)

    @property
    def is_empty(self) -> bool:
        """Whether a learner would notice nothing."""
        gone = self.objectives_gone or self.sections_gone or self.questions_gone
        rest = self.questions_changed or self.scenarios_gone
        return self.action is Action.NOTHING and not gone and not rest

    @property
    def minutes(self) -> int:
        """What the action takes, as far as the author planned it: exercises have no minutes."""
        if self.action is Action.RETAKE:
            return minutes_of(self.module)
        return sum(section.minutes.value for section in self.to_read if section.minutes)


def module_change(comparison: Comparison, slug: str) -> ModuleChange:
    """Compare a module that both editions have."""
    before, after = comparison.before.modules[slug], comparison.after.modules[slug]
    objectives = _by_id(before), _by_id(after)
    questions = _asked(comparison.before, before), _asked(comparison.after, after)
    scenarios = _played(comparison.before, before), _played(comparison.after, after)
    sections = ({s.id.value: s for s in before.sections}, {s.id.value: s for s in after.sections})
    new = {section.id.value for section in after.sections} - set(sections[0])
    facts = fact_changes((comparison.before.course, before), (comparison.after.course, after))
    return ModuleChange(
        module=after,
        objectives_new=tuple(_only(objectives[1], objectives[0])),
        objectives_gone=tuple(_only(*objectives)),
        objectives_changed=tuple(
            (was, now)
            for was, now in _both(*objectives)
            if not is_reworded(was.text.value, now.text.value)
        ),
        facts=tuple(fact for fact in facts if fact.was or fact.section not in new),
        sections_new=tuple(_only(sections[1], sections[0])),
        sections_gone=tuple(_only(*sections)),
        sections_rewritten=tuple(
            now for was, now in _both(*sections) if _is_rewritten(before, was, after, now)
        ),
        questions_new=tuple(_only(questions[1], comparison.before.questions)),
        questions_gone=tuple(_only(questions[0], comparison.after.questions)),
        questions_changed=tuple(
            (now, change)
            for was, now in _both(*questions)
            if (change := question_change(was, now)).shift is not Shift.SAME
        ),
        scenarios_new=tuple(_only(scenarios[1], comparison.before.scenarios)),
        scenarios_gone=tuple(_only(scenarios[0], comparison.after.scenarios)),
        scenarios_changed=tuple(
            now for was, now in _both(*scenarios) if scenario_hash(was) != scenario_hash(now)
        ),
    )


def _only(these: Mapping[str, _Thing], others: Mapping[str, object]) -> Iterator[_Thing]:
    """What one has and the other has not."""
    return (thing for name, thing in these.items() if name not in others)


def _both(
    before: Mapping[str, _Thing], after: Mapping[str, _Thing]
) -> Iterator[tuple[_Thing, _Thing]]:
    """What both have: as it was, as it is."""
    return ((before[name], thing) for name, thing in after.items() if name in before)


def _by_id(module: Module) -> dict[str, Objective]:
    return {objective.id.value: objective for objective in module.objectives}


def _asked(edition: Edition, module: Module) -> dict[str, Question]:
    """The questions on a module's page, in the order of the quizzes."""
    names = question_ids_on(edition.course, module) & edition.questions.keys()
    return {name: edition.questions[name][1] for name in sorted(names, key=edition.order_of)}


def _played(edition: Edition, module: Module) -> dict[str, Scenario]:
    slugs = scenario_slugs_on(module)
    return {slug: each for slug, each in edition.scenarios.items() if slug in slugs}


def _is_rewritten(before: Module, was: Section, after: Module, now: Section) -> bool:
    """Whether hardly anything of a section's text stayed, in these or like words."""
    if before.source == after.source:
        return False
    old, new = _said(before, was), _said(after, now)
    return len(paired(old, new)) < KEPT * len(new)


def _said(module: Module, section: Section) -> list[str]:
    name = section.id.value
    return [passage.text for passage in passages_read(module) if passage.section == name]
