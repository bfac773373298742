"""How many years of school a text asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from coursebuilder.checking.wording import sentences, words

VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^laeiouy])e[sd]?$")
"""An e that is not spoken, at the end of a word: make, makes, shipped."""
SPOKEN = ("ted", "ded", "ses", "zes", "ces", "ges", "xes", "shes", "ches")
"""Ends of words whose e is spoken all the same: wanted, houses."""


@lru_cache(maxsize=32768)
def syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels; one at least."""
    letters = word.lower()
    heard = letters if letters.endswith(SPOKEN) else SILENT.sub("", letters)
    return max(1, len(VOWELS.findall(heard)))


def grade(texts: Sequence[str], names: Collection[str] = ()) -> float:
    """The Flesch-Kincaid grade of English texts without marks; each text ends its last sentence.

    Words of `names` are left out: who reads of them knows them, or has them explained. 0 where
    there are no words.
    """
    left_out = {word.lower() for name in names for word in words(name)}
    counted = [word for text in texts for word in words(text) if word.lower() not in left_out]
    count = sum(len(sentences(text)) for text in texts)
    if not counted or not count:
        return 0.0
    return 0.39 * len(counted) / count + 11.8 * sum(map(syllables, counted)) / len(counted) - 15.59
