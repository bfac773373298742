"""Keeps what is unsafe out of the output: scripts, styles, handlers, frames, forms.

An author's raw HTML passes through here tag by tag; what is not known to be harmless is
left out. `course check` has told the author before; this is the last door.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HtmlStash
from markupsafe import Markup

HARMLESS_TAGS = """
a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del
details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd
li main mark nav ol p picture pre q rp rt ruby s samp section small source span strong sub summary
sup table tbody td tfoot th thead time tr u ul var wbr
"""
HARMLESS_ATTRIBUTES = """
abbr align alt cite class colspan datetime dir height href hreflang id lang media name open reversed
role rowspan scope sizes src srcset start tabindex title translate type valign value width
"""
TAGS = frozenset(HARMLESS_TAGS.split())
"""Elements that carry text and nothing that runs, loads by itself or submits."""
ATTRIBUTES = frozenset(HARMLESS_ATTRIBUTES.split())
PREFIXES = ("aria-", "data-")
ADDRESSES = frozenset({"href", "src", "srcset", "cite"})
POINTERS = ADDRESSES | {"action", "formaction", "poster", "background", "data", "xlink:href"}
HARMLESS = frozenset({"id", "class"})
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SWALLOWED = frozenset(
    ["iframe", "math", "noscript", "object", "script", "style", "svg", "template"]
)
"""Elements that take their content with them."""
RUNS = SWALLOWED | {"embed", "form", "frame", "link", "meta", "base"}
VOID = frozenset({"br", "hr", "img", "col", "source", "wbr", "embed", "input", "link", "meta"})

PLAIN_TAG = re.compile(
    rf"</?(?:{'|'.join(sorted(TAGS))})"
    r'(?:\s(?:class|id|title|lang|dir|width|height|alt|align|scope|colspan|rowspan)="[^"<>&]*")*'
    r"\s*/?>"
)
"""A tag that needs no second look."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff]")


def is_safe_address(address: str) -> bool:
    """Tell whether a link or picture may point there: relative, or of a harmless scheme."""
    return scheme_of(address) in SCHEMES | {""}


def scheme_of(address: str) -> str:
    """Give an address's scheme as a browser sees it, through entities and blanks; "" without."""
    found = SCHEME.match(INVISIBLE.sub("", unescape(address)).lower())
    return found.group(1) if found else ""


def is_safe_attribute(name: str, value: str) -> bool:
    """Tell whether an attribute runs nothing and styles nothing."""
    if name in ADDRESSES:
        parts = value.split(",") if name == "srcset" else [value]
        return all(is_safe_address(part) for part in parts)
    return name in ATTRIBUTES or name.startswith(PREFIXES)


class _Cleaner(HTMLParser):
    """Writes down what is harmless of what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.swallowing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SWALLOWED:
            self.swallowing.append(tag)
        if self.swallowing or tag not in TAGS:
            return
        written = "".join(
            f' {name}="{escape(value or "")}"'
            for name, value in attrs
            if is_safe_attribute(name, value or "")
        )
        self.kept.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SWALLOWED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.swallowing:
            if tag == self.swallowing[-1]:
                self.swallowing.pop()
        elif tag in TAGS and tag not in VOID:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.swallowing:
            self.kept.append(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        self.handle_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_reference(f"&#{name};")

    def handle_reference(self, reference: str) -> None:
        if not self.swallowing:
            self.kept.append(reference)


@lru_cache(maxsize=2_000)
def clean_html(html: str) -> str:
    """Give the harmless part of some raw HTML, whole elements or a single tag.

    Comments go too: an author's remark is not for the reader.
    """
    if "<" not in PLAIN_TAG.sub("", html):
        return html
    cleaner = _Cleaner()
    cleaner.feed(html)
    cleaner.close()
    return "".join(cleaner.kept)


class CleanStash(HtmlStash):
    """Python-Markdown's store of raw HTML, cleaned on its way in. Markup is our own, and stays."""

    def __init__(self, settle: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.settle = settle
        """What to do with clean HTML before it is kept."""

    def store(self, html: str | Element) -> str:
        """Keep a piece of HTML and give its placeholder."""
        if isinstance(html, str) and not isinstance(html, Markup):
            html = clean_html(html)
            html = self.settle(html) if self.settle else html
        return super().store(html)


class SafetyTreeprocessor(Treeprocessor):
    """Takes handlers, styles and unsafe addresses from what Markdown itself wrote."""

    def run(self, root: Element) -> None:
        """Clean every element of the tree."""
        for element in root.iter():
            if element.tag in RUNS:
                # Only another extension, such as md_in_html, puts such an element here.
                element.tag, element.text = "div", ""
                del element[:]
            for name in [name for name in element.attrib if name.lower() not in HARMLESS]:
                if _may_harm(name.lower(), element.attrib[name]):
                    del element.attrib[name]


def _may_harm(name: str, value: str) -> bool:
    """An engine's attribute is trusted unless it runs, styles or points somewhere unsafe."""
    if name.startswith("on") or name in {"style", "srcdoc"}:
        return True
    return name in POINTERS and not is_safe_address(value)
