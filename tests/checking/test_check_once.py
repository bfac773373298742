"""A course that stays as it is is not checked again; what is found is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursebuilder.checking import check_once as module
from coursebuilder.checking.check_course import check_course
from coursebuilder.checking.check_once import check_once
from coursebuilder.cli import main
from coursebuilder.course import Course
from coursebuilder.problem import Problem
from coursebuilder.reading.read_course import read_course
from coursebuilder.told import Told

DAY = date(2026, 11, 21)
MUCH_LATER = date(2036, 11, 21)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "a-course"
    assert CliRunner().invoke(main, ["new", "course", str(root)]).exit_code == 0
    return root


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days for which a course was really checked."""
    days: list[date] = []

    def noted(course: Course, as_of: date, told: Told) -> tuple[Problem, ...]:
        days.append(as_of)
        return check_course(course, as_of, told)

    monkeypatch.setattr(module, "check_course", noted)
    return days


def found(root: Path, day: date = DAY) -> tuple[Problem, ...]:
    return check_once(read_course(root)[0], day)


def test_the_same_course_on_the_same_day_is_checked_once(root: Path, checked: list[date]) -> None:
    first = found(root)
    assert found(root) == first == check_course(read_course(root)[0], DAY)
    assert checked == [DAY]


def test_another_day_is_checked_anew(root: Path, checked: list[date]) -> None:
    assert found(root, MUCH_LATER) != found(root)
    assert checked == [MUCH_LATER, DAY]


@pytest.mark.parametrize(
    "path", ["modules/welcome.md", "quizzes/welcome.yml", "modules/course.yml", "docs/index.md"]
)
def test_a_change_of_any_file_is_checked_anew(root: Path, checked: list[date], path: str) -> None:
    found(root)
    file = root / path
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    found(root)
    assert checked == [DAY, DAY]


def test_a_file_more_or_less_is_checked_anew(root: Path, checked: list[date]) -> None:
    found(root)
    (root / "modules/picture.svg").write_text("<svg/>", "utf-8")
    found(root)
    assert checked == [DAY, DAY]


def test_other_settings_of_rules_are_checked_anew(root: Path, checked: list[date]) -> None:
    found(root)
    (root / "mkdocs.yml").write_text(
        "site_name: T\nplugins:\n  - search\n  - course:\n      rules: {wordy: error}\n", "utf-8"
    )
    found(root)
    assert checked == [DAY, DAY]


def test_a_course_that_was_not_read_from_files_is_always_checked(
    root: Path, checked: list[date]
) -> None:
    settings = read_course(root)[0].settings
    for _ in range(2):
        check_once(Course(root=root, settings=settings, modules=()), DAY)
    assert checked == [DAY, DAY]
