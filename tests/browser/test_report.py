"""The report and the matrix in a real browser: light and dark, wide and narrow, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from coursebuilder.checking.check_course import check_course
from coursebuilder.checking.matrix import matrix_of
from coursebuilder.checking.survey import Survey
from coursebuilder.reading.read_course import read_course
from coursebuilder.reporting.matrix_page import matrix_html
from coursebuilder.reporting.report_page import report_html

pytestmark = pytest.mark.browser

EXERCISES = Path(__file__).parents[1] / "data/exercises"
LATE = date(2028, 1, 1)
"""By then everything is overdue, so that every part of the page shows something."""
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    course, problems = read_course(EXERCISES)
    found = (*problems, *check_course(course, LATE))
    (folder / "report.html").write_text(report_html(course, found, LATE), "utf-8")
    (folder / "matrix.html").write_text(matrix_html(matrix_of(Survey(course, LATE))), "utf-8")
    return folder


@pytest.fixture
def open_page(chromium: Browser, folder: Path) -> Iterator[OpenPage]:
    """Open a page with all of its details unfolded; nothing may be asked for or go wrong."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def go(name: str, **options: Any) -> Page:
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on(
            "request", lambda asked: wrong.append(asked.url) if "file:" not in asked.url else None
        )
        page.goto((folder / name).as_uri())
        page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("name", ["report.html", "matrix.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault(open_page: OpenPage, name: str, scheme: str, width: int) -> None:
    page = open_page(name, color_scheme=scheme, viewport={"width": width, "height": 800})
    found = Axe().run(page).response["violations"]
    assert [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found] == []


@pytest.mark.parametrize("name", ["report.html", "matrix.html"])
def test_only_tables_scroll_sideways_on_a_small_screen(open_page: OpenPage, name: str) -> None:
    page = open_page(name, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_scrolls_can_be_reached_and_scrolled_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("matrix.html", viewport={"width": 320, "height": 640})
    paths = page.get_by_role("region", name="By path")
    paths.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll.tall').scrollLeft > 0")


def test_a_number_of_the_head_leads_to_its_part(open_page: OpenPage) -> None:
    page = open_page("report.html")
    page.get_by_role("link", name="overdue").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').textContent") == "What falls due when"


def test_a_plot_says_what_it_shows(open_page: OpenPage) -> None:
    page = open_page("report.html")
    plot = page.get_by_role("img", name="Length of the right choice against the longest wrong one")
    assert "lie above the line" in (plot.text_content() or "")
