"""`choices`: choose one, or tick all that apply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.prose import Text
from coursebuilder.quiz import Choice, Choices
from coursebuilder.reading.fields import Fields, open_record
from coursebuilder.reading.nodes import Record, Scalar
from coursebuilder.reading.shapes import CHOICE
from coursebuilder.reading.values import Value, wrong

_TICKED = re.compile(r"\[(?P<tick>[xX ]?)\]\s*(?P<text>.*)", re.DOTALL)


def read_choices(question: Fields) -> Choices | None:
    """Read the choices; None where one of them has no text."""
    many = question.one_of("pick", ["many"]) is not None
    items = _items(question)
    choices = [choice for item in items for choice in _read_item(item, question)]
    if not choices or None in choices:
        return None
    good = tuple(choice for choice in choices if choice is not None)
    rights = sum(choice.right for choice in good)
    return Choices(choices=good, pick_many=many or rights > 1)


def _items(question: Fields) -> tuple[Value, ...]:
    """The list; a record in its place is told of and read as its only item."""
    value = question.value("choices")
    if value is not None and isinstance(value.node, Record) and value.node.entries:
        message = "Each choice begins with a hyphen: `- right: …` or `- wrong: …`."
        wrong(value, question.findings, message)
        return (value,)
    return question.items("choices") or ()


def _read_item(item: Value, question: Fields) -> Iterator[Choice | None]:
    if isinstance(item.node, Scalar):
        _tell_of_bare_text(item, item.node, question)
        yield None
        return
    fields = open_record(item, CHOICE, question.findings)
    if fields is None:
        yield None
        return
    sides = fields.in_order(("right", "wrong"))
    if fields.told and any(_is_yes_no(fields, side) for side in sides):
        yield None
        return
    if not sides:
        if not fields.told:
            fields.missing("A choice begins with `right:` or `wrong:`, and this one has neither.")
        yield None
    if len(sides) > 1:
        message = "Two choices stand in one. Begin each with a hyphen: `- right: …`, `- wrong: …`."
        fields.clash(sides, message)
    rest = _shared(fields)
    for side in sides:
        text = fields.prose(side)
        yield None if text is None else _choice(fields, side, text, rest)


def _is_yes_no(fields: Fields, side: str) -> bool:
    """`correct: true` beside a text: the text, under a key of another format, was told of."""
    return fields.typed(side) in {"true", "false", "yes", "no"}


def _shared(fields: Fields) -> tuple[Text | None, bool, str]:
    return fields.prose("why"), fields.yes_no("last", default=False), fields.plain("misconception")


def _choice(fields: Fields, side: str, text: Text, rest: tuple[Text | None, bool, str]) -> Choice:
    why, last, misconception = rest
    return Choice(
        text=text,
        right=side == "right",
        why=why,
        last=last,
        misconception=misconception,
        place=fields.place,
    )


def _tell_of_bare_text(item: Value, scalar: Scalar, question: Fields) -> None:
    ticked = _TICKED.fullmatch(scalar.text)
    text = ticked["text"] if ticked else scalar.text.strip()
    side = "right" if ticked and ticked["tick"].strip() else "wrong"
    message = f"A choice begins with `right:` or `wrong:`, like `- right: {text}`."
    wrong(item, question.findings, message, f"- {side}: {text}" if ticked else "")
