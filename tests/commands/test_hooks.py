"""The hooks for pre-commit: what they run, and for which files."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from coursebuilder.cli import main

TOP = Path(__file__).parents[2]
SMALL = TOP / "tests/checking/small_course"
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_and_fails_for_an_error_only(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = shutil.copytree(SMALL, tmp_path / "course")
    monkeypatch.chdir(root)
    name, *arguments = hook["entry"].split()
    assert name == "course"
    assert CliRunner().invoke(main, arguments).exit_code == 0
    (root / "docs/about.md").write_text("# About\n\n[Home](home.md)\n", encoding="utf-8")
    assert CliRunner().invoke(main, arguments).exit_code == 1


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_for_the_files_of_a_course(hook: dict[str, Any]) -> None:
    files = [path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.is_file()]
    assert files
    assert all(re.search(hook["files"], path) for path in files)
    assert not re.search(hook["files"], "README.md")
