"""The scoring rule in the browser: the same examples as in Python, and the same folding."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from coursebuilder.scoring import fold, read_number

pytestmark = pytest.mark.browser
EXAMPLES = json.loads((Path(__file__).parents[1] / "data/scoring.json").read_text("utf-8"))
SCORE = "examples => examples.map(({key, response}) => coursebuilder.scoring.score(key, response))"


def test_every_example_is_scored_in_the_browser_as_the_table_says(
    visit: Callable[..., Page],
) -> None:
    results = visit("all/").evaluate(SCORE, EXAMPLES)
    for example, result in zip(EXAMPLES, results, strict=True):
        assert result["credit"] == pytest.approx(example["credit"]), example["about"]
        assert result["reject"] == example.get("reject"), example["about"]
        if "parts" in example:
            assert result["parts"] == example["parts"], example["about"]


def test_browser_and_python_fold_every_letter_alike(visit: Callable[..., Page]) -> None:
    # Up to Unicode 13, which every Python and browser that we support knows.
    letters = [chr(code) for code in range(1, 0xD800) if chr(code).isprintable()]
    folded = visit("all/").evaluate("all => all.map(coursebuilder.scoring.fold)", letters)
    differing = [
        letter for letter, given in zip(letters, folded, strict=True) if fold(letter) != given
    ]
    assert differing == []


def test_browser_and_python_read_numbers_alike(visit: Callable[..., Page]) -> None:
    typed = [
        "1",
        "1,5",
        "1.5",
        "1.500",
        "1,500.5",
        "-3",
        ".",
        ",5",
        "1e3",
        "1e400",
        "5 %",
        "$7",
        "",
    ]
    for decimal in ".,":
        read = "([all, mark]) => all.map(text => coursebuilder.scoring.readNumber(text, mark, ''))"
        given = visit("all/").evaluate(read, [typed, decimal])
        assert given == [read_number(text, decimal) for text in typed]
