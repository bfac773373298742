"""What a site needs whose pages are opened by a double click."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from coursebuilder.commands.stage import command as stage
from coursebuilder.rendering.offline_search import SHIM, with_shim, write_index_script

SMALL = Path(__file__).parents[1] / "checking" / "small_course"

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning")


def staged(tmp_path: Path, more: str) -> Path:
    """Stage the small course, and build it with nothing but the engine."""
    root = Path(shutil.copytree(SMALL, tmp_path / "course"))
    (root / "mkdocs.yml").write_text(f"site_name: T\nplugins: [search, course]\n{more}", "utf-8")
    tree = tmp_path / "tree"
    done = CliRunner().invoke(stage, [str(tree), str(root)])
    assert done.exit_code == 0, done.output
    build(load_config(str(tree / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
    return tree


def test_our_script_takes_the_place_of_one_from_elsewhere() -> None:
    given = ["https://unpkg.com/iframe-worker/shim", "own.js"]
    assert with_shim(given) == ["own.js", SHIM]


def test_the_index_is_a_script_with_the_same_entries(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text('{"docs": ["ü"]}', "utf-8")
    write_index_script(tmp_path)
    name, _, value = (tmp_path / "search/search_index.js").read_text("utf-8").partition(" = ")
    assert (name, json.loads(value)) == ("var __index", {"docs": ["ü"]})


def test_a_site_without_a_search_has_no_index(tmp_path: Path) -> None:
    write_index_script(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_staged_tree_whose_pages_are_files_searches_offline_and_asks_nobody(
    tmp_path: Path,
) -> None:
    staged(tmp_path, "use_directory_urls: false\n")
    page = (tmp_path / "site/modules/welcome.html").read_text("utf-8")
    assert f'<script src="../{SHIM}">' in page
    assert "unpkg.com" not in page
    assert (tmp_path / "site/search/search_index.js").is_file()


def test_a_staged_tree_for_a_server_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    tree = staged(tmp_path, "")
    settings = yaml.safe_load((tree / "mkdocs.yml").read_text("utf-8"))
    assert settings["plugins"] == ["search"]
    assert "polyfills" not in settings["extra"]
