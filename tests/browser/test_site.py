"""The site as one uses it: by keyboard, on a phone, on paper, without a script.

Rules of access, on every page: test_whole_site.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
HOST = "http://site.test"
MODULE = "/modules/welcome/"
PAGES = (
    "/",
    MODULE,
    "/audiences/chemical/",
    "/red-flags/",
    "/glossary/",
    "/contacts/",
    "/sources/",
    "/about/",
    "/progress/",
)
PHONE, DESK = 320, 1440
MOVED_UNSEEN = 0.01
"""A hundredth of the screen: a line whose end comes with the next part moves a third of it."""
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real course, built."""
    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder)))
    return folder


@pytest.fixture
def visit_site(chromium: Browser, site: Path) -> Iterator[Open]:
    """Open a page of the site; at the end nothing was asked of others, and nothing went wrong."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def serve(route: Route) -> None:
        if not route.request.url.startswith(HOST):
            wrong.append(f"asked another host: {route.request.url}")
            route.abort()
            return
        path = site / urlsplit(route.request.url).path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        route.fulfill(path=str(path)) if path.is_file() else route.fulfill(status=404)

    def opened(url: str, width: int = DESK, scheme: str = "light", *, script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
            bypass_csp=True,  # A reader's own style, as in the test of text spacing.
        )
        contexts.append(context)
        context.route("**/*", serve)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.goto(HOST + url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


@pytest.mark.parametrize("url", PAGES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(visit_site: Open, url: str) -> None:
    page = visit_site(url, PHONE)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_drawer_opens_and_closes_by_keyboard(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE)
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    drawer = page.get_by_role("navigation", name="Site")
    expect(drawer.get_by_role("link", name="Home", exact=True)).to_be_focused()
    box = drawer.bounding_box()
    assert box
    assert box["x"] >= 0
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_the_keyboard_never_goes_off_the_screen(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE)
    for _ in range(40):
        page.keyboard.press("Tab")
        left, width = page.evaluate(
            "(() => { const b = document.activeElement.getBoundingClientRect();"
            " return [b.left, b.width] })()"
        )
        assert left + width >= 0


def test_a_page_can_be_skipped_to(visit_site: Open) -> None:
    for url in (MODULE, "/", "/red-flags/", "/contacts/"):
        page = visit_site(url)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        expect(skip).to_contain_class("md-skip")
        target = skip.get_attribute("href")
        assert target
        assert page.locator(f"[id='{target.lstrip('#')}']").count() == 1


def test_a_term_is_explained_by_keyboard_and_closed_with_escape(visit_site: Open) -> None:
    page = visit_site(MODULE)
    term = page.locator(".term button").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box
    assert box["width"] > 0
    assert box["x"] >= 0
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()


def test_a_term_is_explained_without_a_script(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE, script=False)
    term = page.locator(".term button").first
    term.click()
    expect(page.locator(f"#{term.get_attribute('popovertarget')}")).to_be_visible()


def test_a_note_leads_to_its_source_and_back(visit_site: Open) -> None:
    page = visit_site(MODULE)
    mark = page.locator(".cite a").first
    mark.press("Enter")
    source = page.locator(":target")
    expect(source).to_be_in_viewport()
    source.get_by_role("link", name="Back to mention 1").first.press("Enter")
    expect(mark).to_be_in_viewport()


def test_the_search_finds_a_text_and_no_answer(visit_site: Open) -> None:
    page = visit_site(MODULE)
    search = page.get_by_role("textbox", name="Search")
    search.focus()
    ready = page.get_by_text("Type to start searching")
    expect(ready).to_be_visible(timeout=30_000)
    # The theme listens to keys: a text that a program fills in is no search.
    search.press_sequentially("nationality")
    expect(page.get_by_role("region", name="Search results")).to_be_visible()
    search.press("Control+A")
    search.press_sequentially("outreach")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_colours_follow_the_system_and_then_the_reader(visit_site: Open) -> None:
    page = visit_site("/", scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(17, 24, 30)"
    for _ in range(2):
        page.locator(".md-header__option label:visible").click()
    assert page.evaluate(background) in {"rgb(255, 255, 255)", "rgb(17, 24, 30)"}
    colours = set()
    for _ in range(3):
        page.locator(".md-header__option label:visible").click()
        colours.add(page.evaluate(background))
    assert colours == {"rgb(255, 255, 255)", "rgb(17, 24, 30)"}


@pytest.mark.parametrize(("clicks", "colour"), [(0, "rgb(17, 24, 30)"), (1, "rgb(255, 255, 255)")])
def test_a_page_has_its_colours_before_the_theme_s_script_has_come(
    visit_site: Open, clicks: int, colour: str
) -> None:
    page = visit_site("/", scheme="dark")
    for _ in range(clicks):
        page.locator(".md-header__option label:visible").click()
    if not clicks:
        page.evaluate("localStorage.clear()")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_always_light_and_holds_the_text_alone(visit_site: Open, scheme: str) -> None:
    page = visit_site(MODULE, scheme=scheme)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 34, 44)"
    for hidden in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".pager"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".term-note").first).to_be_visible()
    expect(page.get_by_text("Not an official U.S. government site.")).to_be_visible()


def test_what_one_touches_is_large_enough(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE)
    small = page.evaluate(
        """[...document.querySelectorAll("button, .md-button, label.md-icon, .pager a")]
        .filter((e) => e.offsetParent && !e.closest(".term, .md-search__form"))
        .map((e) => [e.className, e.getBoundingClientRect()])
        .filter(([, b]) => b.width < 24 || b.height < 24).map(([name]) => name)"""
    )
    assert small == []


def test_a_translated_module_speaks_its_language_and_counts_for_its_source(
    visit_site: Open,
) -> None:
    page = visit_site("/modules/chemical-red-flags/")
    page.locator(".kicker").get_by_role("link", name="Español").click()
    expect(page.locator("#content")).to_have_attribute("lang", "es-US")
    question = page.locator("#q-leaves-road-es")
    question.get_by_label("Por mar y por tierra").check()
    question.locator(".q-check").click()
    expect(question.locator("[role=status]")).to_contain_text("Correcto")
    here = page.locator(".course-nav [data-module=chemical-red-flags]")
    expect(here.locator("a").first).to_contain_text("Chemical red flags26 minutes (Started)")
    page.evaluate(
        """() => {
        const {index, page} = window.coursebuilder;
        const module = index.modules.find((each) => each.slug === 'chemical-red-flags');
        const {alone, quiz, scenarios} = module.also[0];
        for (const hash of `${alone} ${quiz}`.split(' '))
          page.store.put('question', 'any', hash, {first: 1, tries: 1});
        for (const hash of scenarios.split(' '))
          page.store.put('scenario', 'any', hash, {path: [], end: 'good'});
      }"""
    )
    expect(here).to_have_attribute("data-state", "done")


def test_one_goes_on_in_the_language_in_which_one_stopped(visit_site: Open) -> None:
    page = visit_site("/modules/chemical-red-flags-es/#clocks")
    page.goto(f"{HOST}/")
    go = page.locator(".course-go")
    expect(go).to_contain_text("Señales de alerta en la industria química")
    go.click()
    page.wait_for_url("**/modules/chemical-red-flags-es/**")


def test_a_sorting_table_reads_across_the_page_on_the_smallest_phone(visit_site: Open) -> None:
    page = visit_site("/modules/illicit-finance/", PHONE)
    items = page.locator("#q-three-steps tbody th")
    assert items.evaluate_all("all => all.every((one) => one.clientWidth > 200)")


def test_the_groups_of_a_sorting_table_stay_in_sight_on_a_phone(visit_site: Open) -> None:
    page = visit_site("/modules/illicit-finance/", PHONE)
    last = page.locator("#q-three-steps tbody tr").last
    last.evaluate("row => window.scrollTo(0, row.getBoundingClientRect().top + scrollY - 200)")
    group = page.locator("#q-three-steps thead .pick").first
    expect(group).to_be_in_viewport(ratio=1)
    on_top = "e => e.contains(document.elementFromPoint(...['x', 'y'].map((a, i) => "
    on_top += "e.getBoundingClientRect()[a] + (i ? e.clientHeight : e.clientWidth) / 2)))"
    assert group.evaluate(on_top), "something covers the group's name"


def test_progress_is_read_on_a_phone_without_a_word_cut_or_a_column_lost(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE)
    page.goto(f"{HOST}/progress/")
    expect(page.locator("[data-course-left]").filter(has_text="min left").first).to_be_visible()
    for name in page.locator(".pathline h3, .ledger tbody th").all():
        words = max(len(word) for word in name.inner_text().split())
        box = name.bounding_box()
        assert box
        assert box["width"] >= 8 * words, name.inner_text()
    wrap = page.locator(".table-wrap")
    assert wrap.evaluate("it => it.scrollWidth <= it.clientWidth")
    assert page.get_by_role("columnheader").count() == 5


def test_a_record_page_without_a_record_says_so_and_leads_on(visit_site: Open) -> None:
    page = visit_site("/record/")
    expect(page.get_by_text("No path is complete yet.")).to_be_visible()
    page.locator(".record-open").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/audiences/"))


def test_small_marks_of_a_module_are_large_enough_to_hit(visit_site: Open) -> None:
    page = visit_site(MODULE, PHONE)
    for mark in page.locator(".objective-list a, .way-back").all():
        box = mark.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_the_text_on_paper_is_smaller_than_on_a_screen(visit_site: Open) -> None:
    page = visit_site(MODULE)
    page.emulate_media(media="print")
    root = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert 16 <= root <= 17
    question = page.locator(".question:has(.paper)").first
    expect(question).to_have_css("break-inside", "auto")


@pytest.mark.parametrize("width", [1000, DESK])
def test_what_the_search_finds_is_read_whole(visit_site: Open, width: int) -> None:
    page = visit_site("/", width)
    page.get_by_role("textbox", name="Search").focus()
    expect(page.locator("#__search")).to_be_checked()
    results, frame = (
        page.locator(each).evaluate("it => it.getBoundingClientRect().width")
        for each in (".md-search__scrollwrap", ".md-search__output")
    )
    assert 0 < results <= frame


def test_the_longest_record_fills_one_sheet_and_begins_on_the_first(visit_site: Open) -> None:
    page = visit_site("/record/")
    page.evaluate("""() => {
        const long = [...document.querySelectorAll(".study-record")].sort((one, two) =>
            two.querySelectorAll("[data-course-objective]").length
            - one.querySelectorAll("[data-course-objective]").length)[0];
        long.querySelector(".certificate").hidden = false;
        long.setAttribute("data-printed", "");
        document.body.dataset.print = "record";
    }""")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter")))
    assert sheets == 1


def test_on_a_phone_one_jumps_to_a_group_of_red_flags(visit_site: Open) -> None:
    page = visit_site("/red-flags/", PHONE)
    jumps = page.get_by_role("navigation", name="Jump to")
    jumps.get_by_role("link").last.click()
    expect(page.locator("h2:target")).to_be_in_viewport()
    # Where the page's contents stand beside it, they would stand there twice.
    expect(visit_site("/red-flags/").locator(".jumps")).to_be_hidden()


def test_a_path_says_which_of_its_modules_is_begun(visit_site: Open) -> None:
    page = visit_site(MODULE)
    page.goto(f"{HOST}/audiences/chemical/")
    stations = page.locator(".station")
    expect(stations.first.locator(".course-mark")).to_have_text(" (Started)")
    expect(stations.first.locator(".course-mark")).to_have_css("position", "static")
    expect(stations.last.locator(".course-mark")).to_be_hidden()
    begin = page.get_by_role("link", name="Begin:")
    expect(begin).to_be_visible()
    stations.first.evaluate("it => it.setAttribute('data-state', 'done')")
    expect(begin).to_be_hidden()


class HaltingHost(SimpleHTTPRequestHandler):
    """A host whose line stands still in the middle of a module."""

    def __init__(self, *args: Any, go_on: Event, **options: Any) -> None:
        self.go_on = go_on
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        if self.path != MODULE:
            super().do_GET()
            return
        html = Path(self.translate_path(f"{MODULE}index.html")).read_bytes()
        first = html.index(b"</section>", html.index(b"<course-question"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(html)))
        self.end_headers()
        self.wfile.write(html[:first])
        self.go_on.wait(20)
        self.wfile.write(html[first:])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@contextmanager
def halting(site: Path) -> Iterator[tuple[str, Event]]:
    """Give a host of the site, and what makes the module's line go on."""
    go_on = Event()
    host = partial(HaltingHost, directory=str(site), go_on=go_on)
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", go_on
        go_on.set()
        server.shutdown()


