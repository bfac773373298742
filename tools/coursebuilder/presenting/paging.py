"""How much goes on a slide: what is too much for one is dealt out to several.

Lines are estimated for a slide of 1280 by 720 with text of 32 pixels. The estimate only deals
out; whether a slide really holds its text is measured in a browser (`course present --measure`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar

from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    CaseFacts,
    Item,
    Options,
    Pairs,
    Paper,
    PaperLine,
    Paragraph,
    Picture,
    Run,
    Runs,
    Subheading,
    Table,
    plain,
)

T = TypeVar("T")

LINES = 10.0
"""What a content slide holds."""
COLUMNS = 58
GAP = 0.4
"""The space between two bullets, in lines."""
CELL_LINES = 0.8
CELL_GAP = 0.47
"""A line of a table's cell is smaller, and every row has space around it."""
ITEMS = 7
"""The most bullets on a slide."""
ROWS = 6
"""The most rows of a table on a slide."""
REASON_LINES = 10
"""What an answer holds: its choices with their reasons."""
REASON_COLUMNS = 58
HEADING_LINES = 1.4
"""The second line of a heading, in lines of text."""
HEADING_COLUMNS = 38
FACT_LINES = 0.85
FACT_COLUMNS = 62
SENTENCE = re.compile(r"(?<=[.!?] )(?=\S)")
LONG_HEADING = 90
"""A question of more characters is set smaller."""
PAIR_ROWS = 8
TIGHT_PAPER = 8
PAIR_COLUMNS = 32
PAIR_REASONS = 4
"""The most pairs with reasons on a slide of their own."""
PAIR_REASON_LINES = 9
"""What the answer of a match holds: its pairs, each with its reason below."""
PAPER_LINES = 10
PAPER_COLUMNS = 60
LONG_PAPER = 6
"""Papers of more lines are set smaller."""
FLAGS_WITH_REASONS = 4
AIRY = 3.0
"""Up to so many lines a slide's text is set larger."""


def pages_of(blocks: Sequence[Block], room: float = LINES) -> list[tuple[Block, ...]]:
    """Deal blocks out to slides of so many lines, in their order.

    At least one slide comes of it, which may be empty. A long paragraph is cut between sentences.
    """
    pages: list[list[Block]] = [[]]
    for block in (part for whole in blocks for part in _cut(whole, room)):
        page = pages[-1]
        if page and sum(lines_of(each) for each in [*page, block]) > room:
            pages.append([block])
        else:
            page.append(block)
    return [tuple(page) for page in pages]


def room_under(heading: Runs) -> float:
    """How many lines fit under a heading, which may take two lines itself."""
    return LINES - (HEADING_LINES * (rows_of(heading, HEADING_COLUMNS) - 1))


def lines_of(block: Block) -> float:
    """Estimate how many lines a block of prose takes; a picture takes the whole slide."""
    match block:
        case Paragraph(runs) | Subheading(runs):
            return rows_of(runs, COLUMNS)
        case Bullets(items):
            return sum(_item_lines(item) for item in items)
        case Table(header, rows):
            width = COLUMNS // max(1, len(header))
            return sum(_row_lines(row, width) for row in (header, *rows))
        case Picture():
            return LINES
        case CaseFacts(status=status, source=source):
            facts = sum(ceil(len(text) / FACT_COLUMNS) for text in (status, source))
            return (facts + 2) * FACT_LINES
        case _:
            return LINES / 2


def rows_of(runs: Runs, columns: int) -> int:
    """Estimate how many lines a text takes."""
    return max(1, ceil(len(plain(runs)) / columns))


def _sentences_dealt(runs: Runs, room: float) -> Iterator[Paragraph]:
    """Cut a paragraph into shorter ones, between sentences."""
    part: list[Run] = []
    for sentence in sentences_of(runs):
        if part and rows_of((*part, *sentence), COLUMNS) > room:
            yield Paragraph(tuple(part))
            part = []
        part += sentence
    if part:
        yield Paragraph(tuple(part))


def sentences_of(runs: Runs) -> list[Runs]:
    """Split a text into its sentences; each keeps the blank behind it."""
    sentences: list[list[Run]] = [[]]
    for run in runs:
        for at, text in enumerate(SENTENCE.split(run.text)):
            if at:
                sentences.append([])
            if text:
                sentences[-1].append(replace(run, text=text))
    return [tuple(sentence) for sentence in sentences if sentence]


