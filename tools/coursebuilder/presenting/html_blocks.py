"""Blocks as HTML: each kind by its macro in `templates/blocks.html`."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_uppercase
from typing import Any, assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from coursebuilder.course import Course
from coursebuilder.presenting.blocks import (
    Block,
    Bullets,
    Callout,
    CaseFacts,
    Code,
    Flags,
    Item,
    Options,
    Pairs,
    Paper,
    Paragraph,
    Parts,
    Picture,
    Quotation,
    Run,
    Runs,
    Spots,
    Steps,
    Subheading,
    Table,
)
from coursebuilder.presenting.paging import is_long_paper
from coursebuilder.rendering.template import icon
from coursebuilder.rendering.texts import Texts

FOLDER = Path(__file__).parent / "templates"
NO_PICTURE = "data:image/svg+xml;base64," + base64.b64encode(
    b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
).decode("ascii")


@cache
def environment() -> Environment:
    """The trainer's templates: autoescaped, and strict about a missing value."""
    made = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(icon=icon, runs=runs_html, listed=_listed)
    made.globals.update(is_long=is_long_paper, letters=ascii_uppercase)
    return made


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML file's blocks are rendered with."""

    texts: Texts
    data_uri: Callable[[str], str]

    def fill(self, template: str, **values: object) -> Markup:
        """Fill a template; every value is escaped that is no Markup."""
        found = environment().get_template(template)
        return Markup(found.render({"t": self.texts, **values}))  # noqa: S704 - autoescaped

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Give the HTML of blocks, one after another."""
        macros = self._macros()
        return Markup().join(self._block(block, macros) for block in blocks)

    def _macros(self) -> Any:
        template = environment().get_template("blocks.html")
        return template.make_module({"t": self.texts, "data_uri": self.data_uri})

    def _block(self, block: Block, macros: Any) -> Markup:
        name = _macro_of(block)
        match block:
            case Callout(_, _, inner):
                html = macros.callout(block, self.blocks(inner))
            case Quotation(inner):
                html = macros.quotation(self.blocks(inner))
            case _:
                html = getattr(macros, name)(block)
        return Markup(html)  # noqa: S704 - autoescaped


def _macro_of(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one a kind
    match block:
        case Paragraph():
            return "paragraph"
        case Subheading():
            return "subheading"
        case Bullets():
            return "bullets"
        case Table():
            return "table"
        case Picture():
            return "picture"
        case Callout():
            return "callout"
        case Quotation():
            return "quotation"
        case Code():
            return "code"
        case Paper():
            return "paper"
        case Flags():
            return "flags"
        case CaseFacts():
            return "case_facts"
        case Options():
            return "options"
        case Pairs():
            return "pairs"
        case Steps():
            return "steps"
        case Spots():
            return "spots"
        case Parts():
            return "parts"
        case _:
            assert_never(block)


def runs_html(runs: Runs) -> Markup:
    """Give the HTML of a text."""
    return Markup().join(_run(run) for run in runs)


def _run(run: Run) -> Markup:
    html = Markup("<br>").join(escape(line) for line in run.text.split("\n"))
    if run.code:
        html = Markup("<code>{}</code>").format(html)
    if run.emphasis:
        html = Markup("<em>{}</em>").format(html)
    if run.strong:
        html = Markup("<strong>{}</strong>").format(html)
    if run.link:
        html = Markup('<a href="{}">{}</a>').format(run.link, html)
    return html


def _listed(block: Bullets) -> Markup:
    return _nested(list(block.items), 0)


def _nested(items: list[Item], level: int) -> Markup:
    """Build lists in lists again, from the level of each item."""
    rows: list[Markup] = []
    counts = bool(items) and items[0].number is not None
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > level:
            end += 1
        inner = _nested(items[at + 1 : end], level + 1) if end > at + 1 else Markup()
        rows.append(Markup("<li>{}{}</li>").format(runs_html(items[at].runs), inner))
        at = end
    start = items[0].number if counts else None
    inner = Markup().join(rows)
    if start is None:
        return Markup("<ul>{}</ul>").format(inner)
    return Markup('<ol start="{}">{}</ol>').format(start, inner)


def data_uris(course: Course) -> Callable[[str], str]:
    """Give a function that turns a picture's path into a `data:` address with the picture in it.

    A picture that is not there becomes an empty one, whose alt text is shown: `course check`
    has told the author.
    """

    @cache
    def uri(path: str) -> str:
        file = (course.root / path).resolve()
        if not file.is_relative_to(course.root.resolve()) or not file.is_file():
            return NO_PICTURE
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"

    return uri
