"""Citations: `[@id, where; @other]` becomes a numbered note, with a list at the page's end.

Numbers follow the order of the page, and a citation may stand in a template as well as in
the Markdown. So each is written as a token first, and numbered when the page is one string.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from coursebuilder.course import INVENTED, Source
from coursebuilder.generated import SOURCES
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.template import render

CITATION = r"\[@(?P<inner>[A-Za-z0-9][^\[\]]*)\](?!\()"
NEXT = re.compile(r";\s*@")
OPEN, CLOSE, AND, WHERE = "\ue000", "\ue001", "\ue002", "\ue003"
TOKEN = re.compile(rf'\s*<sup class="cite">{OPEN}(.*?){CLOSE}</sup>', re.DOTALL)


def citation_token(sources: list[tuple[str, str]]) -> str:
    """Write (id, where) pairs as the text that is numbered later."""
    return OPEN + AND.join(f"{name}{WHERE}{where}" for name, where in sources) + CLOSE


def citation_mark(source: str) -> Markup:
    """A citation of one source, for templates."""
    return Markup('<sup class="cite">{}</sup>').format(citation_token([(source, "")]))


class CitationPattern(InlineProcessor):
    """Finds citations in the Markdown."""

    def handleMatch(  # type: ignore[override] # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Give the element that holds the token."""
        del data
        pairs = []
        for part in NEXT.split(match.group("inner")):
            name, _, where = part.partition(",")
            pairs.append((name.strip(), " ".join(where.split())))
        element = Element("sup", {"class": "cite"})
        element.text = AtomicString(citation_token(pairs))
        return element, match.start(0), match.end(0)


class CitationLineTreeprocessor(Treeprocessor):
    """Marks a line of citations alone, which counts for what stands above it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def run(self, root: Element) -> None:
        """Give such a paragraph its class and its words."""
        for paragraph in root.iter("p"):
            if len(paragraph) and not (paragraph.text or "").strip() and _only_cites(paragraph):
                paragraph.set("class", "cites")
                paragraph.text = f"{self.label} "


def _only_cites(paragraph: Element) -> bool:
    return all(
        child.get("class") == "cite" and not (child.tail or "").strip() for child in paragraph
    )


@dataclass
class Note:
    """A source as this page cites it."""

    number: int
    source: Source
    mentions: list[tuple[str, str]] = field(default_factory=list)
    """Anchors in the page, each with its place in the source, or ""."""


class Notes:
    """Numbers the citations of a page in their order, and lists them."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.notes: dict[str, Note] = {}
        self.invented = False

    def number(self, html: str) -> str:
        """Turn every token of the page into links to its notes."""
        return TOKEN.sub(self._write, html) if OPEN in html else html

    def listing(self) -> Markup:
        """Give the section "Sources of this page", or nothing where nothing is cited."""
        if not self.notes and not self.invented:
            return Markup()
        return render(
            "page-sources.html",
            t=self.frame.texts,
            notes=list(self.notes.values()),
            invented=self.invented,
            all_sources=self.frame.link(SOURCES),
        )

    def _write(self, match: re.Match[str]) -> str:
        marks = [self._mark(*pair.split(WHERE)) for pair in match.group(1).split(AND)]
        return render("cite.html", t=self.frame.texts, marks=marks)

    def _mark(self, name: str, where: str) -> dict[str, object]:
        if name == INVENTED:
            self.invented = True
            return {"kind": "invented"}
        source = self.frame.course.sources.get(name)
        if source is None:
            return {"kind": "unknown", "name": name}
        note = self.notes.setdefault(name, Note(len(self.notes) + 1, source))
        anchor = f"cite-{name}-{len(note.mentions) + 1}"
        note.mentions.append((anchor, Markup(where)))  # noqa: S704 - serialised, hence escaped
        return {"kind": "note", "note": note, "anchor": anchor, "where": note.mentions[-1][1]}


def cite_into(parent: Element, source: str) -> Element:
    """Write a citation into an element that is built by hand."""
    element = SubElement(parent, "sup", {"class": "cite"})
    element.text = AtomicString(citation_token([(source, "")]))
    return element
