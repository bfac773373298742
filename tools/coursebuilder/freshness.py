"""When a text falls due for another look."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from coursebuilder.course import Module

SOON = timedelta(days=30)
MONTHS = 12
"""What counts where a module says nothing in `review_in`."""
PERIOD = re.compile(r"\s*(\d+)\s*(day|week|month|year)s?\s*")


def review_due(module: Module) -> date | None:
    """The day by which a module is to be reviewed; None where its date is not known."""
    if module.reviewed is None:
        return None
    period = module.review_in.value if module.review_in else ""
    return after(module.reviewed.value, period)


def after(day: date, period: str) -> date:
    """The day a period later: days, weeks, months or years; twelve months where it is not one.

    A month's last days stay in the month: 31 January and one month is 28 or 29 February.
    The last day that a calendar has is the latest answer.
    """
    match = PERIOD.fullmatch(period)
    count, unit = (int(match[1]), match[2]) if match else (MONTHS, "month")
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        return _months_after(day, count * (12 if unit == "year" else 1))
    except (OverflowError, ValueError):
        return date.max


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_soon(day: date, today: date) -> bool:
    """Whether a day is today or comes within 30 days."""
    return timedelta(0) <= day - today <= SOON


def first_day(published: str) -> date | None:
    """The first day of `2026-11-21`, `2026-11` or `2026`; None for anything else."""
    parts = published.split("-")
    try:
        return date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        return None
