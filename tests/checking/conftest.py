"""A small whole course, and how a fragment of a file is set into it.

A fragment is what a page or a fixture shows of a file:

- of a module, its text without front matter: it follows the small course's front matter and
  first section;
- of a quiz, entries of its list of questions: they follow the small course's own;
- of course.yml or a register, some of its keys: they replace those of the small course.

Everything else is a whole file.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from coursebuilder.checking.check_course import apply_allows, check_course
from coursebuilder.checking.compare_courses import compare_courses
from coursebuilder.course import Course
from coursebuilder.problem import Problem
from coursebuilder.reading.read_course import read_course

SMALL = Path(__file__).parent / "small_course"
TODAY = date(2026, 11, 21)
BEFORE = " (before)"
REGISTERS = ("contacts", "course", "glossary", "redflags", "sources")
TOP_KEY = re.compile(r"^([^\s#][^:\n]*):", re.MULTILINE)

Completed = Callable[[str, str], str]
CheckedFiles = Callable[..., tuple[Problem, ...]]
CourseWith = Callable[..., Course]


@pytest.fixture(scope="session")
def completed() -> Completed:
    """`completed(path, fragment)` is the whole file that the fragment stands for."""
    return _completed


@pytest.fixture
def course_with(tmp_path: Path) -> CourseWith:
    """`course_with({path: text})` reads the small course with these files in it.

    A text of None takes the file away. `name` tells two courses of one test apart.
    """

    def read(files: Mapping[str, str | None], name: str = "read") -> Course:
        return _read(tmp_path / name, files)[0]

    return read


@pytest.fixture
def check_files(tmp_path: Path) -> CheckedFiles:
    """`check_files({path: text})` checks the small course with these files in it.

    Files whose path ends in ` (before)` make the course as it was; then the two are compared.
    """

    def check(files: Mapping[str, str], today: date = TODAY) -> tuple[Problem, ...]:
        earlier = {path.removesuffix(BEFORE): files[path] for path in files if BEFORE in path}
        now = {path: text for path, text in files.items() if BEFORE not in path}
        course, problems = _read(tmp_path / "course", now)
        before = _read(tmp_path / "before", earlier)[0] if earlier else None
        compared = compare_courses(before, course) if before else ()
        return apply_allows(course, (*problems, *check_course(course, today), *compared))

    return check


def _read(root: Path, files: Mapping[str, str | None]) -> tuple[Course, tuple[Problem, ...]]:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SMALL, root)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_text(text, encoding="utf-8")
    return read_course(root)


def _completed(path: str, fragment: str) -> str:
    folder, _, name = path.partition("/")
    stem = name.partition(".")[0]
    if folder == "modules" and name.endswith(".md") and not fragment.startswith("---\n"):
        return f"{_small('modules/welcome.md')}\n{fragment}"
    if folder == "quizzes" and fragment.startswith(("- ", "#")):
        questions = "".join(f"  {line}" for line in fragment.splitlines(keepends=True))
        return _small("quizzes/welcome.yml") + questions
    if folder == "modules" and stem in REGISTERS:
        return _without(TOP_KEY.findall(fragment), _small(path)) + fragment
    return fragment


def _small(path: str) -> str:
    return (SMALL / path).read_text(encoding="utf-8")


def _without(keys: list[str], text: str) -> str:
    """A YAML file without some of its top keys and what stands under them."""
    starts = [match.start() for match in TOP_KEY.finditer(text)] + [len(text)]
    parts = [text[begin:end] for begin, end in pairwise(starts)]
    return "".join(part for part in parts if part.partition(":")[0] not in keys)
