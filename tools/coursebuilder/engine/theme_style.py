"""Leaves out of the theme's style sheets what no page of the built site can use."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_
from pathlib import Path

from coursebuilder.memory import Memory, digest_of, recalled, remember
from coursebuilder.rendering.lean_theme import (
    asked_in,
    lean_style,
    unread_properties,
)
from coursebuilder.rendering.style_names import (
    Given,
    inline_scripts,
    names_given,
    names_in,
    theme_gives,
    unused_names,
)

SHEETS = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
"""The theme's. What an author puts beside them is the author's."""
BUNDLE = "assets/javascripts/bundle.*.min.js"
"""The theme's own script."""
NO_NAMES = frozenset({"lunr", "workers", "search"})
"""Folders of scripts that never touch a page, or hold data alone."""


def trim_theme(site: Path, names: AbstractSet[str], made: Container[Path], memory: Memory) -> None:
    """Rewrite the theme's style sheets in a site that is built.

    `names`: what stands in the pages that were made. Other HTML files, as an author may put them
    into docs/, are read here.
    """
    pages = [
        file.read_text("utf-8", "replace")
        for file in sorted(site.rglob("*.html"))
        if file not in made
    ]
    held = names | frozenset[str]().union(*map(names_in, pages))
    scripts = {
        file: file.read_text("utf-8", "replace")
        for file in sorted(site.rglob("*.js"))
        if not NO_NAMES & set(file.relative_to(site).parts)
    }
    given = _given(site, held, scripts, pages)
    whole = {file: file.read_text("utf-8") for sheet in SHEETS for file in site.glob(sheet)}
    unused = {file: unused_names(asked_in(css), held, given) for file, css in whole.items()}
    lean = {file: _lean(file.name, css, unused[file], memory) for file, css in whole.items()}
    styles = [*pages, *_other_styles(site, lean), *lean.values()]
    for file, css in lean.items():
        unread = unread_properties(css, styles, scripts.values())
        file.write_text(_lean(file.name, whole[file], unused[file], memory, unread), "utf-8")
        # It says where the rules stood before.
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)


def _given(
    site: Path, held: AbstractSet[str], scripts: Mapping[Path, str], pages: Sequence[str]
) -> Given:
    """Find what scripts may give: those of the site, and those that stand in an author's HTML."""
    theme = set(site.glob(BUNDLE))
    inline = (script for page in pages for script in inline_scripts(page))
    own = names_given([*inline, *(text for file, text in scripts.items() if file not in theme)])
    return reduce(or_, (theme_gives(scripts[file], held) for file in sorted(theme)), own)


def _other_styles(site: Path, theme: Container[Path]) -> Iterator[str]:
    for file in sorted(site.rglob("*.css")):
        if file not in theme:
            yield file.read_text("utf-8", "replace")


def _lean(
    name: str,
    css: str,
    unused: AbstractSet[str],
    memory: Memory,
    unread: AbstractSet[str] = frozenset(),
) -> str:
    digest = digest_of((css, sorted(unused), sorted(unread)))
    kind = f"{name} {'properties' if unread else 'rules'}"
    lean: str | None = recalled(memory, kind, digest)
    if lean is None:
        lean = lean_style(css, unused, unread)
        remember(memory, kind, digest, lean)
    return lean
