"""Scans Markdown into the model's prose, exact to line and column of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import (
    DocumentBlock,
    EngineBlock,
    Heading,
    Located,
    PassageKind,
    Prose,
    SlideBlock,
    Text,
    TrainerBlock,
)
from coursebuilder.reading.anchors import taken_by
from coursebuilder.reading.course_blocks import read_block
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.heading_attributes import Titled, read_titled
from coursebuilder.reading.markdown_allows import Pending, read_allow, read_leading
from coursebuilder.reading.markdown_elements import (
    Callout,
    Divider,
    HeadingLine,
    ItemList,
    Opaque,
    Paragraph,
    Piece,
    Quote,
    SlashBlock,
    Table,
)
from coursebuilder.reading.markdown_gathering import (
    Gathering,
    Where,
    add_found,
    add_passage,
    cover_passages,
    inside,
    leaf_of_lines,
    leaf_of_region,
    new_group,
    prose_of_gathering,
    scan,
    share_citations,
)
from coursebuilder.reading.markdown_inline import References, scan_html
from coursebuilder.reading.markdown_lines import Kind, Line, cut_lines, line_of
from coursebuilder.reading.markdown_runs import is_citations
from coursebuilder.reading.markdown_slips import (
    SECTION_LEVEL,
    tell_misplaced,
    tell_of_hidden_section,
    tell_printed,
)
from coursebuilder.reading.markdown_tree import parse_tree

_TITLED = ("details", "tab", "case", "document")
_DEFINITION = re.compile(r"\[([^\[\]@^][^\[\]]*)\]:[ \t]*<?([^\s>]+)>?")
_GIVEN_IDS = re.compile(r"\{[^{}\n]*?(?:#|\bid=[\"']?)([^\s{}\"']+)")


def scan_markdown(text: str, path: str, first_line: int = 1) -> tuple[Prose, tuple[Problem, ...]]:
    """Scan a text whose first line is `first_line` of the file at `path`."""
    findings = Findings(path)
    lines = cut_lines(text, findings, first_line)
    pieces = parse_tree(lines, findings)
    gathering = Gathering(findings, _references(lines, path), taken_by(_given_ids(lines)))
    _walk(gathering, pieces, Where())
    return prose_of_gathering(gathering, path), tuple(findings.problems)


def _references(lines: Iterable[Line], path: str) -> References:
    found: dict[str, Text] = {}
    for line in lines:
        if line.text[:1] == "[" and line.kind is Kind.TEXT:
            definition = _DEFINITION.match(line.text)
            if definition:
                start = line.column + definition.start(2)
                end = line.column + definition.end(2)
                place = Place(path, line.number, start, line.number, end)
                label = " ".join(definition[1].lower().split())
                found.setdefault(label, Located(definition[2], place))
    return found


def _given_ids(lines: Iterable[Line]) -> Iterable[str]:
    for line in lines:
        if line.kind is Kind.TEXT and "{" in line.text:
            yield from _GIVEN_IDS.findall(line.text)


def _walk(gathering: Gathering, pieces: Sequence[Piece], where: Where) -> None:
    waiting: list[Pending] = []
    item: list[int] = []
    for piece in pieces:
        if isinstance(piece.element, Opaque) and piece.element.kind is Kind.COMMENT:
            waiting.extend(read_allow(piece.element.line, gathering.findings))
            continue
        gathering.allows.extend(each.over(piece.first, piece.last) for each in waiting)
        waiting.clear()
        begun = len(gathering.passages)
        _take(gathering, piece, where)
        if isinstance(piece.element, Paragraph) and len(gathering.passages) > begun:
            item.append(begun)
    if where.group is not None:
        share_citations(gathering, item)
    gathering.allows.extend(each.over(each.line, each.line) for each in waiting)


def _take(gathering: Gathering, piece: Piece, where: Where) -> None:  # noqa: C901 - one case a kind
    """Take one piece."""
    element = piece.element
    match element:
        case Paragraph():
            _paragraph(gathering, element.lines, piece, where)
        case HeadingLine():
            _heading(gathering, element, where)
        case ItemList():
            _list(gathering, element, piece, where)
        case Table():
            _table(gathering, element, piece, where)
        case Opaque():
            if element.kind is Kind.HTML:
                leaf = leaf_of_region(element.line, gathering.findings.path)
                add_found(gathering, scan_html(leaf))
                gathering.covered = None
        case Quote():
            _walk(gathering, element.pieces, replace(where, group=None, depth=where.depth + 1))
        case Callout():
            _callout(gathering, element, where)
        case SlashBlock():
            _block(gathering, element, where)
        case Divider():
            gathering.covered = None
        case _:
            assert_never(element)


def _paragraph(gathering: Gathering, lines: Sequence[Line], piece: Piece, where: Where) -> None:
    leaf = leaf_of_lines(lines, gathering.findings.path)
    tell_printed(lines, gathering.findings)
    if is_citations(leaf.text):
        cover_passages(gathering, scan(gathering, leaf).citations, piece.first)
        return
    begun = len(gathering.passages)
    if where.group is None:
        add_passage(gathering, PassageKind.PARAGRAPH, leaf, where, new_group(gathering))
    else:
        add_passage(gathering, PassageKind.ITEM, leaf, where, where.group)
    gathering.covered = (begun, piece.last)


def _list(gathering: Gathering, element: ItemList, piece: Piece, where: Where) -> None:
    group = new_group(gathering) if where.group is None else where.group
    begun = len(gathering.passages)
    for pieces in element.items:
        _item_allows(gathering, pieces)
        _walk(gathering, pieces, replace(where, group=group, depth=where.depth + 1))
    gathering.covered = (begun, piece.last)


def _item_allows(gathering: Gathering, pieces: Sequence[Piece]) -> None:
    """A comment at the beginning of an item switches a rule off in the whole item."""
    begin = pieces[0].element if pieces else None
    if isinstance(begin, Paragraph):
        gathering.item_line = begin.lines[0].number
        for each in read_leading(begin.lines[0], gathering.findings):
            gathering.allows.append(each.over(pieces[0].first, pieces[-1].last))


def _table(gathering: Gathering, element: Table, piece: Piece, where: Where) -> None:
    group = new_group(gathering)
    begun = len(gathering.passages)
    rows = ((PassageKind.ROW, row) for row in element.rows)
    for kind, line in ((PassageKind.HEADER_ROW, element.header), *rows):
        add_passage(gathering, kind, leaf_of_lines((line,), gathering.findings.path), where, group)
    gathering.covered = (begun, piece.last)


def _heading(gathering: Gathering, element: HeadingLine, where: Where) -> None:
    path, line = gathering.findings.path, element.place
    leaf = leaf_of_lines((element.text,), path)
    titled = read_titled(leaf, "#" * element.level, gathering.findings)
    end = line.column + len(line.text.rstrip())
    place = Place(path, line.number, line.column, line.number, end)
    gathering.covered = None
    if isinstance(where.block, TrainerBlock | SlideBlock | DocumentBlock):
        tell_of_hidden_section(element.level, titled, place, gathering.findings)
    else:
        anchor = titled.id or Located(gathering.anchors.derive(titled.title), place)
        gathering.headings.append(
            Heading(
                level=element.level,
                title=titled.title,
                id=anchor,
                id_given=titled.id is not None,
                attributes=_attributes(titled, gathering.findings),
                place=place,
                top=where.depth == 0,
            )
        )
        if where.depth == 0 and element.level == SECTION_LEVEL:
            gathering.section = anchor.value
    add_passage(gathering, PassageKind.HEADING, leaf, where, new_group(gathering))
    gathering.passages[-1] = replace(gathering.passages[-1], text=titled.title)


def _attributes(titled: Titled, findings: Findings) -> Mapping[str, Text]:
    found: dict[str, Text] = {}
    for key, value in titled.attributes:
        if key.value in found:
            message = f"`{key}` stands twice in this heading. Keep one of them."
            findings.error("duplicate-key", key.place, message)
        found.setdefault(key.value, value if value.value else Located("", key.place))
    return found


def _callout(gathering: Gathering, element: Callout, where: Where) -> None:
    line = element.line
    end = line.column + len(line.text.rstrip())
    place = Place(gathering.findings.path, line.number, line.column, line.number, end)
    block = EngineBlock(name=element.name, title=element.title, place=place)
    tell_misplaced(block, gathering.findings)
    _title(gathering, element.title, line, line.column + max(0, line.text.find(element.title)))
    gathering.blocks.append(block)
    _walk(gathering, element.pieces, inside(where, block))


def _title(gathering: Gathering, title: str, line: Line, column: int) -> None:
    """A block's title is running text."""
    if title:
        text = line_of(title, line.number, column)
        scan(gathering, leaf_of_lines((text,), gathering.findings.path))


def _block(gathering: Gathering, element: SlashBlock, where: Where) -> None:
    block = read_block(element, gathering.findings)
    mark = element.mark
    if mark.name in _TITLED:
        _title(gathering, mark.argument, mark.line, mark.argument_column)
    if block is not None:
        gathering.blocks.append(block)
    inner = inside(where, block)
    gathering.covered = None
    if isinstance(block, DocumentBlock):
        lines = [line for line in (*element.options, *element.inside) if line.text]
        if lines:
            leaf = leaf_of_lines(lines, gathering.findings.path)
            add_passage(gathering, PassageKind.PARAGRAPH, leaf, inner, new_group(gathering))
    else:
        _walk(gathering, element.pieces, inner)
    gathering.covered = None
