"""How long `course build` takes, against plain MkDocs + Material on the same pages.

    python bench/build.py
    python bench/build.py --pages 50 --runs 5
    python bench/build.py --pages 50 --instructions

Both have the same prose, lists, tables, callouts, notes and pictures; the plain site has no
exercises and nothing that only our builder knows. The course is built without exercises, too: what
is more is then what reading, checking and our formats cost. The runs take turns, so that what else
the machine does falls on all of them; `--instructions` counts what does not depend on it. The goal:
1.15 times the plain build.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from make_course import make_course
from measure import Cost, count, middle, run, show, verdict

GOAL = 1.15
QUIET = {"NO_MKDOCS_2_WARNING": "1"}
HEADS = ("site", "wall s", "cpu s", "peak MB", "cpu ratio", "")
PLAIN = "plain MkDocs + Material"
Sites = dict[str, tuple[Path, list[str]]]
"""Each with its folder and the command that builds it."""


def main() -> None:
    """Measure the builds in turns and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=200, help="modules of the course")
    parser.add_argument("--questions-per-module", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3, help="of which the median counts")
    parser.add_argument("--instructions", action="store_true", help="count them, by valgrind")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sites = make_sites(Path(folder), given.pages, given.questions_per_module)
        if given.instructions:
            show_instructions(sites)
        else:
            show_costs(sites, given.runs)


def show_costs(sites: Sites, runs: int) -> None:
    """Print seconds and memory of each site."""
    costs = {name: middle(each) for name, each in measure_in_turns(sites, runs).items()}
    plain = costs[PLAIN].cpu
    show([HEADS, *(_row(name, cost, cost.cpu / plain) for name, cost in costs.items())])


def show_instructions(sites: Sites) -> None:
    """Print the instructions of each site."""
    counts = {name: count(command, root, QUIET) for name, (root, command) in sites.items()}
    rows = [(name, f"{each:.2f}", f"{each / counts[PLAIN]:.2f}") for name, each in counts.items()]
    show([("site", "billions of instructions", "ratio"), *rows])


def make_sites(folder: Path, pages: int, questions: int) -> Sites:
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
