"""What falls due when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coursebuilder.checking.due_dates import DueKind, DueState, due_dates, undated
from coursebuilder.checking.survey import Survey
from coursebuilder.course import Course

CourseWith = Callable[..., Course]
TODAY = date(2026, 11, 21)
SOURCES = """\
ecfr-1310:
  title: Records
  publisher: DEA
  accessed: 2026-11-21
  confidence: seen
  review_by: {day}
second-hand:
  title: Heard of
  publisher: Somebody
  accessed: 2026-11-21
  confidence: unverified
seen:
  title: Seen
  publisher: Somebody
  accessed: 2026-11-21
  confidence: seen
"""


def test_the_next_comes_first_with_its_kind_and_place(course_with: CourseWith) -> None:
    course = course_with({"modules/sources.yml": SOURCES.format(day="2027-01-15")})
    found = due_dates(Survey(course, TODAY))
    assert [(str(each.day), each.kind.value, each.name, each.title) for each in found] == [
        ("2027-01-15", "source", "ecfr-1310", "Records"),
        ("2027-05-20", "contact", "tip-line", "Tip line"),
        ("2027-11-21", "module", "welcome", "Welcome"),
    ]
    assert [str(each.place) for each in found] == [
        "modules/sources.yml:6:14",
        "modules/contacts.yml:6:16",
        "modules/welcome.md:6:11",
    ]


def test_a_day_is_overdue_soon_or_later(course_with: CourseWith) -> None:
    for day, state in (
        ("2026-11-20", DueState.OVERDUE),
        ("2026-11-21", DueState.SOON),
        ("2026-12-21", DueState.SOON),
        ("2026-12-22", DueState.LATER),
    ):
        course = course_with({"modules/sources.yml": SOURCES.format(day=day)})
        assert due_dates(Survey(course, TODAY))[0].state is state


def test_what_has_no_day_is_named(course_with: CourseWith) -> None:
    contact = "line:\n  name: Line\n  phone: 555-0142\n  for: All\n  verified_on: unverified\n"
    module = """\
---
title: Other
summary: What else there is.
objectives:
  look: Look
status: {status}
---

## Papers {{#papers minutes=3 objectives="look"}}
"""
    files = {
        "modules/sources.yml": SOURCES.format(day="2027-01-15"),
        "modules/contacts.yml": contact,
        "modules/other.md": module.format(status="draft"),
        "modules/third.md": module.format(status="draft").replace("status: draft\n", ""),
    }
    assert undated(Survey(course_with(files), TODAY)) == (
        (DueKind.MODULE, "third"),
        (DueKind.CONTACT, "line"),
        (DueKind.SOURCE, "second-hand"),
    )


def test_drafts_are_left_out(course_with: CourseWith) -> None:
    text = """\
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs
reviewed: 2026-11-21
status: draft
---

## Start {#start minutes=5 objectives="spot"}
"""
    course = course_with({"modules/welcome.md": text})
    assert DueKind.MODULE not in {each.kind for each in due_dates(Survey(course, TODAY))}
