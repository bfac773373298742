"""The one scoring rule, stated in docs/authoring/scoring.md.

`key_of` says what is right in a question, as plain data that also goes into the page;
`score` weighs a response against it. `rendering/scripts/scoring.js` is the
same rule in the browser; `tests/data/scoring.json` holds the examples that both must give.

A response is, by kind of key:

    Picks       the ids picked: ["a1b2c3d4", …]
    Places      the item put in each place: {"place": "item", …}
    Typed       the text as typed
    Quantity    the text as typed
    Gaps        the text or the chosen id of each gap: ["EAR", "a1b2c3d4", …]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from coursebuilder.identity import part_ids
from coursebuilder.quiz import (
    Choices,
    ChosenGap,
    Credit,
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
    TypedGap,
)

NEARLY = 1e-9
"""Relative slack at the limits of a number: 1% of 2700 is no exact binary fraction."""

Response = str | Sequence[str] | Mapping[str, str]


class Verdict(StrEnum):
    """What a part of an answer was."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    """Right, but not picked; or a place left empty."""
    LEFT = "left"
    """Wrong, and rightly not picked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picks:
    """Pick one, or as many as are right: choices, statement, document, spots."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    many: bool
    credit: Credit = Credit.NET


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """One item for each place: match, sort, order. `right` maps a place to its item."""

    right: Mapping[str, str]
    credit: Credit = Credit.NET


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    r"""A short text; `*` stands for anything, `\*` for itself."""

    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number from `low` to `high`."""

    low: float
    high: float
    unit: str = ""
    decimal: str = "."
    """The decimal mark of the course's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """A text with gaps: typed, or chosen from a list (one right id)."""

    gaps: tuple[Typed | Picks, ...]
    credit: Credit = Credit.NET


Key = Picks | Places | Typed | Quantity | Gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """From 0 to 1, with the verdict on each part by its id; a typed answer is part `answer`."""

    credit: float
    parts: Mapping[str, Verdict]
    reject: int | None = None
    """Which expected mistake was made."""


def key_of(question: Question, language: str = "en") -> Key:  # noqa: PLR0911 - one a kind
    """Say what is right in a question, by the ids of its parts."""
    answer = question.answer
    match answer:
        case Choices():
            rights = [choice.right for choice in answer.choices]
            ids = part_ids(choice.text.value for choice in answer.choices)
            return _picks(ids, rights, question.credit, many=answer.pick_many)
        case Statement():
            rights = [answer.answer, not answer.answer]
            return _picks(("true", "false"), rights, question.credit, many=False)
        case Document():
            flags = [line.flag is not None for line in answer.lines]
            return _picks(document_ids(answer), flags, question.credit, many=True)
        case Spots():
            ids = part_ids(spot.text.value for spot in answer.spots)
            rights = [spot.right for spot in answer.spots]
            return _picks(ids, rights, question.credit, many=True)
        case Match() | Sort() | Order():
            return Places(right=_places(answer), credit=question.credit)
        case ShortText():
            rejects = tuple(reject.text.value for reject in answer.reject)
            return Typed(accept=tuple(text.value for text in answer.accept), reject=rejects)
        case Number():
            mark = decimal_mark(language)
            return Quantity(low=answer.low, high=answer.high, unit=answer.unit, decimal=mark)
        case Fill():
            gaps = tuple(_gap(part) for part in answer.parts if not isinstance(part, str))
            return Gaps(gaps=gaps, credit=question.credit)
        case _:
            assert_never(answer)


def document_ids(document: Document) -> tuple[str, ...]:
    """Give the ids of a paper's lines."""
    return part_ids(f"{line.label}: {line.text.value}" for line in document.lines)


def gap_ids(gap: ChosenGap) -> tuple[str, ...]:
    """Give the ids of a drop-down's words, the right one first."""
    return part_ids([gap.right.value, *(text.value for text in gap.wrong)])


