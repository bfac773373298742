import pytest

from coursebuilder.checking.grade import grade, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", 1),
        ("make", 1),
        ("makes", 1),
        ("table", 2),
        ("created", 2),
        ("wanted", 2),
        ("shipped", 1),
        ("houses", 2),
        ("people", 2),
        ("licensed", 2),
        ("agency", 3),
        ("identification", 6),
        ("rhythm", 1),
        ("15", 1),
    ],
)
def test_syllables_go_by_groups_of_vowels(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_a_text_of_short_words_in_short_sentences_is_easy() -> None:
    assert grade(["The cat sat. The dog ran."]) == pytest.approx(0.39 * 3 + 11.8 - 15.59)


def test_every_text_ends_its_last_sentence() -> None:
    assert grade(["Stop the order", "Call the boss"]) == grade(["Stop the order. Call the boss."])


def test_names_are_left_out() -> None:
    terms = {"Export Administration Regulations"}
    assert grade(["The Export Administration Regulations rule."], terms) == grade(["The rule."])


def test_nothing_has_no_grade() -> None:
    assert grade([]) == 0
    assert grade(["EAR."], {"EAR"}) == 0
