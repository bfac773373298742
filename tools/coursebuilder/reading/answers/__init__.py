"""The answers of questions: one kind a file.

Each reader takes the fields of the question and gives the answer, or None where it cannot be
shown because something of it could not be read.
"""

from __future__ import annotations

from collections.abc import Callable

from coursebuilder.quiz import Answer
from coursebuilder.reading.answers.choices import read_choices
from coursebuilder.reading.answers.document import read_document
from coursebuilder.reading.answers.fill import read_fill
from coursebuilder.reading.answers.match import read_match
from coursebuilder.reading.answers.number import read_number
from coursebuilder.reading.answers.order import read_order
from coursebuilder.reading.answers.short_text import read_short_text
from coursebuilder.reading.answers.sort import read_sort
from coursebuilder.reading.answers.spots import read_spots
from coursebuilder.reading.answers.statement import read_statement
from coursebuilder.reading.fields import Fields

READERS: dict[str, Callable[[Fields], Answer | None]] = {
    "choices": read_choices,
    "answer": read_statement,
    "accept": read_short_text,
    "number": read_number,
    "match": read_match,
    "order": read_order,
    "sort": read_sort,
    "fill": read_fill,
    "document": read_document,
    "spots": read_spots,
}
"""The answer keys, each with the reader of its kind."""

COMPANIONS = {
    "pick": "choices",
    "reject": "accept",
    "within": "number",
    "between": "number",
    "unit": "number",
    "extra": "match",
    "blanks": "fill",
    "image": "spots",
    "alt": "spots",
}
"""Keys that go only with a certain answer key."""
