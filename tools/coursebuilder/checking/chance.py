"""How likely something is by chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, exp, pi, sqrt


def at_least(count: int, chances: Sequence[float]) -> float:
    """How likely `count` or more of some independent events are, each with its own chance.

    The distribution (Poisson's binomial) is built event by event.
    """
    likely = [1.0]
    for chance in chances:
        missed = [share * (1 - chance) for share in likely] + [0.0]
        met = [0.0, *(share * chance for share in likely)]
        likely = [one + other for one, other in zip(missed, met, strict=True)]
    return sum(likely[count:])


def chi_squared(seen: Sequence[int]) -> float:
    """How likely counts that differ as much, or more, are where each place is equally likely.

    Pearson's test; its tail in closed form (Abramowitz and Stegun, 26.4.4 and 26.4.5).
    """
    expected = sum(seen) / len(seen)
    if not expected:
        return 1.0
    return _tail(sum((count - expected) ** 2 for count in seen) / expected, len(seen) - 1)


def _tail(value: float, freedom: int) -> float:
    if freedom % 2:
        term, total = sqrt(2 * value / pi) * exp(-value / 2), erfc(sqrt(value / 2))
        steps = range(3, freedom + 1, 2)
    else:
        term, total = exp(-value / 2), 0.0
        steps = range(2, freedom + 1, 2)
    for step in steps:
        total += term
        term *= value / step
    return total
