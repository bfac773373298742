from dataclasses import replace

import pytest
from markupsafe import Markup

from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.markdown import render_markdown

FOR_TRAINERS = "a sentence for the trainer"


@pytest.mark.parametrize(
    "block",
    [
        "/// trainer\n{}\n///",
        "/// trainer | Ask\n{}\n///",
        "/// trainer | Say\n{}\n\nAnd more, {}.\n///",
        "/// slide\n- {}\n///",
        "/// Trainer\n{}\n///",
        "///trainer\n{}\n///",
        "/// trainer Do\n{}\n///",
        "/// trainer: Do\n{}\n///",
        "/// trianer | Ask\n{}\n///",
        "/// note\n{}\n///",
        "/// trainer | Ask\n{}",
        "//// trainer\n/// details | More\n{}\n///\n{}\n////",
        "> /// trainer\n> {}\n> ///",
        "- item\n\n    /// trainer\n    {}\n    ///",
        "- /// trainer\n  {}\n  ///",
        "1. /// trainer\n   {}\n   ///",
        "!!! note\n    /// trainer\n    {}\n    ///",
        "/// case | C\n    as_of: 2026-11-20\n//// trainer\n{}\n////\nText.\n///",
        "/// trainer\n```\n{}\n```\n///",
        "/// trainer\n| a | b |\n| - | - |\n| {} | c |\n///",
        "    /// trainer\n    {}\n    ///",
        "Text before.\n/// trainer\n{}\n///\nText after.",
        "/// trainer\n    role: {}\n{}\n///",
        "/// trainer | {}\nNothing.\n///",
        "<!-- {} -->",
        "Text <!-- {} --> more.",
        "/// question | {}\n///",
    ],
)
def test_what_is_for_the_trainer_never_reaches_a_learner(frame: Frame, block: str) -> None:
    html = render_markdown(f"Before.\n\n{block.replace('{}', FOR_TRAINERS)}\n\nAfter.\n", frame)
    assert FOR_TRAINERS not in html
    assert "Before." in html


def test_a_note_without_an_end_ends_with_its_section(frame: Frame) -> None:
    text = f"/// trainer\n{FOR_TRAINERS}\n\n## Next {{#next}}\n\nThe next section.\n"
    html = render_markdown(text, frame)
    assert FOR_TRAINERS not in html
    assert "The next section." in html


def test_a_stray_end_is_left_out(frame: Frame) -> None:
    assert "///" not in render_markdown("Text.\n\n///\n\nMore.", frame)


def test_a_block_in_fenced_code_is_shown(frame: Frame) -> None:
    html = render_markdown("```\n/// trainer\nshown\n///\n```", frame)
    assert "shown" in html
    assert "/// trainer" in html


def test_the_engines_own_blocks_work_and_may_hold_ours(frame: Frame) -> None:
    html = render_markdown(
        "//// details | More\nSome *text*.\n\n/// redflags | cash\n///\n////\n\nAfter.", frame
    )
    assert "<details" in html
    assert "The buyer offers cash." in html.partition("</details>")[0]
    assert "<em>text</em>" in html


def test_an_exercise_stands_where_its_block_places_it(frame: Frame) -> None:
    full = replace(
        frame, exercises={("question", "q"): lambda: Markup("<form>the question</form>")}
    )
    html = render_markdown("Before.\n\n/// question | q\n///\n\nAfter.", full)
    assert html.index("Before.") < html.index("the question") < html.index("After.")


def test_an_unknown_exercise_leaves_nothing(frame: Frame) -> None:
    assert "nix" not in render_markdown("/// question | nix\n///\n\n/// quiz\n///", frame)


def test_red_flags_are_cards_by_group_and_by_id(frame: Frame) -> None:
    html = render_markdown("/// redflags | money, rush, cash\n///", frame)
    assert html.count("The buyer offers cash.") == 1
    assert html.index("offers cash") < html.index("in a hurry")
    assert "Cash hides who pays." in html


def test_red_flags_that_do_not_exist_leave_nothing(frame: Frame) -> None:
    assert render_markdown("/// redflags | nix\n///", frame).strip() == ""


def test_a_paper_without_a_title_or_with_empty_lines_at_its_end_is_a_paper(frame: Frame) -> None:
    html = render_markdown("/// document\nA line.\n\n\n///", frame)
    assert 'aria-label="A paper"' in html
    assert "field--gap" not in html


def test_a_paper_keeps_its_lines(frame: Frame) -> None:
    html = render_markdown(
        "/// document | Order | No. 1\nBuyer: A\nSeller: B\n\nA plain line: with no label\n"
        "Ship to: **Pier 4**\nhttps://a.example is no label\n///",
        frame,
    )
    assert "No. 1" in html
    assert 'class="field hit"' in html
    assert html.count('class="hit-n"') == 1
    assert "Pier 4" in html
    assert "po-parties" in html


def test_a_case_has_its_day_status_and_source(frame: Frame) -> None:
    html = render_markdown(
        "/// case | A *title*\n    as_of: 2026-11-20\n    status: pleaded guilty: yes\n"
        "    source: rule\nWhat happened [@mirror].\n///",
        frame,
    )
    assert "A <em>title</em>" in html
    assert "November 20, 2026" in html
    assert "pleaded guilty: yes" in html
    assert html.index("[1]") < html.index("[2]")
    assert "A real case" in html


def test_an_invented_case_says_so(frame: Frame) -> None:
    html = render_markdown("/// case\n    source: invented\nText.\n///", frame)
    assert "An invented case" in html
    assert "made up for teaching" in html


def test_a_box_stands_before_what_it_concerns(frame: Frame) -> None:
    text = (
        "First.\n\n```\ncode\n\nmore code\n```\n\n/// question | q\n///\n\n"
        "- a list\n\n    its rest\n\nLast."
    )
    boxes = {line: Markup("<div>box {}</div>").format(line) for line in (1, 6, 10, 14, 99)}
    html = render_markdown(text, replace(frame, slips=boxes))
    order = [html.index(part) for part in ("box 1<", "First.", "box 6", "code", "box 10")]
    assert order == sorted(order)
    assert html.index("box 14") < html.index("a list")
    assert html.index("box 99") < html.index("Last.")
    assert html.count("<pre>") == 1
