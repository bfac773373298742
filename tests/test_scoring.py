"""The scoring rule in Python: every example of tests/data/scoring.json, and what holds always."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.quiz import Credit
from coursebuilder.scoring import (
    Gaps,
    Key,
    Picks,
    Places,
    Quantity,
    Typed,
    decimal_mark,
    fold,
    matches,
    read_number,
    score,
)

EXAMPLES = json.loads((Path(__file__).parent / "data/scoring.json").read_text("utf-8"))
TYPES = {"picks": Picks, "places": Places, "typed": Typed, "quantity": Quantity, "gaps": Gaps}


def key_from(data: dict[str, Any]) -> Key:
    values = {name: value for name, value in data.items() if name != "kind"}
    for name in ("right", "wrong", "accept", "reject"):
        if isinstance(values.get(name), list):
            values[name] = tuple(values[name])
    if "credit" in values:
        values["credit"] = Credit(values["credit"])
    if "gaps" in values:
        values["gaps"] = tuple(key_from(gap) for gap in values["gaps"])
    key: Key = TYPES[data["kind"]](**values)
    return key


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["about"] for example in EXAMPLES])
def test_each_example_is_scored_as_the_table_says(example: dict[str, Any]) -> None:
    result = score(key_from(example["key"]), example["response"])
    assert result.credit == pytest.approx(example["credit"])
    assert result.reject == example.get("reject")
    if "parts" in example:
        assert dict(result.parts) == example["parts"]


@given(st.sets(st.sampled_from("abcdef")), st.sampled_from(Credit), st.booleans())
def test_credit_stays_between_nothing_and_all(picked: set[str], credit: Credit, many: bool) -> None:
    key = Picks(right=("a", "b"), wrong=("c", "d"), many=many, credit=credit)
    result = score(key, sorted(picked))
    assert 0 <= result.credit <= 1
    assert (result.credit == 1) <= (not picked & {"c", "d"})


@given(st.text())
def test_a_text_fits_itself_unless_it_folds_to_nothing(text: str) -> None:
    pattern = text.replace("\\", "").replace("*", "\\*")
    if fold(pattern).strip("."):
        assert matches(pattern, text.replace("\\", ""))


@given(st.text())
def test_reading_a_number_never_fails(text: str) -> None:
    number = read_number(text)
    assert number is None or isinstance(number, float)


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([".", ","]))
def test_a_plain_whole_number_is_read_in_every_language(number: int, decimal: str) -> None:
    assert read_number(str(number), decimal) == number


def test_the_decimal_mark_follows_the_language() -> None:
    assert [decimal_mark(name) for name in ("en", "en-GB", "es", "es-MX", "de")] == [*"..,.,"]
