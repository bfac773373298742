"""Contacts: `[](contact:id)` becomes a link that calls, writes or opens.

What was not verified says so, wherever it stands.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from coursebuilder.course import Contact
from coursebuilder.rendering.frame import Frame

SCHEME = "contact:"


def address_to_use(contact: Contact) -> tuple[str, str]:
    """Give the link and the text of a contact: its phone, else its e-mail, else its page."""
    if contact.phone:
        digits = contact.digits or re.sub(r"[^\d+]", "", contact.phone)
        return f"tel:{digits}", contact.phone
    if contact.email:
        return f"mailto:{contact.email}", contact.email
    shown = re.sub(r"^https?://(www\.)?", "", contact.url).rstrip("/")
    return contact.url, shown


class ContactsTreeprocessor(Treeprocessor):
    """Finishes the links that name a contact."""

    def __init__(self, md: Markdown, frame: Frame) -> None:
        super().__init__(md)
        self.frame = frame

    def run(self, root: Element) -> None:
        """Give each such link its address and its words."""
        parents = None
        for link in list(root.iter("a")):
            if not link.get("href", "").startswith(SCHEME):
                continue
            name = link.attrib.pop("href").removeprefix(SCHEME)
            contact = self.frame.course.contacts.get(name)
            if contact is None:
                link.text = link.text or f"[{name}]"
                continue
            self._finish(link, contact)
            if contact.unverified:
                parents = parents or {child: parent for parent in root.iter() for child in parent}
                _insert_after(parents[link], link, self._warning())

    def _finish(self, link: Element, contact: Contact) -> None:
        address, shown = address_to_use(contact)
        link.set("href", address)
        link.set("class", "contact")
        if not (link.text or len(link)):
            link.text = shown

    def _warning(self) -> Element:
        mark = Element("span", {"class": "unverified"})
        mark.text = f" ({self.frame.texts('contact.unverified')})"
        return mark


def _insert_after(parent: Element, child: Element, new: Element) -> None:
    new.tail, child.tail = child.tail, None
    parent.insert(list(parent).index(child) + 1, new)
