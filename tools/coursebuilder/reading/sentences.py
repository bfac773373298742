"""Mends the sentences over which YAML trips, and says where.

Authors write sentences: with colons, number signs, quotation marks, commas in braces. YAML
cuts some of them in silence and refuses the whole file for others. Here each line is read as
its author meant it: the text that comes out is YAML, and every mend is kept with its place.
What may be mended is the contract's "Sentences in YAML" (docs/authoring).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.reading.flow import BLANKS, Change, end_of_flow, mend_flow
from coursebuilder.reading.mended import Mended, Slip
from coursebuilder.reading.quoting import (
    closing,
    has_good_escapes,
    is_comment,
    quote,
    split_comment,
    unwrap,
)
from coursebuilder.reading.tabs import meant_indent
from coursebuilder.reading.vocabulary import ALL_KEYS

_INNOCENT = re.compile(r"[^\W_][^:#\t]*$")
_NO_STRUCTURE = re.compile(r"[ \t]*(?:$|#)|(?:---|\.\.\.)[ \t]*$|%")
_MARKS = "*&!|>%@`?#"
_SPACE = re.compile(r"[ \t]*")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9]?[+-]?)(?:[ \t]+#.*)?$")
_TIGHT_DASH = re.compile(r"-[A-Za-z]")
_TIGHT_KEY = re.compile(r"([A-Za-z_][\w-]*):(?=[^ \t/])")
_KEY_WORD = re.compile(r"([a-z_]+)[ \t]+(?=\S)")
_KNOWN_KEY = re.compile(r"([a-z_]+)[ \t]*:(?=[ \t]|$)")
_COLON = re.compile(r":(?=[ \t]|$)")
_HASH = re.compile(
    r"[ \t]#(?=[^ \t#])"
    r"|\b(?:po|no|order|invoice|item|box|unit|suite|apt|lot|case|batch|drum|account)\.?[ \t]+"
    r"#(?=[ \t]?\d)",
    re.IGNORECASE,
)
_HASH_NUMBER = re.compile(r"[ \t]+#\d")
"""Behind a quotation: no comment begins with a number, and a sentence goes on with one."""
_COMMENT = re.compile(r"[ \t]#(?=[ \t]|$)")
_ANCHOR = re.compile(r"[&*][\w-]+$")


def mend(text: str) -> Mended:
    """Mend a whole YAML text."""
    mended = Mended(text.split("\n"))
    anchors = set(re.findall(r"(?<=[\s:\-])\*([\w-]+)[ \t]*$", text, re.MULTILINE))
    number = 0
    while number < len(mended.source):
        number = _mend_line(mended, number, anchors)
    mended.slips.sort(key=lambda slip: (slip.line, slip.start))
    return mended


@dataclass(frozen=True, slots=True)
class _Line:
    """A structural line: where its key or item stands and where its value."""

    number: int
    indent: int
    """Lines with more indentation than this belong to the value."""
    value: int
    """The column at which the value begins."""
    in_list: bool
    has_key: bool


def _mend_line(mended: Mended, number: int, anchors: set[str]) -> int:
    """Mend one structural line and what its value fills; give the number of the next."""
    text = mended.source[number]
    if _NO_STRUCTURE.match(text):
        return number + 1
    line = _take_apart(mended, number)
    value = text[line.value :].rstrip(BLANKS)
    if not value.strip() or is_comment(" " + value):
        _mend_hash_at_start(mended, line, value)
        return number + 1
    return _mend_value(mended, line, value, anchors)


def _mend_value(mended: Mended, line: _Line, value: str, anchors: set[str]) -> int:
    """Mend a value by the mark that it begins with; give the number of the next line."""
    if _is_innocent(mended, line, value):
        return line.number + 1
    first = value[0]
    if first in "|>" and _BLOCK.match(value):
        return _behind_block(mended, line.number, line.indent)
    if first in "'\"":
        return _mend_quoted(mended, line, value)
    if first in "[{":
        return _mend_flow(mended, line, value)
    if first in "*&!" and _is_machinery(value, anchors):
        return line.number + 1
    return _mend_plain(mended, line, value, "mark" if first in _MARKS else "")


def _is_innocent(mended: Mended, line: _Line, value: str) -> bool:
    """Most lines: nothing in the value that YAML could take for more than text."""
    following = line.number + 1
    deeper = following < len(mended.source) and (
        not mended.source[following].strip() or _belongs(mended, following, line.indent)
    )
    return not deeper and _INNOCENT.match(value) is not None


def _take_apart(mended: Mended, number: int) -> _Line:
    """Find the dashes, the key and the value of a line; mend tabs and missing spaces."""
    text = mended.source[number]
    at = _space_end(mended, number, 0)
    indent, in_list = at - 1, False
    while found := _DASH.match(text, at):
        indent, in_list = at, True
        at = _space_end(mended, number, at + 1)
        if not found.group().strip("-"):
            break
    if not in_list and _TIGHT_DASH.match(text, at):
        mended.change(number, Change(at + 1, at + 1, " ", "dash-space"))
        indent, in_list, at = at, True, at + 1
    key_end = _key_end(text, at, in_list=in_list)
    if key_end < 0:
        return _tight_key(mended, number, at, indent, in_list=in_list)
    _mend_key(mended, number, at, key_end)
    return _Line(number, at, _space_end(mended, number, key_end + 1), in_list, has_key=True)


def _space_end(mended: Mended, number: int, start: int) -> int:
    """The end of the white space that begins here; tabs in it are mended."""
    found = _SPACE.match(mended.source[number], start)
    end = found.end() if found else start
    gap = mended.source[number][start:end]
    if "\t" in gap:
        spaces = " " * (meant_indent(mended, number, gap) if start == 0 else 1)
        mended.change(number, Change(start, end, spaces, "tab"))
    return end


def _key_end(text: str, at: int, *, in_list: bool) -> int:
    """The column of the colon behind the key that begins here; -1 for no key."""
    first = text[at : at + 1]
    if first in {'"', "'"}:
        end = closing(text, at)
        if end > 0 and re.match(r"[ \t]*:(?:[ \t]|$)", text[end + 1 :]):
            return text.index(":", end + 1)
        if end > 0 and is_comment(text[end + 1 :]):
            return -1
    if first in {"[", "{", "|", ">"} or (in_list and first in set("*&!%@`?")):
        return -1
    found = _COLON.search(text, at)
    if found is None:
        return -1
    comment = _COMMENT.search(text, at)
    if comment and comment.start() < found.start():
        return -1
    return found.start()


def _tight_key(mended: Mended, number: int, at: int, indent: int, *, in_list: bool) -> _Line:
    """A line without `key: `: a list's item, or a key whose space is missing."""
    text = mended.source[number]
    found = _TIGHT_KEY.match(text, at)
    if found and (found.group(1) in ALL_KEYS or not in_list):
        mended.change(number, Change(found.end(), found.end(), " ", "colon-space"))
        return _Line(number, at, found.end(), in_list, has_key=True)
    word = _KEY_WORD.match(text, at)
    if word and not in_list and word.group(1) in ALL_KEYS:
        mended.change(number, Change(word.end(1), word.end(1), ":", "colon-missing"))
        return _Line(number, at, word.end(), in_list, has_key=True)
    return _Line(number, indent, at, in_list, has_key=False)


