"""What a question, a quiz, a scenario, a course is: a hash of what it says.

Progress and records hang on id and hash, never on position. A question's hash changes
with what is asked and what is right; it stays when a reason, a hint, a source or the
order in the file changes. A course's hash changes with every word that a learner can read.

Hashes are the first 12 hexadecimal digits of SHA-256 over canonical JSON.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, assert_never

from coursebuilder.course import Course, Module, quiz_of
from coursebuilder.problem import Place
from coursebuilder.prose import Located, ScenarioBlock
from coursebuilder.quiz import (
    Answer,
    Choices,
    ChosenGap,
    Document,
    Fill,
    Match,
    Number,
    Order,
    Question,
    Quiz,
    Scenario,
    Scene,
    ShortText,
    Sort,
    Spots,
    Statement,
    TypedGap,
)

HASH_DIGITS = 12
PART_DIGITS = 8
MARK_DIGITS = 6
"""Of each half of a translation's mark: authors copy it by hand."""


def question_hash(question: Question) -> str:
    """Hash what is asked and what is right."""
    return _question_hash(_One(question))


@dataclass(frozen=True, slots=True, eq=False)
class _One:
    """A question that is the same as itself only: to compare all its parts would cost more."""

    question: Question

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and self.question is other.question

    def __hash__(self) -> int:
        return id(self.question)


@lru_cache(maxsize=20_000)
def _question_hash(one: _One) -> str:
    question = one.question
    return _hash([question.prompt.value, question.credit.value, *_asked(question.answer)])


def scenario_hash(scenario: Scenario) -> str:
    """Hash the scenes and the ways between them."""
    return _hash([scenario.start.value, sorted(_scene(scene) for scene in scenario.scenes)])


def quiz_hash(quiz: Quiz) -> str:
    """Hash which questions are asked, and how many of them."""
    drawn = quiz.draw.value if quiz.draw else None
    return _hash([quiz.show.value, drawn, sorted(question_hash(q) for q in quiz.questions)])


@lru_cache(maxsize=2)
def course_hash(course: Course) -> str:
    """Hash everything that a learner can read, and the course's id and version."""
    settings = course.settings
    return _hash(
        [
            [settings.id, settings.version, settings.title, settings.language],
            _plain(settings.modules),
            _plain(settings.audiences),
            [_module(module) for module in course.modules if not module.draft],
            [[page.path, page.title, page.source] for page in course.pages],
            _plain(course.quizzes),
            _plain(course.scenarios),
            _plain([course.sources, course.terms, course.contacts, course.redflags]),
        ]
    )


def translation_mark(course: Course, module: Module) -> str:
    """Mark what a translation of a module is made from: `4f21c0-9be07a`.

    The first half changes with the module's words, the second with its quiz and the scenarios
    that it places. A new day of review changes nothing.
    """
    names = {b.scenario.value for b in module.prose.blocks if isinstance(b, ScenarioBlock)}
    scenarios = [each for each in course.scenarios if each.slug in names]
    halves = (_module(module), _plain([quiz_of(course, module.slug), scenarios]))
    return "-".join(_hash(half)[:MARK_DIGITS] for half in halves)


def part_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """Give each part of a question an id that hangs on its text; equal texts are told apart."""
    seen: dict[str, int] = {}
    ids = []
    for text in texts:
        stem = _hash(text)[:PART_DIGITS]
        seen[stem] = seen.get(stem, 0) + 1
        ids.append(stem if seen[stem] == 1 else f"{stem}-{seen[stem]}")
    return tuple(ids)


def grouped(digest: str) -> str:
    """Write a hash for people to compare: `7f3a-91c2-0be4`."""
    return "-".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def _asked(answer: Answer) -> list[object]:  # noqa: C901, PLR0911 - one case a kind
    match answer:
        case Choices():
            picks = sorted([choice.right, choice.text.value] for choice in answer.choices)
            return ["choices", answer.pick_many, picks]
        case Statement():
            return ["statement", answer.answer]
        case ShortText():
            return ["text", sorted(text.value for text in answer.accept)]
        case Number():
            return ["number", answer.low, answer.high, answer.unit]
        case Match():
            pairs = sorted([pair.left.value, pair.right.value] for pair in answer.pairs)
            return ["match", pairs, sorted(text.value for text in answer.extra)]
        case Order():
            return ["order", [item.value for item in answer.items]]
        case Sort():
            groups = {g.title.value: sorted(i.text.value for i in g.items) for g in answer.groups}
            return ["sort", groups]
        case Fill():
            return ["fill", [_part(part) for part in answer.parts]]
        case Document():
            lines = [[line.label, line.text.value, bool(line.flag)] for line in answer.lines]
            return ["document", answer.title.value, lines]
        case Spots():
            spots = sorted([spot.text.value, spot.right] for spot in answer.spots)
            return ["spots", answer.image.value, spots]
        case _:
            assert_never(answer)


def _part(part: str | TypedGap | ChosenGap) -> object:
    match part:
        case TypedGap():
            return {"accept": sorted(part.accept)}
        case ChosenGap():
            return {"right": part.right.value, "wrong": sorted(text.value for text in part.wrong)}
        case str():
            return part
        case _:
            assert_never(part)


def _scene(scene: Scene) -> list[object]:
    ways = [[decision.do.value, decision.go.value] for decision in scene.decisions]
    return [scene.id.value, scene.text.value, scene.end.value if scene.end else "", ways]


def _module(module: Module) -> list[object]:
    return [module.slug, _plain([module.title, module.summary, module.objectives]), module.source]


def _plain(value: object) -> object:  # noqa: PLR0911 - one case a shape
    """Turn models into plain data; places fall away, so that moving a line changes nothing."""
    match value:
        case str() | int() | float() | None:
            return value.value if isinstance(value, Enum) else value
        case Located():
            return _plain(value.value)
        case tuple() | list():
            return [_plain(inner) for inner in value]
        case Mapping():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case date():
            return value.isoformat()
        case Enum():
            return value.value
    model: Any = type(value)
    return {
        name: _plain(inner)
        for name in _names(model)
        if not isinstance(inner := getattr(value, name), Place)
    }


@cache
def _names(model: Any) -> tuple[str, ...]:
    """The fields of a model that say something."""
    return tuple(field.name for field in fields(model) if field.name != "prose")


def _tidied(value: object) -> object:
    """Spaces and ways to write a letter make no other content."""
    if isinstance(value, str):
        composed = value if value.isascii() else unicodedata.normalize("NFC", value)
        return " ".join(composed.split())
    if isinstance(value, dict):
        return {key: _tidied(inner) for key, inner in value.items()}
    return [_tidied(inner) for inner in value] if isinstance(value, list) else value


def _hash(value: object) -> str:
    text = json.dumps(_tidied(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_DIGITS]
