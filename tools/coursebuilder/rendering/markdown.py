"""Our Markdown: the engine's dialect, and the course's blocks, citations, contacts and terms.

This is a Python-Markdown extension, so that whatever engine builds the site can use it. It is
given a `Frame` for each page: the course, the interface's words, and what stands around the
text.

    extension = CourseExtension()
    extension.frame = frame
    html = Markdown(extensions=[*EXTENSIONS, extension], …).convert(text)
    page = fill_slots(html, extension.slots.waiting)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from coursebuilder.rendering.blocks import (
    BlocksPreprocessor,
    CitationLinesPreprocessor,
    SlipsPreprocessor,
)
from coursebuilder.rendering.cases import Case, CaseBlock
from coursebuilder.rendering.citations import (
    CITATION,
    CitationLineTreeprocessor,
    CitationPattern,
    Notes,
)
from coursebuilder.rendering.contacts import ContactsTreeprocessor
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.home_page import HomeTreeprocessor
from coursebuilder.rendering.links import LinksTreeprocessor, settle_raw
from coursebuilder.rendering.safety import CleanStash, SafetyTreeprocessor
from coursebuilder.rendering.sections import SectionsTreeprocessor
from coursebuilder.rendering.slots import Slots, fill_slots
from coursebuilder.rendering.tables import TablesTreeprocessor
from coursebuilder.rendering.terms import TermsTreeprocessor

EXTENSIONS = (
    "attr_list",
    "admonition",
    "def_list",
    "sane_lists",
    "tables",
    "toc",
    "pymdownx.blocks.caption",
    "pymdownx.blocks.details",
    "pymdownx.blocks.tab",
    "pymdownx.details",
    "pymdownx.superfences",
)
"""What the formats need of the engine, by name."""

CONFIGS: Mapping[str, Mapping[str, Any]] = {
    # Otherwise the alignment of a column is a style attribute, which a strict policy forbids.
    "tables": {"use_align_attribute": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
}


class CourseExtension(BlocksExtension):
    """What a course adds to Markdown. Set `frame` before each page; without one it adds nothing."""

    def __init__(self, frame: Frame | None = None) -> None:
        super().__init__()
        self.frame = frame
        self.slots = Slots()
        """What the page that was converted last has waiting."""

    def extendMarkdownBlocks(  # noqa: N802
        self, md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        """Put our parts into the engine, for one page."""
        frame = self.frame
        self.slots = Slots()
        if frame is None:
            return
        cases: list[Case] = []
        block_mgr.register(CaseBlock, {"frame": frame, "cases": cases})
        md.htmlStash = CleanStash(partial(settle_raw, frame=frame))
        md.preprocessors.register(SlipsPreprocessor(md, frame, self.slots), "course-slips", 29)
        blocks = BlocksPreprocessor(md, frame, self.slots, cases)
        md.preprocessors.register(blocks, "course-blocks", 24)
        md.preprocessors.register(CitationLinesPreprocessor(md), "course-citation-lines", 23)
        md.inlinePatterns.register(CitationPattern(CITATION, md), "course-citations", 175)
        self._register_treeprocessors(md, frame, blocks.papers)
        finish = FinishPostprocessor(md, frame, self.slots)
        md.postprocessors.register(finish, "course-finish", -10)
        md.treeprocessors.register(WholeTreeprocessor(md, finish), "course-whole", -20)

    def _register_treeprocessors(self, md: Markdown, frame: Frame, papers: set[str]) -> None:
        register = md.treeprocessors.register
        register(CitationLineTreeprocessor(frame.texts("cite.alone")), "course-cites", 16)
        register(ContactsTreeprocessor(md, frame), "course-contacts", 15)
        register(TermsTreeprocessor(md, frame), "course-terms", 14)
        register(TablesTreeprocessor(md, frame), "course-tables", 13)
        if frame.is_module:
            # Behind `toc` (5), which gives headings their ids.
            register(SectionsTreeprocessor(md, frame), "course-sections", 3)
        if frame.is_home:
            register(HomeTreeprocessor(md, frame, self.slots, papers), "course-home", 3)
        register(SafetyTreeprocessor(md), "course-safety", -10)


class WholeTreeprocessor(Treeprocessor):
    """Tells that what comes next is the page: until here, `toc` finishes each heading alone."""

    def __init__(self, md: Markdown, finish: FinishPostprocessor) -> None:
        super().__init__(md)
        self.finish = finish

    def run(self, root: Element) -> None:
        """Come last of all that work on the page's tree."""
        del root
        self.finish.whole = True


class FinishPostprocessor(Postprocessor):
    """Numbers the citations, and puts what stands around the text into slots."""

    def __init__(self, md: Markdown, frame: Frame, slots: Slots) -> None:
        super().__init__(md)
        self.frame = frame
        self.slots = slots
        self.whole = False

    def run(self, text: str) -> str:
        """Finish the page: a string of HTML, with slots. What is in a slot cites nothing."""
        if not self.whole:
            return text
        notes = Notes(self.frame)
        body = notes.number(text)
        tail = self.frame.closing() + notes.listing() + self.frame.tail
        around = [self.slots.keep(part) if part else part for part in (self.frame.head, tail)]
        return f"{around[0]}\n{body}\n{around[1]}"


def new_engine(extension: Extension) -> Markdown:
    """Make the Markdown engine of our own outputs: the same dialect as the site's."""
    return Markdown(
        extensions=[*EXTENSIONS, extension],
        extension_configs={name: dict(config) for name, config in CONFIGS.items()},
        output_format="html",
    )


def render_markdown(text: str, frame: Frame) -> Markup:
    """Render a page whole, without a site engine: slots filled, links settled."""
    extension = CourseExtension(frame)
    engine = new_engine(extension)
    engine.treeprocessors.register(LinksTreeprocessor(engine, frame), "course-links", 0)
    html = engine.convert(text)
    return Markup(fill_slots(html, extension.slots.waiting))  # noqa: S704
