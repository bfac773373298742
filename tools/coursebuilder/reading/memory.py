"""Reads a file once: as long as its text stays, what it said is recalled."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar, cast

from coursebuilder.memory import Memory, recalled, remember

FILES = "files"
"""The kind of memory that holds what files said."""

_Kind = TypeVar("_Kind")


def text_digest(text: str) -> bytes:
    """Give 16 bytes that are the same for the same text, and for no other."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def read_once(memory: Memory, path: str, text: str, read: Callable[[str, str], _Kind]) -> _Kind:
    """Give what `read` makes of a file's text and path: as remembered, or read now."""
    if memory.objects is not None:
        return _read_beside(memory.objects, path, text, read)
    digest = text_digest(text)
    before: _Kind | None = recalled(memory, path, digest)
    if before is not None:
        return before
    said = read(text, path)
    remember(memory, path, digest, said)
    return said


def _read_beside(
    objects: dict[str, tuple[str, object]], path: str, text: str, read: Callable[[str, str], _Kind]
) -> _Kind:
    """In a process that goes on, what a file said is at hand as it is."""
    known = objects.get(path)
    if known is None or known[0] != text:
        known = objects[path] = (text, read(text, path))
    return cast("_Kind", known[1])
