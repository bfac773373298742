"""Reads YAML into nodes: every scalar as typed, every node with its place.

What makes YAML a danger to authors is refused by name: anchors, aliases, merges, tags, a key
that stands twice, several documents, more than twenty levels. Sentences over which YAML trips
are mended first (`sentences.py`), lines that do not fit are moved or left out (`lines.py`);
each is a problem, and the rest of the file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from coursebuilder.problem import Edit, Place, Problem, Severity
from coursebuilder.reading.lines import Lines, straighten
from coursebuilder.reading.mended import Mended
from coursebuilder.reading.nodes import Entry, Listing, Node, Nothing, Record, Scalar
from coursebuilder.reading.quoting import split_comment
from coursebuilder.reading.sentences import mend

Mark = Any
"""A mark of either parser; the stubs type it as possibly absent, which events never are."""

DEEPEST = 20
"""Levels of lists and records; nobody writes deeper on purpose."""

_UNPRINTABLE = re.compile("[^\x09\x0a\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_yaml(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a YAML text; the node is None where the text holds nothing."""
    unprintable = tuple(_unprintable_problems(text, path))
    mended = mend(_UNPRINTABLE.sub(" ", text) if unprintable else text)
    lines, misfits = straighten(mended, path)
    building = _Building(path, mended, lines, as_typed=not (mended.changes or lines.moved))
    for event in lines.events:
        building.take(event)
    problems = [*unprintable, *_slip_problems(mended, path), *misfits, *building.problems]
    return building.root, tuple(problems)


def _unprintable_problems(text: str, path: str) -> Iterator[Problem]:
    for found in _UNPRINTABLE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        code = f"U+{ord(found.group()):04X}"
        yield Problem(
            Place(path, line, column, line, column + 1),
            "yaml-syntax",
            Severity.ERROR,
            f"An invisible character ({code}) stands here that YAML does not take. Delete it.",
        )


def _slip_problems(mended: Mended, path: str) -> Iterator[Problem]:
    for slip in mended.slips:
        number = slip.line
        corrected = mended.corrected(slip)
        yield Problem(
            Place(path, number + 1, slip.start + 1, number + 1, slip.end + 1),
            "sentence-in-yaml",
            Severity.ERROR,
            f"{slip.message()} Write: {corrected}",
            hint=corrected,
            edits=tuple(
                Edit(Place(path, at + 1, each.start + 1, at + 1, each.end + 1), each.text)
                for at, each in slip.changes
            ),
        )


@dataclass(slots=True)
class _Open:
    """A record or list that is being built."""

    start: Mark
    is_record: bool
    in_brackets: bool
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None
    keys: dict[str, int] = field(default_factory=dict)
    """The keys so far, with the lines that they stand in."""
    skips_value: bool = False
    """The next value belongs to a key that was refused."""