def test_a_question_is_answered_while_the_rest_of_the_page_comes_in(
    chromium: Browser, site: Path
) -> None:
    with halting(site) as (host, go_on):
        page = chromium.new_page()
        page.goto(f"{host}{MODULE}", wait_until="commit")
        first = page.locator("course-question").first
        first.locator("input").first.check()
        first.locator(".q-check").click()
        expect(first.get_by_role("status")).not_to_be_empty()
        assert page.evaluate("document.readyState") == "loading"
        assert page.locator("course-quiz").count() == 0
        go_on.set()
        expect(page.locator(".quiz-count")).to_be_visible()
        expect(page.locator(".course-menu")).to_be_attached()
        page.close()


def test_a_question_waits_for_its_own_script_alone(chromium: Browser, site: Path) -> None:
    held: list[Route] = []
    with halting(site) as (host, go_on):
        go_on.set()
        page = chromium.new_page()
        page.route("**/later.js", lambda route: held.append(route))  # noqa: PLW0108
        page.goto(f"{host}{MODULE}", wait_until="commit")
        first = page.locator("course-question").first
        first.locator("input").first.check()
        first.locator(".q-check").click()
        expect(first.get_by_role("status")).not_to_be_empty()
        expect(page.locator(".course-menu")).not_to_be_attached()
        held[0].fallback()
        expect(page.locator(".quiz-count")).to_be_visible()
        expect(page.locator(".course-menu")).to_be_attached()
        page.close()


