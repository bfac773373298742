"""Problems for people: one line each, the corrected line under it."""

from __future__ import annotations

from collections.abc import Sequence

from coursebuilder.checking.reports.counts import counts_of, sentence_of
from coursebuilder.problem import Problem, Severity

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
"""Terminal colours: red, yellow, cyan."""


def text(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """`path:line:column: error: message  [rule-id]` for each, then a count.

    A hint that the message does not already hold follows on lines of its own, indented.
    """
    lines = [line for problem in problems for line in _lines(problem, colour=colour)]
    lines.append(sentence_of(counts_of(problems)))
    return "\n".join(lines) + "\n"


def _lines(problem: Problem, *, colour: bool) -> list[str]:
    severity: str = problem.severity
    if colour:
        severity = f"\x1b[{COLOURS[problem.severity]}m{severity}\x1b[0m"
    message = " ".join(problem.message.split())
    line = f"{problem.place}: {severity}: {message}  [{problem.rule}]"
    hint = "" if problem.hint in problem.message else problem.hint
    return [line, *(f"    {part}" for part in hint.splitlines())]
