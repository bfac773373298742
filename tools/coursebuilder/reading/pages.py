"""Reads the standing pages of docs/."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from coursebuilder.course import Page
from coursebuilder.problem import Problem
from coursebuilder.prose import Prose
from coursebuilder.reading.front_matter import cut_front_matter
from coursebuilder.reading.markdown_text import scan_markdown

_TITLE = re.compile(r"^title:[ \t]*(.*\S)", re.MULTILINE)


def read_page(text: str, path: str) -> tuple[Page, tuple[Problem, ...]]:
    """Read the text of a page; its front matter is MkDocs's, of which only the title is taken."""
    cut = cut_front_matter(text)
    body, line = (cut.body, cut.body_line) if cut.closed else (text, 1)
    prose, problems = scan_markdown(body, path, line)
    title = _typed_title(cut.settings) or _first_heading(prose) or _name(path)
    page = Page(path=path, title=title, prose=prose, source=body, source_line=line)
    return page, problems


def _typed_title(settings: str | None) -> str:
    found = _TITLE.search(settings or "")
    return found[1].strip("\"'") if found else ""


def _first_heading(prose: Prose) -> str:
    return next((heading.title for heading in prose.headings if heading.level == 1), "")


def _name(path: str) -> str:
    return PurePosixPath(path).stem.replace("-", " ").replace("_", " ").capitalize()
