"""A workbench of pages with our exercises, under a strict policy, in a real Chromium.

The pages hold nothing but what the exercises need, so that a failure here is the exercises'
own. No browser is a failure, never a skip.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import material
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from coursebuilder.course import Course, Module, quiz_of
from coursebuilder.reading.read_course import read_course
from coursebuilder.rendering.addresses import url_of
from coursebuilder.rendering.course_script import (
    ADDRESS,
    IN_FOLDER,
    LATER,
    LEARNER,
    PATHS,
    course_script,
    later_script,
    lean_script,
    learner_script,
)
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.outline import Path as Track
from coursebuilder.rendering.outline import paths_of, shown_modules
from coursebuilder.rendering.placements import placements
from coursebuilder.rendering.progress import progress_body, record_body, review_body
from coursebuilder.rendering.questions import Context, render_question
from coursebuilder.rendering.quizzes import closing_questions, render_quiz
from coursebuilder.rendering.style_sheets import style_sheets
from coursebuilder.rendering.texts import texts_in

TESTS = Path(__file__).parents[1]
THEME = TESTS.parent / "tools/coursebuilder/rendering/theme"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
HOST = "http://course.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
SHELL = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - Know your buyer</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{up}assets/stylesheets/theme.css">
<link rel="stylesheet" href="{up}assets/stylesheets/course.css">
<link rel="stylesheet" href="{up}assets/stylesheets/pages.css">
<link rel="stylesheet" href="{up}bench.css">
{script}</head><body dir="ltr">{icons}
<header><nav aria-label="Modules">{nav}</nav></header>
<main class="md-typeset"><article class="md-content__inner">{body}</article></main></body></html>
"""
BENCH_STYLE = """
body { display: block; background: var(--md-default-bg-color); color: var(--md-default-fg-color); }
nav a { display: inline-block; padding: .4rem; color: var(--md-typeset-a-color); }
main { max-width: 36rem; margin: 0 auto; padding: 0 .4rem; }
"""

AT_REST = """matchMedia("(scripting: none)").matches || document.readyState === "loading"
  || !window.coursebuilder?.page
  || (!document.querySelector(".q-check:disabled")
    && [...document.querySelectorAll(".sec, .quiz, .exercise")].every(
      (part) => part.style.contentVisibility))"""

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def course() -> Course:
    return read_course(TESTS / "data" / "exercises")[0]


