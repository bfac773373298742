"""What the makers of slides have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coursebuilder.course import INVENTED, Course, Module
from coursebuilder.presenting.blocks import Block, Runs
from coursebuilder.presenting.deck import NO_NOTES, Notes, Slide, SlideKind, SourceNote
from coursebuilder.presenting.read_body import Setting
from coursebuilder.problem import Place
from coursebuilder.rendering.texts import Texts


@dataclass(frozen=True, slots=True)
class Making:
    """A deck on its way: what its slides are made with."""

    course: Course
    texts: Texts

    def setting(self, path: str) -> Setting:
        """Read texts of this file."""
        return Setting(self.course, self.texts, path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A slide of a section before its place, number and time are known.

    `weight` is its share of the section's minutes against the other slides'.
    """

    name: str
    kind: SlideKind
    title: str
    heading: Runs
    kicker: str = ""
    how: str = ""
    body: tuple[Block, ...]
    notes: Notes = NO_NOTES
    weight: int
    question: str = ""
    end: str = ""
    sources: tuple[SourceNote, ...] = ()
    place: Place
    line: int = 0
    """The line of the file on which what it shows was placed."""


def source_notes(course: Course, cited: Iterable[tuple[str, str]]) -> tuple[SourceNote, ...]:
    """Look up the sources that are cited; what is no source is left out."""
    notes: list[SourceNote] = []
    for name, where in dict.fromkeys(cited):
        source = course.sources.get(name)
        if name == INVENTED:
            notes.append(SourceNote(INVENTED, "", "", "", "", ""))
        elif source:
            notes.append(
                SourceNote(
                    name, where, source.title, source.publisher, source.published, source.confidence
                )
            )
    return tuple(notes)


def finished(drafts: Sequence[Draft], seconds: int, item: str, module: Module) -> list[Slide]:
    """Give the slides of a section, which together take exactly its seconds."""
    shares = share(seconds, [draft.weight for draft in drafts])
    return [
        Slide(
            id=draft.name,
            kind=draft.kind,
            title=draft.title,
            heading=draft.heading,
            kicker=draft.kicker,
            how=draft.how,
            body=draft.body,
            notes=draft.notes,
            seconds=own,
            item=item,
            module=module.slug,
            question=draft.question,
            end=draft.end,
            sources=draft.sources,
            place=draft.place,
        )
        for draft, own in zip(drafts, shares, strict=True)
    ]


def share(seconds: int, weights: Sequence[int]) -> list[int]:
    """Split seconds by weight into whole numbers that make exactly their sum."""
    total = sum(weights)
    if not total:
        return [seconds, *[0] * (len(weights) - 1)] if weights else []
    ends = [seconds * sum(weights[: at + 1]) // total for at in range(len(weights))]
    return [end - before for before, end in zip([0, *ends], ends, strict=False)]


def numbered(drafts: Sequence[Draft], texts: Texts) -> list[Draft]:
    """Make the titles of slides that belong together unique: "… (1 of 2)"."""
    if len(drafts) == 1:
        return list(drafts)
    return [
        replace(draft, title=texts("deck.part", title=draft.title, at=at, of=len(drafts)))
        for at, draft in enumerate(drafts, 1)
    ]
