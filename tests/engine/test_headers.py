"""A host is told what to send with the pages of a course."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

SMALL = Path(__file__).parents[1] / "checking" / "small_course"
CONFIG = "site_name: T\ntheme:\n  name: material\nplugins: [search, course]\n"

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(SMALL, tmp_path / "course"))
    (copy / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return copy


def built(root: Path, **settings: object) -> Path:
    site = root.parent / "site"
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings))
    return site


def rules(site: Path) -> list[str]:
    return re.findall(r"^/.*", (site / "_headers").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("url", "root_path"), [(None, "/"), ("https://a.example/b/", "/b/")])
def test_what_a_module_needs_first_is_announced_with_it(
    root: Path, url: str | None, root_path: str
) -> None:
    site = built(root, site_url=url)
    assert rules(site) == ["/*", f"{root_path}modules/*"]
    links = re.findall(r"<([^>]+)>; rel=preload", (site / "_headers").read_text("utf-8"))
    named = [link.removeprefix(root_path) for link in links]
    assert "assets/javascripts/course.js" in named
    assert "assets/stylesheets/course.css" in named
    assert all((site / name).is_file() for name in named)
    page = next((site / "modules").glob("*/index.html"))
    text = page.read_text("utf-8")
    asked = {
        urljoin(f"{root_path}modules/x/", at) for at in re.findall(r'="([^"]+\.(?:css|js))"', text)
    }
    assert set(links) <= asked


def test_a_site_that_is_opened_from_a_folder_announces_nothing(root: Path) -> None:
    assert rules(built(root, use_directory_urls=False)) == ["/*"]


def test_a_course_without_a_module_announces_nothing(root: Path) -> None:
    shutil.rmtree(root / "modules")
    shutil.rmtree(root / "quizzes", ignore_errors=True)
    (root / "modules").mkdir()
    assert rules(built(root)) == ["/*"]
