"""Sections of a module: a frame around each `##` heading and what stands under it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursebuilder.course import Priority
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.template import render

PIPS = {Priority.MUST: 3, Priority.SHOULD: 2, Priority.COULD: 1}
OWN_ATTRIBUTES = ("minutes", "priority", "objectives")


class SectionsTreeprocessor(Treeprocessor):
    """Wraps the sections, and says under each heading how long it takes and how much it matters."""

    def __init__(self, md: Markdown, frame: Frame) -> None:
        super().__init__(md)
        self.frame = frame

    def run(self, root: Element) -> None:
        """Move what follows each top `##` heading into its section."""
        section: Element | None = None
        for child in list(root):
            if child.tag == "h2":
                section = self._begin(child)
                root.insert(list(root).index(child), section)
                root.remove(child)
                section.insert(0, child)
            elif section is not None:
                root.remove(child)
                section.append(child)

    def _begin(self, heading: Element) -> Element:
        given = {name: heading.attrib.pop(name, "") for name in OWN_ATTRIBUTES}
        section = Element("section", {"class": "sec"})
        if heading.get("id"):
            section.set("aria-labelledby", heading.attrib["id"])
        known = given["priority"] in set(Priority)
        priority = Priority(given["priority"]) if known else Priority.SHOULD
        meta = Element("p")
        meta.text = self.md.htmlStash.store(
            render(
                "section-meta.html",
                t=self.frame.texts,
                minutes=int(given["minutes"]) if given["minutes"].isdecimal() else 0,
                priority=priority.value,
                pips=PIPS[priority],
            )
        )
        section.append(meta)
        return section
