"""What the kit says: checklists, scripts, the e-mail. An open placeholder is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from coursebuilder.rendering.texts import texts_in

FOLDER = Path(__file__).parent / "paper_texts"
OPEN = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|\b(?:TODO|TBD|XXX)\b|_{3,}|\.{3}$")
"""What people leave where something is still to be filled in."""


class OpenPlaceholderError(Exception):
    """A text of the kit is not filled in; the message tells which, and what to do."""


@dataclass(frozen=True, slots=True)
class KitWords:
    """The kit's catalogue with the values for its places."""

    entries: Mapping[str, Any]
    values: Mapping[str, str]

    def __call__(self, key: str) -> str:
        """Give a text, filled in."""
        return self._filled(self.entries[key])

    def all(self, key: str) -> list[str]:
        """Give the texts of a list, filled in."""
        return [self._filled(text) for text in self.entries[key]]

    def _filled(self, text: str) -> str:
        return text.format_map(self.values)


def kit_words(language: str, values: Mapping[str, str]) -> KitWords:
    """Give the kit's words in a language, in English where the site does not speak it."""
    path = FOLDER / f"kit-{texts_in(language).language}.yml"
    entries: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return KitWords(entries, values)


def refuse_open(values: Mapping[str, str]) -> None:
    """Raise OpenPlaceholderError where a value is empty or holds a placeholder."""
    for name, value in values.items():
        found = OPEN.search(value)
        if not value.strip() or found:
            shown = found.group() if found else "nothing"
            raise OpenPlaceholderError(
                f"The kit's {name} is not filled in: it says {shown}. "
                f"Give it with --{name}, so that the trainer reads the real one aloud."
            )


def joined(paragraphs: Iterable[str]) -> str:
    """Put paragraphs of an e-mail together, lists without blank lines."""
    text = ""
    for paragraph in paragraphs:
        gap = (
            "\n"
            if paragraph.startswith("- ") and text.rsplit("\n", maxsplit=1)[-1].startswith("- ")
            else "\n\n"
        )
        text += (gap if text else "") + paragraph
    return text + "\n"
