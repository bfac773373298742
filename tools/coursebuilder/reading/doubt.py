"""Why a text is not what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text could not be taken as what it should be, and the nearest right one."""

    message: str
    hint: str = ""
    unit: str = ""
    """What stands with a number and does not belong to it: `days`, `$`."""
