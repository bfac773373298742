"""Tells of lines that look like a mark of Markdown, and that the engine prints as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursebuilder.problem import Place
from coursebuilder.prose import EngineBlock
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.heading_attributes import Titled
from coursebuilder.reading.markdown_lines import TAB, Line
from coursebuilder.reading.markdown_marks import CALLOUTS, line_place

SECTION_LEVEL = 2
"""The hashes of a heading that begins a section."""

_COURSE_NAMES = ("trainer", "slide")
_HEADING = re.compile(r"#{2,6}[ \t]+\S")
_CALLOUT = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]*[\"']?" + f"({'|'.join((*CALLOUTS, *_COURSE_NAMES))})" + r"\b",
    re.IGNORECASE,
)


def tell_printed(lines: Sequence[Line], findings: Findings) -> None:
    """Tell of marks among the lines of a paragraph."""
    for line in lines:
        if line.text[0] == "#" and 0 < line.indent < TAB and _HEADING.match(line.text):
            findings.error(
                "malformed-heading",
                line_place(line, findings.path),
                "Spaces stand before this heading, so that the page would print its hashes. "
                "Take the spaces away.",
                line.text.rstrip(),
            )
        elif line.text[0] in "!?" and (found := _CALLOUT.match(line.text)):
            name = found[1].lower()
            findings.error(
                "malformed-block",
                line_place(line, findings.path),
                "This callout is not written as it should be, so that the page would print the "
                f'line. Write `!!! {name} "Its title"`, at the margin of what stands around it.',
            )


def tell_of_hidden_section(level: int, titled: Titled, place: Place, findings: Findings) -> None:
    """Tell of a section that would begin where no learner sees it."""
    if level == SECTION_LEVEL and any(key.value == "minutes" for key, _ in titled.attributes):
        findings.error(
            "malformed-heading",
            place,
            "A section cannot begin inside a block for the trainer or the slide. "
            "End the block before it.",
        )


def tell_misplaced(block: EngineBlock, findings: Findings) -> None:
    """Tell of a callout with the name of a block that no learner sees."""
    if block.name in _COURSE_NAMES:
        findings.error(
            "malformed-block",
            block.place,
            f"Written as a callout, what is in here is shown to learners. "
            f"A {block.name} block begins with `/// {block.name}` and ends with `///`.",
            f"/// {block.name}",
        )
