"""A module in another language: a page beside its source, one place in the course."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from coursebuilder.course import Course, module_of
from coursebuilder.presenting.build_deck import deck_of_module
from coursebuilder.record import differences, read_record
from coursebuilder.rendering.course_script import LATER, words_address
from coursebuilder.rendering.markdown import render_markdown
from coursebuilder.rendering.pages import compile_site
from coursebuilder.rendering.site import Site, page_at
from coursebuilder.rendering.texts import name_of

Make = Callable[..., Course]

SPANISH = """
---
title: El primero
summary: Lo que viene primero.
objectives:
  spot: Ver la señal
reviewed: 2026-11-20
translates: one
language: es-US
translated_from: 000000-000000
---

## Lo que usted ve {#see minutes=6 priority=must objectives="spot"}

El texto, con EAR y una fuente [@rule].

/// question | q-puesta
///

![Una imagen](images/es.svg)
"""
QUIZ = """
questions:
  - id: q-puesta
    objective: spot
    statement: Esta está en el texto.
    answer: true
    redflags: [cash]
  - id: q-cierre
    objective: spot
    ask: ¿Cuánto es?
    number: 1.5
"""
FILES = {"modules/uno.md": SPANISH, "quizzes/uno.yml": QUIZ, "modules/images/es.svg": "<svg/>"}


@pytest.fixture
def course(make: Make) -> Course:
    return make(FILES)


@pytest.fixture
def site(course: Course) -> Site:
    return compile_site(course)


def html_of(site: Site, address: str) -> str:
    page = page_at(site, address)
    assert page is not None, address
    return render_markdown(page.markdown, page.frame)


def index_of(site: Site) -> dict[str, list[dict[str, object]]]:
    found = re.search(r"coursebuilder\.index, (.*)\);\n", site.made_files[LATER])
    assert found
    index: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return index


def test_both_pages_lead_to_the_other_in_its_own_language(site: Site) -> None:
    english, spanish = html_of(site, "modules/one.md"), html_of(site, "modules/uno.md")
    there = '<a href="../uno/" lang="es-US" hreflang="es-US">Español: El primero</a>'
    assert there in english
    back = '<a href="../one/" lang="en" hreflang="en">English: The first</a>'
    assert back in spanish
    assert there not in spanish
    assert "hreflang" not in html_of(site, "modules/two.md")


def test_a_translation_speaks_its_language_throughout(site: Site) -> None:
    html = html_of(site, "modules/uno.md")
    for text in ("Módulo 1 de 2", "20 de noviembre de 2026", "usted puede", "Fuentes de esta"):
        assert text in html
    assert '<bdi lang="en">The second</bdi>' in html
    page = page_at(site, "modules/uno.md")
    assert page
    assert (page.meta["language"], page.meta["slug"], page.meta["place"]) == ("es-US", "one", 0)


def test_registers_in_the_course_s_language_are_not_quoted_on_a_translation(site: Site) -> None:
    html = html_of(site, "modules/uno.md")
    assert "The export rules." not in html
    assert "The buyer offers cash." not in html


def test_numbers_are_read_as_the_translation_s_readers_write_them(make: Make) -> None:
    for language, mark in (("es-US", "."), ("es", ",")):
        text = SPANISH.replace("es-US", language)
        html = html_of(compile_site(make({**FILES, "modules/uno.md": text})), "modules/uno.md")
        assert f'"decimal": "{mark}"' in unescape(html)


def test_the_browser_s_words_come_before_the_script_that_says_them(site: Site) -> None:
    assert f'<script src="../../{words_address("es")}"></script>' in html_of(site, "modules/uno.md")
    script = site.made_files[words_address("es")]
    found = re.fullmatch(r"\(window\.coursebuilder \|\|= \{\}\)\.words = (.*);\n", script)
    assert found
    words = json.loads(found[1])
    assert words["language"] == "es-US"
    assert words["texts"]["check"] == "Comprobar"
    assert "own.due-none" not in words["texts"]
    assert words_address("es") not in html_of(site, "modules/one.md")


def test_a_course_without_translations_has_no_words_of_others(make: Make) -> None:
    site = compile_site(make())
    assert not [address for address in site.made_files if "words-" in address]
    assert "also" not in index_of(site)["modules"][0]


def test_a_translation_has_no_place_of_its_own_in_the_course(site: Site) -> None:
    index = index_of(site)
    assert [module["slug"] for module in index["modules"]] == ["one", "two"]
    others: Any = index["modules"][0]["also"]
    other = others[0]
    assert other["url"] == "modules/uno/"
    assert (len(other["alone"].split()), len(other["quiz"].split())) == (1, 1)
    theme = site.theme["modules"]
    assert [(each["slug"], len(each["others"])) for each in theme] == [  # type: ignore[attr-defined]
        ("one", 1),
        ("two", 0),
    ]
    assert site.theme["minutes"] == 10
    assert "uno" not in html_of(site, "audiences/desk.md")


def test_what_a_translation_shows_is_on_the_site(site: Site) -> None:
    assert [asset.address for asset in site.assets] == ["modules/images/es.svg"]
    assert [e.address for e in site.nav[1].entries] == [
        "modules/one.md",
        "modules/uno.md",
        "modules/two.md",
    ]


def test_what_was_missed_in_a_translation_comes_back_in_its_language(site: Site) -> None:
    html = html_of(site, "review.md")
    assert '<b lang="es-US">Esta está en el texto.</b>' in html
    assert '<span lang="es-US">El primero</span>' in html
    assert "modules/uno/#q-q-puesta" in html.replace("../", "")
    assert "<b>This one is placed.</b>" in html


def test_a_record_counts_a_translation_for_its_source_s_objective(
    site: Site, course: Course
) -> None:
    found = re.search(r'data-items="([^"]*)"', html_of(site, "record.md"))
    assert found
    items = {item[0]: item for item in json.loads(unescape(found[1]))}
    assert items["q-puesta"][2:] == ["one/spot", 1]
    record = read_record(
        json.dumps(
            {
                "format": "course-record",
                "version": 1,
                "course": {"id": "small", "version": "2026.11", "hash": ""},
                "path": "desk",
                "completed": "2026-11-21",
                "objectives": [{"id": "one/spot", "questions": 1, "share": 1}],
                "questions": [{"id": "q-puesta", "hash": items["q-puesta"][1], "first": 1}],
            }
        )
    )
    assert record
    told = list(differences(record, course))
    assert [each for each in told if "mark is" not in each] == []


def test_a_draft_of_a_translation_is_seen_in_a_preview_alone(make: Make) -> None:
    text = SPANISH.replace("translates:", "status: draft\ntranslates:")
    course = make({**FILES, "modules/uno.md": text})
    assert page_at(compile_site(course), "modules/uno.md") is None
    preview = compile_site(course, preview=True)
    assert page_at(preview, "modules/uno.md")
    assert [e.title for e in preview.nav[1].entries] == ["The first", "El primero", "The second"]


def test_a_translation_of_no_module_of_the_site_is_not_on_it(make: Make) -> None:
    course = make({**FILES, "modules/uno.md": SPANISH.replace("translates: one", "translates: x")})
    assert page_at(compile_site(course), "modules/uno.md") is None


def test_a_language_is_called_by_its_own_name() -> None:
    assert [name_of(code) for code in ("en-GB", "es-MX", "fr")] == ["English", "Español", "fr"]


def test_a_deck_speaks_the_translation_s_language(course: Course) -> None:
    module = module_of(course, "uno")
    assert module
    assert deck_of_module(course, module).language == "es-US"
