"""A scenario in the browser: the path, the way back, the end; and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def here(page: Page) -> str:
    return page.locator("article.scene:visible h4").inner_text()


def test_a_scenario_is_played_by_keyboard_to_its_end(visit: Visit) -> None:
    page = visit("modules/chemical/")
    expect(page.locator("article.scene:visible")).to_have_count(1)
    page.get_by_role("link", name="Ask for the end use").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Scene 3"
    path = page.locator(".pathway")
    expect(path).to_contain_text("You: Ask for the end use and the end user.")
    expect(path).to_contain_text("Nothing else tells you whether to go on.")
    expect(path).to_contain_text("The buyer wants no paperwork.")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Scene 5: a good end"
    expect(page.locator(".scene-end")).to_contain_text("A good end")
    expect(page.locator("#scenario-fenwick-basin .q-state")).to_have_text("Ended well")


def test_one_can_go_back_to_any_decision(visit: Visit) -> None:
    page = visit("modules/chemical/")
    page.get_by_role("link", name="Reply with a quote").click()
    page.get_by_role("link", name="Ship.").click()
    expect(page.locator(".scene-end")).to_contain_text("A bad end")
    page.get_by_role("button", name="Back one scene").click()
    assert here(page) == "Scene 2"
    page.get_by_role("button", name="Decide again Scene 1").click()
    assert here(page) == "Scene 1"
    assert page.evaluate("document.activeElement.textContent") == "Scene 1"
    expect(page.locator(".pathway")).to_be_hidden()


def test_the_path_comes_back_after_a_reload(visit: Visit) -> None:
    page = visit("modules/chemical/")
    page.get_by_role("link", name="Reply with a quote").click()
    page.reload()
    assert here(page) == "Scene 2"
    expect(page.locator(".pathway")).to_contain_text("You: Reply with a quote.")


def test_without_javascript_all_scenes_stand_there_and_links_join_them(visit: Visit) -> None:
    page = visit("modules/chemical/", java_script_enabled=False)
    expect(page.locator("article.scene:visible")).to_have_count(6)
    way = page.get_by_role("link", name="Reply with a quote. (go to scene 2)")
    target = way.get_attribute("href") or ""
    expect(page.locator(target).get_by_role("heading")).to_have_text("Scene 2")


def test_on_paper_all_scenes_stand_numbered(visit: Visit) -> None:
    page = visit("modules/chemical/")
    page.emulate_media(media="print")
    expect(page.locator("article.scene:visible")).to_have_count(6)
    expect(page.get_by_text("(go to scene 2)").first).to_be_visible()
