"""The search of a site on a USB stick: opened by a double click, with the network cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("default::DeprecationWarning"),
]

SMALL = Path(__file__).parents[1] / "checking" / "small_course"
CONFIGURATION = "site_name: T\ntheme:\n  name: material\nplugins: [{plugins}]\n{more}"


def stick(folder: Path, *, language: str = "en", plugins: str = "", more: str = "") -> Path:
    """Build the small course as it lies on a stick, in a folder with a name as people give it."""
    root = Path(shutil.copytree(SMALL, folder / "course"))
    settings = root / "modules" / "course.yml"
    said = settings.read_text("utf-8").replace("language: en", f"language: {language}")
    settings.write_text(said, "utf-8")
    listed = f"search, course{plugins}"
    (root / "mkdocs.yml").write_text(CONFIGURATION.format(plugins=listed, more=more), "utf-8")
    site = folder / "Course (1) ünï & co #2"
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(site)))
    return site


@pytest.fixture
def without_network(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that is offline; at the end no page asked for anything but files."""
    wrong: list[str] = []
    context = chromium.new_context(offline=True)
    context.set_default_timeout(10_000)
    context.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "data:")) else wrong.append(request.url)
        ),
    )
    yield context
    context.close()
    assert not wrong


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_search_on_a_stick_finds_the_page(
    tmp_path: Path, without_network: BrowserContext, language: str
) -> None:
    site = stick(tmp_path, language=language, more="use_directory_urls: false\n")
    page = without_network.new_page()
    page.goto((site / "glossary.html").as_uri())
    search(page, "badge")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url((site / "modules" / "welcome.html").as_uri())


def test_the_themes_plugin_for_offline_sites_asks_nobody_either(
    tmp_path: Path, without_network: BrowserContext
) -> None:
    site = stick(tmp_path, plugins=", offline")
    page = without_network.new_page()
    page.goto((site / "index.html").as_uri())
    search(page, "badge")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()
