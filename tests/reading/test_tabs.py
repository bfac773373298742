"""A line that begins with tabs is read where it was meant to stand, and told of once."""

from __future__ import annotations

import pytest

from coursebuilder.reading.nodes import Node, Record, Scalar
from coursebuilder.reading.yaml_text import read_yaml

MEANT = {"q": [{"id": "a", "ask": "b", "choices": [{"right": "c", "why": "d"}, {"wrong": "e"}]}]}


def value(node: Node | None) -> object:
    match node:
        case Record():
            return {entry.key.text: value(entry.value) for entry in node.entries}
        case Scalar():
            return node.text
        case None:
            return None
        case _:
            return [value(item) for item in node.items]


QUESTIONS = {
    "a tab among spaces": (
        "q:\n  - id: a\n\task: b\n    choices:\n      - right: c\n        why: d\n      - wrong: e",
        1,
    ),
    "tabs and spaces": (
        "q:\n\t- id: a\n\t  ask: b\n\t  choices:\n\t\t- right: c\n\t\t  why: d\n\t\t- wrong: e",
        6,
    ),
    "tabs only": ("q:\n- id: a\n\task: b\n\tchoices:\n\t- right: c\n\t\twhy: d\n\t- wrong: e", 5),
    "a list in tabs": (
        (
            "q:\n  - id: a\n    ask: b\n    choices:\n\t\t\t- right: c\n\t\t\t  why: d\n"
            "\t\t\t- wrong: e"
        ),
        3,
    ),
    "the last item": (
        (
            "q:\n  - id: a\n    ask: b\n    choices:\n      - right: c\n        why: d\n"
            "\t\t\t- wrong: e"
        ),
        1,
    ),
    "behind a remark": (
        (
            "q:\n  - id: a\n    ask: b\n\n    # a remark\n\tchoices:\n      - right: c\n"
            "\t\twhy: d\n      - wrong: e"
        ),
        2,
    ),
}


@pytest.mark.parametrize(("text", "tabbed"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_tabs_stand_for_the_place_that_their_line_was_meant_to_have(text: str, tabbed: int) -> None:
    node, problems = read_yaml(text + "\n", "f.yml")
    assert value(node) == MEANT
    assert [each.rule for each in problems] == ["sentence-in-yaml"] * tabbed


def test_a_tab_before_the_first_line_stands_for_nothing() -> None:
    node, problems = read_yaml("\tq: a\n", "f.yml")
    assert value(node) == {"q": "a"}
    assert len(problems) == 1


def test_a_file_full_of_tabs_is_read_in_time() -> None:
    text = "q:\n" + "\t- a: b\n" * 20_000
    node, _ = read_yaml(text, "f.yml")
    assert node is not None
