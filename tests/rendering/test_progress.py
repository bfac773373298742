"""The learner's own pages and the course's one script."""

import gzip
import json
import re
import subprocess
from functools import partial
from html import unescape
from pathlib import Path

import pytest

from coursebuilder.course import Course, questions_of
from coursebuilder.identity import course_hash, grouped, question_hash, scenario_hash
from coursebuilder.reading.read_course import read_course
from coursebuilder.rendering.addresses import url_of
from coursebuilder.rendering.course_script import (
    ADDRESS,
    FIRST,
    LEAN,
    THEN,
    browser_code,
    course_script,
    later_script,
    words_address,
    words_scripts,
)
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.outline import paths_of, shown_modules
from coursebuilder.rendering.progress import progress_body, record_body, review_body
from coursebuilder.rendering.style_sheets import COURSE, style_sheets
from coursebuilder.rendering.texts import texts_in

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests/data/exercises"
MOST = 25 * 1024
"""Bytes that our script and style may cost a learner, compressed. The course's index is data."""


@pytest.fixture(scope="module")
def exercises() -> Course:
    return read_course(SAMPLE)[0]


def frame_of(course: Course, address: str) -> Frame:
    return Frame(course=course, texts=texts_in("en"), address=address)


def index_of(course: Course) -> dict[str, object]:
    modules = shown_modules(course, drafts=False)
    url = partial(url_of, directory_urls=True)
    script = later_script(course, modules, paths_of(course, modules), url)
    found = re.search(r"coursebuilder\.index, (.*)\);\n", script)
    assert found
    index: dict[str, object] = json.loads(found[1])
    return index


def test_script_and_style_stay_small() -> None:
    """All of our code, words and style that any module's page loads; the theme's is not ours."""
    words = words_scripts(["en"])[words_address("en")]
    ours = (browser_code(FIRST) + words, browser_code(THEN), style_sheets()[COURSE])
    assert sum(len(gzip.compress(text.encode(), 9)) for text in ours) <= MOST


def test_learners_get_the_scripts_as_they_were_last_written(tmp_path: Path) -> None:
    """If this fails: `make lean`."""
    subprocess.run([ROOT / ".ci/lean-scripts", tmp_path], check=True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        path.name: path.read_text() for path in LEAN.iterdir()
    }


def test_lean_code_and_style_have_no_comment() -> None:
    for text in (browser_code(), *style_sheets(preview=True).values()):
        assert "/*" not in text.replace("/*!", "")
        assert "\n  " not in text


def test_only_a_preview_has_the_look_of_mistakes() -> None:
    assert ".slip-item" in style_sheets(preview=True)[COURSE]
    assert ".slip-item" not in "".join(style_sheets().values())


def test_the_script_finds_the_site_s_root_from_its_own_address(exercises: Course) -> None:
    script = course_script(exercises, texts_in("en"))
    assert 'new URL("../../", document.currentScript.src)' in script
    assert ADDRESS.count("/") == 2


def test_the_index_knows_what_stands_on_each_module_s_page(exercises: Course) -> None:
    chemical, export = index_of(exercises)["modules"]  # type: ignore[misc]
    alone = next(q for quiz, q in questions_of(exercises) if q.id.value == "end-use")
    assert chemical["alone"] == question_hash(alone)
    assert chemical["scenarios"] == scenario_hash(exercises.scenarios[0])
    assert len(chemical["quiz"].split()) == 12
    assert (export["draw"], export["pass"], export["url"]) == (4, 0.6, "modules/export/")
    assert export["points"] == {}


def test_a_record_holds_what_a_saved_file_must_name(exercises: Course) -> None:
    modules = shown_modules(exercises, drafts=False)
    html = record_body(frame_of(exercises, "record.md"), (), modules)
    found = re.search(r'data-items="([^"]*)"', html)
    assert found
    items = json.loads(unescape(found[1]))
    assert len(items) == 19
    assert items[0][0] == "end-use"
    assert items[0][2:] == ["chemical/spot", 1]


def test_the_review_names_each_question_once_and_no_answer(exercises: Course) -> None:
    modules = shown_modules(exercises, drafts=False)
    html = review_body(frame_of(exercises, "review.md"), modules)
    assert html.count('data-course-review="end-use"') == 1
    assert "at the … opportunity" in html
    assert "earliest" not in html


def test_a_record_carries_id_version_and_mark_and_claims_nothing_more(exercises: Course) -> None:
    modules = shown_modules(exercises, drafts=False)
    html = record_body(frame_of(exercises, "record.md"), paths_of(exercises, modules), modules)
    assert html.count('class="study-record"') == 2
    assert f"{grouped(course_hash(exercises))}" in html
    assert "exercises, 2026.11" in html
    assert "not a certificate of any authority" in html


def test_a_course_without_paths_has_one_record(exercises: Course) -> None:
    modules = shown_modules(exercises, drafts=False)
    html = record_body(frame_of(exercises, "record.md"), (), modules)
    assert html.count('class="study-record"') == 1
    assert 'data-modules="chemical export"' in html


def test_the_progress_page_names_every_path_and_module(exercises: Course) -> None:
    modules = shown_modules(exercises, drafts=False)
    html = progress_body(frame_of(exercises, "progress.md"), modules, paths_of(exercises, modules))
    assert html.count("data-course-row=") == 2
    assert 'data-modules="chemical export"' in html
    assert 'href="../modules/chemical/"' in html
