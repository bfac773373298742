"""A built site holds of the theme's styles what its pages can use."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursebuilder.engine import theme_style
from coursebuilder.engine.theme_style import trim_theme
from coursebuilder.memory import Memory

SHEET = "assets/stylesheets/main.1.min.css"

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(small_course: Path) -> Path:
    with (small_course / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("markdown_extensions: [admonition]\n")
    return small_course


def styles(root: Path, name: str, *, command: str = "build") -> str:
    """The theme's styles in the built site."""
    site = root.parent / name
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)
    return next((site / "assets/stylesheets").glob("main.*.css")).read_text("utf-8")


def test_what_no_page_holds_is_left_out_and_comes_when_a_page_holds_it(root: Path) -> None:
    before = styles(root, "before")
    assert ".admonition.bug" not in before
    assert ".md-search-result__item" in before
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/more.md").write_text('# More\n\n!!! bug "Seen"\n    It is told.\n', "utf-8")
    assert ".admonition.bug" in styles(root, "after")


def test_an_author_s_own_html_and_script_are_counted_in(root: Path) -> None:
    (root / "docs").mkdir(exist_ok=True)
    own = "<p class='md-banner'>Own</p><script>make('kbd')</script>"
    (root / "docs/own.html").write_text(own, "utf-8")
    (root / "docs/own.js").write_text("node.className = 'md-version__list'", "utf-8")
    found = styles(root, "site")
    assert ".md-banner{" in found
    assert ".md-version__list{" in found
    assert ".md-typeset kbd{" in found
    assert ".md-consent__inner" not in found


def test_an_element_that_no_page_holds_is_left_out_and_comes_when_a_page_holds_it(
    root: Path,
) -> None:
    before = styles(root, "before")
    assert ".md-typeset kbd" not in before
    assert "[dir=rtl]" not in before
    assert "[dir=ltr]" in before
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/more.md").write_text("# More\n\nPress <kbd>F5</kbd>.\n", "utf-8")
    assert ".md-typeset kbd" in styles(root, "after")


def test_what_a_feature_of_the_theme_shows_comes_with_it(root: Path) -> None:
    assert ".md-tooltip2" not in styles(root, "before")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("theme:\n  name: material\n  features: [content.tooltips]\n")
    assert ".md-tooltip2" in styles(root, "after")


def test_an_icon_that_no_style_shows_is_left_out(root: Path) -> None:
    before = styles(root, "before")
    assert "--md-admonition-icon--bug" not in before
    assert "--md-search-result-icon" in before
    (root / "docs").mkdir(exist_ok=True)
    own = "body { content: var(--md-admonition-icon--bug) }"
    (root / "docs/own.css").write_text(own, "utf-8")
    (root / "docs/own.html").write_text("<p style='top:var(--md-clipboard-icon)'>", "utf-8")
    after = styles(root, "after")
    assert "--md-admonition-icon--bug:" in after
    assert "--md-clipboard-icon:" in after


def test_a_preview_keeps_the_theme_s_styles_whole(root: Path) -> None:
    assert ".md-consent__inner" in styles(root, "site", command="serve")


def test_an_author_s_own_style_sheet_stays_as_it_is(root: Path) -> None:
    own = root / "docs/assets/stylesheets/own.min.css"
    own.parent.mkdir(parents=True)
    own.write_bytes(b".nowhere { content: '\xe9' }")
    styles(root, "site")
    assert (root.parent / "site/assets/stylesheets/own.min.css").read_bytes() == own.read_bytes()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, with the theme's sheet before anything is left out."""
    folder = tmp_path / "site"
    (folder / "assets/stylesheets").mkdir(parents=True)
    (folder / "index.html").write_text('<p class="a">', "utf-8")
    (folder / SHEET).write_text(".a{top:0}.b{top:0}", "utf-8")
    (folder / f"{SHEET}.map").write_text("{}", "utf-8")
    return folder


def test_a_lean_sheet_leaves_no_map_that_does_not_fit(site: Path) -> None:
    trim_theme(site, frozenset(), (), Memory(None))
    assert (site / SHEET).read_text("utf-8") == ".a{top:0}"
    assert not (site / f"{SHEET}.map").exists()


def test_what_was_made_before_is_recalled(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(site.parent / "never-written")
    before = (site / SHEET).read_text("utf-8")
    trim_theme(site, frozenset(), (), memory)
    monkeypatch.setattr(theme_style, "lean_style", pytest.fail)
    (site / SHEET).write_text(before, "utf-8")
    trim_theme(site, frozenset(), (), memory)
    assert (site / SHEET).read_text("utf-8") == ".a{top:0}"
