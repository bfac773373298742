"""How a message speaks of a tag."""

from __future__ import annotations

from coursebuilder.prose import HtmlTag


def shown(tag: HtmlTag) -> str:
    """The tag as its author knows it; attributes in braces have no name."""
    return f"`<{tag.name}>`" if tag.name else "This attribute list"
