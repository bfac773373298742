from collections.abc import Callable

import pytest

from coursebuilder.problem import Place, Problem
from coursebuilder.prose import (
    CaseBlock,
    DocumentBlock,
    EngineBlock,
    Passage,
    PassageKind,
    Prose,
    SlideBlock,
    TrainerBlock,
)
from coursebuilder.reading.markdown_text import scan_markdown

Scan = Callable[[str], Prose]
ScanWrong = Callable[[str], tuple[Prose, tuple[Problem, ...]]]

CASE = """\
/// case | C
    as_of: 2026-01-01
    status: charged
    source: z
x
///
"""


def cited(passage: Passage) -> list[str]:
    return [str(name) for each in passage.citations for name, _ in each.sources]


def kinds(prose: Prose) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in prose.passages]


def test_a_passage_has_its_lines_and_its_section(scan: Scan) -> None:
    prose = scan("Before.\n\n## Who {#who minutes=1}\n\nOne\n  two.\n")
    first, heading, second = prose.passages
    assert (first.section, heading.section, second.section) == (None, "who", "who")
    assert (heading.kind, heading.text) == (PassageKind.HEADING, "Who")
    assert second.text == "One\ntwo."
    assert second.place == Place("modules/x.md", 5, 1, 6, 7)


def test_items_share_a_group_and_rows_share_another(scan: Scan) -> None:
    prose = scan(
        "- one\n- two\n  more\n    - deep\n\n    still two\n\n- three\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nText.\n"
    )
    assert kinds(prose) == [
        ("item", "one"),
        ("item", "two\nmore"),
        ("item", "deep"),
        ("item", "still two"),
        ("item", "three"),
        ("header-row", "| a | b |"),
        ("row", "| 1 | 2 |"),
        ("paragraph", "Text."),
    ]
    assert [passage.group for passage in prose.passages] == [1, 1, 1, 1, 1, 2, 2, 3]


def test_paragraphs_of_an_item_share_their_citations(scan: Scan) -> None:
    prose = scan("1. one [@a]\n    - deep\n\n    more [@b]\n\n2. two\n")
    assert [(each.text, each.place.line, cited(each)) for each in prose.passages] == [
        ("one [@a]", 1, ["a", "b"]),
        ("deep", 2, []),
        ("more [@b]", 4, ["a", "b"]),
        ("two", 6, []),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("- a\n1. b\n", 1),
        ("- a\n\n1. b\n", 2),
        ("1. a\n- b\n", 1),
        ("text\n- no item\n", 1),
        ("- a\n\n\n- b\n", 2),
        ("* * *\n", 0),
        ("- a\n***\n- b\n", 2),
        ("- a\n## H\n- b\n", 3),
        ("* a\n+ b\n- c\n", 3),
        ("  - a\n   - b\n", 2),
        ("- \n- b\n", 1),
        ("-no\n", 1),
        ("- a\n<div>x</div>\n- b\n", 2),
        ("- a\n\n        code\n", 1),
        ("- a\n    1. b\n        - c\n", 3),
        ("- a\n    > q\n", 1),
        ("- a\n!!! note\n    b\n- c\n", 3),
    ],
)
def test_lists_are_what_the_engine_makes_of_them(scan: Scan, text: str, count: int) -> None:
    assert len(scan(text).passages) == count


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n", 2),
        ("a | b\n--|--\n1 | 2\n", 1),
        ("| a |\n|---|\n| 1 |\n", 1),
        ("| a \\| b |\n|---|\n| 1 |\n", 1),
        ("| `a|b` | c |\n|:--|--:|\n| 1 | 2 |\n", 1),
        ("| a | b |\n|---|\n| 1 | 2 |\n", 0),
        ("text\n| a | b |\n|---|---|\n", 0),
        ("| a | b |\n\n|---|---|\n", 0),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n/// slide\nx\n///\n", 1),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n!!! note\n    x\n", 1),
        ("| a | b |\n```\n|---|---|\n```\n", 0),
        ("| a | b |", 0),
        ("- x\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n", 1),
    ],
)
def test_tables_are_what_the_engine_makes_of_them(scan: Scan, text: str, rows: int) -> None:
    found = [each for each in scan(text).passages if each.kind is PassageKind.ROW]
    assert len(found) == rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/// trainer\n!!! note\n    x\n///\n", TrainerBlock),
        ("!!! note\n    /// trainer\n    x\n    ///\n", TrainerBlock),
        (f"//// slide\n{CASE}////\n", SlideBlock),
        (CASE, CaseBlock),
        ("/// document | D\nA: x\n///\n", DocumentBlock),
        ("//// details | D\n!!! note\n    x\n////\n", EngineBlock),
        ("> x\n", type(None)),
    ],
)
def test_a_passage_knows_the_block_that_counts(scan: Scan, text: str, kind: type) -> None:
    (passage,) = scan(text).passages
    assert isinstance(passage.block, kind)


