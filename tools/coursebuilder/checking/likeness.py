"""Which texts are nearly the same, among many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import floor

LIKE = 0.9
"""Two sets of words are alike when they share this part of all their words (Jaccard)."""


def alike(texts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each text that is like one before it, with the first such; by number. Empty ones never are.

    Alike texts share a word among their rarest ones: only texts that do are compared, so that ten
    thousand texts take seconds. (Prefix filtering: Bayardo, Ma and Srikant, 2007.)
    """
    common = Counter(word for text in texts for word in text)
    by_rare_word: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        rare_first = sorted(text, key=lambda word: (common[word], word))
        prefix = rare_first[: len(text) - floor(LIKE * len(text) + 1e-9) + 1] if text else []
        candidates = sorted({other for word in prefix for other in by_rare_word.get(word, ())})
        first = next((other for other in candidates if _is_like(text, texts[other])), None)
        if first is not None:
            yield number, first
        for word in prefix:
            by_rare_word.setdefault(word, []).append(number)


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= LIKE * longer and len(one & other) >= LIKE * len(one | other)
