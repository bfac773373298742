from collections.abc import Callable

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import HtmlTag, LinkKind, Located, Prose

Scan = Callable[[str], Prose]
Slip = Callable[[str], Problem]
ScanWrong = Callable[[str], tuple[Prose, tuple[Problem, ...]]]


def placed(line: int, column: int, end: int) -> Place:
    return Place("modules/x.md", line, column, line, end)


def test_a_link_has_its_target_its_label_and_their_places(scan: Scan) -> None:
    (link,) = scan('Text\n> - [the *law*](law.md#a "Its title") more\n').links
    assert link.kind is LinkKind.LINK
    assert link.target == Located("law.md#a", placed(2, 17, 25))
    assert link.label == "the *law*"
    assert link.place == placed(2, 5, 38)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](y.md)", "y.md"),
        ("[x]( y.md )", "y.md"),
        ("[x](<y z.md>)", "y z.md"),
        ("[x](y z.md)", "y z.md"),
        ("[x](y.md 'T')", "y.md"),
        ('[x](y.md "a ) b")', "y.md"),
        ("[x](https://a.example/b_(c))", "https://a.example/b_(c)"),
        ("[x](a\\_b.md)", "a_b.md"),
        ("[x]()", ""),
        ("[@handle](https://a.example)", "https://a.example"),
        ("[a\nb](y.md)", "y.md"),
        ("[a [b] c](y.md)", "y.md"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("<me@a.example>", "mailto:me@a.example"),
        ("[x][law]\n\n[law]: y.md", "y.md"),
        ("[Law][]\n\n[law]: <y.md>", "y.md"),
        ("[law]\n\n[law]: y.md 'T'", "y.md"),
        ("[x] [law]\n[law]: y.md", "y.md"),
        ('<a href="y.md">x</a>', "y.md"),
        ("<A HREF='y.md'>x</A>", "y.md"),
        ("<a class=b href=y.md>x</a>", "y.md"),
        ("| a | b |\n|---|---|\n| [x](y.md) | z |", "y.md"),
        ("### [x](y.md)", "y.md"),
        ('!!! note "T"\n    [x](y.md)', "y.md"),
        ("/// trainer\n[x](y.md)\n///", "y.md"),
        ("/// document | D\nSee: [x](y.md)\n///", "y.md"),
        ("<div>\n<a href='y.md'>x</a>\n</div>", "y.md"),
        ("<div markdown>\n[x](y.md)\n</div>", "y.md"),
        ("<svg><a xlink:href='y.md'>x</a></svg>", "y.md"),
        ('Text\n{: href="y.md" }', "y.md"),
    ],
)
def test_a_link_may_be_written_in_many_ways(scan: Scan, text: str, target: str) -> None:
    (link,) = scan(f"{text}\n").links
    assert (link.kind, link.target.value) == (LinkKind.LINK, target)


@pytest.mark.parametrize(
    "text",
    [
        "`[x](y.md)`",
        "``a ` [x](y.md)``",
        "\\[x](y.md)",
        "```\n[x](y.md)\n```",
        "    [x](y.md)",
        "<!-- [x](y.md) -->",
        "Text <!-- [x](y.md) --> text",
        "[x] (see below)",
        "[x](y",
        "[x",
        "x](y.md)",
        "[ ] open, [x] done",
        "[a][b]",
        "<pre>\n[x](y.md)\n</pre>",
        "<y.md>",
        "a < b > c",
        "[^1]\n\n[^1]: Note.",
        "*[EAR]: Regulations",
        "[x](" + "(" * 200,
    ],
)
def test_what_the_page_shows_as_text_is_no_link(scan: Scan, text: str) -> None:
    assert scan(f"{text}\n").links == ()


def test_a_reference_names_its_target_where_it_is_defined(scan: Scan) -> None:
    (link,) = scan("Text [x][law].\n\n[law]: y.md\n").links
    assert link.place == placed(1, 6, 14)
    assert link.target == Located("y.md", placed(3, 8, 12))


@pytest.mark.parametrize(
    ("text", "label", "has_alt", "decorative"),
    [
        ("![A drum](d.svg)", "A drum", True, False),
        ("![](d.svg){ .decorative }", "", True, True),
        ("![](d.svg){: width=3 .decorative}", "", True, True),
        ("![](d.svg)", "", True, False),
        ("![](d.svg){ .wide }", "", True, False),
        ('<img src="d.svg" alt="A drum">', "A drum", True, False),
        ('<img src="d.svg" alt="">', "", True, True),
        ('<img src="d.svg">', "", False, False),
        ("![A drum][d]\n\n[d]: d.svg", "A drum", True, False),
    ],
)
def test_a_picture_has_its_alt_text(
    scan: Scan, text: str, label: str, has_alt: bool, decorative: bool
) -> None:
    (picture,) = scan(f"{text}\n").links
    assert picture.kind is LinkKind.IMAGE
    assert picture.target.value == "d.svg"
    assert (picture.label, picture.has_alt, picture.decorative) == (label, has_alt, decorative)


