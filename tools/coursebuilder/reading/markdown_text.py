"""Scans Markdown into the model's prose, exact to line and column of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import (
    Allow,
    Block,
    Citation,
    DocumentBlock,
    EngineBlock,
    Heading,
    Located,
    Passage,
    PassageKind,
    Prose,
    SlideBlock,
    Text,
    TrainerBlock,
)
from coursebuilder.reading.anchors import Anchors, taken_by
from coursebuilder.reading.course_blocks import read_block
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.heading_attributes import Titled, read_titled
from coursebuilder.reading.leaf import Leaf, leaf_of, place_in
from coursebuilder.reading.markdown_allows import Pending, read_allow, tell_inline
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
from coursebuilder.reading.markdown_inline import Inline, References, scan_html, scan_inline
from coursebuilder.reading.markdown_lines import Kind, Line, cut_lines
from coursebuilder.reading.markdown_runs import is_citations
from coursebuilder.reading.markdown_slips import tell_misplaced, tell_printed
from coursebuilder.reading.markdown_tree import parse_tree

SECTION_LEVEL = 2
"""The hashes of a heading that begins a section."""

_DEFINITION = re.compile(r"\[([^\[\]@^][^\[\]]*)\]:[ \t]*<?([^\s>]+)>?")
_GIVEN_IDS = re.compile(r"\{[^{}\n]*?(?:#|\bid=[\"']?)([^\s{}\"']+)")


@dataclass(slots=True)
class _Page:
    """A text on its way to prose."""

    findings: Findings
    references: References
    anchors: Anchors
    found: Inline = field(default_factory=Inline)
    headings: list[Heading] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    section: str | None = None
    groups: int = 0
    covered: tuple[int, int] | None = None
    """What a line of citations would count for: the index of the first passage of the last
    paragraph, list or table, and that one's last line."""


@dataclass(frozen=True, slots=True)
class _Where:
    """Where a piece stands."""

    block: Block | None = None
    group: int | None = None
    """The group of the list, inside an item."""
    depth: int = 0


def scan_markdown(text: str, path: str, first_line: int = 1) -> tuple[Prose, tuple[Problem, ...]]:
    """Scan a text whose first line is `first_line` of the file at `path`."""
    findings = Findings(path)
    lines = cut_lines(text, findings, first_line)
    pieces = parse_tree(lines, findings)
    page = _Page(findings, _references(lines, path), taken_by(_given_ids(lines)))
    _walk(page, pieces, _Where())
    return _prose(page, path), tuple(findings.problems)


def _prose(page: _Page, path: str) -> Prose:
    ids = (heading.id.value for heading in page.headings)
    return Prose(
        path=path,
        headings=tuple(page.headings),
        blocks=tuple(page.blocks),
        links=tuple(page.found.links),
        citations=tuple(page.found.citations),
        tags=tuple(page.found.tags),
        passages=tuple(page.passages),
        anchors=frozenset((*page.found.anchors, *ids)),
        allows=tuple(page.allows),
    )


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


def _walk(page: _Page, pieces: Sequence[Piece], where: _Where) -> None:
    waiting: list[Pending] = []
    item: int | None = None
    for piece in pieces:
        if isinstance(piece.element, Opaque) and piece.element.kind is Kind.COMMENT:
            waiting.extend(read_allow(piece.element.line, page.findings))
            continue
        page.allows.extend(each.over(piece.first, piece.last) for each in waiting)
        waiting.clear()
        item = _take(page, piece, where, item)
    page.allows.extend(each.over(each.line, each.line) for each in waiting)


def _take(  # noqa: C901 - one case a kind
    page: _Page, piece: Piece, where: _Where, item: int | None
) -> int | None:
    """Take one piece; inside an item, give the index of the passage that it goes on with."""
    element = piece.element
    match element:
        case Paragraph():
            return _paragraph(page, element.lines, piece, where, item)
        case HeadingLine():
            _heading(page, element, where)
        case ItemList():
            _list(page, element, piece, where)
        case Table():
            _table(page, element, piece, where)
        case Opaque():
            if element.kind is Kind.HTML:
                _add(page, scan_html(_raw_leaf(element.line, page.findings.path)))
                page.covered = None
        case Quote():
            _walk(page, element.pieces, replace(where, group=None, depth=where.depth + 1))
        case Callout():
            _callout(page, element, where)
        case SlashBlock():
            _block(page, element, where)
        case Divider():
            page.covered = None
        case _:
            assert_never(element)
    return None


def _raw_leaf(line: Line, path: str) -> Leaf:
    first, *others = line.text.split("\n")
    rows = [(row, line.number + at, 1) for at, row in enumerate(others, 1)]
    return leaf_of(path, [(first, line.number, line.column), *rows])


def _leaf(lines: Sequence[Line], path: str) -> Leaf:
    return leaf_of(path, [(line.text.rstrip(), line.number, line.column) for line in lines])


def _scan(page: _Page, leaf: Leaf) -> Inline:
    found = scan_inline(leaf, page.references, page.findings)
    tell_inline(leaf, found.comments, page.findings)
    _add(page, found)
    return found


def _add(page: _Page, found: Inline) -> None:
    page.found.links.extend(found.links)
    page.found.citations.extend(found.citations)
    page.found.tags.extend(found.tags)
    page.found.anchors.extend(found.anchors)


