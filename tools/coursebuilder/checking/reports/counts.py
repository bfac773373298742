"""How many problems of each severity there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from coursebuilder.problem import Problem, Severity


def counts_of(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """The number of errors, warnings and hints, zeros included."""
    counted = Counter(problem.severity for problem in problems)
    return {severity: counted[severity] for severity in Severity}


def sentence_of(counts: Mapping[Severity, int]) -> str:
    """A line like `1 error, 2 warnings, 0 hints`, with its final dot."""
    parts = (f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
    return ", ".join(parts) + "."
