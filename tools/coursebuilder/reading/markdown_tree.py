"""Arranges logical lines as the engine does: headings, paragraphs, lists, tables, blocks.

Only as much as checks need. The order in which kinds are tried, and what may interrupt a
paragraph, follow Python-Markdown, so that what is a heading here is a heading on the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

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
from coursebuilder.reading.markdown_extents import Extent, find_extents
from coursebuilder.reading.markdown_lines import TAB, Kind, Line, line_of
from coursebuilder.reading.markdown_marks import is_mark, tell_too_deep

DEEPEST = 20
"""Levels of lists, quotations and blocks; what is deeper is read as a paragraph."""

_HASHES = re.compile(r"(#{1,6})[ \t]*")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_DIVIDER = re.compile(r"(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,})[ \t]*$")
_ITEM = re.compile(r"(?:[*+-]|(\d)\d*\.)[ \t]+")
_NOTE = re.compile(r"(?:\[\^[^\]\s]+\]:|:(?=[ \t]))[ \t]*")
_DEFINED = re.compile(r"\*?\[[^\[\]@^][^\[\]]*\]:[ \t]*\S")
_CALLOUT = re.compile(r'(?:!!!|\?\?\?\+?) ?([\w-]+(?: +[\w-]+)*)?(?: *"(.*?)")?[ \t]*$')
_CONTENT_TAB = re.compile(r'===[!+]{0,2} ?()"(.*?)"[ \t]*$')
_SEPARATOR = re.compile(r"[|:\- \t]*-[|:\- \t]*$")
_CELL_BORDER = re.compile(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|(\|)")
_CITATIONS = re.compile(r"(?:\[@[^\]]*\][\s,;.]*)+$")


@dataclass(slots=True)
class _Run:
    """Lines with one margin, on their way to pieces."""

    lines: Sequence[Line]
    findings: Findings
    extents: Mapping[int, Extent]
    depth: int
    at: int
    stop: int

    def line(self) -> Line:
        """The line that is next."""
        return self.lines[self.at]

    def more(self) -> bool:
        """Whether a line is left."""
        return self.at < self.stop


def parse_tree(lines: Sequence[Line], findings: Findings, depth: int = 0) -> tuple[Piece, ...]:
    """Arrange the lines of a text; mistakes of blocks are told of."""
    if depth > DEEPEST:
        return _flat(lines)
    extents = find_extents(lines, findings)
    return _parse(_Run(lines, findings, extents, depth, 0, len(lines)))


def is_citations(text: str) -> bool:
    """Whether a text holds citations and nothing else."""
    return text.startswith("[@") and bool(_CITATIONS.match(text))


def _flat(lines: Sequence[Line]) -> tuple[Piece, ...]:
    texts = tuple(line for line in lines if line.text and line.kind is Kind.TEXT)
    return (Piece(Paragraph(texts), texts[0].number, texts[-1].number),) if texts else ()


def _parse(run: _Run) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    fresh = True
    while run.more():
        if not run.line().text:
            run.at += 1
            fresh = True
            continue
        start = run.at
        element = _element(run, fresh)
        fresh = not (isinstance(element, Paragraph) or _is_fenced(run.lines[start]))
        if element is not None:
            last = next(line.last for line in reversed(run.lines[start : run.at]) if line.text)
            pieces.append(Piece(element, run.lines[start].number, last))
    return tuple(pieces)


def _is_fenced(line: Line) -> bool:
    return line.kind is Kind.CODE


def _element(run: _Run, fresh: bool) -> Element | None:
    """Take the element that begins here; None for a line that makes none."""
    line = run.line()
    if line.kind is not Kind.TEXT and not _begins_quote(line):
        run.at += 1
        return Opaque(line, line.kind)
    for take in _AT_START if fresh else _ANYWHERE:
        if (element := take(run)) is not None:
            return element
    if is_mark(line) or _DEFINED.match(line.text):
        run.at += 1
        return None
    return _paragraph(run)


def _interrupts(line: Line) -> bool:
    """Whether a line ends the paragraph or list before it, without an empty line between."""
    if line.kind is not Kind.TEXT:
        return line.kind is not Kind.CODE and line.indent < TAB
    text = line.text
    if line.indent >= TAB or text[0] not in "#!?=/-_*:[":
        return False
    if line.indent == 0 and (text[0] == "#" or _is_callout(text)):
        return True
    return is_mark(line) or bool(_DIVIDER.match(text))


def _is_callout(text: str) -> bool:
    return bool(_CALLOUT.match(text) or _CONTENT_TAB.match(text))


def _callout(run: _Run) -> Callout | None:
    line = run.line()
    if line.indent or line.text[0] not in "!?=":
        return None
    found = _CALLOUT.match(line.text) or _CONTENT_TAB.match(line.text)
    if not found:
        return None
    run.at += 1
    inside = _indented(run)
    name = (found[1] or "").partition(" ")[0].lower()
    pieces = parse_tree(inside, run.findings, run.depth + 1)
    return Callout(line, name or "details", found[2] or "", pieces)


def _indented(run: _Run) -> list[Line]:
    """Take the lines that are indented by a level, empty lines among them."""
    taken: list[Line] = []
    end = run.at
    for at in range(run.at, run.stop):
        line = run.lines[at]
        if line.text and line.indent < TAB:
            break
        taken.append(_dedented(line))
        if line.text:
            end = at + 1
    del taken[end - run.at :]
    run.at = end
    return taken


def _dedented(line: Line) -> Line:
    return replace(line, indent=line.indent - TAB) if line.indent >= TAB else line


def _slash_block(run: _Run) -> SlashBlock | None:
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


def _code(run: _Run) -> Opaque | None:
    line = run.line()
    if line.indent < TAB:
        return None
    while run.more() and run.line().text and run.line().indent >= TAB:
        tell_too_deep(run.line(), run.findings)
        run.at += 1
    return Opaque(line, Kind.CODE)


def _table(run: _Run) -> Table | None:
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
    return not (line.indent == 0 and _is_callout(line.text)) and not is_citations(line.text)


def _cells(row: str, framed: bool) -> int:
    bare = row.rstrip()
    borders = sum(1 for found in _CELL_BORDER.finditer(bare) if found[2])
    if framed:
        borders -= bare.startswith("|") + (bare.endswith("|") and len(bare) > 1)
    return borders + 1


def _heading(run: _Run) -> HeadingLine | None:
    line = run.line()
    found = _HASHES.match(line.text)
    if line.indent or not found:
        return None
    run.at += 1
    text = line.text.rstrip().rstrip("#").rstrip()[found.end() :]
    inner = line_of(text, line.number, line.column + found.end())
    return HeadingLine(len(found[1]), inner, line)


def _underlined_heading(run: _Run) -> HeadingLine | None:
    line = run.line()
    if run.at + 1 >= run.stop:
        return None
    below = run.lines[run.at + 1]
    if below.kind is not Kind.TEXT or below.indent or not _UNDERLINE.match(below.text):
        return None
    run.at += 2
    level = 1 if below.text[0] == "=" else 2
    return HeadingLine(level, replace(line, text=line.text.rstrip()), line)


def _divider(run: _Run) -> Divider | None:
    line = run.line()
    if line.indent >= TAB or line.text[0] not in "-_*" or not _DIVIDER.match(line.text):
        return None
    run.at += 1
    return Divider()


def _quote(run: _Run) -> Quote | None:
    if not _begins_quote(run.line()):
        return None
    inside: list[Line] = []
    while run.more():
        line = run.line()
        if not line.text:
            following = _next_text(run)
            if following is None or not _begins_quote(run.lines[following]):
                break
            run.at = following
        elif _interrupts(line) and not _begins_quote(line):
            break
        else:
            run.at += 1
        inside.append(_unquoted(line))
    return Quote(parse_tree(inside, run.findings, run.depth + 1))


def _begins_quote(line: Line) -> bool:
    return line.indent < TAB and line.text[0] == ">"


def _unquoted(line: Line) -> Line:
    if not line.text.startswith(">") or line.indent >= TAB:
        return line
    cut = 2 if line.text[1:2] == " " else 1
    return line_of(line.text[cut:], line.number, line.column + cut, line.kind, line.last)


def _note(run: _Run) -> Quote | None:
    """A footnote's or a definition's text."""
    line = run.line()
    found = _NOTE.match(line.text)
    if line.indent >= TAB or not found:
        return None
    run.at += 1
    inside = [line_of(line.text[found.end() :], line.number, line.column + found.end())]
    while run.more() and run.line().text and not _interrupts(run.line()):
        if _NOTE.match(run.line().text):
            break
        inside.append(_dedented(run.line()))
        run.at += 1
    inside.extend(_indented(run))
    return Quote(parse_tree(inside, run.findings, run.depth + 1))


def _list(run: _Run) -> ItemList | None:
    found = _item(run.line())
    if not found:
        return None
    ordered = bool(found[1])
    items: list[list[Line]] = []
    while run.more() and (found := _item(run.line())) and bool(found[1]) is ordered:
        _take_items(run, items, ordered)
        _take_continuations(run, items[-1])
    inner = (parse_tree(item, run.findings, run.depth + 1) for item in items)
    return ItemList(tuple(inner))


def _item(line: Line) -> re.Match[str] | None:
    """The mark of an item, where a line begins one."""
    if line.kind is not Kind.TEXT or line.indent >= TAB or _DIVIDER.match(line.text):
        return None
    return _ITEM.match(line.text)


def _take_items(run: _Run, items: list[list[Line]], ordered: bool) -> None:
    """Take items up to the next empty line; lines without their mark belong to the item before."""
    nested = False
    while run.more() and (line := run.line()).text and not _interrupts(line):
        if line.indent < 2 and items and is_citations(line.text):  # noqa: PLR2004
            return
        found = _ITEM.match(line.text) if line.kind is Kind.TEXT else None
        if found and line.indent < TAB and bool(found[1]) is ordered:
            text = line.text[found.end() :]
            items.append([line_of(text, line.number, line.column + found.end())])
            nested = False
        elif found and TAB <= line.indent < 2 * TAB and not nested:
            items[-1].extend((_gap(line), _dedented(line)))
            nested = True
        else:
            items[-1].append(_dedented(line) if nested else line)
        run.at += 1


def _take_continuations(run: _Run, item: list[Line]) -> None:
    """Take the indented lines behind empty ones; they belong to the last item."""
    while (at := _next_text(run)) is not None:
        line = run.lines[at]
        if line.indent < TAB:
            if _item(line):
                run.at = at
            return
        item.append(_gap(line))
        run.at = at
        while run.more() and run.line().text and not _interrupts(run.line()):
            item.append(_dedented(run.line()))
            run.at += 1


def _next_text(run: _Run) -> int | None:
    """The next line with text behind an empty one; None where there is none."""
    if run.more() and run.line().text:
        return None
    return next((at for at in range(run.at, run.stop) if run.lines[at].text), None)


def _gap(line: Line) -> Line:
    return line_of("", line.number)


def _paragraph(run: _Run) -> Paragraph:
    taken = [run.line()]
    tell_too_deep(run.line(), run.findings)
    run.at += 1
    while run.more() and (line := run.line()).text and line.kind is Kind.TEXT:
        if _interrupts(line) or (line.indent < TAB and _ends_paragraph(line.text)):
            break
        tell_too_deep(line, run.findings)
        taken.append(line)
        run.at += 1
    return Paragraph(tuple(taken))


def _ends_paragraph(text: str) -> bool:
    return text[0] in ">:[*" and bool(text[0] == ">" or _NOTE.match(text) or _DEFINED.match(text))


_ANYWHERE: tuple[Callable[[_Run], Element | None], ...] = (
    *(_callout, _slash_block, _heading, _divider, _quote, _note),
)
_AT_START: tuple[Callable[[_Run], Element | None], ...] = (
    *(_callout, _slash_block, _code, _table, _heading, _underlined_heading),
    *(_divider, _list, _quote, _note),
)
