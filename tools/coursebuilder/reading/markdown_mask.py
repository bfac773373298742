"""Blanks out what Markdown does not read: code spans, escaped characters, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable

FILLER = "\x1a"
"""Stands for each character that is taken out; neither a word nor a space nor a mark."""

_TOKEN = re.compile(r"\\[\\`*_{}\[\]()>#+.!/|-]|`+|<!--")
_RUN = re.compile(r"`+")


def mask(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, equally long, with the characters that mean nothing replaced by `FILLER`.

    The second are the spans of its comments.
    """
    comments: list[tuple[int, int]] = []
    if "`" not in text and "\\" not in text and "<!--" not in text:
        return text, comments
    following = _next_of_same_length(text) if "`" in text else {}
    pieces: list[str] = []
    position = 0
    for found in _TOKEN.finditer(text):
        start = found.start()
        if start < position:
            continue
        end = _end(text, found, following)
        if found.group() == "<!--":
            comments.append((start, end))
        pieces.append(text[position:start])
        pieces.append(_fill(text[start:end]))
        position = end
    pieces.append(text[position:])
    return "".join(pieces), comments


def cover(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the characters of some spans replaced; the spans are sorted."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces.append(text[position:start])
        pieces.append(_fill(text[max(position, start) : end]))
        position = max(position, end)
    pieces.append(text[position:])
    return "".join(pieces)


def _end(text: str, found: re.Match[str], following: dict[int, int]) -> int:
    token = found.group()
    if token[0] == "\\":
        return found.end()
    if token[0] == "`":
        return following.get(found.start(), found.end())
    end = text.find("-->", found.end())
    return end + 3 if end >= 0 else found.end()


def _next_of_same_length(text: str) -> dict[int, int]:
    """Where the code span ends that each run of backticks opens."""
    ends: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for found in reversed(list(_RUN.finditer(text))):
        length = found.end() - found.start()
        if length in nearest:
            ends[found.start()] = nearest[length]
        nearest[length] = found.end()
    return ends


def _fill(text: str) -> str:
    return "\n".join(FILLER * len(line) for line in text.split("\n"))
