"""The deck as one HTML file: whole in itself, under its policy, the same bytes each time."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from coursebuilder.course import Course
from coursebuilder.presenting.blocks import Bullets, Item, Picture, Quotation, Run
from coursebuilder.presenting.deck import Deck, Notes, Slide, SourceNote
from coursebuilder.presenting.html_blocks import NO_PICTURE, Page, data_uris, runs_html
from coursebuilder.presenting.slideshow import render_deck
from coursebuilder.presenting.words import words_in

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@pytest.fixture(scope="module")
def html(room: Deck, course: Course) -> str:
    return render_deck(room, course)


def test_the_same_deck_makes_the_same_bytes(html: str, room: Deck, course: Course) -> None:
    assert render_deck(room, course) == html


def test_the_file_asks_for_nothing_else(html: str) -> None:
    assert not re.findall(r"""(?:src|srcset)=["'](?!data:)[^"']*""", html)
    assert not re.findall(r"<link|@import|url\((?!data:)", html)
    assert all(
        address.startswith(("#", "https:", "tel:", "mailto:"))
        for address in re.findall(r'\shref="([^"]*)"', html)
    )


def test_the_policy_allows_what_is_in_the_file_and_nothing_else(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;")
    for text in [*SCRIPT.findall(html), *STYLE.findall(html)]:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1]
    assert len(SCRIPT.findall(html)) == 3
    assert not re.findall(
        r"\s(?:style|on\w+)=", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    )


def test_notes_and_answers_are_in_the_trainer_s_file(html: str) -> None:
    for sentinel in ("SENTINEL-ASK", "SENTINEL-NOTE", "SENTINEL-DO", "SENTINEL-WATCH"):
        assert sentinel in html
    assert "For the trainer" in html


def test_the_data_for_the_scripts_is_json_without_tags(html: str, room: Deck) -> None:
    found = re.search(r'<script type="application/json" id="deck-data">(.*?)</script>', html)
    assert found
    data = json.loads(found[1])
    assert len(data["slides"]) == len(room.slides)
    assert [item["minutes"] for item in data["items"]] == [6, 5, 12, 4, 1]
    assert set(data["skips"]) == {"room/shown", "room/all", "room/play", "room/words"}
    assert "<" not in found[1]


def test_what_an_author_types_is_text(course: Course, room: Deck) -> None:
    nasty = "</script><img src=x onerror=alert(1)>"
    slide = replace(room.slides[0], title=nasty, heading=(Run(nasty),), body=())
    html = render_deck(replace(room, title=nasty, slides=(slide,)), course)
    assert "<img src=x" not in html


def test_every_slide_has_its_heading_and_its_number(html: str, room: Deck) -> None:
    for number in range(1, len(room.slides) + 1):
        assert f'id="slide-{number}-h"' in html
        assert f"<span>{number} / {len(room.slides)}</span>" in html


def test_a_slide_without_notes_has_no_place_for_them(course: Course, room: Deck) -> None:
    slide: Slide = replace(room.slides[2], notes=Notes(), sources=())
    html = render_deck(replace(room, slides=(slide,)), course)
    assert '<aside class="notes"' not in html


def test_sources_say_what_was_not_verified_and_the_foot_names_three(
    course: Course, room: Deck
) -> None:
    sources = tuple(
        SourceNote(f"s{at}", "p. 1", f"Title {at}", f"Office {at}", "2025-03", "unverified")
        for at in range(5)
    )
    slide = replace(room.slides[2], sources=sources)
    html = render_deck(replace(room, slides=(slide,)), course)
    assert "Office 0 2025 (not verified)" in html
    assert "Title 4, Office 4, March 2025, p. 1 (not verified)" in html
    assert "Office 4 2025" not in html


def test_a_deck_in_another_language_falls_back_to_english(course: Course, room: Deck) -> None:
    html = render_deck(replace(room, language="xx"), course)
    assert '<html lang="xx">' in html
    assert "Presenter window" in html


def test_a_picture_that_is_not_there_leaves_its_alt_text(course: Course) -> None:
    uri = data_uris(course)
    assert uri("modules/images/none.svg") == NO_PICTURE
    assert uri("../outside.svg") == NO_PICTURE
    assert uri("modules/images/two.svg").startswith("data:image/svg+xml;base64,")


def test_runs_nest_their_marks() -> None:
    run = Run("a\n<b>", strong=True, emphasis=True, code=True, link="https://a.example")
    assert runs_html((run,)) == (
        '<a href="https://a.example"><strong><em><code>a<br>&lt;b&gt;</code></em></strong></a>'
    )


def test_lists_are_nested_again() -> None:
    items = (
        Item((Run("one"),), 0, 3),
        Item((Run("below"),), 1),
        Item((Run("two"),), 0, 4),
    )
    page = Page(words_in("en"), str)
    assert str(page.blocks([Bullets(items)])).strip() == (
        '<ol start="3"><li>one<ul><li>below</li></ul></li><li>two</li></ol>'
    )


def test_a_quotation_holds_its_blocks() -> None:
    page = Page(words_in("en"), lambda path: f"data:{path}")
    html = page.blocks([Quotation((Picture("a.svg", 'A "b"'),))])
    assert "<blockquote><img" in html
    assert 'src="data:a.svg"' in html
