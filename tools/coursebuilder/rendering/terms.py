"""Terms of the glossary: each is explained where a page uses it first.

The term is a button that opens a note (the browser's own `popover`). We chose it because it
works by keyboard, by touch and with a screen reader, closes with Escape, needs no script and
leaves the sentence whole. An <abbr title> is out of reach of keyboard and touch; a link to
the glossary takes the reader away. A browser without popovers shows the note in brackets
behind the term, and so does print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from posixpath import dirname, relpath
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from coursebuilder.course import Term
from coursebuilder.generated import GLOSSARY
from coursebuilder.rendering.frame import Frame

CLOSED = frozenset(
    {"a", "button", "caption", "code", "dfn", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
    | {"script", "style", "sup", "summary", "th"}
)
"""Elements in which no term is explained: headings, links, code."""
NOT_IN_ANCHOR = re.compile(r"[^a-z0-9]+")


def term_anchor(name: str) -> str:
    """The anchor of a term: `term-ear`."""
    return "term-" + NOT_IN_ANCHOR.sub("-", name.lower()).strip("-")


@lru_cache(maxsize=8)
def terms_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Match any term as a whole word, the longest first.

    `EAR` is matched as it is written, so that no ear is explained; a term in small letters
    also at the beginning of a sentence.
    """
    written = [_either_case(name) for name in sorted(names, key=len, reverse=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])")


def _either_case(name: str) -> str:
    first, rest = name[:1], name[1:]
    if rest != rest.upper() or not rest:
        return f"[{re.escape(first.upper())}{re.escape(first.lower())}]{re.escape(rest)}"
    return re.escape(name)


class TermsTreeprocessor(Treeprocessor):
    """Finds the first use of each term in the page, in the order of reading."""

    def __init__(self, md: Markdown, frame: Frame) -> None:
        super().__init__(md)
        self.frame = frame
        self.waiting: dict[str, Term] = {}
        self.pattern = re.compile("(?!)")

    def run(self, root: Element) -> None:
        """Explain each term of the register once."""
        terms: Iterable[Term] = self.frame.course.terms.values()
        if not terms or not self.frame.explains_terms:
            return
        self.waiting = {term.name.value.lower(): term for term in terms}
        self.pattern = terms_pattern(tuple(term.name.value for term in terms))
        self._walk(root)

    def _walk(self, element: Element) -> None:
        if element.tag in CLOSED or not self.waiting:
            return
        self._explain(element, element.text, 0, into_text=True)
        for child in list(element):
            self._walk(child)
            self._explain(element, child.tail, list(element).index(child) + 1, into_text=False)

    def _explain(self, parent: Element, text: str | None, index: int, *, into_text: bool) -> None:
        """Split a text at the terms in it and put their notes in, at the index in the parent."""
        if not text or isinstance(text, AtomicString):
            return
        position = 0
        holder = parent if into_text else parent[index - 1]
        for found in self.pattern.finditer(text):
            term = self.waiting.pop(found.group(0).lower(), None)
            if term is None:
                continue
            before = text[position : found.start()]
            bracket = before[-1:] if before.endswith(("(", "[")) else ""
            before = before.removesuffix(bracket)
            if into_text and holder is parent:
                parent.text = before
            else:
                holder.tail = before
            for element in self._note(term, found.group(0), bracket):
                parent.insert(index, element)
                index += 1
                holder = element
            position = found.end()
        if position:
            holder.tail = text[position:]

    def _note(self, term: Term, shown: str, bracket: str) -> tuple[Element, Element]:
        anchor = term_anchor(term.name.value)
        word = Element("dfn", {"class": "term"})
        # Within, so that no line ends behind it.
        word.text = AtomicString(bracket) if bracket else None
        button = SubElement(word, "button", {"type": "button", "popovertarget": anchor})
        button.text = AtomicString(shown)
        note = Element(
            "span",
            {"class": "term-note", "id": anchor, "popover": "auto", "data-search-exclude": "1"},
        )
        SubElement(note, "b").text = AtomicString(term.name.value)
        note[0].tail = AtomicString(f" {term.meaning.value} ")
        # As an author would write it: the engine settles the links of the page.
        glossary = relpath(GLOSSARY, dirname(self.frame.address) or ".")
        link = SubElement(note, "a", {"href": f"{glossary}#{anchor}"})
        link.text = self.frame.texts("glossary.title")
        return word, note
