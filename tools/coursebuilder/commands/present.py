"""`course present`: the slides of a module or session as one HTML file."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from coursebuilder.commands.decks import checked_for, deck_named
from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root
from coursebuilder.course import Course
from coursebuilder.presenting.deck import Deck


@click.command(name="present")
@click.argument("name", metavar="MODULE|SESSION")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the file. [default: .cache/slides/NAME.html]",
)
@click.option("--no-open", is_flag=True, help="Write the file, but do not open it.")
@click.option(
    "--measure",
    "measured",
    is_flag=True,
    help="Measure in Chromium whether every slide holds its text; exit 1 where one does not.",
)
def command(name: str, root: Path, out: Path | None, no_open: bool, measured: bool) -> None:
    """Make the slides of a session or module, and open them in the browser.

    The file needs no network and no other file: copy it to a USB stick. It holds notes and
    answers, so it is the trainer's.
    """
    found = find_root(root)
    course = checked_for(found, name)
    deck = deck_named(course, name)
    file = out or found / ".cache" / "slides" / f"{deck.name}.html"
    write_deck(deck, course, file)
    write(f"{len(deck.slides)} slides, {deck.agenda.planned} minutes: {file}\n")
    if measured:
        _measure(deck, course)
    if not no_open:
        webbrowser.open(file.resolve().as_uri())


def write_deck(deck: Deck, course: Course, file: Path) -> None:
    """Write the slides to a file."""
    from coursebuilder.presenting.slideshow import render_deck  # noqa: PLC0415

    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(render_deck(deck, course), encoding="utf-8", newline="\n")


def _measure(deck: Deck, course: Course) -> None:
    from coursebuilder.checking.reports.text import text  # noqa: PLC0415
    from coursebuilder.presenting.measure import (  # noqa: PLC0415
        NoBrowserError,
        find_browser,
        measure,
        problems_of,
    )

    try:
        problems = list(problems_of(measure(deck, course, find_browser())))
    except NoBrowserError as error:
        raise click.ClickException(str(error)) from error
    if problems:
        write(text(problems))
        raise SystemExit(1)
    write("Every slide holds its text, at 16:9 and at 4:3.\n")
