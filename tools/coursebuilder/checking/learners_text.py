"""What learners read as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.survey import Survey
from coursebuilder.prose import (
    CaseBlock,
    EngineBlock,
    Passage,
    PassageKind,
    RedFlagsBlock,
)

SENTENCES = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM})


def learners_passages(survey: Survey) -> Iterator[Passage]:
    """Paragraphs and list items of modules; nothing for the trainer, and no made-up papers."""
    for module in survey.course.modules:
        yield from (passage for passage in module.prose.passages if _is_read(passage))


def _is_read(passage: Passage) -> bool:
    shown = passage.block is None or isinstance(
        passage.block, CaseBlock | EngineBlock | RedFlagsBlock
    )
    return shown and passage.kind in SENTENCES
