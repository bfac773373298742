"""Lists and records on one line, `[a, b]` and `{key: text}`, and the sentences in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.reading.quoting import closing, has_good_escapes, quote, unwrap

BLANKS = " \t\r"
"""What YAML takes for a space. A no-break space, as pages hold it, is a letter to it."""
_KEY = re.compile(r"""[ \t]*("[^"]*"|'[^']*'|[^ \t:,"'{}\[\]][^:,"{}\[\]]*?):(?:[ \t]+|$)""")
_WORD_KEY = re.compile(r"""[ \t]*["']?[\w*-]+["']?:(?:[ \t]|$)""")
_TROUBLE = re.compile(r"""^["'*&!|>%@`?#\-{\[]|[?\[\]{}]|:[ \t]|:$|[ \t]#""")
_THOUSANDS = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:,\d{3})*$")
_HUNDREDS = re.compile(r"\d{3}(?!\d)")
_DEEPEST = 20
_PAIR_KEYS = frozenset({"right", "wrong", "do", "item", "left"})
"""The keys with which an entry of a list begins."""
_PAIRS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Change:
    """The text from `start` to `end` of a line, and what it was meant to be."""

    start: int
    end: int
    text: str
    reason: str


def end_of_flow(line: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; -1 where the line has none."""
    open_brackets: list[str] = []
    at = start
    while at < len(line):
        mark = line[at]
        if mark in _PAIRS:
            open_brackets.append(_PAIRS[mark])
            if len(open_brackets) > _DEEPEST:
                return -1
        elif mark in "]}" and open_brackets and mark == open_brackets[-1]:
            open_brackets.pop()
            if not open_brackets:
                return at + 1
        elif mark in "\"'" and _begins_value(line, at, start):
            end = _quoted_end(line, at)
            at = end if end > 0 else at
        at += 1
    return -1


def mend_flow(line: str, start: int, end: int) -> Iterator[Change]:
    """The changes that a list or record between two columns of a line needs."""
    if line[start] == "{" or _begins_pair(line, start + 1):
        yield from _mend_record(line, start + 1, end - 1)
    else:
        for first, last, cut in _items(line, start + 1, end - 1):
            yield from _mend_value(line, first, last, "number" if cut else "list")


def _begins_pair(line: str, at: int) -> bool:
    """Whether `[right: one, wrong: other]` is a list of choices, each with its one key."""
    key = _WORD_KEY.match(line, at)
    return key is not None and key.group().strip().rstrip(":") in _PAIR_KEYS


def _begins_value(line: str, at: int, start: int) -> bool:
    before = line[start:at].rstrip()
    return not before or before[-1] in "[{," or (before[-1] == ":" and line[at - 1].isspace())


def _quoted_end(line: str, at: int) -> int:
    """The closing mark, if what follows it ends the value; else -1: the mark is text."""
    end = closing(line, at)
    if end < 0:
        return -1
    rest = line[end + 1 :].lstrip()
    return end if not rest or rest[0] in ",]}:" else -1


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the commas that stand in no bracket and no quotation."""
    depth, at, first = 0, start, start
    while at < end:
        mark = line[at]
        if mark in "\"'" and _begins_value(line, at, start - 1):
            close = _quoted_end(line, at)
            at = close if close > 0 else at
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        elif mark == "," and depth <= 0:
            yield first, at
            first = at + 1
        at += 1
    if line[first:end].strip():
        yield first, end


def _items(line: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The items of a list: `$50,000` is one that a comma has cut."""
    pieces = list(_pieces(line, start, end))
    spaced = any(line[first] == " " for first, _ in pieces[1:])
    current: tuple[int, int, bool] | None = None
    for first, last in pieces:
        if current and _is_one_number(line[current[0] : current[1]], line[first:last], spaced):
            current = (current[0], last, True)
            continue
        if current:
            yield current
        current = (first, last, False)
    if current:
        yield current


def _is_one_number(before: str, behind: str, spaced: bool) -> bool:
    """Whether a comma stands between the digits of one number, and not between two items.

    `[100,200]` may be two numbers, `[50,000]` or `[$1,200]` hardly, nor `[1, 2,500]`, in which
    other commas have a space behind them.
    """
    if not _THOUSANDS.search(before) or not _HUNDREDS.match(behind):
        return False
    return spaced or behind.startswith("0") or not before.strip()[0].isdigit()


def _entries(line: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The entries of a record: a piece without a key belongs to the one before it."""
    current: tuple[int, int] | None = None
    cut = worded = False
    for first, last in _pieces(line, start, end):
        piece = line[first:last]
        looks_like_key = _KEY.match(piece) is not None and (
            not worded or _WORD_KEY.match(piece) is not None
        )
        if current is not None and not looks_like_key:
            current, cut = (current[0], last), True
            continue
        if current is not None:
            yield *current, cut
        current, cut = (first, last), False
        worded = worded or _WORD_KEY.match(piece) is not None
    if current is not None:
        yield *current, cut


def _mend_record(line: str, start: int, end: int) -> Iterator[Change]:
    for first, last, cut in _entries(line, start, end):
        key = _KEY.match(line, first, last)
        if key is None:
            continue
        reason = "comma" if cut else "braces"
        yield from _mend_value(line, key.end(), last, reason)


def _mend_value(line: str, first: int, last: int, reason: str) -> Iterator[Change]:
    text = line[first:last].strip(BLANKS)
    if not text:
        return
    start = first + len(line[first:last]) - len(line[first:last].lstrip(BLANKS))
    end = start + len(text)
    if text[0] in "[{" and end_of_flow(line, start) == end and not text.startswith(("[[", "{{")):
        yield from mend_flow(line, start, end)
        return
    if text[0] in "\"'" and closing(text, 0) == len(text) - 1:
        if text[0] == "'" or has_good_escapes(text):
            return
        yield Change(start, end, quote(text[1:-1]), "escape")
        return
    if reason in {"comma", "number"} or _is_trouble(text):
        meant = unwrap(text) if text[0] in "\"'" else text
        yield Change(start, end, quote(meant), reason)


def _is_trouble(text: str) -> bool:
    if text[0] == "-" and text[1:2] not in {" ", ""}:
        return _TROUBLE.search(text[1:]) is not None
    return _TROUBLE.search(text) is not None
