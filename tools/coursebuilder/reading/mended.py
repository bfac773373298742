"""A YAML text that was mended: what was changed where, and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coursebuilder.reading.flow import Change
from coursebuilder.reading.quoting import quote

REASONS = {
    "colon": "A colon followed by a space makes YAML look for a key in the middle of this text.",
    "mark": "YAML gives the mark at the beginning of this text a meaning of its own.",
    "hash": "YAML takes everything from the # on as a comment and drops it.",
    "comma": "In one-line braces a comma ends the text, and the rest of it is lost.",
    "number": "Within brackets on one line a comma parts two items, and here it cuts a number.",
    "braces": "Within brackets or braces on one line YAML stumbles over this text.",
    "list": "Within brackets on one line YAML stumbles over this text.",
    "open": "A quotation mark opens this text, and none closes it.",
    "quotes": "YAML ends this text at its second quotation mark.",
    "escape": "In double quotation marks YAML gives the backslash a meaning of its own.",
    "tab": "YAML does not take tabs here. Type spaces.",
    "colon-space": "A space is missing behind the colon of the key.",
    "colon-missing": "The colon behind the key is missing.",
    "dash-space": "A space is missing behind the dash.",
    "label": "This line has a key under it, so it needs one itself.",
}
_QUOTING = " Put the text in quotation marks."


@dataclass(frozen=True, slots=True)
class Slip:
    """A mended stretch of one line, columns from 0 in the author's text."""

    line: int
    start: int
    end: int
    reason: str
    changes: tuple[tuple[int, Change], ...] = ()
    """What mends it: line numbers with changes."""

    def message(self) -> str:
        """Say what YAML does here and how it is written."""
        sentence = REASONS[self.reason]
        bare = self.reason in {"tab", "colon-space", "colon-missing", "dash-space", "label"}
        return sentence if bare else sentence + _QUOTING


@dataclass(slots=True)
class Mended:
    """The text line by line, with the changes made to each line (columns from 0)."""

    source: list[str]
    changes: dict[int, list[Change]] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)

    def line(self, number: int) -> str:
        """Give the line with its changes made."""
        text = self.source[number]
        for change in reversed(self.changes.get(number, [])):
            text = text[: change.start] + change.text + text[change.end :]
        return text

    def corrected(self, slip: Slip) -> str:
        """Give the line of a slip as it should be; the lines joined, where it needs several."""
        numbers = sorted({number for number, _ in slip.changes})
        return " ".join(self.line(number).strip() for number in numbers)

    def column(self, number: int, column: int) -> int:
        """Where a column of the mended line stood in the author's line."""
        shift = 0
        for change in self.changes.get(number, []):
            start = change.start + shift
            if column <= start:
                break
            if column < start + len(change.text):
                return min(change.start + column - start, change.end)
            shift += len(change.text) - (change.end - change.start)
        return column - shift

    def change(self, number: int, change: Change) -> None:
        """Note a change of a line, and that it was needed."""
        self._insert(number, change)
        self.slips.append(
            Slip(number, change.start, change.end, change.reason, ((number, change),))
        )

    def _insert(self, number: int, change: Change) -> None:
        row = self.changes.setdefault(number, [])
        row.append(change)
        row.sort(key=lambda each: (each.start, each.end))

    def wrap(self, first: int, start: int, last: int, slip: Slip) -> None:
        """Put a text of several lines in quotation marks."""
        body = "\n".join([self.source[first][start:], *self.source[first + 1 : last + 1]])
        changes = []
        for number, text in enumerate(quote(body.rstrip()).split("\n"), start=first):
            begin = start if number == first else 0
            change = Change(begin, len(self.source[number].rstrip()), text, slip.reason)
            changes.append((number, change))
            self._insert(number, change)
        self.slips.append(replace(slip, changes=tuple(changes)))
