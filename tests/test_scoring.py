"""The scoring rule in Python: every example of tests/data/scoring.json, and what holds always."""

from __future__ import annotations

import json
import os
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


def shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{text}`".replace("|", "\\|") if text else ""


def right_of(key: dict[str, Any]) -> str:
    match key["kind"]:
        case "picks":
            return f"{shown(key['right'])} of {shown(key['right'] + key['wrong'])}"
        case "places":
            return shown(key["right"])
        case "typed":
            return ", ".join(map(shown, key["accept"]))
        case "quantity":
            return f"{key['low']:g} to {key['high']:g} {key['unit']}".strip()
        case _:
            return "two gaps: `EAR`; `a` of `a`, `b`"


def row_of(example: dict[str, Any]) -> str:
    right, response = right_of(example["key"]), shown(example["response"])
    return f"| {example['about']} | {right} | {response} | {example['credit']:.3g} |"


def test_the_page_for_authors_shows_every_example() -> None:
    page = Path(__file__).parents[1] / "docs/authoring/scoring.md"
    head, mark, _ = page.read_text("utf-8").partition("tests/test_scoring.py`.\n")
    rows = "\n".join(row_of(example) for example in EXAMPLES)
    table = f"\n| what | right | answer | credit |\n| --- | --- | --- | --- |\n{rows}\n"
    if os.environ.get("UPDATE"):
        page.write_text(head + mark + table, "utf-8")
    assert page.read_text("utf-8") == head + mark + table
