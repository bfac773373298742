"""The report is one page that needs nothing else."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coursebuilder.checking.due_dates import Due, DueKind, DueState
from coursebuilder.cli import main
from coursebuilder.problem import Place, Problem, Severity
from coursebuilder.reporting.report_page import broken_rules, months

TESTS = Path(__file__).parents[1]
EXERCISES, SMALL = TESTS / "data/exercises", TESTS / "checking/small_course"
EXPECTED = TESTS / "expected/report"
DAY = ("--as-of", "2026-11-21")
MARK = re.compile(r"Content mark [-0-9a-f]+|outreach-course-builder [\w.+]+")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


def body(out: Path) -> str:
    page = out.read_text("utf-8")
    return MARK.sub("MARK", page[page.index("<body>") :])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXERCISES, tmp_path / "course"))


@pytest.mark.parametrize("name", ["exercises", "broken"])
def test_the_page_is_as_approved(root: Path, tmp_path: Path, name: str) -> None:
    if name == "broken":
        break_course(root)
    out = tmp_path / "report.html"
    assert run(root, "--out", out, *DAY).output == f"The report is in {out}\n"
    path = EXPECTED / f"{name}.html"
    if os.environ.get("UPDATE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body(out), "utf-8", newline="\n")
    assert body(out) == path.read_text("utf-8")


def break_course(root: Path) -> None:
    """Rules broken, things overdue and soon, a draft, a long key, nothing to grade."""
    module = root / "modules/export.md"
    text = module.read_text("utf-8").replace("reviewed: 2026-11-21", "reviewed: 2025-01-01")
    module.write_text(text + "\n[Nowhere](nowhere.md) costs $5.\n", "utf-8")
    chemical = root / "modules/chemical.md"
    text = chemical.read_text("utf-8").replace("reviewed:", "review_in: 20 days\nreviewed:")
    easy = "Ask who will use it, and stop if you do not know. " * 12
    hard = "Organizations facilitating international transactions undertake verification. " * 20
    chemical.write_text(f"{text}\n{easy}\n\n## Hard {{#hard minutes=1}}\n\n{hard}\n", "utf-8")
    (root / "modules/draft.md").write_text(
        "---\ntitle: A draft\nsummary: Not yet.\nobjectives:\n  a: Do\nreviewed: 2026-11-21\n"
        'status: draft\n---\n\n## A {#a minutes=1 objectives="a"}\n\nA.\n',
        "utf-8",
    )
    (root / "modules/contacts.yml").write_text(
        "line:\n  name: Line\n  phone: 555-0142\n  for: All\n  verified_on: unverified\n",
        "utf-8",
    )
    quiz = root / "quizzes/chemical.yml"
    long_key = "right: Ask what it will be used for and who will use it, and then ask for a paper."
    text = quiz.read_text("utf-8")
    assert "right: Ask what it will be used for and who will use it." in text
    quiz.write_text(
        text.replace("right: Ask what it will be used for and who will use it.", long_key), "utf-8"
    )


def test_the_page_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    run(EXERCISES, "--out", out, *DAY)
    page = unescape(out.read_text("utf-8"))
    assert "content=\"default-src 'none'; style-src 'sha256-" in page
    for never in ("<script", "style=", "onclick", "src=", "url(", "@import", "<link"):
        assert never not in page
    assert re.findall(r"https?://\S+", page) == []


def test_what_an_author_wrote_is_escaped(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    settings = root / "modules/course.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("title: Know", "title: <script>alert(1)</script> Know"),
        "utf-8",
    )
    run(root, "--out", out, *DAY)
    page = out.read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_empty_course_has_a_page_too(tmp_path: Path) -> None:
    root = tmp_path / "empty"
    (root / "modules").mkdir(parents=True)
    (root / "modules/course.yml").write_text(
        'id: a\ntitle: Empty\nversion: "1"\nlanguage: es\nmodules: []\n', "utf-8"
    )
    out = tmp_path / "report.html"
    assert run(root, "--out", out, *DAY).exit_code == 0
    assert "State of the course" in out.read_text("utf-8")


def test_a_report_is_written_over_and_nothing_else_is(tmp_path: Path) -> None:
    out = tmp_path / "folder/report.html"
    assert run(SMALL, "--out", out, *DAY).exit_code == 0
    assert run(SMALL, "--out", out, *DAY).exit_code == 0
    other = tmp_path / "letter.html"
    other.write_text("Dear all,", "utf-8")
    result = run(SMALL, "--out", other, *DAY)
    assert result.exit_code == 1
    assert "holds something else" in result.output
    assert other.read_text("utf-8") == "Dear all,"


def test_today_is_the_day_where_none_is_given(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    run(SMALL, "--out", out)
    assert f"As of {date.today():%-d %B %Y}." in out.read_text("utf-8")  # noqa: DTZ011


def test_rules_come_by_weight_then_by_number() -> None:
    def problem(rule: str, severity: Severity) -> Problem:
        return Problem(Place("a.md"), rule, severity, "So.")

    found = broken_rules(
        [
            problem("shall", Severity.HINT),
            problem("wordy", Severity.WARNING),
            problem("shall", Severity.WARNING),
            problem("shall", Severity.WARNING),
            problem("broken-link", Severity.ERROR),
        ]
    )
    assert [(rule.id, rule.severity.value, len(rule.problems)) for rule in found] == [
        ("broken-link", "error", 1),
        ("shall", "warning", 2),
        ("wordy", "warning", 1),
        ("shall", "hint", 1),
    ]


def test_the_calendar_runs_from_overdue_over_thirteen_months_to_later() -> None:
    def due(day: date, state: DueState) -> Due:
        return Due(day, DueKind.SOURCE, "a", "A", Place("a.yml"), state)

    rows = list(
        months(
            [
                due(date(2026, 1, 1), DueState.OVERDUE),
                due(date(2026, 12, 1), DueState.SOON),
                due(date(2027, 11, 30), DueState.LATER),
                due(date(2027, 12, 1), DueState.LATER),
            ],
            date(2026, 11, 21),
        )
    )
    assert [row.title for row in rows if row.due] == [
        "Overdue",
        "December 2026",
        "November 2027",
        "Later",
    ]
    assert len(rows) == 15
    assert [row.state.value for row in rows if row.due] == ["overdue", "soon", "later", "later"]
    assert len(list(months([], date(2026, 11, 21)))) == 13
