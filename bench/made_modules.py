"""A module's text, made up: its parts, and the two ways to write them down.

`as_course` writes what our formats have for each part; `as_plain` writes the same page for plain
MkDocs + Material, without exercises and without what learners never see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from words import Words

SECTIONS = 4
PRIORITIES = ("must", "must", "should", "could")


@dataclass(frozen=True)
class Names:
    """What the registers hold, for parts that name entries of them."""

    sources: list[str]
    contacts: dict[str, str]
    """Phone numbers."""
    flags: dict[str, dict[str, str]]
    """Text and why of each red flag."""


@dataclass(frozen=True)
class Heading:
    """`##`, or `###` where it has no minutes."""

    title: str
    id: str = ""
    minutes: int = 0
    priority: str = ""
    objectives: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Prose, perhaps with a citation."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Points:
    """A list with one citation under it."""

    items: list[str]
    source: str


@dataclass(frozen=True)
class Table:
    """Two columns; the second has figures."""

    rows: list[tuple[str, str]]
    source: str


@dataclass(frozen=True)
class Callout:
    """An admonition."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class Aside:
    """What learners do not see: a trainer's note or a slide."""

    opening: str
    text: str


@dataclass(frozen=True)
class Cards:
    """Red flags."""

    ids: list[str]


@dataclass(frozen=True)
class Call:
    """A contact in a sentence."""

    text: str
    contact: str


@dataclass(frozen=True)
class Paper:
    """A document to look at."""

    title: str
    lines: list[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """A case, invented."""

    title: str
    text: str
    date: str


@dataclass(frozen=True)
class Picture:
    """A diagram."""

    alt: str


@dataclass(frozen=True)
class Exercise:
    """Places a question or a scenario."""

    kind: str
    id: str


Part = (
    Heading
    | Paragraph
    | Points
    | Table
    | Callout
    | Aside
    | Cards
    | Call
    | Paper
    | Case
    | Picture
    | Exercise
)


def make_parts(
    words: Words, names: Names, objectives: list[str], exercises: list[Exercise], date: str
) -> Iterator[Part]:
    """The parts of a page of about nine hundred words."""
    yield Paragraph(words.paragraph(4))
    for number in range(SECTIONS):
        yield _heading(words, number, objectives)
        yield Paragraph(words.paragraph(4), words.pick(*names.sources))
        yield Points([words.sentence() for _ in range(4)], words.pick(*names.sources))
        yield from _middle(words, number, names, date)
        yield from exercises[number : number + 1]
        yield Aside("slide", "\n".join(f"- {words.phrase()}" for _ in range(3)))
        yield Aside("trainer | Ask", f"{words.sentence()} What would you do?")
        yield Aside("trainer | Say", words.paragraph(2))


def _heading(words: Words, number: int, objectives: list[str]) -> Heading:
    """Each section teaches its share of the objectives; must-sections all of them together."""
    taught = objectives[number % 2 :: 2] or objectives
    return Heading(
        f"{words.thing()} and {words.thing().lower()}",
        f"part-{number + 1}",
        minutes=3 + number,
        priority=PRIORITIES[number],
        objectives=" ".join(taught),
    )


def _middle(words: Words, number: int, names: Names, date: str) -> Iterator[Part]:
    """What makes each section another one."""
    match number:
        case 0:
            yield Callout("tip", "Ask for a thing that you can check", words.paragraph(2))
            yield Cards(words.random.sample(sorted(names.flags), 4))
            yield Picture(f"{words.sentence()} An arrow leads from the seller to the buyer.")
        case 1:
            rows = [(words.thing(), f"{words.random.randrange(11, 99)} drums") for _ in range(5)]
            yield Table(rows, words.pick(*names.sources))
            yield Heading(words.thing())
            yield Paragraph(words.paragraph(6), words.pick(*names.sources))
        case 2:
            yield Paper(
                f"Order for a {words.thing().lower()}",
                [(label, words.sentence()) for label in ("From", "To", "Ship to", "Remark")],
            )
            yield Paragraph(words.paragraph(4))
            yield Callout("warning", "Stop here", words.paragraph(2))
        case _:
            yield Case(f"The {words.thing().lower()}", words.paragraph(4), date)
            yield Call(words.sentence(), words.pick(*names.contacts))
            yield Paragraph(words.paragraph(4))


def as_course(part: Part) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a part
    """A part in our formats."""
    match part:
        case Heading(title, ""):
            return f"### {title}"
        case Heading():
            time = f"minutes={part.minutes} priority={part.priority}"
            return f'## {part.title} {{#{part.id} {time} objectives="{part.objectives}"}}'
        case Paragraph(text, source):
            return f"{text} [@{source}]" if source else text
        case Points(items, source):
            return "\n".join(f"- {item}" for item in items) + f"\n\n[@{source}]"
        case Table(rows, source):
            return f"{_table(rows)}\n\n[@{source}]"
        case Callout():
            return _callout(part)
        case Aside(opening, text):
            return f"/// {opening}\n{text}\n///"
        case Cards(ids):
            return f"/// redflags | {', '.join(ids)}\n///"
        case Call(text, contact):
            return f"{text} Call [](contact:{contact})."
        case Paper(title, lines):
            inside = "\n".join(f"{label}: {text}" for label, text in lines)
            return f"/// document | {title} (invented)\n{inside}\n///"
        case Case(title, text, date):
            options = f"    as_of: {date}\n    status: made up for teaching\n    source: invented"
            return f"/// case | {title}\n{options}\n{text}\n///"
        case Picture(alt):
            return f"![{alt}](images/route.svg)"
        case Exercise(kind, name):
            return f"/// {kind} | {name}\n///"


def as_plain(part: Part, names: Names) -> str:  # noqa: C901, PLR0911 - one case a part
    """The same part, by the means of plain Material; "" for what is ours alone."""
    match part:
        case Heading(title, ""):
            return f"### {title}"
        case Heading():
            return f"## {part.title} {{#{part.id}}}"
        case Paragraph(text, source):
            return f"{text} {_cited(source)}" if source else text
        case Points(items, source):
            return "\n".join(f"- {item}" for item in items) + f"\n\n{_cited(source)}"
        case Table(rows, source):
            return f"{_table(rows)}\n\n{_cited(source)}"
        case Callout():
            return _callout(part)
        case Aside() | Exercise():
            return ""
        case Cards(ids):
            flags = [names.flags[each] for each in ids]
            return "\n".join(f"- **{flag['text']}** {flag['why']}" for flag in flags)
        case Call(text, contact):
            phone = names.contacts[contact]
            return f"{text} Call [{phone}](tel:{phone})."
        case Paper(title, lines):
            return f"**{title}**\n\n{_table(lines)}"
        case Case(title, text, date):
            return _callout(Callout("example", title, f"As of {date}.\n{text}"))
        case Picture(alt):
            return f"![{alt}](images/route.svg)"


def _cited(source: str) -> str:
    """A note as Material's users write it."""
    return f"[^{source}]"


def _table(rows: list[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |" for left, right in rows]
    return "\n".join(["| What | On the note |", "| --- | --- |", *lines])


def _callout(part: Callout) -> str:
    inside = part.text.replace("\n", "\n    ")
    return f'!!! {part.kind} "{part.title}"\n    {inside}'
