"""How commands print."""

from __future__ import annotations

import sys

import click


def write(text: str) -> None:
    """Print a text as it is: as characters on a terminal, as UTF-8 bytes into a file or pipe."""
    whole = text if sys.stdout.isatty() else text.encode(errors="backslashreplace")
    click.echo(whole, nl=False)
