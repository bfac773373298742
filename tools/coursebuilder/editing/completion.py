"""What may stand at the cursor: names, keys, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from coursebuilder.course import Course, Priority
from coursebuilder.editing.cursor import Cursor
from coursebuilder.editing.names import named
from coursebuilder.quiz import Credit, End, Show
from coursebuilder.reading import shapes
from coursebuilder.reading.course_blocks import CASE, ROLES
from coursebuilder.reading.markdown_marks import COURSE_BLOCKS
from coursebuilder.reading.modules import MODULE
from coursebuilder.reading.questions import LEVELS
from coursebuilder.reading.registers import CONFIDENCE
from coursebuilder.reading.sections import SECTION
from coursebuilder.reading.shapes import Shape
from coursebuilder.rule_settings import Level

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "level": LEVELS,
        "confidence": CONFIDENCE,
        "credit": tuple(Credit),
        "show": tuple(Show),
        "end": tuple(End),
        "pick": ("many",),
        "severity": tuple(Level),
        "priority": tuple(Priority),
        "status": ("draft",),
    }
)
"""The words that may stand behind a key."""
REGISTERS = MappingProxyType(
    {
        "modules/sources.yml": shapes.SOURCE,
        "modules/glossary.yml": shapes.TERM,
        "modules/contacts.yml": shapes.CONTACT,
        "modules/redflags.yml": shapes.RED_FLAG,
    }
)
IN_QUESTION = MappingProxyType(
    {
        "questions": shapes.QUESTION,
        "choices": shapes.CHOICE,
        "match": shapes.PAIR,
        "document": shapes.DOCUMENT,
        "lines": shapes.LINE,
        "spots": shapes.SPOT,
    }
)
"""The record under a key of a quiz."""
UNDER_NAME = MappingProxyType(
    {
        "sort": shapes.SORT_ITEM,
        "blanks": shapes.BLANK,
        "scenes": shapes.SCENE,
        "audiences": shapes.AUDIENCE,
        "sessions": shapes.SESSION,
    }
)
"""The record under a name of the author's, which stands under a key."""
BLOCK = re.compile(r"^\s*///\s*$")
ROLE = re.compile(r"^\s*///\s*trainer\s*\|\s*$")
OPTION = re.compile(r"^(?:    |\t)$")
ATTRIBUTES = re.compile(r"^#+ .*\{#[\w-]+ (?:[^}]*\s)?$")
ATTRIBUTE = re.compile(r"^#+ .*\{#[\w-]+ (?:[^}]*\s)?(?P<key>\w+)=\"?$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could stand at the cursor."""

    text: str
    kind: str
    """A kind of name, `key` or `word`."""
    title: str = ""
    about: str = ""


def proposals(course: Course, path: str, cursor: Cursor, before: str) -> Iterator[Proposal]:
    """Propose what may stand in place of the cursor's word; `before` stands left of it."""
    for kind in cursor.kinds:
        for each in named(course, kind, path):
            yield Proposal(each.name, kind, each.title, each.about)
    if cursor.kinds:
        return
    if cursor.key:
        yield from (Proposal(word, "word") for word in WORDS.get(cursor.key, ()))
    elif cursor.around is not None:
        yield from (Proposal(f"{key}:", "key") for key in _keys(path, course, cursor.around))
    elif path.endswith(".md"):
        yield from _in_markdown(before)


def _in_markdown(before: str) -> Iterator[Proposal]:
    if BLOCK.match(before):
        yield from (Proposal(name, "key") for name in COURSE_BLOCKS)
    elif ROLE.match(before):
        yield from (Proposal(role, "word") for role in ROLES)
    elif attribute := ATTRIBUTE.match(before):
        yield from (Proposal(word, "word") for word in WORDS.get(attribute["key"], ()))
    elif ATTRIBUTES.match(before):
        yield from (Proposal(f"{key}=", "key") for key in SECTION.keys)
    elif OPTION.match(before):
        yield from (Proposal(f"{key}:", "key") for key in CASE.keys)


def _keys(path: str, course: Course, around: tuple[str, ...]) -> tuple[str, ...]:
    shape = _shape(path, course, around)
    return shape.keys if shape else ()


def _shape(path: str, course: Course, around: tuple[str, ...]) -> Shape | None:
    """The kind of record that stands under some keys."""
    if path.endswith(".md"):
        return MODULE if not around else None
    if path in REGISTERS:
        return REGISTERS[path] if len(around) == 1 else None
    if PurePosixPath(path).parent.name == "quizzes":
        is_scenario = any(each.path == path for each in course.scenarios)
        return _in_exercise(around, is_scenario=is_scenario)
    if path == "modules/course.yml":
        return _under_name(around) if around else shapes.COURSE
    return {"course": shapes.PLUGIN, "paths": shapes.PATH_RULES}.get(around[0] if around else "")


def _in_exercise(around: tuple[str, ...], *, is_scenario: bool) -> Shape | None:
    if not around:
        return shapes.SCENARIO if is_scenario else shapes.QUIZ
    if is_scenario and around[0] == "choices":
        return shapes.DECISION
    return IN_QUESTION.get(around[0]) or _under_name(around)


def _under_name(around: tuple[str, ...]) -> Shape | None:
    return UNDER_NAME.get(around[1]) if len(around) > 1 else None
