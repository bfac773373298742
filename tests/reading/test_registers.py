"""What the readers of the four registers promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coursebuilder.problem import Problem
from coursebuilder.reading.findings import Findings

Model = Callable[[str, str], Any]
Mistake = Callable[[str, str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]

SOURCE = "  title: T\n  publisher: P\n  accessed: 2026-11-21\n  confidence: seen\n"
CONTACT = "  name: N\n  phone: 112\n  for: All\n  verified_on: 2026-11-21\n"
FLAG = "  text: Cash.\n  group: payment\n"


def test_a_source_has_its_fields(model: Model) -> None:
    source = model(
        "sources",
        f"hsi-2023:\n{SOURCE}  url: https://www.ice.gov/…\n  published: 2023\n"
        "  review_by: 2027-05-21\n",
    )["hsi-2023"]
    assert (source.id.value, source.title, source.publisher) == ("hsi-2023", "T", "P")
    assert (source.accessed.value, source.confidence) == (date(2026, 11, 21), "seen")
    assert (source.url.value, source.published) == ("https://www.ice.gov/…", "2023")
    assert source.review_by.value == date(2027, 5, 21)


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("⟦a⟧:\n  publisher: P\n  accessed: 2026-11-21\n  confidence: seen\n", "missing-key"),
        ("⟦a⟧:\n  title: T\n  accessed: 2026-11-21\n  confidence: seen\n", "missing-key"),
        ("⟦a⟧:\n  title: T\n  publisher: P\n  confidence: seen\n", "missing-key"),
        ("⟦a⟧:\n  title: T\n  publisher: P\n  accessed: 2026-11-21\n", "missing-key"),
        ("a: ⟦A text⟧\n", "wrong-value"),
        ("⟦a⟧:\n", "empty-value"),
        ("⟦- a⟧\n", "wrong-value"),
        ("⟦just a text⟧\n", "wrong-value"),
        (f"⟦HSI⟧:\n{SOURCE}", "bad-id"),
        (f"a:\n{SOURCE}  ⟦link⟧: https://x.example\n", "unknown-key"),
        (f"a:\n{SOURCE}  url: ⟦www.ice.gov⟧\n", "wrong-value"),
        (f"a:\n{SOURCE}  review_by: ⟦next year⟧\n", "wrong-value"),
        (f"a:\n{SOURCE}  ⟦review_by⟧:\n", "empty-value"),
        (f"a:\n{SOURCE}  ⟦published⟧:\n", "empty-value"),
        (f"a:\n{SOURCE.replace('seen', '⟦sure⟧')}", "wrong-value"),
    ],
)
def test_a_mistake_in_a_source_is_told_at_its_place(
    mistake: Mistake, marked: str, rule: str
) -> None:
    assert mistake("sources", marked).rule == rule


def test_an_address_without_its_beginning_gets_it(mistake: Mistake) -> None:
    problem = mistake("sources", f"a:\n{SOURCE}  url: ⟦www.ice.gov⟧\n")
    assert problem.hint == "url: https://www.ice.gov"


@pytest.mark.parametrize("kind", ["sources", "glossary", "contacts", "redflags"])
def test_a_register_may_hold_nothing_on_purpose(model: Model, kind: str) -> None:
    assert model(kind, "{}\n") == {}


def test_a_list_is_no_register(mistake: Mistake) -> None:
    assert "`a-red-flag:`" in mistake("redflags", "⟦- text: Cash.⟧\n").message


def test_a_source_with_a_mistake_still_exists(read_wrong: ReadWrong) -> None:
    sources, _ = read_wrong("sources", "a: A text\nb:\n  title: T\n")
    assert sorted(sources) == ["a", "b"]
    assert (sources["b"].title, sources["b"].confidence) == ("T", "unverified")


def test_a_term_is_a_name_and_its_meaning(model: Model) -> None:
    terms = model("glossary", "EAR: Export rules, 15 CFR 730.\nEnd use: |\n  What it is\n  for.\n")
    assert [(name, term.meaning.value) for name, term in terms.items()] == [
        ("EAR", "Export rules, 15 CFR 730."),
        ("End use", "What it is\nfor."),
    ]


def test_a_term_may_switch_a_rule_off(read_wrong: ReadWrong) -> None:
    text = "A: B\nEAR:\n  meaning: Export rules.\n  allow:\n    long-text: A law.\n"
    terms, findings = read_wrong("glossary", text)
    assert (terms["EAR"].meaning.value, findings.problems) == ("Export rules.", [])
    assert [(each.rule.value, each.first, each.last) for each in findings.allows] == [
        ("long-text", 2, 5)
    ]


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("⟦EAR⟧:\n", "empty-value"),
        ("EAR: ⟦[a, b]⟧\n", "wrong-value"),
        ("⟦EAR⟧:\n  allow: {a: b}\n", "missing-key"),
        ("EAR:\n  ⟦definition⟧: Rules.\n", "unknown-key"),
    ],
)
def test_a_mistake_in_a_term_is_told_at_its_place(mistake: Mistake, marked: str, rule: str) -> None:
    assert mistake("glossary", marked).rule == rule


def test_a_contact_has_its_fields(model: Model) -> None:
    contact = model(
        "contacts",
        'tip-line:\n  name: HSI Tip Line\n  phone: 877-4-HSI-TIP\n  digits: "+18774474847"\n'
        "  for: Smuggling\n  source: hsi\n  verified_on: 2026-11-21\n  url: https://ice.example\n"
        "  email: tips@ice.example\n",
    )["tip-line"]
    assert (contact.name, contact.phone, contact.digits) == (
        "HSI Tip Line",
        "877-4-HSI-TIP",
        "+18774474847",
    )
    assert (contact.purpose, contact.source.value) == ("Smuggling", "hsi")
    assert (contact.url, contact.email) == ("https://ice.example", "tips@ice.example")
    assert (contact.verified_on.value, contact.unverified) == (date(2026, 11, 21), False)


def test_a_contact_may_be_unverified(model: Model) -> None:
    text = "a:\n" + CONTACT.replace("2026-11-21", "unverified")
    contact = model("contacts", text)["a"]
    assert (contact.verified_on, contact.unverified) == (None, True)


@pytest.mark.parametrize("way", ["phone: 112", "url: https://x.example", "email: a@x.example"])
def test_a_contact_needs_one_way_to_reach_it(model: Model, way: str) -> None:
    assert "a" in model("contacts", "a:\n" + CONTACT.replace("phone: 112", way))


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("⟦a⟧:\n  name: N\n  for: All\n  verified_on: unverified\n", "missing-key"),
        ("⟦a⟧:\n  phone: 112\n  for: All\n  verified_on: unverified\n", "missing-key"),
        ("⟦a⟧:\n  name: N\n  phone: 112\n  verified_on: unverified\n", "missing-key"),
        ("⟦a⟧:\n  name: N\n  phone: 112\n  for: All\n", "missing-key"),
        (f"a:\n{CONTACT}  email: ⟦the office⟧\n", "wrong-value"),
        (f"a:\n{CONTACT}  digits: ⟦HSI-TIP⟧\n", "wrong-value"),
        (f"a:\n{CONTACT}  url: ⟦ice.gov⟧\n", "wrong-value"),
        (f"a:\n{CONTACT.replace('2026-11-21', '⟦yesterday⟧')}", "wrong-value"),
        ("a: ⟦112⟧\n", "wrong-value"),
    ],
)
def test_a_mistake_in_a_contact_is_told_at_its_place(
    mistake: Mistake, marked: str, rule: str
) -> None:
    assert mistake("contacts", marked).rule == rule


def test_a_group_of_red_flags_may_have_a_title(model: Model) -> None:
    flags = model(
        "redflags", f"groups:\n  payment: How they pay\na:\n{FLAG}b:\n  text: B.\n  group: x\n"
    )
    assert [(name, flag.group_title) for name, flag in flags.items()] == [
        ("a", "How they pay"),
        ("b", ""),
    ]


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        (f"groups:\n  ⟦pament⟧: How they pay\na:\n{FLAG}", "unknown-red-flag"),
        (f"groups:\n  ⟦Pay⟧: How they pay\na:\n{FLAG.replace('payment', 'Pay')}", "bad-id"),
        (f"groups:\n  ⟦payment⟧:\na:\n{FLAG}", "empty-value"),
        (f"groups: ⟦payment⟧\na:\n{FLAG}", "wrong-value"),
    ],
)
def test_a_mistake_in_a_group_s_title_is_told_at_its_place(
    mistake: Mistake, marked: str, rule: str
) -> None:
    assert mistake("redflags", marked).rule == rule


def test_titles_without_a_red_flag_are_left_alone(model: Model) -> None:
    assert model("redflags", "groups:\n  payment: How they pay\n") == {}


def test_a_red_flag_has_its_fields(model: Model) -> None:
    flag = model("redflags", f"cash:\n{FLAG}  why: Cash hides.\n  source: dea\n")["cash"]
    assert (flag.id.value, flag.text.value, flag.group.value) == ("cash", "Cash.", "payment")
    assert (flag.why.value, flag.source.value) == ("Cash hides.", "dea")


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("⟦a⟧:\n  text: Cash.\n", "missing-key"),
        ("⟦a⟧:\n  group: payment\n", "missing-key"),
        ("a: ⟦Cash.⟧\n", "wrong-value"),
        (f"⟦Cash order⟧:\n{FLAG}", "bad-id"),
    ],
)
def test_a_mistake_in_a_red_flag_is_told_at_its_place(
    mistake: Mistake, marked: str, rule: str
) -> None:
    assert mistake("redflags", marked).rule == rule


def test_allow_of_an_entry_is_kept_for_its_lines(read_wrong: ReadWrong) -> None:
    _, findings = read_wrong("redflags", f"a:\n{FLAG}b:\n{FLAG}  allow: {{long-text: A law.}}\n")
    assert [(each.first, each.last) for each in findings.allows] == [(4, 7)]
