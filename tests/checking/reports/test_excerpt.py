"""The line of a problem, and the caret under its place."""

from pathlib import Path

import pytest

from coursebuilder.checking.reports.excerpt import excerpt, lines_in
from coursebuilder.checking.reports.text import text
from coursebuilder.problem import Edit, Place, Problem, Severity


def shown(line: str, column: int, end: int | None = None, end_line: int | None = 1) -> list[str]:
    return excerpt(Place("a.md", 1, column, end_line if end else None, end), [line])


def test_the_carets_stand_under_the_place() -> None:
    assert shown("See [us](us.md).", 10, 15) == ["  1 | See [us](us.md).", "    |          ^^^^^"]


def test_a_place_without_an_end_has_one_caret() -> None:
    assert shown("See us.", 5) == ["  1 | See us.", "    |     ^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("See us.  ", 5, 2, end_line=3)[1] == "    |     ^^^"


def test_a_place_behind_the_line_has_its_caret_there() -> None:
    assert shown("ask:", 9, 9)[1] == "    |     ^"


def test_the_number_of_the_line_moves_the_caret() -> None:
    lines = ["x"] * 120
    assert excerpt(Place("a.md", 120, 1), lines) == ["  120 | x", "      | ^"]


@pytest.mark.parametrize("line", ["", "   "])
def test_an_empty_line_is_not_shown(line: str) -> None:
    assert shown(line, 1) == []


def test_a_line_that_is_not_there_is_not_shown() -> None:
    assert excerpt(Place("a.md", 2), ["x"]) == []


def test_wide_letters_and_accents_keep_the_caret_in_its_column() -> None:
    assert shown("日本 x", 4, 5)[1] == "    |      ^"
    assert shown("e\u0301 x", 4, 5)[1] == "    |   ^"


def test_what_a_terminal_would_obey_is_a_space() -> None:
    assert shown("a\x1b[31m\tb", 8, 9) == ["  1 | a [31m b", "    |        ^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "".join(f"{number:04} " for number in range(60))
    first, second = shown(line, 151, 155)
    assert first.startswith("  1 | \N{HORIZONTAL ELLIPSIS}0024 ")
    assert first.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert first[second.index("^") : second.rindex("^") + 1] == "0030"
    begin, _ = shown(line, 1, 5)
    assert begin.startswith("  1 | 0000 ")


def test_lines_are_counted_as_the_readers_count_them(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffone\r\ntwo\rth\u2028ree\n".encode())
    lines_of = lines_in(tmp_path)
    assert lines_of("a.md") == ["one", "two", "th\u2028ree", ""]
    assert lines_of("b.md") == ()
    assert lines_of("a\0") == ()


def test_text_shows_the_line_then_the_hint_and_colours_the_caret() -> None:
    place = Place("a.md", 1, 1, 1, 4)
    problem = Problem(place, "shall", Severity.HINT, "Plain.", "must", (Edit(place, "must"),))
    lines = {"a.md": ["shall"]}
    assert text([problem], lines_of=lines.__getitem__) == (
        "a.md:1:1: hint: Plain.  [shall]\n"
        "  1 | shall\n"
        "    | ^^^\n"
        "    must\n"
        "`course check --fix` mends 1 of these.\n"
        "0 errors, 0 warnings, 1 hint.\n"
    )
    assert "    | \x1b[36m^^^\x1b[0m\n" in text([problem], colour=True, lines_of=lines.__getitem__)
    assert "1 |" not in text([problem], colour=True, lines_of=lambda _: ())
