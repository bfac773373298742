"""Mends a course: writes what the problems' edits say, and takes back what does not help."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from coursebuilder.checking.fix import apply_edits, edits_by_path
from coursebuilder.problem import Problem, Severity

Check = Callable[[Path], Sequence[Problem]]
ROUNDS = 5
"""An edit may uncover another mistake in the same place; more rounds than this none needs."""


def mend(root: Path, check: Check) -> dict[str, tuple[str, str]]:
    """Mend the course in place; give each changed file's text before and after.

    A change of a file that does not leave it with fewer errors than it had is taken back.
    """
    before: dict[str, str] = {}
    refused: set[str] = set()
    problems = check(root)
    for _ in range(ROUNDS):
        groups = {p: g for p, g in edits_by_path(problems).items() if p not in refused}
        if not groups:
            break
        for path, group in groups.items():
            before.setdefault(path, _read(root / path))
            _write(root / path, apply_edits(_read(root / path), group))
        problems, earlier = check(root), problems
        for path in groups:
            if _weight(problems, path) >= _weight(earlier, path):
                _write(root / path, before[path])
                refused.add(path)
    after = {path: _read(root / path) for path in before}
    return {path: (before[path], after[path]) for path in before if before[path] != after[path]}


def difference(changes: dict[str, tuple[str, str]]) -> str:
    """Give the changes as a unified diff."""
    parts: list[str] = []
    for path, (old, new) in changes.items():
        rows = difflib.unified_diff(
            old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}"
        )
        parts.extend(row if row.endswith("\n") else f"{row}\n" for row in rows)
    return "".join(parts)


def _weight(problems: Sequence[Problem], path: str) -> tuple[int, int]:
    there = [problem for problem in problems if problem.place.path == path]
    return sum(problem.severity is Severity.ERROR for problem in there), len(there)


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _write(file: Path, text: str) -> None:
    """Write beside the file and rename, so that a stop in between loses nothing."""
    beside = file.with_name(file.name + ".mending")
    beside.write_bytes(text.encode("utf-8"))
    shutil.copymode(file, beside)
    beside.replace(file)
