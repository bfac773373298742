"""`course check`: reads a course, runs all rules, prints what they found."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from coursebuilder.commands.output import wants_colour, write
from coursebuilder.commands.progress import progress
from coursebuilder.commands.root import find_root
from coursebuilder.course import Course
from coursebuilder.problem import Problem, Severity


@click.command(name="check")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "short", "json", "sarif", "github"]),
    default="text",
    help="How to print what was found; short is text without the lines of the files.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day for all dates, like 2026-11-21. [default: today]",
)
@click.option("--strict", is_flag=True, help="Fail for warnings, too.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours: on a terminal (auto; not with NO_COLOR), always, or never.",
)
@click.option("--fix", is_flag=True, help="Write the corrections that are sure into the files.")
@click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option(
    "--against",
    metavar="REVISION",
    help="Compare with a git revision, too: ids that are gone or mean something else.",
)
def command(  # noqa: PLR0913 - one argument an option, as click wants it
    root: Path,
    form: str,
    as_of: datetime | None,
    *,
    strict: bool,
    color: str,
    fix: bool,
    diff: bool,
    against: str | None,
) -> None:
    """Check the course in ROOT, or in the folder above with mkdocs.yml.

    The exit code is 0 when there is no error, 1 when there is one, 2 for wrong usage.
    """
    day = (as_of or datetime.now().astimezone()).date()
    course_root = find_root(root)
    if diff:
        write(_difference(course_root, day))
        return
    if fix:
        _mend(course_root, day)
    problems = _check(course_root, day, _earlier(course_root, against))
    write(_report(problems, form, course_root, colour=wants_colour(color)))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(problem.severity in failing for problem in problems):
        raise SystemExit(1)


def _earlier(root: Path, revision: str | None) -> Course | None:
    if revision is None:
        return None
    from coursebuilder.commands.revision import read_revision  # noqa: PLC0415

    return read_revision(root, revision)


def _check(root: Path, today: date, before: Course | None = None) -> Sequence[Problem]:
    from coursebuilder.checking.check_course import apply_allows  # noqa: PLC0415
    from coursebuilder.checking.check_once import check_once  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    # A course is read once, kept whole and never thrown away: there is no garbage to look for,
    # and looking for it takes a third of the time on a large course.
    gc.disable()
    with progress("Reading") as told:
        course, unread = read_course(root, told=told)
    compared = _compared(before, course) if before else ()
    with progress("Checking") as told:
        found = check_once(course, today, told)
    return apply_allows(course, (*unread, *found, *compared))


def _compared(before: Course, course: Course) -> Sequence[Problem]:
    from coursebuilder.checking.compare_courses import compare_courses  # noqa: PLC0415

    return compare_courses(before, course)


def _mend(root: Path, today: date) -> None:
    from coursebuilder.commands.mending import mend  # noqa: PLC0415

    changes = mend(root, lambda where: _check(where, today))
    for path in changes:
        click.echo(f"Mended {path}", err=True)


def _difference(root: Path, today: date) -> str:
    """What --fix would write: it works on a copy."""
    from coursebuilder.commands.mending import difference, mend  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        copy = Path(folder) / "course"
        copy_course(root, copy)
        return difference(mend(copy, lambda where: _check(where, today)))


def copy_course(root: Path, copy: Path) -> None:
    """Copy what makes a course, and nothing else of the folder."""
    copy.mkdir()
    for name in ("docs", "modules", "quizzes"):
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name, symlinks=True)
    for name in ("mkdocs.yml", "properdocs.yml"):
        if (root / name).is_file():
            shutil.copyfile(root / name, copy / name)


def _report(problems: Sequence[Problem], form: str, root: Path, *, colour: bool) -> str:
    """The report in a form; only that form's module is imported."""
    match form:
        case "json":
            from coursebuilder.checking.reports.json_report import json_report  # noqa: PLC0415

            return json_report(problems)
        case "sarif":
            from coursebuilder.checking.reports.sarif import sarif  # noqa: PLC0415

            return sarif(problems)
        case "github":
            from coursebuilder.checking.reports.github import github  # noqa: PLC0415

            return github(problems, _folder_in_repository(root))
        case _:
            from coursebuilder.checking.reports.excerpt import lines_in  # noqa: PLC0415
            from coursebuilder.checking.reports.text import text  # noqa: PLC0415

            lines_of = lines_in(root) if form == "text" else None
            return text(problems, colour=colour, lines_of=lines_of)


def _folder_in_repository(root: Path) -> str:
    """Where the course lies in what a GitHub workflow checked out; "" for its top or elsewhere."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    return root.relative_to(Path(workspace).resolve()).as_posix()