def test_the_innermost_callout_counts(scan: Scan) -> None:
    (passage,) = scan('!!! note\n    !!! warning "W"\n        x\n').passages
    assert isinstance(passage.block, EngineBlock)
    assert passage.block.name == "warning"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "text",
    [
        "One.",
        "- one\n- two",
        "1. one\n\n2. two\n    - deep",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        "> One.",
        '!!! note "T"\n    One.',
    ],
)
def test_a_line_of_citations_counts_for_all_above_it(scan: Scan, text: str, gap: str) -> None:
    passages = scan(f"Not this.\n\n{text}{gap}[@a], [@b; @c].\n\nNor this.\n").passages
    assert [cited(each) for each in passages[1:-1]] == [["a", "b", "c"]] * (len(passages) - 2)
    assert [cited(each) for each in (passages[0], passages[-1])] == [[], []]


@pytest.mark.parametrize(
    "text",
    [
        "One.\n\n\n[@a]",
        "## One\n\n[@a]",
        "One.\n\n***\n\n[@a]",
        "One.\n\n/// quiz\n///\n\n[@a]",
        "One.\n\n<div></div>\n\n[@a]",
        "One.\n\nSource: [@a]",
        "[@a]\n\nOne.",
    ],
)
def test_citations_elsewhere_do_not_count_for_it(scan: Scan, text: str) -> None:
    prose = scan(f"{text}\n")
    assert len(prose.citations) == 1
    (passage,) = [each for each in prose.passages if each.text.startswith("One")]
    assert cited(passage) == []


def test_several_lines_of_citations_count_for_the_same(scan: Scan) -> None:
    (passage,) = scan("One.\n\n[@a]\n\n[@b]\n").passages
    assert cited(passage) == ["a", "b"]


def test_citations_indented_under_an_item_are_that_items(scan: Scan) -> None:
    one, two = scan("- one\n- two\n  [@a]\n").passages
    assert (cited(one), cited(two)) == ([], ["a"])


def test_a_line_of_citations_inside_an_item_counts_for_it(scan: Scan) -> None:
    one, two = scan("- one\n\n    [@a]\n\n- two\n").passages
    assert (cited(one), cited(two)) == (["a"], [])


def test_a_citation_in_a_row_is_that_rows(scan: Scan) -> None:
    _, one, two = scan("| a | b |\n|---|---|\n| 1 | [@x] |\n| 2 | 3 |\n").passages
    assert (cited(one), cited(two)) == (["x"], [])


def test_definitions_are_no_passages(scan: Scan) -> None:
    text = (
        "Text.\n[law]: y.md\n*[EAR]: Regulations\n\nTerm\n:   Meaning\n    goes on\n\n    still\n"
    )
    assert kinds(scan(text)) == [
        ("paragraph", "Text."),
        ("paragraph", "Term"),
        ("paragraph", "Meaning\ngoes on"),
        ("paragraph", "still"),
    ]


def test_two_definitions_of_one_term_are_two(scan: Scan) -> None:
    assert [text for _, text in kinds(scan("Term\n:   One\n:   Two\n"))] == ["Term", "One", "Two"]


def test_what_follows_code_without_an_empty_line_is_text(scan: Scan) -> None:
    assert kinds(scan("```\nx\n```\n- no item\n")) == [("paragraph", "- no item")]


def test_a_quotation_goes_on_behind_an_empty_line(scan: Scan) -> None:
    assert kinds(scan("> one\nlazy\n\n> - two\n\nthree\n")) == [
        ("paragraph", "one\nlazy"),
        ("item", "two"),
        ("paragraph", "three"),
    ]


def test_a_quotation_is_interrupted_by_a_block(scan: Scan) -> None:
    prose = scan("> one\n/// trainer\nx\n///\n")
    assert [type(each.block) for each in prose.passages] == [type(None), TrainerBlock]


def test_a_callout_goes_on_as_long_as_it_is_indented(scan: Scan) -> None:
    inside, more, outside = scan("!!! note\n    one\n\n    two\n\n\nthree\n").passages
    assert (inside.text, more.text, outside.text) == ("one", "two", "three")
    assert outside.block is None


def test_lines_of_the_file_are_counted_from_the_given_one() -> None:
    prose, _ = scan_markdown("Text.\n", "modules/x.md", first_line=12)
    assert prose.passages[0].place.line == 12
