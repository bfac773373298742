"""Cuts a page into its front matter and its body."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_BODY = re.compile(r"#|$|/{3}|!!!|<")


@dataclass(frozen=True, slots=True)
class Cut:
    """The two parts of a page, each with its place."""

    settings: str | None
    """The YAML, from the line behind `first_line` on; None for none."""
    first_line: int
    """The line on which the front matter begins; 1 where there is none."""
    closed: bool
    body: str
    body_line: int
    """The line of the file on which the body begins."""


def cut_front_matter(text: str) -> Cut:
    """Cut a text; front matter without an end goes to the first line that looks like a body."""
    rows = text.split("\n")
    start = next((at for at, row in enumerate(rows) if row.strip()), 0)
    if not _FENCE.match(rows[start]):
        return Cut(None, 1, closed=True, body=text, body_line=1)
    ends = (at for at in range(start + 1, len(rows)) if _END.match(rows[at]))
    end = next(ends, None)
    inside = end if end is not None else _likely_end(rows, start)
    settings = "\n".join((*rows[start + 1 : inside], ""))
    below = inside + (end is not None)
    body = "\n".join(rows[below:])
    return Cut(settings, start + 1, closed=end is not None, body=body, body_line=below + 1)


def _likely_end(rows: list[str], start: int) -> int:
    following = range(start + 1, len(rows))
    return next((at for at in following if _BODY.match(rows[at])), len(rows))
