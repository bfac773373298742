"""`course export pptx`: the slides as a PowerPoint file."""

from __future__ import annotations

from pathlib import Path

import click

from coursebuilder.commands.decks import checked_for, deck_named
from coursebuilder.commands.extras import told
from coursebuilder.commands.output import write
from coursebuilder.commands.root import find_root


@click.command(name="pptx")
@click.argument("name", metavar="MODULE|SESSION")
@click.argument("root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the file. [default: NAME.pptx]",
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A .pptx or .potx of your company; its slides are left out, its look stays.",
)
def command(name: str, root: Path, out: Path | None, template: Path | None) -> None:
    """Write the slides of a session or module for PowerPoint. They hold notes and answers."""
    from coursebuilder.presenting.powerpoint import write_powerpoint  # noqa: PLC0415

    course = checked_for(find_root(root), name)
    deck = deck_named(course, name)
    file = out or Path(f"{deck.name}.pptx")
    with told():
        raw = write_powerpoint(deck, course, template)
    file.write_bytes(raw)
    write(f"The slides are in {file}\n")
