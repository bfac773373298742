"""Long work shows that it goes on; short work, and work for a file, stays quiet."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursebuilder.cli import main
from coursebuilder.commands import check
from coursebuilder.commands import progress as module
from coursebuilder.commands.progress import progress
from coursebuilder.told import to_nobody


class Terminal:
    """A stream that says it is a terminal, and keeps what it was given."""

    def __init__(self) -> None:
        self.said = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.said += text
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Print errors on a terminal. (No fixture: pytest sets the stream anew behind them.)"""
    terminal = Terminal()
    monkeypatch.setattr(module.sys, "stderr", terminal)
    return terminal


def test_long_work_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    with progress("Reading", patience=0) as told:
        for done in range(1, 5):
            told(done, 4)
    assert "Reading" in terminal.said
    assert "100%" in terminal.said


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)
    with progress("Reading", patience=60) as told:
        told(1, 2)
    assert terminal.said == ""


def test_what_goes_to_a_file_has_no_bar() -> None:
    with progress("Reading", patience=0) as told:
        assert told is to_nobody


def test_a_bar_is_finished_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_a_terminal(monkeypatch)

    def fail() -> None:
        with progress("Reading", patience=0) as told:
            told(1, 2)
            raise ValueError("now")

    with pytest.raises(ValueError, match="now"):
        fail()
    assert terminal.said.endswith("\n")


def test_a_check_on_a_terminal_reports_to_its_output_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "a-course"
    assert CliRunner().invoke(main, ["new", "course", str(root)]).exit_code == 0
    monkeypatch.setattr(check, "progress", partial(progress, patience=0))
    terminal = on_a_terminal(monkeypatch)
    main(["check", str(root)], standalone_mode=False)
    assert "Reading" in terminal.said
    assert "Checking" in terminal.said
    assert capsys.readouterr().out.startswith("0 errors")
