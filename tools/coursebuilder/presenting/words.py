"""The words that a trainer's outputs say by themselves, in the course's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from coursebuilder.rendering.texts import Texts, texts_in

FOLDER = Path(__file__).parent / "texts"


@cache
def words_in(language: str) -> Texts:
    """Give the site's catalogue of a language together with the trainer's own.

    Every language of the site has both: a test holds it so.
    """
    site = texts_in(language)
    return Texts(site.language, {**site.entries, **_own(site.language)})


@cache
def _own(language: str) -> dict[str, str]:
    raw = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    entries: dict[str, str] = yaml.load(raw, Loader=yaml.CSafeLoader)
    return entries
