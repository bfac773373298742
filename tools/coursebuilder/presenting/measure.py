"""Measures slides in a real browser: whether each holds its text, in both shapes of a screen."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coursebuilder.course import Course
from coursebuilder.presenting.deck import Deck, Slide
from coursebuilder.presenting.slideshow import SCRIPTS, render_deck
from coursebuilder.problem import Problem, Severity

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
RULE = "slide-overflow"
SECONDS = 120
MEASURED = re.compile(r'<script type="application/json" id="measured">(.*?)</script>', re.DOTALL)
SHAPES = {"16-9": "16:9", "4-3": "4:3"}


@dataclass(frozen=True, slots=True)
class Overflow:
    """A slide that is too small for what stands on it."""

    slide: Slide
    shape: str
    """`16:9` or `4:3`."""
    down: int
    """Pixels below the slide's edge; a line of text has about 42."""
    across: int
    """Pixels beyond its right edge."""


class NoBrowserError(Exception):
    """There is no Chromium on this computer, or it did not answer."""


def find_browser() -> str:
    """Find a Chromium: the one that CHROMIUM names, or one on the path. Raises NoBrowserError."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise NoBrowserError("No Chromium was found. Install it, or name it in CHROMIUM.")
    return found


def measure(deck: Deck, course: Course, browser: str) -> list[Overflow]:
    """Lay every slide out at 1280 by 720 and at 1024 by 768; give those that overflow.

    Raises NoBrowserError where the browser does not start.
    """
    html = render_deck(deck, course, scripts=(*SCRIPTS, "measure.js"))
    slides = {slide.id: slide for slide in deck.slides}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "deck.html"
        file.write_text(html, encoding="utf-8")
        found = MEASURED.search(_laid_out(file, browser))
    if found is None:
        raise NoBrowserError(f"{browser} did not lay the slides out.")
    rows: list[tuple[str, str, int, int]] = json.loads(found[1])
    return [
        Overflow(slides[name], SHAPES[ratio], down, across) for name, ratio, down, across in rows
    ]


def _laid_out(file: Path, browser: str) -> str:
    """Let the browser open a file, and give the document as it then is."""
    command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,900"]
    command += ["--dump-dom", f"--user-data-dir={file.parent / 'profile'}", file.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoBrowserError(f"{browser} could not be started: {error}") from error
    return done.stdout.decode("utf-8", errors="replace")


def problems_of(overflows: Sequence[Overflow]) -> Iterator[Problem]:
    """Say of each slide, once, by how much and in which shape its text does not fit."""
    for slide in dict.fromkeys(overflow.slide for overflow in overflows):
        own = [overflow for overflow in overflows if overflow.slide == slide]
        shapes = " and ".join(
            f"{overflow.shape} by {max(overflow.down, overflow.across)} pixels" for overflow in own
        )
        yield Problem(
            place=slide.place,
            rule=RULE,
            severity=Severity.WARNING,
            message=f"Slide '{slide.title}' does not hold its text: too much at {shapes}. "
            "Shorten it, or write a `slide` block.",
        )
