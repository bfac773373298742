"""How long the trainer's outputs of this course take.

    python bench/kit.py
    python bench/kit.py --session chemical-90 --runs 3

Each is a whole command, with reading and checking the course. The goals: the deck one second,
PowerPoint and each PDF 2 seconds more than the check alone, the kit 20 seconds in all. Seconds
are the processor's, so that what else the machine does counts less.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import middle, run, show, verdict

ROOT = Path(__file__).parents[1]
DECK_GOAL, OUTPUT_GOAL, KIT_GOAL = 1.0, 2.0, 20.0
KINDS = ("guide", "workbook", "key", "cards")
GOALS = {"deck": DECK_GOAL, "kit": KIT_GOAL}


def main() -> None:
    """Time the commands and print a table."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--session", default="chemical-60")
    wanted.add_argument("--runs", type=int, default=2)
    given = wanted.parse_args()
    with TemporaryDirectory() as folder:
        out = f"{folder}/out"
        commands = {
            "deck": ["export", "deck", given.session, "--out", out],
            "pptx": ["export", "pptx", given.session, "--out", out],
            **{kind: ["export", "pdf", kind, given.session, "--out", out] for kind in KINDS},
            "kit": ["kit", given.session, "--contact", "Bench, 555-0100", "--out", f"{folder}/kit"],
        }
        course = [sys.executable, "-m", "coursebuilder"]
        check = middle([run([*course, "check"], ROOT) for _ in range(given.runs)]).cpu
        rows = [("output", "seconds", "more than check", "goal", "")]
        for name, command in commands.items():
            spent = middle([run([*course, *command], ROOT) for _ in range(given.runs)]).cpu
            more = spent - check
            told = (spent if name == "kit" else more, GOALS.get(name, OUTPUT_GOAL))
            rows.append((name, f"{spent:.2f}", f"{more:.2f}", f"{told[1]:.0f}", verdict(*told)))
        show(rows)


if __name__ == "__main__":
    main()
