"""Typesets paper: a page template of ours and plain data become a PDF (PDF/UA-1).

Data never becomes markup: the template reads it as JSON, pictures as files.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coursebuilder.presenting.extras import SANS, font_files, library

FOLDER = Path(__file__).parent / "typst"
GENERIC = b"sans-serif"
"""What our pictures ask for; a PDF names a font that is there on each machine."""


class TypesettingError(Exception):
    """The typesetter refused the page, such as for a picture without words for it."""


def typeset(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], day: date
) -> bytes:
    """Fill `typst/<template>.typ` with data and give the PDF's bytes, the same for the same input.

    `pictures` are by the path that the data names; `day` becomes the PDF's date.
    Raises MissingExtraError without the extra `pdf`, TypesettingError where it refuses the page.
    """
    typst = library("typst", "pdf")
    files: dict[str, bytes] = {
        "main.typ": (FOLDER / f"{template}.typ").read_bytes(),
        "page.typ": (FOLDER / "page.typ").read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    files |= {f"pictures/{path}": _own_font(path, raw) for path, raw in pictures.items()}
    with TemporaryDirectory() as folder:
        for file in font_files("pdf"):
            shutil.copy(file, folder)
        try:
            made: bytes = typst.compile(
                files,
                font_paths=[folder],
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(day, time(), UTC),
            )
        except typst.TypstError as error:
            raise TypesettingError(str(error)) from error
    return made


def _own_font(path: str, raw: bytes) -> bytes:
    return raw.replace(GENERIC, SANS.encode()) if path.endswith(".svg") else raw
