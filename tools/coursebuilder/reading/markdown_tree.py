"""Arranges logical lines as the engine does: headings, paragraphs, lists, tables, blocks.

Only as much as checks need. The order in which kinds are tried follows Python-Markdown, so
that what is a heading here is a heading on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from coursebuilder.reading.findings import Findings
from coursebuilder.reading.markdown_elements import (
    Callout,
    Divider,
    Element,
    HeadingLine,
    ItemList,
    Opaque,
    Paragraph,
    Piece,
    Quote,
    SlashBlock,
    Table,
)
from coursebuilder.reading.markdown_extents import find_extents
from coursebuilder.reading.markdown_lines import TAB, Kind, Line, line_of
from coursebuilder.reading.markdown_marks import is_mark, tell_too_deep
from coursebuilder.reading.markdown_runs import (
    Run,
    begins_note,
    begins_quote,
    callout_head,
    is_citations,
    is_definition,
    is_divider,
    item_mark,
    take_indented,
    take_items,
    take_note,
    take_paragraph,
    take_quoted,
)

DEEPEST = 20
"""Levels of lists, quotations and blocks; what is deeper is read as a paragraph."""

_HASHES = re.compile(r"(#{1,6})[ \t]*")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_SEPARATOR = re.compile(r"[|:\- \t]*-[|:\- \t]*$")
_CELL_BORDER = re.compile(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|(\|)")


def parse_tree(lines: Sequence[Line], findings: Findings, depth: int = 0) -> tuple[Piece, ...]:
    """Arrange the lines of a text; mistakes of blocks are told of."""
    if depth > DEEPEST:
        return _flat(lines)
    extents = find_extents(lines, findings)
    return _parse(Run(lines, findings, extents, depth, 0, len(lines)))


def _flat(lines: Sequence[Line]) -> tuple[Piece, ...]:
    texts = tuple(line for line in lines if line.text and line.kind is Kind.TEXT)
    return (Piece(Paragraph(texts), texts[0].number, texts[-1].number),) if texts else ()


def _parse(run: Run) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    fresh = True
    while run.more():
        if not run.line().text:
            run.at += 1
            fresh = True
            continue
        start = run.at
        element = _element(run, fresh)
        first = run.lines[start]
        if fresh or not _is_remark_in_text(first):
            fresh = not (isinstance(element, Paragraph) or _is_fenced(first))
        if element is not None:
            last = next(line.last for line in reversed(run.lines[start : run.at]) if line.text)
            pieces.append(Piece(element, run.lines[start].number, last))
    return tuple(pieces)


def _is_remark_in_text(line: Line) -> bool:
    """A comment as deep as code is none of the engine's blocks: the text around it goes on."""
    return line.kind is Kind.COMMENT and line.indent >= TAB


def _is_fenced(line: Line) -> bool:
    return line.kind is Kind.CODE


def _element(run: Run, fresh: bool) -> Element | None:
    """Take the element that begins here; None for a line that makes none."""
    line = run.line()
    if line.kind is not Kind.TEXT and not begins_quote(line):
        run.at += 1
        return Opaque(line, line.kind)
    plain = line.indent < TAB and line.text[0].isalpha()
    for take in _takes(fresh, plain):
        if (element := take(run)) is not None:
            return element
    if not plain and (is_mark(line) or is_definition(line)):
        run.at += 1
        return None
    return Paragraph(tuple(take_paragraph(run)))


def _takes(fresh: bool, plain: bool) -> Sequence[Callable[[Run], Element | None]]:
    """The kinds that a line may begin; one that begins with a letter has no mark of its own."""
    if plain:
        return _WITHOUT_MARK if fresh else ()
    return _AT_START if fresh else _ANYWHERE


def _inner(run: Run, lines: Sequence[Line]) -> tuple[Piece, ...]:
    return parse_tree(lines, run.findings, run.depth + 1)


def _callout(run: Run) -> Callout | None:
    line = run.line()
    head = callout_head(line)
    if head is None:
        return None
    run.at += 1
    return Callout(line, *head, _inner(run, take_indented(run)))


