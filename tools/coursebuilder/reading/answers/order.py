"""`order`: steps to put in order."""

from __future__ import annotations

from coursebuilder.quiz import Order
from coursebuilder.reading.fields import Fields
from coursebuilder.reading.values import read_prose, wrong

_FEWEST = 2


def read_order(question: Fields) -> Order | None:
    """Read the steps; None where one of them cannot be read."""
    value, items = question.value("order"), question.items("order")
    if value is None or items is None:
        return None
    steps = [read_prose(item, question.findings) for item in items]
    if len(steps) < _FEWEST:
        wrong(value, question.findings, "One step has no order. Add another to `order`.")
        return None
    good = tuple(step for step in steps if step is not None)
    return Order(items=good) if len(good) == len(steps) else None