class Bench:
    """The pages of the workbench, written to a folder."""

    def __init__(self, course: Course, root: Path) -> None:
        self.course, self.root = course, root
        self.texts = texts_in(course.settings.language)
        self.modules = shown_modules(course, drafts=False)
        self.tracks = paths_of(course, self.modules)

    def build(self) -> None:
        shutil.copytree(THEME / "assets", self.root / "assets")
        sheets = Path(material.__file__).parent / "templates/assets/stylesheets"
        theme = next(sheets.glob("main.*.min.css")).read_text("utf-8")
        (self.root / "assets/stylesheets").mkdir(exist_ok=True)
        (self.root / "assets/stylesheets/theme.css").write_text(theme, "utf-8")
        (self.root / "bench.css").write_text(BENCH_STYLE, "utf-8")
        pictures = TESTS / "data/exercises/quizzes/images"
        shutil.copytree(pictures, self.root / "quizzes/images")
        url = partial(url_of, directory_urls=True)
        for sheet, text in style_sheets().items():
            (self.root / sheet).write_text(text, "utf-8")
        (self.root / IN_FOLDER).write_text(lean_script("folder"), "utf-8")
        (self.root / ADDRESS).write_text(course_script(self.course, self.texts), "utf-8")
        later = later_script(self.course, self.modules, self.tracks, url)
        (self.root / LATER).write_text(later, "utf-8")
        (self.root / PATHS).write_text(lean_script("paths"), "utf-8")
        (self.root / LEARNER).write_text(learner_script(self.texts), "utf-8")
        self.write("all.md", "All kinds", self._all_kinds())
        for module in self.modules:
            self.write(f"modules/{module.slug}.md", module.title.value, self._module(module))
        bodies = {
            "progress.md": lambda frame: progress_body(frame, self.modules, self.tracks),
            "review.md": lambda frame: review_body(frame, self.modules),
            "record.md": lambda frame: record_body(frame, self.tracks, self.modules),
        }
        for address, body in bodies.items():
            self.write(address, address.removesuffix(".md"), body(self.frame(address)))
        self.write("index.md", "Start", f"<h1>Start</h1>{self._home()}")

    def frame(self, address: str) -> Frame:
        return Frame(course=self.course, texts=self.texts, address=address)

    def write(self, address: str, title: str, body: str) -> None:
        path = self.root / url_of(address, directory_urls=True) / "index.html"
        up = "../" * (len(path.relative_to(self.root).parts) - 1)
        nav = "".join(
            f'<li data-module="{module.slug}"><a href="{up}modules/{module.slug}/">'
            f"{module.title.value}</a></li>"
            for module in self.modules
        )
        html = SHELL.format(
            title=title,
            up=up,
            body=body,
            nav=f"<ol>{nav}</ol>",
            icons=(THEME / "partials/course-icons.html").read_text("utf-8"),
            script="".join(
                f'<script src="{up}{address}" defer></script>'
                for address in (IN_FOLDER, ADDRESS, LATER, PATHS)
            ),
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8")

    def _context(self, address: str) -> Context:
        frame = self.frame(address)
        return Context(
            course=self.course,
            texts=self.texts,
            link=lambda module, anchor: frame.link(f"modules/{module}.md#{anchor}"),
            picture=frame.link,
        )

    def _all_kinds(self) -> str:
        context = self._context("all.md")
        quiz = quiz_of(self.course, "chemical")
        assert quiz
        return "<h1>All kinds</h1>" + "".join(
            render_question(question, context) for question in quiz.questions
        )

    def _module(self, module: Module) -> str:
        address = f"modules/{module.slug}.md"
        placed = "".join(make() for make in placements(self.frame(address), module).values())
        quiz = quiz_of(self.course, module.slug)
        assert quiz
        context = self._context(address)
        sections = "".join(
            f'<h2 id="{section.id.value}">{section.title}</h2>' for section in module.sections
        )
        closing = render_quiz(quiz, closing_questions(module, quiz), context)
        return f"<h1>{module.title.value}</h1>{sections}{placed}{closing}"

    def _home(self) -> str:
        return "".join(self._card(track) for track in self.tracks) + (
            "<p data-course-continue hidden></p>"
        )

    def _card(self, track: Track) -> str:
        steps = "<li></li>" * len(track.modules)
        slugs = " ".join(module.slug for module in track.modules)
        return (
            f'<div data-modules="{slugs}"><p><a href="modules/{track.modules[0].slug}/">'
            f"{track.audience.title}</a> <span data-course-left></span></p>"
            f'<ol class="steps" aria-hidden="true">{steps}</ol></div>'
        )


@pytest.fixture(scope="session")
def bench(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bench")
    Bench(course, root).build()
    return root


@pytest.fixture(autouse=True)
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Visit as a person does, who looks when the page is at rest: all live, all laid out."""
    for name in ("goto", "reload"):
        monkeypatch.setattr(Page, name, _and_rest(getattr(Page, name)))


def _and_rest(go: Callable[..., Any]) -> Callable[..., Any]:
    def gone(page: Page, *args: Any, **options: Any) -> Any:
        answer = go(page, *args, **options)
        for _ in range(200):
            if page.evaluate(AT_REST):
                break
            page.wait_for_timeout(20)
        return answer

    return gone


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, bench: Path) -> Iterator[Visit]:
    """Open a page of the bench; at the end nothing may have gone wrong in its console."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def serve(route: Route) -> None:
        if not route.request.url.startswith(HOST):
            wrong.append(f"asked another host: {route.request.url}")
            route.abort()
            return
        path = bench / urlsplit(route.request.url).path.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        route.fulfill(path=str(path), headers={"Content-Security-Policy": POLICY} | _kind(path))

    def watched(page: Page) -> Page:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None,
        )
        return page

    def go(address: str, *, page: Page | None = None, script: str = "", **options: Any) -> Page:
        if page is None:
            context = chromium.new_context(**options)
            contexts.append(context)
            context.set_default_timeout(5000)
            context.route("**/*", serve)
            if script:
                context.add_init_script(script)
            page = watched(context.new_page())
        page.goto(address if "://" in address else f"{HOST}/{address}")
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []


def _kind(path: Path) -> dict[str, str]:
    kinds = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
    return {"Content-Type": kinds.get(path.suffix, "image/svg+xml")}


@pytest.fixture
def expected() -> Callable[[str, str], None]:
    """Compare with a file of tests/expected; with UPDATE=1 write it."""

    def compare(name: str, text: str) -> None:
        path = TESTS / "expected" / name
        if os.environ.get("UPDATE"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return compare
