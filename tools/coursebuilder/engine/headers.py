"""Writes what a host should send with the site's files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from coursebuilder.engine.theme import is_opened_from_files
from coursebuilder.rendering.addresses import url_of
from coursebuilder.rendering.policy import headers_file, nginx_file
from coursebuilder.rendering.preloads import needed_first, preload_header

MODULES = "modules/"


def write_headers(config: MkDocsConfig, addresses: Iterable[str], hashes: Iterable[str]) -> None:
    """Write `_headers` and `nginx-headers.conf` into the site that has been built.

    `addresses`: of its pages, like `modules/welcome.md`; `hashes`: of their inline scripts.
    """
    site = Path(config.site_dir)
    hashes = frozenset(hashes)
    links = _links(config, addresses)
    (site / "_headers").write_text(headers_file(hashes, links), encoding="utf-8")
    (site / "nginx-headers.conf").write_text(nginx_file(hashes), encoding="utf-8")


def _links(config: MkDocsConfig, addresses: Iterable[str]) -> Mapping[str, str]:
    """Say what the modules' pages need first: all need the same, so one of them is read."""
    if is_opened_from_files(config):
        return {}
    root = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    urls = (url_of(each, directory_urls=True) for each in addresses if each.startswith(MODULES))
    for url in urls:
        page = Path(config.site_dir) / url / "index.html"
        # An author's `exclude_docs` may leave a module out.
        if page.is_file():
            needed = needed_first(page.read_text("utf-8"), root + url)
            return {f"{root}{MODULES}*": preload_header(needed)}
    return {}
