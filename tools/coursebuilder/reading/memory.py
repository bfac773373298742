"""Remembers what the files of a course said, so that only changed ones are read again.

Reading a file costs some ten times as much as recalling what it said. One file of memory for each
course lies in the user's own cache folder: it never lies in the course, since it can run what
somebody else put into it (it is a pickle), and a course is handed around. It is nothing but a
saving: without it, with a damaged one, or on a disk that is full, the same is read, slower.

`COURSE_CACHE` in the environment names another folder, or says `off`.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

FOLDER = "COURSE_CACHE"
OFF = "off"
KEPT = 60 * 24 * 3600
"""Seconds after which the memory of a course that nobody reads any more is thrown away."""
_ENDING = ".memory"
_PACKAGE = Path(__file__).parent.parent

_Kind = TypeVar("_Kind")
_Remembered = dict[str, tuple[bytes, bytes]]
"""By path: the digest of the text, and what it said, as bytes."""


@dataclass(slots=True)
class Memory:
    """What the files of a course said when they were read before, and what they say now."""

    file: Path | None
    before: _Remembered = field(default_factory=dict)
    now: _Remembered = field(default_factory=dict)


def recall(root: Path) -> Memory:
    """Fetch the memory of a course; an empty one where there is none."""
    folder = _folder()
    if folder is None:
        return Memory(None)
    name = blake2b(str(root.resolve()).encode(), digest_size=16).hexdigest()
    file = folder / f"{name}{_ENDING}"
    return Memory(file, _fetch(file))


def read_once(memory: Memory, path: str, text: str, read: Callable[[str, str], _Kind]) -> _Kind:
    """Give what `read` makes of a file's text and path: as remembered, or read now."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    before = memory.before.get(path)
    if before and before[0] == digest:
        memory.now[path] = before
        recalled: _Kind = pickle.loads(before[1])  # noqa: S301 - our own, see above
        return recalled
    said = read(text, path)
    if memory.file is not None:
        memory.now[path] = (digest, _bytes_of(said))
    return said


def keep(memory: Memory) -> None:
    """Write the memory down, if something in it is new. A disk that refuses is no problem."""
    if memory.file is None or memory.now == memory.before:
        return
    folder = memory.file.parent
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _throw_away_old(folder)
        # A name that only its owner may read, and that no other run has.
        with NamedTemporaryFile(dir=folder, suffix=_ENDING, delete=False) as out:
            pickle.dump((_print_of_code(), memory.now), out, 5)
        Path(out.name).replace(memory.file)


def _folder() -> Path | None:
    given = os.environ.get(FOLDER, "")
    if given == OFF:
        return None
    if given:
        return Path(given)
    from platformdirs import user_cache_path  # noqa: PLC0415 - `off` needs none of it

    return user_cache_path("coursebuilder", appauthor=False)


def _fetch(file: Path) -> _Remembered:
    try:
        status = file.stat()
        if hasattr(os, "getuid") and status.st_uid != os.getuid():
            return {}
        code, remembered = pickle.loads(file.read_bytes())  # noqa: S301 - our own, see above
    except Exception:  # noqa: BLE001 - a damaged pickle raises whatever it likes
        return {}
    return remembered if code == _print_of_code() else {}


def _print_of_code() -> tuple[object, ...]:
    """What stands for the code that reads: another version may read the same otherwise."""
    files = (
        (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
        for folder in (_PACKAGE, _PACKAGE / "reading", _PACKAGE / "reading/answers")
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return (sys.version_info[:2], *sorted(files))


def _throw_away_old(folder: Path) -> None:
    oldest = time.time() - KEPT
    for file in folder.glob(f"*{_ENDING}"):
        if file.stat().st_mtime < oldest:
            file.unlink()


class _Pickler(pickle.Pickler):
    """Writes a dataclass as its class and values: half the bytes, and a third of the time."""

    def __init__(self, out: io.BytesIO) -> None:
        super().__init__(out, 5)
        self.names: dict[type, tuple[str, ...]] = {}

    def reducer_override(self, value: object) -> Any:
        """Tell how a value is made again."""
        names = self.names.get(type(value))
        if names is None:
            names = self.names[type(value)] = _values_in_order(type(value))
        if not names:
            return NotImplemented
        return type(value), tuple([getattr(value, name) for name in names])


def _values_in_order(kind: type) -> tuple[str, ...]:
    """The fields that make an object when given one after the other; none if they cannot."""
    if not is_dataclass(kind) or any(each.kw_only or not each.init for each in fields(kind)):
        return ()
    return tuple(each.name for each in fields(kind))


def _bytes_of(value: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out).dump(value)
    return out.getvalue()
