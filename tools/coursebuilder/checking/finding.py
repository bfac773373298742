"""What a rule finds. The engine adds the rule's id and severity."""

from __future__ import annotations

from dataclasses import dataclass

from coursebuilder.problem import Edit, Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: where, what is wrong and what to do, and what would be right."""

    place: Place
    message: str
    hint: str = ""
    edits: tuple[Edit, ...] = ()
