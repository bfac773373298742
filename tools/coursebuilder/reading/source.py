"""Reads one file of a course: its text, or the problem that keeps it closed."""

from __future__ import annotations

import stat
from pathlib import Path

from coursebuilder.problem import Place, Problem, Severity

LARGEST = 1_000_000
"""Bytes: 1 MB, as the contract says."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_source(root: Path, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    r"""Read the file at `path`, relative to the course's root, with forward slashes.

    The text has no byte-order mark, and its lines end with `\n` only. It is None where the file
    cannot be read; then one problem says why.
    """
    try:
        located = _locate(root, path)
        if isinstance(located, Problem):
            return None, (located,)
        content = located.read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        return None, (_unreadable(path, error),)
    return _decode(content, path)


def is_inside(root: Path, path: str) -> bool:
    """Whether a path, relative to the root, stays inside it, symbolic links followed."""
    try:
        return (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def _locate(root: Path, path: str) -> Path | Problem:
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        return _problem(
            path,
            "path-outside-course",
            f"'{path}' leads out of the course's folder. "
            "Copy the file into the course, and use the copy.",
        )
    if not file.exists():
        return _problem(path, "missing-file", f"There is no file '{path}'. Write it.")
    return _oddity(file, path) or file


def _oddity(file: Path, path: str) -> Problem | None:
    """What makes a thing on the disk no file to read; a pipe would wait for ever."""
    status = file.stat()
    if stat.S_ISDIR(status.st_mode):
        return _problem(
            path,
            "unreadable-file",
            f"'{path}' is a folder, and a file should stand here. Rename the folder.",
        )
    if not stat.S_ISREG(status.st_mode):
        return _problem(path, "unreadable-file", f"'{path}' is no ordinary file. Remove it.")
    if status.st_size > LARGEST:
        size = f"{status.st_size / LARGEST:.1f}"
        return _problem(
            path,
            "file-too-large",
            f"'{path}' has {size} MB; a file may have 1 MB. Split it into several files.",
        )
    return None


def _unreadable(path: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or "its name leads nowhere"
    return _problem(
        path,
        "unreadable-file",
        f"'{path}' cannot be opened: {reason}. Look at its permissions, or put it here anew.",
    )


def _decode(content: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    if content.startswith(_UTF16_MARKS) or b"\x00" in content:
        before = content[: max(0, content.find(b"\x00"))]
        return None, (_not_utf8(path, before, "This is not UTF-8 text"),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte-order mark, the decoder counts from behind it.
        start = error.start + len(content) - len(error.object)
        said = f"This is not UTF-8 text: the byte 0x{content[start]:02X} stands here"
        return None, (_not_utf8(path, content[:start], said),)
    return source_of(text, path)


def source_of(text: str, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Take a text that is at hand as `read_source` takes a file's."""
    if not text.strip():
        return None, (_problem(path, "empty-file", f"'{path}' is empty. Write it, or delete it."),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _not_utf8(path: str, before: bytes, said: str) -> Problem:
    readable = before.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = readable.count("\n") + 1
    column = len(readable) - readable.rfind("\n")
    if before[:2] in _UTF16_MARKS:
        line, column = 1, 1
    return Problem(
        Place(path, line, column),
        "not-utf-8",
        Severity.ERROR,
        f"{said}. Save the file with the encoding UTF-8 in your editor.",
    )


def _problem(path: str, rule: str, message: str) -> Problem:
    return Problem(Place(path), rule, Severity.ERROR, message)
