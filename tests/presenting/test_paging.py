"""How much goes on a slide."""

from coursebuilder.presenting.blocks import (
    Bullets,
    CaseFacts,
    Item,
    Option,
    Options,
    Pairs,
    Paper,
    PaperLine,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    plain,
)
from coursebuilder.presenting.paging import (
    LINES,
    answer_pages,
    is_airy,
    is_long_paper,
    is_tight,
    pages_of,
    room_under,
    sentences_of,
)


def say(text: str) -> Runs:
    return (Run(text),)


def test_little_stays_on_one_slide() -> None:
    assert len(pages_of([Paragraph(say("Short.")), Bullets((Item(say("a")),))])) == 1
    assert pages_of([]) == [()]


def test_many_bullets_are_dealt_out_evenly() -> None:
    items = tuple(Item(say(str(number))) for number in range(9))
    pages = pages_of([Bullets(items)])
    assert [len(page[0].items) for page in pages if isinstance(page[0], Bullets)] == [5, 4]


def test_long_bullets_are_fewer() -> None:
    items = tuple(Item(say("word " * 40)) for _ in range(6))
    assert len(pages_of([Bullets(items)])) > 1


def test_a_long_table_repeats_its_header() -> None:
    header = (say("a"), say("b"))
    rows = tuple((say(str(number)), say("x")) for number in range(8))
    pages = pages_of([Table(header, rows)])
    tables = [page[0] for page in pages]
    assert [len(table.rows) for table in tables if isinstance(table, Table)] == [4, 4]
    assert all(isinstance(table, Table) and table.header == header for table in tables)


def test_a_picture_has_a_slide_to_itself() -> None:
    assert len(pages_of([Picture("a.svg", "a"), Paragraph(say("b"))])) == 2


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "One sentence that says something quite long about a thing. " * 12
    pages = pages_of([Paragraph(say(text.strip()))])
    assert len(pages) > 1
    parts = [block.runs for page in pages for block in page if isinstance(block, Paragraph)]
    assert all(plain(runs).endswith(".") for runs in parts)
    assert plain(tuple(run for runs in parts for run in runs)) == plain(say(text))


def test_sentences_keep_their_looks() -> None:
    runs = (Run("One. Two "), Run("bold. Three", strong=True))
    assert sentences_of(runs) == [
        (Run("One. "),),
        (Run("Two "), Run("bold. ", strong=True)),
        (Run("Three", strong=True),),
    ]


def test_a_case_s_facts_take_room() -> None:
    facts = CaseFacts(as_of="21 November 2026", status="charged " * 20, source="somebody")
    text = Paragraph(say("A sentence of about fifty-eight characters stands right here. " * 6))
    assert len(pages_of([text, facts])) == 2


def test_a_heading_of_two_lines_leaves_less_room() -> None:
    assert room_under(say("Short")) == LINES
    assert room_under(say("A heading that is much too long for a single line of a slide")) < LINES


def test_the_reasons_of_a_long_answer_go_on_a_second_slide() -> None:
    options = Options(
        options=tuple(
            Option(letter=letter, runs=say("x" * 100), right=letter == "A", why=say("y" * 100))
            for letter in "ABCD"
        ),
        revealed=True,
    )
    first, second = answer_pages([options])
    assert isinstance(first[0], Options)
    assert isinstance(second[0], Options)
    assert [bool(option.why) for option in first[0].options] == [True, False, False, False]
    assert [option.letter for option in second[0].options] == ["B", "C", "D"]


def paper(lines: int, *, flagged: bool, revealed: bool = True) -> Paper:
    return Paper(
        title="A paper",
        lines=tuple(
            PaperLine(number=at, label="To", runs=say("z"), flagged=flagged, why=say("w"))
            for at in range(1, lines + 1)
        ),
        asked=True,
        revealed=revealed,
    )


def test_the_reasons_of_a_long_paper_follow_it() -> None:
    pages = answer_pages([paper(8, flagged=True)])
    assert [len(page[0].lines) for page in pages if isinstance(page[0], Paper)] == [8, 4, 4]
    assert len(answer_pages([paper(3, flagged=True)])) == 1


def matched(count: int, why: str) -> Pairs:
    lefts = tuple(say(f"left {at}") for at in range(count))
    whys = tuple(say(why) if why else () for _ in range(count))
    return Pairs(lefts=lefts, rights=lefts, answer=tuple(range(count)), whys=whys, revealed=True)


def test_the_reasons_of_many_pairs_follow_them() -> None:
    first, *rest = answer_pages([matched(6, "because")])
    (bare,) = first
    assert isinstance(bare, Pairs)
    assert not any(bare.whys)
    rows = [row for (table,) in rest if isinstance(table, Table) for row in table.rows]
    assert [plain(left) for left, _ in rows] == [f"left {at}" for at in range(6)]
    assert {plain(why) for _, why in rows} == {"because"}


def test_the_reasons_of_a_few_pairs_stand_with_them() -> None:
    pairs = matched(3, "because")
    assert answer_pages([pairs]) == [(pairs,)]
    many = matched(12, "")
    assert answer_pages([many]) == [(many,)]


def test_what_is_much_is_set_smaller_and_what_is_little_larger() -> None:
    assert is_long_paper(paper(8, flagged=False, revealed=False))
    assert not is_long_paper(paper(3, flagged=True))
    assert is_airy([Paragraph(say("Short."))])
    assert not is_airy([])
    assert not is_airy([Picture("a.svg", "a")])
    many = tuple(say("left") for _ in range(9))
    pairs = Pairs(lefts=many, rights=many, answer=tuple(range(9)), whys=((),) * 9)
    assert is_tight(say("Short"), [pairs])
    assert is_tight(say("long " * 30), [])
    assert is_tight(say("Short"), [paper(9, flagged=False)])
    assert not is_tight(say("Short"), [paper(2, flagged=False)])
