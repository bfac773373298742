"""Where a course begins."""

from __future__ import annotations

from pathlib import Path

import click

MARKS = ("mkdocs.yml", "modules/course.yml")


def find_root(start: Path) -> Path:
    """The course's root: `start`, or the nearest folder above it with mkdocs.yml.

    A folder with modules/course.yml counts, too: a course can be checked before it has a site.
    Raises click's UsageError (exit code 2) where there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if any((folder / mark).is_file() for mark in MARKS):
            return folder
    raise click.UsageError(f"There is no mkdocs.yml in {start}, nor in a folder above it.")
