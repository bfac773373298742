"""The names by which the rules of a style sheet find their elements.

A class is written `.md-nav`, an element `kbd`, an attribute that has a value `[dir=rtl]`. What the
theme is told to do, a page says in its configuration; that is written `@content.tooltips`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

_CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
"""Found fast by how it begins. Of `data-class="a"`, too: a name too many only keeps a rule."""
_ELEMENTS = re.compile(r"<([A-Za-z][\w-]*)")
# Two patterns find the values of a page: each begins with letters, so it is searched for fast.
_VALUES = re.compile(r"""(data-md-[\w-]+)=["']?([\w-]+)""")
_SHORT_VALUES = re.compile(r"""(dir|role)=["']?([\w-]+)""")
_TOLD = re.compile(r'<script id="__config"[^>]*>(.*)</script>')
_FEATURES = re.compile(r'"features": \[([^\]]*)\]')
_NO_VERSION = '"version": null'
_INLINE = re.compile(r"(?s)<script(?![^>]*(?:src|json))[^>]*>(.+?)</script>")
_WORDS = re.compile(r"(?<![\w.-])[\w-]+")
"""What stands behind a dot, a script looks for (`.md-nav`) or reads (`md.nav`): it gives it not."""
_BEGINNINGS = re.compile(r"([A-Za-z_][\w-]*--)(?:\$\{|[\"'`]\s*[+.])")
"""In a script, a class that is put together: `md-tag--${name}`."""
_MADE = re.compile(r"""\("([a-z][a-z\d]*)",(?:\{|null)|createElement\("(\w+)"\)|<([a-z][a-z\d]*)""")
"""An element that the theme's script makes."""
_VALUE = re.compile(r"""(dir|role|data-md-[\w-]+)=["']?([\w-]+)["']?""")
_ONLY_WHERE: Mapping[str, AbstractSet[str]] = {
    ".md-annotation": frozenset({"@content.code.annotate", ".annotate"}),
    ".md-code__": frozenset({"pre"}),
    ".md-source__": frozenset({".md-source"}),
    ".md-tooltip": frozenset(
        {
            "@content.tooltips",
            "@content.footnote.tooltips",
            "@content.code.annotate",
            ".annotate",
            "@navigation.instant.preview",
            "[data-preview]",
        }
    ),
    ".md-version": frozenset({"@version"}),
    ".tabbed-": frozenset({".tabbed-set"}),
    "=rtl": frozenset(),
}
"""What the theme's script gives, by how it begins, and where alone: one of these stands in a page.
(Material 9.7, src/templates/assets/javascripts. It asks whether a page runs from the right.)"""


@dataclass(frozen=True, slots=True)
class Given:
    """The names that scripts may give to an element. A value stands alone: `=rtl`."""

    names: frozenset[str]
    beginnings: tuple[str, ...]
    """Of classes that a script puts together."""

    def __or__(self, other: Given) -> Given:
        """Give what either gives."""
        return Given(self.names | other.names, self.beginnings + other.beginnings)


def names_in(page: str) -> frozenset[str]:
    """Find the names that stand in a page."""
    classes = {name for found in set(_CLASSES.findall(page)) for name in "".join(found).split()}
    values = set(_VALUES.findall(page))
    return frozenset(
        {
            *(f".{name}" for name in classes),
            *(name.lower() for name in set(_ELEMENTS.findall(page))),
            *(f"[{name}={value}]" for name, value in (*values, *_SHORT_VALUES.findall(page))),
            *(f"@{told}" for told in _told(page)),
            *(["[data-preview]"] if "data-preview" in page else ()),
        }
    )


def _told(page: str) -> Iterator[str]:
    """Find the features of the theme that a page says are on, and whether it has versions."""
    for told in _TOLD.findall(page):
        for features in _FEATURES.findall(told):
            yield from re.findall(r'"([^"]+)"', features)
        if _NO_VERSION not in told:
            yield "version"


def inline_scripts(page: str) -> list[str]:
    """Find the scripts that stand in a page itself."""
    return _INLINE.findall(page)


def names_given(scripts: Iterable[str]) -> Given:
    """Find the names that scripts may give: each word of theirs that stands behind no dot."""
    read = tuple(scripts)
    words = frozenset[str]().union(*map(_WORDS.findall, read))
    names = frozenset(f"{kind}{word}" for word in words for kind in (".", "", "="))
    return Given(names, tuple(name for script in read for name in _put_together(script)))


def theme_gives(script: str, held: AbstractSet[str]) -> Given:
    """Find the names that the theme's own script gives on pages that hold these."""
    never = tuple(name for name, where in _ONLY_WHERE.items() if held.isdisjoint(where))
    words = set(_WORDS.findall(script))
    names = (f"{kind}{word}" for word in words for kind in (".", "="))
    made = ("".join(found) for found in _MADE.findall(script))
    return Given(
        frozenset(name for name in names if not name.startswith(never)).union(made),
        tuple(name for name in _put_together(script) if not name.startswith(never)),
    )


def _put_together(script: str) -> Iterator[str]:
    for name in sorted(set(_BEGINNINGS.findall(script))):
        yield f".{name}"


def names_asked(selector: Sequence[Any]) -> Iterator[str]:
    """Find the names that an element needs for a selector, as tokens of tinycss2, to fit.

    What only stands within `:is()`, `:not()` and the like is not asked for.
    """
    before = ""
    for token in selector:
        if token.type == "ident" and before == ".":
            yield f".{token.value}"
        elif token.type == "ident" and before != ":":
            yield str(token.lower_value)
        elif token.type == "[] block" and (found := _VALUE.fullmatch(_written(token.content))):
            yield f"[{found[1]}={found[2]}]"
        before = token.value if token.type == "literal" else ""


def _written(tokens: Sequence[Any]) -> str:
    return "".join(token.serialize() for token in tokens)


def unused_names(asked: Iterable[str], held: AbstractSet[str], given: Given) -> frozenset[str]:
    """Find the names that no page holds and no script may give."""
    return frozenset(name for name in set(asked) - held if not _may_be_given(name, given))


def _may_be_given(name: str, given: Given) -> bool:
    key = f"={name.strip('[]').partition('=')[2]}" if name.startswith("[") else name
    is_plain = _WORDS.fullmatch(key.lstrip(".="))
    return key in given.names or key.startswith(given.beginnings) or not is_plain
