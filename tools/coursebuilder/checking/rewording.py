"""Whether two texts say about the same, and which of two lists belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from coursebuilder.checking.sameness import fold
from coursebuilder.checking.wording import plain, words

SHARE = 0.5
"""Two texts say about the same when the shorter shares this part of its telling words."""
SHORTEST = 4
STEM = 6
FILLERS = re.compile(
    r"about|after|also|been|before|does|each|from|have|into|just|more|most|must"
    r"|only|other|over|shall|should|some|such|than|that|their|them|then|there|these"
    r"|they|this|those|what|when|where|which|while|will|with|would|your"
)
ENDINGS = re.compile(r"(?:ing|ed|es|s)$")


def is_reworded(before: str, after: str) -> bool:
    """Whether one text may be another wording of the other: it is made of the same words.

    This is a rough look at English; it only decides whether a person is asked to look.
    """
    if fold(before) == fold(after):
        return True
    one, other = telling_words(before), telling_words(after)
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= SHARE * fewer


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The stems of a text's long words, and its numbers."""
    found = (word.lower() for word in words(plain(text)))
    return frozenset(
        word if word[0].isdigit() else ENDINGS.sub("", word)[:STEM]
        for word in found
        if word[0].isdigit() or (len(word) >= SHORTEST and not FILLERS.fullmatch(word))
    )


def likeness(before: str, after: str) -> float:
    """The share of their telling words that two texts have in common, from 0 to 1."""
    one, other = telling_words(before), telling_words(after)
    return len(one & other) / len(one | other) if one or other else 0.0


def paired(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Which text of one list is which of the other, by number: the same ones, then the likest.

    A text that is like none of the other list is in no pair.
    """
    found: dict[int, int] = {}
    for number, text in enumerate(before):
        same = (at for at, other in enumerate(after) if fold(other) == fold(text))
        free = next((at for at in same if at not in found.values()), None)
        if free is not None:
            found[number] = free
    taken = set(found.values())
    candidates = [
        (-likeness(text, other), number, at)
        for number, text in enumerate(before)
        if number not in found
        for at, other in enumerate(after)
        if at not in taken
    ]
    for unlike, number, at in sorted(candidates):
        if -unlike >= SHARE and number not in found and at not in taken:
            found[number] = at
            taken.add(at)
    return found
