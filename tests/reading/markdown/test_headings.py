from collections.abc import Callable

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Located, Prose

Scan = Callable[[str], Prose]
Slip = Callable[[str], Problem]
ScanWrong = Callable[[str], tuple[Prose, tuple[Problem, ...]]]

ASKED = "malformed-heading"


def test_a_heading_has_its_attributes_at_their_places(scan: Scan) -> None:
    text = 'Text.\n\n## Who is buying {#who minutes=6 objectives="spot report" .wide}\n'
    (heading,) = scan(text).headings
    path = "modules/x.md"
    assert (heading.level, heading.title, heading.id_given, heading.top) == (
        2,
        "Who is buying",
        True,
        True,
    )
    assert heading.place == Place(path, 3, 1, 3, 65)
    assert heading.id == Located("who", Place(path, 3, 20, 3, 23))
    assert heading.attributes == {
        "minutes": Located("6", Place(path, 3, 32, 3, 33)),
        "objectives": Located("spot report", Place(path, 3, 46, 3, 57)),
    }


@pytest.mark.parametrize(
    "attributes",
    [
        "{#who minutes=6}",
        "{: #who minutes=6 }",
        "{ #who minutes='6' }",
        "{#who  minutes=6}  ",
        "{id=who minutes=6}",
        '{id="who" minutes=6}',
        "{#who minutes=6} ##",
    ],
)
def test_attributes_may_be_written_as_the_engine_takes_them(scan: Scan, attributes: str) -> None:
    (heading,) = scan(f"## Who {attributes}\n").headings
    assert (heading.title, heading.id.value) == ("Who", "who")
    assert heading.attributes["minutes"].value == "6"


@pytest.mark.parametrize(
    ("text", "level", "title", "anchor"),
    [
        ("# One", 1, "One", "one"),
        ("###### Six ###", 6, "Six", "six"),
        ("##Close", 2, "Close", "close"),
        ("Under\n=====", 1, "Under", "under"),
        ("Under {#u}\n---", 2, "Under", "u"),
        ("## Señales de alerta", 2, "Señales de alerta", "senales-de-alerta"),
        ("## The `--fix` switch", 2, "The `--fix` switch", "the-fix-switch"),
        ("## `a [b](c)` d", 2, "`a [b](c)` d", "a-bc-d"),
        ("## A *b* __c__ d_e _f_", 2, "A *b* __c__ d_e _f_", "a-b-c-d_e-f"),
        ("## See [the law](x.md) [@cfr]", 2, "See [the law](x.md) [@cfr]", "see-the-law"),
        ("## ![Drum](d.png) Drums", 2, "![Drum](d.png) Drums", "drums"),
        ("## Tom &amp; <b>Ann</b>", 2, "Tom &amp; <b>Ann</b>", "tom-ann"),
        ("## A\\*b", 2, "A\\*b", "ab"),
        ("## ?", 2, "?", "_1"),
        ("##", 2, "", "_1"),
    ],
)
def test_an_id_is_derived_as_the_engine_derives_it(
    scan: Scan, text: str, level: int, title: str, anchor: str
) -> None:
    (heading,) = scan(f"{text}\n").headings
    assert (heading.level, heading.title, heading.id.value) == (level, title, anchor)
    assert heading.id_given == ("{#" in text)


def test_like_headings_are_told_apart(scan: Scan) -> None:
    text = "## A\n\n## A\n\n## A\n\n## A_2\n\n## B {#b}\n\n## B\n\nText.\n{: #c_1 }\n\n## C_1\n"
    ids = [heading.id.value for heading in scan(text).headings]
    assert ids == ["a", "a_1", "a_2", "a_3", "b", "b_1", "c_2"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n## No\n```\n",
        "    ## No\n",
        "<pre>\n## No\n</pre>\n",
        "<div>\n\n## No\n\n</div>\n",
        "<!--\n## No\n-->\n",
        "\\## No\n",
        "/// trainer\n## No\n///\n",
        "/// slide\n## No\n///\n",
        "Text # no\n",
        "- item\n    ## No\n",
    ],
)
def test_no_heading_where_the_page_shows_none(scan: Scan, text: str) -> None:
    assert scan(text).headings == ()


@pytest.mark.parametrize(
    "text",
    ["> ## In\n", "- one\n\n    ## In\n", "!!! note\n    ## In\n", "/// tab | T\n## In\n///\n"],
)
def test_a_heading_inside_something_is_not_on_top(scan: Scan, text: str) -> None:
    (heading,) = scan(text).headings
    assert not heading.top


@pytest.mark.parametrize(
    ("marked", "rule", "hint"),
    [
        ("## Two⟦{#two minutes=4}⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two, minutes=4}⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two minutes = 4}⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two minutes: 4}⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two minutes=4⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two minutes=4}⟧ yes", ASKED, "## Two yes {#two minutes=4}"),
        ("## Two ⟦(#two minutes=4)⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦[#two minutes=4]⟧", ASKED, "## Two {#two minutes=4}"),
        ("## Two ⟦{#two objectives=“a b”}⟧", ASKED, '## Two {#two objectives="a b"}'),
        ("## Two ⟦{#two objectives=a b}⟧", ASKED, '## Two {#two objectives="a b"}'),
        ("## Two ⟦{#two objectives=[a, b] .x}⟧", ASKED, '## Two {#two objectives="a b" .x}'),
        ("## Two ⟦{#two objectives=[a]}⟧", ASKED, "## Two {#two objectives=a}"),
        (" ⟦## Two {#two}⟧", ASKED, "## Two {#two}"),
        ("## Two {#two minutes=4 ⟦minutes⟧=5}", "duplicate-key", ""),
        ("/// trainer\n⟦## Two {#two minutes=4}⟧\n///", ASKED, ""),
    ],
)
def test_a_slip_in_a_heading_is_told_of_with_the_right_line(
    slip: Slip, marked: str, rule: str, hint: str
) -> None:
    problem = slip(f"{marked}\n")
    assert (problem.rule, problem.hint) == (rule, hint)


def test_a_mistaken_heading_is_read_as_meant(scan_wrong: ScanWrong) -> None:
    prose, _ = scan_wrong("## Two{#two, minutes = 4}\n")
    (heading,) = prose.headings
    assert (heading.title, heading.id.value) == ("Two", "two")
    assert heading.attributes["minutes"].value == "4"


@pytest.mark.parametrize("text", ["## The sets {a}", "## Write `{#id}`", "## Use (#4) first"])
def test_braces_in_a_heading_may_be_text(scan: Scan, text: str) -> None:
    (heading,) = scan(f"{text}\n").headings
    assert not heading.id_given


def test_a_word_alone_is_an_attribute_without_a_value(scan: Scan) -> None:
    (heading,) = scan("## Two {two minutes=4}\n").headings
    assert heading.attributes["two"].value == ""


def test_all_ids_are_anchors(scan: Scan) -> None:
    text = (
        "## One\n\n## Two {#b}\n\nText.\n{: #c }\n\n![x](y.png){ #d }\n\n"
        '<a name="e"></a> <b id="f">x</b>\n\n<div id="g">\n</div>\n\n`{#h}`\n'
    )
    assert scan(text).anchors == {"one", "b", "c", "d", "e", "f", "g"}
