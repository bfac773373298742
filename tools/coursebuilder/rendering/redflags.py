"""Red-flag cards: entries of the register, by group or by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from coursebuilder.course import INVENTED, Course, RedFlag
from coursebuilder.rendering.citations import citation_mark
from coursebuilder.rendering.frame import Frame
from coursebuilder.rendering.inline import inline_markdown
from coursebuilder.rendering.links import settle
from coursebuilder.rendering.template import render


def flags_named(course: Course, names: Iterable[str]) -> Iterator[RedFlag]:
    """Give the flags of these groups or with these ids, each once, in the order of the names."""
    given: set[str] = set()
    for name in names:
        for flag in course.redflags.values():
            if name in {flag.id.value, flag.group.value} and flag.id.value not in given:
                given.add(flag.id.value)
                yield flag


def groups_of(course: Course) -> list[str]:
    """The groups of the register, in its order."""
    return list(dict.fromkeys(flag.group.value for flag in course.redflags.values()))


def group_title(course: Course, group: str) -> str:
    """Give the group's title; without one `chemical-payment` is shown as "Chemical payment"."""
    flags = course.redflags.values()
    titles = (flag.group_title for flag in flags if flag.group.value == group)
    return next(titles, "") or group.replace("-", " ").capitalize()


def render_flags(frame: Frame, names: Iterable[str], *, anchors: bool = False) -> Markup:
    """Show flags as cards, with anchors only where the page is the register's own."""
    flags = [
        {
            "id": flag.id.value if anchors else "",
            "text": inline_markdown(flag.text.value),
            "why": inline_markdown(flag.why.value) if flag.why else "",
            "cite": citation_mark(flag.source.value)
            if flag.source and flag.source.value != INVENTED
            else "",
        }
        for flag in flags_named(frame.course, names)
    ]
    if not flags:
        return Markup()
    return settle(render("flags.html", flags=flags), "modules/redflags.yml", frame)
