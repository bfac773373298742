"""The order of the site, and what the theme's templates know of the whole course."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from coursebuilder.course import Course, Module, minutes_of
from coursebuilder.generated import (
    CONTACTS,
    GLOSSARY,
    HOME,
    PROGRESS,
    RECORD,
    RED_FLAGS,
    REVIEW,
    SOURCES,
)
from coursebuilder.rendering.module_page import module_address, versions_data
from coursebuilder.rendering.outline import versions_of
from coursebuilder.rendering.site import Entry, SitePage
from coursebuilder.rendering.texts import Texts

REFERENCE = (GLOSSARY, SOURCES)
WORDS = "theme."


def navigation(pages: Sequence[SitePage], texts: Texts) -> tuple[Entry, ...]:
    """Give the tabs: start, modules, paths, red flags, contacts, and the rest as "About"."""
    titles = {page.address: page.title for page in pages}

    def entry(address: str) -> Entry:
        return Entry(title=titles[address], address=address)

    def folder(name: str) -> tuple[Entry, ...]:
        return tuple(entry(address) for address in titles if address.startswith(f"{name}/"))

    fixed = {HOME, RED_FLAGS, CONTACTS, PROGRESS, REVIEW, RECORD, *REFERENCE}
    rest = tuple(
        entry(address)
        for address in titles
        if address not in fixed and not address.startswith(("modules/", "audiences/"))
    )
    tabs = [
        entry(HOME),
        Entry(title=texts("nav.modules"), entries=folder("modules")),
        Entry(title=texts("nav.paths"), entries=folder("audiences")),
        entry(RED_FLAGS),
        entry(CONTACTS),
        Entry(title=titles[PROGRESS], entries=(entry(PROGRESS), entry(REVIEW), entry(RECORD))),
        Entry(
            title=texts("nav.about"),
            entries=(*rest, *(entry(address) for address in REFERENCE)),
        ),
    ]
    return tuple(tab for tab in tabs if tab.address or tab.entries)


def theme_data(
    course: Course, modules: Sequence[Module], texts: Texts, url: Callable[[str], str]
) -> Mapping[str, object]:
    """Give what the theme's templates read as `config.extra.course`."""
    return {
        "title": course.settings.title,
        "edition": course.settings.version,
        "id": course.settings.id,
        "language": texts.language,
        "modules": [
            {
                "slug": module.slug,
                "title": module.title.value,
                "url": url(module_address(module)),
                "minutes": minutes_of(module),
                "others": [
                    {**version, "url": url(version["address"])}
                    for version in versions_data(course, versions_of(course, module)[1:])
                ],
            }
            for module in modules
        ],
        "minutes": sum(minutes_of(module) for module in modules),
        "urls": {
            "sources": url(SOURCES),
            "glossary": url(GLOSSARY),
            "contacts": url(CONTACTS),
            "red_flags": url(RED_FLAGS),
            "progress": url(PROGRESS),
        },
        "words": {
            key.removeprefix(WORDS): text
            for key, text in texts.entries.items()
            if key.startswith(WORDS)
        },
    }
