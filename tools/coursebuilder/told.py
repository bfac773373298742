"""Who hears how far long work has come."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[int, int], None]
"""Is given how many parts are done, and of how many."""


def to_nobody(done: int, total: int) -> None:
    """Keep it to oneself."""
