"""Which modules are in a path: an audience's, and what says the same in another language."""

from __future__ import annotations

from collections.abc import Iterable

from coursebuilder.course import Audience, Course


def path_of(course: Course, audience: Audience) -> frozenset[str]:
    """Slugs of the audience's modules and of their translations."""
    return with_translations(course, (slug.value for slug in audience.modules))


def with_translations(course: Course, slugs: Iterable[str]) -> frozenset[str]:
    """Some slugs, and those of the modules that translate them."""
    sources = frozenset(slugs)
    return sources | {
        module.slug
        for module in course.modules
        if module.translation and module.translation.of.value in sources
    }
