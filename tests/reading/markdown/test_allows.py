from collections.abc import Callable

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Prose

Scan = Callable[[str], Prose]
Slip = Callable[[str], Problem]
ScanWrong = Callable[[str], tuple[Prose, tuple[Problem, ...]]]

ALLOW = "<!-- allow heading-jump: It is a sample. -->"


def lines(prose: Prose) -> list[tuple[str, int, int]]:
    return [(allow.rule.value, allow.first, allow.last) for allow in prose.allows]


def test_an_allow_names_its_rule_and_its_reason(scan: Scan) -> None:
    (allow,) = scan(f"Text.\n\n{ALLOW}\nMore.\n").allows
    assert allow.rule.place == Place("modules/x.md", 3, 12, 3, 24)
    assert (allow.rule.value, allow.reason, allow.path) == (
        "heading-jump",
        "It is a sample.",
        "modules/x.md",
    )


@pytest.mark.parametrize(
    ("block", "first", "last"),
    [
        ("One\ntwo.\n\nThree.", 2, 3),
        ("\n\nOne.", 4, 4),
        ("- one\n- two\n\n    more\n\nText.", 2, 5),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nText.", 2, 4),
        ("## One\n\nText.", 2, 2),
        ("One\n---\nText.", 2, 3),
        ("![](x.svg)\n\nText.", 2, 2),
        ("/// trainer\nx\n\ny\n///\nText.", 2, 6),
        ("!!! note\n    x\n\n    y\n\nText.", 2, 5),
        ("> x\n> y\n\nText.", 2, 3),
        ("<div>\n\n</div>\n\nText.", 2, 4),
        ("```\nx\n```\nText.", 2, 4),
        ("***\nText.", 2, 2),
    ],
)
def test_an_allow_holds_for_the_block_that_follows(
    scan: Scan, block: str, first: int, last: int
) -> None:
    assert lines(scan(f"{ALLOW}\n{block}\n")) == [("heading-jump", first, last)]


def test_several_stand_in_a_row_or_on_one_line(scan: Scan) -> None:
    text = "<!-- allow a-b: x --> <!-- allow c-d: y -->\n\n<!-- allow e-f: z -->\nText.\n"
    assert lines(scan(text)) == [("a-b", 4, 4), ("c-d", 4, 4), ("e-f", 4, 4)]


def test_one_inside_a_list_holds_for_what_follows_there(scan: Scan) -> None:
    text = f"- one\n\n    {ALLOW}\n\n    two\n\n- three\n"
    assert lines(scan(text)) == [("heading-jump", 5, 5)]


def test_one_inside_a_block_holds_for_what_follows_there(scan: Scan) -> None:
    text = f"/// slide\n{ALLOW}\n- one\n///\n\nText.\n\n> {ALLOW}\n> x\n"
    assert lines(scan(text)) == [("heading-jump", 3, 3), ("heading-jump", 9, 9)]


def test_one_before_nothing_holds_for_its_own_line(scan: Scan) -> None:
    assert lines(scan(f"Text.\n\n{ALLOW}\n")) == [("heading-jump", 3, 3)]


def test_one_over_several_lines_keeps_its_places(scan: Scan) -> None:
    (allow,) = scan("<!--\n  allow heading-jump:\n  A sample,\n  no more.\n-->\nText.\n").allows
    assert allow.rule.place == Place("modules/x.md", 2, 9, 2, 21)
    assert (allow.reason, allow.first) == ("A sample, no more.", 6)


@pytest.mark.parametrize("comment", ["<!-- allow heading-jump -->", "<!--allow heading-jump:-->"])
def test_one_without_a_reason_is_left_to_its_rule(scan: Scan, comment: str) -> None:
    (allow,) = scan(f"{comment}\nText.\n").allows
    assert (allow.rule.value, allow.reason) == ("heading-jump", "")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- a remark -->",
        "<!-- allow them to finish -->",
        "<!-- allowances: two -->",
        "<!-- TODO: allow more -->",
        "<!-- see well-known: x -->",
        "<!-->",
        "> <!-- a remark\n> of two lines -->",
        "<!-- Allow for more -->",
        "`<!-- allow a-b: x -->`",
        "Text <!-- allow me --> text",
        "<!-- allow a-b: x",
        "<!-- allow , then -->",
    ],
)
def test_other_comments_switch_nothing_off(scan: Scan, comment: str) -> None:
    assert scan(f"{comment}\n\nText.\n").allows == ()


