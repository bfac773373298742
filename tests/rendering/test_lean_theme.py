"""The theme's styles lose what no page can use, and nothing else."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.rendering.lean_theme import (
    classes_in,
    lean_style,
    unread_properties,
    unused_classes,
)

THEME = Path(material.__file__).parent / "templates/assets"


def test_classes_are_found_however_the_attribute_is_written() -> None:
    page = """<p class="a b"><i class='c  d'><b class=e><u id="f" class="g-h__i--j">"""
    assert classes_in(page) == {"a", "b", "c", "d", "e", "g-h__i--j"}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".gone{color:red}", ""),
        (".held{color:red}", ".held{color:red}"),
        (".held,.gone a{color:red}", ".held{color:red}"),
        (".held .gone>a,b{color:red}", "b{color:red}"),
        (".held.gone,#gone,[data-gone]{color:red}", "#gone,[data-gone]{color:red}"),
        ("a:not(.gone){color:red}", "a:not(.gone){color:red}"),
        (":is(.gone,a){color:red}", ":is(.gone,a){color:red}"),
        ("@media print{.gone{color:red}}", ""),
        ("@media print{.gone,p{color:red}.gone{top:0}}", "@media print{p{color:red}}"),
        ("@supports (top:0){@media print{.gone{top:0}}a{top:0}}", "@supports (top:0){a{top:0}}"),
        ("@font-face{font-family:gone}", "@font-face{font-family:gone}"),
        ("@keyframes gone{0%{top:.5rem}}", "@keyframes gone{0%{top:.5rem}}"),
        ('@charset "UTF-8";a{top:0}', '@charset "UTF-8";a{top:0}'),
        (".gone{top:0}:", ".gone{top:0}:"),
        ("@media print{.gone{top:0}:}a{top:0}", "@media print{.gone{top:0}:}a{top:0}"),
        (".md\\:gone{top:0}", ".md\\:gone{top:0}"),
        ('a{background:url("data:,.gone{}")}', 'a{background:url("data:,.gone{}")}'),
    ],
)
def test_a_rule_goes_when_each_selector_asks_for_a_class_that_is_nowhere(
    css: str, kept: str
) -> None:
    assert lean_style(css, unused_classes(css, frozenset({"held"}), ())) == kept


@pytest.mark.parametrize("script", ["el('p', 'x held-1')", "html`<i class=held-1>`"])
def test_a_class_that_a_script_names_whole_is_used(script: str) -> None:
    assert unused_classes(".held-1,.held-10{top:0}", frozenset(), [script]) == {"held-10"}


@pytest.mark.parametrize("script", ["`tag tag--${kind}`", '"tag--" + kind', "'tag--'.concat(kind)"])
def test_a_class_that_a_script_puts_together_is_used(script: str) -> None:
    assert not unused_classes(".tag--html{top:0}", frozenset(), [script])
    assert unused_classes(".tags--html{top:0}", frozenset(), [script])


SETS = ':root{--a:url("data:,x;y}");top:0;--b:1}@media print{p{--c:var(--b)}}'


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (SETS, ":root{top:0;--b:1}"),
        (f"{SETS}p{{top:var( --a,1px)}}", SETS.partition("@")[0] + "p{top:var( --a,1px)}"),
        ("p{--a:1}q{--a:2}r{top:0}", "r{top:0}"),
        ("p{--a:1;}q{top:0;--ab:1}", "q{top:0}"),
        ("p{--a:1}:", "p{--a:1}:"),
    ],
)
def test_a_custom_property_goes_when_nothing_reads_it(css: str, kept: str) -> None:
    unread = unread_properties(css, [css], ())
    assert lean_style(css, frozenset(), unread) == kept


@pytest.mark.parametrize(
    "script", ["style.getPropertyValue('--a-b')", "`--a-${name}`", '"--a-" + name', "x='--a-b:1'"]
)
def test_a_custom_property_that_a_script_may_name_is_read(script: str) -> None:
    assert unread_properties("p{--a-b:1;--ab:2}", (), [script]) == {"--ab"}


def test_a_custom_property_that_another_sheet_reads_is_read() -> None:
    assert not unread_properties("p{--a:1}", ["q{top:var(--a)}"], ())


@pytest.mark.parametrize("name", ["main", "palette"])
def test_with_all_classes_the_theme_s_styles_stay_as_they_are(name: str) -> None:
    css = next(THEME.glob(f"stylesheets/{name}.*.min.css")).read_text("utf-8")
    assert rules(lean_style(css, frozenset())) == rules(css)


def rules(css: str) -> list[str]:
    parsed = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [tinycss2.serialize([rule]) for rule in parsed]


def test_the_search_s_and_the_drawer_s_styles_stay_for_the_theme_s_script() -> None:
    """Their parts are made by the script: no page holds them."""
    css = next(THEME.glob("stylesheets/main.*.min.css")).read_text("utf-8")
    script = next(THEME.glob("javascripts/bundle.*.min.js")).read_text("utf-8")
    unused = unused_classes(css, frozenset(), [script])
    assert not {"md-search-result__item", "md-tooltip", "tabbed-button"} & unused
    assert {"md-post__back", "md-consent__inner", "key-alt"} <= unused


@given(st.text(alphabet=" .,:;{}()[]@\\\"'ab-/*#>\n", max_size=60))
def test_no_style_sheet_stops_it(css: str) -> None:
    lean_style(css, unused_classes(css, frozenset(), ()))
