"""Finds tags of raw HTML and the end of a block of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_ATTRIBUTE = r"""[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?"""
_TAG = rf"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)(?P<rest>(?:{_ATTRIBUTE})*+[\s/]*+)>"
_TAG_PATTERN = re.compile(_TAG)
_TOKEN = re.compile(rf"<!--|{_TAG}")
_NAMED = re.compile(
    r"""[\s/]+([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""",
)
_BLANK = re.compile(r"\n[ \t]*\n")
_TEXT_ONLY = ("script", "style")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag between two offsets of a text."""

    name: str
    """In lower case."""
    attributes: tuple[tuple[str, str], ...]
    """Names in lower case; values with their character references resolved."""
    closing: bool
    alone: bool
    """It closes itself: `<br/>`."""
    start: int
    end: int


def find_tags(text: str) -> list[Tag]:
    """Every tag of a text, opening and closing, outside comments."""
    if "<" not in text:
        return []
    return list(_tags(text, 0))


def tag_at(text: str, start: int) -> Tag | None:
    """The tag that begins at an offset."""
    found = _TAG_PATTERN.match(text, start)
    return _tag(found) if found else None


def region_end(text: str, start: int) -> int | None:
    """Where the block of raw HTML ends that begins at `start` with an opening tag.

    As in the engine, that is where every element that it opened is closed. None when it never is.
    """
    names: list[str] = []
    for tag in _tags(text, start):
        if tag.closing:
            if tag.name in names:
                while names.pop() != tag.name:
                    pass
        elif not tag.alone:
            names.append(tag.name)
        if not names:
            return tag.end
    return None


def blank_line_after(text: str, start: int) -> int:
    """The end of the last line before the next empty one."""
    found = _BLANK.search(text, start)
    return found.start() if found else len(text)


def _tags(text: str, start: int) -> Iterator[Tag]:
    position = start
    while found := _TOKEN.search(text, position):
        position = found.end()
        if found.group() == "<!--":
            end = text.find("-->", position)
            position = end + 3 if end >= 0 else position
            continue
        tag = _tag(found)
        yield tag
        if tag.name in _TEXT_ONLY and not tag.closing and not tag.alone:
            end = text.lower().find(f"</{tag.name}", position)
            position = end if end >= 0 else position


def _tag(found: re.Match[str]) -> Tag:
    rest = found["rest"]
    return Tag(
        found["name"].lower(),
        tuple(_attributes(rest)) if rest else (),
        closing=bool(found["close"]),
        alone=rest.endswith("/"),
        start=found.start(),
        end=found.end(),
    )


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _NAMED.findall(rest):
        yield name.lower(), unescape(double or single or bare)
