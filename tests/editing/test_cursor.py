"""What stands at the cursor, shown by a `^`, and what may stand there."""

from pathlib import Path

import pytest

from coursebuilder.course import Course
from coursebuilder.editing.completion import proposals
from coursebuilder.editing.cursor import cursor_at
from coursebuilder.editing.meaning import meaning_at
from coursebuilder.reading.read_course import read_course

FRONT = "---\ntitle: Welcome\n"
SCENARIO = "quizzes/first-inquiry.yml"
QUIZ = "quizzes/welcome.yml"
MODULE = "modules/welcome.md"


@pytest.fixture(scope="module")
def course() -> Course:
    course, _ = read_course(Path(__file__).parents[1] / "checking/small_course")
    return course


def place_of(text: str) -> tuple[list[str], int, int]:
    before, _, after = text.partition("^")
    return (before + after).split("\n"), before.count("\n"), len(before.rpartition("\n")[2])


def proposed(course: Course, path: str, text: str) -> list[str]:
    lines, row, column = place_of(text)
    cursor = cursor_at(lines, row, column, is_yaml=not path.endswith(".md"))
    return [each.text for each in proposals(course, path, cursor, lines[row][: cursor.start])]


@pytest.mark.parametrize(
    ("path", "text", "some"),
    [
        (MODULE, "So [@^", ["ecfr-1310", "invented"]),
        (MODULE, "So [@ecfr-1310; @e^", ["ecfr-1310", "invented"]),
        (MODULE, "Call [](contact:t^", ["tip-line"]),
        (MODULE, "/// question | ^", ["first-sign", "second-sign"]),
        (MODULE, "/// scenario | fi^", ["first-inquiry"]),
        (MODULE, "/// quiz | ^", ["welcome"]),
        (MODULE, "/// redflags | payment, c^", ["cash", "payment"]),
        (MODULE, '## A {#a minutes=5 objectives="s^', ["spot", "welcome/spot"]),
        (MODULE, "## A {#a minutes=5 ^", ["minutes=", "priority=", "objectives="]),
        (MODULE, "## A {#a priority=^", ["must", "should", "could"]),
        (MODULE, "## A {#a minutes=^", []),
        (MODULE, "/// ^", ["trainer", "slide", "case"]),
        (MODULE, "/// trainer | ^", ["Ask", "Say", "Do", "Watch"]),
        (MODULE, "/// case | A\n    ^", ["as_of:", "status:", "source:"]),
        (MODULE, "    source: e^", ["ecfr-1310"]),
        (MODULE, "<!-- allow sha^", ["shall", "broken-link"]),
        (MODULE, "Plain ^words", []),
        (MODULE, f"{FRONT}su^", ["summary:", "reviewed:"]),
        (MODULE, f"{FRONT}status: ^", ["draft"]),
        (MODULE, f"{FRONT}translates: w^", ["welcome"]),
        (MODULE, f"{FRONT}allow:\n  ^", ["shall"]),
        (MODULE, f"{FRONT}objectives:\n  ^", []),
        (MODULE, f"{FRONT}---\nsu^", []),
        (MODULE, "^---", []),
        (QUIZ, "^", ["title:", "pass:", "questions:"]),
        (QUIZ, "show: ^", ["each", "end"]),
        (QUIZ, "questions:\n  - ^", ["ask:", "choices:"]),
        (QUIZ, "questions:\n- ^", ["ask:", "choices:"]),
        (QUIZ, "questions:\n  - ask: A?\n    ^", ["ask:", "choices:"]),
        (QUIZ, "questions:\n- ask: A?\n  ch^", ["ask:", "choices:"]),
        (QUIZ, "questions:\n  - ask: A?\n    objective: ^", ["spot"]),
        (QUIZ, "questions:\n  - ask: A?\n    section: ^", ["start", "welcome/start"]),
        (QUIZ, "questions:\n  - ask: A?\n    level: ^", ["recall", "apply", "judge"]),
        (QUIZ, "questions:\n  - ask: A?\n    redflags: [ca^", ["cash", "payment"]),
        (QUIZ, "questions:\n  - ask: A?\n    redflags:\n      - ^", ["cash"]),
        (QUIZ, "questions:\n  - ask: A?\n    choices:\n      - ^", ["right:", "wrong:"]),
        (
            QUIZ,
            "questions:\n  - ask: A?\n    choices:\n      - right: B\n        why: C\n        ^",
            ["misconception:"],
        ),
        (QUIZ, "questions:\n  - sort:\n      Red flag:\n        - ^", ["item:", "why:"]),
        (QUIZ, "questions:\n  - fill: A\n    blanks:\n      x:\n        ^", ["right:", "wrong:"]),
        (QUIZ, "questions:\n  - document:\n      lines:\n        - ^", ["flag:", "fine:"]),
        (QUIZ, "questions:\n  - allow:\n      ^", ["shall"]),
        (QUIZ, "questions:\n  - ask: |\n      What\n      ^", []),
        (QUIZ, "questions:\n  - why: One sentence. And^", []),
        (SCENARIO, "^", ["start:", "scenes:"]),
        (SCENARIO, "start: ^", ["inbox", "shipped", "reported"]),
        (SCENARIO, "scenes:\n  inbox:\n    ^", ["text:", "choices:", "end:"]),
        (SCENARIO, "scenes:\n  inbox:\n    end: ^", ["good", "partial", "bad"]),
        (SCENARIO, "scenes:\n  inbox:\n    choices:\n      - ^", ["do:", "go:"]),
        (SCENARIO, "scenes:\n  inbox:\n    choices:\n      - go: ^", ["inbox"]),
        ("modules/sources.yml", "new:\n  ^", ["title:", "publisher:"]),
        ("modules/sources.yml", "new:\n  confidence: ^", ["seen", "copy", "unverified"]),
        ("modules/sources.yml", "^", []),
        ("modules/course.yml", "^", ["id:", "sessions:"]),
        ("modules/course.yml", "modules: [w^", ["welcome"]),
        ("modules/course.yml", "modules:\n  - ^", ["welcome"]),
        ("modules/course.yml", "sessions:\n  one:\n    ^", ["audience:", "minutes:"]),
        ("modules/course.yml", "sessions:\n  one:\n    audience: ^", ["everyone"]),
        ("mkdocs.yml", "plugins:\n  - course:\n      ^", ["rules:", "paths:"]),
        ("mkdocs.yml", "plugins:\n  - course:\n      rules:\n        ^", ["shall"]),
        ("mkdocs.yml", "^", []),
    ],
)
def test_what_may_stand_at_the_cursor(
    course: Course, path: str, text: str, some: list[str]
) -> None:
    found = proposed(course, path, text)
    assert set(some) <= set(found)
    assert bool(found) == bool(some)


