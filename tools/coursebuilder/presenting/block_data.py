"""Blocks as plain data, for paper: lists, texts and numbers that a page template walks.

What is to be seen only after the answer is revealed (which choice is right, and why) is left out
of every block that is not `revealed`, so that no template can print it by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase
from typing import Any, assert_never

from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Callout,
    CaseFacts,
    Code,
    Flags,
    Options,
    Pairs,
    Paper,
    Paragraph,
    Parts,
    Picture,
    Quotation,
    Runs,
    Spots,
    Steps,
    Subheading,
    Table,
)

Data = dict[str, Any]


def blocks_data(blocks: Iterable[Block]) -> list[Data]:
    """Give the data of blocks, each with its kind under `is`."""
    return [_block(block) for block in blocks]


def runs_data(runs: Runs) -> list[Data]:
    """Give the stretches of a text with their marks."""
    return [
        {
            "text": run.text,
            "strong": run.strong,
            "emphasis": run.emphasis,
            "code": run.code,
            "link": run.link,
        }
        for run in runs
    ]


def pictures_of(blocks: Iterable[Block]) -> Iterable[str]:
    """Paths of all pictures in blocks, those inside of other blocks included."""
    for block in blocks:
        match block:
            case Picture(path):
                yield path
            case Spots():
                yield block.picture.path
            case Callout(_, _, inner) | Quotation(inner):
                yield from pictures_of(inner)
            case _:
                pass


def _block(block: Block) -> Data:  # noqa: C901, PLR0911, PLR0912 - one a kind
    match block:
        case Paragraph(runs):
            return {"is": "paragraph", "runs": runs_data(runs)}
        case Subheading(runs):
            return {"is": "subheading", "runs": runs_data(runs)}
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case Callout(_, title, inner):
            return {"is": "callout", "title": title, "blocks": blocks_data(inner)}
        case Quotation(inner):
            return {"is": "quotation", "blocks": blocks_data(inner)}
        case Code(text):
            return {"is": "code", "text": text}
        case Paper():
            return _paper(block)
        case Flags(flags):
            cards = [{"runs": runs_data(flag.runs), "why": runs_data(flag.why)} for flag in flags]
            return {"is": "flags", "flags": cards}
        case CaseFacts():
            facts = {"as_of": block.as_of, "status": block.status, "source": block.source}
            return {"is": "facts", **facts}
        case Options():
            return _options(block)
        case Pairs():
            return _pairs(block)
        case Steps():
            steps = [{"letter": letter, "runs": runs_data(runs)} for letter, runs in block.steps]
            return {"is": "steps", "steps": steps, "revealed": block.revealed}
        case Spots():
            return _spots(block)
        case Parts():
            parts = [{"title": part.title, "state": part.state} for part in block.parts]
            return {"is": "parts", "parts": parts}
        case _:
            assert_never(block)


def _bullets(block: Bullets) -> Data:
    return {
        "is": "bullets",
        "items": [
            {"runs": runs_data(item.runs), "level": item.level, "number": item.number}
            for item in block.items
        ],
    }


def _table(block: Table) -> Data:
    return {
        "is": "table",
        "header": [runs_data(cell) for cell in block.header],
        "rows": [[runs_data(cell) for cell in row] for row in block.rows],
    }


def _picture(block: Picture) -> Data:
    return {"is": "picture", "path": block.path, "alt": block.alt}


def _paper(block: Paper) -> Data:
    return {
        "is": "paper",
        "title": block.title,
        "number": block.number,
        "asked": block.asked,
        "lines": [
            {
                "number": line.number,
                "label": line.label,
                "runs": runs_data(line.runs),
                "flagged": block.revealed and line.flagged,
                "why": runs_data(line.why) if block.revealed else [],
            }
            for line in block.lines
        ],
    }


def _options(block: Options) -> Data:
    return {
        "is": "options",
        "revealed": block.revealed,
        "options": [
            {
                "letter": option.letter,
                "runs": runs_data(option.runs),
                "right": block.revealed and option.right,
                "why": runs_data(option.why) if block.revealed else [],
            }
            for option in block.options
        ],
    }


def _pairs(block: Pairs) -> Data:
    shown = [
        {"letter": letter, "runs": runs_data(right)}
        for letter, right in zip(ascii_uppercase, block.rights, strict=False)
    ]
    whys = [runs_data(why) for why in block.whys] if block.revealed else []
    return {
        "is": "pairs",
        "revealed": block.revealed,
        "lefts": [runs_data(left) for left in block.lefts],
        "rights": shown,
        "answer": list(block.answer) if block.revealed else [],
        "whys": whys,
    }


def _spots(block: Spots) -> Data:
    return {
        "is": "spots",
        "picture": _picture(block.picture),
        "revealed": block.revealed,
        "spots": [
            {
                "number": spot.number,
                "runs": runs_data(spot.runs),
                "left": spot.left,
                "top": spot.top,
                "width": spot.width,
                "height": spot.height,
                "right": block.revealed and spot.right,
                "why": runs_data(spot.why) if block.revealed else [],
            }
            for spot in block.spots
        ],
    }
