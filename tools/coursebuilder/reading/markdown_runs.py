"""Lines with one margin, and what is taken from them: items, quotations, indented lines.

Which line ends what stands before it follows Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coursebuilder.reading.findings import Findings
from coursebuilder.reading.markdown_extents import Extent
from coursebuilder.reading.markdown_lines import TAB, Kind, Line, line_of
from coursebuilder.reading.markdown_marks import is_mark, tell_too_deep

_DIVIDER = re.compile(r"(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,})[ \t]*$")
_ITEM = re.compile(r"(?:[*+-]|(\d)\d*\.)[ \t]+")
_NOTE = re.compile(r"(?:\[\^[^\]\s]+\]:|:(?=[ \t]))[ \t]*")
_DEFINED = re.compile(r"\*?\[[^\[\]@^][^\[\]]*\]:[ \t]*\S")
_CALLOUT = re.compile(r'!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")?[ \t]*$')
_DETAILS = re.compile(r'\?\?\?\+? ?(?:([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")?|(?: *"(.*?)"))[ \t]*$')
_CONTENT_TAB = re.compile(r'===[!+]{0,2} ?()"(.*?)"[ \t]*$')
_CITATIONS = re.compile(r"(?:\[@[^\]]*\][\s,;.]*)+$")


@dataclass(slots=True)
class Run:
    """Lines with one margin, on their way to pieces."""

    lines: Sequence[Line]
    findings: Findings
    extents: Mapping[int, Extent]
    """The `///` blocks among all lines, by the index of their first."""
    depth: int
    at: int
    stop: int

    def line(self) -> Line:
        """The line that is next."""
        return self.lines[self.at]

    def more(self) -> bool:
        """Whether a line is left."""
        return self.at < self.stop


def is_citations(text: str) -> bool:
    """Whether a text holds citations and nothing else."""
    return text.startswith("[@") and bool(_CITATIONS.match(text))


def callout_head(line: Line) -> tuple[str, str] | None:
    """The name and the title of a callout, where a line begins one."""
    if line.indent or line.text[0] not in "!?=":
        return None
    text = line.text
    if found := _CALLOUT.match(text) or _CONTENT_TAB.match(text):
        return found[1].partition(" ")[0].lower() or "tab", found[2] or ""
    if found := _DETAILS.match(text):
        return (found[1] or "details").partition(" ")[0].lower(), found[2] or found[3] or ""
    return None


def is_divider(line: Line) -> bool:
    """Whether a line is a horizontal rule."""
    return line.indent < TAB and line.text[0] in "-_*" and bool(_DIVIDER.match(line.text))


def is_definition(line: Line) -> bool:
    """Whether a line defines the target of a link, or an abbreviation: the page shows nothing."""
    return bool(_DEFINED.match(line.text))


def begins_quote(line: Line) -> bool:
    """Whether a line begins a quotation, or goes on with one."""
    return line.indent < TAB and line.text[0] == ">"


def item_mark(line: Line) -> re.Match[str] | None:
    """The mark of an item, where a line begins one; its group is a digit for a numbered one."""
    if line.kind is not Kind.TEXT or line.indent >= TAB or _DIVIDER.match(line.text):
        return None
    return _ITEM.match(line.text)


def begins_note(line: Line) -> bool:
    """Whether a line begins the text of a footnote or of a definition."""
    return line.indent < TAB and line.text[0] in ":[" and bool(_NOTE.match(line.text))


def interrupts(line: Line) -> bool:
    """Whether a line ends the paragraph or list before it, without an empty line between."""
    if line.kind is not Kind.TEXT:
        return line.kind is not Kind.CODE and line.indent < TAB
    if line.indent >= TAB or line.text[0] not in "#!?=/-_*:":
        return False
    if line.indent == 0 and (line.text[0] == "#" or callout_head(line)):
        return True
    return is_mark(line) or is_divider(line)


def take_indented(run: Run) -> list[Line]:
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


def take_quoted(run: Run) -> list[Line]:
    """Take the lines of a quotation, without their marks."""
    taken: list[Line] = []
    while run.more():
        line = run.line()
        if not line.text:
            following = _next_text(run)
            if following is None or not begins_quote(run.lines[following]):
                break
            run.at = following
        elif interrupts(line) and not begins_quote(line):
            break
        else:
            run.at += 1
        taken.append(_unquoted(line))
    return taken


def take_note(run: Run) -> list[Line]:
    """Take the text of a footnote or of a definition, without its mark."""
    taken = [_behind(run.line(), _NOTE)]
    run.at += 1
    while run.more() and run.line().text and not interrupts(run.line()):
        if begins_note(run.line()):
            break
        taken.append(_dedented(run.line()))
        run.at += 1
    return [*taken, *take_indented(run)]


def take_items(run: Run) -> list[list[Line]]:
    """Take the items of a list, without their marks."""
    items: list[list[Line]] = []
    first = item_mark(run.line())
    ordered = first is not None and first[1] is not None
    while run.more() and (mark := item_mark(run.line())) and (mark[1] is not None) is ordered:
        _take_items_in_a_row(run, items, ordered)
        _take_continuations(run, items[-1])
    return items


def _take_items_in_a_row(run: Run, items: list[list[Line]], ordered: bool) -> None:
    """Take items up to the next empty line; lines without their mark belong to the item before."""
    nested = False
    while run.more() and (line := run.line()).text and not interrupts(line):
        if line.indent < 2 and items and is_citations(line.text):  # noqa: PLR2004
            return
        mark = _ITEM.match(line.text) if line.kind is Kind.TEXT else None
        if mark and line.indent < TAB and (mark[1] is not None) is ordered:
            items.append([_behind(line, _ITEM)])
            nested = False
        elif mark and TAB <= line.indent < 2 * TAB and not nested:
            items[-1].extend((_gap(line), _dedented(line)))
            nested = True
        else:
            items[-1].append(_dedented(line) if nested else line)
        run.at += 1


def _take_continuations(run: Run, item: list[Line]) -> None:
    """Take the indented lines behind empty ones; they belong to the last item."""
    while (at := _next_text(run)) is not None:
        line = run.lines[at]
        if line.indent < TAB:
            if item_mark(line):
                run.at = at
            return
        item.append(_gap(line))
        run.at = at
        while run.more() and run.line().text and not interrupts(run.line()):
            item.append(_dedented(run.line()))
            run.at += 1


def take_paragraph(run: Run) -> list[Line]:
    """Take the lines of a paragraph: the next one, and those that go on with it."""
    taken = [run.line()]
    run.at += 1
    while run.more() and (line := run.line()).text and line.kind is Kind.TEXT:
        if not line.text[0].isalpha() and _ends_paragraph(line):
            break
        taken.append(line)
        run.at += 1
    for line in taken:
        tell_too_deep(line, run.findings)
    return taken


def _ends_paragraph(line: Line) -> bool:
    return interrupts(line) or begins_quote(line) or begins_note(line) or is_definition(line)


def _dedented(line: Line) -> Line:
    return replace(line, indent=line.indent - TAB) if line.indent >= TAB else line


def _unquoted(line: Line) -> Line:
    if not line.text.startswith(">") or line.indent >= TAB:
        return line
    cut = 2 if line.text[1:2] == " " else 1
    return line_of(line.text[cut:], line.number, line.column + cut, line.kind, line.last)


def _behind(line: Line, mark: re.Pattern[str]) -> Line:
    """What stands on a line behind its mark."""
    text = mark.sub("", line.text, count=1)
    return line_of(text, line.number, line.column + len(line.text) - len(text))


def _gap(line: Line) -> Line:
    return line_of("", line.number)


def _next_text(run: Run) -> int | None:
    """The next line with text behind an empty one; None where there is none."""
    if run.more() and run.line().text:
        return None
    return next((at for at in range(run.at, run.stop) if run.lines[at].text), None)
