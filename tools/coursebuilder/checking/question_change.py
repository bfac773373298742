"""What became of a question: nothing, another wording, another right answer, another question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from coursebuilder.checking.answer_parts import (
    KINDS,
    RIGHT,
    accepted_of,
    picks_of,
    places_of,
)
from coursebuilder.checking.items import negative_in
from coursebuilder.checking.rewording import is_reworded, paired
from coursebuilder.checking.sameness import fold
from coursebuilder.checking.wording import plain
from coursebuilder.identity import question_hash
from coursebuilder.quiz import (
    Answer,
    Choices,
    Document,
    Fill,
    Match,
    Number,
    Order,
    Question,
    ShortText,
    Sort,
    Spots,
    Statement,
)

LONGEST = 60
"""Signs of a part that a sentence quotes."""


class Shift(StrEnum):
    """How far a question moved."""

    SAME = "same"
    WORDING = "wording"
    ANSWER = "answer"
    """What was right is wrong now, or the other way round: that is sure."""
    SUBJECT = "subject"
    """It seems to ask for something else: a person has to look."""


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """How far a question moved, and a sentence that says in what; "" where the answer stays."""

    shift: Shift
    said: str = ""


def question_change(before: Question, after: Question) -> QuestionChange:
    """Compare two questions that have the same id."""
    if question_hash(before) == question_hash(after):
        return QuestionChange(Shift.SAME)
    asked, asks = plain(before.prompt.value), plain(after.prompt.value)
    moved = _answer_moved(before.answer, after.answer, asked, asks)
    if moved:
        return moved
    if bool(negative_in(asked)) != bool(negative_in(asks)):
        return QuestionChange(Shift.SUBJECT, "It seems to ask for the opposite now.")
    if not is_reworded(asked, asks) and not _offers_the_same(before.answer, after.answer):
        said = f"It asked {quoted(asked)} and asks {quoted(asks)} now."
        return QuestionChange(Shift.SUBJECT, said)
    return QuestionChange(Shift.WORDING)


def quoted(text: str) -> str:
    """A text in quotes, in a line, without marks, shortened at a word."""
    line = " ".join(plain(text).split())
    if len(line) > LONGEST:
        line = line[:LONGEST].rpartition(" ")[0] + " \N{HORIZONTAL ELLIPSIS}"
    return f"'{line}'"


def _answer_moved(  # noqa: PLR0911 - one case a kind
    before: Answer, after: Answer, asked: str, asks: str
) -> QuestionChange | None:
    is_same, like_words = type(before) is type(after), is_reworded(asked, asks)
    match before, after:
        case ((Choices() | Document() | Spots()), (Choices() | Document() | Spots())) if is_same:
            return _picks_moved(picks_of(before), picks_of(after))
        case ((Match() | Sort()), (Match() | Sort())) if is_same:
            return _places_moved(places_of(before), places_of(after))
        case ((ShortText() | Fill()), (ShortText() | Fill())) if is_same:
            is_sure = like_words and _around(before) == _around(after)
            return _accepted_moved(accepted_of(before), accepted_of(after), is_sure=is_sure)
        case Order(), Order():
            return _order_moved(_steps(before), _steps(after))
        case Statement(), Statement():
            was, now = str(before.answer).lower(), str(after.answer).lower()
            return None if was == now else _valued(was, now, is_sure=fold(asked) == fold(asks))
        case Number(), Number():
            return _number_moved(before, after, is_sure=like_words)
        case _:
            said = f"It was {KINDS[type(before)]}, and is {KINDS[type(after)]} now."
            return QuestionChange(Shift.ANSWER, said)


def _picks_moved(before: Mapping[str, str], after: Mapping[str, str]) -> QuestionChange | None:
    """Parts that are right or wrong: one has changed sides, or a right one came or went."""
    old, new = list(before), list(after)
    pairs = paired(old, new)
    for one, other in pairs.items():
        was, now = before[old[one]], after[new[other]]
        if was != now:
            said = f"{quoted(new[other])} was {was} and is {now} now."
            return QuestionChange(Shift.ANSWER, said)
    gone = [part for at, part in enumerate(old) if at not in pairs and before[part] == RIGHT]
    come = [part for at, part in enumerate(new) if at not in pairs.values()]
    come = [part for part in come if after[part] == RIGHT]
    if gone:
        return QuestionChange(Shift.SUBJECT, f"{quoted(gone[0])} was right, and is gone.")
    if come:
        return QuestionChange(Shift.SUBJECT, f"{quoted(come[0])} is new, and right.")
    return None


def _places_moved(before: Mapping[str, str], after: Mapping[str, str]) -> QuestionChange | None:
    """Parts that belong somewhere: one belongs somewhere else. A place may have a new name."""
    old, new = list(before), list(after)
    pairs = paired(old, new)
    places = {fold(place) for place in after.values()}
    for one, other in pairs.items():
        was, now = before[old[one]], after[new[other]]
        is_sure = fold(was) != fold(now) and fold(was) in places
        if is_sure or not is_reworded(was, now):
            said = f"{quoted(new[other])} belonged to {quoted(was)}, and now to {quoted(now)}."
            return QuestionChange(Shift.ANSWER if is_sure else Shift.SUBJECT, said)
    return _few_left(len(pairs), len(old))


def _order_moved(before: Sequence[str], after: Sequence[str]) -> QuestionChange | None:
    pairs = paired(before, after)
    for earlier, later in pairwise(pairs[number] for number in sorted(pairs)):
        if earlier > later:
            said = f"{quoted(after[later])} comes before {quoted(after[earlier])} now."
            return QuestionChange(Shift.ANSWER, said)
    return _few_left(len(pairs), len(before))


def _few_left(left: int, count: int) -> QuestionChange | None:
    """Half of the parts have to stay."""
    if left * 2 >= count:
        return None
    return QuestionChange(Shift.SUBJECT, f"Of its {count} parts, {left} are left.")


def _accepted_moved(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], *, is_sure: bool
) -> QuestionChange | None:
    """At one place, nothing that was accepted is accepted now."""
    if len(before) != len(after):
        said = f"It had {len(before)} gaps and has {len(after)} now."
        return QuestionChange(Shift.SUBJECT, said)
    for was, now in zip(before, after, strict=True):
        if not {fold(text) for text in was} & {fold(text) for text in now}:
            return _valued(quoted(was[0]), quoted(now[0]), is_sure=is_sure)
    return None


def _number_moved(before: Number, after: Number, *, is_sure: bool) -> QuestionChange | None:
    """The middle of what is right has moved, or its unit has changed; a margin may change."""
    is_there = before.low + before.high == after.low + after.high
    if is_there and fold(before.unit) == fold(after.unit):
        return None
    was, now = (f"{each.written} {each.unit}".strip() for each in (before, after))
    return _valued(was, now, is_sure=is_sure)


def _valued(was: str, now: str, *, is_sure: bool) -> QuestionChange:
    said = f"It was {was} and is {now} now."
    return QuestionChange(Shift.ANSWER if is_sure else Shift.SUBJECT, said)


def _offers_the_same(before: Answer, after: Answer) -> bool:
    """Whether a learner has the same to work with: then only the words around it changed."""
    match before, after:
        case ((Choices() | Document() | Spots()), (Choices() | Document() | Spots())):
            return _folded(picks_of(before)) == _folded(picks_of(after))
        case ((Match() | Sort()), (Match() | Sort())):
            return _folded(places_of(before)) == _folded(places_of(after))
        case Order(), Order():
            return [*map(fold, _steps(before))] == [*map(fold, _steps(after))]
        case _:
            return False


def _folded(parts: Mapping[str, str]) -> set[tuple[str, str]]:
    return {(fold(part), fold(value)) for part, value in parts.items()}


def _steps(answer: Order) -> list[str]:
    return [item.value for item in answer.items]


def _around(answer: ShortText | Fill) -> list[str]:
    """The text around the gaps."""
    if isinstance(answer, ShortText):
        return []
    return [fold(part) for part in answer.parts if isinstance(part, str)]
