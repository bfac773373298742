"""What the reader of quizzes promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Problem
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.quizzes import is_scenario
from coursebuilder.reading.yaml_text import read_yaml

Mistake = Callable[[str, str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]

ONE = "questions:\n  - statement: A\n    answer: yes\n"


def test_a_quiz_has_its_fields(model: Callable[[str, str], Any]) -> None:
    quiz = model(
        "quiz",
        "# yaml-language-server: $schema=x\ntitle: Red flags\nintro: Some questions.\npass: 80%\n"
        f"draw: 8\nshow: end\nshuffle: no\nminutes: 4\n{ONE}",
    )
    assert (quiz.slug, quiz.path) == ("x", "quizzes/x.yml")
    assert (quiz.title.value, quiz.intro.value, quiz.pass_percent) == (
        "Red flags",
        "Some questions.",
        80,
    )
    assert (quiz.draw.value, quiz.minutes.value) == (8, 4)
    assert (quiz.show, quiz.shuffle) == ("end", False)


def test_a_quiz_needs_only_questions(model: Callable[[str, str], Any]) -> None:
    quiz = model("quiz", ONE)
    assert (quiz.title, quiz.intro, quiz.pass_percent, quiz.draw) == (None, None, None, None)
    assert (quiz.show, quiz.shuffle, quiz.minutes) == ("each", True, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: T\nscenes: {}\n", True),
        ("title: T\nstart: a\n", True),
        ("start: a\nscnes: {}\n", True),
        ("title: T\nstart: a\nquestions: []\n", False),
        ("title: T\n", False),
        ("- a\n", False),
        ("text\n", False),
    ],
)
def test_a_file_with_scenes_is_a_scenario(text: str, expected: bool) -> None:
    node, _ = read_yaml(text, "quizzes/x.yml")
    assert node is not None
    assert is_scenario(node) is expected


def test_a_list_of_questions_is_read_without_its_key(read_wrong: ReadWrong) -> None:
    quiz, findings = read_wrong("quiz", "- statement: A\n  answer: yes\n")
    assert [(each.rule, each.place.line) for each in findings.problems] == [("missing-key", 1)]
    assert len(quiz.questions) == 1


def test_a_text_is_no_quiz(mistake: Mistake) -> None:
    assert mistake("quiz", "⟦Ten questions.⟧\n").rule == "wrong-value"


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("⟦title: T⟧\n", "missing-key"),
        ("⟦questions⟧:\n", "empty-value"),
        ("⟦questions⟧: []\n", "empty-value"),
        ("questions: ⟦none⟧\n", "wrong-value"),
        (f"⟦passmark⟧: 80%\n{ONE}", "unknown-key"),
        (f"title: ⟦[A, B]⟧\n{ONE}", "wrong-value"),
        (f"⟦pass⟧:\n{ONE}", "empty-value"),
        (f"⟦draw⟧:\n{ONE}", "empty-value"),
        (f"show: ⟦later⟧\n{ONE}", "wrong-value"),
        (f"shuffle: ⟦sometimes⟧\n{ONE}", "wrong-value"),
        (f"minutes: ⟦0⟧\n{ONE}", "wrong-value"),
    ],
)
def test_a_mistake_in_a_quiz_is_told_at_its_place(mistake: Mistake, marked: str, rule: str) -> None:
    assert mistake("quiz", marked).rule == rule


def test_a_misspelt_list_of_questions_is_read(read_wrong: ReadWrong) -> None:
    quiz, findings = read_wrong("quiz", ONE.replace("questions", "question"))
    assert [(each.rule, each.hint) for each in findings.problems] == [("unknown-key", "questions")]
    assert len(quiz.questions) == 1
