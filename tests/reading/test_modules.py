from collections.abc import Callable
from datetime import date

import pytest

from coursebuilder.course import Module, Objective, Priority
from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Allow, Located, QuestionBlock
from coursebuilder.reading.modules import read_module

PATH = "modules/x.md"
MODULE = """\
---
title: Chemical red flags
summary: How lawful chemicals leave lawful trade.
objectives:
  spot: Identify the signs
  report: State when
reviewed: 2026-11-21
review_in: 6 months
---

Opening.

## Who is buying {#who minutes=6 priority=must objectives="spot report"}

/// question | one
///

### A part {#part}

## Then what {#then minutes=4}

Text.
"""

Read = Callable[[str], Module]


def read(text: str) -> tuple[Module, tuple[Problem, ...]]:
    module, _, problems = read_module(text, "x", PATH)
    return module, problems


def wrong(text: str) -> list[tuple[int, int, str]]:
    _, problems = read(text)
    return [(each.place.line, each.place.column, each.rule) for each in problems]


@pytest.fixture
def module() -> Module:
    found, problems = read(MODULE)
    assert problems == ()
    return found


def test_front_matter_is_read_with_its_places(module: Module) -> None:
    assert module.title == Located("Chemical red flags", Place(PATH, 2, 8, 2, 26))
    assert module.summary.value == "How lawful chemicals leave lawful trade."
    assert module.objectives[1] == Objective(
        id=Located("report", Place(PATH, 6, 3, 6, 9)),
        text=Located("State when", Place(PATH, 6, 11, 6, 21)),
        module="x",
    )
    assert module.reviewed == Located(date(2026, 11, 21), Place(PATH, 7, 11, 7, 21))
    assert module.review_in == Located("6 months", Place(PATH, 8, 12, 8, 20))
    assert (module.slug, module.path, module.draft, module.reviewed_by) == ("x", PATH, False, "")
    assert module.place == Place(PATH, 1)


def test_the_source_begins_under_the_front_matter(module: Module) -> None:
    assert module.source_line == 10
    assert module.source == MODULE.split("---\n")[2]


def test_sections_have_minutes_a_priority_and_objectives(module: Module) -> None:
    who, then = module.sections
    assert (who.id.value, who.title, who.priority) == ("who", "Who is buying", Priority.MUST)
    assert who.minutes == Located(6, Place(PATH, 13, 32, 13, 33))
    assert who.objectives == (
        Located("spot", Place(PATH, 13, 60, 13, 64)),
        Located("report", Place(PATH, 13, 65, 13, 71)),
    )
    assert (who.first_line, who.last_line) == (13, 19)
    assert [type(block) for block in who.blocks] == [QuestionBlock]
    assert (then.first_line, then.last_line, then.blocks) == (20, 23, ())
    assert (then.priority, then.objectives) == (Priority.SHOULD, ())


def test_a_module_may_be_a_draft_and_name_its_reviewer() -> None:
    text = MODULE.replace("review_in: 6 months", "status: draft\nreviewed_by: A. Reader")
    module, problems = read(text)
    assert problems == ()
    assert (module.draft, module.reviewed_by, module.review_in) == (True, "A. Reader", None)


def test_rules_switched_off_in_front_matter_are_off_in_the_whole_module() -> None:
    text = MODULE.replace("---\n\n", "allow:\n  uncited-figure: A sample\n---\n\n", 1)
    text += "\n<!-- allow heading-jump: Another -->\n##### Deep\n"
    _, allows, problems = read_module(text, "x", PATH)
    assert problems == ()
    assert [(allow.rule.value, allow.first, allow.last) for allow in allows] == [
        ("uncited-figure", 1, text.count("\n") + 1),
        ("heading-jump", 27, 27),
    ]
    assert isinstance(allows[0], Allow)


def test_texts_of_the_front_matter_are_scanned() -> None:
    text = MODULE.replace("Identify the signs", "Identify [the signs](x.md) [@law]")
    module, problems = read(text)
    assert problems == ()
    assert [link.target.place.line for link in module.prose.links] == [5]
    assert len(module.prose.citations) == 1


@pytest.mark.parametrize("text", ["## One {#one minutes=1}\n", "# One\n", "title: One\n\nText.\n"])
def test_missing_front_matter_is_told_of_at_the_first_line(text: str) -> None:
    assert wrong(text)[0] == (1, 1, "missing-front-matter")


def test_empty_lines_before_the_front_matter_are_fine() -> None:
    module, problems = read(f"\n\n{MODULE}")
    assert problems == ()
    assert module.title.place.line == 4


def test_front_matter_without_an_end_goes_to_the_text() -> None:
    text = MODULE.replace("6 months\n---\n", "6 months\n")
    module, (problem,) = read(text)
    assert (problem.rule, problem.place.line) == ("unclosed-front-matter", 1)
    assert len(module.sections) == 2
    assert module.source_line == 9


def test_front_matter_alone_without_an_end_is_all_of_the_file() -> None:
    assert wrong("---\ntitle: T\nsummary: S\nobjectives:\n  a: b\nreviewed: 2026-11-21") == [
        (1, 1, "unclosed-front-matter"),
        (1, 1, "no-sections"),
    ]


def test_dots_may_end_the_front_matter() -> None:
    assert wrong(MODULE.replace("6 months\n---\n", "6 months\n...\n")) == []


def test_empty_front_matter_lacks_everything() -> None:
    assert wrong("---\n---\n## One {#one minutes=1}\n") == [(1, 1, "missing-key")] * 4