def test_comments_and_empty_lines_are_no_keys_above(course: Course) -> None:
    text = "questions:\n\n  # choices:\n  - ask: A?\n    # note\n\n    ^"
    assert "choices:" in proposed(course, QUIZ, text)


def test_a_list_after_a_list_belongs_to_its_own_key(course: Course) -> None:
    text = "questions:\n  - redflags: [cash]\n    hint:\n      - One.\n    choices:\n      - ^"
    assert "right:" in proposed(course, QUIZ, text)


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        (MODULE, "So [@ecfr^-1310, (a)].", "modules/sources.yml:1:1"),
        (MODULE, "Call [us](contact:tip^-line).", "modules/contacts.yml:1:1"),
        (MODULE, "/// redflags | cash, ^payment", "modules/redflags.yml:4:10"),
        (MODULE, "/// question | first-sign^", "quizzes/welcome.yml:3:5"),
        (MODULE, "/// scenario | ^first-inquiry", "quizzes/first-inquiry.yml:1:1"),
        (MODULE, '## A {#a objectives="sp^ot"}', "modules/welcome.md:5:3"),
        (MODULE, "The ^EAR.", "modules/glossary.yml:1:1"),
        (MODULE, "An ear^.", None),
        (MODULE, "Go [on](wel^come.md#start).", "modules/welcome.md:10:1"),
        (MODULE, "Go [on](welcome^.md).", "modules/welcome.md:1:1"),
        (MODULE, "Go [up](../about.md) or [on](welcome^.md).", "modules/welcome.md:1:1"),
        (MODULE, "Go [up](#sta^rt).", "modules/welcome.md:10:1"),
        (MODULE, "Go [up](../ab^out.md).", "docs/about.md:1:1"),
        (MODULE, "Go [up](../nowh^ere.md).", None),
        ("docs/index.md", "Go [on](modules/wel^come.md).", "modules/welcome.md:1:1"),
        ("docs/index.md", "Go [on](abou^t.md).", "docs/about.md:1:1"),
        (QUIZ, "    objective: welcome/sp^ot", "modules/welcome.md:5:3"),
        (QUIZ, "    objective: spto^", None),
        (QUIZ, "    section: st^art", "modules/welcome.md:10:1"),
        (SCENARIO, "        go: shi^pped", "quizzes/first-inquiry.yml:13:3"),
        ("modules/course.yml", "    audience: every^one", "modules/course.yml:7:3"),
        ("modules/course.yml", "modules: [wel^come]", "modules/welcome.md:1:1"),
    ],
)
def test_a_name_leads_to_where_it_is_given(
    course: Course, path: str, text: str, place: str | None
) -> None:
    lines, row, column = place_of(text)
    meant = meaning_at(course, path, lines, row, column)
    assert (str(meant.place) if meant else None) == place


def test_a_place_behind_the_text_means_nothing(course: Course) -> None:
    assert meaning_at(course, MODULE, ["a"], 7, 3) is None


def test_a_rule_has_a_page_and_no_place(course: Course) -> None:
    lines, row, column = place_of("<!-- allow sh^all: It is a quotation. -->")
    meant = meaning_at(course, MODULE, lines, row, column)
    assert meant
    assert meant.place is None
    assert "**Why.**" in meant.about
