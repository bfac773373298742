"""How long `course build` takes, against plain MkDocs + Material on the same pages.

    python bench/build.py
    python bench/build.py --pages 50 --runs 5

Both have the same prose, lists, tables, callouts, notes and pictures; the plain site has no
exercises and nothing that only our builder knows. The course is built without exercises, too: what
is more is then what reading, checking and our formats cost. The runs take turns, so that what else
the machine does falls on all of them. The goal: 1.15 times the plain build.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from make_course import make_course
from measure import Cost, middle, run, show, verdict

GOAL = 1.15
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
HEADS = ("site", "wall s", "cpu s", "peak MB", "cpu ratio", "")
PLAIN = "plain MkDocs + Material"


def main() -> None:
    """Measure the builds in turns and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=200, help="modules of the course")
    parser.add_argument("--questions-per-module", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sites = make_sites(Path(folder), given.pages, given.questions_per_module)
        costs = {name: middle(each) for name, each in measure_in_turns(sites, given.runs).items()}
    plain = costs[PLAIN].cpu
    rows = [(name, cost, cost.cpu / plain) for name, cost in costs.items()]
    show([HEADS, *(_row(*row) for row in rows)])


def make_sites(folder: Path, pages: int, questions: int) -> dict[str, tuple[Path, list[str]]]:
    """Write the sites; each with the command that builds it."""
    today = date.today()  # noqa: DTZ011 - the author's own day
    engine = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    ours = [sys.executable, "-m", "coursebuilder", "build"]
    make_course(folder / "plain", pages, questions, today, plain=True)
    make_course(folder / "bare", pages, 0, today, plain=False)
    make_course(folder / "course", pages, questions, today, plain=False)
    return {
        PLAIN: (folder / "plain", engine),
        "course build, no questions": (folder / "bare", ours),
        f"course build, {pages * questions} questions": (folder / "course", ours),
    }


def measure_in_turns(sites: dict[str, tuple[Path, list[str]]], runs: int) -> dict[str, list[Cost]]:
    """Build each site once unmeasured, then all of them in turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in sites}
    for turn in range(runs + 1):
        for name, (root, command) in sites.items():
            shutil.rmtree(root / "site", ignore_errors=True)
            cost = run(command, root, QUIET)
            if not (root / "site/index.html").exists():
                raise SystemExit(f"{' '.join(command)} wrote no site in {root}")
            if turn:
                costs[name].append(cost)
    return costs


def _row(name: str, cost: Cost, ratio: float) -> tuple[str, ...]:
    told = "" if name == PLAIN else verdict(ratio, GOAL)
    return (
        name,
        f"{cost.wall:.2f}",
        f"{cost.cpu:.2f}",
        f"{cost.peak:.0f}",
        f"{ratio:.2f}",
        told,
    )


if __name__ == "__main__":
    main()