def _mend_key(mended: Mended, number: int, start: int, end: int) -> None:
    """Quote a key that YAML would not take as it is."""
    key = mended.source[number][start:end].rstrip()
    if not key or (key[0] in "\"'" and closing(key, 0) == len(key) - 1):
        return
    if key[0] in "\"'*&!%@`?#" and key != "<<":
        mended.change(number, Change(start, start + len(key), quote(key), "mark"))
    elif _HASH.search(key):
        mended.change(number, Change(start, start + len(key), quote(key), "hash"))


def _mend_hash_at_start(mended: Mended, line: _Line, value: str) -> None:
    """`ask: #2 is missing`: a text, unless a block stands under the key."""
    if re.match(r"#[^ \t#]", value) and not _has_block_under(mended, line):
        text, _ = split_comment(value)
        mended.change(line.number, Change(line.value, line.value + len(text), quote(text), "mark"))


def _has_block_under(mended: Mended, line: _Line) -> bool:
    for text in mended.source[line.number + 1 :]:
        if text.strip() and not text.lstrip().startswith("#"):
            depth = len(text) - len(text.lstrip())
            return depth > line.indent or (depth == line.indent and text.lstrip().startswith("- "))
    return False


def _is_machinery(value: str, anchors: set[str]) -> bool:
    """An anchor, alias or tag that is meant as such: it is refused by name later."""
    word = value.split(maxsplit=1)[0]
    if value[0] == "*":
        return (
            _ANCHOR.fullmatch(value) is not None and value[1:] in anchors and "_" not in value[:1]
        )
    if value[0] == "&":
        return _ANCHOR.fullmatch(word) is not None and (word == value or word[1:] in anchors)
    return word.startswith("!!") or value == word


def _belongs(mended: Mended, number: int, indent: int) -> bool:
    """Whether a line lies deeper than its key: a part of the key's value."""
    text = mended.source[number]
    return bool(text.strip()) and len(text) - len(text.lstrip(" \t")) > indent


def _behind_block(mended: Mended, number: int, indent: int) -> int:
    """The number of the line behind a `|` or `>` block."""
    number += 1
    while number < len(mended.source):
        if mended.source[number].strip() and not _belongs(mended, number, indent):
            break
        number += 1
    return number


def _mend_quoted(mended: Mended, line: _Line, value: str) -> int:
    """A text that begins with a quotation mark."""
    end = closing(value, 0)
    if end < 0:
        behind = _behind_open_quote(mended, line, value)
        return behind or _mend_plain(mended, line, value, "open")
    if is_comment(value[end + 1 :]) and not _HASH_NUMBER.match(value, end + 1):
        if value[0] == '"' and not has_good_escapes(value[1:end]):
            at = line.value
            mended.change(line.number, Change(at, at + end + 1, quote(value[1:end]), "escape"))
        return line.number + 1
    return _mend_plain(mended, line, value, "quotes")


