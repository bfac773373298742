"""`course timings`: what sections really took, against what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root

if TYPE_CHECKING:
    from coursebuilder.presenting.timings import Timing


@click.command(name="timings")
@click.argument(
    "logs",
    nargs=-1,
    required=True,
    metavar="LOG...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of the course. [default: this one]",
)
@click.option(
    "--write", "writes", is_flag=True, help="Write the proposed minutes into the modules."
)
def command(logs: tuple[Path, ...], root: Path, writes: bool) -> None:
    """Compare run LOGs with the plan, and propose new minutes as a diff.

    A log is saved in the presenter window. With several, the median counts. Only `minutes=` in
    the headings of sections changes, and only with --write.
    """
    from coursebuilder.presenting.timings import (  # noqa: PLC0415
        NotALogError,
        changed_files,
        diff_of,
        read_run,
        timings_of,
    )
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    course, _ = read_course(find_root(root))
    try:
        runs = [read_run(path, course) for path in logs]
    except NotALogError as error:
        raise click.ClickException(str(error)) from error
    timings = timings_of(course, runs)
    write(_table(timings))
    for path, before, after in changed_files(course, timings):
        name = path.relative_to(course.root).as_posix()
        if writes:
            path.write_text(after, encoding="utf-8", newline="")
            write(f"Written: {name}\n")
        else:
            write("\n" + diff_of(name, before, after))


def _table(timings: Sequence[Timing]) -> str:
    """One line a section: planned, real, proposed minutes, deliveries, name."""
    if not timings:
        return "No section of this course was taught in these logs.\n"
    rows = ["plan  real  new  runs  section"]
    for timing in timings:
        real = sum(timing.seconds) / len(timing.seconds) / 60
        name = f"{timing.module.slug}/{timing.section.id.value}"
        numbers = f"{timing.planned:>4}  {real:>4.1f}  {timing.proposed:>3}"
        rows.append(f"{numbers}  {len(timing.seconds):>4}  {name}")
    return "\n".join(rows) + "\n"
