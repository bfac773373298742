"""The theme's style sheets, without what no page of the site can use.

More than half of a theme's styles is for parts that a course does not have. Each page waits
for them: on slow 4G that is a twentieth of a second, and every rule is tried on every element. A
rule goes when each of its selectors asks for a name that stands in no page, and that no script
may give (style_names.py): a class, an element, some values. Then a custom property goes that
nothing reads any more: most hold a drawn icon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

import tinycss2

from coursebuilder.rendering.style_names import names_asked

_SET = re.compile(r"(?<=[{;])(--[\w-]+):")
_PROPERTIES = re.compile(r"--[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED = frozenset({"media", "supports", "layer", "container"})


def asked_in(css: str) -> frozenset[str]:
    """Find the names that the rules of a style sheet ask for. Of one with mistakes: none."""
    rules = _rules(css)
    return frozenset() if _is_broken(rules) else frozenset(_asked(rules))


def _asked(rules: Sequence[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            for selector in _parts(rule.prelude, ","):
                yield from names_asked(selector)
        elif _is_nested(rule):
            yield from _asked(_inner(rule))


def lean_style(css: str, unused: AbstractSet[str], unread: AbstractSet[str] = frozenset()) -> str:
    """Leave out the rules that ask for these names, and what sets these custom properties.

    A sheet with mistakes stays as it is.
    """
    rules = _rules(css)
    return css if _is_broken(rules) else "".join(_kept(rules, unused, unread))


@lru_cache(maxsize=4)
def _rules(css: str) -> Sequence[Any]:
    """Read a sheet. It is read once, and written twice: without rules, then without properties."""
    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def unread_properties(css: str, styles: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """Find the custom properties that a style sheet sets and nothing reads.

    `styles`: all of the site, this one included, and pages that have styles of their own;
    `scripts`: in these a name counts however it is used.
    """
    read = {name for style in styles for name in _READ.findall(style)}
    read.update(name for script in scripts for name in _PROPERTIES.findall(script))
    # What ends in a hyphen is a beginning: a script puts the name together.
    beginnings = tuple(name for name in read if name.endswith("-"))
    return frozenset(
        name for name in set(_SET.findall(css)) - read if not name.startswith(beginnings)
    )


def _is_broken(nodes: Sequence[Any]) -> bool:
    return any(
        node.type == "error"
        or any(
            _is_broken(getattr(node, part, None) or ())
            for part in ("prelude", "content", "arguments")
        )
        for node in nodes
    )


def _kept(
    rules: Sequence[Any], unused: AbstractSet[str], unread: AbstractSet[str]
) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [
                each for each in _parts(rule.prelude, ",") if unused.isdisjoint(names_asked(each))
            ]
            said = _said(rule.content, unread)
            if selectors and said:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{said}}}"
        elif _is_nested(rule):
            yield from _kept_block(rule, unused, unread)
        else:
            yield tinycss2.serialize([rule])


def _kept_block(rule: Any, unused: AbstractSet[str], unread: AbstractSet[str]) -> Iterator[str]:
    nested = _inner(rule)
    if _is_broken(nested):
        yield tinycss2.serialize([rule])
    elif inner := "".join(_kept(nested, unused, unread)):
        yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _said(content: Sequence[Any], unread: AbstractSet[str]) -> str:
    """Write what a rule says, without these custom properties."""
    if unread.isdisjoint(getattr(token, "value", None) for token in content):
        return str(tinycss2.serialize(content))
    kept = (each for each in _parts(content, ";") if _name(each) not in unread)
    return ";".join(map(tinycss2.serialize, kept))


def _name(declaration: Sequence[Any]) -> str:
    return next((token.value for token in declaration if token.type == "ident"), "")


def _parts(tokens: Sequence[Any], mark: str) -> Iterator[list[Any]]:
    """Take selectors or declarations apart at their commas or semicolons."""
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == mark:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _is_nested(rule: Any) -> bool:
    return rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in _NESTED


def _inner(rule: Any) -> Sequence[Any]:
    found: Sequence[Any] = tinycss2.parse_rule_list(
        rule.content, skip_comments=True, skip_whitespace=True
    )
    return found
