"""What of the course is on the site, in its order: no draft, nothing that nobody listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coursebuilder.course import Audience, Course, Module, minutes_of, translations_of
from coursebuilder.freshness import review_due


@dataclass(frozen=True, slots=True)
class Path:
    """An audience and its modules, as far as they are on the site."""

    audience: Audience
    modules: tuple[Module, ...]

    @property
    def minutes(self) -> int:
        """What the path takes."""
        return sum(minutes_of(module) for module in self.modules)


def shown_modules(course: Course, *, drafts: bool) -> tuple[Module, ...]:
    """Give the modules of the site in the order of course.yml; drafts only in a preview."""
    listed = {slug.value for slug in course.settings.modules}
    return tuple(
        module
        for module in course.modules
        if not module.translation and (drafts if module.draft else module.slug in listed)
    )


def versions_of(course: Course, module: Module, *, drafts: bool = False) -> tuple[Module, ...]:
    """Give a module of the site and its translations."""
    others = translations_of(course, module)
    return (module, *(other for other in others if drafts or not other.draft))


def paths_of(course: Course, modules: Sequence[Module]) -> tuple[Path, ...]:
    """Give each audience's path through these modules, without the empty ones."""
    by_slug = {module.slug: module for module in modules}
    paths = [
        Path(
            audience,
            tuple(by_slug[slug.value] for slug in audience.modules if slug.value in by_slug),
        )
        for audience in course.settings.audiences
    ]
    return tuple(path for path in paths if path.modules)


def last_reviewed(modules: Sequence[Module]) -> date | None:
    """Give the day since which every module was reviewed: the oldest review counts."""
    return min((module.reviewed.value for module in modules if module.reviewed), default=None)


def next_review(modules: Sequence[Module]) -> date | None:
    """Give the day on which the first review falls due."""
    due = [review_due(module) for module in modules]
    return min((day for day in due if day), default=None)
