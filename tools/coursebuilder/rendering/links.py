"""Links and pictures as authors write them, made into links that work from the page.

A path in a file is relative to that file; a page lies elsewhere, and a small text is rendered
once for many pages. So small texts keep their addresses as typed, behind a mark, and each page
settles them.
"""

from __future__ import annotations

import re
from posixpath import dirname, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from coursebuilder.rendering.addresses import address_of
from coursebuilder.rendering.contacts import SCHEME, address_to_use
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.safety import scheme_of
from coursebuilder.rendering.template import render

MARK = "\ue004"
"""Before an address as typed. No author types it, and no browser ever sees it."""
CONTACT = re.compile(rf'<a href="{MARK}{SCHEME}([^"]*)">(.*?)</a>', re.DOTALL)
ADDRESS = re.compile(rf'"{MARK}([^"]*)"')
RAW_ADDRESS = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
ELSEWHERE = ("/", "\\", "#", "?")


class TypedAddressesTreeprocessor(Treeprocessor):
    """Marks the addresses in a small text that its page has to settle."""

    def run(self, root: Element) -> None:
        """Mark what is relative, or names a contact."""
        for element in root.iter():
            for name in ("href", "src"):
                typed = element.get(name)
                if typed is not None and (typed.startswith(SCHEME) or is_relative(typed)):
                    element.set(name, MARK + typed)


class LinksTreeprocessor(Treeprocessor):
    """Settles the links of a page, where no site engine does it."""

    def __init__(self, md: Markdown, frame: Frame) -> None:
        super().__init__(md)
        self.frame = frame

    def run(self, root: Element) -> None:
        """Make each relative link and picture reach its target."""
        for element in root.iter():
            for name in ("href", "src"):
                typed = element.get(name)
                if typed and is_relative(typed):
                    element.set(name, reach(typed, self.frame.address, self.frame))


def is_relative(typed: str) -> bool:
    """Tell whether an address as typed leads from its file to another one of the course."""
    return bool(typed) and not typed.startswith(ELSEWHERE) and not scheme_of(typed)


def reach(typed: str, path: str, frame: Frame) -> str:
    """Link to what an author typed in the file at `path`, from the frame's page."""
    location, mark, rest = typed.partition("#")
    target = normpath(f"{dirname(address_of(path))}/{unquote(location)}".lstrip("/"))
    return frame.link(f"{target}{mark}{rest}")


def settle(html: Markup, path: str, frame: Frame) -> Markup:
    """Settle what small texts from the file at `path` kept as typed."""
    if MARK not in html:
        return html

    def contact(found: re.Match[str]) -> str:
        known = frame.course.contacts.get(found[1])
        if known is None:
            return found[2] or f"[{found[1]}]"
        address, shown = address_to_use(known)
        return render(
            "contact-link.html",
            t=frame.texts,
            address=address,
            text=Markup(found[2]) or shown,  # noqa: S704 - it was HTML before
            unverified=known.unverified,
        )

    settled = CONTACT.sub(contact, html)
    settled = ADDRESS.sub(lambda found: f'"{reach(found[1], path, frame)}"', settled)
    return Markup(settled)  # noqa: S704 - it was HTML before


def settle_raw(html: str, frame: Frame) -> str:
    """Settle the relative addresses in an author's raw HTML."""

    def settled(found: re.Match[str]) -> str:
        if not is_relative(found[2]):
            return found[0]
        return f'{found[1]}="{reach(found[2], frame.address, frame)}"'

    return RAW_ADDRESS.sub(settled, html) if 'src="' in html or 'href="' in html else html
