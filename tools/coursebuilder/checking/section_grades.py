"""How hard each section is to read: the Flesch-Kincaid grade of what learners read in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coursebuilder.checking.grade import grade
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.survey import Survey
from coursebuilder.checking.wording import plain, words
from coursebuilder.course import Module, Section

LEAST = 100
"""A section with fewer words has no grade that would say anything."""


@dataclass(frozen=True, slots=True)
class SectionGrade:
    """A section with its words and its grade."""

    module: Module
    section: Section
    words: int
    grade: float

    @property
    def is_told(self) -> bool:
        """Whether there are enough words to speak of a grade."""
        return self.words >= LEAST


@dataclass(frozen=True, slots=True)
class ModuleGrade:
    """A module with the grade of all that learners read in it."""

    module: Module
    words: int
    grade: float
    sections: tuple[SectionGrade, ...]


def module_grades(survey: Survey) -> tuple[ModuleGrade, ...]:
    """Grade what of the course is in English, in the order of the course."""
    english = survey.in_english
    texts: dict[tuple[str, str], list[str]] = {}
    for passage in learners_passages(english):
        key = (passage.place.path, passage.section or "")
        texts.setdefault(key, []).append(plain(passage.text))
    names = english.course.terms
    return tuple(_of_module(module, texts, names) for module in english.course.modules)


def _of_module(
    module: Module, texts: dict[tuple[str, str], list[str]], names: Collection[str]
) -> ModuleGrade:
    ids = ("", *(section.id.value for section in module.sections))
    whole = [text for name in ids for text in texts.get((module.path, name), ())]
    sections = (
        (section, texts.get((module.path, section.id.value), ())) for section in module.sections
    )
    return ModuleGrade(
        module=module,
        words=_words(whole),
        grade=grade(whole, names),
        sections=tuple(
            SectionGrade(module, section, _words(read), grade(read, names))
            for section, read in sections
        ),
    )


def _words(texts: Sequence[str]) -> int:
    return sum(len(words(text)) for text in texts)
