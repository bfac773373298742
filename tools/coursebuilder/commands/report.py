"""`course report`: the state of a course on one page, for the person who owns it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="report")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    default="course-report.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the page.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day for all dates, like 2026-11-21. [default: today]",
)
def command(root: Path, out: Path, as_of: datetime | None) -> None:
    """Write the state of the course as one HTML page.

    Rules broken, what falls due when, the matrix, reading grades, statistics of the questions.

    The page needs no network and runs no script. It is written whatever the course is like, so the
    exit code is 0. It names files and answers: it is for you, not for learners.
    """
    from coursebuilder.checking.check_course import apply_allows  # noqa: PLC0415
    from coursebuilder.checking.check_once import check_once  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415
    from coursebuilder.reporting.document import GENERATOR  # noqa: PLC0415
    from coursebuilder.reporting.report_page import report_html  # noqa: PLC0415

    day = (as_of or datetime.now().astimezone()).date()
    course, unread = read_course(find_root(root))
    problems = apply_allows(course, (*unread, *check_once(course, day)))
    if out.is_file() and GENERATOR not in out.read_text("utf-8", errors="replace"):
        raise click.ClickException(f"{out} holds something else. Name another file with --out.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(report_html(course, problems, day), "utf-8", newline="\n")
    write(f"The report is in {out}\n")
