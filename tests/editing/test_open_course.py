"""A course that stands open: what is read again, and what is not."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from coursebuilder.editing.open_course import (
    OpenCourse,
    open_course,
    problems_by_parts,
    problems_in,
    read_again,
    read_typed,
    root_of,
)

SMALL = Path(__file__).parents[1] / "checking/small_course"
TODAY = date(2026, 11, 21)
MODULE = "modules/welcome.md"


@pytest.fixture
def opened(tmp_path: Path) -> OpenCourse:
    return open_course(Path(shutil.copytree(SMALL, tmp_path / "course")))


def write(opened: OpenCourse, text: str) -> None:
    opened.opened[MODULE] = (opened.root / MODULE).read_text("utf-8") + text
    read_typed(opened)


def test_a_keystroke_reads_its_file_and_no_other(opened: OpenCourse) -> None:
    before = opened.course
    (opened.root / "docs/about.md").write_text("# Other\n", encoding="utf-8")
    write(opened, "\nYou shall ask.\n")
    assert opened.course.quizzes[0] is before.quizzes[0]
    assert opened.course.pages[0] is before.pages[0]
    assert opened.course.modules[0] is not before.modules[0]
    assert [problem.rule for problem in problems_in(opened, MODULE, TODAY)] == ["shall"]
    read_again(opened)
    assert opened.course.pages[0] is not before.pages[0]


def test_the_whole_check_goes_rule_by_rule(opened: OpenCourse) -> None:
    write(opened, "\nSee [one](one.md).\n")
    parts = list(problems_by_parts(opened, TODAY))
    assert len(parts) > 50
    assert set(parts[:-1]) == {None}
    assert parts[-1] is not None
    assert [problem.rule for problem in parts[-1][MODULE]] == ["broken-link"]


def test_what_compares_files_stays_until_all_is_checked_again(opened: OpenCourse) -> None:
    write(opened, "\nSee [one](one.md).\n")
    assert problems_in(opened, MODULE, TODAY) == ()
    list(problems_by_parts(opened, TODAY))
    assert [problem.rule for problem in problems_in(opened, MODULE, TODAY)] == ["broken-link"]


def test_a_course_has_a_root_and_another_file_none(opened: OpenCourse, tmp_path: Path) -> None:
    assert root_of(opened.root / MODULE) == opened.root.resolve()
    assert root_of(tmp_path / "note.md") is None
