"""Reads the attributes of a heading: `## Title {#id minutes=6 objectives="spot report"}`.

The grammar is that of the engine's attribute lists. What it would print, or take for something
else than was meant, is told of with the corrected line, and read as corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coursebuilder.problem import Place
from coursebuilder.prose import Located, Text
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, place_in
from coursebuilder.reading.markdown_mask import mask

_LIST = re.compile(r"[ \t]+\{:?[ ]*(?=\S)([^{}\n]*)\}[ \t]*$")
_MEANT = re.compile(r"\{:?\s*((?:[#.][^\s{}]|[\w-]+\s*[=:])[^{}]*)\}?")
_BRACKETED = re.compile(r"[(\[]\s*(#[\w-]+\s+\w+\s*[=:][^()]*?|minutes\s*[=:][^()]*?)[)\]]\s*$")
_TOKEN = re.compile(r"""([^ =}]+)="(.*?)"|([^ =}]+)='(.*?)'|([^ =}]+)=([^ =}]+)|([^ =}]+)|.""")
_CURLY = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019", '"""""\'\'')
"""Quotation marks of word processors, to those of the grammar."""

_QUOTED = re.compile(r"""((?<==)"[^"]*"|(?<==)'[^']*')""")
_COLON = re.compile(r"\b(minutes|priority|objectives)\s*:\s*")
_SEVERAL = re.compile(r"\bobjectives=(?![\"'])\[?(.*?)\]?(?=\s+[\w-]+=|\s+[#.]|\s*$)")

PlaceOf = Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading's text without its attributes, and these."""

    title: str
    id: Text | None
    attributes: tuple[tuple[Text, Text], ...]
    """Keys with their values; a word that stands alone has the value ""."""


def read_titled(leaf: Leaf, marks: str, findings: Findings) -> Titled:
    """Read a heading's text; `marks` are what stands before it in a corrected line."""
    text = leaf.text
    masked, _ = mask(text)
    found = _LIST.search(masked)
    if found and _corrected(found[1]) == _spaced(found[1]):
        start = found.start(1)
        return _titled(
            text[: found.start()], found[1], lambda a, b: place_in(leaf, start + a, start + b)
        )
    meant = _MEANT.search(masked) or _BRACKETED.search(masked)
    if not meant:
        return Titled(text.strip(), None, ())
    place = place_in(leaf, *meant.span())
    right = _corrected(meant[1])
    title = f"{text[: meant.start()].rstrip()} {text[meant.end() :].strip()}".strip()
    findings.error(
        "malformed-heading",
        place,
        "The attributes of this heading are not written as they should be. "
        "They stand last, behind a space, in braces, with spaces between them.",
        f"{marks} {title} {{{right}}}",
    )
    return _titled(title, right, lambda *_: place)


def _titled(title: str, attributes: str, place_of: PlaceOf) -> Titled:
    pairs = tuple(_pairs(attributes, place_of))
    ids = [value for key, value in pairs if key.value == "id" and value.value]
    others = tuple(pair for pair in pairs if pair[0].value not in ("id", "class"))
    return Titled(title.strip().rstrip("#").rstrip(), ids[-1] if ids else None, others)


def _pairs(attributes: str, place_of: PlaceOf) -> Iterator[tuple[Text, Text]]:
    for found in _TOKEN.finditer(attributes):
        for key, value in ((1, 2), (3, 4), (5, 6)):
            if found[key] is not None:
                yield (
                    Located(found[key], place_of(*found.span(key))),
                    Located(found[value], place_of(*found.span(value))),
                )
        if (word := found[7]) is None:
            continue
        place = place_of(*found.span())
        if word[0] in "#.":
            key_word = "id" if word[0] == "#" else "class"
            inner = place_of(found.start() + 1, found.end())
            yield Located(key_word, place), Located(word[1:], inner)
        else:
            yield Located(word, place), Located("", place)


def _corrected(attributes: str) -> str:
    """The attributes as the author meant them."""
    text = _COLON.sub(r"\1=", attributes.translate(_CURLY))
    text = re.sub(r"\s*=\s*", "=", text)
    text = _SEVERAL.sub(_in_quotes, text)
    return _spaced(_outside_quotes(text, lambda part: part.replace(",", " ").replace(";", " ")))


def _in_quotes(found: re.Match[str]) -> str:
    words = found[1].replace(",", " ").split()
    return f"objectives={words[0]}" if len(words) == 1 else f'objectives="{" ".join(words)}"'


def _spaced(attributes: str) -> str:
    """The attributes with one space between them."""
    return _outside_quotes(attributes, lambda part: re.sub(r"\s+", " ", part)).strip()


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    parts = _QUOTED.split(text)
    parts[::2] = [change(part) for part in parts[::2]]
    return "".join(parts)
