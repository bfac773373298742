"""Reads comments that switch a rule off for what follows: `<!-- allow rule-id: reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.nearest import nearest
from coursebuilder.problem import Place
from coursebuilder.prose import Allow, Located, Text
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, leaf_of, place_in
from coursebuilder.reading.markdown_lines import Line, line_of

_ALLOW = re.compile(r"<!--\s*(allow)\b(\s*:)?\s*(.*?)\s*-->", re.DOTALL)
_ALMOST = re.compile(r"<!--\s*([A-Za-z-]+)\b(\s*:)?\s*([a-z]+(?:-[a-z]+)+\s*:.*?)\s*-->", re.DOTALL)
_TRIED = ("ignore", "disable", "skip", "suppress", "noqa")
_COMMENT = re.compile(r"<!--.*?-->[ \t]*")
_RULE = re.compile(r"([^\s:,]+)(?:\s*,\s*[^\s:,]+)*")
_NAMES = re.compile(r"[^\s:,]+")


@dataclass(frozen=True, slots=True)
class Pending:
    """A rule that is switched off for the block that comes next."""

    rule: Text
    reason: str
    line: int

    def over(self, first: int, last: int) -> Allow:
        """The rule switched off for these lines."""
        return Allow(self.rule, self.reason, self.rule.place.path, first, last)


def read_allow(line: Line, findings: Findings) -> Iterator[Pending]:
    """Read a comment; one that switches nothing off gives nothing."""
    rows = line.text.split("\n")
    columns = [line.column, *([1] * (len(rows) - 1))]
    leaf = leaf_of(
        findings.path,
        [
            (row, line.number + at, column)
            for at, (row, column) in enumerate(zip(rows, columns, strict=True))
        ],
    )
    found = _ALLOW.match(leaf.text) or _almost(leaf.text)
    if not found:
        return
    names = _RULE.match(found[3])
    if not names:
        if found[2] or not found[3]:
            _malformed(place_in(leaf, *found.span()), "It names no rule.", findings)
        return
    rest = found[3][names.end() :].lstrip()
    if not _is_meant(found, names, rest):
        return
    _tell(place_in(leaf, *found.span()), found, names, rest, findings)
    reason = " ".join(rest.removeprefix(":").split())
    for name in _NAMES.finditer(names[0]):
        start = found.start(3) + name.start()
        place = place_in(leaf, start, start + len(name[0]))
        yield Pending(Located(name[0], place), reason, line.number)


def read_leading(line: Line, findings: Findings) -> Iterator[Pending]:
    """Read the comments with which the first line of a list's item begins."""
    at = 0
    while comment := _COMMENT.match(line.text, at):
        text = comment.group().rstrip()
        yield from read_allow(line_of(text, line.number, line.column + at), findings)
        at = comment.end()


def tell_inline(
    leaf: Leaf, comments: list[tuple[int, int]], findings: Findings, *, begins_item: bool = False
) -> None:
    """Tell of such comments in the middle of a text, where they switch nothing off.

    Those with which an item of a list begins are read by `read_leading`.
    """
    for start, end in comments:
        if begins_item and not _COMMENT.sub("", leaf.text[:start]).strip():
            continue
        found = _ALLOW.match(leaf.text, start, end)
        if found and "-" in found[3].partition(":")[0]:
            place = place_in(leaf, start, end)
            message = "It stands in the middle of a text, and belongs on a line of its own before."
            _malformed(place, message, findings)


def _almost(text: str) -> re.Match[str] | None:
    """A comment with a rule and a reason behind another word."""
    found = _ALMOST.match(text)
    if not found:
        return None
    word = found[1].lower()
    return found if word in _TRIED or nearest(word, ("allow",)) else None


def _is_meant(found: re.Match[str], names: re.Match[str], rest: str) -> bool:
    """Whether a comment that begins with the word is more than a remark."""
    return bool(found[2]) or rest.startswith(":") or not rest or "-" in names[0]


def _tell(
    place: Place, found: re.Match[str], names: re.Match[str], rest: str, findings: Findings
) -> None:
    if found[1] != "allow":
        _malformed(place, f"Here stands '{found[1]}'.", findings)
    elif found[2]:
        _malformed(place, "The colon stands behind the rule, not before it.", findings)
    elif "," in names[0]:
        _malformed(place, "It switches off one rule; write a comment for each.", findings)
    elif rest and not rest.startswith(":"):
        _malformed(place, f"A colon is missing behind '{names[0]}'.", findings)


def _malformed(place: Place, message: str, findings: Findings) -> None:
    form = "`<!-- allow rule-id: reason -->`"
    findings.error("malformed-allow", place, f"A rule is switched off with {form}. {message}")
