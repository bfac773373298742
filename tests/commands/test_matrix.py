"""`course matrix` prints the same in four forms; what it prints is held by golden files."""

from __future__ import annotations

import json
import os
import shutil
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coursebuilder.cli import main

TESTS = Path(__file__).parents[1]
EXERCISES = TESTS / "data/exercises"
EXPECTED = TESTS / "expected/matrix"
FORMS = {"text": "txt", "markdown": "md", "json": "json", "html": "html"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["matrix", *map(str, arguments)])


@pytest.mark.parametrize("form", FORMS)
def test_the_matrix_of_the_exercises_is_as_approved(form: str) -> None:
    printed = run(EXERCISES, "--format", form).output
    path = EXPECTED / f"exercises.{FORMS[form]}"
    if form == "html":
        # The style has its own approval: eyes. Here it would only make noise.
        printed = printed[printed.index("<body>") :]
    if os.environ.get("UPDATE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(printed, "utf-8", newline="\n")
    assert printed == path.read_text("utf-8")


def test_json_is_json() -> None:
    data = json.loads(run(EXERCISES, "--format", "json").output)
    assert [each["id"] for each in data["objectives"]] == [
        "chemical/spot",
        "chemical/report",
        "export/papers",
        "export/screen",
    ]


def test_a_gap_fails_only_when_strict(tmp_path: Path) -> None:
    assert run(EXERCISES, "--strict").exit_code == 0
    root = shutil.copytree(EXERCISES, tmp_path / "course")
    (root / "quizzes/export.yml").unlink()
    assert "MISSING: Nothing assesses it." in run(root).output
    assert run(root).exit_code == 0
    assert run(root, "--strict").exit_code == 1


def test_every_form_marks_what_is_missing(tmp_path: Path) -> None:
    root = shutil.copytree(EXERCISES, tmp_path / "course")
    module = root / "modules/export.md"
    module.write_text(module.read_text("utf-8").replace('objectives="papers"', ""), "utf-8")
    (root / "quizzes/export.yml").unlink()
    assert "**No section teaches it.**<br>**Nothing" in run(root, "--format", "markdown").output
    assert "| **0 / 0** | **0 / 0** |" in run(root, "--format", "markdown").output
    assert json.loads(run(root, "--format", "json").output)["gaps"] == 3
    page = run(root, "--format", "html").output
    assert '<span class="missing">No section teaches it.</span>' in page
    assert "<b>gap</b>" in page


def test_a_course_without_audiences_has_no_paths(tmp_path: Path) -> None:
    root = shutil.copytree(EXERCISES, tmp_path / "course")
    settings = root / "modules/course.yml"
    settings.write_text(settings.read_text("utf-8").partition("audiences:")[0], "utf-8")
    assert "## Paths" not in run(root, "--format", "markdown").output
    assert "paths: none" in run(root).output
    assert 'id="paths"' not in run(root, "--format", "html").output


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = unescape(run(EXERCISES, "--format", "html").output)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "style=" not in page
    assert "http" not in page.replace("http-equiv", "")