def decimal_mark(language: str) -> str:
    """Give the decimal mark of a language: a point in English, a comma in most others."""
    pointed = {"en", "es-mx", "es-us", "zh", "ja", "ko", "th", "he", "hi"}
    low = language.lower()
    return "." if {low, low.partition("-")[0]} & pointed else ","


def score(key: Key, response: Response) -> Score:
    """Weigh a response. A text that is no number, or an empty response, gets nothing."""
    match key:
        case Picks():
            return _score_picks(key, frozenset(response))
        case Places():
            return _score_places(key, response if isinstance(response, Mapping) else {})
        case Typed():
            return _score_typed(key, str(response))
        case Quantity():
            number = read_number(str(response), key.decimal, key.unit)
            right = number is not None and _within(number, key)
            return Score(credit=float(right), parts={"answer": _verdict(right)})
        case Gaps():
            return _score_gaps(key, list(response))
        case _:
            assert_never(key)


def read_number(text: str, decimal: str = ".", unit: str = "") -> float | None:
    """Read what a learner typed: `2,700`, `2 700`, `2700`, `2.7`, `15 days`.

    Groups of three and the decimal mark are read by the language first; what does not fit
    it is read with the other mark, so that `2.7` and `2,7` are never lost. None: no number.
    """
    typed = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").lower()
    plain = "".join(typed.split())
    for mark in ("".join(unit.lower().split()), *_SIGNS):
        plain = plain.removesuffix(mark).removeprefix(mark)
    other = "," if decimal == "." else "."
    for point, group in ((decimal, other), (other, decimal)):
        whole = rf"\d{{1,3}}(?:[{group}'\N{{RIGHT SINGLE QUOTATION MARK}}]\d{{3}})+|\d+|(?=[.,]\d)"
        shape = rf"([+-]?)({whole})(?:[{point}](\d+))?(e[+-]?\d{{1,2}})?"
        found = re.fullmatch(shape, plain, re.ASCII)
        if found:
            digits = re.sub(r"\D", "", found[2])
            return float(f"{found[1]}{digits or 0}.{found[3] or 0}{found[4] or ''}")
    return None


def fold(text: str) -> str:
    """Forget what a short answer may differ in: case, accents, spaces, hyphens, quotation marks."""
    small = unicodedata.normalize("NFKC", text).upper().lower()
    bare = unicodedata.normalize("NFD", small)
    return "".join(char for char in bare if not _forgotten(char))


def matches(pattern: str, text: str) -> bool:
    r"""Tell whether a short answer fits a pattern: `*` stands for anything, `\*` for a star."""
    pieces = [fold(piece.replace("\\*", "*")) for piece in re.split(r"(?<!\\)\*", pattern)]
    pieces[-1] = pieces[-1].rstrip(".")
    folded = fold(text)
    last_dot = folded.rstrip(".")
    shape = ".*".join(re.escape(piece) for piece in pieces)
    return any(re.fullmatch(shape, form, re.DOTALL) for form in (folded, last_dot))


_SIGNS = ("$", "\N{EURO SIGN}", "\N{POUND SIGN}", "%")
_FORGOTTEN_KINDS = frozenset({"Mn", "Cf", "Cc", "Zs", "Zl", "Zp", "Pd", "Pi", "Pf"})
"""Accents, invisible characters, spaces, hyphens and dashes, quotation marks of a pair."""
_FORGOTTEN_MARKS = frozenset(
    "'\"`\N{MINUS SIGN}\N{SINGLE LOW-9 QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
)


def _forgotten(char: str) -> bool:
    return char in _FORGOTTEN_MARKS or unicodedata.category(char) in _FORGOTTEN_KINDS


def _picks(ids: Sequence[str], rights: Sequence[bool], credit: Credit, *, many: bool) -> Picks:
    pairs = list(zip(ids, rights, strict=True))
    right = tuple(part for part, is_right in pairs if is_right)
    wrong = tuple(part for part, is_right in pairs if not is_right)
    return Picks(right=right, wrong=wrong, many=many, credit=credit)