def _row_lines(row: Sequence[Runs], width: int) -> float:
    return max(rows_of(cell, width) for cell in row) * CELL_LINES + CELL_GAP


def _item_lines(item: Item) -> float:
    return rows_of(item.runs, COLUMNS) + GAP


def _cut(block: Block, room: float) -> Iterator[Block]:
    match block:
        case Paragraph(runs) if lines_of(block) > room / 2:
            yield from _sentences_dealt(runs, room / 2)
        case Bullets(items):
            most = min(ITEMS, max(1, int(len(items) * room / max(lines_of(block), room))))
            for part in _even(items, most):
                yield Bullets(tuple(part))
        case Table(header, rows) if len(rows) > ROWS:
            for piece in _even(rows, ROWS):
                yield Table(header, tuple(piece))
        case _:
            yield block


def _even(things: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Deal out evenly: nine by seven are five and four, not seven and two."""
    size = ceil(len(things) / ceil(len(things) / most))
    for at in range(0, len(things), size):
        yield things[at : at + size]


def answer_pages(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Deal a revealed answer out: first what is right, then, where needed, the other reasons."""
    match blocks:
        case [Options() as options] if _reason_lines(options) > REASON_LINES:
            first = [o if o.right else replace(o, why=()) for o in options.options]
            rest = [o for o in options.options if not o.right and o.why]
            return [
                (replace(options, options=tuple(first)),),
                (replace(options, options=tuple(rest)),),
            ]
        case [Paper() as paper] if _paper_lines(paper) > PAPER_LINES:
            bare = [replace(line, why=()) for line in paper.lines]
            flags = [line for line in paper.lines if line.flagged]
            parts = [bare, *_even(flags, FLAGS_WITH_REASONS)]
            return [(replace(paper, lines=tuple(part)),) for part in parts]
        case [Pairs(whys=whys) as pairs] if _pair_reason_lines(pairs) > PAIR_REASON_LINES:
            rows = [(left, why) for left, why in zip(pairs.lefts, whys, strict=True) if why]
            tables = [Table(((), ()), tuple(dealt)) for dealt in _even(rows, PAIR_REASONS)]
            return [(replace(pairs, whys=((),) * len(whys)),), *((table,) for table in tables)]
        case _:
            return [tuple(blocks)]


def _pair_reason_lines(pairs: Pairs) -> int:
    """Estimate the lines of an answer with reasons; nothing where there are none."""
    if not any(pairs.whys):
        return 0
    return sum(
        max(rows_of(left, PAIR_COLUMNS), 1 + (rows_of(why, PAIR_COLUMNS) if why else 0))
        for left, why in zip(pairs.lefts, pairs.whys, strict=True)
    )


def _reason_lines(options: Options) -> int:
    return sum(
        rows_of(option.runs, REASON_COLUMNS)
        + (rows_of(option.why, REASON_COLUMNS) if option.why else 0)
        for option in options.options
    )


def _paper_lines(paper: Paper) -> int:
    return sum(
        _paper_rows(line) + (rows_of(line.why, COLUMNS) if line.flagged and line.why else 0)
        for line in paper.lines
    )


def is_long_paper(paper: Paper) -> bool:
    """Tell whether a paper has to be set smaller."""
    if not paper.revealed:
        return sum(_paper_rows(line) for line in paper.lines) > LONG_PAPER
    return _paper_lines(paper) > LONG_PAPER


def _paper_rows(line: PaperLine) -> int:
    return rows_of((Run(f"{line.label}: "), *line.runs), PAPER_COLUMNS)


def is_airy(blocks: Sequence[Block]) -> bool:
    """Tell whether a slide holds so little text that it can be larger."""
    return (
        bool(blocks)
        and all(isinstance(block, (Paragraph, Bullets)) for block in blocks)
        and sum(lines_of(block) for block in blocks) <= AIRY
    )


def is_tight(heading: Runs, blocks: Sequence[Block]) -> bool:
    """Tell whether a question holds so much that it has to be set smaller."""
    if len(plain(heading)) > LONG_HEADING:
        return True
    return any(
        (isinstance(block, Pairs) and _pair_rows(block) > PAIR_ROWS)
        or (isinstance(block, Paper) and _paper_lines(block) > TIGHT_PAPER)
        for block in blocks
    )


def _pair_rows(pairs: Pairs) -> int:
    sides = (pairs.lefts, pairs.rights)
    return max(sum(rows_of(runs, PAIR_COLUMNS) for runs in side) for side in sides)
