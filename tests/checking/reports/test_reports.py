import json
from pathlib import Path

import jsonschema
import pytest

from coursebuilder.checking.reports.github import github
from coursebuilder.checking.reports.json_report import json_report
from coursebuilder.checking.reports.sarif import sarif
from coursebuilder.checking.reports.text import text
from coursebuilder.problem import Place, Problem, Severity

SCHEMA = Path(__file__).parents[2] / "data/sarif-2.1.0-rtm.5.json"

PROBLEMS = (
    Problem(
        Place("modules/welcome.md", 3, 5, 3, 9),
        "broken-link",
        Severity.ERROR,
        "There is no page 'x'. Did you mean 'y'?",
        "y",
    ),
    Problem(
        Place("quizzes/año 1.yml", 4, 1),
        "no-right-choice",
        Severity.WARNING,
        "100% wrong:\nsee, below",
        'ask: "a: b"\nwhy: c',
    ),
)


def test_text_has_a_line_a_problem_then_other_hints_then_a_count() -> None:
    assert text(PROBLEMS) == (
        "modules/welcome.md:3:5: error: There is no page 'x'. Did you mean 'y'?  [broken-link]\n"
        "quizzes/año 1.yml:4:1: warning: 100% wrong: see, below  [no-right-choice]\n"
        '    ask: "a: b"\n'
        "    why: c\n"
        "1 error, 1 warning, 0 hints.\n"
    )


def test_text_colours_only_the_severity_and_only_when_asked() -> None:
    assert "\x1b" not in text(PROBLEMS)
    assert "3:5: \x1b[31merror\x1b[0m: There" in text(PROBLEMS, colour=True)


def test_text_counts_nothing_too() -> None:
    assert text(()) == "0 errors, 0 warnings, 0 hints.\n"


def test_json_is_one_object_with_every_field_of_the_contract() -> None:
    report = json.loads(json_report(PROBLEMS))
    assert report["counts"] == {"error": 1, "warning": 1, "hint": 0}
    assert report["problems"][0] == {
        "path": "modules/welcome.md",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "severity": "error",
        "rule": "broken-link",
        "message": "There is no page 'x'. Did you mean 'y'?",
        "hint": "y",
        "url": "docs/authoring/rules.md#broken-link",
    }
    assert report["problems"][1]["end_line"] is None


def test_json_keeps_letters_as_they_are() -> None:
    assert "año" in json_report(PROBLEMS)


def test_github_escapes_what_would_end_a_property_or_a_line() -> None:
    first, second = github(PROBLEMS).splitlines()
    assert first == (
        "::error file=modules/welcome.md,line=3,col=5,endLine=3,endColumn=9,title=broken-link"
        "::There is no page 'x'. Did you mean 'y'?%0Ay"
    )
    assert second == (
        "::warning file=quizzes/año 1.yml,line=4,col=1,title=no-right-choice"
        '::100%25 wrong:%0Asee, below%0Aask: "a: b"%0Awhy: c'
    )


def test_github_escapes_colons_and_commas_in_a_path() -> None:
    odd = Problem(Place("docs/a,b: c.md"), "broken-link", Severity.HINT, "x")
    assert github((odd,)).startswith("::notice file=docs/a%2Cb%3A c.md,line=1,col=1,")


def test_github_leaves_out_the_end_column_of_several_lines() -> None:
    long = Problem(Place("docs/a.md", 1, 5, 3, 2), "broken-link", Severity.ERROR, "x")
    assert "line=1,col=5,endLine=3,title=" in github((long,))


@pytest.mark.parametrize("problems", [PROBLEMS, ()])
def test_sarif_follows_its_published_schema(problems: tuple[Problem, ...]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(schema, format_checker=checker).validate(json.loads(sarif(problems)))


def test_sarif_names_the_rule_the_place_and_the_help() -> None:
    run = json.loads(sarif(PROBLEMS))["runs"][0]
    result = run["results"][0]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    place = result["locations"][0]["physicalLocation"]
    assert result["ruleId"] == rule["id"] == "broken-link"
    assert rule["help"]["markdown"].startswith(rule["shortDescription"]["text"])
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9}
    assert place["artifactLocation"]["uri"] == "modules/welcome.md"


def test_sarif_writes_paths_as_uris() -> None:
    result = json.loads(sarif(PROBLEMS))["runs"][0]["results"][1]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "quizzes/a%C3%B1o%201.yml"
