"""Where a course names a source."""

from __future__ import annotations

from collections.abc import Iterator

from coursebuilder.checking.survey import Survey
from coursebuilder.course import questions_of
from coursebuilder.prose import CaseBlock, Text


def citings(survey: Survey) -> Iterator[Text]:
    """Each id of a source, where it is cited: texts, cases, questions, contacts, red flags."""
    for prose in survey.proses.values():
        for citation in prose.citations:
            yield from (source for source, _ in citation.sources)
        for block in prose.blocks:
            if isinstance(block, CaseBlock) and block.source:
                yield block.source
    for _, question in questions_of(survey.course):
        yield from question.sources
    for contact in survey.course.contacts.values():
        if contact.source:
            yield contact.source
    for flag in survey.course.redflags.values():
        if flag.source:
            yield flag.source
