"""Tells of links and pictures that are nearly right, and that the page prints as text."""

from __future__ import annotations

import re

from coursebuilder.problem import Place
from coursebuilder.prose import Link, LinkKind
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.leaf import Leaf, place_in

_TARGET = (
    r"(?:https?://|mailto:|tel:|contact:|\.{1,2}/"
    r"|[\w./-]+\.(?:md|html?|pdf|png|jpe?g|svg|gif|webp)(?![\w.])|\#[\w-]+(?=\)))"
)
_SPACED = re.compile(rf"\[[^\[\]\n]+\]([ \t]+)\(({_TARGET}[^()\s]*)\)")
_REVERSED = re.compile(rf"\(([^()\n]+)\)\[({_TARGET}[^\[\]\s]*)\]")
_CONTACT = re.compile(r"\[(contact:[^\[\]\s]+)\](?![(\[])")
_UNCLOSED = re.compile(rf"\(\s*({_TARGET}[^()\s]*)")
_APART = re.compile(r"[ \t]+(\{:?[ ]*[^{}\n]*\.decorative[^{}\n]*\})")


def tell_of_links(leaf: Leaf, masked: str, findings: Findings) -> None:
    """Tell of links whose parts stand apart, or in the wrong order."""
    for found in _SPACED.finditer(masked):
        message = "A space stands between the text of this link and its target. Take it away."
        right = leaf.text[found.start() : found.start(1)] + leaf.text[found.end(1) : found.end()]
        _tell(place_in(leaf, *found.span()), message, right, findings)
    for found in _REVERSED.finditer(masked):
        message = "The text of a link stands in square brackets, its target in round ones."
        label, target = leaf.text[slice(*found.span(1))], leaf.text[slice(*found.span(2))]
        _tell(place_in(leaf, *found.span()), message, f"[{label}]({target})", findings)
    for found in _CONTACT.finditer(masked):
        message = "A contact is a link whose target stands in parentheses."
        _tell(place_in(leaf, *found.span()), message, f"[]({found[1]})", findings)


def tell_of_open_target(leaf: Leaf, masked: str, start: int, findings: Findings) -> None:
    """Tell of a target that begins at a parenthesis and does not end."""
    found = _UNCLOSED.match(masked, start)
    if found:
        message = "The target of this link has no end. Write `)` behind it."
        place = place_in(leaf, start, found.end())
        _tell(place, message, f"({leaf.text[slice(*found.span(1))]})", findings)


def tell_of_empty_label(link: Link, findings: Findings) -> None:
    """Tell of a link that nobody can see: it has no text."""
    if link.kind is LinkKind.LINK and not link.label.strip() and link.target.value:
        message = "This link has no text, so that nobody can see it. Write it between the brackets."
        _tell(link.place, message, "", findings)


def decorative_apart(leaf: Leaf, masked: str, end: int, findings: Findings) -> bool:
    """Whether a picture is marked as decorative behind a space, which is told of."""
    found = _APART.match(masked, end)
    if found:
        message = "The braces stand directly behind the picture. Take the space between away."
        _tell(place_in(leaf, *found.span(1)), message, "", findings)
    return bool(found)


def _tell(place: Place, message: str, right: str, findings: Findings) -> None:
    findings.error("malformed-link", place, message, right)
