"""What a careful author typed into questions (the trial of the formats): each line is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Problem
from coursebuilder.reading.findings import Findings

Read = Callable[[str], Any]
QuestionMistake = Callable[[str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]

DOCUMENT = "questions:\n  - ask: Mark.\n    document:\n      title: A mail\n      lines:\n"


def lines_in(read_wrong: ReadWrong, typed: str) -> list[tuple[str, str]]:
    quiz, findings = read_wrong("quiz", DOCUMENT + typed)
    assert findings.problems == []
    return [(line.label, line.text.value) for line in quiz.questions[0].answer.lines]


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        (
            "- are you at your desk? I am in a meeting and can't talk.\n  flag: Who asks?",
            "",
            "are you at your desk? I am in a meeting and can't talk.",
        ),
        (
            "- ¡URGENTE! Entregar en mano: no abrir en recepción\n  flag: Prisa.",
            "¡URGENTE! Entregar en mano",
            "no abrir en recepción",
        ),
        ("- text: Are you at your desk?\n  flag: Who asks?", "", "Are you at your desk?"),
        ("- Subject: Re: quick favour #2", "Subject", "Re: quick favour #2"),
        ("- Your order: PO #3402", "Your order", "PO #3402"),
        ("- *Please note our new bank details!*", "", "*Please note our new bank details!*"),
        ("- Amount: $18,400", "Amount", "$18,400"),
        ("- {Ship to: Warehouse 9, flag: A forwarder.}", "Ship to", "Warehouse 9"),
    ],
)
def test_a_line_of_a_document_is_read_as_it_was_meant(
    read_wrong: ReadWrong, typed: str, label: str, text: str
) -> None:
    indented = "".join(f"        {line}\n" for line in typed.splitlines())
    assert lines_in(read_wrong, indented) == [(label, text)]


def test_a_flag_with_a_colon_is_read_whole(read_wrong: ReadWrong) -> None:
    typed = "        - From: A\n          flag: She can't talk: so you can't check.\n"
    quiz, _ = read_wrong("quiz", DOCUMENT + typed)
    line = quiz.questions[0].answer.lines[0]
    assert line.flag.value == "She can't talk: so you can't check."


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("number: ⟦1,000⟧", "1000 or 1.0"),
        ("number: ⟦2.700⟧", "2700 or 2.7"),
        ("number: ⟦1,2⟧", "1.2"),
    ],
)
def test_a_number_as_people_write_it_is_asked_about(
    question_mistake: QuestionMistake, typed: str, place: str
) -> None:
    assert question_mistake(f"ask: How many?\n{typed}").hint == f"number: {place}"


def test_a_percentage_with_a_space_is_spanish_spelling(model: Callable[..., Any]) -> None:
    text = "pass: 80 %\nquestions:\n  - ask: How many?\n    number: 200\n    within: 10 %\n"
    quiz = model("quiz", text)
    assert quiz.pass_percent == 80
    assert (quiz.questions[0].answer.low, quiz.questions[0].answer.high) == (180, 220)


def test_a_unit_may_be_a_currency_sign(question: Read) -> None:
    assert question("ask: How much?\nnumber: 46\nunit: $").answer.unit == "$"


def test_a_blank_may_be_written_in_braces(question: Read) -> None:
    body = "fill: To the [[side]].\nblanks: {side: {right: left, wrong: [right]}}"
    assert question(body).answer.parts[1].right.value == "left"


def test_a_text_may_begin_with_its_gap(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - fill: [[Phishing]] works with names, not with code.\n"
    quiz, _ = read_wrong("quiz", text)
    first, rest = quiz.questions[0].answer.parts
    assert (first.accept, rest) == (("Phishing",), " works with names, not with code.")


@pytest.mark.parametrize(
    "reject",
    [
        '\n      - {"call*": Nearly: what kind of call?}',
        "\n      - call*: Nearly: what kind of call?",
    ],
)
def test_an_expected_mistake_with_a_star_and_a_colon_is_read(
    read_wrong: ReadWrong, reject: str
) -> None:
    text = f"questions:\n  - ask: How?\n    accept: [call-back]\n    reject:{reject}\n"
    quiz, _ = read_wrong("quiz", text)
    (only,) = quiz.questions[0].answer.reject
    assert (only.text.value, only.feedback.value) == ("call*", "Nearly: what kind of call?")


def test_a_left_side_with_a_comma_is_read_whole(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - ask: Match.\n    match:\n"
        "      - {left: New account, same everything else, right: Fraud}\n"
    )
    quiz, _ = read_wrong("quiz", text)
    assert quiz.questions[0].answer.pairs[0].left.value == "New account, same everything else"


def test_a_thing_to_sort_with_guillemets_and_a_comma_is_read_whole(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - ask: Sort.\n    sort:\n      A:\n"
        "        - {item: El remitente es «Laboratorio», sin más., why: Nadie responde.}\n"
        '      B:\n        - {item: Otro., why: "The bank" has your code, it never needs to ask.}\n'
    )
    quiz, _ = read_wrong("quiz", text)
    first, second = (group.items[0] for group in quiz.questions[0].answer.groups)
    assert first.text.value == "El remitente es «Laboratorio», sin más."
    assert second.why.value == '"The bank" has your code, it never needs to ask.'


def test_an_id_with_an_accent_proposes_one_without(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("id: ⟦señales⟧\nstatement: A\nanswer: yes")
    assert (problem.rule, problem.hint) == ("bad-id", "senales")
