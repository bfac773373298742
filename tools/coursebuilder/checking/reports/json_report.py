"""Problems as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Sequence

from coursebuilder.checking.reference import url_of
from coursebuilder.checking.reports.counts import counts_of
from coursebuilder.problem import Problem


def json_report(problems: Sequence[Problem]) -> str:
    """`{"problems": [...], "counts": {"error": 0, "warning": 0, "hint": 0}}`."""
    listed = [_as_object(problem) for problem in problems]
    report = {"problems": listed, "counts": counts_of(problems)}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _as_object(problem: Problem) -> dict[str, str | int | None]:
    place = problem.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "url": url_of(problem.rule),
    }
