"""A rule that does not say that it compares files finds the same with the others out of sight."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from coursebuilder.checking import rules
from coursebuilder.checking.check_course import broken
from coursebuilder.checking.check_file import check_file, looks_across
from coursebuilder.checking.rule import CheckingRule, id_of
from coursebuilder.checking.survey import Survey
from coursebuilder.reading.read_course import read_course

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 21)
SMALL = FOLDER.parent / "small_course"


def files_of(fixtures: str) -> Iterator[dict[str, str]]:
    """The files of each fixture of a rule, without the carets, which are no part of them."""
    for part in fixtures.split("\n=== "):
        named = (piece.partition("\n") for piece in f"\n{part}".split("\n--- ")[1:])
        yield {
            name: "\n".join(filter(is_text, text.splitlines())) + "\n" for name, _, text in named
        }


def is_text(line: str) -> bool:
    return not line.lstrip().startswith("^")


ALONE = [rule for rule in rules.CHECKED if not looks_across(rule)]


@pytest.mark.parametrize("rule", ALONE, ids=id_of)
def test_a_rule_finds_in_a_file_alone_what_it_finds_in_the_course(
    rule: CheckingRule, tmp_path: Path, completed: Callable[[str, str], str]
) -> None:
    text = (FOLDER / f"{id_of(rule)}.txt").read_text(encoding="utf-8")
    for number, files in enumerate(files_of(text)):
        root = Path(shutil.copytree(SMALL, tmp_path / str(number)))
        for name, fragment in files.items():
            path = name.removeprefix("whole ")
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            whole = completed(path, fragment) if path == name else fragment
            (root / path).write_text(whole, encoding="utf-8")
        course, _ = read_course(root)
        expected = set(broken(rule, Survey(course, TODAY)))
        paths = {problem.place.path for problem in expected} | {
            name.removeprefix("whole ") for name in files
        }
        found = {problem for path in paths for problem in check_file(course, path, TODAY)}
        assert {p for p in found if p.rule == id_of(rule)} == expected
