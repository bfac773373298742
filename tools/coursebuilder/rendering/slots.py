"""Slots: places in a page that are filled last.

A question's HTML is large and must never be searched, indexed or parsed again. So the page
carries an empty element in its place, and the HTML goes in when all others are done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

SLOT = re.compile(r'<div data-course-slot="(\d+)"></div>')

GLUED = re.compile(r'(?:<sup class="cite|<dfn class="term">|(?<=</a></span>)[^\s<])')
"""What may not begin a line: a note's number, a term behind a bracket, a bracket behind a term."""
WORD_JOINER = "\u2060"


class Slots:
    """The HTML that waits to be put in, by number."""

    def __init__(self) -> None:
        self.waiting: dict[str, Markup] = {}

    def keep(self, html: Markup) -> Markup:
        """Keep the HTML for later and give the slot to write in its place."""
        number = str(len(self.waiting) + 1)
        self.waiting[number] = html
        return Markup('<div data-course-slot="{}"></div>').format(number)


def fill_slots(html: str, waiting: Mapping[str, Markup]) -> str:
    """Put the HTML into its slots, and glue what must not stand alone on a line."""
    return SLOT.sub(lambda found: waiting[found.group(1)], GLUED.sub(_glue, html))


def _glue(found: re.Match[str]) -> str:
    text, start = found.string, found.start()
    before = text[start - 1 : start]
    if before == ">":
        free = not text.startswith("</", text.rfind("<", 0, start))
    else:
        free = not before.strip()
    return found[0] if free else WORD_JOINER + found[0]
