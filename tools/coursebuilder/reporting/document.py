"""One self-contained HTML page: style inlined, no script, no request, light and dark."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coursebuilder import __version__
from coursebuilder.rendering.style_sheets import tokens

FOLDER = Path(__file__).parent
GENERATOR = "outreach-course-builder report"
"""How a page of ours is known again, before it is written over."""


@cache
def environment() -> Environment:
    """The templates of the reports: autoescaped, and strict about a missing value."""
    return Environment(
        loader=FileSystemLoader(FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def document(template: str, **values: object) -> str:
    """Fill a whole page. The same values make the same bytes."""
    style = _style()
    return (
        environment()
        .get_template(template)
        .render(
            values,
            style=Markup(style),  # noqa: S704 - our own file
            policy=_policy(style),
            generator=GENERATOR,
            version=__version__,
        )
    )


@cache
def _style() -> str:
    return tokens() + (FOLDER / "theme/report.css").read_text("utf-8")


def _policy(style: str) -> str:
    """A policy that lets nothing load and nothing run."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
