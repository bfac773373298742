"""What the scanner sees is what Python-Markdown makes of the same text."""

import re
from collections.abc import Callable, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Markdown, markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from coursebuilder.prose import LinkKind, Prose

Scan = Callable[[str], Prose]

ENGINE = (
    *("attr_list", "admonition", "def_list", "sane_lists", "tables", "toc"),
    *("pymdownx.blocks.caption", "pymdownx.blocks.details", "pymdownx.blocks.tab"),
    *("pymdownx.details", "pymdownx.superfences"),
)
HEADING = re.compile(r'<h([1-6])[^>]*? id="([^"]*)"')


class _Blocks(BlocksExtension):
    """Our blocks, as plain as can be: the engine decides whether they are any."""

    def extendMarkdownBlocks(  # noqa: N802
        self, md: Markdown, block_mgr: BlocksProcessor
    ) -> None:
        del md
        block_mgr.register(_block("trainer", argument=None), {})
        block_mgr.register(_block("slide", argument=False), {})
        block_mgr.register(_block("question", argument=True), {})
        case = _block("case", argument=True, options=("as_of", "status", "source"))
        block_mgr.register(case, {})


def _block(name: str, argument: bool | None, options: Sequence[str] = ()) -> type[Block]:
    def on_create(self: Any, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": f"block-{self.NAME}"})

    body = {
        "NAME": name,
        "ARGUMENT": argument,
        "OPTIONS": dict.fromkeys(options, ("", str)),
        "on_create": on_create,
    }
    return type(name.title(), (Block,), body)


def rendered(text: str) -> str:
    return markdown(text, extensions=[*ENGINE, _Blocks()])


SAMPLES = [
    "# One\n\n## Two {#two minutes=3}\n\ntext\n### Three\n\nFour\n----\n\n####Five##\n",
    "## A\n\n## A\n\n## A_1\n\n## A {#a_2}\n\n## A\n",
    "## Señales: ¿qué *hace* `x_y` [l](u.md) &amp; <b>z</b>?\n\n## ?\n\n## __init__ d_e\n",
    "- one\n## Two\n- three\n\n    ## Four\n\n> ## Five\n>\n> text\n",
    "```\n## No\n```\n\n    ## No\n\n<div>\n\n## No\n\n</div>\n\n## Yes\n",
    "text\n***\n## One\n- - -\nTwo\n---\n",
    "/// trainer | Ask\ntext\n\n- a\n- b\n///\n\n/// slide\n\n- x\n\n///\ntext\n",
    "/// details | T\n\n/// question | q\n///\n\n## In\n\n///\n## Out\n",
    "//// details | T\n/// question | q\n///\n////\n",
    "1. one\n\n    /// question | q\n    ///\n\n2. two\n\n/// question | r\n///\n",
    "> /// question | q\n> ///\n\ntext\n",
    "!!! note\n    /// question | q\n    ///\n\n    ## In\n\n## Out\n",
    '??? tip "T"\n    - one\n\n        two\n\ntext\n',
    "/// case | C\n    as_of: 2026-11-21\n    status: charged\n    source: x\n## In\n///\n",
    "- a\n    - b\n        - c\n- d\n\n1. e\n2. f\n- g\n\n* h\n\n    i\n",
    "| a | b |\n|---|---|\n| 1 | `2|3` |\n| 4 \\| 5 |\n\na | b\n--|--\n6 | 7\n",
    "[a](b.md) ![c](d.svg) [e][f] [f] <https://g.example> `[h](i.md)` \\[j](k.md)\n\n[f]: l.md\n",
    "[![a](b.svg)](c.md) [d](<e f.md>) [g](h_(i).md 'T') [k\nl](m.md)\n",
    "Term\n:   [a](b.md)\n\n    [c](d.md)\n\n<!-- [e](f.md) -->\n[g](h.md)\n",
    "- item\n\n    ```\n    [a](b.md)\n    ```\n\n    [c](d.md)\n",
    "<div>[a](b.md)</div> [c](d.md)\n\n<p>x</p>\n[e](f.md)\n",
    "text\n    more\n\n[a](b.md)\n",
]


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_headings_are_the_engines(scan: Scan, text: str) -> None:
    expected = [(int(level), anchor) for level, anchor in HEADING.findall(rendered(text))]
    found = [(heading.level, heading.id.value) for heading in scan(text).headings]
    assert found == expected


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_blocks_are_the_engines(scan: Scan, text: str) -> None:
    html = rendered(text)
    expected = re.findall(r'class="block-(\w+)"', html)
    expected += ["details"] * html.count("<details>")
    prose = scan(text)
    names = [_name(block) for block in prose.blocks]
    assert sorted(name for name in names if name not in ("note", "tip")) == sorted(expected)
    assert "///" not in re.sub(r"<(pre|code)>.*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_links_and_pictures_are_the_engines(scan: Scan, text: str) -> None:
    html = rendered(text)
    links = scan(text).links
    for kind, attribute in ((LinkKind.LINK, "href"), (LinkKind.IMAGE, "src")):
        found = [link.target.value for link in links if link.kind is kind]
        assert sorted(found) == sorted(re.findall(f'{attribute}="([^"]*)"', html))


def _name(block: object) -> str:
    engine = getattr(block, "name", "")
    return engine or type(block).__name__.removesuffix("Block").lower()
