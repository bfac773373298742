"""The parts of a Markdown text, as the engine arranges them.

Piece   an element with its lines
└── Paragraph | HeadingLine | Divider | Table | Opaque
    | ItemList | Quote | Callout | SlashBlock      these hold pieces
"""

from __future__ import annotations

from dataclasses import dataclass

from coursebuilder.reading.markdown_lines import Kind, Line
from coursebuilder.reading.markdown_marks import Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading with hashes before it or a line of dashes under it."""

    level: int
    text: Line
    """Without the marks around it."""
    place: Line
    """With them."""


@dataclass(frozen=True, slots=True)
class Divider:
    """A horizontal rule."""


@dataclass(frozen=True, slots=True)
class Table:
    """The header row and the rows under the line of dashes."""

    header: Line
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """Code, a comment or raw HTML."""

    line: Line
    kind: Kind


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, ordered or not."""

    items: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, a footnote, a definition."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """The engine's `!!!`, `???` or `===` with what is indented under it."""

    line: Line
    name: str
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SlashBlock:
    """A `///` block: its option lines, and its inside both as lines and as pieces."""

    mark: Mark
    options: tuple[Line, ...]
    inside: tuple[Line, ...]
    pieces: tuple[Piece, ...]


Element = (
    Paragraph | HeadingLine | Divider | Table | Opaque | ItemList | Quote | Callout | SlashBlock
)


@dataclass(frozen=True, slots=True)
class Piece:
    """An element and the lines of the file that it takes, the first and the last."""

    element: Element
    first: int
    last: int
