"""What changed in a course for its learners, and who should do what about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from coursebuilder.checking.comparison import Comparison, Edition
from coursebuilder.checking.module_change import Action, ModuleChange, module_change
from coursebuilder.checking.paths import with_translations
from coursebuilder.course import Contact, Course, Module, RedFlag, Source, Term, minutes_of

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry of a register that changed: None where it was not there, or is not."""

    name: str
    """"" where the entry's text needs none before it."""
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What the learners of a path should do about one module."""

    action: Action
    module: Module
    minutes: int
    change: ModuleChange | None
    """None for a module that is new to the path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathDuty:
    """A path and what its learners should do; nothing where `duties` is empty."""

    title: str
    is_new: bool
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseChange:
    """Two editions of a course, and the difference."""

    before: Course
    after: Course
    modules_new: tuple[Module, ...]
    modules_gone: tuple[Module, ...]
    modules_changed: tuple[ModuleChange, ...]
    contacts: tuple[Turn, ...]
    redflags: tuple[Turn, ...]
    terms: tuple[Turn, ...]
    sources: tuple[Turn, ...]
    paths: tuple[PathDuty, ...]
    paths_gone: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether a learner would notice nothing."""
        modules = self.modules_new or self.modules_gone or self.modules_changed
        registers = self.contacts or self.redflags or self.terms or self.sources
        paths = self.paths_gone or any(path.is_new or path.duties for path in self.paths)
        return not (modules or registers or paths)


def course_change(before: Course, after: Course) -> CourseChange:
    """Compare two editions of a course."""
    comparison = Comparison(Edition(before), Edition(after))
    old, new = comparison.before.modules, comparison.after.modules
    changes = {slug: module_change(comparison, slug) for slug in new if slug in old}
    paths = {audience.id.value for audience in after.settings.audiences}
    return CourseChange(
        before=before,
        after=after,
        modules_new=tuple(module for slug, module in new.items() if slug not in old),
        modules_gone=tuple(module for slug, module in old.items() if slug not in new),
        modules_changed=tuple(each for each in changes.values() if not each.is_empty),
        contacts=tuple(_turns(before.contacts, after.contacts, _contact)),
        redflags=tuple(_turns(before.redflags, after.redflags, _redflag)),
        terms=tuple(_turns(before.terms, after.terms, _term)),
        sources=tuple(_turns(before.sources, after.sources, _source)),
        paths=tuple(_paths(comparison, changes)),
        paths_gone=tuple(
            each.title for each in before.settings.audiences if each.id.value not in paths
        ),
    )


def _paths(comparison: Comparison, changes: Mapping[str, ModuleChange]) -> Iterator[PathDuty]:
    """Each audience's path; where the course has none, the whole course is one."""
    before, after = comparison.before, comparison.after
    known = {
        audience.id.value: {slug.value for slug in audience.modules}
        for audience in before.course.settings.audiences
    }
    for audience in after.course.settings.audiences:
        slugs = [slug.value for slug in audience.modules]
        had = known.get(audience.id.value)
        yield PathDuty(
            title=audience.title,
            is_new=had is None,
            duties=() if had is None else tuple(_duties(after, slugs, had, changes)),
        )
    if not after.course.settings.audiences:
        duties = _duties(after, list(after.modules), set(before.modules), changes)
        yield PathDuty(title="Everybody", is_new=False, duties=tuple(duties))


def _duties(
    after: Edition, slugs: list[str], had: set[str], changes: Mapping[str, ModuleChange]
) -> Iterator[Duty]:
    path = with_translations(after.course, slugs)
    translations = (slug for slug in after.modules if slug in path and slug not in slugs)
    for slug in (*slugs, *translations):
        module, change = after.modules.get(slug), changes.get(slug)
        if module is None or (module.translation and change is None):
            # A translation that is new is nothing new for who took its source.
            continue
        if change is None or (slug not in had and not module.translation):
            minutes = minutes_of(module)
            yield Duty(action=Action.TAKE, module=module, minutes=minutes, change=None)
        elif change.action is not Action.NOTHING:
            yield Duty(action=change.action, module=module, minutes=change.minutes, change=change)


def _turns(
    before: Mapping[str, _Entry],
    after: Mapping[str, _Entry],
    said: Callable[[_Entry], tuple[str, str]],
) -> Iterator[Turn]:
    """Each entry that says something else than before. `said` gives its name and what it says."""
    for key in dict.fromkeys([*after, *before]):
        was = said(before[key]) if key in before else None
        now = said(after[key]) if key in after else None
        if was != now:
            name, _ = now or was or ("", "")
            yield Turn(name, was[1] if was else None, now[1] if now else None)


def _contact(contact: Contact) -> tuple[str, str]:
    ways = (contact.phone, contact.email, contact.url)
    return contact.name, f"{', '.join(way for way in ways if way)}, for: {contact.purpose}."


def _redflag(flag: RedFlag) -> tuple[str, str]:
    return "", flag.text.value


def _term(term: Term) -> tuple[str, str]:
    return term.name.value, term.meaning.value


def _source(source: Source) -> tuple[str, str]:
    published = f", {source.published}" if source.published else ""
    return "", f"{source.title} ({source.publisher}{published})."
