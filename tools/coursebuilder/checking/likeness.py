"""Which texts are nearly the same, among many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil, floor

LIKE = 0.9
"""Two sets of words are alike when they share this part of all their words (Jaccard)."""


def alike(texts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each text that is like one before it, with the first such; by number. Empty ones never are.

    Alike texts share a word among their rarest ones: only texts that do are compared, so that ten
    thousand texts take seconds. (Prefix filtering: Bayardo, Ma and Srikant, 2007.)
    """
    common = Counter(word for text in texts for word in text)
    by_rare_word: dict[tuple[str, int], list[int]] = {}
    for number, text in enumerate(texts):
        rare_first = sorted(text, key=lambda word: (common[word], word))
        prefix = rare_first[: len(text) - floor(LIKE * len(text) + 1e-9) + 1] if text else []
        keys = [(word, size) for word in prefix for size in _like_sizes(len(text))]
        candidates = sorted({other for key in keys for other in by_rare_word.get(key, ())})
        first = next((other for other in candidates if _is_like(text, texts[other])), None)
        if first is not None:
            yield number, first
        for word in prefix:
            by_rare_word.setdefault((word, len(text)), []).append(number)


@cache
def _like_sizes(size: int) -> range:
    """How many words a text may have that is like one of `size` words."""
    return range(ceil(LIKE * size - 1e-9), floor(size / LIKE + 1e-9) + 1)


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= LIKE * (len(one) + len(other) - shared)
