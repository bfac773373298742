"""Reads the lines that begin and end blocks: `/// name | argument` and `///`.

What the engine would print instead of making a block of it is told of, and read as meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coursebuilder.nearest import nearest
from coursebuilder.problem import Place
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.markdown_lines import TAB, Kind, Line

COURSE_BLOCKS = (
    *("trainer", "slide", "question", "quiz", "scenario"),
    *("redflags", "document", "case"),
)
ENGINE_BLOCKS = ("details", "tab", "caption")
BLOCKS = (*COURSE_BLOCKS, *ENGINE_BLOCKS)

_MEANT = {
    **dict.fromkeys(
        ("teacher", "note", "notes", "presenter", "speaker", "instructor", "facilitator"),
        "trainer",
    ),
    **dict.fromkeys(("redflag", "red-flags", "red-flag", "red_flags", "flags"), "redflags"),
    **dict.fromkeys(("test", "questions"), "quiz"),
    **dict.fromkeys(("doc", "paper", "exhibit", "email", "letter"), "document"),
    **dict.fromkeys(("example", "story"), "case"),
    **dict.fromkeys(("branching", "dialogue"), "scenario"),
    **dict.fromkeys(("collapse", "collapsible", "spoiler"), "details"),
    **dict.fromkeys(("figure", "figure-caption", "table-caption"), "caption"),
}
_END = re.compile(r"(/{2,})[ \t]*$")
_START = re.compile(r"/{3,}[ \t]*([\w-]+)[ \t]*(?:\||$)")
_PARTS = re.compile(r"^(/{2,})([ \t]*)([\w-]*)[ \t]*(\|?)[ \t]*(.*)$")
_UNKNOWN, _MALFORMED = "unknown-block", "malformed-block"
_HEADING = re.compile(r"#{1,2}(?!#)")


@dataclass(frozen=True, slots=True)
class Mark:
    """The first line of a block, read as meant."""

    slashes: int
    name: str
    """One of `BLOCKS`, or as typed where none was meant."""
    argument: str
    argument_column: int
    """In the file; behind the line's last character where there is no argument."""
    line: Line
    place: Place
    """The first line, without white space around."""
    fault: str = ""
    """What the author has to change, as a sentence; "" where all is well."""
    rule: str = "malformed-block"
    """The rule that a fault breaks."""
    right: str = ""
    """The corrected line, where it is known."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """The parts of a first line as typed."""

    slashes: str
    gap: str
    name: str
    bar: str
    rest: str


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the block ends that begins at a line of a run."""

    mark: Mark
    end: int
    """Index behind the last line of its inside."""
    closed: bool


@dataclass(slots=True)
class _Open:
    index: int
    mark: Mark


@dataclass(slots=True)
class _Matching:
    """Beginnings and ends on their way to each other."""

    lines: Sequence[Line]
    findings: Findings
    open: list[_Open] = field(default_factory=list)
    extents: dict[int, Extent] = field(default_factory=dict)


def is_mark(line: Line) -> bool:
    """Whether a line begins or ends a block, or was meant to."""
    if line.indent >= TAB or line.kind is not Kind.TEXT or not line.text.startswith("//"):
        return False
    return line.text.startswith("///") or _two_slashes(line.text)


def match_marks(lines: Sequence[Line], findings: Findings) -> Mapping[int, Extent]:
    """Find the blocks of a run of lines: their extents by the index of their first line.

    Blocks inside blocks are found, too. Each mistake is told of.
    """
    matching = _Matching(lines, findings)
    for index, line in enumerate(lines):
        if not is_mark(line):
            continue
        if found := _END.match(line.text):
            _close(matching, index, len(found[1]), line)
        else:
            _open(matching, _Open(index, read_mark(line, findings.path)))
    for each in matching.open:
        _give_up(matching, each, _likely_end(lines, each.index))
    for extent in matching.extents.values():
        _tell(extent.mark, findings)
    return matching.extents


def tell_too_deep(line: Line, findings: Findings) -> None:
    """Tell of a block that is indented so far that the engine prints its lines."""
    if line.indent < TAB or not line.text.startswith("///"):
        return
    found = _START.match(line.text.rstrip())
    if found and found[1].lower() in COURSE_BLOCKS:
        findings.error(
            "malformed-block",
            Place(findings.path, line.number, line.column),
            f"This line is indented so far that it begins no block '{found[1]}'. "
            "Take the spaces before it away; in a list, leave an empty line before it.",
        )


def read_mark(line: Line, path: str) -> Mark:
    """Read a line that begins a block, or was meant to."""
    text = line.text.rstrip()
    typed = _Typed(*_PARTS.split(text)[1:-1])
    name = _meant(typed.name)
    argument = _argument(typed)
    start = len(text) - len(typed.rest) + typed.rest.find(argument)
    right = f"{max(typed.slashes, '///')} {name}" + (f" | {argument}" if argument else "")
    fault, rule = _fault(typed, name, right)
    place = Place(path, line.number, line.column, line.number, line.column + len(text))
    return Mark(
        slashes=len(typed.slashes),
        name=name or typed.name,
        argument=argument,
        argument_column=line.column + start,
        line=line,
        place=place,
        fault=fault,
        rule=rule,
        right=right if fault and name else "",
    )


def _argument(typed: _Typed) -> str:
    """What stands behind the bar, or what was meant to."""
    if not typed.bar:
        return typed.rest.strip(" \t|:-[]()\"'")
    return typed.rest.rstrip("/").rstrip() if typed.rest.endswith("///") else typed.rest


