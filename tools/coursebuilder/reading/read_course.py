"""Reads a course: every file of it, every mistake in them, in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from coursebuilder.course import Course, Module, Settings
from coursebuilder.memory import Memory, digest_of, keep, recall
from coursebuilder.problem import Place, Problem, by_place
from coursebuilder.prose import Allow, Prose
from coursebuilder.quiz import Quiz, Scenario
from coursebuilder.reading.course_files import SETTINGS, CourseFiles, find_files
from coursebuilder.reading.file_read import (
    FileRead,
    exercise_of,
    module_of,
    page_of,
    register_of,
    settings_of,
)
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.memory import FILES, read_once, text_digest
from coursebuilder.reading.nodes import Node
from coursebuilder.reading.registers import (
    read_contacts,
    read_glossary,
    read_redflags,
    read_sources,
)
from coursebuilder.reading.rule_settings import read_rule_settings
from coursebuilder.reading.source import read_source, source_of
from coursebuilder.told import Told, to_nobody

NOTHING_OPENED: Mapping[str, str] = MappingProxyType({})

_Entry = TypeVar("_Entry")
_Kind = TypeVar("_Kind")


@dataclass(slots=True)
class _Reading:
    """A course on its way into the model."""

    root: Path
    files: CourseFiles
    told: Told
    opened: Mapping[str, str]
    memory: Memory
    problems: list[Problem]
    allows: list[Allow] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    register_prose: list[Prose] = field(default_factory=list)
    texts: dict[str, bytes] = field(default_factory=dict)
    """The digest of each text that was read, by its path."""
    done: int = 0

    @property
    def total(self) -> int:
        """How many files there are to read."""
        files = self.files
        return len(files.modules) + len(files.quizzes) + len(files.pages) + len(files.named)


def read_course(
    root: Path,
    opened: Mapping[str, str] = NOTHING_OPENED,
    memory: Memory | None = None,
    told: Told = to_nobody,
) -> tuple[Course, tuple[Problem, ...]]:
    """Read the course in a folder. A file that cannot be read is told of once.

    `opened` are texts by path that count instead of those on the disk: what an editor has not
    saved yet. `memory` is the caller's own; otherwise it is fetched, and kept afterwards. `told`
    hears how many files are done, of how many.
    """
    with _uncollected():
        return _read(root, opened, recall(root, FILES) if memory is None else memory, told)


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


def _read(
    root: Path, opened: Mapping[str, str], memory: Memory, told: Told
) -> tuple[Course, tuple[Problem, ...]]:
    files = find_files(root)
    rules, of_rules = read_rule_settings(root, opened)
    reading = _Reading(root, files, told, opened, memory, [*files.problems, *of_rules])
    settings = _settings(reading)
    modules = _in_order(settings, _modules(reading))
    exercises = tuple(_values(reading, files.quizzes, exercise_of))
    course = Course(
        root=root,
        settings=settings,
        modules=modules,
        pages=tuple(_values(reading, files.pages, page_of)),
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
        rules=rules,
        digest=digest_of([reading.texts, files.all, reading.unreadable, rules]),
    )
    keep(reading.memory)
    return course, tuple(sorted(reading.problems, key=by_place))


def _read_file(
    reading: _Reading, path: str, read: Callable[[str, str], FileRead[_Kind]]
) -> _Kind | None:
    """What a file says; None where it cannot be read."""
    reading.done += 1
    reading.told(reading.done, reading.total)
    text, problems = _source_of(reading, path)
    reading.problems.extend(problems)
    said: FileRead[_Kind] = FileRead(None)
    if text is not None:
        reading.texts[path] = text_digest(text)
        said = read_once(reading.memory, path, text, read)
    reading.problems.extend(said.problems)
    reading.allows.extend(said.allows)
    if said.prose is not None:
        reading.register_prose.append(said.prose)
    if said.value is None:
        reading.unreadable.add(path)
    return said.value


def _source_of(reading: _Reading, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    if path in reading.opened:
        return source_of(reading.opened[path], path)
    return read_source(reading.root, path)


def _values(
    reading: _Reading, paths: Iterable[str], read: Callable[[str, str], FileRead[_Kind]]
) -> Iterator[_Kind]:
    """What the files say that can be read."""
    for path in paths:
        value = _read_file(reading, path, read)
        if value is not None:
            yield value


def _settings(reading: _Reading) -> Settings:
    path = reading.files.named.get(SETTINGS, f"modules/{SETTINGS}.yml")
    return _read_file(reading, path, settings_of) or _no_settings(path)


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
    return {} if path is None else _read_file(reading, path, register_of(read)) or {}


def _modules(reading: _Reading) -> Iterator[Module]:
    for module in _values(reading, reading.files.modules, module_of):
        if not module.objectives:
            # Otherwise everything that refers to them would be told of, too.
            reading.unreadable.add(module.path)
        yield module


def _in_order(settings: Settings, modules: Iterable[Module]) -> tuple[Module, ...]:
    """The modules in the order of course.yml; those that it does not name behind them."""
    named = [name.value for name in settings.modules]
    order = {name: at for at, name in reversed(list(enumerate(named)))}
    return tuple(sorted(modules, key=lambda each: (order.get(each.slug, len(named)), each.slug)))
