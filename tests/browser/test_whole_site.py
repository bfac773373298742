"""The real course's site, every page of it: no fault, no error, no other host, nothing lost."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

Open = Callable[..., Any]


class Host(SimpleHTTPRequestHandler):
    """A host that sends what `_headers` says."""

    headers_to_send: tuple[tuple[str, str], ...] = ()

    def end_headers(self) -> None:
        for name, value in self.headers_to_send:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "site"
    command = [sys.executable, "-m", "coursebuilder", "build", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    every = re.split(r"\n(?=/)", (site / "_headers").read_text("utf-8"))[0]
    rows = every.splitlines()[1:]
    headers = tuple(
        (name, value) for name, _, value in (row.strip().partition(": ") for row in rows)
    )
    handler = type("SiteHost", (Host,), {"headers_to_send": headers})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    found = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return [f"/{address.removesuffix('index.html')}" for address in found]


@contextmanager
def watched(
    browser: Browser, host: str, **options: Any
) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A context that notes each error and each request that leaves the host."""
    context = browser.new_context(**options)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(f"page error: {error.error}"))
    context.on(
        "console",
        lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None,
    )
    context.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith((host, "data:", "blob:"))
            else faults.append(f"request: {asked.url}")
        ),
    )
    yield context, faults
    context.close()


def axe_faults(page: Page) -> list[str]:
    found: list[dict[str, Any]] = (
        Axe()
        .run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]})
        .response["violations"]
    )
    return [
        f"{page.url} {each['id']}: {node['html'][:140]}" for each in found for node in each["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
    return [f"{page.url} scrolls sideways"] if wide else []


@pytest.mark.gates
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_axe_finds_nothing_on_any_page_and_nothing_leaves_the_host(
    chromium: Browser, host: str, addresses: list[str], scheme: Any, size: Any
) -> None:
    with watched(chromium, host, color_scheme=scheme, viewport=size) as (context, faults):
        page = context.new_page()
        for address in addresses:
            page.goto(host + address)
            faults.extend([*axe_faults(page), *too_wide(page)])
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_search_or_the_drawer_is_open(
    chromium: Browser, host: str, scheme: Any
) -> None:
    with watched(chromium, host, color_scheme=scheme, viewport=WIDE) as (context, faults):
        page = context.new_page()
        page.goto(f"{host}/modules/welcome/")
        page.get_by_role("textbox", name="Search").focus()
        page.get_by_text("Type to start searching").wait_for()
        page.get_by_role("textbox", name="Search").press_sequentially("customer")
        page.locator(".md-search-result__item").first.wait_for()
        faults.extend(axe_faults(page))
    with watched(chromium, host, color_scheme=scheme, viewport=NARROW) as (context, more):
        page = context.new_page()
        page.goto(f"{host}/modules/welcome/")
        page.get_by_role("button", name="Menu").click()
        faults.extend([*more, *axe_faults(page)])
    assert faults == []


def test_the_navigation_opens_by_keyboard_on_a_phone_and_leads_on(
    chromium: Browser, host: str
) -> None:
    with watched(chromium, host, viewport=NARROW) as (context, faults):
        page = context.new_page()
        page.goto(f"{host}/modules/welcome/")
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false":
                break
        x = page.evaluate("document.activeElement.getBoundingClientRect().x")
        assert 0 <= x < 320, "the focus stands off the screen"
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Chemical red flags").first.wait_for()
        for _ in range(60):
            page.keyboard.press("Tab")
            text = page.evaluate("document.activeElement.textContent")
            if "Chemical red flags" in text:
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/modules/chemical-red-flags/")
        assert faults == []


@pytest.mark.gates
def test_text_spacing_and_four_times_the_size_lose_nothing(
    chromium: Browser, host: str, addresses: list[str]
) -> None:
    spacing = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    with watched(chromium, host, viewport=NARROW, bypass_csp=True) as (context, faults):
        page = context.new_page()
        for address in addresses:
            page.goto(host + address)
            page.add_style_tag(content=spacing)
            faults.extend(too_wide(page))
    assert faults == []


def test_without_scripts_every_question_stands_with_its_answer(
    chromium: Browser, host: str, addresses: list[str]
) -> None:
    with watched(chromium, host, java_script_enabled=False) as (context, _):
        page = context.new_page()
        lacking: list[str] = []
        for address in addresses:
            if not address.startswith("/modules/"):
                continue
            page.goto(host + address)
            lacking.extend(
                f"{address} {question.get_attribute('data-id')}"
                for question in page.locator("course-question").all()
                if not question.locator("details.answer summary").count()
            )
    assert lacking == []


def test_forced_colours_and_reduced_motion_are_honoured(chromium: Browser, host: str) -> None:
    options = {"forced_colors": "active", "reduced_motion": "reduce"}
    with watched(chromium, host, viewport=WIDE, **options) as (context, faults):
        page = context.new_page()
        page.goto(f"{host}/modules/welcome/")
        moving = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => "
            "parseFloat(getComputedStyle(e).transitionDuration) > .01).length"
        )
        faults.extend(axe_faults(page))
    assert (moving, faults) == (0, [])


def printed(*command: str) -> str:
    """What a judge prints; its exit code only says that it found something."""
    chrome = {"CHROME_PATH": os.environ.get("CHROMIUM", "/usr/bin/chromium")}
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, **chrome}
    )
    return run.stdout or run.stderr


@pytest.mark.gates
def test_html_validate_finds_only_the_engines_own_fault(site: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    bin_ = "node_modules/.bin/html-validate"
    pages = sorted(str(page) for page in site.rglob("*.html"))
    printed(bin_, "--config", "tests/data/html-validate.json", "-f", f"json={report}", *pages)
    found = json.loads(report.read_text("utf-8"))
    rules = {(each["ruleId"], each["selector"]) for page in found for each in page["messages"]}
    assert rules == {("valid-autocomplete", "#__drawer"), ("valid-autocomplete", "#__search")}


@pytest.mark.gates
def test_the_nu_checker_finds_only_the_engines_own_fault(site: Path) -> None:
    jar = "node_modules/vnu-jar/build/dist/vnu.jar"
    options = ("--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html")
    found = json.loads(printed("java", "-jar", jar, *options, str(site)))["messages"]
    # Without an address the checker takes our policy for one that blocks our own files.
    errors = {each["message"] for each in found if each["type"] == "error"}
    assert {message[:62] for message in errors} == {
        "Attribute “autocomplete” is only allowed when the input type i"
    }


@pytest.mark.gates
@pytest.mark.parametrize("address", ["/", "/modules/welcome/", "/modules/chemical-red-flags/"])
def test_lighthouse_gives_full_marks(host: str, address: str, tmp_path: Path) -> None:
    profile = f"--user-data-dir={tmp_path}"
    flags = f"--headless=new --no-sandbox --disable-gpu --disable-background-networking {profile}"
    command = (
        "node_modules/.bin/lighthouse",
        host + address,
        "--quiet",
        "--output=json",
        "--only-categories=accessibility,best-practices,seo",
        f"--chrome-flags={flags}",
    )
    marks = json.loads(printed(*command))["categories"]
    assert {name: each["score"] for name, each in marks.items()} == {
        "accessibility": 1,
        "best-practices": 1,
        "seo": 1,
    }
