"""Reads a module's sections from its headings with two hashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coursebuilder.course import Priority, Section
from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Heading, Located, Prose, Text
from coursebuilder.reading.fields import Fields, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.markdown_slips import SECTION_LEVEL
from coursebuilder.reading.nodes import Entry, Nothing, Record, Scalar
from coursebuilder.reading.shapes import Shape
from coursebuilder.reading.values import Value, check_id

SECTION = Shape("a section", ("minutes", "priority", "objectives"), "in a heading with two hashes")

_HTML = re.compile(r"(?:data|aria)-[\w-]+|title|lang|dir|translate")


def read_sections(prose: Prose, last_line: int, findings: Findings) -> tuple[Section, ...]:
    """Read the sections of a module that ends with a line; tell of what the headings lack."""
    _tell_of_levels(prose.headings, findings)
    begun = [each for each in prose.headings if each.top and each.level == SECTION_LEVEL]
    ends = [each.place.line - 1 for each in begun[1:]] + [last_line]
    return tuple(
        _section(heading, end, prose, findings)
        for heading, end in zip(begun, ends[: len(begun)], strict=True)
    )


def _tell_of_levels(headings: Sequence[Heading], findings: Findings) -> None:
    for heading in headings:
        if heading.level == 1:
            findings.error(
                "heading-one-in-body",
                heading.place,
                "The page's heading is made of `title` in the front matter. "
                "Write a section's heading with two hashes, `##`.",
                f"## {heading.title}",
            )
        elif heading.level > SECTION_LEVEL or not heading.top:
            _tell_of_strays(heading, findings)


def _tell_of_strays(heading: Heading, findings: Findings) -> None:
    """Attributes of a section on a heading that begins none."""
    for key in SECTION.keys:
        if key in heading.attributes:
            findings.error(
                "unknown-key",
                heading.attributes[key].place,
                f"`{key}` belongs to a section, whose heading has two hashes and stands at the "
                "margin, outside of everything. Take it away here.",
            )


def _section(heading: Heading, last_line: int, prose: Prose, findings: Findings) -> Section:
    fields = _fields(heading, Findings(findings.path))
    _tell_of_id(heading, findings)
    if "minutes" not in fields:
        findings.error(
            "section-without-minutes",
            heading.place,
            f"Section '{heading.title}' has no minutes. Add them to its heading: "
            "`{#id minutes=5}`.",
        )
    priority = fields.one_of("priority", tuple(Priority))
    minutes = fields.whole("minutes")
    findings.problems.extend(_as_attribute(problem) for problem in fields.findings.problems)
    return Section(
        id=heading.id,
        title=heading.title,
        minutes=minutes,
        priority=Priority(priority.value) if priority else Priority.SHOULD,
        objectives=_objectives(heading, findings),
        place=heading.place,
        first_line=heading.place.line,
        last_line=last_line,
        blocks=tuple(
            block for block in prose.blocks if heading.place.line < block.place.line <= last_line
        ),
    )


def _tell_of_id(heading: Heading, findings: Findings) -> None:
    if heading.id_given:
        check_id(Scalar(heading.id.value, heading.id.place), findings)
        return
    name = heading.id.value.replace("_", "-").strip("-") or "its-id"
    findings.error(
        "section-without-id",
        heading.place,
        f"Section '{heading.title}' has no id. Add one at the end of its heading: `{{#{name}}}`.",
    )


def _fields(heading: Heading, findings: Findings) -> Fields:
    """The attributes as a record; those of HTML go through to the page."""
    entries = tuple(_entries(heading))
    record = Record(entries, heading.place)
    value = Value(f"Section '{heading.title}'", record, heading.place)
    fields = open_record(value, SECTION, findings, value.key, heading.place)
    return fields or Fields(record, SECTION, value.key, heading.place, findings)


def _as_attribute(problem: Problem) -> Problem:
    """Write the hint as attributes are written, `minutes=5`."""
    return replace(problem, hint=problem.hint.replace(": ", "=", 1))


def _entries(heading: Heading) -> Iterator[Entry]:
    for key, text in heading.attributes.items():
        if not _HTML.fullmatch(key):
            node = Scalar(text.value, text.place) if text.value else Nothing(text.place)
            yield Entry(Scalar(key, text.place), node)


def _objectives(heading: Heading, findings: Findings) -> tuple[Text, ...]:
    text = heading.attributes.get("objectives")
    if text is None:
        return ()
    if "," in text.value or ";" in text.value:
        right = " ".join(re.split(r"[\s,;]+", text.value.strip(" ,;")))
        findings.error(
            "wrong-value",
            text.place,
            f'Spaces stand between several objectives of a section: `objectives="{right}"`.',
            f'objectives="{right}"',
        )
    return tuple(_names(text))


def _names(text: Text) -> Iterator[Text]:
    place = text.place
    exact = place.end_column == place.column + len(text.value)
    for found in re.finditer(r"[^\s,;]+", text.value):
        if exact:
            start = place.column + found.start()
            inner = Place(place.path, place.line, start, place.line, start + len(found[0]))
            yield Located(found[0], inner)
        else:
            yield Located(found[0], place)