@dataclass(slots=True)
class _Building:
    """Nodes that grow, event by event."""

    path: str
    mended: Mended
    lines: Lines
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    documents: int = 0
    as_typed: bool = False
    """Nothing was mended or moved, so the parser's places are the author's."""

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif self.documents > 1:
            return
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._add(self._scalar(event))
        elif isinstance(event, yaml.AliasEvent):
            self._report(
                self._between(event.start_mark, event.end_mark),
                "yaml-feature",
                f"`*{event.anchor}` repeats another part of the file. Write out what is meant.",
            )
            self._add(Nothing(self._between(event.start_mark, event.end_mark)))

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents == _SECOND:
            self._report(
                self._between(event.start_mark, event.end_mark),
                "several-documents",
                "A second document begins here (`---`), and a file holds one. Put what follows "
                "into a file of its own.",
            )

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        self._refuse_extras(event)
        if len(self.opened) == DEEPEST:
            place = self._between(event.start_mark, event.start_mark)
            self._report(
                place,
                "too-deep",
                f"This lies more than {DEEPEST} levels deep, so it was not read. "
                "Take a list out of the lists around it.",
            )
        is_record = isinstance(event, yaml.MappingStartEvent)
        self.opened.append(_Open(event.start_mark, is_record, bool(event.flow_style)))

    def _close(self, event: yaml.Event) -> None:
        done = self.opened.pop()
        if len(self.opened) >= DEEPEST:
            if len(self.opened) == DEEPEST:
                self._add(Nothing(self._between(done.start, done.start)))
            return
        place = self._extent(done, event)
        if done.is_record:
            self._add(Record(tuple(done.entries), place, self._raw(done, place)))
        else:
            self._add(Listing(tuple(done.items), place))

    def _add(self, node: Node) -> None:
        if len(self.opened) > DEEPEST:
            return
        if not self.opened:
            self.root = None if isinstance(node, Nothing) else node
            return
        top = self.opened[-1]
        if not top.is_record:
            top.items.append(node)
        elif top.skips_value:
            top.skips_value = False
        elif top.key is None:
            self._take_key(top, node)
        else:
            value = Nothing(top.key.place) if isinstance(node, Nothing) else node
            top.entries.append(Entry(top.key, value))
            top.key = None

    def _take_key(self, top: _Open, node: Node) -> None:
        fault = _key_fault(top, node)
        if fault is None and isinstance(node, Scalar):
            top.key = node
            top.keys[node.text] = node.place.line
        elif fault is not None:
            top.skips_value = True
            self._report(node.place, *fault)

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        place = self._between(event.start_mark, event.end_mark)
        if not event.style and not event.value:
            return Nothing(place)
        if event.style == "|":
            return self._block(event, place)
        mended = place.line - 1 in self.mended.changes
        return Scalar(event.value, place, plain=not event.style or mended)

    def _block(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        """A `|` text: each of its lines begins in a line of the file."""
        first = place.line
        count = len(event.value.rstrip("\n").split("\n"))
        rows = self.mended.source[first : first + count]
        indent = min((len(row) - len(row.lstrip(" ")) for row in rows if row.strip()), default=0)
        starts = tuple(Place(self.path, first + at + 1, indent + 1) for at in range(len(rows)))
        last = first + len(rows)
        end = len(rows[-1]) + 1 if rows else place.column
        return Scalar(
            event.value,
            Place(self.path, place.line, place.column, max(last, place.line), end),
            plain=False,
            line_places=starts,
        )

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        """Anchors and tags: the value is read as if they were not there."""
        tag = (getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
        for mark, word in (("&", event.anchor), ("", tag)):
            if word:
                self._report(
                    self._between(event.start_mark, event.start_mark),
                    "yaml-feature",
                    f"`{mark}{word}` is a mark for programs. Delete it, or put the text in "
                    "quotation marks if it belongs to the text.",
                )

    def _raw(self, done: _Open, place: Place) -> str:
        """The line of `- Stop: now`, which may have been meant as a text."""
        one_line = place.line == place.end_line and not done.in_brackets
        if (
            len(done.entries) != 1
            or not one_line
            or not (self.opened and not self.opened[-1].is_record)
        ):
            return ""
        row = self.mended.source[place.line - 1][place.column - 1 :]
        return split_comment(row)[0].rstrip()

    def _extent(self, done: _Open, event: yaml.Event) -> Place:
        """A block ends with its last value, not where the parser takes notice of it."""
        start = self._between(done.start, event.end_mark if done.in_brackets else done.start)
        values = [each.value for each in done.entries] or done.items
        if done.in_brackets or not values:
            return start
        last = values[-1].place
        return Place(self.path, start.line, start.column, last.end_line, last.end_column)

    def _between(self, start: Mark, end: Mark) -> Place:
        if self.as_typed:
            return Place(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        first_line, first = self._position(start)
        last_line, last = self._position(end)
        return Place(self.path, first_line, first, last_line, last)

    def _position(self, mark: Mark) -> tuple[int, int]:
        """The line and column, from 1, of a mark in the author's own text."""
        number = min(mark.line, len(self.mended.source) - 1)
        column = max(mark.column - self.lines.moved.get(number, 0), 0)
        return number + 1, self.mended.column(number, column) + 1

    def _report(self, place: Place, rule: str, message: str) -> None:
        self.problems.append(Problem(place, rule, Severity.ERROR, message))


_SECOND = 2


def _key_fault(top: _Open, node: Node) -> tuple[str, str] | None:
    """Why a node cannot be a key of the record: a rule and a sentence."""
    if not isinstance(node, Scalar):
        return (
            "yaml-syntax",
            "YAML reads this as a key, and a key is a word or a text. Put it in quotation marks.",
        )
    if node.text == "<<" and node.plain:
        return (
            "yaml-feature",
            "`<<` merges another part of the file into this one. Write out those keys.",
        )
    if node.text in top.keys:
        message = (
            f"The key '{node.text}' stands here a second time, after line "
            f"{top.keys[node.text]}. Keep one of them."
        )
        return "duplicate-key", message
    return None
