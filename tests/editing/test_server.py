"""`course lsp`, asked over its protocol in a process of its own."""

import builtins
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coursebuilder.cli import main

Editor = Any
MODULE = "modules/welcome.md"
QUIZ = "quizzes/welcome.yml"


def test_mistakes_are_told_as_one_types_and_taken_back(editor: Editor) -> None:
    editor.open(MODULE)
    assert editor.diagnostics(MODULE) == []
    text = editor.text(MODULE)
    editor.write(MODULE, f"{text}\nYou shall ask.\n")
    (found,) = editor.diagnostics(MODULE)
    assert (found["code"], found["source"], found["severity"]) == ("shall", "course", 2)
    assert found["range"]["start"]["line"] == text.count("\n") + 1
    editor.write(MODULE, text)
    assert editor.diagnostics(MODULE) == []


def test_the_process_that_an_editor_starts_does_the_same(
    open_editor: Callable[..., Editor],
) -> None:
    editor = open_editor(process=True)
    editor.open(MODULE, editor.text(MODULE) + "\nYou shall ask.\n")
    editor.rules_until(MODULE, {"shall"})


def test_what_is_not_saved_counts_for_other_files(editor: Editor) -> None:
    editor.open(QUIZ)
    editor.open(MODULE)
    editor.rules_until(MODULE, set())
    editor.write(MODULE, editor.text(MODULE).replace("spot", "sign"))
    editor.rules_until(QUIZ, {"unknown-objective"})
    editor.write(MODULE, editor.text(MODULE))
    editor.rules_until(QUIZ, set())


def test_a_text_that_is_closed_unsaved_counts_no_more(editor: Editor) -> None:
    editor.open(MODULE, editor.text(MODULE) + "\nYou shall ask.\n")
    editor.rules_until(MODULE, {"shall"})
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(MODULE)}})
    editor.rules_until(MODULE, set())


def test_a_file_that_changed_on_the_disk_is_read_again(editor: Editor, root: Path) -> None:
    editor.open(QUIZ)
    editor.rules_until(QUIZ, set())
    (root / MODULE).write_text(editor.text(MODULE).replace("spot", "sign"), encoding="utf-8")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
    editor.rules_until(QUIZ, {"unknown-objective"})
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(QUIZ)}})
    editor.rules_until(QUIZ, {"unknown-objective"})


def test_a_mistake_in_a_file_that_is_not_there_is_told_too(
    open_editor: Callable[..., Editor], root: Path
) -> None:
    (root / "modules/course.yml").unlink()
    editor = open_editor()
    editor.open(MODULE)
    editor.rules_until("modules/course.yml", {"missing-file"})


def test_an_allow_is_not_called_stale_before_all_rules_have_run(editor: Editor) -> None:
    text = editor.text(MODULE) + "\n<!-- allow broken-link: Next week. -->\nSee [one](one.md).\n"
    editor.open(MODULE, text)
    assert editor.diagnostics(MODULE) == []
    editor.write(MODULE, text.replace("[one](one.md)", "one"))
    editor.rules_until(MODULE, {"stale-allow"})
    editor.write(MODULE, text.replace("[one](one.md)", "two"))
    assert [each["code"] for each in editor.diagnostics(MODULE)] == ["stale-allow"]


@pytest.mark.parametrize(
    ("encodings", "column"), [([], 3), (["utf-8"], 5), (["utf-32"], 2)], ids=["16", "8", "32"]
)
def test_columns_count_as_the_editor_counts(
    open_editor: Callable[..., Editor], encodings: list[str], column: int
) -> None:
    editor = open_editor(encodings)
    text = editor.text(MODULE) + "\n\N{OIL DRUM} [b](b.md)\n".replace(" [b]", "[b]")
    editor.open(MODULE, text)
    editor.rules_until(MODULE, {"broken-link"})
    editor.write(MODULE, text + "\n")
    (found,) = editor.diagnostics(MODULE)
    assert found["range"]["start"]["character"] == column + 3
    row = text.count("\n") - 1
    place = editor.at("definition", MODULE, row, column + 2)
    assert place is None


