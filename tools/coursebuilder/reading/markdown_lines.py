"""Cuts a Markdown text into logical lines: text, and what is opaque to Markdown.

As in the engine, fenced code is found first, then comments and blocks of raw HTML that begin a
line. Each of them becomes one line, however many lines of the file it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from coursebuilder.problem import Place
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.markdown_html import Tag, blank_line_after, region_end, tag_at

TAB = 4
"""Columns of a tab, and of one level of indentation, in the engine."""

_FENCE = re.compile(r"(?P<prefix>[> \t]*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_COMMENT = re.compile(r"[> \t]*<!--")
_BLOCK_TAG = re.compile(r" {0,3}</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_BLOCK_NAMES = frozenset(
    """address article aside blockquote body canvas center colgroup dd details div dl dt fieldset
    figcaption figure footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li
    main map math menu nav noscript object ol option output p pre progress script section style
    summary table tbody td textarea tfoot th thead tr ul video""".split()  # noqa: SIM905
)
_UNCLOSED_TRIED = 20
"""Regions without an end that are searched to the end of the file before we stop trying."""


class Kind(Enum):
    """What a logical line is."""

    TEXT = auto()
    CODE = auto()
    """A whole fenced block of code."""
    COMMENT = auto()
    """A whole comment that begins a line."""
    HTML = auto()
    """A whole block of raw HTML, or the tag alone where its inside is Markdown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: of text, a line of the file; of the other kinds, all lines of it."""

    number: int
    indent: int
    """Columns of white space before the text, tabs counted as the engine does."""
    column: int
    """Of the first character of `text` in the file, from 1."""
    text: str
    """Without white space before it; "" for an empty line."""
    kind: Kind
    last: int
    """The last line of the file that belongs to it."""


@dataclass(slots=True)
class _Cutting:
    """A text on its way to lines."""

    text: str
    findings: Findings
    last_comment_end: int
    unclosed: int = 0
    open_fences: dict[tuple[str, int], int] = field(default_factory=dict)
    """Fences that find no end before an offset, by their marks and width."""


def cut_lines(text: str, findings: Findings, first_line: int = 1) -> list[Line]:
    """Cut a text whose first line is `first_line` of the file."""
    cutting = _Cutting(text, findings, text.rfind("-->"))
    lines: list[Line] = []
    number, row_start, position = first_line, 0, 0
    while position <= len(text):
        row_end = text.find("\n", position)
        row_end = len(text) if row_end < 0 else row_end
        end, kind = _region(cutting, number, position, row_end, row_start)
        chunk = text[position:end]
        last = number + chunk.count("\n") if kind is not Kind.TEXT else number
        lines.append(line_of(chunk, number, position - row_start + 1, kind, last))
        if last > number:
            row_start = text.rfind("\n", 0, end) + 1
            row_end = text.find("\n", end)
            row_end = len(text) if row_end < 0 else row_end
        number, position = last, end
        if not text[end:row_end].strip():
            number, position = last + 1, row_end + 1
            row_start = position
    return lines


def line_of(
    text: str, number: int, column: int = 1, kind: Kind = Kind.TEXT, last: int | None = None
) -> Line:
    """A line of the text that begins at a place of the file."""
    bare = text.lstrip(" \t")
    indent = text[: len(text) - len(bare)]
    width = len(indent) if "\t" not in indent else len(indent.expandtabs(TAB))
    stripped = bare if bare.strip() else ""
    return Line(number, width, column + len(indent), stripped, kind, last or number)


def _region(
    cutting: _Cutting, number: int, position: int, row_end: int, row_start: int
) -> tuple[int, Kind]:
    """Where the line that begins here ends, and what it is."""
    row = cutting.text[position:row_end]
    if "<" not in row and "`" not in row and "~" not in row:
        return row_end, Kind.TEXT
    place = Place(cutting.findings.path, number, position - row_start + 1)
    if end := _fence_end(cutting, row, row_end, place):
        return end, Kind.CODE
    if end := _comment_end(cutting, row, position, row_end):
        return end, Kind.COMMENT
    if end := _html_end(cutting, row, position, place):
        return end, Kind.HTML
    return row_end, Kind.TEXT


def _fence_end(cutting: _Cutting, row: str, row_end: int, place: Place) -> int | None:
    found = _FENCE.match(row)
    if not found:
        return None
    fence, prefix = found["fence"], found["prefix"]
    width, quoted = len(prefix.expandtabs(TAB)), ">" in prefix
    if row_end < cutting.open_fences.get((fence, width), 0):
        return None
    longer: int | None = None
    end = row_end
    for start, end in _rows_behind(cutting.text, row_end):
        inner = cutting.text[start:end].rstrip()
        content = inner.lstrip("> \t")
        before = inner[: len(inner) - len(content)]
        if content and not _belongs(before, width, quoted):
            break
        if quoted or len(before.expandtabs(TAB)) == width:
            if content == fence:
                return end
            if longer is None and content.startswith(fence) and not content.strip(fence[0]):
                longer = end
    if width < TAB and not quoted:
        _tell_of_open_code(cutting, fence, place)
    if longer is None:
        cutting.open_fences[fence, width] = end
    return longer


def _rows_behind(text: str, row_end: int) -> Iterator[tuple[int, int]]:
    """Where each row behind the end of another begins and ends."""
    while row_end < len(text):
        start = row_end + 1
        row_end = text.find("\n", start)
        row_end = len(text) if row_end < 0 else row_end
        yield start, row_end


def _tell_of_open_code(cutting: _Cutting, fence: str, place: Place) -> None:
    cutting.findings.error(
        "unclosed-code",
        place,
        f"This block of code has no end. Write `{fence}` on a line of its own where it ends.",
    )


def _belongs(before: str, width: int, quoted: bool) -> bool:
    """Whether a line is deep enough for the fenced code that stands above it."""
    return ">" in before if quoted else len(before.expandtabs(TAB)) >= width


def _comment_end(cutting: _Cutting, row: str, position: int, row_end: int) -> int | None:
    found = _COMMENT.match(row)
    if not found or position > cutting.last_comment_end:
        return None
    end = cutting.text.find("-->", position + found.end())
    if end < 0 or (">" in found[0][:-4] and end > row_end):
        return None
    return end + 3


def _html_end(cutting: _Cutting, row: str, position: int, place: Place) -> int | None:
    found = _BLOCK_TAG.match(row)
    if not found or found[1].lower() not in _BLOCK_NAMES:
        return None
    tag = tag_at(cutting.text, cutting.text.index("<", position))
    if tag is None:
        return None
    if tag.closing or tag.alone or tag.name == "hr" or _holds_markdown(tag):
        return tag.end
    end = None
    if cutting.unclosed < _UNCLOSED_TRIED:
        end = region_end(cutting.text, tag.start)
    return end or _unclosed(cutting, tag, place)


def _holds_markdown(tag: Tag) -> bool:
    return any(name == "markdown" and value != "0" for name, value in tag.attributes)


def _unclosed(cutting: _Cutting, tag: Tag, place: Place) -> int:
    cutting.unclosed += 1
    cutting.findings.error(
        "unclosed-html",
        place,
        f"`<{tag.name}>` is never closed: the rest of the page would be taken as raw HTML. "
        f"Write `</{tag.name}>` where it ends.",
    )
    return blank_line_after(cutting.text, tag.end)
