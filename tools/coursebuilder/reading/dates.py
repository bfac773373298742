"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

from coursebuilder.reading.doubt import Doubt

_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_LIKE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]+([0-9]{4})")
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?\.?[ -]([a-z]+)\.?,?[ -]([0-9]{4})", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How English months begin."""
_PARTIAL = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


def parse_date(text: str) -> date | Doubt:
    """A date like `2026-11-21`."""
    if found := _ISO_DATE.fullmatch(text):
        return _date_of(found) or Doubt("There is no such day.")
    wanted = "A date is written year-month-day, like `2026-11-21`."
    day = _meant(text)
    return Doubt(wanted, day.isoformat()) if day else Doubt(wanted)


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, `2023`, or a month, `2023-06`."""
    return _PARTIAL.fullmatch(text) is not None


def _meant(text: str) -> date | None:
    """The one day that a text can mean; None for `3/4/2026`, which is two."""
    if found := _ISO_LIKE.fullmatch(text):
        return _date_of(found)
    if found := _DAY_AND_MONTH.fullmatch(text):
        year, one, other = int(found[3]), int(found[1]), int(found[2])
        days = {_day(year, one, other), _day(year, other, one)} - {None}
        return days.pop() if len(days) == 1 else None
    if found := _DAY_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(name: str) -> int:
    """The number of an English month; 0 for another word."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _date_of(found: re.Match[str]) -> date | None:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
