"""What changed for learners is told, with what to do about it; what did not change is not."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coursebuilder.checking.course_change import CourseChange, course_change
from coursebuilder.checking.reports.change_report import change_markdown
from coursebuilder.course import Course

EXPECTED = Path(__file__).parents[1] / "expected/diff/small.md"
CourseWith = Callable[..., Course]
ChangeOf = Callable[[Mapping[str, str | None], Mapping[str, str | None]], CourseChange]

HEAD = """\
---
title: {title}
summary: All about it.
objectives:
  {objectives}
reviewed: 2026-11-21
---

"""
CLOCKS = (
    HEAD.format(title="Clocks", objectives="tell: Tell when the written report is due")
    + """\
Opening.

## Two clocks {{#two minutes=4 objectives="tell"}}

The written report is due in {days} days [@ecfr-1310]. The penalty is ${penalty} [@invented].

| What | How many |
| --- | --- |
| Reports | {count} reports a year |

## The call {{#call minutes=2}}

{call}
"""
)
OLD_CLOCKS = CLOCKS.format(days=15, penalty="25,000", count="1,200", call="Call by day.")
NEW_CLOCKS = CLOCKS.format(days=14, penalty="25,000", count="1,200", call="Call by day.")
QUIZ = """\
title: Clocks
questions:
  - id: due
    objective: tell
    ask: How many days may pass before the written report?
    number: {days}
    unit: days
  - id: call
    objective: tell
    statement: You call {when}.
    answer: true