def _behind_open_quote(mended: Mended, line: _Line, value: str) -> int:
    """The line behind a quotation of several lines; 0 where it is never closed."""
    mark, body, number = value[0], value, line.number + 1
    while number < len(mended.source):
        if mended.source[number].strip() and not _belongs(mended, number, line.indent):
            return 0
        body += "\n" + mended.source[number]
        end = closing(body, 0)
        if end > 0:
            good = is_comment(body[end + 1 :]) and (mark == "'" or has_good_escapes(body[:end]))
            return number + 1 if good else 0
        number += 1
    return 0


def _mend_flow(mended: Mended, line: _Line, value: str) -> int:
    """A text that begins with a bracket, or a list or record in brackets."""
    at = line.value
    end = end_of_flow(mended.source[line.number], at)
    if value.startswith(("[[", "{{")):
        return _mend_plain(mended, line, value, "mark")
    if end < 0 and value[0] == "{" and value.endswith("}"):
        end = at + len(value)
    if end > 0 and is_comment(value[end - at :]):
        for change in list(mend_flow(mended.source[line.number], at, end)):
            mended.change(line.number, change)
        return line.number + 1
    if end < 0:
        behind = _behind_open_flow(mended, line)
        if behind:
            return behind
    return _mend_plain(mended, line, value, "mark")


def _behind_open_flow(mended: Mended, line: _Line) -> int:
    """The line behind brackets over several lines; 0 where they are never closed."""
    body = mended.source[line.number][line.value :]
    for number in range(line.number + 1, len(mended.source)):
        text = mended.source[number]
        closes = text.strip() in {"]", "}", "],", "},"}
        if text.strip() and not closes and not _belongs(mended, number, line.indent):
            return 0
        body += " " + text
        end = end_of_flow(body, 0)
        if end > 0:
            return number + 1 if is_comment(body[end:]) else 0
    return 0


def _mend_plain(mended: Mended, line: _Line, value: str, reason: str) -> int:
    """A text without quotation marks, of one line or of several."""
    last = _last_line(mended, line)
    label = "" if line.has_key else _missing_label(mended, line, last)
    if label:
        last = line.number
        mended.change(line.number, Change(line.value, line.value, f"{label}: ", "label"))
    rows = [(line.number, line.value, value)]
    rows += [(n, 0, mended.source[n].rstrip(BLANKS)) for n in range(line.number + 1, last + 1)]
    slip = next(_slips(rows, reason), None)
    if slip is None:
        return last + 1
    if last > line.number:
        mended.wrap(line.number, line.value, last, slip)
    else:
        text = _meant(value, slip.reason)
        mended.change(
            line.number,
            Change(line.value, line.value + len(text), quote(_bare(text)), slip.reason),
        )
    return last + 1


def _bare(text: str) -> str:
    """The text without marks around it that were meant as its quotation, without tabs."""
    if text[0] in "\"'":
        text = text[1:] if text.count(text[0]) == 1 else unwrap(text)
    return text.replace("\t", " ")


def _meant(value: str, reason: str) -> str:
    """The text without a comment that was meant as one."""
    if reason == "hash":
        found = re.search(r"[ \t]+#(?=[ \t])(?![ \t]?\d)", value)
        return value[: found.start()] if found else value
    return split_comment(value)[0]


def _slips(rows: list[tuple[int, int, str]], reason: str) -> Iterator[Slip]:
    """Where in a plain text YAML would stumble; the columns of each row's text."""
    number, start, text = rows[0]
    if reason:
        yield Slip(number, start, start + len(text), reason)
    for number, start, row in rows:
        hashed = _HASH.search(row)
        text = row if hashed else split_comment(row)[0]
        if _COLON.search(text):
            yield Slip(number, start, start + len(text), "colon")
        if hashed:
            yield Slip(number, start, start + len(text), "hash")
        if "\t" in text.strip():
            yield Slip(number, start, start + len(text), "tab")


def _last_line(mended: Mended, line: _Line) -> int:
    """The last line of a plain text: deeper lines go on with it, keys do not."""
    last = line.number
    if split_comment(mended.source[line.number][line.value :])[1]:
        return last
    for number in range(line.number + 1, len(mended.source)):
        text = mended.source[number].strip()
        if text and (text.startswith("#") or not _belongs(mended, number, line.indent)):
            break
        if text and line.has_key and _is_known_key(text):
            break
        last = number if text else last
    return last


def _is_known_key(text: str) -> bool:
    found = _KNOWN_KEY.match(text.removeprefix("- "))
    return found is not None and found.group(1) in ALL_KEYS


def _missing_label(mended: Mended, line: _Line, last: int) -> str:
    """The key that an item lacks which has keys under it, as `- Gift cards` over `flag:`."""
    if not line.in_list or last == line.number:
        return ""
    found = _KNOWN_KEY.match(mended.source[line.number + 1].strip())
    if found is None:
        return ""
    return {"flag": "text", "fine": "text", "why": "item"}.get(found.group(1), "")
