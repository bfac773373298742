"""The ids of headings as the engine derives them, so that links to them can be checked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

_TAGS = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_PICTURES = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])(?:\{[^{}]*\})?")
_LINKS = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])(?:\{[^{}]*\})?")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_CITED = re.compile(r"\[@[^\[\]]*\]")
_EMPHASIS = re.compile(r"(?<![\w\\])_+(?=\S)|(?<=[^\s\\])_+(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!/|-])")
_NO_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(.*)_([0-9]+)$")


@dataclass(slots=True)
class Anchors:
    """The ids of a page that are taken; each derived one is told apart from them."""

    taken: set[str] = field(default_factory=set)
    highest: dict[str, int] = field(default_factory=dict)
    """The highest number given to each id so far."""

    def derive(self, title: str) -> str:
        """An id for a heading without one; it is taken from now on."""
        anchor = slug_of(title)
        if anchor in self.taken or not anchor:
            found = _NUMBERED.match(anchor)
            base, number = (found[1], int(found[2])) if found else (anchor, 0)
            number = max(number, self.highest.get(anchor, 0)) + 1
            while f"{base}_{number}" in self.taken:
                number += 1
            self.highest[anchor] = number
            anchor = f"{base}_{number}"
        self.taken.add(anchor)
        return anchor


def slug_of(title: str) -> str:
    """What the engine's table of contents makes of a title, before it is told apart."""
    text = unicodedata.normalize("NFKD", plain_title(title))
    text = text.encode("ascii", "ignore").decode("ascii")
    return _GAPS.sub("-", _NO_WORD.sub("", text).strip().lower())


def plain_title(title: str) -> str:
    """A title without the marks of Markdown: what a reader of the page sees."""
    parts = _CODE.split(title)
    parts[::3] = [_plain(part) for part in parts[::3]]
    del parts[1::3]
    return "".join(parts).strip()


def _plain(text: str) -> str:
    """Text between code spans, without its marks."""
    text = _LINKS.sub(r"\1", _PICTURES.sub("", _CITED.sub("", text)))
    text = _EMPHASIS.sub("", _TAGS.sub("", text))
    return unescape(_ESCAPE.sub(r"\1", text))


def taken_by(ids: Iterable[str]) -> Anchors:
    """Begin a page on which these ids are given."""
    return Anchors(set(ids))
