"""The language server: what an editor asks over its protocol, answered by the other files here.

Language Server Protocol 3.17, by pygls. A keystroke is answered at once with what is wrong in its
file; the whole course is checked after a pause, rule by rule, so that the next keystroke need not
wait for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from coursebuilder import __version__
from coursebuilder.course import Course
from coursebuilder.editing.completion import proposals
from coursebuilder.editing.cursor import cursor_at
from coursebuilder.editing.meaning import meaning_at
from coursebuilder.editing.open_course import (
    OpenCourse,
    open_course,
    problems_by_parts,
    problems_in,
    read_again,
    read_typed,
    root_of,
)
from coursebuilder.problem import Edit, Place, Problem, Severity

PAUSE = 0.4
"""Seconds without a keystroke after which the whole course is checked."""
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Information,
}
ITEM_KINDS = {"key": types.CompletionItemKind.Property, "word": types.CompletionItemKind.EnumMember}
TRIGGERS = ["@", ":", "|", " ", "/", '"', "["]


@dataclass(slots=True)
class Desk:
    """What an editor has open: courses by their root."""

    courses: dict[Path, OpenCourse] = field(default_factory=dict)
    told: dict[Path, set[str]] = field(default_factory=dict)
    """By root: the files whose mistakes the editor was told of."""
    checks: dict[Path, asyncio.Task[None]] = field(default_factory=dict)
    """By root: the check of the whole course that waits or runs."""


class CourseServer(LanguageServer):
    """A server with the courses that stand open in it."""

    def __init__(self) -> None:
        # Whole texts: pygls would apply changes by lines that end at more marks than YAML's do.
        super().__init__("course", __version__, types.TextDocumentSyncKind.Full)
        self.desk = Desk()


def make_server() -> CourseServer:
    """Make a server that knows its answers; `start_io()` begins to listen."""
    server = CourseServer()
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(_definition)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    completion = types.CompletionOptions(trigger_characters=TRIGGERS)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, completion)(_completion)
    fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, fixes)(_fixes)
    return server


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of a course: the course and the document's path in it."""

    opened: OpenCourse
    path: str
    uri: str

    @property
    def course(self) -> Course:
        return self.opened.course


def _document(server: CourseServer, uri: str) -> _Document | None:
    """The document of an address; None where it belongs to no course."""
    name = uris.to_fs_path(uri)
    file = Path(name).resolve() if name else None
    root = root_of(file) if file else None
    if file is None or root is None:
        return None
    if root not in server.desk.courses:
        server.desk.courses[root] = open_course(root)
    return _Document(server.desk.courses[root], file.relative_to(root).as_posix(), uri)


def _changed(
    server: CourseServer,
    params: types.DidOpenTextDocumentParams
    | types.DidChangeTextDocumentParams
    | types.DidSaveTextDocumentParams,
) -> None:
    uri = params.text_document.uri
    document = _document(server, uri)
    if document is None:
        return
    opened = document.opened
    opened.opened[document.path] = server.workspace.get_text_document(uri).source
    read_typed(opened)
    _publish(server, opened.root, document.path, problems_in(opened, document.path, _today()))
    _check_later(server, opened)


def _closed(server: CourseServer, params: types.DidCloseTextDocumentParams) -> None:
    document = _document(server, params.text_document.uri)
    if document is not None:
        document.opened.opened.pop(document.path, None)
        _check_later(server, document.opened)


def _files_changed(server: CourseServer, params: types.DidChangeWatchedFilesParams) -> None:
    del params
    for opened in server.desk.courses.values():
        _check_later(server, opened)


def _check_later(server: CourseServer, opened: OpenCourse) -> None:
    """Check the whole course after a pause; what waited or ran for it before is given up."""
    before = server.desk.checks.pop(opened.root, None)
    if before is not None:
        before.cancel()
    task = asyncio.get_running_loop().create_task(_check(server, opened))
    server.desk.checks[opened.root] = task


async def _check(server: CourseServer, opened: OpenCourse) -> None:
    await asyncio.sleep(PAUSE)
    read_again(opened)
    found: dict[str, list[Problem]] = {}
    for part in problems_by_parts(opened, _today()):
        found = part or {}
        await asyncio.sleep(0)
    told = server.desk.told.setdefault(opened.root, set())
    for path in sorted(told | found.keys()):
        _publish(server, opened.root, path, found.get(path, ()))


def _publish(server: CourseServer, root: Path, path: str, problems: Sequence[Problem]) -> None:
    uri = _uri(root, path)
    told = server.desk.told.setdefault(root, set())
    if problems:
        told.add(path)
    else:
        told.discard(path)
    lines = _lines(server, uri) if problems else []
    diagnostics = [_diagnostic(server, lines, problem) for problem in problems]
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics)
    )


