"""What a YAML file holds: texts, records and lists, each with its place.

Every scalar stays the text that the author typed; the schema decides its type.
"""

from __future__ import annotations

from dataclasses import dataclass

from coursebuilder.problem import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed, without its quotation marks."""

    text: str
    place: Place
    """From the first character, or the quotation mark, to behind the last."""
    plain: bool = True
    """False for a quoted text or a block (`|`, `>`)."""
    line_places: tuple[Place, ...] = ()
    """For a text of several lines (`|`): where each of its lines begins in the file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Record:
    """Keys with values, in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    place: Place
    raw: str = ""
    """For `- Stop: now` on a single line, the line's text as typed: a text was perhaps meant."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Nothing:
    """A key without a value."""

    place: Place


Node = Scalar | Record | Listing | Nothing
