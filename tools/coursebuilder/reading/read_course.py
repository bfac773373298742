"""Reads a course: every file of it, every mistake in them, in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from coursebuilder.course import Course, Module, Page, Settings
from coursebuilder.problem import Place, Problem, Severity, by_place
from coursebuilder.prose import Allow, Prose
from coursebuilder.quiz import Quiz, Scenario
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.modules import read_module
from coursebuilder.reading.nodes import Node
from coursebuilder.reading.pages import read_page
from coursebuilder.reading.quizzes import is_scenario, read_quiz
from coursebuilder.reading.registers import (
    read_contacts,
    read_glossary,
    read_redflags,
    read_sources,
)
from coursebuilder.reading.scenarios import read_scenario
from coursebuilder.reading.settings import read_settings
from coursebuilder.reading.source import is_inside, read_source
from coursebuilder.reading.yaml_prose import prose_of
from coursebuilder.reading.yaml_text import read_yaml

SETTINGS = "modules/course.yml"
REGISTERS = ("sources", "glossary", "contacts", "redflags")

_FOLDERS = ("docs", "modules", "quizzes")
_Entry = TypeVar("_Entry")


@dataclass(slots=True)
class _Reading:
    """A course on its way into the model."""

    root: Path
    files: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    register_prose: list[Prose] = field(default_factory=list)


def read_course(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read the course in a folder. A file that cannot be read is told of once."""
    reading = _Reading(root, frozenset(_files(root)))
    settings = _settings(reading)
    modules = _in_order(settings, _modules(reading))
    exercises = tuple(_exercises(reading))
    course = Course(
        root=root,
        settings=settings,
        modules=modules,
        pages=tuple(_pages(reading)),
        quizzes=tuple(each for each in exercises if isinstance(each, Quiz)),
        scenarios=tuple(each for each in exercises if isinstance(each, Scenario)),
        sources=_register(reading, "sources", read_sources),
        terms=_register(reading, "glossary", read_glossary),
        contacts=_register(reading, "contacts", read_contacts),
        redflags=_register(reading, "redflags", read_redflags),
        register_prose=tuple(reading.register_prose),
        allows=tuple(reading.allows),
        unreadable=frozenset(reading.unreadable),
        mistakes=tuple(problem.place for problem in reading.problems),
        files=reading.files,
    )
    return course, tuple(sorted(reading.problems, key=by_place))


def _files(root: Path) -> Iterator[str]:
    """All files of the course, relative to the root; what leads out of it is left out."""
    for folder in _FOLDERS:
        for where, folders, names in os.walk(root / folder if is_inside(root, folder) else ""):
            folders.sort()
            for name in sorted(names):
                file = Path(where) / name
                path = file.relative_to(root).as_posix()
                if not file.is_symlink() or is_inside(root, path):
                    yield path


