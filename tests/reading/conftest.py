"""Readers under test: YAML with the place of its one mistake marked by ⟦ and ⟧."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.quizzes import read_quiz
from coursebuilder.reading.registers import (
    read_contacts,
    read_glossary,
    read_redflags,
    read_sources,
)
from coursebuilder.reading.scenarios import read_scenario
from coursebuilder.reading.settings import read_settings
from coursebuilder.reading.yaml_text import read_yaml

PATH = "quizzes/x.yml"

READERS: dict[str, Callable[[Any, Findings], Any]] = {
    "quiz": lambda node, findings: read_quiz(node, "x", findings),
    "scenario": lambda node, findings: read_scenario(node, "x", findings),
    "sources": read_sources,
    "glossary": read_glossary,
    "contacts": read_contacts,
    "redflags": read_redflags,
    "settings": read_settings,
}


def read(kind: str, text: str) -> tuple[Any, Findings, tuple[Problem, ...]]:
    """What a reader makes of a text, its findings, and the problems of the YAML itself."""
    node, problems = read_yaml(text, PATH)
    findings = Findings(PATH)
    assert node is not None
    return READERS[kind](node, findings), findings, problems


def marked_place(marked: str) -> tuple[str, Place | None]:
    """The text without its marks, and the place between them."""
    before, opening, rest = marked.partition("⟦")
    if not opening:
        return marked, None
    inner, _, after = rest.partition("⟧")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    end_line = line + inner.count("\n")
    end_column = column + len(inner) if end_line == line else len(inner) - inner.rfind("\n")
    return before + inner + after, Place(PATH, line, column, end_line, end_column)


def as_question(body: str) -> str:
    """A quiz with this one question."""
    lines = body.strip("\n").split("\n")
    return "questions:\n  - " + "\n    ".join(lines) + "\n"


@pytest.fixture
def model() -> Callable[[str, str], Any]:
    """Reads a text in which nothing is wrong."""

    def model_of(kind: str, text: str) -> Any:
        result, findings, problems = read(kind, text)
        assert [*problems, *findings.problems] == []
        return result

    return model_of


@pytest.fixture
def question(model: Callable[[str, str], Any]) -> Callable[[str], Any]:
    """Reads a question in which nothing is wrong."""

    def question_of(body: str) -> Any:
        (only,) = model("quiz", as_question(body)).questions
        return only

    return question_of


@pytest.fixture
def mistake() -> Callable[[str, str], Problem]:
    """Reads a text with one mistake, and gives what is said of it, at the marked place."""

    def mistake_in(kind: str, marked: str) -> Problem:
        text, place = marked_place(marked)
        _, findings, problems = read(kind, text)
        (problem,) = [*problems, *findings.problems]
        assert problem.place == place
        return problem

    return mistake_in


@pytest.fixture
def question_mistake(mistake: Callable[[str, str], Problem]) -> Callable[[str], Problem]:
    """Reads a question with one mistake."""
    return lambda marked: mistake("quiz", as_question(marked))


@pytest.fixture
def read_wrong() -> Callable[[str, str], tuple[Any, Findings]]:
    """Reads a text with mistakes: what could be read, and the findings."""

    def wrongly(kind: str, text: str) -> tuple[Any, Findings]:
        result, findings, _ = read(kind, text)
        return result, findings

    return wrongly
