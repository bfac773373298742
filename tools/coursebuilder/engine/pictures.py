"""Reads how large the pictures are that the site's pages show."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from imagesize import get as read_size
from mkdocs.structure.files import File, Files

from coursebuilder.rendering.pictures import Size


def sizes_in(files: Files) -> Callable[[str, str], Size | None]:
    """Give a function: a page's address in the site, what its `src` says -> the picture's size.

    None for a file that the site does not hold, or that says no size. Each is read once.
    """
    pictures = {file.dest_uri: file for file in files.media_files()}
    return partial(_size_on, size_of=cache(lambda uri: _size(pictures.get(uri))))


def _size_on(page: str, source: str, size_of: Callable[[str], Size | None]) -> Size | None:
    parts = urlsplit(source)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return size_of(normpath(join(dirname(page), unquote(parts.path))))


def _size(file: File | None) -> Size | None:
    if file is None:
        return None
    try:
        # Of a file, only its beginning is read.
        width, height = read_size(file.abs_src_path or BytesIO(file.content_bytes))
    except (OSError, ValueError, SyntaxError):
        # A picture that nobody can read has no size; that it cannot be shown is told elsewhere.
        return None
    return (round(width), round(height)) if width > 0 and height > 0 else None
