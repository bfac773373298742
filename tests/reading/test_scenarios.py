"""What the reader of scenarios promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coursebuilder.problem import Problem
from coursebuilder.reading.findings import Findings

Mistake = Callable[[str, str], Problem]
ReadWrong = Callable[[str, str], tuple[Any, Findings]]

HEAD = "title: T\nstart: inbox\nscenes:\n"
INBOX = "  inbox:\n    text: A mail.\n    choices:\n      - do: Stop.\n        go: done\n"
DONE = "  done:\n    end: good\n    text: Well done.\n"


def test_a_scenario_has_its_fields(model: Callable[[str, str], Any]) -> None:
    scenario = model(
        "scenario",
        "title: A quick inquiry\nid: inquiry\nintro: You sell.\nobjective: chemical/spot\n"
        f"start: inbox\nminutes: 5\nscenes:\n{INBOX}{DONE}",
    )
    assert (scenario.slug, scenario.path, scenario.id.value) == ("x", "quizzes/x.yml", "inquiry")
    assert (scenario.title.value, scenario.start.value) == ("A quick inquiry", "inbox")
    assert (scenario.intro.value, scenario.objective.value) == ("You sell.", "chemical/spot")
    assert (scenario.minutes.value, scenario.complete) == (5, True)


def test_a_scene_has_choices_or_is_an_end(model: Callable[[str, str], Any]) -> None:
    inbox = INBOX + "        why: It helps.\n        redflags: [cash]\n"
    first, second = model("scenario", HEAD + inbox + DONE).scenes
    (decision,) = first.decisions
    assert (first.id.value, first.text.value, first.end) == ("inbox", "A mail.", None)
    assert (decision.do.value, decision.go.value) == ("Stop.", "done")
    assert (decision.why.value, decision.redflags[0].value) == ("It helps.", "cash")
    assert (second.end.value, second.decisions) == ("good", ())


def test_a_scene_reaches_from_its_id_to_its_last_line(model: Callable[[str, str], Any]) -> None:
    places = [scene.place for scene in model("scenario", HEAD + INBOX + DONE).scenes]
    assert [(place.line, place.end_line) for place in places] == [(4, 8), (9, 11)]


def test_line_breaks_of_a_scene_are_kept(model: Callable[[str, str], Any]) -> None:
    scene = "  inbox:\n    text: |\n      **From:** A\n      **To:** B\n    end: good\n"
    assert model("scenario", HEAD + scene).scenes[0].text.value == "**From:** A\n**To:** B"


def test_allow_of_a_scene_is_kept_for_its_lines(read_wrong: ReadWrong) -> None:
    text = HEAD + INBOX + DONE + "    allow: {long-text: A mail.}\n"
    _, findings = read_wrong("scenario", text)
    assert [(each.first, each.last) for each in findings.allows] == [(9, 12)]


def test_allow_of_a_scenario_is_kept_for_the_whole_file(read_wrong: ReadWrong) -> None:
    text = "# Mine\nallow: {long-text: A mail.}\n" + HEAD + INBOX + DONE
    _, findings = read_wrong("scenario", text)
    assert [(each.first, each.last) for each in findings.allows] == [(1, 13)]


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        (f"⟦start: inbox\nscenes:\n{INBOX}{DONE.rstrip()}⟧\n", "missing-key"),
        (f"⟦title: T\nscenes:\n{INBOX}{DONE.rstrip()}⟧\n", "missing-key"),
        ("⟦title: T\nstart: inbox⟧\n", "missing-key"),
        ("title: T\nstart: inbox\n⟦scenes⟧:\n", "empty-value"),
        ("title: T\nstart: inbox\nscenes: ⟦none⟧\n", "wrong-value"),
        ("title: T\nstart: inbox\n⟦scenes⟧:\n  - text: A\n", "wrong-value"),
        (f"{HEAD}  ⟦inbox⟧:\n    end: good\n", "missing-key"),
        (f"{HEAD}  inbox: ⟦A mail.⟧\n", "wrong-value"),
        (f"{HEAD}  ⟦inbox⟧:\n", "empty-value"),
        (f"{HEAD}  inbox:\n    text: A\n    end: ⟦happy⟧\n", "wrong-value"),
        (f"{HEAD}  inbox:\n    text: A\n    ⟦choices⟧: []\n", "empty-value"),
        (f"{HEAD}  inbox:\n    text: A\n    choices: ⟦stop⟧\n", "wrong-value"),
        (f"{HEAD}  inbox:\n    text: A\n    choices:\n      - ⟦Stop.⟧\n", "wrong-value"),
        (f"{HEAD}  inbox:\n    text: A\n    choices:\n      - ⟦do: Stop.⟧\n", "missing-key"),
        (f"{HEAD}  inbox:\n    text: A\n    choices:\n      - ⟦go: inbox⟧\n", "missing-key"),
        (f"{HEAD}  inbox:\n    ⟦txt⟧: A\n    end: good\n", "unknown-key"),
        (f"{HEAD}  ⟦Inbox_1⟧:\n    text: A\n    end: good\n", "bad-id"),
        (f"⟦questions⟧: []\n{HEAD}{DONE}", "unknown-key"),
    ],
)
def test_a_mistake_in_a_scenario_is_told_at_its_place(
    mistake: Mistake, marked: str, rule: str
) -> None:
    assert mistake("scenario", marked).rule == rule


@pytest.mark.parametrize(
    ("typed", "meant"), [("goto", "go"), ("next", "go"), ("action", "do"), ("option", "do")]
)
def test_a_word_that_people_try_is_read_as_its_key(
    read_wrong: ReadWrong, typed: str, meant: str
) -> None:
    scenario, findings = read_wrong("scenario", HEAD + INBOX.replace(f"{meant}:", f"{typed}:"))
    assert [each.hint for each in findings.problems] == [meant]
    assert len(scenario.scenes[0].decisions) == 1


@pytest.mark.parametrize(
    "scene",
    [
        "  inbox: A mail.\n",
        "  inbox:\n    text: A\n    end: happy\n",
        "  inbox:\n    text: A\n    choices: stop\n",
        "  inbox:\n    text: A\n    choices:\n      - do: Stop.\n",
        "  inbox:\n    text: A\n    what-next:\n      - do: Stop.\n        go: done\n",
    ],
)
def test_a_scenario_with_an_unread_way_is_incomplete(read_wrong: ReadWrong, scene: str) -> None:
    scenario, _ = read_wrong("scenario", HEAD + scene + DONE)
    assert scenario.complete is False
    assert [each.id.value for each in scenario.scenes] == ["inbox", "done"]


def test_a_decision_without_its_text_still_leads_on(read_wrong: ReadWrong) -> None:
    scenario, _ = read_wrong("scenario", HEAD + INBOX.replace("do: Stop.", "do:") + DONE)
    assert scenario.complete
    assert scenario.scenes[0].decisions[0].go.value == "done"


def test_a_scenario_without_a_start_begins_with_its_first_scene(read_wrong: ReadWrong) -> None:
    scenario, _ = read_wrong("scenario", f"scenes:\n{INBOX}{DONE}")
    assert (scenario.start.value, scenario.title.value) == ("inbox", "x")


def test_a_text_is_no_scenario(mistake: Mistake) -> None:
    assert mistake("scenario", "⟦Once upon a time⟧\n").rule == "wrong-value"
