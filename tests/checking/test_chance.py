from math import comb, isclose

import pytest

from coursebuilder.checking.chance import at_least, chi_squared


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ([182, 270, 243, 180], 4.1e-6),
        ([10, 20], 0.0679),
        ([10, 20, 30], 0.00674),
        ([10, 15, 20, 15], 0.3430),
        ([8, 12, 10, 14, 16], 0.5037),
        ([5, 5, 5], 1.0),
        ([0, 0, 0], 1.0),
    ],
)
def test_chi_squared_gives_the_tail_of_the_tables(seen: list[int], expected: float) -> None:
    assert isclose(chi_squared(seen), expected, rel_tol=0.02)


def test_equal_chances_give_the_binomial_tail() -> None:
    expected = sum(comb(8, count) * 0.25**count * 0.75 ** (8 - count) for count in (6, 7, 8))
    assert isclose(at_least(6, [0.25] * 8), expected)


def test_each_event_may_have_its_own_chance() -> None:
    assert isclose(at_least(2, [0.5, 0.2]), 0.1)
    assert isclose(at_least(1, [0.5, 0.2]), 0.6)
    assert isclose(at_least(0, [0.5, 0.2]), 1.0)
