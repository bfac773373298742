"""`course export pdf` and `course export pptx`, as a user types them."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coursebuilder.cli import main


def export(*words: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def test_a_paper_of_a_session_is_written(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "guide.pdf"
    result = export(
        "pdf", "guide", "hour", root, "--start", "09:00", "--paper", "a4", "--out", file
    )
    assert result.output.endswith(f"The paper is in {file}\n")
    assert file.read_bytes().startswith(b"%PDF-1.7")


def test_a_sheet_of_an_audience_is_written(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    assert export("pdf", "sheet", "makers", root, "--out", file).exit_code == 0
    assert file.is_file()


def test_an_unknown_audience_is_told_with_the_nearest(root: Path) -> None:
    result = export("pdf", "sheet", "maker", root)
    assert result.exit_code == 2
    assert "Did you mean 'makers'?" in result.output


def test_an_unlike_audience_is_told_with_all(root: Path) -> None:
    assert "There are: makers." in export("pdf", "sheet", "zzz", root).output


def test_slides_for_powerpoint_are_written(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "s.pptx"
    result = export("pptx", "room", root, "--out", file)
    assert result.output.endswith(f"The slides are in {file}\n")
    assert file.read_bytes().startswith(b"PK")


def test_a_template_of_no_use_is_told(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.pptx"
    file.write_bytes(b"text")
    result = export("pptx", "room", root, "--template", file, "--out", tmp_path / "s.pptx")
    assert result.exit_code == 1
    assert f"Error: {file} is no PowerPoint file" in result.output


def test_a_missing_extra_is_told_with_its_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = export("pdf", "cards", "hour", root)
    assert result.exit_code == 1
    assert 'pip install "outreach-course-builder[pdf]"' in result.output
