import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coursebuilder.cli import main
from coursebuilder.commands.output import wants_colour

SMALL = Path(__file__).parents[1] / "checking/small_course"
DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def break_link(root: Path) -> None:
    (root / "docs/about.md").write_text("# About\n\n[Home](home.md)\n", encoding="utf-8")


def test_a_course_without_mistakes_exits_with_0(root: Path) -> None:
    result = run("check", root, *DAY)
    assert result.output == "0 errors, 0 warnings, 0 hints.\n"
    assert result.exit_code == 0


def test_an_error_exits_with_1_and_is_printed_at_its_place(root: Path) -> None:
    break_link(root)
    result = run("check", root, *DAY)
    assert result.output.startswith("docs/about.md:3:8: error: The link 'home.md' leads")
    assert "  [broken-link]\n" in result.output
    assert result.output.endswith("^\n1 error, 0 warnings, 0 hints.\n")
    assert result.exit_code == 1


def test_a_warning_exits_with_1_only_when_strict(root: Path) -> None:
    day = ("--as-of", "2027-11-01")
    result = run("check", root, *day)
    assert "warning: The next review is due on 2027-11-21." in result.output
    assert result.exit_code == 0
    assert run("check", root, *day, "--strict").exit_code == 1


def test_a_hint_never_fails(root: Path) -> None:
    quiz = root / "quizzes/welcome.yml"
    text = quiz.read_text(encoding="utf-8").replace(
        "  - id: first-sign\n    objective", "  - objective"
    )
    quiz.write_text(text, encoding="utf-8")
    result = run("check", root, *DAY, "--strict")
    assert "0 errors, 0 warnings, 1 hint." in result.output
    assert result.exit_code == 0


def test_the_root_is_found_from_a_folder_inside(root: Path) -> None:
    break_link(root)
    assert "docs/about.md:3:8" in run("check", root / "quizzes", *DAY).output


def test_a_course_without_a_site_has_a_root_too(root: Path) -> None:
    (root / "mkdocs.yml").unlink()
    assert run("check", root / "modules", *DAY).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "/"),
        ("check", "/nowhere"),
        ("check", SMALL, "--as-of", "yesterday"),
        ("check", SMALL, "--format", "xml"),
        ("check", SMALL, "--what"),
        ("chek",),
    ],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str | Path, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error: " in result.output


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_every_format_tells_of_the_same_problem(root: Path, form: str) -> None:
    break_link(root)
    result = run("check", root, *DAY, "--format", form)
    assert "broken-link" in result.output
    assert result.exit_code == 1


def test_github_gets_paths_from_the_top_of_its_repository(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_link(root)
    for workspace, path in ((root.parent, "course/docs"), (root, "docs"), (root / "docs", "docs")):
        monkeypatch.setenv("GITHUB_WORKSPACE", str(workspace))
        output = run("check", root, *DAY, "--format", "github").output
        assert output.startswith(f"::error file={path}/about.md,line=3,")


def test_json_has_the_problems_and_the_counts(root: Path) -> None:
    break_link(root)
    report = json.loads(run("check", root, *DAY, "--format", "json").output)
    assert report["counts"] == {"error": 1, "warning": 0, "hint": 0}
    assert [(p["path"], p["line"], p["column"]) for p in report["problems"]] == [
        ("docs/about.md", 3, 8)
    ]


def test_colours_come_when_asked(root: Path) -> None:
    break_link(root)
    assert "\x1b[31merror\x1b[0m" in run("check", root, *DAY, "--color", "always").output
    assert "\x1b" not in run("check", root, *DAY).output


def test_the_line_stands_under_the_problem_unless_it_is_to_be_short(root: Path) -> None:
    break_link(root)
    assert "  3 | [Home](home.md)\n    |        ^^^^^^^\n" in run("check", root, *DAY).output
    short = run("check", root, *DAY, "--format", "short").output
    assert len(short.splitlines()) == 2


@pytest.mark.parametrize(
    ("terminal", "environment", "choice", "coloured"),
    [
        (True, {}, "auto", True),
        (False, {}, "auto", False),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (True, {"NO_COLOR": "1"}, "always", True),
        (True, {}, "never", False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    choice: str,
    coloured: bool,
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice) is coloured


def test_output_is_utf_8_whatever_the_computer_prefers(root: Path) -> None:
    (root / "docs/about.md").write_text("# About\n\n[Año](señal→.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "coursebuilder", "check", str(root), *DAY]
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert "señal→.md" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_checking_imports_no_site_engine(root: Path) -> None:
    program = (
        "import sys\n"
        "from coursebuilder.cli import main\n"
        "main(['check', sys.argv[1], '--as-of', '2026-11-21'], standalone_mode=False)\n"
        "print({'jinja2', 'markdown', 'mkdocs', 'pymdownx'} & sys.modules.keys())\n"
    )
    command = [sys.executable, "-c", program, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
