"""`spots`: parts of a picture to mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.prose import Located, Text
from coursebuilder.quiz import Spot, Spots
from coursebuilder.reading import values
from coursebuilder.reading.fields import Fields, open_record
from coursebuilder.reading.shapes import SPOT
from coursebuilder.reading.values import Value

_NUMBER = r"(-?[0-9]{1,4}(?:\.[0-9]{1,6})?)"
_AT = re.compile(rf"{_NUMBER}\s*,\s*{_NUMBER}\s+{_NUMBER}\s*[xX×]\s*{_NUMBER}")  # noqa: RUF001
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FOUR = 4

Box = tuple[float, float, float, float]


def read_spots(question: Fields) -> Spots | None:
    """Read the picture and its spots; None where one of them cannot be read."""
    question.require("image", "alt")
    image, alt = question.text("image"), question.text("alt")
    spots = [spot for item in question.items("spots") or () for spot in _read_spot(item, question)]
    good = tuple(spot for spot in spots if spot is not None)
    if image is None or alt is None or not good or len(good) < len(spots):
        return None
    return Spots(image=image, alt=alt, spots=good)


def _read_spot(item: Value, question: Fields) -> Iterator[Spot | None]:
    fields = open_record(item, SPOT, question.findings)
    if fields is None:
        yield None
        return
    sides = fields.in_order(("right", "wrong"))
    if not sides and not fields.told:
        fields.missing("A spot begins with `right:` or `wrong:`, and this one has neither.")
    if len(sides) > 1:
        message = "Two spots stand in one. Begin each with a hyphen: `- right: …`, `- wrong: …`."
        fields.clash(sides, message)
    fields.require("at")
    why, box = fields.prose("why"), _box(fields)
    for side in sides[:1]:
        text = fields.prose(side)
        yield _spot(fields, (side, text), why, box) if text and box else None
    if not sides:
        yield None


def _spot(fields: Fields, side: tuple[str, Text], why: Text | None, box: Located[Box]) -> Spot:
    left, top, width, height = box.value
    return Spot(
        text=side[1],
        right=side[0] == "right",
        left=left,
        top=top,
        width=width,
        height=height,
        why=why,
        place=fields.place,
        at=box.place,
    )


def _box(fields: Fields) -> Located[Box] | None:
    """Read `left,top widthxheight`, in percent of the picture."""
    value = fields.value("at")
    if value is None:
        return None
    scalar = values.read_scalar(value, fields.findings, "a place in the picture")
    if scalar is None:
        return None
    text = scalar.text.strip()
    found = _AT.fullmatch(text)
    if found is None:
        _tell_of_unreadable(value, text, fields)
        return None
    left, top, width, height = (float(number) for number in found.groups())
    return Located((left, top, width, height), scalar.place)


def _tell_of_unreadable(value: Value, text: str, fields: Fields) -> None:
    numbers = _DIGITS.findall(text)
    hint = "at: {},{} {}x{}".format(*numbers) if len(numbers) == _FOUR else ""
    message = (
        f"`{text}` is no place in the picture. Write left, top, width and height in percent "
        "as `52,10 40x18`."
    )
    values.wrong(value, fields.findings, message, hint)
