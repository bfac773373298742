"""What a name at the cursor can be the name of, by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursebuilder.editing.names import Kind

WORD = re.compile(r"[\w/.-]*")
BEHIND_KEY = {
    "objective": Kind.OBJECTIVE,
    "section": Kind.SECTION,
    "source": Kind.SOURCE,
    "redflags": Kind.RED_FLAG,
    "go": Kind.SCENE,
    "start": Kind.SCENE,
    "modules": Kind.MODULE,
    "translates": Kind.MODULE,
    "audience": Kind.AUDIENCE,
}
"""The keys of YAML behind which, or under which as a list, names of other things stand."""
UNDER_KEY = {"allow": Kind.RULE, "rules": Kind.RULE}
"""The keys under which names are keys themselves."""
BEFORE = (
    (re.compile(r"\[[^\]]*@$"), (Kind.SOURCE,)),
    (re.compile(r"\]\(contact:$"), (Kind.CONTACT,)),
    (re.compile(r"^\s*///\s*question\s*\|\s*$"), (Kind.QUESTION,)),
    (re.compile(r"^\s*///\s*scenario\s*\|\s*$"), (Kind.SCENARIO,)),
    (re.compile(r"^\s*///\s*quiz\s*\|\s*$"), (Kind.QUIZ,)),
    (re.compile(r"^\s*///\s*redflags\s*\|[\w\s,-]*$"), (Kind.RED_FLAG,)),
    (re.compile(r"^#.*\bobjectives=\"?[\w\s-]*$"), (Kind.OBJECTIVE,)),
    (re.compile(r"^\s+source:\s+$"), (Kind.SOURCE,)),
    (re.compile(r"<!--\s*allow\s+$"), (Kind.RULE,)),
)
"""What stands before a name in Markdown."""
VALUE = re.compile(r"^\s*(?:-\s+)*(?P<key>[\w-]+)\s*:\s+[\[\w\s,/\"'-]*$")
ITEM = re.compile(r"^(?P<indent>\s*)-\s+[\"']?$")
BEGIN = re.compile(r"^(?P<indent>\s*)(?P<dashes>(?:-\s+)*)$")
ROW = re.compile(
    r"^(?P<indent>\s*)(?P<dashes>(?:-\s+)*)[\"']?(?P<key>[^\s\"':#][^\"':]*)[\"']?\s*:(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The word at the cursor, and what it can name."""

    word: str
    start: int
    end: int
    """Columns from 0, in characters."""
    kinds: tuple[Kind, ...] = ()
    key: str = ""
    """The key of YAML behind which it stands."""
    around: tuple[str, ...] | None = None
    """The keys above, the nearest first, where a key can stand; None where none can."""


def cursor_at(lines: Sequence[str], row: int, column: int, *, is_yaml: bool) -> Cursor:
    """Look at a place: row and column count from 0."""
    line = lines[row] if row < len(lines) else ""
    column = min(column, len(line))
    start = column
    while start > 0 and WORD.fullmatch(line[start - 1]):
        start -= 1
    match = WORD.match(line, start)
    word = match.group().rstrip(".") if match else ""
    end = max(start + len(word), column)
    before = line[:start]
    kinds = _in_markdown(before)
    if kinds or not (is_yaml or _in_front_matter(lines, row)):
        return Cursor(word, start, end, kinds)
    if value := VALUE.match(before):
        key = value["key"]
        return Cursor(word, start, end, _of(BEHIND_KEY.get(key)), key)
    if item := ITEM.match(before):
        above = keys_above(lines, row, len(item["indent"]), listed=True)
        kinds = _of(BEHIND_KEY.get(above[0]) if above else None)
        return Cursor(word, start, end, kinds, around=None if kinds else above)
    if begin := BEGIN.match(before):
        above = keys_above(lines, row, len(begin["indent"]), listed=bool(begin["dashes"]))
        return Cursor(word, start, end, _of(UNDER_KEY.get(above[0]) if above else None), "", above)
    return Cursor(word, start, end)


def _in_front_matter(lines: Sequence[str], row: int) -> bool:
    if row == 0 or lines[0].strip() != "---":
        return False
    return all(line.strip() != "---" for line in lines[1 : row + 1])


def _in_markdown(before: str) -> tuple[Kind, ...]:
    return next((kinds for pattern, kinds in BEFORE if pattern.search(before)), ())


def _of(kind: Kind | None) -> tuple[Kind, ...]:
    return () if kind is None else (kind,)


def keys_above(lines: Sequence[str], row: int, column: int, *, listed: bool) -> tuple[str, ...]:
    """The keys around a row that begins in a column, the nearest first.

    `listed`: the row begins with a hyphen; then its list may stand right under its key.
    """
    found: list[str] = []
    for line in reversed(lines[:row]):
        match = ROW.match(line)
        if not match:
            continue
        hyphen, dashes = len(match["indent"]), match["dashes"]
        at = hyphen + len(dashes)
        if at < column or (listed and at == column and not dashes):
            found.append(match["key"].strip())
            column, listed = at, False
        if dashes and at == column:
            # A first key of an item: what is above it is above the hyphen.
            column, listed = hyphen, True
    return tuple(found)
