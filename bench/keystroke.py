"""How long an editor waits after a keystroke in the largest module of the real course.

Goal: under 0.1 s, from the text to the answer, over the protocol.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
KEYS = 30


def main() -> None:
    """Type, and print how long each answer took."""
    sys.path.insert(0, str(ROOT / "tests/editing"))
    from conftest import Editor  # noqa: PLC0415 - the tests' editor

    editor = Editor(ROOT, [], process=True)
    module = max((ROOT / "modules").glob("*.md"), key=lambda path: path.stat().st_size)
    path = module.relative_to(ROOT).as_posix()
    text = editor.text(path)
    editor.open(path)
    editor.diagnostics(path)
    times = []
    for number in range(KEYS):
        begin = time.perf_counter()
        editor.write(path, f"{text}\n{'word ' * number}")
        editor.diagnostics(path)
        times.append(time.perf_counter() - begin)
        time.sleep(0.1)
    editor.close()
    print(f"{path}: {KEYS} keystrokes, median {median(times):.3f} s, longest {max(times):.3f} s")


if __name__ == "__main__":
    main()
