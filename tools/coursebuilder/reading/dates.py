"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

from coursebuilder.reading.doubt import Doubt

_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_LIKE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_PARTIAL = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


def parse_date(text: str) -> date | Doubt:
    """A date like `2026-11-21`."""
    if found := _ISO_DATE.fullmatch(text):
        return _date_of(found) or Doubt("There is no such day.")
    wanted = "A date is written year-month-day, like `2026-11-21`."
    if (like := _ISO_LIKE.fullmatch(text)) and (day := _date_of(like)):
        return Doubt(wanted, day.isoformat())
    return Doubt(wanted)


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, `2023`, or a month, `2023-06`."""
    return _PARTIAL.fullmatch(text) is not None


def _date_of(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
