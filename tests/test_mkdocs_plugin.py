"""The MkDocs door: what `mkdocs build` and `mkdocs serve` make of a course."""

from __future__ import annotations

import filecmp
import gzip
import json
import logging
import re
import shutil
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from coursebuilder.engine.navigation import nav_of
from coursebuilder.mkdocs_plugin import CoursePlugin
from coursebuilder.rendering.course_script import ADDRESS
from coursebuilder.rendering.site import Entry

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(small_course: Path) -> Path:
    return small_course


def configured(root: Path, site: Path, **settings: object) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings)


def built(root: Path, *, command: str = "build", **settings: object) -> Path:
    """Build the site, as `mkdocs build` does, or for a preview."""
    site = root.parent / f"site-{command}"
    config = configured(root, site, **settings)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)
    return site


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def everything(site: Path) -> str:
    """All text of a site, the compressed map included."""
    texts = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            texts.append((gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("latin-1"))
    return "\n".join(texts)


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(old + text, encoding="utf-8")


def test_a_course_without_a_mistake_builds_in_strict_mode(root: Path) -> None:
    site = built(root, strict=True)
    html = page(site, "modules/welcome")
    assert "<course-question" in html
    assert f'src="../../{ADDRESS}" fetchpriority' in html
    assert 'class="md-tabs"' in html


def test_a_picture_in_a_module_says_its_size_in_every_kind_of_build(root: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'
    add(root / "modules/images/a drawing.svg", drawing)
    add(root / "modules/welcome.md", "\n![A drawing](images/a%20drawing.svg)\n")
    sized = (
        '<img loading="lazy" width="30" height="20" alt="A drawing" src="{}images/a%20drawing.svg"'
    )
    assert sized.format("../") in page(built(root, strict=True), "modules/welcome")
    assert sized.format("../") in page(built(root, command="serve"), "modules/welcome")
    flat = built(root, use_directory_urls=False) / "modules/welcome.html"
    assert sized.format("") in flat.read_text("utf-8")


PLANTED = {
    "modules/welcome.md": """

## Leaks {#leaks minutes=1 objectives=""}

/// trainer
Planted-none.
///

/// trainer | Ask
Planted-ask with a [link](../about.md) and `planted-code`.
///

/// trainer | Say
- Planted-say
///

/// trainer | Do
| Planted-do |
| --- |
| Planted-do-cell |
///

/// trainer | Watch
```
Planted-watch
```
///

/// slide
![Planted-slide-picture](images/planted-slide.svg)

- Planted-slide
///

//// details | More
/// trainer
Planted-nested
///
////

!!! note "A callout"
    /// trainer | Ask
    Planted-callout
    ///

<!-- Planted-comment -->
""",
    "modules/images/planted-slide.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "modules/planted-notes.txt": "Planted-file",
    "modules/planted-draft.md": """---
title: Planted-draft
summary: Planted-draft-summary
objectives:
  o: Planted-draft-objective
reviewed: 2026-11-20
status: draft
---

## Planted-draft-section {#s minutes=1 objectives="o"}

Planted-draft-text.
""",
    "quizzes/planted-draft.yml": """questions:
  - id: planted-draft-question
    objective: o
    statement: Planted-draft-statement
    answer: true
""",
    "quizzes/planted-unplaced.yml": """title: Planted-scenario
objective: welcome/spot
start: a
scenes:
  a:
    text: Planted-scene
    end: good
""",
}


@pytest.mark.parametrize("broken", ["", "\n/// Trainer\nPlanted-malformed.\n///\n"])
def test_nothing_for_the_trainer_reaches_the_site(root: Path, broken: str) -> None:
    for name, text in PLANTED.items():
        add(root / name, text)
    add(root / "modules/welcome.md", broken)
    add(
        root / "modules/course.yml",
        "\n# Planted-remark\n",
    )
    site = built(root)
    found = re.findall(
        r"planted[\w-]*", everything(site) + str(list(site.rglob("*"))), re.IGNORECASE
    )
    assert not found
    assert "Leaks" in page(site, "modules/welcome")


def test_the_questions_are_not_in_the_search(root: Path) -> None:
    add(
        root / "quizzes/welcome.yml",
        "  - id: sought\n    objective: spot\n    statement: Findable-statement\n    answer: true\n"
        "    why: Findable-reason\n",
    )
    site = built(root)
    assert "Findable-reason" in page(site, "modules/welcome")
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "Findable" not in index
    titles = {entry["title"] for entry in json.loads(index)["docs"]}
    assert {"Glossary", "Contacts"} & titles
    assert not any("course-slot" in entry["text"] for entry in json.loads(index)["docs"])


def test_two_builds_give_the_same_bytes(root: Path) -> None:
    first = built(root)
    second = Path(shutil.move(first, first.with_name("first")))
    first, second = second, built(root)
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(p.relative_to(second) for p in second.rglob("*") if p.is_file())
    same, different, failed = filecmp.cmpfiles(first, second, [str(n) for n in names], False)
    assert not different
    assert not failed
    assert len(same) == len(names)


def test_a_page_asks_no_other_host_for_anything(root: Path) -> None:
    site = built(root)
    asked = re.compile(
        r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)"""
        r"""|<link\b(?![^>]*rel=["']?(?:canonical|next|prev|alternate))[^>]*\bhref=["']?([^"'\s>]+)"""
        r"""|@import\s+["']?([^"';)]+)|url\(\s*["']?([^"')]+)"""
    )
    for path in site.rglob("*"):
        if path.suffix in {".html", ".css"}:
            for groups in asked.findall(path.read_text(encoding="utf-8")):
                address = next(filter(None, groups))
                assert urlsplit(address).scheme in {"", "data"}, f"{path}: {address}"
                assert not address.startswith("//"), f"{path}: {address}"


def test_a_page_has_no_inline_style_handler_or_script_link(root: Path) -> None:
    site = built(root)
    for path in site.rglob("*.html"):
        html = re.sub(r"<script.*?</script>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"<[^>]*\s(?:style|on[a-z]+)\s*=", html), path
        assert "javascript:" not in html, path


def test_every_page_says_that_it_is_independent(root: Path) -> None:
    for path in built(root).rglob("*.html"):
        assert "Not an official U.S. government site. Not legal advice." in path.read_text("utf-8")


def test_an_error_stops_a_strict_build_and_names_its_place(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add(root / "modules/welcome.md", "\nA claim [@nix].\n")
    with caplog.at_level(logging.INFO), pytest.raises(Abort, match="strict"):
        built(root, strict=True)
    assert re.search(r"modules/welcome\.md:\d+:\d+: error: .*nix", caplog.text)
    built(root)


@pytest.mark.parametrize(("level", "is_built"), [("error", False), ("hint", True), ("off", True)])
def test_what_is_set_for_rules_holds_in_a_plain_build(
    root: Path, caplog: pytest.LogCaptureFixture, level: str, is_built: bool
) -> None:
    add(root / "modules/welcome.md", "\nYou shall ask.\n")
    enough = (root / "mkdocs.yml").read_text("utf-8")
    assert "plugins: [search, course]" in enough
    ours = f"plugins: [search, {{course: {{rules: {{shall: {level}}}}}}}]"
    text = enough.replace("plugins: [search, course]", ours)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    with caplog.at_level(logging.INFO), nullcontext() if is_built else pytest.raises(Abort):
        built(root, strict=True)
    assert (f": {level}: 'shall'" in caplog.text) == (level != "off")


def test_a_preview_shows_a_mistake_and_a_correction_takes_it_away(root: Path) -> None:
    module = root / "modules/welcome.md"
    text = module.read_text(encoding="utf-8")
    add(module, "\nA claim [@nix].\n")
    assert "There is no source" in page(built(root, command="serve"), "modules/welcome")
    module.write_text(text, encoding="utf-8")
    assert "There is no source" not in page(built(root, command="serve"), "modules/welcome")


def test_one_plugin_serves_build_after_build(root: Path) -> None:
    site = root.parent / "site"
    config = configured(root, site)
    plugin = config.plugins["course"]
    config.plugins.on_startup(command="serve", dirty=False)
    for title in ("Once", "Twice"):
        again = configured(root, site)
        again.plugins = config.plugins
        again["plugins"] = config.plugins
        add(root / "docs/about.md", f"\n{title}\n")
        build(again, serve_url="http://127.0.0.1:8000/")
        assert title in page(site, "about")
    assert config.plugins["course"] is plugin


CHANGES = {
    "modules/welcome.md": "\nA new line. [@nix]\n",
    "modules/glossary.yml": "badge: What a visitor shows.\n",
    "modules/sources.yml": "\nadded:\n  title: A\n  publisher: B\n  accessed: 2026-11-20\n"
    "  confidence: seen\n",
    "quizzes/welcome.yml": "  - id: added\n    objective: spot\n    statement: An added one.\n"
    "    answer: true\n",
    "docs/about.md": "\nA new line.\n",
    "docs/added.md": "# An added page\n",
}


@pytest.mark.parametrize("changed", CHANGES)
def test_a_preview_that_remembers_shows_what_a_fresh_one_shows(root: Path, changed: str) -> None:
    def pages() -> dict[str, str]:
        site = built(root, command="serve")
        return {str(p.relative_to(site)): p.read_text("utf-8") for p in site.rglob("*.html")}

    before = pages()
    assert pages() == before
    add(root / changed, CHANGES[changed])
    remembered = pages()
    plugin = configured(root, root.parent / "site").plugins["course"]
    assert isinstance(plugin, CoursePlugin)
    assert plugin.rendered.pages
    plugin.rendered.pages.clear()
    assert pages() == remembered
    assert remembered != before


BROKEN = {
    "no course.yml": lambda root: (root / "modules/course.yml").unlink(),
    "an empty course.yml": lambda root: (root / "modules/course.yml").write_text(""),
    "a list for a course": lambda root: (root / "modules/course.yml").write_text("- a\n- b\n"),
    "an empty module": lambda root: (root / "modules/welcome.md").write_text(""),
    "a module of bytes": lambda root: (root / "modules/welcome.md").write_bytes(b"\xff\xfe\x00"),
    "a page of bytes": lambda root: (root / "docs/about.md").write_bytes(b"\xff\xfe\x00\xe9"),
    "a quiz of bytes": lambda root: (root / "quizzes/welcome.yml").write_bytes(b"\xff\xfe\x00"),
    "a quiz that is a text": lambda root: (root / "quizzes/welcome.yml").write_text("hello"),
    "an unclosed list": lambda root: (root / "quizzes/welcome.yml").write_text("a: [b\nc: }"),
    "a register that is a list": lambda root: (root / "modules/sources.yml").write_text("- a"),
    "no modules": lambda root: shutil.rmtree(root / "modules"),
    "no quizzes": lambda root: shutil.rmtree(root / "quizzes"),
    "no front matter": lambda root: (root / "modules/welcome.md").write_text("## A {#a}\n\nB\n"),
    "open front matter": lambda root: (root / "modules/welcome.md").write_text("---\ntitle: A\n"),
    "front matter that is no YAML": lambda root: (root / "docs/about.md").write_text(
        "---\ntitle: a: b: [c\n---\n\n# About\n"
    ),
    "an end alone": lambda root: add(root / "modules/welcome.md", "\n///\n\n/// case\n"),
    "blocks in blocks": lambda root: add(
        root / "modules/welcome.md", "\n//// details | a\n/// case | b\n/// tab | c\n////\n"
    ),
    "slashes": lambda root: add(root / "modules/welcome.md", "\n/// \n//////////// x\n/// | y\n"),
    "signs of the engine": lambda root: add(
        root / "modules/welcome.md", "\n\x02wzxhzdk:0\x03 \ue000cite:x\ue001 \ue004\n"
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_preview_never_dies_of_an_authors_mistake(root: Path, broken: str) -> None:
    BROKEN[broken](root)
    site = built(root, command="serve")
    assert (site / "index.html").is_file()


def test_an_authors_own_navigation_stays_and_ours_follows(root: Path) -> None:
    add(root / "mkdocs.yml", "\nnav:\n  - First: about.md\n  - Flags: [red-flags.md]\n")
    html = page(built(root), "about")
    tabs = re.findall(r'class="course-nav__tab" href="([^"]*)"', html)
    assert tabs[:2] == ["./", "../red-flags/"]
    assert "../modules/welcome/" in tabs
    assert tabs.count("../red-flags/") == 1


def test_an_entry_of_the_navigation_is_listed_once() -> None:
    entries = [
        Entry(title="Home", address="index.md"),
        Entry(title="More", entries=(Entry(title="A", address="a.md"),)),
    ]
    assert nav_of(entries, None) == [{"Home": "index.md"}, {"More": [{"A": "a.md"}]}]
    assert nav_of(entries, [{"X": ["a.md"]}, "index.md"]) == [{"X": ["a.md"]}, "index.md"]


def test_pages_that_the_engine_leaves_out_are_not_in_the_navigation(root: Path) -> None:
    add(root / "docs/hidden/secret.md", "# Secret-page\n")
    add(root / "mkdocs.yml", "\nexclude_docs: hidden/\n")
    assert "Secret-page" not in everything(built(root, strict=True))


def test_pages_without_folders_of_their_own_work_too(root: Path) -> None:
    site = built(root, use_directory_urls=False, strict=True)
    html = (site / "modules/welcome.html").read_text(encoding="utf-8")
    assert f'src="../{ADDRESS}" fetchpriority' in html
    for link in re.findall(r'href="([^"#:]+)"', html):
        assert (site / "modules" / link).is_file(), link


def test_an_address_that_is_not_there_has_a_way_on(root: Path) -> None:
    html = (built(root, strict=True) / "404.html").read_text("utf-8")
    assert "<h1>This page is not here</h1>" in html
    assert "<title>This page is not here" in html
    article = html[html.index("<article") : html.index("</article>")]
    assert re.findall(r'href="([^"]+)"', article) == [
        "/.",
        "/red-flags/",
        "/contacts/",
        "/glossary/",
    ]


def test_links_within_the_site_reach_a_file(root: Path) -> None:
    site = built(root, strict=True)
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        for link in re.findall(r'(?:href|src)="([^"#:?]+)[^":]*"', path.read_text("utf-8")):
            target = path.parent / link
            assert target.is_file() or (target / "index.html").is_file(), f"{path}: {link}"


def test_an_authors_edit_link_leads_to_the_file_of_the_course(root: Path) -> None:
    add(root / "mkdocs.yml", "\nrepo_url: https://git.example/c\nedit_uri: edit/main/docs/\n")
    config = configured(root, root.parent / "site")
    build(config)
    plugin = config.plugins["course"]
    assert isinstance(plugin, CoursePlugin)
    assert any(p.source_path == "modules/welcome.md" for p in plugin.pages.values())


def test_the_side_list_names_a_page_once(root: Path) -> None:
    html = page(built(root), "progress")
    drawer = html[
        html.index("course-nav__tabs") : html.index("</nav>", html.index("course-nav__tabs"))
    ]
    assert drawer.count(">Your progress<") == 2, "once as a tab, once in the list below"


def test_another_theme_gets_plain_pages(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    (root / "mkdocs.yml").write_text(
        "site_name: T\ntheme: mkdocs\nplugins: [search, course]\n", encoding="utf-8"
    )
    with caplog.at_level(logging.INFO):
        html = page(built(root), "modules/welcome")
    assert "<course-question" in html
    assert "name: material" in caplog.text


def test_what_changes_is_watched(root: Path) -> None:
    config = configured(root, root.parent / "site")
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    assert {Path(path).name for path in config.watch} >= {"modules", "quizzes"}


def test_the_real_course_builds(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(configured(ROOT, site))
    assert "The order looks fine." in (site / "index.html").read_text(encoding="utf-8")
    assert not (site / "contributing").exists()
    assert not (site / "authoring").exists()