def _diagnostic(server: CourseServer, lines: Sequence[str], problem: Problem) -> types.Diagnostic:
    hint = "" if problem.hint in problem.message else f"\n{problem.hint}"
    return types.Diagnostic(
        range=_range(server, lines, problem.place),
        severity=SEVERITIES[problem.severity],
        code=problem.rule,
        source="course",
        message=f"{problem.message}{hint}",
    )


def _definition(server: CourseServer, params: types.DefinitionParams) -> types.Location | None:
    document = _document(server, params.text_document.uri)
    if document is None:
        return None
    lines, row, column = _position(server, params)
    meant = meaning_at(document.course, document.path, lines, row, column)
    if meant is None or meant.place is None:
        return None
    uri = _uri(document.opened.root, meant.place.path)
    return types.Location(uri, _range(server, _lines(server, uri), meant.place))


def _hover(server: CourseServer, params: types.HoverParams) -> types.Hover | None:
    document = _document(server, params.text_document.uri)
    if document is None:
        return None
    lines, row, column = _position(server, params)
    meant = meaning_at(document.course, document.path, lines, row, column)
    if meant is None:
        return None
    text = "\n\n".join(part for part in (f"**{meant.title or meant.name}**", meant.about) if part)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))


def _completion(server: CourseServer, params: types.CompletionParams) -> types.CompletionList:
    document = _document(server, params.text_document.uri)
    if document is None:
        return types.CompletionList(is_incomplete=False, items=[])
    lines, row, column = _position(server, params)
    cursor = cursor_at(lines, row, column, is_yaml=not document.path.endswith(".md"))
    before = lines[row][: cursor.start] if row < len(lines) else ""
    place = Place(document.path, row + 1, cursor.start + 1, row + 1, cursor.end + 1)
    stretch = _range(server, lines, place)
    items = [
        types.CompletionItem(
            label=each.text,
            kind=ITEM_KINDS.get(each.kind, types.CompletionItemKind.Reference),
            detail=each.title or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, each.about)
            if each.about
            else None,
            text_edit=types.TextEdit(stretch, each.text),
        )
        for each in proposals(document.course, document.path, cursor, before)
    ]
    return types.CompletionList(is_incomplete=False, items=items)


def _fixes(server: CourseServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What `course check --fix` would write, for the mistakes in a range."""
    document = _document(server, params.text_document.uri)
    if document is None:
        return []
    first, last = params.range.start.line + 1, params.range.end.line + 1
    lines = _lines(server, document.uri)
    return [
        types.CodeAction(
            title=f"Mend: {problem.hint or problem.message}".partition("\n")[0],
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[_diagnostic(server, lines, problem)],
            edit=types.WorkspaceEdit(changes=_changes(server, document, problem.edits)),
        )
        for problem in problems_in(document.opened, document.path, _today())
        if problem.edits and first <= problem.place.line <= last
    ]


def _changes(
    server: CourseServer, document: _Document, edits: Sequence[Edit]
) -> dict[str, list[types.TextEdit]]:
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in edits:
        uri = _uri(document.opened.root, edit.place.path)
        place = _range(server, _lines(server, uri), edit.place)
        changed = types.TextEdit(place, edit.text)
        changes.setdefault(uri, []).append(changed)
    return changes


def _position(server: CourseServer, params: Any) -> tuple[list[str], int, int]:
    """The lines of a document, and the row and column from 0, in characters."""
    lines = _lines(server, params.text_document.uri)
    codec = server.workspace.position_codec
    position = codec.position_from_client_units(lines, params.position)
    return lines, position.line, position.character


def _range(server: CourseServer, lines: Sequence[str], place: Place) -> types.Range:
    """A place in the editor's units: UTF-16 code units, where it did not agree on others."""
    start = types.Position(place.line - 1, place.column - 1)
    end_line = place.end_line or place.line
    end_column = place.end_column or place.column + 1
    whole = types.Range(start, types.Position(end_line - 1, end_column - 1))
    return server.workspace.position_codec.range_to_client_units(lines, whole)


def _lines(server: CourseServer, uri: str) -> list[str]:
    """The lines of a file as the readers count them; one empty line where it cannot be read."""
    try:
        text = server.workspace.get_text_document(uri).source
    except (OSError, UnicodeDecodeError):
        return [""]
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _uri(root: Path, path: str) -> str:
    return (root / path).as_uri()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the author's own day
