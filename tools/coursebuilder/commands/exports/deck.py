"""`course export deck`: the slides as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from coursebuilder.commands.decks import checked_for, deck_named
from coursebuilder.commands.output import write
from coursebuilder.commands.present import write_deck
from coursebuilder.commands.root import find_root


@click.command(name="deck")
@click.argument("name", metavar="MODULE|SESSION")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the file. [default: NAME.html]",
)
def command(name: str, root: Path, out: Path | None) -> None:
    """Write the slides of a session or module. They hold notes and answers: for the trainer."""
    course = checked_for(find_root(root), name)
    deck = deck_named(course, name)
    file = out or Path(f"{deck.name}.html")
    write_deck(deck, course, file)
    write(f"The slides are in {file}\n")
