"""The words of a text: without Markdown, in sentences, with their syllables."""

from __future__ import annotations

import re
from functools import lru_cache

MARKS = re.compile(
    r"<!--.*?-->|<[^<>]*>|(?<!\\)\[@[^\]]*\]|\{[#.:][^}]*\}|\]\([^()]*(?:\([^()]*\))?[^()]*\)"
    r"|\]\[[^\]]*\]|!(?=\[)|(?<!\\)[*`\[\]]|(?<!\w)_+|_+(?!\w)|^\s*(?:#{1,6}|>|[-+]|\d+[.)])\s+",
    re.MULTILINE | re.DOTALL,
)
ESCAPED = re.compile(r"\\(?=[^\w\s])")
WORD = re.compile(r"[^\W_]+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}.&][^\W_]+)*")
END = re.compile(r"(?<=[.!?])[\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*\s+(?![a-z])|\n\s*\n")
SHORT = re.compile(
    r"\b(?:[A-Z]|e\.g|i\.e|etc|cf|vs|no|nos|art|sec|par|approx|dept|inc|ltd|co|corp|st|mr|mrs|ms"
    r"|dr|u\.s|u\.s\.c|c\.f\.r)\.$",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A text without the marks of Markdown, without citations and the targets of links."""
    return ESCAPED.sub("", MARKS.sub("", text)).strip()


def words(text: str) -> list[str]:
    """The words and numbers of a text that has no marks."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text that has no marks; an abbreviation's dot ends none."""
    found: list[str] = []
    for part in END.split(text):
        if found and SHORT.search(found[-1]):
            found[-1] += f" {part}"
        elif part.strip():
            found.append(part.strip())
    return found
