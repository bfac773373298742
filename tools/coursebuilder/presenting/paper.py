"""Paper for a session: guide, workbook, sheet of red flags, key, forms. PDF/UA-1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import assert_never

from coursebuilder.course import Audience, Course, module_of
from coursebuilder.presenting.block_data import Data, pictures_of
from coursebuilder.presenting.blocks import Block
from coursebuilder.presenting.deck import Deck
from coursebuilder.presenting.paper_data import (
    PLAIN_PRINT,
    Print,
    blocks_on_paper,
    cards_data,
    feedback_data,
    frame_data,
    guide_data,
    key_data,
    record_data,
    review_day,
    sign_in_data,
    workbook_data,
)
from coursebuilder.presenting.paper_words import paper_words
from coursebuilder.presenting.sheet_data import sheet_data
from coursebuilder.presenting.typeset import typeset

EMPTY_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


class PaperKind(StrEnum):
    """A paper of a session; its value is its name in commands, files and templates."""

    GUIDE = "guide"
    WORKBOOK = "workbook"
    KEY = "key"
    SIGN_IN = "signin"
    CARDS = "cards"
    FEEDBACK = "feedback"
    RECORD = "record"


FOR_TRAINERS = frozenset({PaperKind.GUIDE, PaperKind.KEY})
"""Papers that hold notes or answers, and are not to be handed out."""


def print_paper(kind: PaperKind, deck: Deck, course: Course, given: Print = PLAIN_PRINT) -> bytes:
    """Make a paper of a deck: the PDF's bytes, the same for the same course and print.

    Raises MissingExtraError without the extra `pdf`, TypesettingError for a picture without words.
    """
    day = review_day(module.reviewed for module in deck.modules)
    title = f"{deck.title}: {paper_words(deck.language)(f'paper.{kind.value}')}"
    frame = frame_data(course, title, day, given, language=deck.language)
    data = frame | _data(kind, deck, course, given)
    blocks = blocks_on_paper(deck) if _has_blocks(kind) else ()
    return typeset(kind.value, data, pictures(course, blocks), day)


def print_sheet(audience: Audience, course: Course, given: Print = PLAIN_PRINT) -> bytes:
    """Make the page of red flags of an audience; raises as `print_paper` does."""
    modules = [module_of(course, slug.value) for slug in audience.modules]
    day = review_day(m.reviewed.value for m in modules if m and m.reviewed)
    data = sheet_data(course, audience)
    return typeset("sheet", frame_data(course, data["title"], day, given) | data, {}, day)


def pictures(course: Course, blocks: Iterable[Block]) -> Mapping[str, bytes]:
    """Read the pictures of blocks; one that is not there is empty: `course check` said so."""
    found: dict[str, bytes] = {}
    root = course.root.resolve()
    for path in pictures_of(blocks):
        file = (root / path).resolve()
        inside = file.is_relative_to(root) and file.is_file()
        found[path] = file.read_bytes() if inside else EMPTY_PICTURE
    return found


def _has_blocks(kind: PaperKind) -> bool:
    return kind in {PaperKind.GUIDE, PaperKind.WORKBOOK, PaperKind.KEY}


def _data(kind: PaperKind, deck: Deck, course: Course, given: Print) -> Data:  # noqa: PLR0911 - one a kind
    match kind:
        case PaperKind.GUIDE:
            return guide_data(deck, course, given)
        case PaperKind.WORKBOOK:
            return workbook_data(deck)
        case PaperKind.KEY:
            return key_data(deck)
        case PaperKind.SIGN_IN:
            return sign_in_data(deck)
        case PaperKind.CARDS:
            return cards_data(deck)
        case PaperKind.FEEDBACK:
            return feedback_data(deck)
        case PaperKind.RECORD:
            return record_data(deck)
        case _:
            assert_never(kind)
