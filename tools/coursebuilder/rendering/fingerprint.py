"""Tells whether a page would come out as before: then nobody need render it again."""

from __future__ import annotations

from collections.abc import Iterable

from coursebuilder.course import Course
from coursebuilder.memory import digest_of
from coursebuilder.rendering.site import Site, SitePage


def course_fingerprint(course: Course, site: Site, more: Iterable[object]) -> bytes:
    """Take all that any page may show of the course, but for the texts of the pages themselves.

    Equal only where everything is equal. Nothing is ever read back from it.
    """
    outline = [
        (
            module.slug,
            module.title.value,
            [(heading.id.value, heading.title) for heading in module.prose.headings],
            [(s.id.value, [name.value for name in s.objectives]) for s in module.sections],
        )
        for module in course.modules
    ]
    registers = [dict(r) for r in (course.sources, course.terms, course.contacts, course.redflags)]
    shown = [course.settings, outline, registers, course.quizzes, course.scenarios]
    addresses = [page.address for page in site.pages]
    return digest_of([shown, addresses, site.assets, list(more)])


def page_fingerprint(page: SitePage, course: bytes) -> bytes:
    """Take a page's own text and what stands around it."""
    frame = page.frame
    around = [frame.head, frame.body, frame.tail, frame.home_actions, frame.home_paths]
    if not frame.is_module:
        # A module's is its quiz, costly to make, and of what the course's own print holds.
        around.append(frame.closing())
    how = [frame.language, frame.directory_urls, frame.explains_terms]
    own = [page.address, page.title, page.markdown, dict(frame.slips), *how]
    return digest_of([course, [str(part) for part in around], own])
