"""What became of the figures that a learner reads: money, percentages, counts, dates, laws."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coursebuilder.checking.figures import figures_in
from coursebuilder.checking.rewording import paired
from coursebuilder.checking.sameness import fold
from coursebuilder.checking.wording import plain
from coursebuilder.course import INVENTED, Course, Module, Source
from coursebuilder.prose import (
    CaseBlock,
    EngineBlock,
    Passage,
    PassageKind,
    RedFlagsBlock,
)

SPACED = re.compile(r" (?=[.,;:!?])")
"""The space before a citation that is left out."""
READ = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.ROW})


@dataclass(frozen=True, slots=True)
class FactChange:
    """A passage in which other figures stand than before; one of the texts may be ""."""

    section: str
    """The id of the section; "" before the first."""
    title: str
    """The title of the section."""
    gone: tuple[str, ...]
    come: tuple[str, ...]
    was: str
    now: str
    sources: tuple[str, ...]
    """Titles of what the passage cites now, or cited where it is gone."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage as a learner reads it."""

    edition: tuple[Course, Module]
    passage: Passage
    said: str

    @property
    def section(self) -> str:
        return self.passage.section or ""

    @property
    def title(self) -> str:
        _, module = self.edition
        return next((s.title for s in module.sections if s.id.value == self.section), "")

    @property
    def figures(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(figures_in(self.passage.text)))

    @property
    def sources(self) -> tuple[str, ...]:
        course, _ = self.edition
        return _cited(self.passage, course.sources)


def passages_read(module: Module) -> Iterator[Passage]:
    """What a learner reads of a module, without its headings and made-up papers."""
    for passage in module.prose.passages:
        shown = passage.block is None or isinstance(
            passage.block, CaseBlock | EngineBlock | RedFlagsBlock
        )
        if shown and passage.kind in READ:
            yield passage


def fact_changes(
    before: tuple[Course, Module], after: tuple[Course, Module]
) -> Iterator[FactChange]:
    """Compare the figures of a module, passage by passage; a moved passage is no change."""
    if before[1].source == after[1].source:
        return
    old, new = _changed(list(_texts(before)), list(_texts(after)))
    pairs = paired([text.said for text in old], [text.said for text in new])
    partners = {other: old[one] for one, other in pairs.items()}
    for number, text in enumerate(new):
        yield from _difference(partners.get(number), text)
    for number, text in enumerate(old):
        if number not in pairs:
            yield from _difference(text, None)


def _texts(edition: tuple[Course, Module]) -> Iterator[_Text]:
    for passage in passages_read(edition[1]):
        said = SPACED.sub("", " ".join(plain(passage.text).split()))
        yield _Text(edition, passage, said)


def _cited(passage: Passage, sources: Mapping[str, Source]) -> tuple[str, ...]:
    names = [name.value for citation in passage.citations for name, _ in citation.sources]
    if isinstance(passage.block, CaseBlock) and passage.block.source:
        names.append(passage.block.source.value)
    shown = (name for name in dict.fromkeys(names) if name != INVENTED)
    return tuple(sources[name].title if name in sources else name for name in shown)


def _changed(old: Sequence[_Text], new: Sequence[_Text]) -> tuple[list[_Text], list[_Text]]:
    """Leave out the passages that are in both, as often as they are."""
    both = Counter(fold(text.said) for text in old) & Counter(fold(text.said) for text in new)
    return _without(old, both), _without(new, both)


def _without(texts: Sequence[_Text], both: Counter[str]) -> list[_Text]:
    left, kept = both.copy(), []
    for text in texts:
        said = fold(text.said)
        if left[said]:
            left[said] -= 1
        else:
            kept.append(text)
    return kept


def _difference(before: _Text | None, after: _Text | None) -> Iterator[FactChange]:
    was = before.figures if before else ()
    now = after.figures if after else ()
    gone = tuple(figure for figure in was if fold(figure) not in map(fold, now))
    come = tuple(figure for figure in now if fold(figure) not in map(fold, was))
    shown = after or before
    if shown and (gone or come):
        yield FactChange(
            section=shown.section,
            title=shown.title,
            gone=gone,
            come=come,
            was=before.said if before else "",
            now=after.said if after else "",
            sources=shown.sources,
        )
