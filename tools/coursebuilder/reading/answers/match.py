"""`match` and `extra`: pairs to find."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.quiz import Match, Pair
from coursebuilder.reading.fields import Fields, entries_of, open_record
from coursebuilder.reading.nodes import Listing, Record
from coursebuilder.reading.shapes import PAIR
from coursebuilder.reading.values import Value, read_prose, wrong


def read_match(question: Fields) -> Match | None:
    """Read the pairs and what matches nothing; None where a pair cannot be read."""
    value = question.value("match")
    extra = question.proses("extra")
    if value is None:
        return None
    listed = isinstance(value.node, Listing)
    pairs = list(_listed_pairs(question) if listed else _pairs_in(value, question))
    good = tuple(pair for pair in pairs if pair is not None)
    return Match(pairs=good, extra=extra) if good and len(good) == len(pairs) else None


def _pairs_in(value: Value, question: Fields) -> Iterator[Pair | None]:
    """Read a record: the key is the left side, its value the right."""
    for key, side in entries_of(value, question.findings) or ():
        right = read_prose(side, question.findings)
        yield None if right is None else Pair(left=question.noted(key), right=right)


def _listed_pairs(question: Fields) -> Iterator[Pair | None]:
    """Read a list of `{left, right, why}`."""
    for item in question.items("match") or ():
        if _is_hyphened_record(item):
            message = (
                "Without hyphens it is `left side: right side`; with them, `left:` and `right:`."
            )
            wrong(item, question.findings, message)
            yield from _pairs_in(item, question)
        else:
            yield _pair(item, question)


def _is_hyphened_record(item: Value) -> bool:
    node = item.node
    return (
        isinstance(node, Record)
        and len(node.entries) == 1
        and node.entries[0].key.text not in PAIR.keys
    )


def _pair(item: Value, question: Fields) -> Pair | None:
    fields = open_record(item, PAIR, question.findings)
    if fields is None:
        return None
    fields.require("left", "right")
    left, right, why = fields.prose("left"), fields.prose("right"), fields.prose("why")
    return Pair(left=left, right=right, why=why) if left and right else None