def test_a_picture_may_be_a_link(scan: Scan) -> None:
    picture, link = scan("[![A drum](d.svg)](y.md)\n").links
    assert (picture.kind, picture.target.value) == (LinkKind.IMAGE, "d.svg")
    assert (link.kind, link.target.value) == (LinkKind.LINK, "y.md")


def test_a_contact_is_named_by_its_id(scan: Scan) -> None:
    bare, worded = scan("Call [](contact:hsi-tip-line) or [us](contact:hsi-tip-line).\n").links
    assert bare.kind is LinkKind.CONTACT
    assert bare.target == Located("hsi-tip-line", placed(1, 17, 29))
    assert (bare.label, worded.label) == ("", "us")


def test_a_citation_names_sources_and_places_in_them(scan: Scan) -> None:
    (citation,) = scan("Text [@ecfr-1310, (a)(1); @hsi,\npage 3; and 5].\n").citations
    assert citation.sources == (
        (Located("ecfr-1310", placed(1, 8, 17)), "(a)(1)"),
        (Located("hsi", placed(1, 28, 31)), "page 3; and 5"),
    )
    assert citation.place == Place("modules/x.md", 1, 6, 2, 15)


@pytest.mark.parametrize(
    "text", ["\\[@a]", "`[@a]`", "[^1]", "me@a.example", "[mail](mailto:a@b.example)", "(@a)"]
)
def test_what_the_page_shows_as_text_is_no_citation(scan: Scan, text: str) -> None:
    assert scan(f"{text}\n").citations == ()


@pytest.mark.parametrize(
    ("marked", "hint"),
    [
        ("Text ⟦[@a p. 3]⟧.", "[@a, p. 3]"),
        ("Text ⟦[@a; b]⟧.", "[@a]"),
        ("Text ⟦[@]⟧.", ""),
        ("Text ⟦[@a, @b]⟧.", "[@a; @b]"),
        ("Text ⟦[@a; ]⟧.", "[@a]"),
        ("Text ⟦[ @a]⟧.", "[@a]"),
        ("Text ⟦[@⟧a.", ""),
        ("Text ⟦(@ecfr-1310, 3)⟧.", "[@ecfr-1310, 3]"),
        ("Text ⟦{@ecfr-1310}⟧.", "[@ecfr-1310]"),
    ],
)
def test_a_slip_in_a_citation_is_told_of(slip: Slip, marked: str, hint: str) -> None:
    problem = slip(f"{marked}\n")
    assert (problem.rule, problem.hint) == ("malformed-citation", hint)


def test_a_mistaken_citation_counts(scan_wrong: ScanWrong) -> None:
    prose, _ = scan_wrong("Text [@a p. 3].\n")
    (passage,) = prose.passages
    assert [str(source) for source, _ in passage.citations[0].sources] == ["a"]


def test_tags_have_their_attributes(scan: Scan) -> None:
    (tag,) = scan("Text <SPAN Class=\"a b\" onclick='x()' hidden data-n=4>x</SPAN>.\n").tags
    assert tag == HtmlTag(
        name="span",
        attributes=(("class", "a b"), ("onclick", "x()"), ("hidden", ""), ("data-n", "4")),
        place=placed(1, 6, 54),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<div>\n\n<p onload='x'>a</p>\n\n</div>", ["div", "p"]),
        ("<div/>\n\n<b>x</b>", ["div", "b"]),
        ("<hr>\n<i>x</i>", ["hr", "i"]),
        ("<script>if (a<b) { '<i>' }</script>", ["script"]),
        ("<script>", ["script"]),
        ("<!-- <b> --> <i>x</i>", ["i"]),
        ("<div>\n<!-- <b> -->\n</div>", ["div"]),
        ("<div>\n<!-- <b>\n</div>", ["div", "b"]),
        ("> <div>x</div>", ["div"]),
        ("a <b\nclass='x'>c</b>", ["b"]),
        ('<img alt="a > b" src="c">', ["img"]),
        ("`<b>` <i>x</i>", ["i"]),
        ("2 < 3 <4 <> </>", []),
        ("<details>\n<summary>x</summary>\ny\n</details>", ["details", "summary"]),
        ("<p it's>x</p>", ["p"]),
        ("</div>", []),
        ("<b =>", []),
    ],
)
def test_tags_are_found_wherever_html_is_raw(
    scan_wrong: ScanWrong, text: str, names: list[str]
) -> None:
    prose, _ = scan_wrong(f"{text}\n")
    assert [tag.name for tag in prose.tags] == names


def test_entities_in_attributes_are_resolved(scan: Scan) -> None:
    (link,) = scan('<a href="java&#115;cript:x">x</a>\n').links
    assert link.target.value == "javascript:x"


