"""`course matrix`: which objective is taught where, assessed by what, in whose path."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from coursebuilder.checking.matrix import Matrix
from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="matrix")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "html"]),
    default="text",
    help="How to print it. HTML is one whole page.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where something is missing.")
def command(root: Path, form: str, strict: bool) -> None:
    """Print objectives against sections, questions and paths, and what is missing.

    Drafts are left out. A path promises the objectives of its modules; something is missing
    where it does not teach or does not assess one.
    """
    from coursebuilder.checking.matrix import matrix_of  # noqa: PLC0415
    from coursebuilder.checking.survey import Survey  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    course, _ = read_course(find_root(root))
    matrix = matrix_of(Survey(course, datetime.now().astimezone().date()))
    write(_printed(matrix, form))
    if strict and matrix.gap_count:
        raise SystemExit(1)


def _printed(matrix: Matrix, form: str) -> str:
    """The matrix in a form; only that form's module is imported."""
    if form == "html":
        from coursebuilder.reporting.matrix_page import matrix_html  # noqa: PLC0415

        return matrix_html(matrix)
    from coursebuilder.checking.reports import matrix_report  # noqa: PLC0415

    match form:
        case "json":
            return matrix_report.matrix_json(matrix)
        case "markdown":
            return matrix_report.matrix_markdown(matrix)
        case _:
            return matrix_report.matrix_text(matrix)
