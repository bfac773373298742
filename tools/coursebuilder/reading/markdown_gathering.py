"""A Markdown text on its way to prose: what was found so far, and how passages are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coursebuilder.prose import (
    Allow,
    Block,
    Citation,
    EngineBlock,
    Heading,
    Passage,
    PassageKind,
    Prose,
)
from coursebuilder.reading.anchors import Anchors
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, leaf_of, place_in
from coursebuilder.reading.markdown_allows import tell_inline
from coursebuilder.reading.markdown_inline import Inline, References, scan_inline
from coursebuilder.reading.markdown_lines import Line


@dataclass(slots=True)
class Gathering:
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
    item_line: int = 0
    """The first line of the last item of a list."""
    covered: tuple[int, int] | None = None
    """What a line of citations would count for: the index of the first passage of the last
    paragraph, list or table, and that one's last line."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a piece stands."""

    block: Block | None = None
    group: int | None = None
    """The group of the list, inside an item."""
    depth: int = 0


def prose_of_gathering(gathering: Gathering, path: str) -> Prose:
    """What was gathered, as the model has it."""
    ids = (heading.id.value for heading in gathering.headings)
    return Prose(
        path=path,
        headings=tuple(gathering.headings),
        blocks=tuple(gathering.blocks),
        links=tuple(gathering.found.links),
        citations=tuple(gathering.found.citations),
        tags=tuple(gathering.found.tags),
        passages=tuple(gathering.passages),
        anchors=frozenset((*gathering.found.anchors, *ids)),
        allows=tuple(gathering.allows),
    )


def inside(where: Where, block: Block | None) -> Where:
    """What stands in a block of the course stays in it, whatever callouts are around it."""
    outer = where.block
    kept = outer if block is None or not isinstance(outer, EngineBlock | None) else block
    return Where(kept, None, where.depth + 1)


def leaf_of_lines(lines: Sequence[Line], path: str) -> Leaf:
    """The running text of some lines."""
    return leaf_of(path, [(line.text.rstrip(), line.number, line.column) for line in lines])


def leaf_of_region(line: Line, path: str) -> Leaf:
    """The source of a region of several lines, all of it."""
    first, *others = line.text.split("\n")
    rows = [(row, line.number + at, 1) for at, row in enumerate(others, 1)]
    return leaf_of(path, [(first, line.number, line.column), *rows])


def scan(gathering: Gathering, leaf: Leaf) -> Inline:
    """Scan running text, and gather what it holds."""
    found = scan_inline(leaf, gathering.references, gathering.findings)
    begins_item = leaf.lines[:1] == (gathering.item_line,)
    tell_inline(leaf, found.comments, gathering.findings, begins_item=begins_item)
    add_found(gathering, found)
    return found


def add_found(gathering: Gathering, found: Inline) -> None:
    """Gather what was found in a text."""
    gathering.found.links.extend(found.links)
    gathering.found.citations.extend(found.citations)
    gathering.found.tags.extend(found.tags)
    gathering.found.anchors.extend(found.anchors)


def new_group(gathering: Gathering) -> int:
    """The number of the next paragraph, list or table."""
    gathering.groups += 1
    return gathering.groups


def add_passage(
    gathering: Gathering, kind: PassageKind, leaf: Leaf, where: Where, group: int
) -> None:
    """Scan running text, and gather it as a passage."""
    found = scan(gathering, leaf)
    gathering.passages.append(
        Passage(
            kind=kind,
            text=leaf.text,
            place=place_in(leaf, 0, len(leaf.text)),
            section=gathering.section,
            block=where.block,
            citations=tuple(found.citations),
            group=group,
        )
    )


def share_citations(gathering: Gathering, item: Sequence[int]) -> None:
    """What one paragraph of an item cites counts for all of them, given by their indexes."""
    if len(item) > 1:
        passages = gathering.passages
        shared = tuple(each for index in item for each in passages[index].citations)
        for index in item:
            passages[index] = replace(passages[index], citations=shared)


def cover_passages(gathering: Gathering, citations: Sequence[Citation], first: int) -> None:
    """A line of citations alone counts for all of what stands directly above it."""
    if gathering.covered is None or first > gathering.covered[1] + 2:
        return
    start, _ = gathering.covered
    gathering.covered = (start, first)
    for index in range(start, len(gathering.passages)):
        passage = gathering.passages[index]
        gathering.passages[index] = replace(passage, citations=(*passage.citations, *citations))