def _names(reading: _Reading, folder: str) -> list[str]:
    """What stands directly in a folder, hidden files left out; a file in its place is told of."""
    if not is_inside(reading.root, folder):
        _tell(reading, folder, "path-outside-course", f"'{folder}' leads out of the course.")
        return []
    try:
        names = [each.name for each in (reading.root / folder).iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"'{folder}' should be a folder, and cannot be opened: {error.strerror}."
        _tell(reading, folder, "unreadable-file", message)
        return []
    return sorted(name for name in names if not name.startswith("."))


def _tell(reading: _Reading, path: str, rule: str, message: str) -> None:
    reading.problems.append(Problem(Place(path), rule, Severity.ERROR, message))


def _source(reading: _Reading, path: str) -> str | None:
    text, problems = read_source(reading.root, path)
    reading.problems.extend(problems)
    if text is None:
        reading.unreadable.add(path)
    return text


def _node(reading: _Reading, path: str, findings: Findings) -> Node | None:
    """The nodes of a YAML file; one that holds remarks only is told of."""
    text = _source(reading, path)
    if text is None:
        return None
    node, problems = read_yaml(text, path)
    findings.problems.extend(problems)
    if node is None and not problems:
        message = f"'{path}' holds nothing but remarks. Write it, or delete it."
        _tell(reading, path, "empty-file", message)
    if node is None:
        reading.unreadable.add(path)
    return node


def _finish(reading: _Reading, findings: Findings) -> None:
    reading.problems.extend(findings.problems)
    reading.allows.extend(findings.allows)


def _settings(reading: _Reading) -> Settings:
    path = _named(reading, "modules", "course")
    findings = Findings(path)
    node = _node(reading, path, findings)
    if node is None:
        _finish(reading, findings)
        return Settings(
            path=path,
            id="",
            title="",
            version="",
            language="en",
            modules=(),
            audiences=(),
            sessions=(),
            place=Place(path),
        )
    settings = read_settings(node, findings)
    reading.register_prose.append(prose_of(findings))
    _finish(reading, findings)
    return settings


def _named(reading: _Reading, folder: str, name: str) -> str:
    """The path of a YAML file; one with another ending is told of and taken in its place."""
    right = f"{folder}/{name}.yml"
    if right not in reading.files:
        for file in reading.files:
            if _stem(file) == f"{folder}/{name}" and _is_yaml(file):
                return file
    return right


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _is_yaml(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in (".yml", ".yaml")


def _register(
    reading: _Reading, name: str, read: Callable[[Node, Findings], Mapping[str, _Entry]]
) -> Mapping[str, _Entry]:
    path = _named(reading, "modules", name)
    if path not in reading.files and not (reading.root / path).exists():
        return {}
    findings = Findings(path)
    node = _node(reading, path, findings)
    entries = {} if node is None else read(node, findings)
    reading.register_prose.append(prose_of(findings))
    _finish(reading, findings)
    return entries


def _modules(reading: _Reading) -> Iterator[Module]:
    for name in _names(reading, "modules"):
        path = f"modules/{name}"
        if not _is_right_name(reading, path, ".md", (".md", ".markdown", ".mdown")):
            continue
        if name.lower() == "readme.md" or (text := _source(reading, path)) is None:
            continue
        module, allows, problems = read_module(text, _stem(name), path)
        reading.problems.extend(problems)
        reading.allows.extend(allows)
        if not module.objectives:
            # What its sections and questions refer to is unknown, and told of as missing.
            reading.unreadable.add(path)
        yield module


def _exercises(reading: _Reading) -> Iterator[Quiz | Scenario]:
    for name in _names(reading, "quizzes"):
        path = f"quizzes/{name}"
        if not _is_right_name(reading, path, ".yml", (".yml", ".yaml")):
            continue
        findings = Findings(path)
        node = _node(reading, path, findings)
        if node is not None:
            read = read_scenario if is_scenario(node) else read_quiz
            yield read(node, _stem(name), findings)
        _finish(reading, findings)


def _is_right_name(reading: _Reading, path: str, ending: str, meant: Iterable[str]) -> bool:
    """Whether to read a file; a nearly right ending is told of, and the file is read."""
    suffix = PurePosixPath(path).suffix
    if suffix == ending:
        return True
    if suffix.lower() not in meant:
        return False
    right = _stem(path) + ending
    _tell(
        reading,
        path,
        "wrong-file-name",
        f"The name of this file ends with '{suffix}'. Rename it to '{right}'.",
    )
    return right not in reading.files


def _in_order(settings: Settings, modules: Iterable[Module]) -> tuple[Module, ...]:
    """The modules in the order of course.yml; those that it does not name behind them."""
    order = {name.value: at for at, name in reversed(list(enumerate(settings.modules)))}
    return tuple(
        sorted(modules, key=lambda module: (order.get(module.slug, len(order)), module.slug))
    )


def _pages(reading: _Reading) -> Iterator[Page]:
    for path in sorted(reading.files):
        hidden = any(part.startswith(".") for part in path.split("/"))
        if hidden or not path.startswith("docs/") or not path.endswith(".md"):
            continue
        text = _source(reading, path)
        if text is not None:
            page, problems = read_page(text, path)
            reading.problems.extend(problems)
            reading.allows.extend(page.prose.allows)
            yield page
