"""Tables that can be scrolled, by keyboard too, where the screen is narrower than they are."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursebuilder.rendering.frame import Frame


class TablesTreeprocessor(Treeprocessor):
    """Wraps each table in a named region, and says which way its headings look."""

    def __init__(self, md: Markdown, frame: Frame) -> None:
        super().__init__(md)
        self.label = frame.texts("table.region")

    def run(self, root: Element) -> None:
        """Wrap every table of the page."""
        found = [(parent, child) for parent in root.iter() for child in parent]
        for number, (parent, table) in enumerate(
            (pair for pair in found if pair[1].tag == "table"), start=1
        ):
            region = Element(
                "div",
                {
                    "class": "table-wrap",
                    "role": "region",
                    "tabindex": "0",
                    "aria-label": f"{self.label} {number}",
                },
            )
            region.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = region
            region.append(table)
            table.set("class", f"{table.get('class', '')} course-table".strip())
            for heading in table.iterfind("./thead/tr/th"):
                heading.set("scope", "col")
