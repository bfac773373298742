"""The words of a trainer's outputs, in each language that the site speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from coursebuilder.course import Course, module_of
from coursebuilder.presenting import kit_words, paper_words, words
from coursebuilder.presenting.build_deck import deck_of_module
from coursebuilder.presenting.deck import Deck
from coursebuilder.presenting.leaflets import run_of_show
from coursebuilder.presenting.paper import PaperKind, print_paper
from coursebuilder.presenting.paper_data import Print
from coursebuilder.presenting.powerpoint import write_powerpoint
from coursebuilder.presenting.slideshow import render_deck
from coursebuilder.rendering.texts import languages

CATALOGUES = {
    "slides": (words.FOLDER, "{}.yml"),
    "paper": (paper_words.FOLDER, "{}.yml"),
    "kit": (kit_words.FOLDER, "kit-{}.yml"),
}
OTHERS = sorted(set(languages()) - {"en"})


def catalogue(name: str, language: str) -> Mapping[str, Any]:
    folder, pattern = CATALOGUES[name]
    entries: dict[str, Any] = yaml.safe_load(
        (Path(folder) / pattern.format(language)).read_text("utf-8")
    )
    return entries


def places(text: object) -> set[str]:
    parts = text if isinstance(text, list) else [text]
    return {name for part in parts for _, name, _, _ in Formatter().parse(part) if name}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", CATALOGUES)
def test_a_language_lacks_no_text_and_has_none_too_many(name: str, language: str) -> None:
    assert list(catalogue(name, language)) == list(catalogue(name, "en"))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", CATALOGUES)
def test_a_translation_fills_in_the_same_values(name: str, language: str) -> None:
    english = catalogue(name, "en")
    for key, text in catalogue(name, language).items():
        assert places(text) == places(english[key]), key
        if isinstance(text, list):
            assert len(text) == len(english[key]), key


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", CATALOGUES)
def test_a_translation_is_not_the_english_text(name: str, language: str) -> None:
    english = catalogue(name, "en")
    same = [
        key
        for key, text in catalogue(name, language).items()
        if text == english[key] and len(re.findall(r"[a-z]{3,}", re.sub(r"{\w+}", "", str(text))))
    ]
    assert set(same) <= {"deck.p.plan", "deck.p.planned", "deck.p.real", "deck.live.saves"}


@pytest.mark.parametrize("language", languages())
def test_the_sheet_spells_a_word_in_four_steps(language: str) -> None:
    texts = paper_words.paper_words(language)
    steps = [texts(f"paper.sheet-{step}") for step in "stop"]
    assert all(step.count("|") == 1 for step in steps)
    assert "".join(step[0] for step in steps) == {"en": "STOP", "es": "ALTO"}[language]
    assert texts("paper.feedback-scale").count("|") == 4


@pytest.mark.parametrize("language", OTHERS)
def test_every_output_speaks_the_course_s_language(course: Course, language: str) -> None:
    spoken = replace(course, settings=replace(course.settings, language=language))
    module = module_of(spoken, "room")
    assert module
    deck = deck_of_module(spoken, module)
    assert f'<html lang="{language}">' in render_deck(deck, spoken)
    assert write_powerpoint(deck, spoken)
    for kind in PaperKind:
        assert f"/Lang({language})".encode() in print_paper(kind, deck, spoken)


@pytest.mark.parametrize("language", OTHERS)
def test_the_paper_of_a_translated_module_speaks_its_language(
    room: Deck, course: Course, language: str
) -> None:
    spoken = replace(room, language=language)
    for kind in (PaperKind.WORKBOOK, PaperKind.SIGN_IN):
        assert f"/Lang({language})".encode() in print_paper(kind, spoken, course)
    values = dict.fromkeys(("session", "start", "end", "arrive", "doors", "packed"), "9")
    words_of_kit = kit_words.kit_words(language, values)
    leaflet = run_of_show(spoken, course, words_of_kit, Print(start=time(9)))
    assert f"/Lang({language})".encode() in leaflet


def test_a_country_s_variant_takes_the_language() -> None:
    assert words.words_in("es-MX")("deck.notes") == "Notas"
    assert paper_words.paper_words("es-MX")("paper.agenda") == "Programa"
