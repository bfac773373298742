"""Numbers as people type them."""

from __future__ import annotations

import re
from decimal import Decimal

from coursebuilder.reading.doubt import Doubt

_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_POINT_AND_THREE = re.compile(r"[+-]?[0-9]+\.[0-9]{3}")
_COMMA_AND_THREES = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+")
_ONE_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
_GAPS = " '\u00a0\u202f\u2019"
"""Spaces and apostrophes that some countries write between thousands."""

_SPACED = re.compile(rf"[+-]?[0-9]+(?:[{_GAPS}][0-9]+)+(?:\.[0-9]+)?")
_MARKS = re.compile(rf"[+-]?[0-9]+(?:[.,{_GAPS}][0-9]+)+")
_WITH_UNIT = re.compile(r"(?P<before>[^\d\s.,+-]*)\s*(?P<number>[+-]?[0-9.,]+)\s*(?P<after>\D*)")
_MAX_DIGITS = 15


def parse_number(text: str) -> Decimal | Doubt:
    """A plainly written number: `2700`, `1.2`, `-5`.

    A comma, a space, or a point before exactly three digits is a doubt: `2.700` is two
    thousand seven hundred in one country and two point seven in the other.
    """
    if len(text) > _MAX_DIGITS:
        return Doubt(f"A number has {_MAX_DIGITS} digits at most.")
    if _POINT_AND_THREE.fullmatch(text):
        whole, _, part = text.partition(".")
        return _two_readings(text, _joined(whole, part), _decimal(whole, part))
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    return _doubt_of_marks(text) or _doubt_of_unit(text)


def _doubt_of_marks(text: str) -> Doubt | None:
    """Doubt a number with commas, spaces or several points."""
    bare = re.sub(f"[,{_GAPS}]", "", text)
    if _COMMA_AND_THREES.fullmatch(text):
        if text.count(",") > 1:
            return Doubt(f"A number has no commas. Write `{bare}`.", bare)
        whole, _, part = text.partition(",")
        return _two_readings(text, whole + part, _decimal(whole, part))
    if comma := _ONE_COMMA.fullmatch(text):
        plain = f"{comma[1]}.{comma[2]}"
        return Doubt(
            f"A number has no comma. Write `{plain}` if the comma is a decimal mark.", plain
        )
    if _SPACED.fullmatch(text):
        return Doubt(f"A number has no spaces and no other marks in it. Write `{bare}`.", bare)
    if _MARKS.fullmatch(text):
        plain = _last_mark_is_the_point(text)
        return Doubt(
            f"A number has a point before its decimals, and no other mark: `{plain}`?", plain
        )
    return None


def _doubt_of_unit(text: str) -> Doubt:
    found = _WITH_UNIT.fullmatch(text)
    if found and (found["before"] or found["after"].strip()):
        number, unit = found["number"], found["before"] or found["after"].strip()
        return Doubt(f"`{text}` is more than a number. Write `{number}` alone.", number, unit)
    return Doubt(f"`{text}` is no number. Write it in digits, like `15` or `1.2`.")


def _joined(whole: str, part: str) -> str:
    return f"{int(whole + part)}"


def _two_readings(text: str, thousands: str, decimals: str) -> Doubt:
    return Doubt(
        f"`{text}` can be read in two ways. "
        f"Write `{thousands}`, or `{decimals}` if it has decimals.",
        f"{thousands} or {decimals}",
    )


def _decimal(whole: str, part: str) -> str:
    """Write decimals such that they are not three."""
    part = part.rstrip("0") or "0"
    return f"{whole}.{part}0" if len(part) == len("000") else f"{whole}.{part}"


def _last_mark_is_the_point(text: str) -> str:
    marks = list(re.finditer(r"\D", text[1:]))
    last = marks[-1]
    head, tail = text[: last.start() + 1], text[last.end() + 1 :]
    sign = text[0] if text[0] in "+-" else ""
    digits = re.sub(r"\D", "", head)
    repeated = sum(mark.group() == last.group() for mark in marks) > 1
    return f"{sign}{digits}{tail}" if repeated else f"{sign}{digits}.{tail}"
