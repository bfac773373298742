"""`statement` and `answer`: true or false."""

from __future__ import annotations

from coursebuilder.quiz import Statement
from coursebuilder.reading.fields import Fields
from coursebuilder.reading.quantities import read_yes_no


def read_statement(question: Fields) -> Statement | None:
    """Read whether the statement is true."""
    value = question.value("answer")
    answer = None if value is None else read_yes_no(value, question.findings)
    return None if answer is None else Statement(answer=answer)
