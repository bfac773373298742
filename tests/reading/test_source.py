import os
from pathlib import Path

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.reading.source import is_inside, read_source


def read(root: Path, content: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    (root / "x.md").write_bytes(content)
    return read_source(root, "x.md")


def refused(root: Path, path: str = "x.md") -> Problem:
    text, problems = read_source(root, path)
    assert text is None
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    "content",
    [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb\n"],
)
def test_every_kind_of_line_end_and_a_mark_at_the_start_are_fine(
    tmp_path: Path, content: bytes
) -> None:
    assert read(tmp_path, content) == ("a\nb\n", ())


def test_other_separators_end_no_line(tmp_path: Path) -> None:
    text = "a\u2028b\x0bc\x85d"
    assert read(tmp_path, text.encode()) == (text, ())


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a\nbc\xe9d\n", 2, 3),
        ("é\r\né".encode() + b"\x93x\x94", 2, 2),
        (b"\xef\xbb\xbfab\n\xff", 2, 1),
        (b"\xe2\x82", 1, 1),
        ("text".encode("utf-16"), 1, 1),
        ("text".encode("utf-16-be"), 1, 1),
        (b"a\nb\x00c", 2, 2),
    ],
)
def test_the_first_byte_that_is_no_utf8_is_told_of(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    text, (problem,) = read(tmp_path, content)
    assert text is None
    assert (problem.rule, problem.place) == ("not-utf-8", Place("x.md", line, column))


@pytest.mark.parametrize("content", [b"", b"\n \t\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_of(tmp_path: Path, content: bytes) -> None:
    _, (problem,) = read(tmp_path, content)
    assert (problem.rule, problem.place) == ("empty-file", Place("x.md"))


def test_one_megabyte_is_the_limit(tmp_path: Path) -> None:
    assert read(tmp_path, b"a" * 1_000_000)[1] == ()
    _, (problem,) = read(tmp_path, b"a" * 1_000_001)
    assert problem.rule == "file-too-large"


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    assert refused(tmp_path).rule == "missing-file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()
    assert refused(tmp_path).rule == "unreadable-file"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert refused(tmp_path).rule == "unreadable-file"


def test_a_link_that_turns_in_a_circle_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "x.md").symlink_to("x.md")
    assert refused(tmp_path).rule == "unreadable-file"
    assert not is_inside(tmp_path, "x.md")


def test_a_name_that_no_disk_takes_is_told_of(tmp_path: Path) -> None:
    assert refused(tmp_path, "x" * 5000).rule == "unreadable-file"
    assert refused(tmp_path, "x\0.md").rule == "unreadable-file"


def test_links_inside_the_course_are_followed(tmp_path: Path) -> None:
    (tmp_path / "y.md").write_text("text", encoding="utf-8")
    (tmp_path / "x.md").symlink_to("y.md")
    assert read_source(tmp_path, "x.md") == ("text", ())


@pytest.mark.parametrize("path", ["x.md", "../y.md", "/etc/hostname", "sub/../../y.md"])
def test_nothing_outside_the_course_is_read(tmp_path: Path, path: str) -> None:
    root = tmp_path / "course"
    root.mkdir()
    (tmp_path / "y.md").write_text("text", encoding="utf-8")
    (root / "x.md").symlink_to(tmp_path / "y.md")
    assert refused(root, path).rule == "path-outside-course"
    assert not is_inside(root, path)
    assert is_inside(root, "z.md")
