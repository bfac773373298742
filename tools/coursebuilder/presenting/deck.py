"""The deck: what a trainer presents, and what every output of theirs is made of.

    Deck
    ├── Agenda      the sections chosen, breaks, discussion (agenda.py)
    └── Slide       a kind, a title, blocks (blocks.py), notes, seconds, a place in the file
        └── Notes   trainer blocks with their roles, the prose that is not shown, the answer

`build_deck.py` makes it. All times are in seconds here, in minutes in the agenda. A deck is the
trainer's: it holds notes and answers, and no output for learners may be made of it unfiltered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coursebuilder.presenting.agenda import Agenda
from coursebuilder.presenting.blocks import Block, Runs
from coursebuilder.problem import Place


class SlideKind(StrEnum):
    """What a slide is for."""

    TITLE = "title"
    OBJECTIVES = "objectives"
    PLATE = "plate"
    """Between two parts of a session; its one block is `Parts`."""
    CONTENT = "content"
    """A section's own slide; with several, "… (1 of 2)"."""
    FLAGS = "flags"
    """Up to four cards of the register; its one block is `Flags`."""
    DOCUMENT = "document"
    """A paper to look at; its one block is `Paper`."""
    CASE = "case"
    """Paragraphs, then `CaseFacts`."""
    QUESTION = "question"
    """What is asked, without its answer: `Options`, `Paper`, `Pairs`, `Steps`, `Spots` or prose."""
    ANSWER = "answer"
    """Follows its question: the same block `revealed`, or prose."""
    SCENE = "scene"
    """A scene of a scenario: its text, then `Options` that lead to other scenes, or an end."""
    BREAK = "break"
    DISCUSSION = "discussion"
    CLOSE = "close"
    """The last: whom to call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerNote:
    """A `/// trainer` block."""

    role: str
    """`Ask`, `Say`, `Do`, `Watch` or "" for none: as typed, not translated."""
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What only the trainer sees of a slide."""

    trainer: tuple[TrainerNote, ...] = ()
    prose: tuple[Block, ...] = ()
    """The module's text that the slide does not show: to read before, not aloud."""
    answer: tuple[Block, ...] = ()
    """Of a question: the right answer and every reason, to know before it is revealed."""


NO_NOTES = Notes()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source that a slide or its prose cites."""

    id: str
    """`invented` for what was made up for teaching."""
    where: str
    """The place in it, or ""."""
    title: str
    publisher: str
    published: str
    confidence: str
    """`seen`, `copy` or `unverified`; "" for what was invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide. Titles are unique in a deck; ids are stable as long as the author's ids are."""

    id: str
    """`module/section`, `module/section-2`, `question-id`, `question-id-answer`, …"""
    kind: SlideKind
    title: str
    heading: Runs
    """The title with its marks, without what only makes it unique."""
    kicker: str = ""
    """A word over the heading: "Question 2 of 5", "Scene 3", "A real case", or ""."""
    how: str = ""
    """Of a question: what the room does, "Choose alone. Then hold up your card."."""
    body: tuple[Block, ...] = ()
    notes: Notes = NO_NOTES
    seconds: int = 0
    """Planned. A section's slides make exactly its minutes; title and plates take none."""
    item: str = ""
    """The id of its item of the agenda; "" for title, objectives and close."""
    module: str = ""
    """The slug of its module, or ""."""
    question: str = ""
    """The id of the question that it asks or answers, or ""."""
    end: str = ""
    """Of a scene that ends the scenario: `good`, `partial` or `bad`."""
    sources: tuple[SourceNote, ...] = ()
    place: Place
    """What the author would change to change the slide."""


@dataclass(frozen=True, slots=True)
class DeckModule:
    """A module that a deck is made of."""

    slug: str
    title: str
    reviewed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A deck of a session, or of a single module."""

    name: str
    """The session's id or the module's slug: what its files are called by."""
    session: str
    """The session's id; "" where the deck is a module's."""
    title: str
    subtitle: str
    audience: str
    """The audience's title, or ""."""
    course_id: str
    course_title: str
    version: str
    language: str
    modules: tuple[DeckModule, ...]
    agenda: Agenda
    slides: tuple[Slide, ...]


def slides_of(deck: Deck, item: str) -> tuple[Slide, ...]:
    """The slides of an item of the agenda, in their order."""
    return tuple(slide for slide in deck.slides if slide.item == item)
