import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coursebuilder.cli import main
from coursebuilder.course import Course
from coursebuilder.identity import course_hash, question_hash
from coursebuilder.reading.read_course import read_course

SAMPLE = Path(__file__).parents[1] / "data/exercises"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "course"))


def record_of(course: Course, /, **changes: Any) -> dict[str, Any]:
    quiz = next(quiz for quiz in course.quizzes if quiz.slug == "export")
    questions = [
        {"id": question.id.value, "hash": question_hash(question), "first": 1}
        for question in quiz.questions[:4]
    ]
    return {
        "format": "course-record",
        "version": 1,
        "course": {"id": "exercises", "version": "2026.11", "hash": course_hash(course)},
        "path": "desks",
        "holder": "Jordan Example",
        "completed": "2026-11-21",
        "objectives": [
            {"id": "export/papers", "questions": 3, "share": 1},
            {"id": "export/screen", "questions": 1, "share": 1},
        ],
        "questions": questions,
    } | changes


def verify(root: Path, record: object) -> Result:
    file = root.parent / "record.json"
    file.write_text(record if isinstance(record, str) else json.dumps(record), "utf-8")
    return CliRunner().invoke(main, ["verify", str(file), str(root)])


def test_a_record_of_this_content_agrees(root: Path) -> None:
    result = verify(root, record_of(read_course(root)[0]))
    assert result.exit_code == 0
    assert "4 questions, completed 2026-11-21" in result.output
    assert "not who studied" in result.output


def test_an_edited_course_is_told_question_by_question(root: Path) -> None:
    record = record_of(read_course(root)[0])
    quiz = root / "quizzes/export.yml"
    text = quiz.read_text("utf-8").replace("id: weights", "id: masses")
    quiz.write_text(text.replace("names a forwarder", "names a broker"), "utf-8")
    result = verify(root, record)
    assert result.exit_code == 1
    assert "The content is not the same" in result.output
    assert "The question 'forwarder' is another one now." in result.output
    assert "The course has no question 'weights'." in result.output


def test_moving_a_question_or_a_blank_line_changes_no_mark(root: Path) -> None:
    before = course_hash(read_course(root)[0])
    quiz = root / "quizzes/chemical.yml"
    quiz.write_text("# A comment\n\n" + quiz.read_text("utf-8"), "utf-8")
    assert course_hash(read_course(root)[0]) == before


def test_a_reason_or_a_red_flag_changes_the_mark_of_the_course(root: Path) -> None:
    before = course_hash(read_course(root)[0])
    flags = root / "modules/redflags.yml"
    flags.write_text(flags.read_text("utf-8").replace("a trace", "a trail"), "utf-8")
    assert course_hash(read_course(root)[0]) != before


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"course": {"id": "other", "version": "1", "hash": "0"}},
            "The record is of the course 'other', this is 'exercises'.",
        ),
        ({"path": "pilots"}, "The course has no path 'pilots'."),
        (
            {"objectives": [{"id": "export/papers", "share": 0.5}]},
            "The result of the objective 'export/papers' is not what its questions give.",
        ),
        (
            {"objectives": [{"id": "export/papers", "share": None}]},
            "The result of the objective 'export/papers' is not what its questions give.",
        ),
    ],
)
def test_each_difference_is_a_sentence(changes: dict[str, Any], sentence: str, root: Path) -> None:
    result = verify(root, record_of(read_course(root)[0], **changes))
    assert result.exit_code == 1
    assert result.output == f"{sentence}\n"


def test_another_version_is_told(root: Path) -> None:
    course = read_course(root)[0]
    mark = {"id": "exercises", "version": "2025.1", "hash": course_hash(course)}
    result = verify(root, record_of(course, course=mark))
    assert result.output == "The record was made with version 2025.1, this is 2026.11.\n"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"format": "course-progress"}', "[" * 9999]
)
def test_what_is_no_record_is_wrong_usage(text: str, root: Path) -> None:
    result = verify(root, text)
    assert result.exit_code == 2
    assert "is no completion record" in result.output


def test_a_record_with_a_part_missing_is_none(root: Path) -> None:
    record = record_of(read_course(root)[0])
    for name in record:
        if name != "holder":
            assert verify(root, {k: v for k, v in record.items() if k != name}).exit_code == 2