def _slash_block(run: Run) -> SlashBlock | None:
    extent = run.extents.get(run.at)
    if extent is None:
        return None
    inside = run.at + 1
    while inside < extent.end and _is_option(run.lines[inside]):
        inside += 1
    options = tuple(run.lines[run.at + 1 : inside])
    inner = replace(run, at=inside, stop=extent.end, depth=run.depth + 1)
    raw = extent.mark.name == "document" or inner.depth > DEEPEST
    pieces = () if raw else _parse(inner)
    run.at = extent.end + extent.closed
    return SlashBlock(extent.mark, options, tuple(run.lines[inside : extent.end]), pieces)


def _is_option(line: Line) -> bool:
    return bool(line.text) and line.indent >= TAB and line.kind is Kind.TEXT


def _code(run: Run) -> Opaque | None:
    line = run.line()
    if line.indent < TAB:
        return None
    while run.more() and run.line().text and run.line().indent >= TAB:
        tell_too_deep(run.line(), run.findings)
        run.at += 1
    return Opaque(line, Kind.CODE)


def _table(run: Run) -> Table | None:
    line = run.line()
    if "|" not in line.text or run.at + 1 >= run.stop:
        return None
    below = run.lines[run.at + 1]
    if below.kind is not Kind.TEXT or not _SEPARATOR.match(below.text):
        return None
    framed = line.text[0] == "|" or line.text.rstrip()[-1] == "|"
    if _cells(line.text, framed) != _cells(below.text, framed):
        return None
    run.at += 2
    rows: list[Line] = []
    while run.more() and _is_row(run.line()):
        rows.append(run.line())
        run.at += 1
    return Table(line, tuple(rows))


def _is_row(line: Line) -> bool:
    if not line.text or line.kind is not Kind.TEXT or is_mark(line):
        return False
    return callout_head(line) is None and not is_citations(line.text)


def _cells(row: str, framed: bool) -> int:
    bare = row.rstrip()
    borders = sum(1 for found in _CELL_BORDER.finditer(bare) if found[2])
    if framed:
        borders -= bare.startswith("|") + (bare.endswith("|") and len(bare) > 1)
    return borders + 1


def _heading(run: Run) -> HeadingLine | None:
    line = run.line()
    found = _HASHES.match(line.text)
    if line.indent or not found:
        return None
    run.at += 1
    text = line.text.rstrip().rstrip("#").rstrip()[found.end() :]
    inner = line_of(text, line.number, line.column + found.end())
    return HeadingLine(len(found[1]), inner, line)


def _underlined_heading(run: Run) -> HeadingLine | None:
    line = run.line()
    if run.at + 1 >= run.stop:
        return None
    below = run.lines[run.at + 1]
    if below.kind is not Kind.TEXT or below.indent or not _UNDERLINE.match(below.text):
        return None
    run.at += 2
    level = 1 if below.text[0] == "=" else 2
    return HeadingLine(level, replace(line, text=line.text.rstrip()), line)


def _divider(run: Run) -> Divider | None:
    if not is_divider(run.line()):
        return None
    run.at += 1
    return Divider()


def _list(run: Run) -> ItemList | None:
    if not item_mark(run.line()):
        return None
    return ItemList(tuple(_inner(run, item) for item in take_items(run)))


def _quote(run: Run) -> Quote | None:
    return Quote(_inner(run, take_quoted(run))) if begins_quote(run.line()) else None


def _note(run: Run) -> Quote | None:
    return Quote(_inner(run, take_note(run))) if begins_note(run.line()) else None


_ANYWHERE: tuple[Callable[[Run], Element | None], ...] = (
    *(_callout, _slash_block, _heading, _divider, _quote, _note),
)
_WITHOUT_MARK: tuple[Callable[[Run], Element | None], ...] = (_table, _underlined_heading)
_AT_START: tuple[Callable[[Run], Element | None], ...] = (
    *(_callout, _slash_block, _code, _table, _heading, _underlined_heading),
    *(_divider, _list, _quote, _note),
)
