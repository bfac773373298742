"""`course check --fix` writes what is sure, and leaves everything else byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursebuilder.checking.fix import apply_edits
from coursebuilder.cli import main
from coursebuilder.commands.mending import mend
from coursebuilder.problem import Edit, Place, Problem, Severity

SMALL = Path(__file__).parents[1] / "checking" / "small_course"

TYPED = """\
# a comment that stays
title: Welcome: a quiz
questions:
  - ask: What is first: stop?   # keep me
    section: welcome
    choices:
      - right: Ask #1, then go
        why: "Stop" is a word.
      - {wrong: Ship, pay, go., why: Because: no.}
  - {ask: "Three?", choices: [{right: a}, {wrong: b}]}
"""
MENDED = """\
# a comment that stays
title: "Welcome: a quiz"
questions:
  - id: what-is-first-stop
    ask: "What is first: stop?"   # keep me
    section: welcome
    choices:
      - right: "Ask #1, then go"
        why: '"Stop" is a word.'
      - {wrong: "Ship, pay, go.", why: "Because: no."}
  - {ask: "Three?", choices: [{right: a}, {wrong: b}]}
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "course"
    shutil.copytree(SMALL, root)
    return root


def check(root: Path, *options: str) -> str:
    return CliRunner().invoke(main, ["check", str(root), *options]).stdout


def test_slips_are_mended_and_ids_written_while_comments_stay(course: Path) -> None:
    quiz = course / "quizzes" / "welcome.yml"
    quiz.write_bytes(TYPED.encode())
    assert "sentence-in-yaml" not in check(course, "--fix")
    assert quiz.read_bytes().decode() == MENDED


def test_a_byte_order_mark_and_the_line_ends_stay(course: Path) -> None:
    quiz = course / "quizzes" / "welcome.yml"
    quiz.write_bytes(b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode())
    check(course, "--fix")
    assert quiz.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_mending_twice_changes_nothing_more(course: Path) -> None:
    quiz = course / "quizzes" / "welcome.yml"
    quiz.write_bytes(TYPED.encode())
    check(course, "--fix")
    once = quiz.read_bytes()
    check(course, "--fix")
    assert quiz.read_bytes() == once


def test_the_difference_is_shown_and_nothing_is_written(course: Path) -> None:
    quiz = course / "quizzes" / "welcome.yml"
    quiz.write_bytes(TYPED.encode())
    shown = check(course, "--diff")
    assert "--- a/quizzes/welcome.yml\n" in shown
    assert '+title: "Welcome: a quiz"\n' in shown
    assert quiz.read_bytes() == TYPED.encode()


def test_a_clean_course_has_no_difference(course: Path) -> None:
    assert check(course, "--diff") == ""


def test_a_change_that_does_not_help_is_taken_back(course: Path) -> None:
    quiz = course / "quizzes" / "welcome.yml"
    before = quiz.read_bytes()
    edit = Edit(Place("quizzes/welcome.yml", 1, 1, 1, 3), "[[[")
    problem = Problem(edit.place, "a-rule", Severity.ERROR, "Wrong.", edits=(edit,))
    assert mend(course, lambda _: (problem,)) == {}
    assert quiz.read_bytes() == before


def test_of_edits_that_overlap_the_first_is_made() -> None:
    def problem(start: int, end: int, text: str) -> Problem:
        place = Place("f.yml", 1, start, 1, end)
        return Problem(place, "a-rule", Severity.ERROR, "Wrong.", edits=(Edit(place, text),))

    text = apply_edits("abcdef\n", [problem(2, 4, "X"), problem(3, 5, "Y"), problem(6, 7, "Z")])
    assert text == "aXdeZ\n"
