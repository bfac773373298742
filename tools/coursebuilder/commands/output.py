"""How commands print."""

from __future__ import annotations

import os
import sys

import click


def write(text: str) -> None:
    """Print a text as it is: as characters on a terminal, as UTF-8 bytes into a file or pipe."""
    whole = text if sys.stdout.isatty() else text.encode(errors="backslashreplace")
    click.echo(whole, nl=False)


def wants_colour(choice: str = "auto") -> bool:
    """Whether to print in colour: `always`, `never`, or on a terminal that does not refuse it.

    A terminal refuses by `NO_COLOR` (no-color.org) or by calling itself `dumb`.
    """
    if choice != "auto":
        return choice == "always"
    refuses = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refuses
