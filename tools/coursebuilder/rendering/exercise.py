"""What an exercise is made of while it is rendered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from coursebuilder.course import Course
from coursebuilder.prose import Text
from coursebuilder.rendering.desk import broken
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a page knows: the course, its words, and where things are from here."""

    course: Course
    texts: Texts
    link: Callable[[str, str], str]
    """(slug of a module, id of a heading or "") -> address, as seen from the page."""
    picture: Callable[[str], str]
    """Path of a file, relative to the course's root -> address, as seen from the page."""
    language: str = ""
    """The page's own, where it is not the course's: then the registers cannot be quoted on it."""
    prefix: str = "q-"
    """Of the ids; another one for a question that a page shows twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A choice, a line, an item: what is answered one by one."""

    id: str
    html: Markup
    text: str = ""
    last: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A line of the answer: which part, what it is, and why. `verdict` is right, wrong or none."""

    part: str
    verdict: str
    word: str
    html: Markup
    why: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The controls of a kind: its template's name and values, and its answer."""

    kind: str
    instruction: str
    reasons: Sequence[Reason]
    values: Mapping[str, object]
    ordered: bool = False


def shuffled(items: Sequence[T], ids: Sequence[str], seed: str) -> list[T]:
    """Mix items in an order that hangs on the seed alone, so that it tells nothing."""
    keys = {part: hashlib.sha256(f"{seed} {part}".encode()).digest() for part in ids}
    pairs = sorted(zip(ids, items, strict=True), key=lambda pair: keys[pair[0]])
    return [item for _, item in pairs]


def plain(text: str) -> str:
    """Give a text without its marks, for a drop-down or a name that is read aloud."""
    return inline_markdown(text).striptags()


def line(text: str) -> Markup:
    """Render a text that stands inside a line; its line breaks stay."""
    return inline_markdown(broken(text))


def why(text: Text | None) -> Markup | None:
    """Render a reason, where there is one."""
    return line(text.value) if text and text.value else None


def values(texts: Sequence[Text]) -> list[str]:
    """Give the texts without their places."""
    return [text.value for text in texts]
