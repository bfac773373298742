"""Quizzes and scenarios: what is asked, and what is right.

A drawing:

    Quiz
    └── Question    its answer is one of ten kinds
        └── Choices | Statement | ShortText | Number | Match
            | Order | Sort | Fill | Document | Spots
    Scenario
    └── Scene
        └── Decision    what one can do, and the scene it leads to
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coursebuilder.problem import Place
from coursebuilder.prose import Located, Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A right or wrong choice."""

    text: Text
    right: bool
    why: Text | None = None
    last: bool = False
    misconception: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Choose one, or tick all that apply."""

    choices: tuple[Choice, ...]
    pick_many: bool
    """True where two or more are right, or `pick: many` says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """True or false."""

    answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An expected mistake with its feedback."""

    text: Text
    feedback: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortText:
    """`accept`: short answers; a star stands for anything, an escaped star for itself."""

    accept: tuple[Text, ...]
    reject: tuple[Reject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, right when `low <= answer <= high`."""

    value: float | None
    """What the author gave as `number`; None where only `between` stands."""
    written: str
    """The number as typed, for showing."""
    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A left side and the right side that belongs to it."""

    left: Text
    right: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Pairs to find; `extra` are right sides that match nothing."""

    pairs: tuple[Pair, ...]
    extra: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Steps in their right order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SortItem:
    """A thing to sort, and why it belongs where it does."""

    text: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SortGroup:
    """A group and what belongs in it."""

    title: Text
    items: tuple[SortItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """Things to sort into groups."""

    groups: tuple[SortGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedGap:
    """A gap to type in: the accepted answers, the first of them shown."""

    accept: tuple[str, ...]
    name: str
    """Empty: a typed gap has its answers in the text."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenGap:
    """A gap with a drop-down, named in the text and defined under `blanks`."""

    name: str
    right: Text
    wrong: tuple[Text, ...]
    why: Text | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A text with gaps: `parts` are texts and gaps in their order."""

    parts: tuple[str | TypedGap | ChosenGap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A line of a paper. `flag`: a red flag and why; `fine`: why it is innocent."""

    label: str
    text: Text
    flag: Text | None = None
    fine: Text | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Mark every line that is a red flag."""

    title: Text
    """Empty where the document has none."""
    lines: tuple[DocumentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A part of a picture; left, top, width, height in percent of it."""

    text: Text
    right: bool
    left: float
    top: float
    width: float
    height: float
    why: Text | None = None
    place: Place
    at: Place
    """The place of the four numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """Mark the parts of a picture that are red flags."""

    image: Text
    alt: Text
    spots: tuple[Spot, ...]


Answer = Choices | Statement | ShortText | Number | Match | Order | Sort | Fill | Document | Spots


class Credit(StrEnum):
    """How a partly right answer counts."""

    NET = "net"
    ALL = "all"
    EACH = "each"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: what all kinds share, and an answer of one kind."""

    id: Text
    id_given: bool
    prompt: Text
    """`ask`, `statement` or `fill`, as typed."""
    answer: Answer
    objective: Text | None = None
    section: Text | None = None
    why: Text | None = None
    hints: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = ()
    redflags: tuple[Text, ...] = ()
    points: float = 1
    level: str = ""
    shuffle: bool = True
    credit: Credit = Credit.NET
    place: Place
    """The whole question, first to last line."""


class Show(StrEnum):
    """When feedback comes: after each question, or at the end."""

    EACH = "each"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """The quiz of the module with the same slug."""

    slug: str
    path: str
    title: Text | None
    intro: Text | None
    pass_percent: float | None
    draw: Located[int] | None
    show: Show
    shuffle: bool
    minutes: Located[int] | None
    questions: tuple[Question, ...]
    unread: tuple[str, ...]
    """Ids of questions that could not be read: they exist, but cannot be shown."""
    unread_objectives: tuple[Text, ...] = ()
    """What those questions assess."""
    prose: Prose
    place: Place


class End(StrEnum):
    """How a scenario may end."""

    GOOD = "good"
    PARTIAL = "partial"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one can do in a scene, and the scene it leads to."""

    do: Text
    go: Text
    why: Text | None = None
    redflags: tuple[Text, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A scene has decisions, or is an end."""

    id: Text
    text: Text
    decisions: tuple[Decision, ...]
    end: Located[End] | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A branching inquiry. It is placed by its slug, its file's name."""

    slug: str
    path: str
    title: Text
    objective: Text | None
    start: Text
    scenes: tuple[Scene, ...]
    minutes: Located[int] | None
    intro: Text | None = None
    id: Text | None = None
    """Where the author gave one."""
    complete: bool = True
    """False where a scene or a way to one could not be read: nothing is said of its paths."""
    prose: Prose
    place: Place
