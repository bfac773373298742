"""Quotation marks of YAML: where a quoted text ends, and how a text is quoted."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:[0abt\tnvfre \"/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
)
_COMMENT = re.compile(r"(?:^|[ \t]+)#(?=[ \t]|$)")


def quote(text: str) -> str:
    """Put a text in the quotation marks that need the fewest changes in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def closing(text: str, start: int) -> int:
    """The index of the mark that closes the one at `start`; -1 where none does."""
    mark = text[start]
    at = start + 1
    while at < len(text):
        if mark == '"' and text[at] == "\\":
            at += 2
            continue
        if text[at] == mark:
            if mark == "'" and text[at + 1 : at + 2] == "'":
                at += 2
                continue
            return at
        at += 1
    return -1


def is_comment(text: str) -> bool:
    """Nothing, or a comment with a space before it and behind its `#`."""
    return not text.strip() or (text[0] in " \t" and text.lstrip().startswith("#"))


def split_comment(text: str) -> tuple[str, str]:
    """A plain text and the comment behind it, if one stands there as `… # comment`."""
    found = _COMMENT.search(text)
    at = found.start() if found else len(text)
    return text[:at], text[at:]


def has_good_escapes(quoted: str) -> bool:
    """Whether each backslash in a double-quoted text is an escape that YAML knows."""
    return "\\" not in _ESCAPE.sub("", quoted)


def unwrap(text: str) -> str:
    """The text that was meant by one with marks around it and more marks within.

    `"He said "stop" and left"` was meant as a quoted text, so its outer marks go;
    `"This" and "that"` begins and ends with a quoted word, so they stay.
    """
    mark = text[0]
    if len(text) < 2 or text[-1] != mark:  # noqa: PLR2004
        return text
    inner = text[1:-1]
    first = inner.find(mark)
    opens = first > 0 and inner[first - 1].isspace()
    apostrophe = (
        mark == "'"
        and inner[first - 1 : first].isalpha()
        and inner[first + 1 : first + 2].isalpha()
    )
    return inner if opens or apostrophe or first < 0 else text
