"""`course agenda`: what of a course fits into a session, and when."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from coursebuilder.commands.decks import agenda_named
from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="agenda")
@click.argument("session")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--start",
    type=click.DateTime(["%H:%M"]),
    default="09:00",
    show_default=True,
    metavar="HH:MM",
    help="When the session begins.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="How to print it.",
)
def command(session: str, root: Path, start: datetime, form: str) -> None:
    """Plan SESSION: its sections with clock times, what is left out, what to skip when late.

    The exit code is 1 where the session is too short for its must-sections.
    """
    from coursebuilder.presenting.agenda_report import (  # noqa: PLC0415
        agenda_json,
        agenda_markdown,
        agenda_text,
    )
    from coursebuilder.presenting.words import words_in  # noqa: PLC0415
    from coursebuilder.reading.read_course import read_course  # noqa: PLC0415

    course, _ = read_course(find_root(root))
    agenda = agenda_named(course, session)
    say = words_in(course.settings.language)
    match form:
        case "json":
            write(agenda_json(agenda, start.time()))
        case "markdown":
            write(agenda_markdown(agenda, start.time(), say))
        case _:
            write(agenda_text(agenda, start.time(), say))
