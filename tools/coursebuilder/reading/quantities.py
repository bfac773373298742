"""Decodes numbers, dates, yes or no, and words of which one is chosen.

Each reader gives None, and tells of a problem at the value's place, where it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from coursebuilder.nearest import nearest
from coursebuilder.problem import Edit
from coursebuilder.prose import Located, Text
from coursebuilder.reading.dates import is_partial_date, parse_date
from coursebuilder.reading.doubt import Doubt
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Scalar
from coursebuilder.reading.numbers import parse_number
from coursebuilder.reading.values import Value, read_scalar, wrong

_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_ALMOST_YES_NO = {"on": "yes", "y": "yes", "t": "true", "off": "no", "n": "no", "f": "false"}
_PERCENT = re.compile(r"(.*?)\s*%")
_WHOLE = re.compile(r"[0-9]{1,9}")


def read_number(value: Value, findings: Findings) -> Decimal | None:
    """A plainly written number."""
    scalar = read_scalar(value, findings, "a number")
    return None if scalar is None else number_in(value, scalar.text, findings)


def number_in(value: Value, text: str, findings: Findings) -> Decimal | None:
    """The number that a text is, or a problem at the value."""
    number = parse_number(text.strip())
    if isinstance(number, Doubt):
        unit = f" `{number.unit}` goes to `unit:`." if number.unit and value.key == "number" else ""
        wrong(value, findings, number.message + unit, number.hint and f"{value.key}: {number.hint}")
        return None
    return number


def read_whole(value: Value, findings: Findings, least: int) -> Located[int] | None:
    """A whole number of at least so much."""
    scalar = read_scalar(value, findings, "a whole number")
    if scalar is None:
        return None
    text = scalar.text.strip()
    if _WHOLE.fullmatch(text):
        if int(text) >= least:
            return Located(int(text), scalar.place)
        wrong(value, findings, f"`{value.key}` is {least} or more, and here stands {text}.")
        return None
    found = re.search("[0-9]+", text)
    only = re.fullmatch(r"([0-9]+)\s*[^\W\d]+\.?", text)
    wrong(
        value,
        findings,
        f"`{value.key}` takes a whole number of {least} or more, in digits, and `{text}` is none.",
        f"{value.key}: {only[1]}" if only and found else "",
    )
    return None


def read_amount(value: Value, findings: Findings) -> Decimal | None:
    """A number that is not negative."""
    number = read_number(value, findings)
    if number is not None and number < 0:
        wrong(value, findings, f"`{value.key}` is 0 or more, and here stands {number}.")
        return None
    return number


def read_percent(value: Value, findings: Findings) -> float | None:
    """A percentage from 0 to 100 with its sign; without the sign it is told of and read."""
    scalar = read_scalar(value, findings, "a percentage")
    if scalar is None:
        return None
    text = scalar.text.strip()
    if found := _PERCENT.fullmatch(text):
        number = number_in(value, found[1], findings)
        return None if number is None else _within_hundred(value, number, findings)
    bare = parse_number(text)
    if isinstance(bare, Doubt):
        wrong(value, findings, f"`{value.key}` takes a percentage, like `80%`.")
        return None
    return _without_sign(value, scalar, bare, findings)


def _within_hundred(value: Value, number: Decimal, findings: Findings) -> float | None:
    if 0 <= number <= 100:  # noqa: PLR2004
        return float(number)
    wrong(value, findings, f"`{value.key}` is between 0% and 100%, and here stands {number}%.")
    return None


def _without_sign(
    value: Value, scalar: Scalar, number: Decimal, findings: Findings
) -> float | None:
    """`80` was meant as 80 percent, `0.8` too."""
    meant = number * 100 if 0 < number < 1 else number
    written = f"{meant.normalize():f}%"
    findings.error(
        "wrong-value",
        scalar.place,
        f"`{value.key}` takes a percentage with its sign: `{written}`.",
        f"{value.key}: {written}",
        (Edit(scalar.place, written),),
    )
    return float(meant) if 0 <= meant <= 100 else None  # noqa: PLR2004


def read_yes_no(value: Value, findings: Findings) -> bool | None:
    """`true`, `false`, `yes` or `no`; one that is nearly so is told of and read."""
    scalar = read_scalar(value, findings, "`true`, `false`, `yes` or `no`")
    if scalar is None:
        return None
    text = scalar.text.strip()
    if text in _YES_NO:
        return _YES_NO[text]
    bare = text.lower().rstrip(".")
    meant = bare if bare in _YES_NO else _ALMOST_YES_NO.get(bare, "")
    findings.error(
        "wrong-value",
        scalar.place,
        f"`{value.key}` takes `true`, `false`, `yes` or `no`, and `{text}` is none of them.",
        f"{value.key}: {meant}" if meant else "",
        (Edit(scalar.place, meant),) if meant else (),
    )
    return _YES_NO.get(meant)


def read_date(value: Value, findings: Findings) -> Located[date] | None:
    """A date like `2026-11-21`."""
    scalar = read_scalar(value, findings, "a date")
    if scalar is None:
        return None
    day = parse_date(scalar.text.strip())
    if isinstance(day, Doubt):
        _wrong_date(value, scalar, day, findings)
        return None
    return Located(day, scalar.place)


def _wrong_date(value: Value, scalar: Scalar, doubt: Doubt, findings: Findings) -> None:
    findings.error(
        "wrong-value",
        value.place,
        f"`{value.key}` takes a date, and `{scalar.text.strip()}` is none. {doubt.message}",
        doubt.hint and f"{value.key}: {doubt.hint}",
        (Edit(scalar.place, doubt.hint),) if doubt.hint else (),
    )


def read_partial_date(value: Value, findings: Findings) -> Text | None:
    """A date, a month like `2023-06` or a year like `2023`, as typed."""
    scalar = read_scalar(value, findings, "a date, a month or a year")
    if scalar is None:
        return None
    text = scalar.text.strip()
    day = parse_date(text)
    if isinstance(day, date) or is_partial_date(text):
        return Located(text, scalar.place)
    _wrong_date(
        value,
        scalar,
        Doubt(f"{day.message} `2023-06` and `2023` are right, too.", day.hint),
        findings,
    )
    return None


def read_one_of(value: Value, findings: Findings, words: Sequence[str]) -> Text | None:
    """One of some words; for one that is nearly so, the nearest is told of and taken."""
    scalar = read_scalar(value, findings, f"one of {_listed(words)}")
    if scalar is None:
        return None
    text = scalar.text.strip()
    if text in words:
        return Located(text, scalar.place)
    near = nearest(text, words)
    question = f" Did you mean `{near}`?" if near else ""
    wrong(
        value,
        findings,
        f"`{value.key}` is {_listed(words)}, and here stands `{text}`.{question}",
        near,
    )
    return Located(near, scalar.place) if near else None


def _listed(words: Sequence[str]) -> str:
    marked = [f"`{word}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} or {marked[-1]}"
