"""The home page: a first look at the subject, the audiences' paths, the modules, whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from coursebuilder.course import Contact, Course, Module, Page, minutes_of
from coursebuilder.generated import CONTACTS, HOME, audience_page
from coursebuilder.rendering.contacts import address_to_use
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.module_page import module_address
from coursebuilder.rendering.outline import Path, last_reviewed, next_review
from coursebuilder.rendering.site import SitePage
from coursebuilder.rendering.slots import Slots
from coursebuilder.rendering.template import render

CONTACTS_SHOWN = 3


def home_page(
    frame: Frame, authored: Page | None, modules: Sequence[Module], paths: Sequence[Path]
) -> SitePage:
    """Compile the home page: the author's words of docs/index.md, and ours around them."""
    settings = frame.course.settings
    default = f"# {settings.title}\n\n{frame.texts('home.lead')}\n"
    first = paths[0].modules[0] if paths else (modules[0] if modules else None)
    actions = render(
        "home-actions.html",
        t=frame.texts,
        choose="#paths" if len(paths) > 1 else "",
        first=frame.link(module_address(first)) if first else "",
        shortest=min((path.minutes for path in paths), default=0)
        or sum(minutes_of(module) for module in modules),
        reviewed=last_reviewed(modules),
    )
    full = replace(
        frame,
        is_home=True,
        home_actions=actions,
        home_paths=_bands(frame, modules, paths),
        closing=partial(_closing, frame, modules),
    )
    return SitePage(
        address=HOME,
        title=frame.texts("home.nav"),
        description=frame.texts("home.description", title=settings.title),
        markdown=authored.source if authored else default,
        frame=full,
        source_path=authored.path if authored else "",
        meta={"layout": "wide"},
    )


def _bands(frame: Frame, modules: Sequence[Module], paths: Sequence[Path]) -> Markup:
    return render(
        "home-paths.html",
        t=frame.texts,
        paths=[
            {
                "title": path.audience.title,
                "summary": inline_markdown(path.audience.summary),
                "link": frame.link(audience_page(path.audience.id.value)),
                "minutes": path.minutes,
                "modules": [module.slug for module in path.modules],
            }
            for path in paths
        ],
        modules=[
            {
                "title": module.title.value,
                "summary": inline_markdown(module.summary.value),
                "link": frame.link(module_address(module)),
                "minutes": minutes_of(module),
            }
            for module in modules
        ],
    )


def _closing(frame: Frame, modules: Sequence[Module]) -> Markup:
    shown = contacts_first(frame.course)[:CONTACTS_SHOWN]
    checked: list[date] = [c.verified_on.value for c in shown if c.verified_on]
    return render(
        "home-closing.html",
        t=frame.texts,
        contacts=[
            {
                "name": contact.name,
                "purpose": inline_markdown(contact.purpose),
                "address": address_to_use(contact)[0],
                "text": address_to_use(contact)[1],
            }
            for contact in shown
        ],
        all_contacts=frame.link(CONTACTS),
        edition=frame.course.settings.version,
        reviewed=last_reviewed(modules),
        due=next_review(modules),
        checked=min(checked, default=None),
    )


def contacts_first(course: Course) -> list[Contact]:
    """Give the contacts that were verified and can be called, in the register's order."""
    return [c for c in course.contacts.values() if c.phone and not c.unverified]


class HomeTreeprocessor(Treeprocessor):
    """Lays the author's words out: the first as the hero, each `##` as a band."""

    def __init__(self, md: Markdown, frame: Frame, slots: Slots, papers: set[str]) -> None:
        super().__init__(md)
        self.frame = frame
        self.slots = slots
        self.papers = papers
        """The placeholders of the papers on this page."""

    def run(self, root: Element) -> None:
        """Rebuild the page from its top elements."""
        children = list(root)
        root[:] = []
        cut = next((i for i, child in enumerate(children) if child.tag == "h2"), len(children))
        self._hero(root, children[:cut])
        self._put(root, self.frame.home_paths)
        band: Element | None = None
        for child in children[cut:]:
            if child.tag == "h2":
                band = self._band(root, child)
            elif band is not None:
                band.append(child)

    def _hero(self, root: Element, children: Sequence[Element]) -> None:
        hero = SubElement(root, "div", {"class": "md-grid hero"})
        words = SubElement(hero, "div", {"class": "hero-words"})
        exhibit: Element | None = None
        for child in children:
            if (child.text or "").strip() in self.papers and exhibit is None:
                exhibit = SubElement(hero, "div", {"class": "exhibit"})
                exhibit.append(child)
            elif exhibit is not None:
                exhibit.append(child)
            else:
                words.append(child)
        lead = next((child for child in words if child.tag == "p"), None)
        if lead is not None:
            lead.set("class", "lead")
        if exhibit is None:
            hero.set("class", "md-grid hero hero--alone")
        self._put(words, self.frame.home_actions)

    def _band(self, root: Element, heading: Element) -> Element:
        section = SubElement(root, "section", {"class": "band"})
        if heading.get("id"):
            section.set("aria-labelledby", heading.attrib["id"])
        grid = SubElement(section, "div", {"class": "md-grid split"})
        SubElement(grid, "div", {"class": "split-head"}).append(heading)
        return SubElement(grid, "div", {"class": "split-body"})

    def _put(self, parent: Element, html: Markup) -> None:
        SubElement(parent, "p").text = self.md.htmlStash.store(self.slots.keep(html))
