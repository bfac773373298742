"""What falls due when: reviews of modules, looks at sources, calls to contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from coursebuilder.checking.rules.contact_verified_long_ago import DAYS
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Contact, value_place
from coursebuilder.freshness import is_soon, review_due
from coursebuilder.problem import Place


class DueKind(StrEnum):
    """What is to be looked at."""

    MODULE = "module"
    SOURCE = "source"
    CONTACT = "contact"


class DueState(StrEnum):
    """How a day lies to the day of the check."""

    OVERDUE = "overdue"
    SOON = "soon"
    """Within 30 days."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """A thing, and the last day on which it is fresh."""

    day: date
    kind: DueKind
    name: str
    """The module's slug, or the id of the source or contact."""
    title: str
    place: Place
    state: DueState


def due_dates(survey: Survey) -> tuple[Due, ...]:
    """All that has a day, the next first; drafts are left out."""
    found = (
        Due(day, kind, name, title, place, _state(day, survey.today))
        for day, kind, name, title, place in _days(survey)
    )
    return tuple(sorted(found, key=lambda due: (due.day, due.kind, due.name)))


def undated(survey: Survey) -> tuple[tuple[DueKind, str], ...]:
    """What nobody will be reminded of: kind and name.

    Modules without a day of review, contacts that nobody verified, and sources that were not read
    and have no day to look again.
    """
    course = survey.course
    modules = (m.slug for m in course.modules if not m.draft and m.reviewed is None)
    contacts = (c.id.value for c in course.contacts.values() if c.verified_on is None)
    sources = (
        source.id.value
        for source in course.sources.values()
        if source.confidence == "unverified" and source.review_by is None
    )
    kinds = ((DueKind.MODULE, modules), (DueKind.CONTACT, contacts), (DueKind.SOURCE, sources))
    return tuple((kind, name) for kind, names in kinds for name in names)


def _days(survey: Survey) -> Iterator[tuple[date, DueKind, str, str, Place]]:
    for module in survey.course.modules:
        day = review_due(module)
        if day and module.reviewed and not module.draft:
            place = module.reviewed.place
            yield day, DueKind.MODULE, module.slug, module.title.value, place
    for source in survey.course.sources.values():
        if source.review_by:
            day, place = source.review_by.value, source.review_by.place
            yield day, DueKind.SOURCE, source.id.value, source.title, place
    for contact in survey.course.contacts.values():
        if contact.verified_on:
            day, place = _verified_until(survey, contact, contact.verified_on.value)
            yield day, DueKind.CONTACT, contact.id.value, contact.name, place


def _verified_until(survey: Survey, contact: Contact, verified: date) -> tuple[date, Place]:
    days = survey.limit(DAYS, contact.place.path)
    return verified + timedelta(days=days), value_place(contact, "verified_on")


def _state(day: date, today: date) -> DueState:
    if day < today:
        return DueState.OVERDUE
    return DueState.SOON if is_soon(day, today) else DueState.LATER
