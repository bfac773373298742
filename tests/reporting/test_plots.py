"""Where the parts of a plot lie."""

from __future__ import annotations

import pytest

from coursebuilder.checking.bank import Key
from coursebuilder.reporting.plots import Part, scatter, stacked, strip


def key(length: int, *others: int, name: str = "q") -> Key:
    return Key(name, "quizzes/a.yml", 1, 0, length, others)


def test_a_bar_is_laid_end_to_end_on_the_scale_of_the_longest() -> None:
    bar = stacked([("module", 1), ("source", 0), ("contact", 3)], 8)
    assert bar == (Part(0.0, 12.5, "module"), Part(12.5, 37.5, "contact"))


def test_where_nothing_is_there_is_no_bar() -> None:
    assert stacked([("module", 0)], 0) == ()


def test_a_dot_lies_above_the_line_where_the_key_is_the_longest() -> None:
    plot = scatter([key(40, 20, 10), key(20, 40, 10, name="b")], frozenset("b"), size=100)
    above, below = plot.dots
    assert (above.x, above.y, above.is_marked) == (40.0, 20.0, False)
    assert (below.x, below.y, below.is_marked) == (80.0, 60.0, True)
    assert above.said == "q: 40 against 20"
    assert plot.above == 1


@pytest.mark.parametrize(
    ("longest", "ticks"),
    [
        (1, ["0", "10"]),
        (40, ["0", "10", "20", "30", "40", "50"]),
        (60, ["0", "20", "40", "60", "80"]),
        (119, ["0", "20", "40", "60", "80", "100", "120"]),
        (600, ["0", "200", "400", "600", "800"]),
    ],
)
def test_ticks_are_few_and_round_and_reach_beyond_the_longest(
    longest: int, ticks: list[str]
) -> None:
    plot = scatter([key(longest, 1)], frozenset(), size=100)
    assert [tick.said for tick in plot.ticks] == ticks
    assert plot.ticks[-1].at == 100.0


def test_no_questions_make_an_empty_plot() -> None:
    assert scatter([], frozenset()).dots == ()


def test_a_strip_keeps_its_dots_on_the_line_and_marks_what_is_over() -> None:
    line = strip([("A", -1.0), ("B", 7.0), ("C", 20.0)], limit=11, most=14)
    assert [(dot.x, dot.said, dot.is_marked) for dot in line.dots] == [
        (0.0, "A: -1.0", False),
        (50.0, "B: 7.0", False),
        (100.0, "C: 20.0", True),
    ]
    assert line.limit == 78.6
