"""The nearest right word to one that was typed."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was perhaps meant to be; "" where none is near.

    Two words are near when they differ in case or accents only, or when at least seven tenths
    of their letters agree in order (difflib's ratio).
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    words = sorted(set(known))
    folded = {candidate.casefold(): candidate for candidate in reversed(words)}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.7)
    return folded[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'spot'?` with its leading space, or ""."""
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""
