"""Zip files whose bytes depend on what is in them only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_YEAR = 1980
"""Zip knows no earlier one."""
READABLE = 0o100644 << 16


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Zip files by their paths, in the order given, all dated on the same day."""
    buffer = BytesIO()
    stamp = (max(day.year, FIRST_YEAR), day.month, day.day, 0, 0, 0)
    with ZipFile(buffer, "w") as archive:
        for path, raw in files.items():
            entry = ZipInfo(path, stamp)
            entry.compress_type, entry.external_attr, entry.create_system = (
                ZIP_DEFLATED,
                READABLE,
                3,
            )
            archive.writestr(entry, raw)
    return buffer.getvalue()


def unzipped(raw: bytes) -> dict[str, bytes]:
    """Give the files of a zip by their paths, in its order."""
    with ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
