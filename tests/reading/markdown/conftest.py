"""Markdown under test: a text with the place of its one mistake marked by ⟦ and ⟧."""

from collections.abc import Callable

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Prose
from coursebuilder.reading.markdown_text import scan_markdown

PATH = "modules/x.md"

Scan = Callable[[str], Prose]
Slip = Callable[[str], Problem]


@pytest.fixture
def scan() -> Scan:
    """Scans a text in which nothing is wrong."""

    def scan_of(text: str) -> Prose:
        prose, problems = scan_markdown(text, PATH)
        assert problems == ()
        return prose

    return scan_of


@pytest.fixture
def scan_wrong() -> Callable[[str], tuple[Prose, tuple[Problem, ...]]]:
    """Scans a text with mistakes."""
    return lambda text: scan_markdown(text, PATH)


@pytest.fixture
def slip() -> Slip:
    """Scans a text with one mistake, and gives what is said of it, at the marked place."""

    def slip_in(marked: str) -> Problem:
        text, place = marked_place(marked)
        _, problems = scan_markdown(text, PATH)
        (problem,) = problems
        assert problem.place == place
        return problem

    return slip_in


def marked_place(marked: str) -> tuple[str, Place]:
    """The text without its marks, and the place between them; a lone ⟦ marks a place alone."""
    before, _, rest = marked.partition("⟦")
    inner, closing, after = rest.partition("⟧")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    if not closing:
        return before + rest, Place(PATH, line, column)
    last = line + inner.count("\n")
    end = column + len(inner) if last == line else len(inner) - inner.rfind("\n")
    return before + inner + after, Place(PATH, line, column, last, end)