@pytest.mark.parametrize(
    "marked",
    [
        "⟦<!-- allow a-b, c-d: x -->⟧\nText.",
        "⟦<!-- allow a-b because -->⟧\nText.",
        "⟦<!-- allow: a-b x -->⟧\nText.",
        "⟦<!-- allow: a-b: x -->⟧\nText.",
        "⟦<!-- allow -->⟧\nText.",
        "⟦<!-- Allow a-b: x -->⟧\nText.",
        "⟦<!-- alow a-b: x -->⟧\nText.",
        "⟦<!-- ignore a-b: x -->⟧\nText.",
        "⟦<!-- allow: -->⟧\nText.",
        "Text ⟦<!-- allow a-b: x -->⟧ text.",
    ],
)
def test_a_slip_in_a_comment_is_told_of(slip: Slip, marked: str) -> None:
    assert slip(f"{marked}\n").rule == "malformed-allow"


def test_a_slip_is_read_as_meant(scan_wrong: ScanWrong) -> None:
    prose, _ = scan_wrong("<!-- allow a-b, c-d: x -->\nText.\n")
    assert lines(prose) == [("a-b", 2, 2), ("c-d", 2, 2)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (f"- one\n- {ALLOW} two\n- three\n", 2, 2),
        (f"- {ALLOW}\n  one\n  more\n- two\n", 1, 3),
        (f"- {ALLOW}\n\n    one\n\n    - two\n\n- three\n", 1, 5),
        (f"1. {ALLOW}\n    one\n2. two\n", 1, 2),
        (f"- one\n    - {ALLOW} two\n- three\n", 2, 2),
    ],
)
def test_one_at_the_beginning_of_an_item_holds_for_the_item(
    scan: Scan, text: str, first: int, last: int
) -> None:
    prose = scan(text)
    assert lines(prose) == [("heading-jump", first, last)]
    column = text.split("\n")[first - 1].index("heading") + 1
    assert prose.allows[0].rule.place == Place("modules/x.md", first, column, first, column + 12)


def test_several_may_begin_an_item(scan: Scan) -> None:
    text = "- <!-- allow a-b: x --> <!-- a remark --> <!-- allow c-d: y --> one\n"
    assert lines(scan(text)) == [("a-b", 1, 1), ("c-d", 1, 1)]


def test_one_behind_the_text_of_an_item_is_told_of(slip: Slip) -> None:
    assert "in the middle of a text" in slip(f"- one ⟦{ALLOW}⟧\n").message
    assert "in the middle of a text" in slip(f"- one\n\n    two ⟦{ALLOW}⟧\n").message


@pytest.mark.parametrize(
    "text",
    [
        f"3. One.\n    {ALLOW}\n    See [zz](zz.md).\n",
        f"- One.\n    {ALLOW}\n    See [zz](zz.md).\n",
        f"- One.\n  {ALLOW}\n  See [zz](zz.md).\n",
        f"- One.\n\n    {ALLOW}\n    See [zz](zz.md).\n",
    ],
)
def test_the_text_behind_one_in_an_item_is_read(scan: Scan, text: str) -> None:
    prose = scan(text)
    last = text.count("\n")
    assert [link.target.value for link in prose.links] == ["zz.md"]
    assert lines(prose) == [("heading-jump", last, last)]


def test_what_is_indented_behind_a_comment_of_its_own_is_code(scan: Scan) -> None:
    assert scan(f"One.\n\n{ALLOW}\n\n    See [zz](zz.md).\n").links == ()
