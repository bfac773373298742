"""The Markdown in the texts of a YAML file."""

from __future__ import annotations

from coursebuilder.prose import Prose
from coursebuilder.reading.findings import Findings


def prose_of(findings: Findings) -> Prose:
    """Scan the texts that a reader noted down; what is wrong in them goes to the findings."""
    return Prose(path=findings.path)
