"""A course and a deck on a USB stick, in a real Firefox: firefox.mjs plays them.

No Firefox is a failure, never a skip: `.ci/set-up --for-tests` installs it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from coursebuilder.commands.build import build_site
from coursebuilder.commands.site import checked
from coursebuilder.course import module_of
from coursebuilder.presenting.build_deck import deck_of_module
from coursebuilder.presenting.slideshow import render_deck

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("default::DeprecationWarning"),
]

HERE = Path(__file__).parent
PLAYER = HERE / "firefox.mjs"
EXERCISES = HERE.parent / "data" / "exercises"
CONFIGURATION = "site_name: T\ntheme:\n  name: material\nplugins: [search, course]\n"


def stick(folder: Path) -> tuple[Path, Path]:
    """A site and a deck as the kit holds them, in a folder with a difficult name."""
    root = Path(shutil.copytree(EXERCISES, folder / "course"))
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    course, problems = checked(root, strict=False)
    kit = folder / "Kit (1) ünï & co #2"
    build_site(root / "mkdocs.yml", kit / "site", (course, problems), use_directory_urls=False)
    module = module_of(course, "chemical")
    assert module
    deck = kit / "slides.html"
    deck.write_text(render_deck(deck_of_module(course, module), course), "utf-8")
    return kit / "site", deck


def test_a_course_and_a_deck_work_in_firefox_from_a_folder(tmp_path: Path) -> None:
    firefox = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "Firefox is missing: run `.ci/set-up --for-tests`."
    site, deck = stick(tmp_path)
    command = ["node", str(PLAYER), firefox, site.as_uri(), deck.as_uri()]
    # One Firefox for all promises: to start it takes longer than to keep one.
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=400)
    assert run.returncode == 0, run.stderr
    played = dict(json.loads(line) for line in run.stdout.splitlines())
    assert len(played) > 9
    assert {promise: wrong for promise, wrong in played.items() if wrong} == {}
