"""A host is told what to send with the pages of a course."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


def built(root: Path, **settings: object) -> Path:
    site = root.parent / "site"
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings))
    return site


def rules(site: Path) -> list[str]:
    return re.findall(r"^/.*", (site / "_headers").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("url", "root_path"), [(None, "/"), ("https://a.example/b/", "/b/")])
def test_what_a_module_needs_first_is_announced_with_it(
    small_course: Path, url: str | None, root_path: str
) -> None:
    site = built(small_course, site_url=url)
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


def test_a_site_that_is_opened_from_a_folder_announces_nothing(small_course: Path) -> None:
    assert rules(built(small_course, use_directory_urls=False)) == ["/*"]


def test_a_course_without_a_module_announces_nothing(small_course: Path) -> None:
    shutil.rmtree(small_course / "modules")
    shutil.rmtree(small_course / "quizzes")
    (small_course / "modules").mkdir()
    assert rules(built(small_course)) == ["/*"]


def test_a_module_that_the_engine_leaves_out_is_not_read(small_course: Path) -> None:
    assert rules(built(small_course, exclude_docs="modules/")) == ["/*"]
