"""A built site holds of the theme's styles what its pages can use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursebuilder.engine.theme_style import trim_theme
from coursebuilder.memory import Memory, keep, recall

SMALL = Path(__file__).parents[1] / "checking" / "small_course"
CONFIG = (
    "site_name: T\ntheme:\n  name: material\nplugins: [search, course]\n"
    "markdown_extensions: [admonition]\n"
)

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(SMALL, tmp_path / "course"))
    (copy / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return copy


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
    (root / "docs/own.html").write_text("<p class='md-banner'>Own</p>", "utf-8")
    (root / "docs/own.js").write_text("node.className = 'md-version__list'", "utf-8")
    found = styles(root, "site")
    assert ".md-banner{" in found
    assert ".md-version__list{" in found
    assert ".md-consent__inner" not in found


def test_a_preview_keeps_the_theme_s_styles_whole(root: Path) -> None:
    assert ".md-consent__inner" in styles(root, "site", command="serve")


def test_what_was_left_out_before_is_recalled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    site = tmp_path / "site"
    sheet = site / "assets/stylesheets/main.min.css"
    sheet.parent.mkdir(parents=True)
    (site / "index.html").write_text('<p class="a">', "utf-8")
    for _ in range(2):
        sheet.write_text(".a{top:0}.b{top:0}", "utf-8")
        memory = recall(tmp_path, "pages")
        trim_theme(site, {}, memory)
        assert sheet.read_text("utf-8") == ".a{top:0}"
        keep(memory)
    assert memory.now == memory.before
    assert Memory(None).before == {}
