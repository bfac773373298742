"""What the reader of questions promises: one prompt, one answer key, an id of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Problem
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.ids import id_from_prompt

Read = Callable[[str], Any]
QuestionMistake = Callable[[str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]


def test_a_question_has_the_fields_that_all_kinds_share(question: Read) -> None:
    read = question(
        "id: end-use\nobjective: module/spot\nsection: who\nask: What first?\naccept: [Ask]\n"
        "why: Because.\nhint:\n  - Think.\n  - Think again.\nsource: [hsi, dea]\n"
        "redflags: [cash]\npoints: 2\nlevel: judge\nshuffle: false\ncredit: each"
    )
    assert (read.id.value, read.id_given) == ("end-use", True)
    assert (read.objective.value, read.section.value) == ("module/spot", "who")
    assert (read.prompt.value, read.why.value) == ("What first?", "Because.")
    assert [hint.value for hint in read.hints] == ["Think.", "Think again."]
    assert [source.value for source in read.sources] == ["hsi", "dea"]
    assert [flag.value for flag in read.redflags] == ["cash"]
    assert (read.points, read.level, read.shuffle, read.credit) == (2, "judge", False, "each")


def test_what_is_not_said_has_its_default(question: Read) -> None:
    read = question("statement: A\nanswer: yes")
    assert (read.points, read.level, read.shuffle, read.credit) == (1, "", True, "net")
    assert (read.objective, read.why, read.hints, read.sources) == (None, None, (), ())


def test_a_question_reaches_from_its_first_to_its_last_line(model: Callable[..., Any]) -> None:
    first = "  - ask: A\n    accept:\n      - B\n      - C\n"
    text = f"questions:\n{first}\n  - statement: D\n    answer: no\n"
    places = [each.place for each in model("quiz", text).questions]
    assert [(place.line, place.end_line) for place in places] == [(2, 5), (7, 8)]


def test_line_breaks_of_a_prompt_are_kept(question: Read) -> None:
    read = question("ask: |\n  First line.\n  Second line.\naccept: [A]")
    assert read.prompt.value == "First line.\nSecond line."


@pytest.mark.parametrize(
    ("prompt", "derived"),
    [
        ("Which bureau administers the EAR?", "which-bureau-administers-the-ear"),
        ("A customer orders ten drums of a listed chemical.", "a-customer-orders-ten-drums-of"),
        ("¿Qué señales ve usted?", "que-senales-ve-usted"),
        ("It's Friday, 16:30.", "its-friday-16-30"),
        ("The [[EAR]] are run by [[BIS | B]].", "the-are-run-by"),
        ("Was heißt *Endverwendung*?", "was-heisst-endverwendung"),
    ],
)
def test_an_id_is_derived_from_the_first_words(prompt: str, derived: str) -> None:
    assert id_from_prompt(prompt, set()) == derived


def test_a_text_without_latin_letters_gets_a_stable_id() -> None:
    assert id_from_prompt("何を最初にしますか", set()) == id_from_prompt(
        "何を最初にしますか", set()
    )
    assert id_from_prompt("何を最初にしますか", set()) != id_from_prompt("誰に報告しますか", set())
    assert id_from_prompt("何を最初にしますか", set()).startswith("question-")


def test_derived_ids_are_unique_and_leave_given_ids_alone(model: Callable[..., Any]) -> None:
    text = (
        "questions:\n  - statement: Stop\n    answer: yes\n  - statement: Stop\n    answer: no\n"
        "  - id: stop\n    statement: Go\n    answer: yes\n"
    )
    ids = [(each.id.value, each.id_given) for each in model("quiz", text).questions]
    assert ids == [("stop-2", False), ("stop-3", False), ("stop", True)]


def test_a_derived_id_does_not_depend_on_the_questions_position(question: Read) -> None:
    assert question("statement: Stop now\nanswer: yes").id.value == "stop-now"


@pytest.mark.parametrize(
    ("body", "rule", "says"),
    [
        ("⟦id: q\nask: Which?⟧", "missing-key", "`choices`, `accept`"),
        ("⟦statement: A⟧", "missing-key", "`answer: true`"),
        ("⟦id: q\naccept: [A]⟧", "missing-key", "`ask:`"),
        (
            "ask: A\naccept: [B]\n⟦choices⟧:\n  - right: A\n  - wrong: B",
            "two-answer-keys",
            "`accept`",
        ),
        ("statement: A\nanswer: yes\n⟦accept⟧: [B]", "two-answer-keys", "`answer`"),
        (
            "ask: A\nchoices:\n  - right: A\n  - wrong: B\n⟦answer⟧: A",
            "two-answer-keys",
            "`choices`",
        ),
        ("fill: The [[a]].\n⟦accept⟧: [B]", "two-answer-keys", "`fill`"),
        ("ask: A\n⟦fill⟧: The [[a]].", "conflicting-keys", "Keep one"),
        ("ask: A\n⟦statement⟧: B\nanswer: yes", "conflicting-keys", "Keep one"),
        ("⟦ask⟧: A\nanswer: yes", "conflicting-keys", "`statement:`"),
        ("ask: A\n⟦answer⟧: BIS", "conflicting-keys", "`accept:`"),
        ("⟦statement⟧: A\naccept: [B]", "conflicting-keys", "`ask:`"),
    ],
)
def test_a_question_has_one_prompt_and_one_answer_key(
    question_mistake: QuestionMistake, body: str, rule: str, says: str
) -> None:
    problem = question_mistake(body)
    assert problem.rule == rule
    assert says in problem.message


@pytest.mark.parametrize(
    "key", ["unit: days", "extra: [a]", "image: a.png", "blanks: {a: b}", "pick: many"]
)
def test_a_key_of_another_kind_is_told(question_mistake: QuestionMistake, key: str) -> None:
    name, _, rest = key.partition(":")
    problem = question_mistake(f"statement: A\nanswer: yes\n⟦{name}⟧:{rest}")
    assert (problem.rule, "goes with" in problem.message) == ("unknown-key", True)


def test_a_question_that_cannot_be_shown_still_has_its_id(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - id: q1\n    ask: Which?\n  - ask: Which bureau?\n    accept:\n"
    quiz, _ = read_wrong("quiz", text)
    assert quiz.unread == ("q1", "which-bureau")


def test_a_question_is_named_in_what_is_said_of_it(read_wrong: ReadWrong) -> None:
    _, findings = read_wrong("quiz", "questions:\n  - id: q1\n    ask: Which?\n  - ask: Why?\n")
    assert findings.problems[0].message.startswith("Question 'q1' has no answer.")
    assert findings.problems[1].message.startswith("This question has no answer.")


@pytest.mark.parametrize("item", ["Which bureau?", "[a, b]"])
def test_a_question_is_a_record(read_wrong: ReadWrong, item: str) -> None:
    text = f"questions:\n  - {item}\n  - statement: A\n    answer: yes\n"
    quiz, findings = read_wrong("quiz", text)
    assert [(each.rule, each.place.line) for each in findings.problems] == [("wrong-value", 2)]
    assert len(quiz.questions) == 1


def test_the_texts_of_a_question_are_noted_down_for_the_scan(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - ask: A\n    why: B\n    hint: C\n    choices:\n      - right: D\n"
        "        why: E\n      - wrong: F\n"
    )
    _, findings = read_wrong("quiz", text)
    assert sorted(each.text for each in findings.texts) == ["A", "B", "C", "D", "E", "F"]
