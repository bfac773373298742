"""HTML from the autoescaped Jinja templates of `templates/`: the one way to write HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from coursebuilder.memory import template_memory

FOLDER = Path(__file__).parent / "templates"


@cache
def icon(name: str) -> Markup:
    """Show a picture of the page's sprite (`theme/partials/course-icons.html`), beside its word."""
    return Markup(
        '<svg class="ico" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>'
    ).format(name)


@cache
def environment() -> Environment:
    """The one environment: autoescaped, and strict about a missing value."""
    made = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=template_memory(),
    )
    made.globals["icon"] = icon
    return made


def render(template: str, **values: object) -> Markup:
    """Fill a template, like `module-head.html`. Every value is escaped that is no Markup."""
    return Markup(_template(template).render(values))  # noqa: S704


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)