def test_a_definition_is_where_a_name_is_given(editor: Editor) -> None:
    editor.open(MODULE)
    row, line = next(
        (row, line) for row, line in enumerate(editor.text(MODULE).split("\n")) if "@ecfr" in line
    )
    place = editor.at("definition", MODULE, row, line.index("@ecfr") + 3)
    assert place["uri"] == editor.uri("modules/sources.yml")
    assert place["range"] == {
        "start": {"line": 0, "character": 0},
        "end": {"line": 0, "character": 9},
    }
    assert editor.at("definition", MODULE, 0, 0) is None


def test_a_hover_shows_what_a_name_stands_for(editor: Editor) -> None:
    editor.open(MODULE, editor.text(MODULE) + "\nThe EAR apply. [@ecfr-1310] [@invented]\n")
    row = editor.text(MODULE).count("\n") + 1
    source = editor.at("hover", MODULE, row, 20)["contents"]["value"]
    assert source.startswith("**Records and reports of listed chemicals**\n\nDrug Enforcement")
    assert "<https://www.ecfr.example/1310>" in source
    term = editor.at("hover", MODULE, row, 5)["contents"]["value"]
    assert term == "**EAR**\n\nExport Administration Regulations."
    assert editor.at("definition", MODULE, row, 33) is None
    assert "made up" in editor.at("hover", MODULE, row, 33)["contents"]["value"]
    assert editor.at("hover", MODULE, row, 10) is None


def test_completion_proposes_names_in_place_of_the_word(editor: Editor) -> None:
    editor.open(MODULE, editor.text(MODULE) + "\nIt is so [@ec\n")
    row = editor.text(MODULE).count("\n") + 1
    listed = editor.at("completion", MODULE, row, 13)["items"]
    assert [each["label"] for each in listed] == ["ecfr-1310", "invented"]
    assert listed[0]["textEdit"]["range"] == {
        "start": {"line": row, "character": 11},
        "end": {"line": row, "character": 13},
    }
    assert listed[0]["detail"] == "Records and reports of listed chemicals"


def test_completion_at_the_end_of_the_text_works(editor: Editor) -> None:
    text = editor.text(QUIZ) + "  - "
    editor.open(QUIZ, text)
    row = text.count("\n")
    labels = [each["label"] for each in editor.at("completion", QUIZ, row, 4)["items"]]
    assert {"ask:", "choices:", "why:"} <= set(labels)


def test_a_mistake_that_check_would_mend_has_a_fix(editor: Editor) -> None:
    text = editor.text(QUIZ).replace("    why: Cash", "    Why: Cash")
    editor.open(QUIZ, text)
    row = next(row for row, line in enumerate(text.split("\n")) if "Why:" in line)
    start, end = {"line": row, "character": 0}, {"line": row, "character": 9}
    (fix,) = editor.ask(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": editor.uri(QUIZ)},
            "range": {"start": start, "end": end},
            "context": {"diagnostics": []},
        },
    )
    assert fix["title"] == "Mend: why"
    (edit,) = fix["edit"]["changes"][editor.uri(QUIZ)]
    assert edit["newText"] == "why"
    assert edit["range"]["start"] == {"line": row, "character": 4}


def test_a_file_of_no_course_is_left_alone(editor: Editor, tmp_path: Path) -> None:
    note = "../note.md"
    (tmp_path / "note.md").write_text("You shall.\n", encoding="utf-8")
    editor.open(note)
    editor.write(note, "You shall not.\n")
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(note)}})
    assert editor.at("hover", note, 0, 0) is None
    assert editor.at("definition", note, 0, 0) is None
    assert editor.at("completion", note, 0, 0)["items"] == []
    nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    document = {"textDocument": {"uri": editor.uri(note)}}
    asked = {**document, "range": nowhere, "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", asked) == []


def test_the_server_ends_with_its_editor() -> None:
    assert CliRunner().invoke(main, ["lsp"], input="").exit_code == 0


def test_without_pygls_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("pygls"):
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "coursebuilder.editing.server", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    result = CliRunner().invoke(main, ["lsp"])
    assert result.exit_code == 1
    assert "pip install 'outreach-course-builder[lsp]'" in result.output
