"""Finds the files of a course: what is a module, a quiz, a register, by folder and name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursebuilder.nearest import nearest
from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.reading.source import is_inside

SETTINGS = "course"
REGISTERS = ("sources", "glossary", "contacts", "redflags")

_FOLDERS = ("docs", "modules", "quizzes")
_YAML = (".yml", ".yaml")
_MARKDOWN = (".md", ".markdown", ".mdown")


@dataclass(frozen=True, slots=True)
class CourseFiles:
    """The files of a course, relative to its root, with forward slashes."""

    all: frozenset[str]
    """Everything under docs/, modules/ and quizzes/; of what leads out of the course, only the
    pages, of which reading tells."""
    modules: tuple[str, ...]
    quizzes: tuple[str, ...]
    pages: tuple[str, ...]
    named: dict[str, str]
    """The path of `course` and of each register that is there."""
    problems: tuple[Problem, ...]


def find_files(root: Path) -> CourseFiles:
    """Find the files of the course in a folder.

    A name that is nearly right is told of, and the file is taken for what it was meant to be,
    unless one with the right name is there, too.
    """
    problems: list[Problem] = []
    every = frozenset(_every(root))
    modules = _names(root, "modules", problems)
    quizzes = _names(root, "quizzes", problems)
    return CourseFiles(
        all=every,
        modules=tuple(_of_kind("modules", modules, _MARKDOWN, problems)),
        quizzes=tuple(_of_kind("quizzes", quizzes, _YAML, problems)),
        pages=tuple(_pages(every, modules, problems)),
        named=_named(modules, problems),
        problems=tuple(problems),
    )


def slug_of(path: str) -> str:
    """`welcome` for modules/welcome.md."""
    return PurePosixPath(path).stem


def _every(root: Path) -> Iterator[str]:
    for folder in _FOLDERS:
        if not is_inside(root, folder):
            continue
        for where, folders, names in os.walk(root / folder):
            folders.sort()
            for name in sorted(names):
                file = Path(where) / name
                path = file.relative_to(root).as_posix()
                if not file.is_symlink() or _is_page(path) or is_inside(root, path):
                    yield path


def _pages(every: frozenset[str], modules: list[str], problems: list[Problem]) -> Iterator[str]:
    """The pages of docs/; one whose address is a module's is told of."""
    for path in sorted(filter(_is_page, every)):
        folder, _, name = path.rpartition("/")
        if folder == "docs/modules" and name in modules:
            message = f"The address of '{path}' is that of 'modules/{name}'. Rename the page."
            problems.append(_problem(path, "wrong-file-name", message))
        yield path


def _is_page(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.startswith("docs/") and path.endswith(".md") and not hidden


def _names(root: Path, folder: str, problems: list[Problem]) -> list[str]:
    """What stands directly in a folder, folders among them, hidden files left out."""
    if not is_inside(root, folder):
        message = f"The folder '{folder}' leads out of the course. Copy it into the course."
        problems.append(_problem(folder, "path-outside-course", message))
        return []
    try:
        names = [each.name for each in (root / folder).iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"'{folder}' should be a folder, and cannot be opened: {error.strerror}."
        problems.append(_problem(folder, "unreadable-file", message))
        return []
    return sorted(name for name in names if not name.startswith("."))


def _of_kind(
    folder: str, names: list[str], endings: tuple[str, ...], problems: list[Problem]
) -> Iterator[str]:
    """The files with an ending, the first of `endings`; one with another of them is told of."""
    for name in names:
        path = PurePosixPath(folder, name)
        if path.suffix.lower() not in endings or name.lower() == "readme.md":
            continue
        right = path.stem + endings[0]
        if name != right:
            problems.append(_rename(f"{folder}/{name}", f"{folder}/{right}"))
        if name == right or right not in names:
            yield f"{folder}/{name}"


def _named(names: list[str], problems: list[Problem]) -> dict[str, str]:
    """The files of modules/ that have a name of their own."""
    known = (SETTINGS, *REGISTERS)
    found = {each: f"modules/{each}.yml" for each in known if f"{each}.yml" in names}
    for name in names:
        path = PurePosixPath("modules", name)
        if path.suffix.lower() not in _YAML or str(path) in found.values():
            continue
        if f"{path.stem}.md" in names:
            problems.append(_rename(str(path), f"quizzes/{path.stem}.yml"))
        elif meant := nearest(path.stem, known):
            problems.append(_rename(str(path), f"modules/{meant}.yml"))
            found.setdefault(meant, str(path))
    return found


def _rename(path: str, right: str) -> Problem:
    message = f"Nobody looks for a file with the name '{path}'. Rename it to '{right}'."
    return _problem(path, "wrong-file-name", message)


def _problem(path: str, rule: str, message: str) -> Problem:
    return Problem(Place(path), rule, Severity.ERROR, message)
