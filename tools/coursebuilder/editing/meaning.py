"""What the text at the cursor stands for: a name, a link's page, a term of the glossary."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from coursebuilder.course import Course
from coursebuilder.editing.cursor import cursor_at
from coursebuilder.editing.names import Kind, Named, find, named
from coursebuilder.problem import Place

LINK = re.compile(r"\]\((?P<target>[\w./-]+\.md)?(?:#(?P<anchor>[\w-]+))?[)\s]")


def meaning_at(
    course: Course, path: str, lines: Sequence[str], row: int, column: int
) -> Named | None:
    """Find what stands for something at a place: row and column count from 0."""
    cursor = cursor_at(lines, row, column, is_yaml=not path.endswith(".md"))
    if cursor.kinds and cursor.word:
        return find(course, cursor.kinds, cursor.word, path)
    line = lines[row] if row < len(lines) else ""
    return _link(course, path, line, column) or _term(course, path, line, column)


def _link(course: Course, path: str, line: str, column: int) -> Named | None:
    for match in LINK.finditer(line):
        if match.start() < column < match.end():
            target = posixpath.join(posixpath.dirname(path), match["target"] or "")
            file = posixpath.normpath(target) if match["target"] else path
            # Links are written from docs/, beside which modules/ is mounted.
            return _part(course, file.removeprefix("docs/modules/"), match["anchor"] or "")
    return None


def _part(course: Course, file: str, anchor: str) -> Named | None:
    for module in course.modules:
        if file in (module.path, module.path.partition("/")[2]):
            for heading in module.prose.headings:
                if heading.id.value == anchor:
                    return Named(Kind.SECTION, anchor, heading.place, heading.title)
            title, summary = module.title.value, module.summary.value
            return Named(Kind.MODULE, module.slug, module.place, title, summary)
    for page in course.pages:
        if page.path in (file, f"docs/{file.removeprefix('../')}"):
            return Named(Kind.MODULE, page.path, Place(page.path), page.title)
    return None


def _term(course: Course, path: str, line: str, column: int) -> Named | None:
    found: list[Named] = []
    for term in named(course, Kind.TERM, path):
        flags = 0 if term.name.isupper() else re.IGNORECASE
        pattern = rf"(?<!\w){re.escape(term.name)}(?!\w)"
        hits = re.finditer(pattern, line, flags)
        if any(hit.start() <= column <= hit.end() for hit in hits):
            found.append(term)
    return max(found, key=lambda term: len(term.name), default=None)
