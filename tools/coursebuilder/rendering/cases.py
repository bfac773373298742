"""A real case as a file: text above, then a ruled line with its day, status and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from coursebuilder.course import INVENTED
from coursebuilder.rendering.citations import cite_into
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.texts import Texts


@dataclass(frozen=True, slots=True)
class Case:
    """The opening of a case: its title and its options, as typed."""

    title: str
    as_of: str
    status: str
    source: str


class CaseBlock(Block):
    """The engine's side of `/// case | n`: its text is Markdown."""

    NAME = "case"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """Build the head and the place of the text."""
        texts, case, number = self._given()
        anchor = f"case-{number + 1}"
        article = SubElement(parent, "article", {"class": "case"})
        if case.title:
            article.set("aria-labelledby", anchor)
        kicker = SubElement(article, "p", {"class": "case-kicker"})
        kicker.text = texts("case.invented" if case.source == INVENTED else "case.kicker")
        if case.title:
            title = SubElement(article, "h3", {"id": anchor})
            title.text = case.title
        SubElement(article, "div", {"class": "body"})
        return article

    def on_add(self, block: Element) -> Element:
        """Put the text into its place."""
        return next(child for child in block if child.get("class") == "body")

    def on_end(self, block: Element) -> None:
        """Rule off: as of, status, source."""
        texts, case, _ = self._given()
        facts = SubElement(block, "dl")
        for label, value in (
            ("case.as_of", texts.when(case.as_of)),
            ("case.status", case.status),
            ("case.source", case.source),
        ):
            if value:
                pair = SubElement(facts, "div")
                SubElement(pair, "dt").text = texts(label)
                detail = SubElement(pair, "dd")
                if label == "case.source":
                    cite_into(detail, value)
                else:
                    detail.text = value

    def _given(self) -> tuple[Texts, Case, int]:
        config: dict[str, Any] = self.config
        frame: Frame = config["frame"]
        number = int(self.argument)
        return frame.texts, config["cases"][number], number
