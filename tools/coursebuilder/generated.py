"""The pages of the site that no author writes: the course's tool makes them.

One list for all: rendering makes these pages, checking knows that links to them work.
Addresses are relative to the site's source root, where docs/ lies: `sources.md`.
"""

from __future__ import annotations

from coursebuilder.course import Course

CONTACTS = "contacts.md"
GLOSSARY = "glossary.md"
HOME = "index.md"
PROGRESS = "progress.md"
RECORD = "record.md"
RED_FLAGS = "red-flags.md"
REVIEW = "review.md"
SOURCES = "sources.md"


def audience_page(audience: str) -> str:
    """The page of an audience's path, by its id."""
    return f"audiences/{audience}.md"


def generated_pages(course: Course) -> frozenset[str]:
    """Every page of the site that has no file of its own."""
    audiences = {audience_page(audience.id.value) for audience in course.settings.audiences}
    own = {PROGRESS, RECORD, REVIEW}
    return frozenset({CONTACTS, GLOSSARY, HOME, RED_FLAGS, SOURCES} | own | audiences)
