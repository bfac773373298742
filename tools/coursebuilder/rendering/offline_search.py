"""The search of a site that is opened by a double click: no worker, no request but for files.

A browser lets a page from `file://` start no worker and fetch no JSON. So the theme's worker runs
in an empty frame, by a script of ours, and the index is a script too. A site has both where its
addresses name files, as on a USB stick.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

SHIM = "assets/javascripts/iframe-worker.js"
SHIM_NAME = "iframe-worker"
"""By this name the theme's plugin `offline` finds that there is one already."""
INDEX = "search/search_index.json"


def with_shim(polyfills: Sequence[str]) -> list[str]:
    """Give the scripts that run before the theme's own, with ours for one from elsewhere."""
    return [*(each for each in polyfills if SHIM_NAME not in str(each)), SHIM]


def write_index_script(site: Path) -> None:
    """Write the search's index once more, as the script that the theme reads from a file."""
    index = site / INDEX
    if index.is_file():
        script = f"var __index = {index.read_text(encoding='utf-8')}"
        index.with_suffix(".js").write_text(script, encoding="utf-8", newline="\n")