def test_html_without_an_end_is_told_of_and_read_to_the_next_empty_line(
    scan_wrong: ScanWrong,
) -> None:
    prose, problems = scan_wrong("Text\n<div>\n## No\n\n## Yes\n")
    assert [(each.rule, each.place.line) for each in problems] == [("unclosed-html", 2)]
    assert [heading.title for heading in prose.headings] == ["Yes"]


def test_after_many_unclosed_tags_each_goes_to_the_next_empty_line(scan_wrong: ScanWrong) -> None:
    _, problems = scan_wrong("<p>x\n\n" * 30)
    assert len(problems) == 30


def test_what_stands_behind_a_region_on_its_line_is_text(scan: Scan) -> None:
    prose = scan("<div>x</div> [a](b.md)\n<!-- c --> [d](e.md)\n")
    assert [(link.target.value, link.place.column) for link in prose.links] == [
        ("b.md", 14),
        ("e.md", 12),
    ]


def test_tabs_are_one_character_each(scan: Scan) -> None:
    (link,) = scan("- item\n\n\t[a](b.md)\n").links
    assert link.place == placed(3, 2, 11)


def test_code_that_a_longer_fence_ends_is_told_of_once(slip: Slip) -> None:
    assert slip("⟦```\n/// x\n# y\n`````\n\nText.\n").rule == "unclosed-code"


@pytest.mark.parametrize("fence", ["```", "~~~~", "```py title='x'", "``` { .py }"])
def test_code_without_an_end_is_told_of(slip: Slip, fence: str) -> None:
    assert slip(f"Text\n\n⟦{fence}\ntext\n").rule == "unclosed-code"


@pytest.mark.parametrize(
    "text",
    [
        "```x```\n",
        "```\n````\n```\n",
        "> ```\n> x\n> ```\n",
        "    ```\n    x\n",
        "- a\n\n    ```\n    x\n    ```\n",
        "```\n  ```\n```\n",
        "> ```\nx\n",
    ],
)
def test_code_with_an_end_is_right(scan: Scan, text: str) -> None:
    scan(text)


def test_many_like_openings_without_an_end_are_each_told_of(scan_wrong: ScanWrong) -> None:
    _, problems = scan_wrong("```a\n\n" * 3)
    assert [each.rule for each in problems] == ["unclosed-code"]


def test_a_closing_tag_that_closes_nothing_ends_nothing(scan: Scan) -> None:
    (link,) = scan("<div>\n</b>\n<a href='b.md'>x</a>\n</div>\n").links
    assert link.target.value == "b.md"


def test_a_closed_tag_inside_a_region_opens_nothing(scan: Scan) -> None:
    assert [tag.name for tag in scan("<div><br/><i>x</i></div>\n\n## H\n").tags] == [
        "div",
        "br",
        "i",
    ]


def test_a_tag_that_is_none_begins_no_region(scan: Scan) -> None:
    prose = scan('<div class="\n\n## Heading\n')
    assert [heading.title for heading in prose.headings] == ["Heading"]


def test_brackets_may_name_nothing_that_is_defined(scan: Scan) -> None:
    (link,) = scan("[a][b], [law]\n\n[law]: y.md\n").links
    assert link.label == "law"


@pytest.mark.parametrize(
    ("marked", "hint"),
    [
        ("Text ⟦[the law] (law.md#a)⟧.", "[the law](law.md#a)"),
        ("Text ⟦[the law]  (https://a.example/b)⟧.", "[the law](https://a.example/b)"),
        ("Text ⟦[below] (#below)⟧.", "[below](#below)"),
        ("Text ⟦(the law)[law.md]⟧.", "[the law](law.md)"),
        ("Text ⟦(us)[https://a.example]⟧.", "[us](https://a.example)"),
        ("Text [the law]⟦(law.md⟧ and more.", "(law.md)"),
        ("Text ![a drum]⟦(images/drum.svg⟧", "(images/drum.svg)"),
        ("Text ⟦[](law.md)⟧.", ""),
        ("Text ⟦[contact:tip-line]⟧.", "[](contact:tip-line)"),
        ("![](drum.svg) ⟦{ .decorative }⟧", ""),
    ],
)
def test_a_slip_in_a_link_is_told_of(slip: Slip, marked: str, hint: str) -> None:
    problem = slip(f"{marked}\n")
    assert (problem.rule, problem.hint) == ("malformed-link", hint)


@pytest.mark.parametrize(
    "text",
    [
        "[x] (see section 3.4)",
        "(a)[1]",
        "[2] (page 3)",
        "`[x] (y.md)`",
        "f(x)[0]",
        "[x](unfinished thought",
        "![](d.svg){ .decorative }",
        "[](contact:x)",
    ],
)
def test_text_in_brackets_is_no_slip(scan: Scan, text: str) -> None:
    scan(f"{text}\n")
