"""What pages and scripts hold of the names that style sheets ask for is found, and no more."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
import tinycss2

from coursebuilder.rendering.lean_theme import asked_in
from coursebuilder.rendering.style_names import (
    Given,
    inline_scripts,
    names_asked,
    names_given,
    names_in,
    theme_gives,
    unused_names,
)

THEME = Path(material.__file__).parent / "templates/assets"
CONFIG = '<script id="__config" type="application/json">{"features": [%s], "version": %s}</script>'


@pytest.fixture(scope="module")
def bundle() -> str:
    """The theme's script."""
    return next(THEME.glob("javascripts/bundle.*.min.js")).read_text("utf-8")


@pytest.fixture(scope="module")
def asked() -> frozenset[str]:
    """What the theme's styles ask for."""
    return frozenset[str]().union(
        *(asked_in(file.read_text("utf-8")) for file in THEME.glob("stylesheets/*.min.css"))
    )


def test_classes_are_found_however_the_attribute_is_written() -> None:
    page = """<p class="a b"><i class='c  d'><b class=e><u id="f" class="g-h__i--j">"""
    assert {".a", ".b", ".c", ".d", ".e", ".g-h__i--j"} <= names_in(page)
    assert ".f" not in names_in(page)


def test_elements_and_the_values_that_styles_ask_for_are_found() -> None:
    page = '<BODY dir=ltr data-md-color-primary="custom"><h1 role="doc-part" id="x"></h1>'
    assert names_in(page) == {
        *("body", "h1", "[dir=ltr]", "[role=doc-part]", "[data-md-color-primary=custom]"),
    }


def test_what_the_theme_is_told_is_found() -> None:
    assert "@content.tooltips" in names_in(CONFIG % ('"toc.follow", "content.tooltips"', "null"))
    assert not any(name.startswith("@") for name in names_in(CONFIG % ("", "null")))
    assert "@version" in names_in(CONFIG % ("", '{"provider": "mike"}'))
    assert "[data-preview]" in names_in("<a data-preview>")


def test_an_inline_script_is_one_that_stands_in_the_page() -> None:
    own = "<script>one</script>\n<script type=module>\ntwo</script><script src=a.js></script>"
    assert inline_scripts(own + CONFIG % ("", "null")) == ["one", "\ntwo"]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p.a>.b~kbd", {"p", ".a", ".b", "kbd"}),
        ("A:hover::before", {"a"}),
        (":is(.a,kbd) *:not(.b)", set()),
        (
            "[dir=rtl] [role='list'][data-md-state=\"lock\"]",
            {"[dir=rtl]", "[role=list]", "[data-md-state=lock]"},
        ),
        ("[dir] [type=radio] [data-md-x^=a] #kbd", set()),
    ],
)
def test_a_selector_asks_for_what_its_elements_must_have(selector: str, found: set[str]) -> None:
    assert set(names_asked(tinycss2.parse_component_value_list(selector))) == found


@pytest.mark.parametrize("script", ["el('p', 'x held-1')", "html`<i class=held-1>`"])
def test_a_class_that_a_script_names_whole_may_be_given(script: str) -> None:
    given = names_given([script])
    assert unused_names({".held-1", ".held-10"}, frozenset(), given) == {".held-10"}


@pytest.mark.parametrize("script", ["`tag tag--${kind}`", '"tag--" + kind', "'tag--'.concat(kind)"])
def test_a_class_that_a_script_puts_together_may_be_given(script: str) -> None:
    given = names_given([script])
    assert unused_names({".tag--html", ".tags--html"}, frozenset(), given) == {".tags--html"}


def test_an_element_and_a_value_that_a_script_names_may_be_given() -> None:
    given = names_given(["document.createElement('kbd').dir = 'rtl'"])
    asked = {"kbd", "[dir=rtl]", "samp", "[dir=auto]"}
    assert unused_names(asked, frozenset(), given) == {"samp", "[dir=auto]"}


@pytest.mark.parametrize("script", ["look('.gone')", "look(`p.gone > a`)", "node.gone = 1"])
def test_a_class_that_a_script_only_looks_for_is_not_given(script: str) -> None:
    assert unused_names({".gone"}, frozenset(), names_given([script])) == {".gone"}


def test_a_name_that_no_script_could_be_searched_for_counts_as_used() -> None:
    assert not unused_names({".md:held"}, frozenset(), Given(frozenset(), ()))


def test_the_search_s_and_the_drawer_s_styles_stay_for_the_theme_s_script(
    bundle: str, asked: frozenset[str]
) -> None:
    """Their parts are made by the script: no page holds them."""
    unused = unused_names(asked, frozenset(), theme_gives(bundle, frozenset()))
    made = {".md-search-result__item", ".md-dialog--active", "summary", "mark"}
    assert made <= asked - unused
    assert {".md-post__back", ".md-consent__inner", ".key-alt", "kbd", "[dir=rtl]"} <= unused


@pytest.mark.parametrize(
    ("held", "made"),
    [
        ("@content.tooltips", ".md-tooltip2__inner"),
        ("@content.footnote.tooltips", ".md-tooltip2"),
        ("@navigation.instant.preview", ".md-tooltip2"),
        ("[data-preview]", ".md-tooltip2"),
        ("@content.code.annotate", ".md-tooltip"),
        ("@content.code.annotate", ".md-annotation__index"),
        (".annotate", ".md-annotation-list"),
        (".annotate", ".md-tooltip--active"),
        ("@version", ".md-version__link"),
        ("pre", ".md-code__button"),
        (".md-source", ".md-source__fact--version"),
        (".tabbed-set", ".tabbed-control--next"),
    ],
)
def test_what_the_theme_makes_only_somewhere_is_left_out_elsewhere(
    bundle: str, asked: frozenset[str], held: str, made: str
) -> None:
    assert made in unused_names(asked, frozenset(), theme_gives(bundle, frozenset()))
    assert made not in unused_names(asked, {held}, theme_gives(bundle, {held}))
