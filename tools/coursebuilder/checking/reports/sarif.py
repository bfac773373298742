"""Problems as SARIF 2.1.0, which editors and code-scanning services read.

Schema: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ (OASIS Standard).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from coursebuilder import __version__
from coursebuilder.checking import rules
from coursebuilder.checking.reference import as_text
from coursebuilder.checking.rule import Rule, id_of, page_of, sentence_of
from coursebuilder.problem import Place, Problem, Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif(problems: Sequence[Problem]) -> str:
    """One run with all rules and one result a problem; columns in characters (code points)."""
    listed = sorted(rules.ALL, key=id_of)
    index = {id_of(rule): number for number, rule in enumerate(listed)}
    driver = {
        "name": "course check",
        "version": __version__,
        "rules": [_descriptor(rule) for rule in listed],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, index) for problem in problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _descriptor(rule: Rule) -> dict[str, Any]:
    page = page_of(rule)
    return {
        "id": id_of(rule),
        "shortDescription": {"text": sentence_of(rule)},
        "help": {"text": as_text(page), "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.SEVERITY]},
    }


def _result(problem: Problem, index: Mapping[str, int]) -> dict[str, Any]:
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.rule,
        "ruleIndex": index.get(problem.rule, -1),
        "level": LEVELS[problem.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(problem.place)}],
    }


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is not None:
        region["endLine"] = place.end_line
    if place.end_column is not None:
        region["endColumn"] = place.end_column
    return {"artifactLocation": {"uri": quote(place.path)}, "region": region}