def _fault(  # noqa: PLR0911 - one a fault
    typed: _Typed, name: str, right: str
) -> tuple[str, str]:
    """What is wrong with a first line, and the rule that it breaks."""
    if not typed.name:
        return "The name of the block is missing behind the slashes.", _MALFORMED
    if not name:
        listed = ", ".join(BLOCKS[: len(COURSE_BLOCKS) + 2])
        return f"There is no block '{typed.name}'. Blocks are: {listed}.", _UNKNOWN
    if typed.name.lower() != name:
        return f"There is no block '{typed.name}'. Did you mean '{name}'?", _UNKNOWN
    if typed.name != name:
        return f"The name of a block is written in small letters: '{name}'.", _MALFORMED
    if len(typed.slashes) == 2:  # noqa: PLR2004
        return f"A block begins with three slashes: `{right}`.", _MALFORMED
    if not typed.bar and typed.rest:
        message = f"A bar is missing between '{name}' and what follows: `{right}`."
        return message, _MALFORMED
    if not typed.gap:
        return f"A space is missing between the slashes and '{name}'.", _MALFORMED
    if typed.rest.endswith("///"):
        return "The end of a block, `///`, stands on a line of its own.", _MALFORMED
    return "", _MALFORMED


def _two_slashes(text: str) -> bool:
    """Whether a line with two slashes only was meant to begin or end a block."""
    found = _PARTS.match(text)
    if not found:
        return False
    name, rest = found[3], found[5]
    if not name:
        return not rest
    return name.lower() in COURSE_BLOCKS and (not rest or rest[0] == "|")


def _meant(typed: str) -> str:
    """The block that a word means; "" where none is near."""
    word = typed.lower()
    if word in BLOCKS or not word:
        return word
    return _MEANT.get(word) or nearest(word, BLOCKS)


def _open(matching: _Matching, opened: _Open) -> None:
    """Begin a block. One of ours is over at the first end with as many slashes as it has."""
    waiting = matching.open
    mark = opened.mark
    while waiting and waiting[-1].mark.slashes == mark.slashes and not _holds(waiting[-1].mark):
        _give_up(matching, waiting.pop(), opened.index)
    waiting.append(opened)


def _holds(mark: Mark) -> bool:
    """Whether a block may hold another with as many slashes."""
    return mark.name in (*ENGINE_BLOCKS, "case")


def _close(matching: _Matching, index: int, slashes: int, line: Line) -> None:
    """Give an end to the block that it ends."""
    waiting = matching.open
    if waiting and _fits(waiting[-1].mark, slashes):
        opened = waiting.pop()
        matching.extents[opened.index] = Extent(opened.mark, index, closed=True)
        return
    if slashes == 2:  # noqa: PLR2004 - a mere `//` is text
        return
    if not waiting:
        _stray(matching, line, "No block is open here that this line could end. Delete it.")
        return
    if any(_fits(each.mark, slashes) for each in waiting):
        while not _fits(waiting[-1].mark, slashes):
            opened = waiting.pop()
            _give_up(matching, opened, min(index, _likely_end(matching.lines, opened.index)))
        _close(matching, index, slashes, line)
        return
    _mismatch(matching, waiting.pop(), index, slashes, line)


def _fits(mark: Mark, slashes: int) -> bool:
    if mark.slashes == 2:  # noqa: PLR2004 - told of already
        return slashes <= 3  # noqa: PLR2004
    return mark.slashes == slashes


def _mismatch(matching: _Matching, opened: _Open, index: int, slashes: int, line: Line) -> None:
    mark = opened.mark
    matching.extents[opened.index] = Extent(mark, index, closed=True)
    matching.findings.error(
        "unclosed-block",
        mark.place,
        f"Block '{mark.name}' begins with {mark.slashes} slashes, but line {line.number} ends it "
        f"with {slashes}. Write the same number in both.",
        mark.line.text.replace("/" * mark.slashes, "///", 1).rstrip(),
    )
    _stray(
        matching,
        line,
        f"This line has {slashes} slashes, but the block that it should end begins with "
        f"{mark.slashes}, on line {mark.line.number}. Write the same number in both.",
    )


def _stray(matching: _Matching, line: Line, message: str) -> None:
    text = line.text.rstrip()
    place = Place(
        matching.findings.path, line.number, line.column, line.number, line.column + len(text)
    )
    matching.findings.error("unclosed-block", place, message)


def _give_up(matching: _Matching, opened: _Open, end: int) -> None:
    """Tell of a block that nothing ends."""
    mark = opened.mark
    matching.extents[opened.index] = Extent(mark, end, closed=False)
    if mark.name in BLOCKS:
        matching.findings.error(
            "unclosed-block",
            mark.place,
            f"Block '{mark.name}' has no end. "
            f"Write `{'/' * max(3, mark.slashes)}` on a line of its own where it ends.",
        )


def _likely_end(lines: Sequence[Line], index: int) -> int:
    """Where a block without an end most likely ends, so that the rest can be read."""
    for at in range(index + 1, len(lines)):
        line = lines[at]
        if line.kind is Kind.TEXT and (
            (line.indent == 0 and _HEADING.match(line.text))
            or (is_mark(line) and not _END.match(line.text))
        ):
            return at
    return len(lines)


def _tell(mark: Mark, findings: Findings) -> None:
    if mark.fault:
        findings.error(mark.rule, mark.place, mark.fault, mark.right)
