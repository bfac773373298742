"""How long a session is, at the least. All times in minutes."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from coursebuilder.checking.survey import Survey
from coursebuilder.course import Audience, Priority, Section, Session


def audience_of(survey: Survey, session: Session) -> Audience | None:
    """The session's audience, where it has one that is there."""
    if session.audience is None:
        return None
    wanted = session.audience.value
    audiences = survey.course.settings.audiences
    return next((audience for audience in audiences if audience.id.value == wanted), None)


def must_sections(survey: Survey, audience: Audience) -> Iterator[Section]:
    """The sections that a session for this audience has to hold; drafts have none."""
    for name in audience.modules:
        module = survey.modules.get(name.value)
        if module and not module.draft:
            yield from (part for part in module.sections if part.priority is Priority.MUST)


def break_count(work: int, every: int | None) -> int:
    """How many breaks so much work has: one after each stretch of `every`, none at the end."""
    return max(0, ceil(work / every) - 1) if every else 0
