"""What stands on a slide or in its notes, in a form that every output can walk.

No Markdown and no HTML is left here: a text is a row of `Run`s, and a block is one of the
kinds of `Block`. A writer (HTML, PowerPoint, paper) matches them and ends in `assert_never`.

    Paragraph  Subheading  Bullets  Table  Picture  Callout  Quotation  Code     of prose
    Paper  Flags  CaseFacts                                                      of our blocks
    Options  Pairs  Steps  Spots                                                 of questions
    Parts                                                                        of a plate
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same from its first to its last character."""

    text: str
    """Never empty; a line break that the author kept is a newline in it."""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    """An address that works from anywhere: https:, tel:, mailto:. Links within the site are
    plain text on a slide."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a slide or its notes."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list."""

    runs: Runs
    level: int = 0
    """0 for the outermost list."""
    number: int | None = None
    """Its number where the list counts."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, flattened: nested lists are items of a higher level."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: all rows have as many cells as the header, which may be empty texts."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the course."""

    path: str
    """Relative to the course's root, like `modules/images/two-clocks.svg`."""
    alt: str
    """Empty where it only decorates."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A box with a title: `!!! tip "For the dispatcher"`."""

    kind: str
    """The engine's word: note, tip, warning …"""
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A line of a paper."""

    number: int
    """From 1; what the room calls out."""
    label: str
    """Empty for a plain line."""
    runs: Runs
    flagged: bool = False
    """A red flag. To be shown only where the paper is `revealed`."""
    why: Runs = ()
    """Why it is a flag, or why it is none. Only where the paper is `revealed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper to look at: an e-mail, an order, a label."""

    title: str
    number: str = ""
    """What stands at the right of the title, like an order's number."""
    lines: tuple[PaperLine, ...]
    asked: bool = False
    """True for a question's paper: its lines are numbered, and the room marks some."""
    revealed: bool = True
    """False: flags and reasons are not shown yet."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag of the register."""

    id: str
    runs: Runs
    why: Runs = ()


@dataclass(frozen=True, slots=True)
class Flags:
    """Red flags, as cards."""

    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The line under a real case."""

    as_of: str
    """In words: November 21, 2026."""
    status: str
    source: str
    """Title and publisher, or the word for invented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What the room may vote for."""

    letter: str
    """A, B, C …"""
    runs: Runs
    right: bool = False
    """To be shown only where the options are `revealed`. Always False in a scenario."""
    why: Runs = ()
    """The reason. Only where the options are `revealed`."""
    go: str = ""
    """In a scenario: the id of the slide that it leads to."""
    best: bool = False
    """In a scenario: the first step of the shortest way to a good end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices to vote for with cards or hands."""

    options: tuple[Option, ...]
    many: bool = False
    """True where more than one may be right."""
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What belongs together: `match` and `sort`.

    Left sides are called by numbers from 1, right sides by letters from A.
    """

    lefts: tuple[Runs, ...]
    rights: tuple[Runs, ...]
    answer: tuple[int, ...]
    """For each left side the index of its right side. Only where `revealed`."""
    whys: tuple[Runs, ...]
    """For each left side the reason, or nothing. Only where `revealed`."""
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Steps to put in order. Each keeps its letter; `revealed` ones stand in the right order."""

    steps: tuple[tuple[str, Runs], ...]
    """(letter, text)"""
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A part of a picture; left, top, width, height in percent of it."""

    number: int
    runs: Runs
    left: float
    top: float
    width: float
    height: float
    right: bool
    """A red flag. Only where the spots are `revealed`."""
    why: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """A picture of which parts are to be marked."""

    picture: Picture
    spots: tuple[Spot, ...]
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line of a plate: a part of the deck, done, here, or still to come."""

    title: str
    state: str
    """`done`, `here` or `todo`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Where we are: "Part 2 of 3", and all parts."""

    number: int
    """From 1."""
    parts: tuple[Part, ...]
    minutes: int


Block = (
    Paragraph
    | Subheading
    | Bullets
    | Table
    | Picture
    | Callout
    | Quotation
    | Code
    | Paper
    | Flags
    | CaseFacts
    | Options
    | Pairs
    | Steps
    | Spots
    | Parts
)


def plain(runs: Runs) -> str:
    """The text alone, on one line."""
    return " ".join("".join(run.text for run in runs).split())
