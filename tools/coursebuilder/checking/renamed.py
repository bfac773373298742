"""What has only got another id, and what is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.sameness import fold
from coursebuilder.course import Module, Objective
from coursebuilder.identity import question_hash, scenario_hash
from coursebuilder.quiz import Question, Quiz

_Thing = TypeVar("_Thing")


def new_ids(
    before: Mapping[str, _Thing], after: Mapping[str, _Thing], content: Callable[[_Thing], str]
) -> dict[str, str]:
    """Each id that is gone while its content is there under an id that was not, with that id."""
    fresh: dict[str, str] = {}
    for name, thing in after.items():
        if name not in before:
            fresh.setdefault(content(thing), name)
    gone = ((name, content(thing)) for name, thing in before.items() if name not in after)
    return {name: fresh[said] for name, said in gone if said in fresh}


def renamed_questions(comparison: Comparison) -> dict[str, str]:
    """Questions that ask the same, under another id."""
    return new_ids(comparison.before.questions, comparison.after.questions, _asked)


def renamed_scenarios(comparison: Comparison) -> dict[str, str]:
    """Scenarios with the same scenes, under another file name."""
    return new_ids(comparison.before.scenarios, comparison.after.scenarios, scenario_hash)


def renamed_objectives(comparison: Comparison) -> dict[str, str]:
    """Objectives of one module that say the same, under another id."""
    found = new_ids(comparison.before.objectives, comparison.after.objectives, _promised)
    modules = renamed_modules(comparison)
    return {name: new for name, new in found.items() if name.partition("/")[0] not in modules}


def renamed_modules(comparison: Comparison) -> dict[str, str]:
    """Modules with the same title, under another file name."""
    return new_ids(comparison.before.modules, comparison.after.modules, _titled)


def _asked(pair: tuple[Quiz, Question]) -> str:
    return question_hash(pair[1])


def _promised(objective: Objective) -> str:
    return fold(objective.text.value)


def _titled(module: Module) -> str:
    return fold(module.title.value)
