"""The statistics of all questions, and what of them is rare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import isclose

import pytest

from coursebuilder.checking.bank import Bank, bank_of
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course

CourseWith = Callable[..., Course]
BankOf = Callable[[str], Bank]
ITEM = """\
  - id: q-{number}
    level: apply
    ask: What do you do first with order {number}?
    choices:
{choices}
"""
LONG, SHORT, EVEN = "Ask for the end use first.", "Quote it.", "Ship them."


def item(number: int, *texts: str, key: int = 0) -> str:
    choices = (
        f"      - {'right' if at == key else 'wrong'}: {text}" for at, text in enumerate(texts)
    )
    return ITEM.format(number=number, choices="\n".join(choices))


@pytest.fixture
def bank(course_with: CourseWith) -> BankOf:
    def make(quiz: str) -> Bank:
        course = course_with({"quizzes/welcome.yml": quiz})
        return bank_of(Survey(course, date(2026, 11, 21)))

    return make


def test_questions_are_counted_by_kind_and_level(bank: BankOf) -> None:
    statements = "".join(
        f"  - id: s-{at}\n    statement: So {at}.\n    answer: {str(at == 0).lower()}\n"
        for at in range(3)
    )
    made = bank("title: A\nquestions:\n" + statements + item(1, LONG, SHORT, EVEN))
    assert made.questions == 4
    assert list(made.kinds.items()) == [("true or false", 3), ("choices", 1)]
    assert made.levels == {"": 3, "apply": 1}
    assert (made.true_statements, made.statements) == (1, 3)
    assert (made.explained, made.choices) == (0, 3)


def test_a_key_has_its_place_its_length_and_its_rank(bank: BankOf) -> None:
    made = bank(
        "questions:\n" + item(1, SHORT, LONG, EVEN, key=1) + item(2, "Wait.", "Stay.", "No.")
    )
    first, second = made.keys
    assert (first.question, first.path, first.line) == ("q-1", "quizzes/welcome.yml", 7)
    assert (first.place, first.length, first.others, first.rank) == (1, 26, (9, 10), 1)
    assert (second.rank, second.choices) == (2, 3), "a wrong one as long counts as longer"


def test_a_key_that_is_the_longest_too_often_is_rare(bank: BankOf) -> None:
    made = bank("title: A\nquestions:\n" + "".join(item(at, LONG, SHORT, EVEN) for at in range(8)))
    assert (made.longest.count, made.longest.questions) == (8, 8)
    assert isclose(made.longest.expected, 8 / 3)
    assert isclose(made.longest.chance, (1 / 3) ** 8)
    assert made.longest.is_biased
    (of_quiz,) = made.longest_by_quiz
    assert (of_quiz.quiz, of_quiz.title, of_quiz.is_biased) == ("welcome", "A", True)


def test_seven_questions_are_too_few_to_tell(bank: BankOf) -> None:
    made = bank("questions:\n" + "".join(item(at, LONG, SHORT, EVEN) for at in range(7)))
    assert made.longest.chance < 0.01
    assert not made.longest.is_biased
    assert made.longest_by_quiz[0].title == "welcome"


def test_places_are_counted_by_the_number_of_choices(bank: BankOf) -> None:
    three = [item(at, LONG, SHORT, EVEN, key=1) for at in range(12)]
    made = bank("questions:\n" + "".join(three) + item(20, LONG, SHORT, EVEN, "Go.", key=3))
    assert [(each.choices, each.seen) for each in made.places] == [
        (3, (0, 12, 0)),
        (4, (0, 0, 0, 1)),
    ]
    assert [each.is_biased for each in made.places] == [True, False]


def test_what_learners_see_unshuffled_is_counted(bank: BankOf) -> None:
    one = item(1, LONG, SHORT, EVEN)
    fixed = item(2, LONG, SHORT, EVEN) + "    shuffle: false\n"
    many = item(3, LONG, SHORT, EVEN) + "    pick: many\n    shuffle: false\n"
    assert bank("questions:\n" + one + fixed + many).fixed == 1
    assert bank("shuffle: false\nquestions:\n" + one + fixed).fixed == 2


def test_a_quiz_without_such_questions_has_no_row(bank: BankOf) -> None:
    made = bank("questions:\n  - id: s\n    statement: So.\n    answer: true\n")
    assert (made.keys, made.places, made.longest_by_quiz) == ((), (), ())
    assert made.longest.chance == 1.0
