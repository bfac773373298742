"""How much goes on a slide: what is too much for one is dealt out to several.

Lines are estimated for a slide of 1280 by 720 with text of 32 pixels. The estimate only deals
out; whether a slide really holds its text is measured in a browser (`course present --measure`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar

from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Item,
    Options,
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
ITEMS = 7
"""The most bullets on a slide."""
ROWS = 6
"""The most rows of a table on a slide."""
REASON_LINES = 10
"""What an answer holds: its choices with their reasons."""
REASON_COLUMNS = 58
PAPER_LINES = 10
PAPER_COLUMNS = 60
LONG_PAPER = 7
"""Papers of more lines are set smaller."""
FLAGS_WITH_REASONS = 4
AIRY = 3.0
"""Up to so many lines a slide's text is set larger."""


def pages_of(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Deal blocks out to slides, in their order; at least one slide, which may be empty."""
    pages: list[list[Block]] = [[]]
    for block in (part for whole in blocks for part in _cut(whole)):
        page = pages[-1]
        if page and sum(lines_of(each) for each in [*page, block]) > LINES:
            pages.append([block])
        else:
            page.append(block)
    return [tuple(page) for page in pages]


def lines_of(block: Block) -> float:
    """Estimate how many lines a block of prose takes; a picture takes the whole slide."""
    match block:
        case Paragraph(runs) | Subheading(runs):
            return rows_of(runs, COLUMNS)
        case Bullets(items):
            return sum(_item_lines(item) for item in items)
        case Table(header, rows):
            width = COLUMNS // max(1, len(header))
            return sum(max(rows_of(cell, width) for cell in row) for row in (header, *rows))
        case Picture():
            return LINES
        case _:
            return LINES / 2


def rows_of(runs: Runs, columns: int) -> int:
    """Estimate how many lines a text takes."""
    return max(1, ceil(len(plain(runs)) / columns))


def _item_lines(item: Item) -> float:
    return rows_of(item.runs, COLUMNS) + GAP


def _cut(block: Block) -> Iterator[Block]:
    match block:
        case Bullets(items):
            most = min(ITEMS, max(1, int(len(items) * LINES / max(lines_of(block), LINES))))
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
        case _:
            return [tuple(blocks)]


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
