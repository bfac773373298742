"""Sentences that state a figure: what is counted, how much, and in which words.

Two sentences speak of the same thing when they share most of their words, the figures left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coursebuilder.checking.figures import CURRENCY, DIGIT, LARGE, NO_THING, NUMBER, number_of
from coursebuilder.checking.wording import plain, sentences, words
from coursebuilder.problem import Place

QUANTITY = re.compile(
    rf"""
      (?P<money>[$€£]\s?(?P<sum>{NUMBER})(?:\s(?P<times>{LARGE})\b)?
        | (?P<sum2>{NUMBER})(?:\s(?P<times2>{LARGE}))?\s(?:{CURRENCY})\b)
    | (?P<share>{NUMBER})\s?(?:%|percent\b|per\ cent\b)
    | (?<![\w.,:/$€£§#-])(?P<count>{NUMBER})(?:\s(?P<times3>{LARGE}))?
      [\s-](?:(?:calendar|business|working|full|consecutive)\s)?(?P<thing>[^\W\d_]{{3,}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
TIMES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHORTEST = 4
"""Letters of a word that says what a sentence is about."""
STEM = 6
"""Letters that are compared: "report", "reports" and "reported" are one word."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with figures: for each unit its numbers, and the words around them."""

    text: str
    place: Place
    group: tuple[str, int]
    """The list, table or paragraph that it stands in."""
    numbers: frozenset[tuple[str, float]]
    """Unit (`money`, `percent` or the word behind the number) and amount."""
    years: frozenset[str]
    about: frozenset[str]

    def units(self) -> frozenset[str]:
        """What the figures count."""
        return frozenset(unit for unit, _ in self.numbers)


def statements_in(text: str, place: Place, group: tuple[str, int]) -> Iterator[Statement]:
    """The sentences of a Markdown text that state a figure, dates and laws left aside."""
    said = plain(text)
    for sentence in sentences(said) if DIGIT.search(said) else ():
        numbers = quantities(sentence) if DIGIT.search(sentence) else frozenset()
        if numbers:
            years = frozenset(YEAR.findall(sentence))
            yield Statement(sentence, place, group, numbers, years, _about(sentence))


@lru_cache(maxsize=8192)
def quantities(sentence: str) -> frozenset[tuple[str, float]]:
    """The amounts of a sentence with their units: money, percent, or a thing that is counted."""
    found: set[tuple[str, float]] = set()
    for match in QUANTITY.finditer(sentence):
        if match["money"]:
            times = TIMES.get((match["times"] or match["times2"] or "").lower(), 1)
            found.add(("money", number_of(match["sum"] or match["sum2"]) * times))
        elif match["share"]:
            found.add(("percent", number_of(match["share"])))
        elif match["thing"].islower() and not NO_THING.fullmatch(match["thing"]):
            times = TIMES.get((match["times3"] or "").lower(), 1)
            unit = match["thing"].removesuffix("s")
            found.add((unit, number_of(match["count"]) * times))
    return frozenset(found)


def _about(sentence: str) -> frozenset[str]:
    return frozenset(
        word.lower()[:STEM]
        for word in words(sentence)
        if len(word) >= SHORTEST and not any(letter.isdigit() for letter in word)
    )
