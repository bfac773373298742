"""Reads a course: every file of it, every mistake in them, in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from coursebuilder.course import Course, Module, Page, Settings
from coursebuilder.problem import Place, Problem, Severity, by_place
from coursebuilder.prose import Allow, Prose
from coursebuilder.quiz import Quiz, Scenario
from coursebuilder.reading.course_files import SETTINGS, CourseFiles, find_files, slug_of
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
from coursebuilder.reading.source import read_source
from coursebuilder.reading.yaml_prose import prose_of
from coursebuilder.reading.yaml_text import read_yaml

_Entry = TypeVar("_Entry")


@dataclass(slots=True)
class _Reading:
    """A course on its way into the model."""

    root: Path
    files: CourseFiles
    problems: list[Problem]
    allows: list[Allow] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    register_prose: list[Prose] = field(default_factory=list)


def read_course(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read the course in a folder. A file that cannot be read is told of once."""
    with _uncollected():
        return _read(root)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the collector of garbage.

    A course is many objects that stay. The collector would walk them all again and again, for a
    third of the time of reading.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    files = find_files(root)
    reading = _Reading(root, files, list(files.problems))
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
        files=files.all,
    )
    return course, tuple(sorted(reading.problems, key=by_place))


def _source(reading: _Reading, path: str) -> str | None:
    text, problems = read_source(reading.root, path)
    reading.problems.extend(problems)
    if text is None:
        reading.unreadable.add(path)
    return text


def _node(reading: _Reading, path: str) -> Node | None:
    """The nodes of a YAML file; one that holds nothing but remarks is told of."""
    text = _source(reading, path)
    if text is None:
        return None
    node, problems = read_yaml(text, path)
    reading.problems.extend(problems)
    if node is None:
        reading.unreadable.add(path)
        if not problems:
            message = f"'{path}' holds nothing but remarks. Write it, or delete it."
            reading.problems.append(Problem(Place(path), "empty-file", Severity.ERROR, message))
    return node


def _finish(reading: _Reading, findings: Findings) -> None:
    reading.problems.extend(findings.problems)
    reading.allows.extend(findings.allows)


def _settings(reading: _Reading) -> Settings:
    path = reading.files.named.get(SETTINGS, f"modules/{SETTINGS}.yml")
    node = _node(reading, path)
    if node is None:
        return _no_settings(path)
    findings = Findings(path)
    settings = read_settings(node, findings)
    reading.register_prose.append(prose_of(findings))
    _finish(reading, findings)
    return settings


def _no_settings(path: str) -> Settings:
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


def _register(
    reading: _Reading, name: str, read: Callable[[Node, Findings], Mapping[str, _Entry]]
) -> Mapping[str, _Entry]:
    """The entries of a register; a course need not have one."""
    path = reading.files.named.get(name)
    node = None if path is None else _node(reading, path)
    if path is None or node is None:
        return {}
    findings = Findings(path)
    entries = read(node, findings)
    reading.register_prose.append(prose_of(findings))
    _finish(reading, findings)
    return entries


def _modules(reading: _Reading) -> Iterator[Module]:
    for path in reading.files.modules:
        text = _source(reading, path)
        if text is None:
            continue
        module, allows, problems = read_module(text, slug_of(path), path)
        reading.problems.extend(problems)
        reading.allows.extend(allows)
        if not module.objectives:
            # Otherwise everything that refers to them would be told of, too.
            reading.unreadable.add(path)
        yield module


def _in_order(settings: Settings, modules: Iterable[Module]) -> tuple[Module, ...]:
    """The modules in the order of course.yml; those that it does not name behind them."""
    named = [name.value for name in settings.modules]
    order = {name: at for at, name in reversed(list(enumerate(named)))}
    return tuple(sorted(modules, key=lambda each: (order.get(each.slug, len(named)), each.slug)))


def _exercises(reading: _Reading) -> Iterator[Quiz | Scenario]:
    for path in reading.files.quizzes:
        node = _node(reading, path)
        if node is not None:
            findings = Findings(path)
            read = read_scenario if is_scenario(node) else read_quiz
            yield read(node, slug_of(path), findings)
            _finish(reading, findings)


def _pages(reading: _Reading) -> Iterator[Page]:
    for path in reading.files.pages:
        text = _source(reading, path)
        if text is not None:
            page, problems = read_page(text, path)
            reading.problems.extend(problems)
            reading.allows.extend(page.prose.allows)
            yield page
