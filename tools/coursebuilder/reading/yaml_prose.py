"""The Markdown in the texts of a YAML file."""

from __future__ import annotations

from collections.abc import Iterable

from coursebuilder.prose import Prose
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, leaf_of
from coursebuilder.reading.markdown_inline import Inline, scan_inline
from coursebuilder.reading.nodes import Scalar

_MARKS = ("[", "<", "{")


def prose_of(findings: Findings) -> Prose:
    """Scan the texts that a reader noted down; what is wrong in them goes to the findings."""
    return _prose(findings, findings.texts)


def _prose(findings: Findings, texts: Iterable[Scalar]) -> Prose:
    found = Inline()
    for text in texts:
        if any(mark in text.text for mark in _MARKS):
            inner = scan_inline(_leaf(text, findings.path), {}, findings)
            found.links.extend(inner.links)
            found.citations.extend(inner.citations)
            found.tags.extend(inner.tags)
            found.anchors.extend(inner.anchors)
    return Prose(
        path=findings.path,
        links=tuple(found.links),
        citations=tuple(found.citations),
        tags=tuple(found.tags),
        anchors=frozenset(found.anchors),
    )


def _leaf(text: Scalar, path: str) -> Leaf:
    """The text with its places: exact in a line of its own, and in a block of lines (`|`)."""
    rows = text.text.split("\n")
    if text.line_places:
        places = list(text.line_places)
        places.extend(places[-1:] * (len(rows) - len(places)))
        return leaf_of(
            path, [(row, at.line, at.column) for row, at in zip(rows, places, strict=False)]
        )
    start = text.place
    column = start.column + (not text.plain)
    return leaf_of(path, [(row, start.line, column) for row in rows])
