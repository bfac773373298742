"""Tells whether a page would come out as before: then a preview need not render it again."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from hashlib import blake2b

from coursebuilder.course import Course
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
    return _digest([shown, addresses, site.assets, list(more)])


def page_fingerprint(page: SitePage, course: bytes) -> bytes:
    """Take a page's own text and what stands around it."""
    frame = page.frame
    around = [frame.head, frame.body, frame.closing, frame.tail, frame.home_actions]
    own = [page.address, page.title, page.markdown, dict(frame.slips), frame.home_paths]
    return _digest([course, [str(part) for part in around], own, frame.directory_urls])


def _digest(values: object) -> bytes:
    return blake2b(pickle.dumps(values), digest_size=20).digest()
