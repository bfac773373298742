"""`course build`: checks the course and writes the learner's site."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root
from coursebuilder.problem import Severity


@click.command(name="build")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write the site. [default: site]",
)
@click.option("--strict", is_flag=True, help="Fail for warnings, too.")
def command(root: Path, site_dir: Path | None, strict: bool) -> None:
    """Build the site of the course in ROOT, or in the folder above with mkdocs.yml.

    Nothing is written while the course has an error. The exit code is 0 when the site is
    written, 1 when there is an error, 2 for wrong usage.
    """
    from coursebuilder.checking.check_course import apply_allows, check_course  # noqa: PLC0415
    from coursebuilder.checking.reports.text import text  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    found = find_root(root)
    course, unread = read_course(found)
    today = date.today()  # noqa: DTZ011 - the author's own day
    problems = apply_allows(course, (*unread, *check_course(course, today)))
    shown = [problem for problem in problems if problem.severity is not Severity.HINT]
    if shown:
        write(text(shown, colour=False))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(problem.severity in failing for problem in problems):
        raise SystemExit(1)
    _build(found, site_dir, (course, problems))


def _build(root: Path, site_dir: Path | None, given: object) -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    settings = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    config = load_config(str(root / "mkdocs.yml"), strict=True, **settings)
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins["course"].given = given
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    write(f"The site is in {config.site_dir}\n")
