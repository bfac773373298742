"""The trainer's preview: a module with its slides and notes side by side, and its timing bar.

It is made of the deck, never of the site, and only `course serve --trainer` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coursebuilder.course import Course, Module, minutes_of
from coursebuilder.presenting.agenda import Item
from coursebuilder.presenting.build_deck import deck_of_module
from coursebuilder.presenting.deck import Deck, slides_of
from coursebuilder.presenting.html_blocks import Page, data_uris
from coursebuilder.presenting.paper_data import objective_texts
from coursebuilder.presenting.paper_words import paper_words
from coursebuilder.presenting.slideshow import deck_style, notes_html, slide_html, sprite
from coursebuilder.problem import Problem

THEME = Path(__file__).parent / "theme"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section's part of the timing bar."""

    item: Item
    anchor: str
    left: int
    """Seconds before it."""
    seconds: int
    slides: tuple[tuple[int, int], ...]
    """Of each slide that takes time: the seconds before it, and its own."""


def trainer_page(course: Course, module: Module, problems: Sequence[Problem]) -> str:
    """Write the page of a module: the timing bar, then each section with slides and notes."""
    deck = deck_of_module(course, module)
    page = Page(paper_words(deck.language), data_uris(course))
    goals = objective_texts(course, page.texts)
    numbers = {slide.id: at for at, slide in enumerate(deck.slides, 1)}
    stretches = list(_stretches(deck))
    return page.fill(
        "trainer.html",
        deck=deck,
        problems=problems,
        sprite=sprite(),
        stretches=stretches,
        whole=max(sum(stretch.seconds for stretch in stretches), 1),
        sections=[
            {
                "stretch": stretch,
                "objectives": [goals[name] for name in stretch.item.objectives if name in goals],
                "slides": [
                    {
                        "number": numbers[slide.id],
                        "place": slide.place,
                        "time": f"{slide.seconds // 60}:{slide.seconds % 60:02}",
                        "slide": slide_html(deck, slide, page, numbers[slide.id]),
                        "notes": notes_html(slide, page),
                    }
                    for slide in slides_of(deck, stretch.item.id)
                ],
            }
            for stretch in stretches
        ],
    )


def trainer_index(course: Course) -> str:
    """Write the list of all modules, drafts and translations too, and of the sessions."""
    page = Page(paper_words(course.settings.language), data_uris(course))
    return page.fill(
        "trainer-index.html",
        settings=course.settings,
        language=page.texts.language,
        modules=[(module, minutes_of(module)) for module in course.modules],
    )


@cache
def trainer_style() -> str:
    """Give the styles of these pages: those of the slides, and their own."""
    return deck_style() + (THEME / "trainer.css").read_text("utf-8")


@cache
def trainer_script() -> str:
    """Give the script that loads a page again when its author has saved."""
    return (THEME / "trainer.js").read_text("utf-8")


def _stretches(deck: Deck) -> Iterator[Stretch]:
    for item in deck.agenda.items:
        left = item.start * 60
        slides, at = [], left
        for slide in slides_of(deck, item.id):
            if slide.seconds:
                slides.append((at, slide.seconds))
            at += slide.seconds
        anchor = item.id.partition("/")[2]
        yield Stretch(item, anchor, left, item.minutes * 60, tuple(slides))
