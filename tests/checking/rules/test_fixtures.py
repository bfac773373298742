"""Each rule's fixtures, `<rule>.txt`: what it finds, and exactly where.

A fixture begins with `=== bad: its story` or `=== good: its story`, perhaps with
`(as of 2027-01-01)` at the end. A fragment of a file follows a line `--- path`, a whole file
`--- whole path`; tests/checking/conftest.py says what a fragment is set into. Under a place where
the rule finds something stands a line of `^`: it is no part of the file. The first `^` marks the
column, the last the end of the place (a single one leaves the end open), and what follows them is
a part of the message. A path with ` (before)` behind it is of the course as it was, for a rule that
compares.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from coursebuilder.checking import rules
from coursebuilder.checking.rule import id_of
from coursebuilder.problem import Problem

HEAD = re.compile(r"^=== (bad|good): (.*?)(?: \(as of (\d{4}-\d\d-\d\d)\))?$", re.MULTILINE)
FILE = re.compile(r"^--- ((?:whole )?\S*\.\w+(?: \(before\))?)\n", re.MULTILINE)
MARK = re.compile(r"^ *(\^+) ?(.*)$")
TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Fixture:
    rule: str
    kind: str
    story: str
    today: date
    files: dict[str, str]


@dataclass(frozen=True)
class Mark:
    path: str
    line: int
    column: int
    end_column: int | None
    message: str

    def fits(self, problem: Problem) -> bool:
        place = problem.place
        return (
            (place.path, place.line, place.column) == (self.path, self.line, self.column)
            and self.end_column in (None, place.end_column)
            and self.message in problem.message
        )


def fixtures() -> Iterator[Fixture]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        parts = HEAD.split(path.read_text(encoding="utf-8"))[1:]
        for kind, story, day, body in zip(*[iter(parts)] * 4, strict=True):
            names_and_texts = FILE.split(body)[1:]
            files = dict(zip(names_and_texts[::2], names_and_texts[1::2], strict=True))
            today = date.fromisoformat(day) if day else TODAY
            yield Fixture(path.stem, kind, story, today, files)


def unmarked(path: str, text: str) -> tuple[str, list[Mark]]:
    lines: list[str] = []
    marks = []
    for line in text.splitlines():
        match = MARK.match(line)
        if match:
            end = match.end(1) + 1 if len(match[1]) > 1 else None
            marks.append(Mark(path, len(lines), match.start(1) + 1, end, match[2]))
        else:
            lines.append(line)
    return "".join(f"{line}\n" for line in lines), marks


ALL = list(fixtures())


@pytest.mark.parametrize("fixture", ALL, ids=lambda f: f"{f.rule}-{f.story.replace(' ', '-')}")
def test_a_rule_finds_what_its_fixture_marks_and_nothing_else(
    fixture: Fixture,
    completed: Callable[[str, str], str],
    check_files: Callable[[dict[str, str], date], tuple[Problem, ...]],
) -> None:
    files, marks = {}, []
    for name, fragment in fixture.files.items():
        path = name.removeprefix("whole ").removesuffix(" (before)")
        whole = fragment if name.startswith("whole ") else completed(path, fragment)
        text, found = unmarked(path, whole)
        files[path + name[len(name.removesuffix(" (before)")) :]] = text
        marks += found
    problems = [p for p in check_files(files, fixture.today) if p.rule == fixture.rule]
    left = [mark for mark in marks if not any(mark.fits(problem) for problem in problems)]
    assert (left, len(problems)) == ([], len(marks)), problems
    assert bool(marks) == (fixture.kind == "bad")


@pytest.mark.parametrize("rule", [id_of(rule) for rule in (*rules.CHECKED, *rules.COMPARED)])
def test_every_rule_has_a_bad_and_a_good_fixture(rule: str) -> None:
    assert {fixture.kind for fixture in ALL if fixture.rule == rule} == {"bad", "good"}
