"""The model of a course. What an author wrote, typed, with its places.

    Course
    ├── settings    course.yml: title, order of the modules
    │   ├── Audience    a path through some modules
    │   └── Session     what a trainer delivers in so many minutes
    ├── Module      modules/<slug>.md
    │   ├── Objective
    │   ├── Section     a `##` heading, its minutes, priority and objectives
    │   └── Prose       the scanned Markdown: headings, blocks, links … (prose.py)
    ├── Quiz        quizzes/<slug>.yml (quiz.py)
    │   └── Question    its answer is one of ten kinds
    ├── Scenario    quizzes/<slug>.yml with `scenes` (quiz.py)
    │   └── Scene > Decision
    ├── Page        docs/…: a standing page
    └── registers   Source, Term, Contact, RedFlag

Everything here is frozen. Behaviour lives in functions of the floors above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from coursebuilder.problem import Place
from coursebuilder.prose import Allow, Block, Located, Prose, Text
from coursebuilder.quiz import Question, Quiz, Scenario
from coursebuilder.rule_settings import RuleSettings

INVENTED = "invented"
"""The source that always exists: it marks what was made up for teaching."""


class Priority(StrEnum):
    """What a session takes first."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do afterwards. Its full name is `module/id`."""

    id: Text
    text: Text
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A `##` heading and what stands under it up to the next."""

    id: Text
    title: str
    minutes: Located[int] | None
    """None where the author's value is missing or wrong: the reader said so."""
    priority: Priority
    objectives: tuple[Text, ...]
    place: Place
    """The heading's line."""
    first_line: int
    last_line: int
    """Of the whole section in the file, heading included."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """That a module says in another language what another one, its source, says."""

    of: Text
    """The slug of the source."""
    language: Text
    """A code like `es` or `es-US`."""
    made_from: Text | None
    """The key `translated_from`: the mark of what the source said then (identity.py)."""
    place: Place
    """Of the key `translates`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One file of modules/."""

    slug: str
    path: str
    title: Text
    summary: Text
    objectives: tuple[Objective, ...]
    reviewed: Located[date] | None
    review_in: Located[str] | None
    """Like `6 months`; None means 12 months."""
    reviewed_by: str
    draft: bool
    translation: Translation | None
    """Then it stands beside its source and has no place of its own in the course."""
    sections: tuple[Section, ...]
    prose: Prose
    source: str
    """The Markdown under the front matter, as typed."""
    source_line: int
    """The line of the file on which `source` begins."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A standing page of docs/."""

    path: str
    """Relative to the course's root: `docs/about.md`."""
    title: str
    prose: Prose
    source: str
    source_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from, and how well it was read."""

    id: Text
    title: str
    publisher: str
    url: Text | None
    published: str
    """`2026-11-21`, `2026-11`, `2026` or ""."""
    accessed: Located[date] | None
    confidence: str
    """`seen`, `copy` (a mirror was read) or `unverified`."""
    review_by: Located[date] | None
    place: Place
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    """Where the value of each key stands, as far as it was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary and its explanation."""

    name: Text
    meaning: Text
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to call for what."""

    id: Text
    name: str
    purpose: str
    """The key `for`."""
    phone: str
    digits: str
    url: str
    email: str
    source: Text | None
    verified_on: Located[date] | None
    unverified: bool
    """True where `verified_on` is the word `unverified`."""
    place: Place
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    """Where the value of each key stands, as far as it was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A warning sign, why it is one, and the group it belongs to."""

    id: Text
    text: Text
    why: Text | None
    group: Text
    group_title: str
    """What people read of the group; "" where the register gives it no title."""
    source: Text | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A kind of learner and the path of modules for them."""

    id: Text
    title: str
    summary: str
    modules: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What a trainer delivers. All times in minutes."""

    id: Text
    title: str
    audience: Text | None
    minutes: Located[int] | None
    discussion: int
    break_every: int | None
    break_minutes: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """modules/course.yml."""

    path: str
    id: str
    title: str
    version: str
    language: str
    modules: tuple[Text, ...]
    audiences: tuple[Audience, ...]
    sessions: tuple[Session, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """A whole course, as far as it could be read.

    It is equal only to itself, so that what is worked out from it can be kept.
    """

    root: Path
    settings: Settings
    modules: tuple[Module, ...]
    """All modules that were read, in the order of course.yml; the rest after them."""
    pages: tuple[Page, ...] = ()
    quizzes: tuple[Quiz, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    contacts: Mapping[str, Contact] = field(default_factory=lambda: MappingProxyType({}))
    redflags: Mapping[str, RedFlag] = field(default_factory=lambda: MappingProxyType({}))
    register_prose: tuple[Prose, ...] = ()
    """The scanned texts of the registers and of course.yml."""
    allows: tuple[Allow, ...] = ()
    """All of the course, Markdown's and YAML's."""
    unreadable: frozenset[str] = frozenset()
    """Paths of files that could not be read at all: nothing is said of what they would hold."""
    mistakes: tuple[Place, ...] = ()
    """Where the readers found mistakes: nothing is said of what only follows from them."""
    files: frozenset[str] = frozenset()
    """All files under docs/, modules/ and quizzes/, relative to the root."""
    rules: RuleSettings = field(default_factory=RuleSettings)
    """What mkdocs.yml says of the rules."""
    digest: bytes = b""
    """Of all that was read: courses with the same say the same. Empty for one made otherwise."""


def module_of(course: Course, slug: str) -> Module | None:
    """The module with this slug."""
    return _modules(course).get(slug)


@lru_cache(maxsize=2)
def _modules(course: Course) -> Mapping[str, Module]:
    return {module.slug: module for module in course.modules}


def language_of(course: Course, module: Module) -> str:
    """The code of the language that a module is written in."""
    return module.translation.language.value if module.translation else course.settings.language


def translations_of(course: Course, module: Module) -> tuple[Module, ...]:
    """The modules that say in other languages what this one says, drafts among them."""
    return tuple(
        other
        for other in course.modules
        if other.translation and other.translation.of.value == module.slug
    )


def objective_in_source(course: Course, name: str) -> str:
    """The full name of an objective; of a translation's, that of its source's."""
    slug, _, own = name.partition("/")
    module = module_of(course, slug)
    return f"{module.translation.of}/{own}" if module and module.translation else name


def quiz_of(course: Course, slug: str) -> Quiz | None:
    """The quiz with this slug: that of the module of the same name."""
    return _quizzes(course).get(slug)


@lru_cache(maxsize=2)
def _quizzes(course: Course) -> Mapping[str, Quiz]:
    return {quiz.slug: quiz for quiz in course.quizzes}


def questions_of(course: Course) -> Iterator[tuple[Quiz, Question]]:
    """Every question of the course with its quiz."""
    for quiz in course.quizzes:
        for question in quiz.questions:
            yield quiz, question


def proses_of(course: Course) -> Iterator[Prose]:
    """Every scanned text of the course, Markdown and YAML."""
    for module in course.modules:
        yield module.prose
    for page in course.pages:
        yield page.prose
    for quiz in course.quizzes:
        yield quiz.prose
    for scenario in course.scenarios:
        yield scenario.prose
    yield from course.register_prose


def value_place(entry: Source | Contact, key: str) -> Place:
    """Where the value of a key stands, or the entry's id where the key was not typed so."""
    return entry.places.get(key, entry.id.place)


def full_objective(reference: str, slug: str) -> str:
    """`spot` in the quiz of `chemical` is `chemical/spot`; `other/spot` stays."""
    return reference if "/" in reference else f"{slug}/{reference}"


def minutes_of(module: Module) -> int:
    """A module's minutes: the sum of its sections'."""
    return sum(section.minutes.value for section in module.sections if section.minutes)
