"""`course diff`: what changed for learners since a git revision, and who should do what."""

from __future__ import annotations

from pathlib import Path

import click

from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="diff")
@click.argument("revision")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", metavar="REVISION", help="The later revision. [default: the folder as it is]")
def command(revision: str, root: Path, to: str | None) -> None:
    """Print what changed for learners since REVISION, a commit, tag or branch, as Markdown.

    Modules, objectives, figures with their sources, sections, questions, contacts and red flags;
    and for each path what its learners should take, retake or read again. The folder stays as it
    is. What counts as another answer: `course explain answer-changed`.
    """
    from coursebuilder.checking.course_change import course_change  # noqa: PLC0415
    from coursebuilder.checking.reports.change_report import change_markdown  # noqa: PLC0415
    from coursebuilder.commands.revision import read_revision  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    found = find_root(root)
    before = read_revision(found, revision)
    after = read_revision(found, to) if to else read_course(found)[0]
    write(change_markdown(course_change(before, after), revision))