"""
OLD_QUIZ, NEW_QUIZ = QUIZ.format(days=15, when="first"), QUIZ.format(days=14, when="at first")
COURSE = """\
id: small
title: A small course
version: "{version}"
language: en
modules: [{modules}]
audiences:
{audiences}
"""
SHIPPERS = "  shippers:\n    title: Those who ship | carry\n    modules: [{modules}]\n"
SELLERS = "  sellers:\n    title: Those who sell\n    modules: [welcome]\n"
BUYERS = "  buyers:\n    title: Those who buy\n    modules: [welcome]\n"


def settings(modules: str, audiences: str, version: str = "2026.11") -> str:
    return COURSE.format(modules=modules, audiences=audiences, version=version)


@pytest.fixture
def change_of(course_with: CourseWith) -> ChangeOf:
    def make(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> CourseChange:
        return course_change(course_with(before, "before"), course_with(after, "after"))

    return make


@pytest.fixture
def told(change_of: ChangeOf) -> Callable[..., str]:
    """What is told of the module Clocks, with these files before and after."""
    base = {
        "modules/clocks.md": OLD_CLOCKS,
        "quizzes/clocks.yml": OLD_QUIZ,
        "modules/course.yml": settings("welcome, clocks", SHIPPERS.format(modules="clocks")),
    }

    def tell(after: Mapping[str, str | None], before: Mapping[str, str | None] = {}) -> str:
        return change_markdown(change_of({**base, **before}, {**base, **after}), "v1")

    return tell


def test_the_same_course_says_that_nothing_changed(told: Callable[..., str]) -> None:
    text = told({})
    assert text.endswith("Nothing changed for learners. Nobody has to do anything.\n")
    assert "Since `v1`. Both say version 2026.11." in text


def test_a_moved_passage_and_a_line_break_are_no_change(told: Callable[..., str]) -> None:
    moved = OLD_CLOCKS.replace("Opening.\n", "").replace("Call by day.", "Call by\nday.")
    assert "Nothing changed" in told({"modules/clocks.md": f"{moved}\nOpening.\n"})


def test_another_figure_is_told_with_its_source_and_is_a_reason_to_retake(
    told: Callable[..., str],
) -> None:
    text = told({"modules/clocks.md": NEW_CLOCKS})
    assert "- **15 days** became **14 days** in *Two clocks*. Now: The written report" in text
    assert "Source: Records and reports of listed chemicals." in text
    assert (
        "| **Those who ship \\| carry** | Retake *Clocks* (6 minutes) | 1 figure changed |" in text
    )


def test_a_figure_of_a_table_counts_and_one_without_a_source_says_so(
    told: Callable[..., str],
) -> None:
    text = told({"modules/clocks.md": OLD_CLOCKS.replace("1,200", "1,300")})
    assert "**1,200 reports** became **1,300 reports** in *Two clocks*." in text
    assert text.rstrip().endswith("No source.")


def test_a_figure_that_is_new_is_to_be_read(told: Callable[..., str]) -> None:
    after = OLD_CLOCKS + "\nIn 2025 there were 40 calls [@ecfr-1310].\n"
    text = told({"modules/clocks.md": after})
    assert "- **40 calls** is new in *The call*." in text
    assert "| Read again in *Clocks* (2 minutes) | read 'The call' |" in text


def test_a_figure_that_is_gone_is_told_as_it_was(told: Callable[..., str]) -> None:
    after = OLD_CLOCKS.replace("The written report is due in 15 days [@ecfr-1310].", "Hurry.")
    text = told({"modules/clocks.md": after.replace("The penalty is $25,000 [@invented].", "")})
    assert "- **$25,000**, **15 days** is gone in *Two clocks*. Before: The written" in text


def test_a_figure_of_a_new_section_is_not_told_twice(told: Callable[..., str]) -> None:
    section = "\n## Fines {#fines minutes=3}\n\nA fine is $500 [@ecfr-1310].\n"
    text = told({"modules/clocks.md": OLD_CLOCKS + section})
    assert "$500" not in text
    assert "- New: Fines (3 minutes)" in text
    assert "| Read again in *Clocks* (3 minutes) | read 'Fines' |" in text


@pytest.mark.parametrize("block", ["trainer | Say", "slide"])
def test_what_a_learner_does_not_read_is_not_told(told: Callable[..., str], block: str) -> None:
    before = f"{OLD_CLOCKS}\n/// {block}\n- Tell of the $500 fine.\n///\n"
    after = before.replace("$500", "$900")
    assert "Nothing changed" in told({"modules/clocks.md": after}, {"modules/clocks.md": before})


def test_a_section_that_is_rewritten_or_gone_is_told(told: Callable[..., str]) -> None:
    text = told({"modules/clocks.md": OLD_CLOCKS.replace("Call by day.", "Ring at once.")})
    assert "- Rewritten: The call (2 minutes)" in text
    gone = told({"modules/clocks.md": OLD_CLOCKS.partition("## The call")[0]})
    assert "- Gone: The call (2 minutes)" in gone
    assert "Nothing to do: Those who ship | carry." in gone


def test_a_section_in_other_words_for_the_same_is_not_rewritten(told: Callable[..., str]) -> None:
    before = OLD_CLOCKS.replace("Call by day.", "Call the division by day, and write it down.")
    after = OLD_CLOCKS.replace("Call by day.", "By day, call the division and write down all.")
    assert "Nothing changed" in told({"modules/clocks.md": after}, {"modules/clocks.md": before})


def test_another_answer_and_another_wording_are_told_apart(told: Callable[..., str]) -> None:
    text = told({"quizzes/clocks.yml": NEW_QUIZ})
    assert "- Another answer: `due` 'How many days may pass" in text
    assert "It was 15 days and is 14 days now." in text
    assert "- Reworded: `call`" in text
    assert "| 1 question has another answer |" in text


def test_what_may_be_another_question_is_said_so(told: Callable[..., str]) -> None:
    text = told({"quizzes/clocks.yml": OLD_QUIZ.replace("You call first.", "Cash is a sign.")})
    assert "- Perhaps another question: `call` 'Cash is a sign.'. It asked 'You call" in text


def test_a_case_has_the_source_that_it_names(told: Callable[..., str]) -> None:
    case = (
        "\n/// case | A parcel\n    as_of: 2026-11-21\n    status: pleaded guilty\n"
        "    source: {source}\nHe paid ${fine},000.\n///\n"
    )
    for source, shown in (("ecfr-1310", "Source: Records"), ("nowhere", "Source: nowhere.")):
        before = OLD_CLOCKS + case.format(fine=10, source="invented")
        after = OLD_CLOCKS + case.format(fine=20, source=source)
        text = told({"modules/clocks.md": after}, {"modules/clocks.md": before})
        assert "**$10,000** became **$20,000** in *The call*." in text
        assert shown in text


def test_a_question_that_is_new_or_gone_is_told(told: Callable[..., str]) -> None:
    renamed = OLD_QUIZ.replace("id: call", "id: ring").replace("You call first.", "Ring at once.")
    text = told({"quizzes/clocks.yml": renamed})
    assert "- New: `ring` 'Ring at once.' (true or false)" in text
    assert "- Gone: `call` 'You call first.'" in text
    assert "| Do the new exercises of *Clocks* | 1 new question |" in text


def test_a_question_that_moved_to_another_module_is_neither_new_nor_gone(
    told: Callable[..., str],
) -> None:
    other = "title: Welcome\n" + OLD_QUIZ.partition("\n")[2].replace("tell", "clocks/tell")
    before = {"quizzes/welcome.yml": "title: Welcome\nquestions:\n- {statement: A, answer: true}\n"}
    text = told({"quizzes/welcome.yml": other, "quizzes/clocks.yml": None}, before)
    assert "`due`" not in text


def test_objectives_are_told(told: Callable[..., str]) -> None:
    new = OLD_CLOCKS.replace("  tell: Tell when the", "  ring: Ring\n  tell: Tell when the")
    text = told({"modules/clocks.md": new})
    assert "- New: Ring (`ring`)" in text
    assert "| Retake *Clocks* (6 minutes) | 1 new objective |" in text
    other = told({"modules/clocks.md": OLD_CLOCKS.replace("Tell when the written report", "Run")})
    assert "- Changed: Run is due (`tell`). It was: Tell when the written report is due" in other
    assert "- Gone: Tell when the written report is due (`tell`)" in told(
        {"modules/clocks.md": OLD_CLOCKS.replace("tell: Tell when the written", "ring: Ring")}
    )


def test_scenarios_are_told(told: Callable[..., str]) -> None:
    placed = OLD_CLOCKS + "\n/// scenario | first-inquiry\n///\n"
    with_scenario = {"modules/clocks.md": placed}
    assert "- New: A quick inquiry (`first-inquiry`)" in told(with_scenario)
    assert "- Gone: A quick inquiry (`first-inquiry`)" in told({}, with_scenario)
    other = "title: A\nstart: a\nscenes:\n  a:\n    end: good\n    text: A.\n"
    text = told({**with_scenario, "quizzes/first-inquiry.yml": other}, with_scenario)
    assert "- Changed: A (`first-inquiry`)" in text
    assert "| 1 new or changed scenario |" in text


def test_a_course_without_paths_is_one_path(told: Callable[..., str]) -> None:
    bare = {"modules/course.yml": settings("welcome, clocks", "").replace("audiences:\n", "")}
    assert "| **Everybody** | Retake *Clocks*" in told(
        {**bare, "modules/clocks.md": NEW_CLOCKS}, bare
    )


def test_a_path_that_names_no_module_of_the_course_is_passed_over(told: Callable[..., str]) -> None:
    path = {"modules/course.yml": settings("welcome", SHIPPERS.format(modules="welcome, nowhere"))}
    assert "Nothing changed" in told(path, path)


def test_a_translation_counts_for_the_path_of_its_source(told: Callable[..., str]) -> None:
    said = "translates: clocks\nlanguage: es\nreviewed:"
    spanish = OLD_CLOCKS.replace("title: Clocks", "title: Plazos").replace("reviewed:", said)
    before = {"modules/plazos.md": spanish}
    text = told({"modules/plazos.md": spanish.replace("15 days", "14 days")}, before)
    assert "### Plazos" in text
    assert "Retake *Plazos* (6 minutes) | 1 figure changed |" in text
    new = told(before)
    assert "### New: Plazos" in new
    assert "Nothing to do: Those who ship | carry." in new


def test_the_whole_page_is_as_approved(change_of: ChangeOf) -> None:
    third = HEAD.format(title="Third", objectives="go: Go home") + (
        '## Go {#go minutes=1 objectives="go"}\n\nGo.\n'
    )
    before = {
        "modules/clocks.md": OLD_CLOCKS,
        "quizzes/clocks.yml": OLD_QUIZ,
        "modules/old.md": third.replace("Third", "Old"),
        "modules/course.yml": settings(
            "welcome, clocks, old", SHIPPERS.format(modules="welcome, clocks") + SELLERS, "2026.10"
        ),
        "modules/glossary.yml": "EAR: Export rules.\nITAR: Arms rules.\n",
    }
    after = {
        "modules/clocks.md": NEW_CLOCKS.replace("Call by day.", "Ring at once."),
        "quizzes/clocks.yml": NEW_QUIZ,
        "modules/third.md": third,
        "modules/course.yml": settings(
            "welcome, clocks, third", SHIPPERS.format(modules="welcome, clocks, third") + BUYERS
        ),
        "modules/contacts.yml": (
            "tip-line:\n  name: Tip line\n  phone: 555-0143\n  for: Smuggling\n"
            "  verified_on: 2026-11-21\n"
        ),
        "modules/redflags.yml": "rush:\n  text: The buyer is in a rush.\n  group: payment\n",
        "modules/glossary.yml": "EAR: The export rules.\nOFAC: Sanctions.\n",
    }
    text = change_markdown(change_of(before, after), "v1")
    if os.environ.get("UPDATE"):
        EXPECTED.parent.mkdir(parents=True, exist_ok=True)
        EXPECTED.write_text(text, "utf-8", newline="\n")
    assert text == EXPECTED.read_text("utf-8")
