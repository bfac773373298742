"""What is said of a name that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from coursebuilder.checking.finding import Finding
from coursebuilder.nearest import nearest
from coursebuilder.prose import Text


def unknown(name: Text, message: str, known: Iterable[str], *, otherwise: str = "") -> Finding:
    """The message with "Did you mean …?" at its end, or `otherwise` where nothing is near."""
    near = nearest(name.value, known)
    advice = f"Did you mean '{near}'?" if near else otherwise
    return Finding(name.place, f"{message} {advice}".rstrip(), near)
