"""What a room sees of each kind of question, before and after."""

import pytest

from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Options,
    Pairs,
    Paper,
    Paragraph,
    Spots,
    Steps,
    plain,
)
from coursebuilder.presenting.deck import Deck


def bodies(deck: Deck, name: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    found = {each.id: each for each in deck.slides}
    return found[name].body, found[f"{name}-answer"].body


def test_a_statement_is_true_or_false(room: Deck) -> None:
    _, (options, why) = bodies(room, "ear99")
    assert isinstance(options, Options)
    assert [(plain(o.runs), o.right) for o in options.options] == [("True", False), ("False", True)]
    assert isinstance(why, Paragraph)


def test_several_right_choices_may_be_held_up_and_the_last_stays_last(room: Deck) -> None:
    (options,), _ = bodies(room, "whatever-the-amount")
    assert isinstance(options, Options)
    assert options.many
    assert plain(options.options[-1].runs) == "None of these."


def test_a_short_answer_shows_what_counts_and_what_does_not(room: Deck) -> None:
    before, (answer,) = bodies(room, "bureau")
    assert before == ()
    assert isinstance(answer, Bullets)
    assert [plain(item.runs) for item in answer.items] == [
        "BIS",
        "Bureau of Industry and Security…",
        "Not: DDTC. That office administers the ITAR.",
    ]


def test_a_number_stands_with_its_unit(room: Deck) -> None:
    _, (answer,) = bodies(room, "written-report")
    assert isinstance(answer, Paragraph)
    assert plain(answer.runs).startswith("15")


def test_pairs_are_mixed_and_then_put_together(room: Deck) -> None:
    (before,), (after,) = bodies(room, "lists")
    assert isinstance(before, Pairs)
    assert isinstance(after, Pairs)
    assert after.revealed
    assert len(before.rights) >= len(set(before.answer))
    groups, _ = bodies(room, "sort-signs")
    assert isinstance(groups[0], Pairs)
    assert [plain(right) for right in groups[0].rights] == ["Red flag", "Not a red flag"]


def test_steps_keep_their_letters_and_are_never_asked_in_order(room: Deck) -> None:
    (before,), (after,) = bodies(room, "steps")
    assert isinstance(before, Steps)
    assert isinstance(after, Steps)
    assert [letter for letter, _ in before.steps] == sorted(letter for letter, _ in after.steps)
    assert set(before.steps) == set(after.steps)
    assert before.steps != after.steps


def test_gaps_are_blank_and_then_filled(room: Deck) -> None:
    (text, choices), (filled,) = bodies(room, "rule")
    assert isinstance(text, Paragraph)
    assert isinstance(choices, Bullets)
    assert isinstance(filled, Paragraph)
    assert "___" in plain(text.runs)
    assert "___" not in plain(filled.runs)


@pytest.mark.parametrize("name", ["order-4711", "urgent-mail", "parcel-label"])
def test_a_paper_is_numbered_and_its_flags_are_hidden_first(room: Deck, name: str) -> None:
    (before,), after = bodies(room, name)
    assert isinstance(before, Paper)
    assert isinstance(after[0], Paper)
    assert before.asked
    assert not before.revealed
    assert [line.number for line in before.lines] == list(range(1, len(before.lines) + 1))
    assert any(line.flagged for line in after[0].lines)


def test_parts_of_a_picture_are_numbered_from_top_left(room: Deck) -> None:
    (before,), _ = bodies(room, "label-spots")
    assert isinstance(before, Spots)
    tops = [(spot.top, spot.left) for spot in before.spots]
    assert tops == sorted(tops)
    assert before.picture.path == "quizzes/images/label.svg"
