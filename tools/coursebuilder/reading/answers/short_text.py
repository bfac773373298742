"""`accept`: a short text that the learner types."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.prose import Located
from coursebuilder.quiz import Reject, ShortText
from coursebuilder.reading.fields import Fields, entries_of
from coursebuilder.reading.nodes import Record
from coursebuilder.reading.values import (
    Value,
    any_number,
    one_or_more,
    read_prose,
    read_text,
    wrong,
)


def read_short_text(question: Fields) -> ShortText | None:
    """Read the accepted answers and the expected mistakes; None without a readable answer."""
    value = question.value("accept")
    items = () if value is None else one_or_more(value, question.findings)
    accept = tuple(filter(None, (read_text(item, question.findings) for item in items)))
    reject = tuple(_read_reject(question))
    return ShortText(accept=accept, reject=reject) if accept else None


def _read_reject(question: Fields) -> Iterator[Reject]:
    """`- mistake: feedback`, one a line, or all of them as one record."""
    value = question.value("reject")
    if value is None:
        return
    for item in any_number(value, question.findings):
        if isinstance(item.node, Record):
            yield from _rejects_in(item, question)
        else:
            message = "An expected mistake stands before its feedback: `- DDTC: That office …`."
            wrong(item, question.findings, message)


def _rejects_in(item: Value, question: Fields) -> Iterator[Reject]:
    for key, value in entries_of(item, question.findings) or ():
        feedback = read_prose(value, question.findings)
        if feedback is not None:
            yield Reject(text=Located(key.text, key.place), feedback=feedback)