LAID_OUT = """[...document.querySelectorAll('.sec, .sec > *, .quiz, .exercise')].map(
  (part) => getComputedStyle(part).contentVisibility)"""


@pytest.mark.parametrize("script", [True, False])
def test_a_page_at_rest_leaves_no_part_out(visit_site: Open, *, script: bool) -> None:
    """What is left out for speed would be missing for who reads by ear."""
    page = visit_site(MODULE, PHONE, script=script)
    assert set(page.evaluate(LAID_OUT)) == {"visible"}
    page.wait_for_function("[...document.images].every((image) => image.naturalWidth)")


def test_what_is_far_from_the_screen_waits_while_the_page_comes_in(
    chromium: Browser, site: Path
) -> None:
    with halting(site) as (host, _):
        page = chromium.new_page()
        page.goto(f"{host}{MODULE}", wait_until="commit")
        expect(page.locator("course-question .q-check").first).to_be_enabled()
        assert page.evaluate(LAID_OUT)[-1] == "auto"
        far = page.locator(".sec").first.locator("> p").last
        expect(far).to_have_css("content-visibility", "auto")
        page.close()


MOVES = """window.moves = [];
new PerformanceObserver((list) => moves.push(...list.getEntries().map((each) => each.value)))
  .observe({ type: "layout-shift", buffered: true });"""


def test_no_text_moves_while_the_page_comes_in_and_somebody_reads(
    chromium: Browser, site: Path
) -> None:
    """On a slow phone of usual size: with another one, other blocks end at the screen's edge."""
    with halting(site) as (host, go_on):
        go_on.set()
        page = chromium.new_page(viewport={"width": 360, "height": 800})
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script(MOVES)
        page.goto(f"{host}{MODULE}", wait_until="commit")
        expect(page.locator("course-question .q-check").first).to_be_enabled()
        for _ in range(3):
            page.mouse.wheel(0, 400)
            page.wait_for_timeout(200)
        page.wait_for_load_state()
        expect(page.locator(".sec").last).to_have_attribute("style", re.compile("visible"))
        assert page.evaluate("moves.reduce((all, each) => all + each, 0)") < MOVED_UNSEEN
        page.close()


def test_a_link_to_a_place_far_down_leads_there(visit_site: Open) -> None:
    page = visit_site("/modules/export-red-flags/#quiz-export-red-flags", PHONE)
    top = page.locator("#quiz-export-red-flags").evaluate("it => it.getBoundingClientRect().top")
    assert 0 < top < 120
