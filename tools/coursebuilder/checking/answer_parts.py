"""The parts of an answer, and what is right of each."""

from __future__ import annotations

from coursebuilder.quiz import (
    Answer,
    Choices,
    ChosenGap,
    Document,
    Fill,
    Match,
    Number,
    Order,
    ShortText,
    Sort,
    Spots,
    Statement,
    TypedGap,
)

RIGHT, WRONG = "right", "wrong"

Picks = Choices | Document | Spots
"""Kinds of which each part is right or wrong."""
Places = Match | Sort
"""Kinds of which each part belongs somewhere."""
Typed = ShortText | Fill
"""Kinds that a learner fills in, at one place or at several."""

KINDS: dict[type[Answer], str] = {
    Choices: "choices",
    Statement: "true or false",
    ShortText: "short text",
    Number: "a number",
    Match: "pairs to match",
    Order: "steps to put in order",
    Sort: "things to sort",
    Fill: "a text with gaps",
    Document: "lines to mark",
    Spots: "parts of a picture to mark",
}
"""What a person calls each kind."""


def picks_of(answer: Picks) -> dict[str, str]:
    """Each part, and whether it is right."""
    if isinstance(answer, Document):
        lines = ((f"{line.label}: {line.text}", line.flag) for line in answer.lines)
        return {text.removeprefix(": "): _side(bool(flag)) for text, flag in lines}
    parts = answer.choices if isinstance(answer, Choices) else answer.spots
    return {part.text.value: _side(part.right) for part in parts}


def places_of(answer: Places) -> dict[str, str]:
    """Each part, and where it belongs."""
    if isinstance(answer, Match):
        return {pair.left.value: pair.right.value for pair in answer.pairs}
    return {i.text.value: group.title.value for group in answer.groups for i in group.items}


def accepted_of(answer: Typed) -> list[list[str]]:
    """At each place, in their order, what is accepted; the first is what is shown."""
    if isinstance(answer, ShortText):
        return [[text.value for text in answer.accept]]
    return [_accepted(part) for part in answer.parts if not isinstance(part, str)]


def _accepted(gap: TypedGap | ChosenGap) -> list[str]:
    return list(gap.accept) if isinstance(gap, TypedGap) else [gap.right.value]


def _side(is_right: bool) -> str:
    return RIGHT if is_right else WRONG
