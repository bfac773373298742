"""The files of the course that the site carries: those that a learner's page shows or links.

Whatever else lies beside them stays at home: a trainer's notes are files, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, normpath
from urllib.parse import unquote

from coursebuilder.course import Course
from coursebuilder.problem import Place
from coursebuilder.prose import LinkKind, Prose, SlideBlock, TrainerBlock
from coursebuilder.quiz import Question, Quiz, Scenario, Spots
from coursebuilder.rendering.addresses import address_of
from coursebuilder.rendering.site import Asset

OWN = ("modules/", "quizzes/")
PRIVATE = (".md", ".yml", ".yaml")


def assets_of(
    course: Course,
    proses: Iterable[Prose],
    questions: Iterable[tuple[Quiz, Question]],
    scenarios: Iterable[Scenario],
) -> tuple[Asset, ...]:
    """Give every file under modules/ and quizzes/ that these refer to, each once, sorted."""
    wanted = {path for prose in proses for path in _files_in(prose, [], _hidden(prose))}
    for scenario in scenarios:
        wanted.update(_files_in(scenario.prose, [], []))
    for quiz, question in questions:
        wanted.update(_files_in(quiz.prose, [question.place], []))
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


def _hidden(prose: Prose) -> list[Place]:
    return [b.place for b in prose.blocks if isinstance(b, TrainerBlock | SlideBlock)]


def _files_in(prose: Prose, only: Sequence[Place], hidden: Sequence[Place]) -> Iterator[str]:
    for link in prose.links:
        if link.kind is LinkKind.CONTACT or any(covers(place, link.place) for place in hidden):
            continue
        if not only or any(covers(place, link.place) for place in only):
            yield file_from(prose.path, link.target.value)


def covers(outer: Place, inner: Place) -> bool:
    """Tell whether a place begins within the lines of another, in the same file."""
    last = outer.end_line or outer.line
    return outer.path == inner.path and outer.line <= inner.line <= last
