import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import coursebuilder
from coursebuilder.checking import rules
from coursebuilder.checking.rule import id_of
from coursebuilder.problem import Problem

CheckFiles = Callable[..., tuple[Problem, ...]]
Completed = Callable[[str, str], str]
PACKAGE = Path(coursebuilder.__file__).parent

QUESTION = """\
- id: q3
  ask: What do you do first?
  choices:
    - wrong: Quote a price.
    - wrong: Ship.
  why: The end use comes first.
"""


@pytest.fixture
def found(check_files: CheckFiles, completed: Completed) -> Callable[..., list[str]]:
    def check(fragments: dict[str, str]) -> list[str]:
        files = {path: completed(path, fragment) for path, fragment in fragments.items()}
        return [f"{problem.rule}:{problem.place.line}" for problem in check_files(files)]

    return check


def test_the_small_course_has_no_problems(check_files: CheckFiles) -> None:
    assert check_files({}) == ()


def test_problems_are_sorted_by_path_and_place(check_files: CheckFiles) -> None:
    problems = check_files(
        {
            "docs/about.md": "# About\n\n[b](b.md) [c](c.md)\n\n#### Deep\n",
            "docs/a.md": "# A\n\n[x](x.md)\n",
        }
    )
    places = [(p.place.path, p.place.line, p.place.column) for p in problems]
    assert places == [
        ("docs/a.md", 3, 5),
        ("docs/about.md", 3, 5),
        ("docs/about.md", 3, 15),
        ("docs/about.md", 5, 1),
    ]


def test_a_comment_silences_its_rule_in_the_next_block_only(
    found: Callable[..., list[str]],
) -> None:
    text = """\
<!-- allow broken-link: The page comes next week. -->
See [one](one.md).

See [two](two.md).
"""
    assert found({"modules/welcome.md": text}) == ["broken-link:17"]


def test_several_comments_may_stand_in_a_row(found: Callable[..., list[str]]) -> None:
    text = """\
<!-- allow broken-link: The page comes next week. -->
<!-- allow uncited-figure: The number is ours. -->
See [one](one.md), which costs $5.
"""
    assert found({"modules/welcome.md": text}) == []


def test_front_matter_silences_a_rule_in_the_whole_module(check_files: CheckFiles) -> None:
    text = """\
---
title: Welcome
summary: Who visits you, and why.
objectives:
  spot: Name the signs of a suspicious order
reviewed: 2026-11-21
allow:
  broken-link: The pages come next week.
---

## Start {#start minutes=5 objectives="spot"}

See [one](one.md) and [two](two.md).
"""
    assert check_files({"modules/welcome.md": text}) == ()


def test_a_question_silences_a_rule_for_itself(found: Callable[..., list[str]]) -> None:
    allowed = QUESTION + "  allow:\n    no-right-choice: It is a trick.\n"
    assert found({"quizzes/welcome.yml": allowed}) == []
    other = QUESTION.replace("q3", "q4").replace("first", "last")
    assert found({"quizzes/welcome.yml": allowed + other}) == ["no-right-choice:27"]


def test_a_problem_of_the_reader_can_be_silenced_too(found: Callable[..., list[str]]) -> None:
    question = "- id: q3\n  statement: So it is.\n  answer: true\n  odd: 1\n"
    assert found({"quizzes/welcome.yml": question}) == ["unknown-key:21"]
    question += "  allow: {unknown-key: Our other tool reads it.}\n"
    assert found({"quizzes/welcome.yml": question}) == []


def test_an_allow_that_silences_nothing_is_told_of(found: Callable[..., list[str]]) -> None:
    text = "<!-- allow broken-link: It was broken once. -->\nSee [us](../about.md).\n"
    assert found({"modules/welcome.md": text}) == ["stale-allow:14"]


def test_an_allow_for_no_rule_names_the_nearest(
    check_files: CheckFiles, completed: Completed
) -> None:
    text = "<!-- allow broken-lnik: The page comes next week. -->\nSee [one](one.md).\n"
    problems = check_files({"modules/welcome.md": completed("modules/welcome.md", text)})
    assert [(p.rule, p.place.column, p.place.end_column) for p in problems] == [
        ("unknown-rule", 12, 23),
        ("broken-link", 11, 17),
    ]
    assert problems[0].message.endswith("Did you mean 'broken-link'?")


