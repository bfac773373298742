"""What a reader collects on its way through a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from coursebuilder.problem import Edit, Place, Problem, Severity
from coursebuilder.prose import Allow
from coursebuilder.reading.nodes import Scalar


@dataclass(slots=True)
class Findings:
    """The problems, switched-off rules and Markdown texts of one file, in their order.

    One is made for each file and passed along; every reader adds to it and goes on.
    """

    path: str
    """Relative to the course's root."""
    problems: list[Problem] = field(default_factory=list)
    allows: list[Allow] = field(default_factory=list)
    texts: list[Scalar] = field(default_factory=list)
    """The texts that are Markdown: they are scanned for links, citations and HTML."""

    def error(
        self,
        rule: str,
        place: Place,
        message: str,
        hint: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> None:
        """Note a mistake; reading goes on."""
        self.problems.append(Problem(place, rule, Severity.ERROR, message, hint, edits))
