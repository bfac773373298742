"""What a page's Markdown is rendered with: the course, the words, what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from coursebuilder.course import Course, Module
from coursebuilder.rendering.addresses import link_between
from coursebuilder.rendering.texts import Texts

NOTHING = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that the Markdown extension needs to know of the page that it renders."""

    course: Course
    texts: Texts
    address: str
    """The page's own, like `modules/welcome.md`."""
    directory_urls: bool = True
    exercises: Mapping[tuple[str, str], Callable[[], Markup]] = field(default_factory=dict)
    """What a block may place: `("question", id)`, `("quiz", slug)`, `("scenario", slug)`."""
    slips: Mapping[int, Markup] = field(default_factory=dict)
    """Boxes of a preview, by the line of the Markdown, from 1, that they belong to."""
    body: Markup = NOTHING
    """HTML that takes the place of the page's text: it is searched like one."""
    head: Markup = NOTHING
    """HTML before the text."""
    closing: Callable[[], Markup] = Markup
    """Makes the HTML behind the text and before the list of its sources: a module's quiz."""
    tail: Markup = NOTHING
    """HTML behind all."""
    versions: tuple[Module, ...] = ()
    """Of a module's page: the module and its translations, this page's own among them."""
    language: str = ""
    """The page's own, where it is not the course's: the page is a translation."""
    explains_terms: bool = True
    is_module: bool = False
    is_home: bool = False
    home_actions: Markup = NOTHING
    home_paths: Markup = NOTHING

    def link(self, target: str) -> str:
        """Link from this page to another address, like `sources.md#source-x`."""
        return link_between(self.address, target, directory_urls=self.directory_urls)
