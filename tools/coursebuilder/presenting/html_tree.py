"""Raw HTML as a tree, whatever its author forgot to close."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from coursebuilder.rendering.safety import VOID


class _Reader(HTMLParser):
    """Builds a tree of raw HTML, which need not be well-formed."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.builder.start("div", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open:
            last = self.open.pop()
            self.builder.end(last)
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def tree(self) -> Element:
        for tag in reversed(self.open):
            self.builder.end(tag)
        self.builder.end("div")
        return self.builder.close()


def tree_of(html: str) -> Element:
    """Read HTML into a tree whose root is a `div`. What nobody closed ends with it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tree()
