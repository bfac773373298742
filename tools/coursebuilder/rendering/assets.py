"""The files of the course that the site carries: those that a learner's page shows or links.

Whatever else lies beside them stays at home: a trainer's notes are files, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import dirname, normpath
from urllib.parse import unquote

from coursebuilder.course import Course, Module, Page
from coursebuilder.problem import Place
from coursebuilder.quiz import Question, Quiz, Scenario, Spots
from coursebuilder.rendering.addresses import address_of
from coursebuilder.rendering.blocks import hidden_lines
from coursebuilder.rendering.site import Asset

OWN = ("modules/", "quizzes/")
PRIVATE = (".md", ".yml", ".yaml")


def assets_of(
    course: Course,
    texts: Iterable[Module | Page],
    questions: Iterable[tuple[Quiz, Question]],
    scenarios: Iterable[Scenario],
) -> tuple[Asset, ...]:
    """Give every file under modules/ and quizzes/ that these refer to, each once, sorted."""
    wanted = {path for text in texts for path in _files_shown(text)}
    for scenario in scenarios:
        wanted.update(file_from(scenario.path, link.target.value) for link in scenario.prose.links)
    for quiz, question in questions:
        wanted.update(
            file_from(quiz.path, link.target.value)
            for link in quiz.prose.links
            if covers(question.place, link.place)
        )
        if isinstance(question.answer, Spots):
            wanted.add(file_from(quiz.path, question.answer.image.value))
    return tuple(
        Asset(address=path, path=path)
        for path in sorted(wanted & course.files)
        if path.startswith(OWN) and not path.endswith(PRIVATE)
    )


def file_from(path: str, target: str) -> str:
    """Resolve a relative link that stands in a file of the course: `modules/images/a.png`."""
    location = unquote(target.partition("#")[0].partition("?")[0])
    return normpath(f"{dirname(address_of(path))}/{location}".lstrip("/"))


def _files_shown(text: Module | Page) -> Iterator[str]:
    hidden = hidden_lines(text.source)
    for link in text.prose.links:
        if link.place.line - text.source_line + 1 not in hidden:
            yield file_from(text.path, link.target.value)


def covers(outer: Place, inner: Place) -> bool:
    """Tell whether a place begins within the lines of another, in the same file."""
    last = outer.end_line or outer.line
    return outer.path == inner.path and outer.line <= inner.line <= last
