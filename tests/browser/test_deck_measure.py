"""Every slide of the real course holds its text, at 16:9 and at 4:3.

`TOO_FULL` holds those that do not, yet. One that fits again has to leave the list.
"""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursebuilder.cli import main
from coursebuilder.course import Course
from coursebuilder.presenting.build_deck import deck_of_module
from coursebuilder.presenting.measure import find_browser, measure
from coursebuilder.reading.read_course import read_course

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/checking/small_course"
TOO_FULL: frozenset[str] = frozenset()
"""Ids of slides that overflow in one of the two shapes."""


@pytest.fixture(scope="module")
def real() -> Course:
    return read_course(ROOT)[0]


@pytest.mark.parametrize("slug", sorted(path.stem for path in (ROOT / "modules").glob("*.md")))
def test_every_slide_holds_its_text(real: Course, slug: str) -> None:
    module = next((module for module in real.modules if module.slug == slug), None)
    assert module
    deck = deck_of_module(real, module)
    found = measure(deck, real, find_browser())
    here = TOO_FULL & {slide.id for slide in deck.slides}
    assert {overflow.slide.id for overflow in found} == here


def test_the_command_names_an_overfull_slide_with_its_place(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "course"))
    module = root / "modules/welcome.md"
    slide = "\n/// slide\n" + "A long line that goes on and on for ever.\n\n" * 30 + "///\n"
    module.write_text(module.read_text("utf-8") + slide, encoding="utf-8")
    arguments = ["present", "welcome", str(root), "--no-open", "--measure"]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert "modules/welcome.md:14:1: warning: Slide 'Start' does not hold its text" in done.output
    assert "16:9 by" in done.output


def test_the_command_is_content_where_all_fits(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "course"))
    done = CliRunner().invoke(main, ["present", "welcome", str(root), "--no-open", "--measure"])
    assert done.exit_code == 0
    assert "Every slide holds its text" in done.output
