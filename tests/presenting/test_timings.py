"""Run logs against the plan."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursebuilder.cli import main
from coursebuilder.course import Course
from coursebuilder.presenting.timings import NotALogError, read_run, timings_of


def log(path: Path, *items: tuple[str, object, bool], **fields: object) -> Path:
    data = {
        "format": "course-run-log",
        "course": "exercises",
        "items": [
            {"id": name, "planned": 60, "seconds": seconds, "skipped": skipped}
            for name, seconds, skipped in items
        ],
    }
    path.write_text(json.dumps(data | fields), encoding="utf-8")
    return path


def test_the_median_of_all_runs_is_proposed(course: Course, tmp_path: Path) -> None:
    seconds = [400, 590, 2000]
    runs = [
        read_run(log(tmp_path / f"{at}.json", ("room/first", own, False)), course)
        for at, own in enumerate(seconds)
    ]
    (timing,) = timings_of(course, runs)
    assert (timing.planned, timing.proposed) == (6, 10)


def test_what_was_skipped_or_passed_over_does_not_count(course: Course, tmp_path: Path) -> None:
    path = log(
        tmp_path / "log.json",
        ("room/first", 10, False),
        ("room/shown", 300, True),
        ("break-1", 600, False),
    )
    assert timings_of(course, [read_run(path, course)]) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no json", "changed by hand"),
        ("[]", "is no run log"),
        ('{"format": "course-run-log", "course": "other"}', "another course"),
        ('{"format": "course-run-log", "course": "exercises"}', "changed by hand"),
    ],
)
def test_a_file_that_is_no_log_is_named(
    course: Course, tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "log.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotALogError, match=said):
        read_run(path, course)


def test_seconds_in_words_are_no_seconds(course: Course, tmp_path: Path) -> None:
    path = log(tmp_path / "log.json", ("room/first", "long", False))
    with pytest.raises(NotALogError, match="by hand"):
        read_run(path, course)


def test_a_file_that_cannot_be_read_is_named(course: Course, tmp_path: Path) -> None:
    with pytest.raises(NotALogError, match="cannot be read"):
        read_run(tmp_path, course)


@pytest.fixture
def root(course: Course, tmp_path: Path) -> Path:
    return shutil.copytree(course.root, tmp_path / "course")


def test_the_command_prints_a_diff_and_writes_only_when_told(root: Path, tmp_path: Path) -> None:
    first = log(tmp_path / "a.json", ("room/first", 540, False), ("room/shown", 300, False))
    module = root / "modules/room.md"
    before = module.read_bytes()
    done = CliRunner().invoke(main, ["timings", str(first), "--root", str(root)])
    assert done.exit_code == 0
    assert "-## First things {#first minutes=6" in done.output
    assert "+## First things {#first minutes=9" in done.output
    assert "room/shown" in done.output
    assert module.read_bytes() == before
    CliRunner().invoke(main, ["timings", str(first), "--root", str(root), "--write"])
    assert module.read_bytes() == before.replace(b"minutes=6", b"minutes=9")


def test_a_carriage_return_stays(root: Path, tmp_path: Path) -> None:
    module = root / "modules/room.md"
    module.write_bytes(module.read_bytes().replace(b"\n", b"\r\n"))
    first = log(tmp_path / "a.json", ("room/first", 540, False))
    CliRunner().invoke(main, ["timings", str(first), "--root", str(root), "--write"])
    assert module.read_bytes().count(b"\r\n") == module.read_bytes().count(b"\n")
    assert b"minutes=9" in module.read_bytes()


def test_the_command_says_what_is_no_log_and_what_taught_nothing(
    root: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    done = CliRunner().invoke(main, ["timings", str(bad), "--root", str(root)])
    assert done.exit_code == 1
    assert "is no run log" in done.output
    empty = log(tmp_path / "empty.json")
    done = CliRunner().invoke(main, ["timings", str(empty), "--root", str(root)])
    assert "No section of this course" in done.output