@pytest.mark.parametrize(
    ("typed", "slip", "expected"),
    [
        ("title: Chemical red flags", "", (1, 1, "missing-key")),
        ("title: Chemical", "titel: Chemical", (2, 1, "unknown-key")),
        ("title: Chemical red", "title: Chemical: red", (2, 8, "sentence-in-yaml")),
        ("summary: How", "summery: How", (3, 1, "unknown-key")),
        ("  report: State", "  Report: State", (6, 3, "bad-id")),
        ("  report: State when", "  report:", (6, 3, "empty-value")),
        ("2026-11-21", "21.11.2026", (7, 11, "wrong-value")),
        ("2026-11-21", "2026-11-31", (7, 11, "wrong-value")),
        ("6 months", "6 monts", (8, 12, "wrong-value")),
        ("6 months", "half a year", (8, 12, "wrong-value")),
        ("6 months", "0 days", (8, 12, "wrong-value")),
        ("6 months", "6 months\nstatus: published", (9, 9, "wrong-value")),
        ("{#who minutes", "{minutes", (13, 1, "section-without-id")),
        ("#who", "#Who", (13, 20, "bad-id")),
        (" minutes=6", "", (13, 1, "section-without-minutes")),
        ("minutes=6", "minutes=0", (13, 32, "wrong-value")),
        ("minutes=6", "minutes=6.5", (13, 32, "wrong-value")),
        ("minutes=6", "minutes=six", (13, 32, "wrong-value")),
        ("minutes=6", "minutes=6 minute=5", (13, 41, "unknown-key")),
        ("priority=must", "priority=high", (13, 43, "wrong-value")),
        ('"spot report"', '"spot, report"', (13, 60, "wrong-value")),
        ("{#part}", "{#part minutes=5}", (18, 27, "unknown-key")),
        ("### A part {#part}", "# A part", (18, 1, "heading-one-in-body")),
        ("### A part {#part}", "A part\n===", (18, 1, "heading-one-in-body")),
        ("Opening.", "[@a b]", (11, 1, "malformed-citation")),
    ],
)
def test_each_slip_is_told_of_at_its_place(
    typed: str, slip: str, expected: tuple[int, int, str]
) -> None:
    assert typed in MODULE
    assert wrong(MODULE.replace(typed, slip, 1)) == [expected]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("6 monts", "review_in: 6 months"),
        ("2 yrs", "review_in: 2 years"),
        ("30days", "review_in: 30 days"),
        ("half a year", ""),
    ],
)
def test_the_right_period_is_proposed(typed: str, right: str) -> None:
    module, (problem,) = read(MODULE.replace("6 months", typed))
    assert problem.hint == right
    assert (str(module.review_in) if module.review_in else "") == right.removeprefix("review_in: ")


def test_the_right_minutes_are_proposed_as_an_attribute() -> None:
    _, (problem,) = read(MODULE.replace("minutes=6", "minutes=6min"))
    assert problem.hint == "minutes=6"


def test_objectives_with_commas_are_read() -> None:
    module, (problem,) = read(MODULE.replace('"spot report"', '"spot,report"'))
    assert problem.hint == 'objectives="spot report"'
    assert [(str(each), each.place.column) for each in module.sections[0].objectives] == [
        ("spot", 60),
        ("report", 65),
    ]


def test_objectives_of_a_corrected_heading_stand_where_it_does() -> None:
    module, (problem,) = read(MODULE.replace('"spot report"', "“spot report”"))
    assert problem.rule == "malformed-heading"
    assert [str(each) for each in module.sections[0].objectives] == ["spot", "report"]


def test_attributes_of_html_are_left_alone() -> None:
    assert wrong(MODULE.replace("{#who", "{#who .wide lang=es data-toc-label='Who'")) == []


def test_a_module_without_a_section_is_told_of() -> None:
    text = MODULE[: MODULE.index("##")] + "> ## Quoted {#q}\n\n```\n## In code\n```\n"
    assert wrong(text) == [(1, 1, "no-sections")]


def test_what_could_not_be_read_is_empty() -> None:
    module, _ = read("## One {#one minutes=1}\n")
    assert (module.title.value, module.summary.value, module.objectives) == ("x", "", ())
    assert module.reviewed is None
    assert len(module.sections) == 1


TRANSLATED = MODULE.replace("reviewed:", "translates: other\nlanguage: es-US\nreviewed:")


def test_a_module_may_be_a_translation() -> None:
    marked = TRANSLATED.replace("reviewed:", "translated_from: 4f21c0-9be07a\nreviewed:")
    translation = read(marked)[0].translation
    assert translation
    assert (translation.of.value, translation.language.value) == ("other", "es-US")
    assert translation.made_from == Located("4f21c0-9be07a", Place(PATH, 9, 18, 9, 31))
    assert translation.place == Place(PATH, 7, 1, 7, 11)


def test_a_translation_need_not_say_what_it_was_made_from() -> None:
    module, problems = read(TRANSLATED)
    assert module.translation
    assert (module.translation.made_from, problems) == (None, ())


@pytest.mark.parametrize(
    ("taken", "put", "place"),
    [
        ("language: es-US\n", "", (1, 1, "missing-key")),
        ("translates: other\n", "", (1, 1, "missing-key")),
        ("es-US", "Spanish", (8, 11, "wrong-value")),
        ("translates: other\nlanguage: es-US\n", "translated_from: a\n", (1, 1, "missing-key")),
    ],
)
def test_half_a_translation_is_told_of_and_is_none(
    taken: str, put: str, place: tuple[int, int, str]
) -> None:
    text = TRANSLATED.replace(taken, put)
    assert place in wrong(text)
    assert read(text)[0].translation is None
