"""What the readers of single values promise: typed values, and each mistake at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Edit, Place, Problem
from coursebuilder.reading.findings import Findings

Mistake = Callable[[str, str], Problem]
QuestionMistake = Callable[[str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]

NUMBER = "ask: How many?\nnumber: "
CHOICES = "choices:\n  - right: A\n  - wrong: B\n"


@pytest.mark.parametrize("number", ["2700", "1.2", "0", "-40", "12.3456", "5.25", "1500.75"])
def test_a_plain_number_is_read_as_typed(question: Callable[[str], Any], number: str) -> None:
    answer = question(NUMBER + number).answer
    assert (answer.value, answer.written) == (float(number), number)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,000", "1000 or 1.0"),
        ("2.700", "2700 or 2.7"),
        ("1,125", "1125 or 1.1250"),
        ("0.125", "125 or 0.1250"),
        ("1,2", "1.2"),
        ("1,234,567", "1234567"),
        ("2 700", "2700"),
        ("2'700", "2700"),
        ("1.234.567", "1234567"),
        ("1,000.50", "1000.50"),
        ("1.000,50", "1000.50"),
    ],
)
def test_a_number_that_can_be_misread_is_asked_about(
    question_mistake: QuestionMistake, typed: str, meant: str
) -> None:
    problem = question_mistake(f"{NUMBER}⟦{typed}⟧")
    assert (problem.rule, problem.hint) == ("wrong-value", f"number: {meant}")


@pytest.mark.parametrize(("typed", "number"), [("15 days", "15"), ("$40", "40"), ("30%", "30")])
def test_a_unit_behind_a_number_is_sent_to_unit(
    question_mistake: QuestionMistake, typed: str, number: str
) -> None:
    problem = question_mistake(f"{NUMBER}⟦{typed}⟧")
    assert "`unit:`" in problem.message
    assert problem.hint == f"number: {number}"


@pytest.mark.parametrize("typed", ["fifteen", "1e3", "x" * 3, "9" * 400, "½", "٣", "1.", "--1"])
def test_what_is_no_number_is_told(question_mistake: QuestionMistake, typed: str) -> None:
    assert question_mistake(f"{NUMBER}⟦{typed}⟧").rule == "wrong-value"


@pytest.mark.parametrize(("typed", "percent"), [("80%", 80), ("80 %", 80), ("82.5%", 82.5)])
def test_a_percentage_may_have_a_space(
    model: Callable[[str, str], Any], typed: str, percent: float
) -> None:
    quiz = model("quiz", f"pass: {typed}\nquestions:\n  - statement: A\n    answer: yes\n")
    assert quiz.pass_percent == percent


@pytest.mark.parametrize(("typed", "written"), [("80", "80%"), ("0.8", "80%"), ("66.5", "66.5%")])
def test_a_percentage_without_its_sign_is_corrected(
    mistake: Mistake, typed: str, written: str
) -> None:
    problem = mistake("quiz", f"pass: ⟦{typed}⟧\nquestions:\n  - statement: A\n    answer: yes\n")
    assert problem.hint == f"pass: {written}"
    assert problem.edits == (Edit(problem.place, written),)


@pytest.mark.parametrize("typed", ["120%", "-5%", "eighty", "eighty %", "1,5%", "120"])
def test_a_percentage_out_of_range_is_told(mistake: Mistake, typed: str) -> None:
    problem = mistake("quiz", f"pass: ⟦{typed}⟧\nquestions:\n  - statement: A\n    answer: yes\n")
    assert problem.rule == "wrong-value"


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("yes", True), ("false", False), ("no", False)]
)
def test_yes_and_no_are_written_in_four_ways(
    question: Callable[[str], Any], typed: str, value: bool
) -> None:
    assert question(f"statement: A\nanswer: {typed}").answer.answer is value


@pytest.mark.parametrize(
    ("typed", "meant"), [("True", "true"), ("NO", "no"), ("on", "yes"), ("Y", "yes")]
)
def test_another_yes_or_no_is_corrected(
    question_mistake: QuestionMistake, typed: str, meant: str
) -> None:
    problem = question_mistake(f"statement: A\nanswer: ⟦{typed}⟧")
    assert problem.edits == (Edit(problem.place, meant),)


def test_a_word_that_is_neither_yes_nor_no_is_told(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("statement: A\nanswer: ⟦maybe⟧")
    assert (problem.rule, problem.edits) == ("wrong-value", ())


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2026/11/21", "accessed: 2026-11-21"),
        ("2026-2-5", "accessed: 2026-02-05"),
        ("21.11.2026", "accessed: 2026-11-21"),
        ("11/21/2026", "accessed: 2026-11-21"),
        ("11/11/2026", "accessed: 2026-11-11"),
        ("3/4/2026", ""),
        ("31/31/2026", ""),
        ("21 November 2026", "accessed: 2026-11-21"),
        ("21st Nov. 2026", "accessed: 2026-11-21"),
        ("November 21, 2026", "accessed: 2026-11-21"),
        ("Sept 3 2026", "accessed: 2026-09-03"),
        ("21 Noon 2026", ""),
        ("21 Nought 2026", ""),
        ("February 30, 2026", ""),
        ("2026-02-30", ""),
        ("2026-11", ""),
        ("0000-01-01", ""),
    ],
)
def test_a_date_is_written_year_month_day(mistake: Mistake, typed: str, hint: str) -> None:
    text = f"a:\n  title: T\n  publisher: P\n  accessed: ⟦{typed}⟧\n  confidence: seen\n"
    problem = mistake("sources", text)
    assert (problem.rule, problem.hint) == ("wrong-value", hint)
    fixed = [f"accessed: {edit.text}" for edit in problem.edits]
    assert fixed == ([hint] if hint else [])


@pytest.mark.parametrize("typed", ["2023", "2023-06", "2023-06-01", '"2023"'])
def test_a_source_may_be_dated_by_year_or_month(
    model: Callable[[str, str], Any], typed: str
) -> None:
    text = (
        "a:\n  title: T\n  publisher: P\n  accessed: 2026-11-21\n"
        f"  confidence: seen\n  published: {typed}\n"
    )
    assert model("sources", text)["a"].published == typed.strip('"')


@pytest.mark.parametrize("typed", ["06/2023", "2023-13", "23", "June 2023", "c. 2020"])
def test_a_source_dated_otherwise_is_told(mistake: Mistake, typed: str) -> None:
    text = (
        "a:\n  title: T\n  publisher: P\n  accessed: 2026-11-21\n"
        f"  confidence: seen\n  published: ⟦{typed}⟧\n"
    )
    assert "`2023-06`" in mistake("sources", text).message


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "ten", "1,000"])
def test_a_whole_number_is_one_or_more(mistake: Mistake, typed: str) -> None:
    problem = mistake("quiz", f"draw: ⟦{typed}⟧\nquestions:\n  - statement: A\n    answer: yes\n")
    assert problem.rule == "wrong-value"


def test_a_unit_behind_a_whole_number_is_taken_off(mistake: Mistake) -> None:
    text = "minutes: ⟦10 min⟧\nquestions:\n  - statement: A\n    answer: yes\n"
    assert mistake("quiz", text).hint == "minutes: 10"


def test_points_are_not_negative(question_mistake: QuestionMistake) -> None:
    assert question_mistake("statement: A\nanswer: yes\npoints: ⟦-1⟧").rule == "wrong-value"


@pytest.mark.parametrize("body", ["statement: A\n⟦answer⟧:", "statement: A\nanswer: yes\n⟦level⟧:"])
def test_an_empty_word_is_told(question_mistake: QuestionMistake, body: str) -> None:
    assert question_mistake(body).rule == "empty-value"


def test_points_may_be_halves_and_none(question: Callable[[str], Any]) -> None:
    assert question("statement: A\nanswer: yes\npoints: 0.5").points == 0.5
    assert question("statement: A\nanswer: yes\npoints: 0").points == 0


def test_one_of_some_words_proposes_the_nearest_and_takes_it(read_wrong: ReadWrong) -> None:
    text = "show: End\nquestions:\n  - statement: A\n    answer: yes\n"
    quiz, findings = read_wrong("quiz", text)
    assert quiz.show == "end"
    assert findings.problems[0].hint == "end"


def test_one_of_some_words_names_them_all(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("statement: A\nanswer: yes\nlevel: ⟦hard⟧")
    assert "`recall`, `apply` or `judge`" in problem.message


def test_an_unknown_key_is_told_at_the_key(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("statement: A\nanswer: yes\n⟦colour⟧: red")
    assert (problem.rule, problem.hint) == ("unknown-key", "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("explanation: E", "why"),
        ("feedback: E", "why"),
        ("hints: E", "hint"),
        ("objektive: o", "objective"),
        ("ojective: o", "objective"),
        ("wyh: E", "why"),
        ("redflag: [a]", "redflags"),
        ("sources: a", "source"),
        ("difficulty: apply", "level"),
        ("score: 2", "points"),
    ],
)
def test_a_word_that_people_try_gets_the_key_it_means(
    question_mistake: QuestionMistake, typed: str, meant: str
) -> None:
    key, _, rest = typed.partition(":")
    problem = question_mistake(f"statement: A\nanswer: yes\n⟦{key}⟧:{rest}")
    assert problem.hint == meant
    assert f"Did you mean `{meant}`?" in problem.message


@pytest.mark.parametrize(("typed", "key"), [("Why", "why"), ("WHY", "why"), ("red-flags", "")])
def test_only_the_writing_of_a_key_is_corrected_by_itself(
    question_mistake: QuestionMistake, typed: str, key: str
) -> None:
    problem = question_mistake(f"statement: A\nanswer: yes\n⟦{typed}⟧: E")
    assert [edit.text for edit in problem.edits] == ([key] if key else [])


def test_a_misspelt_key_is_read_as_the_key_it_means(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - question: Which?\n    choises:\n      - right: A\n      - incorrect: B\n"
    )
    quiz, findings = read_wrong("quiz", text)
    assert [problem.hint for problem in findings.problems] == ["ask", "choices", "wrong"]
    assert quiz.questions[0].prompt.value == "Which?"
    assert len(quiz.questions[0].answer.choices) == 2


def test_a_misspelt_key_never_replaces_the_right_one(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - whi: Second\n    statement: A\n    answer: yes\n    why: First\n"
    quiz, _ = read_wrong("quiz", text)
    assert quiz.questions[0].why.value == "First"


def test_two_possible_keys_are_both_named(read_wrong: ReadWrong) -> None:
    _, findings = read_wrong("quiz", "questions:\n  - ask: Which?\n    answers: [A]\n")
    assert "`choices` or `accept`" in findings.problems[0].message


@pytest.mark.parametrize(
    ("key", "home"),
    [
        ("pass", "at the top of a quiz"),
        ("misconception", "in a choice, under `choices`"),
        ("flag", "with a line of a document"),
    ],
)
def test_a_key_of_another_level_is_sent_there(
    question_mistake: QuestionMistake, key: str, home: str
) -> None:
    assert home in question_mistake(f"statement: A\nanswer: yes\n⟦{key}⟧: x").message


def test_the_keys_of_a_small_record_are_listed(mistake: Mistake) -> None:
    text = "title: T\nstart: a\nscenes:\n  a:\n    text: T\n    end: good\n    ⟦zzz⟧: x\n"
    assert "`text`, `choices`, `end`, `allow`" in mistake("scenario", text).message


def test_a_missing_key_is_told_at_the_first_line_of_its_record(mistake: Mistake) -> None:
    problem = mistake("quiz", "# A comment\n⟦title: T⟧\n")
    assert problem.rule == "missing-key"
    assert problem.message == "The quiz has no `questions`. Add a line `questions:` with its value."


@pytest.mark.parametrize("typed", ["why:", 'why: ""', "why: ''", "why: ' '"])
def test_an_empty_value_is_told_in_its_line(read_wrong: ReadWrong, typed: str) -> None:
    _, findings = read_wrong(
        "quiz", f"questions:\n  - statement: A\n    answer: yes\n    {typed}\n"
    )
    (problem,) = findings.problems
    assert (problem.rule, problem.place.line) == ("empty-value", 4)


def test_an_empty_item_is_told_in_its_line(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - ask: A\n    accept:\n      - B\n      -\n      - C\n"
    quiz, findings = read_wrong("quiz", text)
    (problem,) = findings.problems
    assert (problem.rule, problem.place.line) == ("empty-value", 5)
    assert [each.value for each in quiz.questions[0].answer.accept] == ["B", "C"]


@pytest.mark.parametrize("key", ["ask", "statement", "objective", "section", "why", "id", "points"])
def test_a_list_where_one_value_is_wanted_is_told(read_wrong: ReadWrong, key: str) -> None:
    _, findings = read_wrong("quiz", f"questions:\n  - {key}: [a, b]\n    x: y\n")
    told = [each for each in findings.problems if each.rule == "wrong-value"]
    assert [(each.place.line, each.place.column) for each in told] == [(2, len(key) + 7)]
    assert "a list stands here" in told[0].message


def test_a_block_of_keys_where_a_text_is_wanted_is_told_at_its_key(
    question_mistake: QuestionMistake,
) -> None:
    problem = question_mistake("statement: A\nanswer: yes\n⟦why⟧:\n  right: A\n  wrong: B\n")
    assert problem.rule == "wrong-value"


def test_a_text_where_keys_are_wanted_is_told(mistake: Mistake) -> None:
    problem = mistake(
        "settings", "id: c\ntitle: T\nversion: 1\nlanguage: en\nmodules: [a]\naudiences: ⟦all⟧\n"
    )
    assert problem.rule == "wrong-value"


def test_a_sentence_with_a_colon_in_a_list_is_read_as_a_text(read_wrong: ReadWrong) -> None:
    text = 'questions:\n  - ask: Order.\n    order:\n      - Stop: now\n      - Say "why": ask\n'
    quiz, findings = read_wrong("quiz", text)
    texts = [item.value for item in quiz.questions[0].answer.items]
    assert texts == ["Stop: now", 'Say "why": ask']
    assert [each.rule for each in findings.problems] == ["sentence-in-yaml"] * 2
    assert [each.hint for each in findings.problems] == ['- "Stop: now"', "- 'Say \"why\": ask'"]
    place = Place("quizzes/x.yml", 4, 9, 4, 18)
    assert findings.problems[0].edits == (Edit(place, '"Stop: now"'),)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("señales", "senales"),
        ("Cash_Order", "cash-order"),
        ("end use", "end-use"),
        ("Straße", "strasse"),
        ("don't-ship", "dont-ship"),
    ],
)
def test_an_id_with_other_letters_is_told_with_the_nearest_id(
    question_mistake: QuestionMistake, typed: str, nearest: str
) -> None:
    problem = question_mistake(f"id: ⟦{typed}⟧\nstatement: A\nanswer: yes")
    assert (problem.rule, problem.hint) == ("bad-id", nearest)


def test_an_id_without_any_letter_has_no_proposal(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("id: ⟦§§⟧\nstatement: A\nanswer: yes")
    assert (problem.rule, problem.hint) == ("bad-id", "")


def test_a_wrongly_written_id_is_kept_as_typed(read_wrong: ReadWrong) -> None:
    quiz, _ = read_wrong("quiz", "questions:\n  - id: señales\n    statement: A\n    answer: yes\n")
    assert quiz.questions[0].id.value == "señales"


def test_several_names_without_brackets_get_them(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("statement: A\nanswer: yes\nredflags: ⟦cash, hurry⟧")
    assert problem.hint == "redflags: [cash, hurry]"
    assert problem.edits == (Edit(problem.place, "[cash, hurry]"),)


def test_several_names_in_one_item_are_told_of_without_a_correction(
    question_mistake: QuestionMistake,
) -> None:
    problem = question_mistake("statement: A\nanswer: yes\nredflags:\n  - ⟦cash, hurry⟧")
    assert problem.edits == ()


def test_a_name_is_no_record(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("statement: A\nanswer: yes\nredflags: [cash, ⟦{a: b}⟧]")
    assert "a name, or a list of names" in problem.message


def test_a_name_may_stand_without_a_list(question: Callable[[str], Any]) -> None:
    read = question("statement: A\nanswer: yes\nredflags: cash\nsource: dea\nhint: Think.")
    assert [each.value for each in (*read.redflags, *read.sources, *read.hints)] == [
        "cash",
        "dea",
        "Think.",
    ]


def test_an_empty_list_is_none_on_purpose(question: Callable[[str], Any]) -> None:
    read = question("ask: A\naccept: [B]\nreject: []\nhint: []\nredflags: []\nsource: []")
    assert (read.hints, read.redflags, read.sources, read.answer.reject) == ((), (), (), ())


@pytest.mark.parametrize("body", ["⟦accept⟧: []", "⟦choices⟧: []", "⟦order⟧: []", "⟦match⟧: {}"])
def test_an_empty_answer_is_told(question_mistake: QuestionMistake, body: str) -> None:
    assert question_mistake(f"ask: A\n{body}").rule == "empty-value"


def test_a_key_in_front_of_a_text_is_taken_away(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - ask: A\n    order:\n      - item: Stop.\n      - Report.\n"
    quiz, findings = read_wrong("quiz", text)
    (problem,) = findings.problems
    assert (problem.rule, problem.place.line, problem.hint) == ("wrong-value", 4, "- Stop.")
    assert [step.value for step in quiz.questions[0].answer.items] == ["Stop.", "Report."]


def test_a_key_with_nothing_in_front_of_no_text_is_told(question_mistake: QuestionMistake) -> None:
    problem = question_mistake("ask: A\norder:\n  - ⟦item⟧: [B]\n  - C")
    assert (problem.rule, problem.hint) == ("wrong-value", "")


def test_allow_is_kept_for_the_lines_of_its_record(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - statement: A\n    answer: yes\n    allow:\n      long-text: It is a law.\n"
        "    why: |\n      Because.\n      It is so.\n  - statement: B\n    answer: no\n"
    )
    _, findings = read_wrong("quiz", text)
    (allow,) = findings.allows
    assert (allow.rule.value, allow.reason) == ("long-text", "It is a law.")
    assert (allow.path, allow.first, allow.last) == ("quizzes/x.yml", 2, 8)


def test_allow_of_a_quiz_holds_for_the_whole_file(read_wrong: ReadWrong) -> None:
    text = "# A comment\nallow: {long-text: Laws}\nquestions:\n  - statement: A\n    answer: yes\n"
    _, findings = read_wrong("quiz", text)
    assert [(each.first, each.last) for each in findings.allows] == [(1, 5)]


def test_allow_without_a_reason_is_left_to_its_rule(read_wrong: ReadWrong) -> None:
    text = "questions:\n  - statement: A\n    answer: yes\n    allow:\n      long-text:\n"
    _, findings = read_wrong("quiz", text)
    assert findings.problems == []
    assert [each.reason for each in findings.allows] == [""]


@pytest.mark.parametrize("typed", ["long-text", "[long-text]"])
def test_allow_names_rules_with_reasons(question_mistake: QuestionMistake, typed: str) -> None:
    assert question_mistake(f"statement: A\nanswer: yes\nallow: ⟦{typed}⟧").rule == "wrong-value"


def test_all_mistakes_of_a_question_are_told_in_one_run(read_wrong: ReadWrong) -> None:
    text = (
        "questions:\n  - id: Bad Id\n    ask: How many?\n    number: 1,000\n    points: -2\n"
        "    level: hard\n    shuffle: maybe\n    colour: red\n"
    )
    _, findings = read_wrong("quiz", text)
    assert sorted(each.place.line for each in findings.problems) == [2, 4, 5, 6, 7, 8]