def test_an_allow_without_a_reason_silences_nothing(found: Callable[..., list[str]]) -> None:
    text = "<!-- allow broken-link: -->\nSee [one](one.md).\n"
    assert found({"modules/welcome.md": text}) == ["allow-without-reason:14", "broken-link:15"]


def test_the_day_is_the_caller_s(check_files: CheckFiles) -> None:
    problems = check_files({}, today=date(2028, 1, 1))
    assert {problem.rule for problem in problems} == {
        "contact-verified-long-ago",
        "review-overdue",
    }


def test_every_severity_is_that_of_its_rule(check_files: CheckFiles, completed: Completed) -> None:
    files = {"quizzes/welcome.yml": completed("quizzes/welcome.yml", QUESTION), "docs/a.md": ""}
    severities = {id_of(rule): rule.SEVERITY for rule in rules.ALL}
    problems = check_files(files)
    assert problems
    assert all(problem.severity is severities[problem.rule] for problem in problems)


def rule_ids_in(path: Path) -> Iterator[str]:
    """Texts that look like a rule's id, given to a function that notes a mistake."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if any(word in name.lower() for word in ("error", "problem", "refuse")):
                for argument in node.args[:2]:
                    if isinstance(argument, ast.Constant) and _is_id(argument.value):
                        yield argument.value


def _is_id(value: object) -> bool:
    return isinstance(value, str) and value.replace("-", "").islower() and "-" in value


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "reading").rglob("*.py")), ids=lambda path: path.stem
)
def test_every_rule_that_a_reader_names_has_its_page(path: Path) -> None:
    assert set(rule_ids_in(path)) <= {id_of(rule) for rule in rules.ALL}


def test_every_page_of_a_reader_s_rule_is_used_by_a_reader() -> None:
    texts = "".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / "reading").rglob("*.py")
    )
    engine = {"allow-without-reason", "fixed-rule", "stale-allow", "unknown-rule"}
    names = {id_of(rule) for rule in rules.READ} - engine
    assert {name for name in names if f'"{name}"' not in texts} == set()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("modules/sources.yml", "ecfr-1310:", "ECFR_1310:"),
        ("modules/contacts.yml", "tip-line:", "Tip Line:"),
        ("modules/redflags.yml", "cash:", "Cash:"),
        ("modules/welcome.md", "  spot:", "  Spot:"),
    ],
)
def test_a_bad_id_is_told_of_once_and_its_users_are_right_already(
    check_files: CheckFiles, completed: Completed, path: str, old: str, new: str
) -> None:
    text = "Call [](contact:tip-line).\n\n/// redflags | cash\n///\n"
    files = {
        name: completed(name, text if name.endswith(".md") else "")
        for name in ("modules/welcome.md", path)
    }
    files[path] = files[path].replace(old, new)
    problems = check_files(files)
    assert [(p.rule, p.place.path) for p in problems] == [("bad-id", path)]


def test_a_user_of_a_bad_id_is_told_the_right_one(
    check_files: CheckFiles, completed: Completed
) -> None:
    files = {
        "modules/contacts.yml": completed("modules/contacts.yml", "").replace("tip-l", "Tip_L"),
        "modules/welcome.md": completed("modules/welcome.md", "Call [](contact:Tip_Line).\n"),
    }
    messages = [problem.message for problem in check_files(files)]
    assert messages[1].endswith("Did you mean 'tip-line'?")


@pytest.mark.parametrize(
    "path",
    [
        "modules/sources.yml",
        "modules/contacts.yml",
        "modules/redflags.yml",
        "modules/glossary.yml",
        "modules/course.yml",
        "quizzes/welcome.yml",
    ],
)
@pytest.mark.parametrize("text", ["a text\n", '"a text"\n'])
def test_a_file_of_the_wrong_shape_is_told_of_once(
    check_files: CheckFiles, completed: Completed, path: str, text: str
) -> None:
    module = completed("modules/welcome.md", "The EAR and [](contact:tip-line).\n")
    problems = check_files({path: text, "modules/welcome.md": module})
    assert [(p.rule, p.place.path) for p in problems] == [("wrong-value", path)]
