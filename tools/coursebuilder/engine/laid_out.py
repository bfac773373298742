"""A page as the theme's templates made it, and what the site as a whole needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from coursebuilder.rendering.policy import policy_in_page, script_hashes
from coursebuilder.rendering.search_text import searched_part
from coursebuilder.rendering.style_names import names_in


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page with its policy."""

    html: str
    hashes: frozenset[str]
    """Of its inline scripts."""
    searched: str
    """What the search is given of it."""
    names: frozenset[str]
    """By which a style may find its elements."""


def lay_out(html: str, content: str) -> LaidOut:
    """Put the policy into a page, and read it. `content`: its part that the search may read."""
    hashes = script_hashes(html)
    return LaidOut(policy_in_page(html, hashes), hashes, searched_part(content), names_in(html))