def _places(answer: Match | Sort | Order) -> dict[str, str]:
    match answer:
        case Match():
            lefts = part_ids(pair.left.value for pair in answer.pairs)
            # The same right side may belong to two left sides: it is one item.
            return {
                left: part_ids([pair.right.value])[0]
                for left, pair in zip(lefts, answer.pairs, strict=True)
            }
        case Sort():
            return dict(sort_places(answer))
        case Order():
            ids = part_ids(item.value for item in answer.items)
            return {str(place): item for place, item in enumerate(ids, 1)}
        case _:
            assert_never(answer)


def sort_places(sort: Sort) -> list[tuple[str, str]]:
    """Give (item's id, group's id) for all items of all groups, in the order of the file."""
    groups = part_ids(group.title.value for group in sort.groups)
    owners = [group for group, of in zip(groups, sort.groups, strict=True) for _ in of.items]
    items = part_ids(item.text.value for group in sort.groups for item in group.items)
    return list(zip(items, owners, strict=True))


def _gap(part: TypedGap | ChosenGap) -> Typed | Picks:
    match part:
        case TypedGap():
            return Typed(accept=part.accept)
        case ChosenGap():
            right, *wrong = gap_ids(part)
            return Picks(right=(right,), wrong=tuple(wrong), many=False)
        case _:
            assert_never(part)


def _verdict(right: bool) -> Verdict:
    return Verdict.RIGHT if right else Verdict.WRONG


def _score_picks(key: Picks, picked: frozenset[str]) -> Score:
    hits = sum(part in picked for part in key.right)
    alarms = sum(part in picked for part in key.wrong)
    parts = {part: Verdict.RIGHT if part in picked else Verdict.MISSED for part in key.right}
    parts |= {part: Verdict.WRONG if part in picked else Verdict.LEFT for part in key.wrong}
    whole = bool(picked) and hits == len(key.right) and not alarms
    match key.credit:
        case Credit.NET:
            credit = max(0.0, (hits - alarms) / max(1, len(key.right)))
        case Credit.EACH:
            fine = hits + len(key.wrong) - alarms
            credit = fine / max(1, len(parts)) if picked else 0.0
        case Credit.ALL:
            credit = 0.0
        case _:
            assert_never(key.credit)
    if not key.many:
        whole, credit = bool(hits) and not alarms, 0.0
    return Score(credit=1.0 if whole else credit, parts=parts)


def _score_places(key: Places, response: Mapping[str, str]) -> Score:
    parts = {
        place: _verdict(response.get(place) == item) if response.get(place) else Verdict.MISSED
        for place, item in key.right.items()
    }
    return Score(credit=_share(parts, key.credit), parts=parts)


def _score_typed(key: Typed, response: str) -> Score:
    right = bool(response.strip()) and any(matches(pattern, response) for pattern in key.accept)
    mistakes = (at for at, pattern in enumerate(key.reject) if matches(pattern, response))
    reject = None if right else next(mistakes, None)
    return Score(credit=float(right), parts={"answer": _verdict(right)}, reject=reject)


def _score_gaps(key: Gaps, response: Sequence[str]) -> Score:
    parts = {}
    for at, gap in enumerate(key.gaps):
        given = response[at].strip() if at < len(response) else ""
        right = score(gap, [given] if isinstance(gap, Picks) else given).credit == 1
        parts[str(at + 1)] = _verdict(right) if given else Verdict.MISSED
    return Score(credit=_share(parts, key.credit), parts=parts)


def _share(parts: Mapping[str, Verdict], credit: Credit) -> float:
    """One answer a place leaves nothing to tick too much: net and each are the share right."""
    right = sum(verdict is Verdict.RIGHT for verdict in parts.values())
    if right == len(parts):
        return 1.0
    return 0.0 if credit is Credit.ALL else right / len(parts)


def _within(number: float, key: Quantity) -> bool:
    low, high = key.low - abs(key.low) * NEARLY, key.high + abs(key.high) * NEARLY
    return low <= number <= high
