"""A number of a rule that a course may set otherwise: the words of a sentence, a grade."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that a rule compares with."""

    of: str
    """The module of the rule: its `__name__`."""
    name: str
    """The key in mkdocs.yml, beside `severity`."""
    default: float
    about: str
    """What it counts, for the rule's page."""
    least: float = 1
    most: float = 1_000

    @property
    def rule(self) -> str:
        """The id of its rule."""
        return self.of.rpartition(".")[2].replace("_", "-")


def limits_of(rule: object) -> tuple[Limit, ...]:
    """The limits that a rule's module declares, in their order."""
    return tuple(each for each in vars(rule).values() if isinstance(each, Limit))
