"""Reads citations of the register of sources: `[@id]`, `[@id, where]`, `[@id; @other]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coursebuilder.prose import Citation, Located, Text
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, place_in

_PART = re.compile(r"\s*@([^\s,;\[\]]+)\s*(?:,(.*))?$", re.DOTALL)
_COMMA = re.compile(r"(?:^|[\s,])@[\w-]")
_NEXT = re.compile(r"[\s,;]+@")
_COMMA_SAID = (
    "A comma in a citation stands before a place in the source. "
    "Put a semicolon between two sources: `[@one; @other]`."
)
_ROUND = re.compile(r"(?<!\])[({]@[a-z0-9]+(?:-[a-z0-9]+)+(?:,[^(){}]*)?[)}]")
_ID = re.compile(r"\s*@?([^\s,;\[\]@]+)")


def read_citation(leaf: Leaf, start: int, end: int, findings: Findings) -> Citation | None:
    """Read what stands between two brackets; None where it names no source."""
    place = place_in(leaf, start, end)
    inside = leaf.text[start + 1 : end - 1]
    problem = "" if leaf.text[start + 1] == "@" else "Take the space behind the bracket away."
    sources: list[tuple[Text, str]] = []
    for part, offset in _parts(inside):
        found = _PART.match(part) or _ID.match(part)
        if sources and sources[-1][1] and not part.lstrip().startswith("@"):
            source, before = sources[-1]
            sources[-1] = (source, f"{before}; {' '.join(part.split())}")
            continue
        if not found or found.re is _ID:
            problem = _said(part)
        if found and part.lstrip().startswith("@"):
            first = start + 1 + offset + found.start(1)
            source = Located(found[1], place_in(leaf, first, first + len(found[1])))
            where = found[2] if found.re is _PART else part[found.end() :]
            if _COMMA.search(where or ""):
                problem = _COMMA_SAID
            sources.append((source, " ".join((where or "").split())))
    if problem:
        right = _NEXT.sub("; @", f"[{inside}]") if problem == _COMMA_SAID else _right(sources)
        findings.error("malformed-citation", place, problem, right)
    return Citation(sources=tuple(sources), place=place) if sources else None


def tell_of_round_citations(leaf: Leaf, masked: str, findings: Findings) -> None:
    """Tell of `(@id)`, which the page prints; only of ids with a hyphen, as names have none."""
    for found in _ROUND.finditer(masked):
        findings.error(
            "malformed-citation",
            place_in(leaf, *found.span()),
            "A citation stands in square brackets.",
            f"[{leaf.text[found.start() + 1 : found.end() - 1]}]",
        )


def _parts(inside: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for part in inside.split(";"):
        yield part, offset
        offset += len(part) + 1


def _said(part: str) -> str:
    bare = part.strip()
    if not bare.strip("@"):
        return "A source's id is missing in this citation. Write it behind the `@`."
    if not bare.startswith("@"):
        return (
            f"'{bare}' in this citation does not begin with `@`. "
            "Each source does, behind a semicolon: `[@one; @other]`."
        )
    return f"A comma is missing in '{bare}': `[@id, where]` names the source, then the place in it."


def _right(sources: list[tuple[Text, str]]) -> str:
    if not sources:
        return ""
    named = (f"@{source}, {where}" if where else f"@{source}" for source, where in sources)
    return f"[{'; '.join(named)}]"
