"""The theme's style sheets, without what no page of the site can use.

More than a third of a theme's styles is for parts that a course does not have. Each page waits
for them: on slow 4G that is a twentieth of a second, and every rule is tried on every element. A
rule goes when each of its selectors asks for a class that stands in no page and in no script.
Selectors without a class stay, and so do classes that only stand within `:is()`, `:not()` and
the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any

import tinycss2

_CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
"""Found fast by how it begins. Of `data-class="a"`, too: a class too many only keeps a rule."""
_NAMES = re.compile(r"\.(-?[A-Za-z_][\w-]*)(?!\\)")
_WORDS = re.compile(r"[\w-]+")
_BEGINNINGS = re.compile(r"([A-Za-z_][\w-]*--)(?:\$\{|[\"'`]\s*[+.])")
"""In a script, a class that is put together: `md-tag--${name}`."""
_NESTED = frozenset({"media", "supports", "layer", "container"})


def classes_in(html: str) -> frozenset[str]:
    """Find the classes that stand in a page."""
    listed = set(_CLASSES.findall(html))
    return frozenset(name for found in listed for name in "".join(found).split())


def unused_classes(css: str, classes: frozenset[str], scripts: Sequence[str]) -> frozenset[str]:
    """Find the classes of a style sheet that no page has, and that no script may give to one."""
    beginnings = tuple({name for script in scripts for name in _BEGINNINGS.findall(script)})
    words = classes.union(*map(_WORDS.findall, scripts))
    return frozenset(
        name for name in set(_NAMES.findall(css)) - words if not name.startswith(beginnings)
    )


def lean_style(css: str, unused: AbstractSet[str]) -> str:
    """Leave out the rules that only fit these classes. A sheet with mistakes stays as it is."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return css if _is_broken(rules) else "".join(_kept(rules, unused))


def _is_broken(nodes: Sequence[Any]) -> bool:
    return any(
        node.type == "error"
        or any(
            _is_broken(getattr(node, part, None) or ())
            for part in ("prelude", "content", "arguments")
        )
        for node in nodes
    )


def _kept(rules: Sequence[Any], unused: AbstractSet[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if _may_fit(each, unused)]
            if selectors:
                listed = ",".join(tinycss2.serialize(each) for each in selectors)
                yield f"{listed}{{{tinycss2.serialize(rule.content)}}}"
        elif (
            rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in _NESTED
        ):
            yield from _kept_block(rule, unused)
        else:
            yield tinycss2.serialize([rule])


def _kept_block(rule: Any, unused: AbstractSet[str]) -> Iterator[str]:
    nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    if _is_broken(nested):
        yield tinycss2.serialize([rule])
    elif inner := "".join(_kept(nested, unused)):
        yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _selectors(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    selector: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _may_fit(selector: Sequence[Any], unused: AbstractSet[str]) -> bool:
    """Tell whether the selector itself asks for none of these classes."""
    return not any(
        name.value in unused
        for dot, name in pairwise(selector)
        if dot.type == "literal" and dot.value == "." and name.type == "ident"
    )
