"""The theme's styles lose what no page can use, and nothing else."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.rendering.lean_theme import (
    asked_in,
    lean_style,
    unread_properties,
)
from coursebuilder.rendering.style_names import Given, unused_names

THEME = Path(material.__file__).parent / "templates/assets"


HELD = frozenset({".held", "a", "b", "p"})
NONE = Given(frozenset(), ())


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".gone{color:red}", ""),
        (".held{color:red}", ".held{color:red}"),
        (".held,.gone a{color:red}", ".held{color:red}"),
        (".held .gone>a,b{color:red}", "b{color:red}"),
        (".held.gone,#gone,[data-gone]{color:red}", "#gone,[data-gone]{color:red}"),
        ("kbd,p{color:red}p kbd{top:0}", "p{color:red}"),
        ("[dir=rtl] p,[dir] p{top:0}", "[dir] p{top:0}"),
        ("p:hover,kbd:hover,p::before{top:0}", "p:hover,p::before{top:0}"),
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
def test_a_rule_goes_when_each_selector_asks_for_a_name_that_is_nowhere(
    css: str, kept: str
) -> None:
    assert lean_style(css, unused_names(asked_in(css), HELD, NONE)) == kept


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


@given(st.text(alphabet=" .,:;{}()[]@\\\"'ab-/*#>\n", max_size=60))
def test_no_style_sheet_stops_it(css: str) -> None:
    lean_style(css, unused_names(asked_in(css), frozenset(), NONE))
