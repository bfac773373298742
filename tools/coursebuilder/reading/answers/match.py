"""`match` and `extra`: pairs to find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coursebuilder.quiz import Match, Pair
from coursebuilder.reading.fields import Fields, entries_of, open_record
from coursebuilder.reading.nodes import Listing, Record, Scalar
from coursebuilder.reading.shapes import PAIR
from coursebuilder.reading.values import Value, read_prose, wrong


def read_match(question: Fields) -> Match | None:
    """Read the pairs and what matches nothing; None where a pair cannot be read."""
    extra = question.proses("extra")
    pairs = list(_pairs(question))
    good = tuple(pair for pair in pairs if pair is not None)
    return Match(pairs=good, extra=extra) if good and len(good) == len(pairs) else None


def _pairs(question: Fields) -> Iterator[Pair | None]:
    """Read a record, whose keys are the left sides, or a list."""
    value = question.value("match")
    if value is not None and isinstance(value.node, Listing):
        yield from _listed_pairs(question)
    else:
        yield from _pairs_in(question.entries("match") or (), question)


def _pairs_in(entries: Iterable[tuple[Scalar, Value]], question: Fields) -> Iterator[Pair | None]:
    for key, side in entries:
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
            yield from _pairs_in(entries_of(item, question.findings) or (), question)
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
