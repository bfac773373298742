"""The words that paper, PowerPoint and the kit say by themselves, in the course's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from coursebuilder.presenting.words import words_in
from coursebuilder.rendering.texts import Texts

FOLDER = Path(__file__).parent / "paper_texts"


@cache
def paper_words(language: str) -> Texts:
    """Give the trainer's catalogue of a language together with the words of the paper."""
    deck = words_in(language)
    return Texts(deck.language, {**deck.entries, **_own(deck.language)})


@cache
def _own(language: str) -> dict[str, str]:
    raw = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    entries: dict[str, str] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return entries
