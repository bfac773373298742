"""`course verify`: compares a learner's saved record with the course."""

from __future__ import annotations

from pathlib import Path

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="verify")
@click.argument("record", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(record: Path, root: Path) -> None:
    """Compare RECORD, a completion record that a learner saved, with the course in ROOT.

    It tells whether the record was made with this very content, and whether its sums are right.
    It cannot tell who studied: a record is self-attested. The exit code is 0 when all agrees,
    1 when something differs, 2 when the file is no record.
    """
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415
    from coursebuilder.record import differences, read_record  # noqa: PLC0415

    read = read_record(record.read_text(encoding="utf-8", errors="replace"))
    if read is None:
        raise click.UsageError(f"{record} is no completion record of this tool.")
    course, _ = read_course(find_root(root))
    found = list(differences(read, course))
    if found:
        write("".join(f"{sentence}\n" for sentence in found))
        raise SystemExit(1)
    write(
        f"The record agrees with '{course.settings.title}', version {read.version}: "
        f"{len(read.questions)} questions, completed {read.completed}.\n"
        "It is self-attested: it shows what was studied, not who studied.\n"
    )