def _passage(page: _Page, kind: PassageKind, leaf: Leaf, where: _Where, group: int) -> None:
    found = _scan(page, leaf)
    page.passages.append(
        Passage(
            kind=kind,
            text=leaf.text,
            place=place_in(leaf, 0, len(leaf.text)),
            section=page.section,
            block=where.block,
            citations=tuple(found.citations),
            group=group,
        )
    )


def _new_group(page: _Page) -> int:
    page.groups += 1
    return page.groups


def _paragraph(
    page: _Page, lines: Sequence[Line], piece: Piece, where: _Where, item: int | None
) -> int | None:
    leaf = _leaf(lines, page.findings.path)
    tell_printed(lines, page.findings)
    if is_citations(leaf.text):
        _cover(page, _scan(page, leaf).citations, piece.first)
        return item
    begun = len(page.passages)
    if item is not None:
        begun = item
        _go_on(page, leaf, item)
    elif where.group is not None:
        _passage(page, PassageKind.ITEM, leaf, where, where.group)
    else:
        _passage(page, PassageKind.PARAGRAPH, leaf, where, _new_group(page))
    page.covered = (begun, piece.last)
    return None if where.group is None else begun


def _go_on(page: _Page, leaf: Leaf, item: int) -> None:
    """A further paragraph of an item belongs to the item's passage."""
    before = page.passages[item]
    end = place_in(leaf, 0, len(leaf.text))
    page.passages[item] = replace(
        before,
        text=f"{before.text}\n{leaf.text}",
        place=replace(before.place, end_line=end.end_line, end_column=end.end_column),
        citations=(*before.citations, *_scan(page, leaf).citations),
    )


def _cover(page: _Page, citations: Sequence[Citation], first: int) -> None:
    """A line of citations alone counts for all of what stands directly above it."""
    if page.covered is None or first > page.covered[1] + 2:
        return
    start, _ = page.covered
    page.covered = (start, first)
    for index in range(start, len(page.passages)):
        passage = page.passages[index]
        page.passages[index] = replace(passage, citations=(*passage.citations, *citations))


def _list(page: _Page, element: ItemList, piece: Piece, where: _Where) -> None:
    group = _new_group(page) if where.group is None else where.group
    begun = len(page.passages)
    for pieces in element.items:
        _walk(page, pieces, replace(where, group=group, depth=where.depth + 1))
    page.covered = (begun, piece.last)


def _table(page: _Page, element: Table, piece: Piece, where: _Where) -> None:
    group = _new_group(page)
    begun = len(page.passages)
    rows = ((PassageKind.ROW, row) for row in element.rows)
    for kind, line in ((PassageKind.HEADER_ROW, element.header), *rows):
        _passage(page, kind, _leaf((line,), page.findings.path), where, group)
    page.covered = (begun, piece.last)


def _heading(page: _Page, element: HeadingLine, where: _Where) -> None:
    path, line = page.findings.path, element.place
    leaf = _leaf((element.text,), path)
    titled = read_titled(leaf, "#" * element.level, page.findings)
    end = line.column + len(line.text.rstrip())
    place = Place(path, line.number, line.column, line.number, end)
    page.covered = None
    if not isinstance(where.block, TrainerBlock | SlideBlock | DocumentBlock):
        anchor = titled.id or Located(page.anchors.derive(titled.title), place)
        page.headings.append(
            Heading(
                level=element.level,
                title=titled.title,
                id=anchor,
                id_given=titled.id is not None,
                attributes=_attributes(titled, page.findings),
                place=place,
                top=where.depth == 0,
            )
        )
        if where.depth == 0 and element.level == SECTION_LEVEL:
            page.section = anchor.value
    _passage(page, PassageKind.HEADING, leaf, where, _new_group(page))
    page.passages[-1] = replace(page.passages[-1], text=titled.title)


def _attributes(titled: Titled, findings: Findings) -> Mapping[str, Text]:
    found: dict[str, Text] = {}
    for key, value in titled.attributes:
        if key.value in found:
            message = f"`{key}` stands twice in this heading. Keep one of them."
            findings.error("duplicate-key", key.place, message)
        found.setdefault(key.value, value if value.value else Located("", key.place))
    return found


def _inside(where: _Where, block: Block | None) -> _Where:
    """What stands in a block of the course stays in it, whatever callouts are around it."""
    outer = where.block
    kept = outer if block is None or not isinstance(outer, EngineBlock | None) else block
    return _Where(kept, None, where.depth + 1)


def _callout(page: _Page, element: Callout, where: _Where) -> None:
    line = element.line
    end = line.column + len(line.text.rstrip())
    place = Place(page.findings.path, line.number, line.column, line.number, end)
    block = EngineBlock(name=element.name, title=element.title, place=place)
    tell_misplaced(block, page.findings)
    page.blocks.append(block)
    _walk(page, element.pieces, _inside(where, block))


def _block(page: _Page, element: SlashBlock, where: _Where) -> None:
    block = read_block(element, page.findings)
    if block is not None:
        page.blocks.append(block)
    inner = _inside(where, block)
    page.covered = None
    if isinstance(block, DocumentBlock):
        lines = [line for line in (*element.options, *element.inside) if line.text]
        if lines:
            leaf = _leaf(lines, page.findings.path)
            _passage(page, PassageKind.PARAGRAPH, leaf, inner, _new_group(page))
    else:
        _walk(page, element.pieces, inner)
    page.covered = None
