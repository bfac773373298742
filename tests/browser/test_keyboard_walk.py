"""The whole way of a learner with nothing but a keyboard, on the narrowest screen; and enlarged.

Each control is reached by Tab and worked by arrows, Space, Enter and letters. The test clicks
nothing and sets no focus.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from coursebuilder.commands.build import build_site
from coursebuilder.commands.site import checked

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("default::DeprecationWarning"),
]

EXERCISES = Path(__file__).parents[1] / "data" / "exercises"
CONFIGURATION = "site_name: T\ntheme:\n  name: material\nplugins: [search, course]\n"
FAR = 250
"""More stops of the Tab key than any of the pages has."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("walk")
    root = Path(shutil.copytree(EXERCISES, folder / "course"))
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    given = checked(root, strict=False)
    build_site(root / "mkdocs.yml", folder / "site", given, use_directory_urls=False)
    return folder / "site"


@pytest.fixture
def narrow(chromium: Browser) -> Iterator[Page]:
    """A page of 320 px, whose printer only notes that it was called."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(10_000)
    context.add_init_script("window.print = () => { document.body.dataset.wasPrinted = 'yes'; };")
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert wrong == []


def reach(page: Page, selector: str) -> None:
    """Press Tab until what has the focus is this."""
    at = "selector => document.activeElement.matches(selector)"
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if page.evaluate(at, selector):
            return
    raise AssertionError(f"The keyboard does not reach {selector}.")


def press(page: Page, selector: str) -> None:
    reach(page, selector)
    page.keyboard.press("Enter")


def answer(page: Page, question: str) -> None:
    """Give the right answer to a question that asks for choices or a text."""
    key: dict[str, Any] = json.loads(page.locator(question).get_attribute("data-key") or "")
    if key["kind"] != "picks":
        reach(page, f"{question} fieldset .text-in")
        page.keyboard.type(str(key["low"]) if key["kind"] == "quantity" else key["accept"][0])
    elif key["many"]:
        for box in page.locator(f"{question} fieldset input").all():
            value = box.get_attribute("value")
            if value in key["right"]:
                page.evaluate("document.activeElement.blur()")
                reach(page, f"{question} input[value='{value}']")
                page.keyboard.press("Space")
    else:
        reach(page, f"{question} fieldset input")
        page.keyboard.press("Space")
        for _ in range(FAR):
            if page.evaluate("document.activeElement.value") in key["right"]:
                break
            page.keyboard.press("ArrowDown")


def go_by_menu(page: Page, words: str) -> None:
    press(page, "button.course-menu")
    link = page.locator("#course-drawer a", has_text=words).first.get_attribute("href")
    press(page, f"#course-drawer a[href='{link}']")
    page.wait_for_url(f"**/{Path(link or '').name}")


def test_a_learner_goes_all_the_way_by_keyboard_on_a_phone(site: Path, narrow: Page) -> None:
    page = narrow
    page.goto((site / "index.html").as_uri())
    go_by_menu(page, "Chemical red flags")
    expect(page.locator("h1")).to_contain_text("Chemical red flags")

    answer(page, "#q-end-use")
    press(page, "#q-end-use .q-check")
    expect(page.locator("#q-end-use [role=status]")).to_contain_text("Right")
    for scene in ("asked", "reported"):
        press(page, f"article:not([hidden]) a.way[data-go='{scene}']")
    expect(page.locator("course-scenario .scene-end")).to_be_visible()

    go_by_menu(page, "Export red flags")
    for question in page.locator("course-quiz course-question:not([hidden])").all():
        answer(page, f"#{question.get_attribute('id')}")
    press(page, ".quiz-actions .md-button--primary")
    expect(page.locator(".quiz-result h3")).to_be_focused()
    press(page, ".quiz-actions .md-button--primary")
    expect(page.locator(".quiz-result")).to_contain_text("100%")

    go_by_menu(page, "Your progress")
    go_by_menu(page, "Record of completion")
    reach(page, "#course-name")
    page.keyboard.type("A. Reader")
    expect(page.locator("[data-course-who]:visible")).to_have_text("A. Reader")
    press(page, ".study-record [data-course-do=print]")
    expect(page.locator("body")).to_have_attribute("data-was-printed", "yes")


@pytest.mark.parametrize(
    "address", ["index", "modules/chemical", "modules/export", "progress", "record", "red-flags"]
)
def test_at_400_percent_nothing_is_lost_and_nothing_scrolls_two_ways(
    site: Path, chromium: Browser, address: str
) -> None:
    # A window of 1280 x 1024 at 400 percent is 320 x 256 of the page's pixels.
    context = chromium.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page = context.new_page()
    page.goto((site / f"{address}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    lost = page.evaluate(
        """() => [...document.querySelectorAll(
          '.md-content :is(h1, h2, h3, p, li, label, button, a)')]
        .filter(e => e.checkVisibility() && !e.closest('.vh, .table-wrap, [popover]'))
        .filter(e => { const box = e.getBoundingClientRect();
          return box.width > 1 && (box.left < -1 || box.right > 321); })
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    hidden = page.evaluate(
        "[...document.querySelectorAll('.md-header')]"
        ".filter(e => getComputedStyle(e).position !== 'static'"
        " && e.getBoundingClientRect().height > innerHeight / 2).length"
    )
    context.close()
    assert (lost, hidden) == ([], 0)
