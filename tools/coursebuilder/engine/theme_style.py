"""Leaves out of the theme's style sheets what no page of the built site can use."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from coursebuilder.memory import Memory, digest_of, recalled, remember
from coursebuilder.rendering.lean_theme import classes_in, lean_style, unused_classes

SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
"""The theme's. What an author puts beside them is the author's."""
NO_CLASSES = frozenset({"lunr", "workers", "search"})
"""Folders of scripts that never touch a page, or hold data alone."""


def trim_theme(site: Path, classes: Mapping[Path, AbstractSet[str]], memory: Memory) -> None:
    """Rewrite the theme's style sheets in a site that is built.

    `classes`: what stands in its pages. Other HTML files, as an author may put them into docs/,
    are read here.
    """
    others = (file for file in site.rglob("*.html") if file not in classes)
    read = (classes_in(file.read_text("utf-8", "replace")) for file in others)
    held: frozenset[str] = frozenset().union(*classes.values(), *read)
    scripts = [
        file.read_text("utf-8", "replace")
        for file in sorted(site.rglob("*.js"))
        if not NO_CLASSES & set(file.relative_to(site).parts)
    ]
    for file in (file for sheet in SHEETS for file in site.glob(sheet)):
        css = file.read_text("utf-8")
        file.write_text(_lean(file.name, css, unused_classes(css, held, scripts), memory), "utf-8")
        # It says where the rules stood before.
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)


def _lean(name: str, css: str, unused: AbstractSet[str], memory: Memory) -> str:
    digest = digest_of((css, sorted(unused)))
    lean: str | None = recalled(memory, name, digest)
    if lean is None:
        lean = lean_style(css, unused)
        remember(memory, name, digest, lean)
    return lean
