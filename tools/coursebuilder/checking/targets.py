"""Where a link leads: another host, a page of the site, a place on a page.

Addresses inside the site are relative to its source root, in which docs/ lies flat:
`docs/about.md` is `about.md`, `modules/welcome.md` stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, normpath, relpath
from urllib.parse import unquote

from coursebuilder.checking.survey import Survey
from coursebuilder.course import value_place
from coursebuilder.generated import generated_pages
from coursebuilder.problem import Place
from coursebuilder.prose import LinkKind
from coursebuilder.quiz import Spots

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")


@dataclass(frozen=True, slots=True)
class Target:
    """A link's target, taken apart. `path` is "" for the page that the link stands on."""

    scheme: str
    path: str
    fragment: str


def scheme_of(target: str) -> str:
    """`https`, `javascript` …, or "" for a path; sees through what a browser sees through."""
    match = SCHEME.match(INVISIBLE.sub("", unescape(target)))
    return match.group(1).lower() if match else ""


def address_of(path: str) -> str:
    """The address of a file of the course: `docs/about.md` is `about.md`."""
    return path.removeprefix("docs/")


def target_of(typed: str, path: str) -> Target:
    """Take apart the target that was typed in the file at `path`."""
    scheme = scheme_of(typed)
    if scheme or typed.startswith("//"):
        return Target(scheme or "https", typed, "")
    location, _, fragment = unescape(typed.strip()).partition("#")
    location = unquote(location.partition("?")[0])
    if not location:
        return Target("", "", unquote(fragment))
    if location.startswith("/"):
        return Target("", location, unquote(fragment))
    joined = normpath(f"{dirname(address_of(path))}/{location}".lstrip("/"))
    if location.endswith("/"):
        joined += "/"
    return Target("", joined, unquote(fragment))


def from_file(address: str, path: str) -> str:
    """What to type in the file at `path` to reach an address."""
    return relpath(address, dirname(address_of(path)) or ".")


def published(survey: Survey) -> frozenset[str]:
    """Every address that a link may lead to."""
    drafts = {module.path for module in survey.course.modules if module.draft}
    files = {address_of(path) for path in survey.course.files - drafts if not _is_data(path)}
    return generated_pages(survey.course) | files


def _is_data(path: str) -> bool:
    return path.startswith(("modules/", "quizzes/")) and path.endswith((".yml", ".yaml"))


def typed_links(survey: Survey) -> Iterator[tuple[str, Place]]:
    """Each target of a link, in texts and registers, as typed, with its place.

    An address of a register that is no whole one was told of where it was read.
    """
    for prose in survey.proses.values():
        for link in prose.links:
            if link.kind is LinkKind.LINK:
                yield link.target.value, link.target.place
    for source in survey.course.sources.values():
        if source.url and ":" in source.url.value:
            yield source.url.value, source.url.place
    for contact in survey.course.contacts.values():
        if ":" in contact.url:
            yield contact.url, value_place(contact, "url")


def typed_pictures(survey: Survey) -> Iterator[tuple[str, Place]]:
    """Each picture's path as typed, with its place: in texts and in questions with spots."""
    for prose in survey.proses.values():
        for link in prose.links:
            if link.kind is LinkKind.IMAGE:
                yield link.target.value, link.target.place
    for _, question in survey.questions.values():
        if isinstance(question.answer, Spots):
            yield question.answer.image.value, question.answer.image.place
