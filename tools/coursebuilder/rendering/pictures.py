"""Tells a page how large its pictures are, and lets those further down wait for their turn.

A browser that knows a picture's size leaves room for it: no text moves when it comes. What stands
behind the first heading of a section is not on the first screen of a phone, so it is asked for
when the text stands (`loading="lazy"`); page.js asks for the rest when the page is at rest, so
that paper has it, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

Size = tuple[int, int]
"""Width and height, in pixels."""

# The pages are our engine's own output, so a pattern reads them: see policy.py.
_TEXT = re.compile(r"<article\b.*</article>", re.DOTALL)
_PICTURE = re.compile(r"<img\b[^>]*>")
_SOURCE = re.compile(r'\ssrc="([^"]*)"')
_SIZED = re.compile(r"\s(?:width|height|srcset)=")
_LOADING = re.compile(r"\sloading=")
_SECTION = "<h2"


def with_sizes(page: str, size_of: Callable[[str], Size | None]) -> str:
    """Give a page whose pictures say their size; what an author has set stays.

    `size_of`: the address in `src` -> the size, or None where it cannot be known.
    """
    return _TEXT.sub(lambda text: _text_with_sizes(text[0], size_of), page, count=1)


def _text_with_sizes(text: str, size_of: Callable[[str], Size | None]) -> str:
    first, heading, rest = text.partition(_SECTION)

    def sized(picture: re.Match[str]) -> str:
        return _with_size(picture[0], size_of)

    return f"{_PICTURE.sub(sized, first)}{heading}{_PICTURE.sub(lambda p: _lazy(sized(p)), rest)}"


def _with_size(picture: str, size_of: Callable[[str], Size | None]) -> str:
    source = _SOURCE.search(picture)
    size = size_of(unescape(source[1])) if source and not _SIZED.search(picture) else None
    return _with_attributes(picture, f'width="{size[0]}" height="{size[1]}"') if size else picture


def _lazy(picture: str) -> str:
    return picture if _LOADING.search(picture) else _with_attributes(picture, 'loading="lazy"')


def _with_attributes(picture: str, attributes: str) -> str:
    return f"<img {attributes}{picture.removeprefix('<img')}"
