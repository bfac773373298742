"""Reads the text of one file of each kind: what it says, and what is wrong in it.

Each is a function of the file's text and path alone, so that what it gave can be remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from coursebuilder.course import Module, Page, Settings
from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.prose import Allow, Prose
from coursebuilder.quiz import Quiz, Scenario
from coursebuilder.reading.course_files import slug_of
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.modules import read_module
from coursebuilder.reading.nodes import Node, Record, Scalar
from coursebuilder.reading.pages import read_page
from coursebuilder.reading.quizzes import is_scenario, read_quiz
from coursebuilder.reading.scenarios import read_scenario
from coursebuilder.reading.settings import read_settings
from coursebuilder.reading.yaml_prose import prose_of
from coursebuilder.reading.yaml_text import read_yaml

_Kind = TypeVar("_Kind")
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class FileRead(Generic[_Kind]):
    """What one file says. Without a value it says nothing that could be understood."""

    value: _Kind | None
    problems: tuple[Problem, ...] = ()
    allows: tuple[Allow, ...] = ()
    prose: Prose | None = None
    """The Markdown in the texts of a register, or of course.yml."""


def module_of(text: str, path: str) -> FileRead[Module]:
    """Read a module."""
    module, allows, problems = read_module(text, slug_of(path), path)
    return FileRead(module, problems, allows)


def page_of(text: str, path: str) -> FileRead[Page]:
    """Read a page of docs/."""
    page, problems = read_page(text, path)
    return FileRead(page, problems, page.prose.allows)


def exercise_of(text: str, path: str) -> FileRead[Quiz | Scenario]:
    """Read a quiz, or a scenario."""
    node, problems = _node_of(text, path)
    if node is None:
        return FileRead(None, problems)
    findings = Findings(path)
    read: Callable[[Node, str, Findings], Quiz | Scenario]
    read = read_scenario if is_scenario(node) else read_quiz
    value = read(node, slug_of(path), findings)
    # A text alone says nothing; a list is read as the questions.
    said = None if isinstance(node, Scalar) else value
    return FileRead(said, (*problems, *findings.problems), tuple(findings.allows))


def settings_of(text: str, path: str) -> FileRead[Settings]:
    """Read course.yml."""
    return _with_prose(text, path, read_settings)


def register_of(
    read: Callable[[Node, Findings], Mapping[str, _Entry]],
) -> Callable[[str, str], FileRead[Mapping[str, _Entry]]]:
    """Give the reader of a register's file."""
    return lambda text, path: _with_prose(text, path, read)


def _with_prose(text: str, path: str, read: Callable[[Node, Findings], _Kind]) -> FileRead[_Kind]:
    node, problems = _node_of(text, path)
    if node is None:
        return FileRead(None, problems)
    findings = Findings(path)
    value = read(node, findings)
    prose = prose_of(findings)
    # What is no record says nothing: then nothing is said of those who use it, either.
    said = value if isinstance(node, Record) else None
    return FileRead(said, (*problems, *findings.problems), tuple(findings.allows), prose)


def _node_of(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The nodes of a YAML file; one that holds nothing but remarks is told of."""
    node, problems = read_yaml(text, path)
    if node is None and not problems:
        message = f"'{path}' holds nothing but remarks. Write it, or delete it."
        return None, (Problem(Place(path), "empty-file", Severity.ERROR, message),)
    return node, tuple(problems)
