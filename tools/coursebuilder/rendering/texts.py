"""The words of the interface, in the course's language.

Every text that the tool itself says to a learner stands in `texts/<language>.yml`,
so that a translation is one file. What an author writes is never here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "texts"
FALLBACK = "en"
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Texts:
    """A catalogue: call it with a key and the values of the text's `{places}`."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give the text; with a `count`, its singular `key.one` or plural `key.other`."""
        if "count" in values:
            key = f"{key}.one" if values["count"] == 1 else f"{key}.other"
        return self.entries[key].format_map(values)

    def day(self, day: date) -> str:
        """Write a day as people do: November 21, 2026."""
        month = self.entries[f"month.{day.month}"]
        return self("day", day=day.day, month=month, year=day.year)

    def when(self, written: str) -> str:
        """Write `2026-11-21`, `2026-11` or `2026` as people do; anything else stays."""
        if DAY.fullmatch(written):
            return self.day(date.fromisoformat(written))
        if MONTH.fullmatch(written):
            year, month = written.split("-")
            return self("month_of_year", month=self.entries[f"month.{int(month)}"], year=year)
        return written


def name_of(language: str) -> str:
    """Give a language's own name, "Español"; the code where there is no catalogue."""
    texts = texts_in(language)
    return texts("language.name") if texts.language == language.partition("-")[0] else language


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


@cache
def texts_in(language: str) -> Texts:
    """Give the catalogue of a language: `es-MX` takes `es`, an unknown one English."""
    known = languages()
    stem = language.partition("-")[0].lower()
    found = next((name for name in (language, stem) if name in known), FALLBACK)
    raw = (FOLDER / f"{found}.yml").read_text(encoding="utf-8")
    return Texts(found, yaml.load(raw, Loader=yaml.CSafeLoader))
