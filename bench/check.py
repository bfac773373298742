"""How long `course check` takes, and how much memory: on this course, and on a large one.

    python bench/check.py
    python bench/check.py --modules 50 --questions-per-module 10 --runs 3

Start-up counts. The goals: this course in a second; 200 modules with 2,000 questions in five
seconds and 300 MB. Seconds by the clock depend on what else the machine does; those of the
processor hardly do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from make_course import make_course
from measure import middle, run, show, verdict

ROOT = Path(__file__).parents[1]
HEADS = ("course", "wall s", "cpu s", "peak MB", "goal", "")


def main() -> None:
    """Measure both courses and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--course", type=Path, default=ROOT, help="the real course [this one]")
    parser.add_argument("--modules", type=int, default=200)
    parser.add_argument("--questions-per-module", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5, help="of which the median counts")
    given = parser.parse_args()
    today = date.today()  # noqa: DTZ011 - the author's own day
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large"
        make_course(large, given.modules, given.questions_per_module, today, plain=False)
        count = given.modules * given.questions_per_module
        name = f"{given.modules} modules, {count} questions"
        rows = [
            HEADS,
            measured(given.course, "the real course", (1.0, 300.0), given.runs),
            measured(large, name, (5.0, 300.0), given.runs),
        ]
    show(rows)


def measured(course: Path, name: str, goal: tuple[float, float], runs: int) -> tuple[str, ...]:
    """A row of the table: the median of some runs, after one that is not counted."""
    command = [sys.executable, "-m", "coursebuilder", "check", str(course)]
    run(command, course)
    cost = middle([run(command, course) for _ in range(runs)])
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
