"""Markdown, scanned: what stands in a text, and where.

A value that an author typed is `Located`: the value and its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from coursebuilder.problem import Place

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A value and the place where the author typed it."""

    value: T_co
    place: Place

    def __str__(self) -> str:
        return str(self.value)


Text = Located[str]


@dataclass(frozen=True, slots=True)
class Allow:
    """A rule switched off, with its reason, for the lines `first` to `last` of a file."""

    rule: Text
    reason: str
    path: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A Markdown heading with its attributes `{#id key=value .class}`."""

    level: int
    title: str
    id: Text
    """Given as `#id`, otherwise derived from the title as the engine derives it."""
    id_given: bool
    attributes: Mapping[str, Text]
    place: Place
    top: bool = True
    """False inside a block, list or quotation: there it begins no section."""


class LinkKind(StrEnum):
    """How a link was written."""

    LINK = "link"
    IMAGE = "image"
    CONTACT = "contact"
    """`[](contact:id)`; the target is the id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link or picture, in Markdown or in raw HTML."""

    kind: LinkKind
    target: Text
    """As typed; for a contact, its id."""
    label: str
    """The text of a link, the alt text of a picture ("" where there is none)."""
    has_alt: bool = True
    """False for a raw <img> without an alt attribute."""
    decorative: bool = False
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """`[@id, where; @other]`: ids with the place in the source, "" for none."""

    sources: tuple[tuple[Text, str], ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlTag:
    """An opening tag of raw HTML: lower-case name, attributes as (name, value).

    The name is empty for attributes in braces, `{ .wide }`.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    place: Place


class PassageKind(StrEnum):
    """What a passage of prose is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    HEADER_ROW = "header-row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph, list item or table row: the unit that a citation covers."""

    kind: PassageKind
    text: str
    """Source text, marks of list and quotation taken off, lines joined by a newline."""
    place: Place
    """From the first to the last line."""
    section: str | None
    """The id of the section (`##`) that it stands in."""
    block: Block | None
    """The block that it stands in: a trainer's, a slide, a case …"""
    citations: tuple[Citation, ...]
    """Those in it, and those of a line of citations alone directly under it."""
    group: int
    """Passages of one list or one table share a number; a paragraph has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerBlock:
    """For the trainer only: `Ask`, `Say`, `Do`, `Watch` or "" for none."""

    role: str
    body: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideBlock:
    """What the audience sees on the slide instead of the prose."""

    body: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBlock:
    """Places a question by its id, of this or another module."""

    question: Text
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizBlock:
    """Places a quiz; without an argument (None) the module's own."""

    quiz: Text | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioBlock:
    """Places a scenario by its slug."""

    scenario: Text
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagsBlock:
    """Places entries of the register, by groups or ids."""

    names: tuple[Text, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBlock:
    """A paper to look at: (label, text), the label "" for a plain line."""

    title: str
    lines: tuple[tuple[str, str], ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBlock:
    """A real case: dated, with a status and a source, roles instead of names."""

    title: str
    as_of: Located[date] | None
    status: Text | None
    source: Text | None
    body: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineBlock:
    """A block or admonition of the engine's own: details, tab, caption, `!!!`, `???`."""

    name: str
    title: str
    place: Place


Block = (
    TrainerBlock
    | SlideBlock
    | QuestionBlock
    | QuizBlock
    | ScenarioBlock
    | RedFlagsBlock
    | DocumentBlock
    | CaseBlock
    | EngineBlock
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A scanned Markdown text: a file's body, or the texts of one YAML file."""

    path: str
    headings: tuple[Heading, ...] = ()
    """Those of the page; what trainer, slide and document blocks hold is not among them."""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    tags: tuple[HtmlTag, ...] = ()
    passages: tuple[Passage, ...] = ()
    anchors: frozenset[str] = frozenset()
    """All ids a link may point to: headings and raw HTML `id=`."""
    allows: tuple[Allow, ...] = ()
