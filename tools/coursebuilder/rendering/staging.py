"""The site as a plain docs tree: Markdown files that hold finished HTML, and a mkdocs.yml.

Any engine that reads mkdocs.yml and runs Python-Markdown builds it, without this tool. What is
for trainers is not in it.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from coursebuilder.course import Course
from coursebuilder.rendering.look import FEATURES, THEME, theme_settings
from coursebuilder.rendering.markdown import render_markdown
from coursebuilder.rendering.offline_search import with_shim
from coursebuilder.rendering.site import Entry, Site, SitePage
from coursebuilder.rendering.style_sheets import COURSE

TAKEN = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "repo_url",
    "use_directory_urls",
)
"""What the staged mkdocs.yml takes over from the author's."""


def stage_site(
    site: Site, course: Course, authored: Mapping[str, Any], docs: Sequence[str], folder: Path
) -> None:
    """Write the tree into a folder. `docs`: the addresses of docs/ files that are copied."""
    for page in site.pages:
        _write(folder / "docs" / page.address, page_file(page))
    for address, text in site.made_files.items():
        _write(folder / "docs" / address, text)
    for asset in site.assets:
        _copy(course.root / asset.path, folder / "docs" / asset.address)
    for address in docs:
        _copy(course.root / "docs" / address, folder / "docs" / address)
    shutil.copytree(THEME, folder / "overrides", dirs_exist_ok=True)
    _write(folder / "mkdocs.yml", _as_yaml(configuration(site, course, authored)))


def page_file(page: SitePage) -> str:
    """Give a page as Markdown: front matter, and one block of HTML."""
    meta: dict[str, Any] = {"title": page.title, "description": page.description}
    meta["course"] = dict(page.meta)
    if not page.searched:
        meta["search"] = {"exclude": True}
    html = render_markdown(page.markdown, page.frame)
    return f'---\n{_as_yaml(meta)}---\n\n<div class="course-page">\n{html}\n</div>\n'


def configuration(site: Site, course: Course, authored: Mapping[str, Any]) -> dict[str, Any]:
    """Give the staged mkdocs.yml."""
    settings: dict[str, Any] = {key: authored[key] for key in TAKEN if key in authored}
    settings.setdefault("site_name", course.settings.title)
    theme = {"name": "material", "custom_dir": "overrides", "features": [*FEATURES]}
    return {
        **settings,
        "theme": {**theme, **theme_settings(course)},
        "plugins": _plugins(settings),
        "markdown_extensions": ["attr_list"],
        "extra_css": [COURSE],
        "extra": {"course": {**site.theme, "scripts": [*site.scripts]}, **_polyfills(settings)},
        "nav": [_entry(entry) for entry in site.nav],
    }


def _plugins(settings: Mapping[str, Any]) -> list[str]:
    return ["search"] if settings.get("use_directory_urls", True) else ["search", "offline"]


def _polyfills(settings: Mapping[str, Any]) -> dict[str, list[str]]:
    return {} if settings.get("use_directory_urls", True) else {"polyfills": with_shim([])}


def _entry(entry: Entry) -> dict[str, Any]:
    return {entry.title: [_entry(e) for e in entry.entries] if entry.entries else entry.address}


def _as_yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=100)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
