"""What the theme's search needs of a page: its headings, and the text of its blocks.

The search parses the HTML of every page in Python, tag by tag; that is a fifth of a build. All
that it looks at are headings with their ids, blocks, what is left out, and text. So it is given
no more: half the tags, and hardly an attribute. What it makes of them is the same.
"""

from __future__ import annotations

import re
from functools import cache

LEFT_OUT = "data-search-exclude"

_INLINE = frozenset(
    [
        *("a", "abbr", "b", "br", "button", "dfn", "em", "i", "img", "input", "label", "small"),
        *("span", "strong", "time", "wbr"),
        *("dd", "dl", "dt", "figcaption", "figure", "table", "tbody", "td", "th", "thead", "tr"),
        *("circle", "g", "path", "rect", "svg", "use"),
    ]
)
"""Tags that the search reads and forgets: what is not here may end a block of text."""
_OTHERWISE = re.compile(r"<(?:script|style|object)\b|headerlink|linenodiv")
"""What makes a page one that the search reads in ways of its own."""
_EXCLUDED = re.compile(rf"<([a-z][\w-]*)(?=\s[^>]*{LEFT_OUT})")
_REST = r"""(?:[^>"']|"[^"]*"|'[^']*')*>"""


def searched_part(html: str) -> str:
    """Give the HTML that the search finds the same texts in."""
    if _OTHERWISE.search(html):
        return html
    return _tags(frozenset(_EXCLUDED.findall(html))).sub(_shortened, html)


@cache
def _tags(excluded: frozenset[str]) -> re.Pattern[str]:
    """Tags to leave out, and those whose attributes say nothing.

    A tag that excludes what is in it stays, with all of its name, so that they close each other.
    """
    names = "|".join(sorted(_INLINE - excluded))
    return re.compile(rf"</?(?:{names})(?=[\s/>]){_REST}|(<(?!h[1-6]\b)[a-z][\w-]*)\s{_REST}")


def _shortened(found: re.Match[str]) -> str:
    if not found[1]:
        return ""
    return f"{found[1]} {LEFT_OUT}>" if LEFT_OUT in found[0] else f"{found[1]}>"
