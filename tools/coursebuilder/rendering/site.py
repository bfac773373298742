"""The compiled site: pages, files and the order in which one meets them. No engine in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coursebuilder.rendering.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page: our Markdown, and the frame that it is rendered with."""

    address: str
    """In the site's source root, in which docs/ lies flat: `modules/welcome.md`."""
    title: str
    description: str
    markdown: str
    frame: Frame
    source_path: str = ""
    """The file of the course that it comes from, relative to the root; "" for a made page."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the theme's templates read as `page.meta.course`."""
    searched: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that is copied as it is. Both paths are relative: to the site, to the course."""

    address: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the navigation: a page, or a heading with entries below it."""

    title: str
    address: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that an engine needs to write the site."""

    pages: tuple[SitePage, ...]
    assets: tuple[Asset, ...]
    made_files: Mapping[str, str]
    """Files that are made, not copied: their texts by address."""
    scripts: tuple[str, ...]
    """The addresses of all scripts, in the order in which a page loads them; all deferred."""
    nav: tuple[Entry, ...]
    theme: Mapping[str, object]
    """What the theme's templates read as `config.extra.course`: words, modules, footer."""


def page_at(site: Site, address: str) -> SitePage | None:
    """Find the page with this address."""
    return next((page for page in site.pages if page.address == address), None)
