"""The amounts of a sentence, and the persons and passive clauses in it."""

import pytest

from coursebuilder.checking.passive import is_passive
from coursebuilder.checking.people import people_in
from coursebuilder.checking.statements import quantities


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("It costs $1.2 million.", {("money", 1_200_000)}),
        ("It costs 1,500 dollars.", {("money", 1500)}),
        ("It costs 2 million euros.", {("money", 2_000_000)}),
        ("About 30 percent, or 30%.", {("percent", 30)}),
        ("Within 15 calendar days.", {("day", 15)}),
        ("A 5-year rule.", {("year", 5)}),
        ("Some 115 million pills and 3 boxes.", {("pill", 115_000_000), ("boxe", 3)}),
        ("In 2024 the rule came.", set()),
        ("See 15 CFR 744.", set()),
        ("Nothing is counted.", set()),
    ],
)
def test_amounts_have_their_units(sentence: str, amounts: set[tuple[str, float]]) -> None:
    assert quantities(sentence) == amounts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A man, John Q. Sample, and Ms. Roe.", ["John Q. Sample", "Ms. Roe"]),
        ("Señora de la Cruz said so.", ["Señora de la Cruz"]),
        ("The John Sample Act. Paul Sample, Inc. David Park.", []),
        ("Frank talk. Will You come. Robert said so.", []),
    ],
)
def test_a_person_has_an_address_or_a_first_name(text: str, names: list[str]) -> None:
    assert list(people_in(text)) == names


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("The order is stopped.", True),
        ("It was not sent.", True),
        ("It has been quickly sold.", True),
        ("He got arrested.", True),
        ("You are interested.", False),
        ("They are used to it.", False),
        ("The bed is red.", False),
        ("You need it.", False),
    ],
)
def test_a_passive_clause_is_known_by_its_form(sentence: str, passive: bool) -> None:
    assert is_passive(sentence) is passive
