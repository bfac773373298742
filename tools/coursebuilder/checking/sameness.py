"""When two answers are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coursebuilder.prose import Text

CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)


def fold(text: str) -> str:
    """A choice without what makes no difference: capitals, spaces, a final dot.

    What stands in `code` keeps every sign.
    """
    parts = CODE.split(text)
    return "".join(_folded_part(parts, number) for number in range(len(parts))).removesuffix(".")


def _folded_part(parts: list[str], number: int) -> str:
    """`CODE.split` gives text, backticks, code, text …; the code is every third from the third."""
    kind = number % 3
    if kind == 0:
        return "".join(parts[number].casefold().split())
    return f"`{parts[number]}`" if kind == 2 else ""  # noqa: PLR2004 - see above


def repeated(texts: Iterable[Text]) -> Iterator[tuple[Text, Text]]:
    """Each text that is the same as one before it, with that one."""
    first: dict[str, Text] = {}
    for text in texts:
        before = first.setdefault(fold(text.value), text)
        if before is not text:
            yield text, before
