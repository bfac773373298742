"""The course as it was in a git revision, and `course check --against`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from coursebuilder.cli import main
from coursebuilder.commands.revision import course_folder, read_revision

SMALL = Path(__file__).parents[1] / "checking/small_course"
DAY = ("--as-of", "2026-11-21")
WHO = {"NAME": "A. Author", "EMAIL": "author@example.org", "DATE": "2026-11-21T12:00:00Z"}


def git(folder: Path, *arguments: str) -> str:
    signed = {
        f"GIT_{role}_{key}": said for role in ("AUTHOR", "COMMITTER") for key, said in WHO.items()
    }
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **signed, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return done.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small course in a folder of a repository that holds other things, too."""
    repository = tmp_path / "repository"
    root = repository / "our course"
    shutil.copytree(SMALL, root)
    (repository / "letter.txt").write_text("None of the course.\n", encoding="utf-8")
    (repository / ".gitattributes").write_text(
        "*.yml export-ignore\n* eol=crlf\n", encoding="utf-8"
    )
    git(repository, "init", "-q")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "First")
    git(repository, "tag", "first")
    return root


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_an_id_that_means_something_else_is_an_error(root: Path) -> None:
    edit(root, "quizzes/welcome.yml", "answer: true", "answer: false")
    assert run("check", root, *DAY).exit_code == 0
    result = run("check", root, *DAY, "--against", "first")
    assert result.exit_code == 1
    assert "quizzes/welcome.yml:13:9: error: Question 'second-sign' has another" in result.output


def test_the_same_course_has_nothing_to_tell(root: Path) -> None:
    result = run("check", root, *DAY, "--against", "HEAD")
    assert (result.output, result.exit_code) == ("0 errors, 0 warnings, 0 hints.\n", 0)


def test_the_course_is_read_as_committed_byte_for_byte(root: Path) -> None:
    with course_folder(root, "first") as folder:
        names = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
        assert {path.parts[0] for path in names} == {"docs", "mkdocs.yml", "modules", "quizzes"}
        for name in names:
            assert (folder / name).read_bytes() == (SMALL / name).read_bytes()
    assert not folder.exists()


def test_the_folder_stays_as_it_is(root: Path) -> None:
    edit(root, "docs/about.md", "no legal advice", "not legal advice")
    before = git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")
    run("check", root, *DAY, "--against", "first")
    assert (git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD")) == before


def test_what_is_remembered_of_the_course_counts_and_nothing_more_is_kept(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    run("check", root, *DAY)
    kept = {path.name: path.read_bytes() for path in (tmp_path / "cache").iterdir()}
    edit(root, "quizzes/welcome.yml", "answer: true", "answer: false")
    git(root, "commit", "-q", "-a", "-m", "Second")
    assert read_revision(root, "HEAD").quizzes != read_revision(root, "first").quizzes
    assert {path.name: path.read_bytes() for path in (tmp_path / "cache").iterdir()} == kept


def test_links_are_left_out(root: Path) -> None:
    (root / "modules/link.md").symlink_to("/etc/passwd")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Link")
    with course_folder(root, "HEAD") as folder:
        assert not (folder / "modules/link.md").is_symlink()
        assert not (folder / "modules/link.md").exists()


@pytest.mark.parametrize("revision", ["nowhere", "--all", "-h", "", "first:docs", "HEAD~5"])
def test_a_revision_that_is_none_is_wrong_usage(root: Path, revision: str) -> None:
    result = run("check", root, "--against", revision)
    assert result.exit_code == 2
    assert f"There is no revision '{revision}' here." in result.output


def test_a_revision_without_a_course_is_wrong_usage(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "empty")
    git(root, "rm", "-r", "-q", "--cached", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "Empty")
    with pytest.raises(click.UsageError, match=r"There is no course in .* at 'empty'"):
        read_revision(root, "empty")


def test_outside_a_repository_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = shutil.copytree(SMALL, tmp_path / "course")
    result = run("check", root, "--against", "HEAD")
    assert result.exit_code == 2
    assert "git says: fatal: not a git repository" in result.output


def test_without_git_one_line_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    result = run("check", root, "--against", "HEAD")
    assert result.exit_code == 2
    assert "This needs git" in result.output


def test_a_hook_s_variables_lead_nowhere_else(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert read_revision(root, "first").settings.id == "small"


def test_diff_tells_what_changed_since_a_revision(root: Path) -> None:
    assert "Nothing changed for learners." in run("diff", "first", root).output
    edit(root, "quizzes/welcome.yml", "answer: true", "answer: false")
    output = run("diff", "first", root).output
    assert "| **Everyone** | Retake *Welcome* (5 minutes) | 1 question has another" in output
    assert "- Another answer: `second-sign`" in output


def test_diff_compares_two_revisions(root: Path) -> None:
    edit(root, "quizzes/welcome.yml", "answer: true", "answer: false")
    git(root, "commit", "-q", "-a", "-m", "Second")
    assert "Another answer" in run("diff", "first", root, "--to", "HEAD").output
    assert "Nothing changed" in run("diff", "HEAD", root, "--to", "HEAD").output


def test_diff_refuses_what_is_no_revision(root: Path) -> None:
    assert run("diff", "nowhere", root).exit_code == 2


def test_an_allow_for_a_comparison_is_not_stale_where_nothing_is_compared(root: Path) -> None:
    said = "answer: false\n    allow:\n      answer-changed: Nobody has seen it yet.\n"
    edit(root, "quizzes/welcome.yml", "answer: true\n", said)
    assert run("check", root, *DAY).output == "0 errors, 0 warnings, 0 hints.\n"
    assert run("check", root, *DAY, "--against", "first").exit_code == 0
