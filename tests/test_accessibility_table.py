"""docs/accessibility.md says what our tests say: the table is made of them.

After a wanted change: `UPDATE=1 .venv/bin/pytest tests/test_accessibility_table.py`.
"""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "accessibility.md"
BEGIN, END = "<!-- table of the tests: begin -->", "<!-- table of the tests: end -->"
BASELINES: dict[str, Any] = yaml.safe_load((TESTS / "data/baselines.yml").read_text("utf-8"))


def functions_of(file: str) -> set[str]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def sentence(function: str) -> str:
    words = function.removeprefix("test_").replace("_", " ")
    return words[0].upper() + words[1:]


def row(name: str, baseline: dict[str, Any]) -> str:
    tests = [test for group in baseline.get("tests", {}).values() for test in group]
    said = "; ".join(sentence(test) for test in tests) or baseline["none"]
    result = "tested" if tests else "does not apply"
    if "open" in baseline:
        said, result = f"{said}. Not tested: {baseline['open']}", "tested in part"
    return f"| {name} | {baseline['criteria']} | {said} | {result} |"


def table() -> str:
    head = "| ICT baseline | WCAG | What holds it | Result |\n| --- | --- | --- | --- |"
    return "\n".join([head, *(row(name, each) for name, each in BASELINES.items())])


@pytest.mark.parametrize("name", BASELINES)
def test_each_baseline_names_tests_that_exist_or_why_there_are_none(name: str) -> None:
    baseline = BASELINES[name]
    assert ("tests" in baseline) != ("none" in baseline)
    for file, functions in baseline.get("tests", {}).items():
        assert set(functions) <= functions_of(file)


def test_the_page_has_the_table_that_the_tests_make() -> None:
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    fresh = f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"
    if os.environ.get("UPDATE"):
        PAGE.write_text(fresh, "utf-8")
    assert PAGE.read_text("utf-8") == fresh
