"""How a command shows that it goes on: a bar on the terminal, from the first second on."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from coursebuilder.told import Told, to_nobody

PATIENCE = 1.0
"""Seconds in which nobody needs to be told anything."""


@contextmanager
def progress(label: str, patience: float = PATIENCE) -> Iterator[Told]:
    """Give a function that is told how far the work has come, and shows it on a terminal.

    It writes to the error stream, so that a report in the output stays as it is.
    """
    if not sys.stderr.isatty():
        yield to_nobody
        return
    begin = time.monotonic()
    shown: list[Any] = []

    def told(done: int, total: int) -> None:
        if not shown and time.monotonic() - begin >= patience:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            shown.append(finish.enter_context(bar))
        for bar in shown:
            bar.update(done - bar.pos)

    with ExitStack() as finish:
        yield told
