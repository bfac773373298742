"""`order`: steps to put in order."""

from __future__ import annotations

from coursebuilder.quiz import Order
from coursebuilder.reading.fields import Fields
from coursebuilder.reading.values import read_prose


def read_order(question: Fields) -> Order | None:
    """Read the steps; None where one of them cannot be read."""
    items = question.items("order") or ()
    steps = [read_prose(item, question.findings) for item in items]
    good = tuple(step for step in steps if step is not None)
    return Order(items=good) if good and len(good) == len(steps) else None
