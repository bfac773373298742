"""How long `course check` takes, and how much memory: on this course, and on large ones.

    python bench/check.py
    python bench/check.py --modules 50 --questions-per-module 10 --runs 3
    python bench/check.py --modules 1000 --runs 1
    python bench/check.py --instructions

Start-up counts. Each course is checked for the first time, with nothing remembered, and again with
nothing changed. The goals: this course in a second; 200 modules with 2,000 questions in five
seconds and 300 MB; 1,000 with 10,000 in 30 seconds and 1 GB at first, in five seconds again.
Seconds depend on what else the machine does; `--instructions` counts what does not, to compare one
day with another.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from make_course import make_course
from measure import Cost, count, middle, run, show, verdict

ROOT = Path(__file__).parents[1]
LARGEST = 1000
"""Modules from which on the goals of a large course hold."""
HEADS = ("course", "wall s", "cpu s", "peak MB", "goal", "")


def main() -> None:
    """Measure both courses and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--course", type=Path, default=ROOT, help="the real course [this one]")
    parser.add_argument("--modules", type=int, default=200)
    parser.add_argument("--questions-per-module", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5, help="of which the median counts")
    parser.add_argument("--instructions", action="store_true", help="count them, by valgrind")
    given = parser.parse_args()
    today = date.today()  # noqa: DTZ011 - the author's own day
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large"
        make_course(large, given.modules, given.questions_per_module, today, plain=False)
        questions = given.modules * given.questions_per_module
        first = (30.0, 1000.0) if given.modules >= LARGEST else (5.0, 300.0)
        courses = (
            ("the real course", given.course, (1.0, 300.0)),
            (f"{given.modules} modules, {questions} questions", large, first),
        )
        if given.instructions:
            counts = [(name, f"{count(command(root), root):.2f}") for name, root, _ in courses]
            show([("course", "billions of instructions"), *counts])
        else:
            rows = [row for each in courses for row in measured(*each, given.runs)]
            show([HEADS, *rows])


def command(course: Path) -> list[str]:
    """What is measured."""
    return [sys.executable, "-m", "coursebuilder", "check", str(course)]


def measured(
    name: str, course: Path, goal: tuple[float, float], runs: int
) -> Iterator[tuple[str, ...]]:
    """The rows of a course: the medians of some runs, with nothing remembered and with all."""
    first: list[Cost] = []
    again: list[Cost] = []
    run(command(course), course)
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as memory:
            for costs in (first, again):
                costs.append(run(command(course), course, {"COURSE_CACHE": memory}))
    yield row(f"{name}, first", middle(first), goal)
    yield row(f"{name}, again", middle(again), (min(goal[0], 5), goal[1]))


def row(name: str, cost: Cost, goal: tuple[float, float]) -> tuple[str, ...]:
    """A row of the table."""
    seconds, megabytes = goal
    return (
        name,
        f"{cost.wall:.2f}",
        f"{cost.cpu:.2f}",
        f"{cost.peak:.0f}",
        f"{seconds:g} s, {megabytes:g} MB",
        verdict(max(cost.wall / seconds, cost.peak / megabytes), 1),
    )


if __name__ == "__main__":
    main()
