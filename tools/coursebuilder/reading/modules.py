"""Reads a module: its front matter, its sections, its prose."""

from __future__ import annotations

import re
from dataclasses import replace

from coursebuilder.course import Module, Objective, Translation
from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Allow, Located, Prose, Text
from coursebuilder.reading.fields import Fields, open_file
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.front_matter import Cut, cut_front_matter
from coursebuilder.reading.language import read_language
from coursebuilder.reading.markdown_text import scan_markdown
from coursebuilder.reading.nodes import Record
from coursebuilder.reading.sections import read_sections
from coursebuilder.reading.shapes import Shape
from coursebuilder.reading.values import meant_id, read_prose, wrong
from coursebuilder.reading.yaml_part import read_yaml_part
from coursebuilder.reading.yaml_prose import prose_of

MODULE = Shape(
    "a module's front matter",
    (
        *("title", "summary", "objectives", "reviewed", "review_in", "reviewed_by", "status"),
        *("translates", "language", "translated_from", "allow"),
    ),
    "in a module's front matter",
)
_DRAFT = "draft"
_PERIOD = re.compile(r"([0-9]+)\s+(day|week|month|year)s?")


def read_module(
    text: str, slug: str, path: str
) -> tuple[Module, tuple[Allow, ...], tuple[Problem, ...]]:
    """Read the text of a module; what could not be read is empty, and told of.

    The second are the rules that the module switches off.
    """
    findings = Findings(path)
    cut = cut_front_matter(text)
    fields = _front_matter(cut, findings)
    last_line = text.count("\n") + 1
    fields.allow((1, last_line))
    prose, problems = scan_markdown(cut.body, path, cut.body_line)
    findings.problems.extend(problems)
    sections = read_sections(prose, last_line, findings)
    if not sections:
        findings.error(
            "no-sections",
            Place(path, cut.first_line),
            "This module has no section. A section begins with a heading of two hashes: "
            "`## Its title {#id minutes=5}`.",
        )
    title = fields.text("title")
    summary = fields.prose("summary")
    objectives = _objectives(fields, slug, findings)
    module = Module(
        slug=slug,
        path=path,
        title=title or Located(slug, fields.start),
        summary=summary or Located("", fields.start),
        objectives=objectives,
        reviewed=fields.date("reviewed"),
        review_in=_review_in(fields),
        reviewed_by=fields.plain("reviewed_by"),
        draft=fields.one_of("status", (_DRAFT,)) is not None,
        translation=_translation(fields),
        sections=sections,
        prose=_joined(prose, prose_of(findings)),
        source=cut.body,
        source_line=cut.body_line,
        place=fields.start,
    )
    return module, (*findings.allows, *prose.allows), tuple(findings.problems)


def _front_matter(cut: Cut, findings: Findings) -> Fields:
    start = Place(findings.path, cut.first_line)
    nothing = Fields(Record((), start), MODULE, "The front matter", start, findings)
    if cut.settings is None:
        findings.error(
            "missing-front-matter",
            start,
            "This module has no front matter. Begin it with a line `---`, then `title:`, "
            "`summary:`, `objectives:` and `reviewed:`, then a line `---`.",
        )
        return nothing
    if not cut.closed:
        findings.error(
            "unclosed-front-matter",
            start,
            "The front matter that begins here has no end. Write a line `---` behind it.",
        )
    node, problems = read_yaml_part(cut.settings, findings.path, cut.first_line + 1)
    findings.problems.extend(problems)
    if node is not None:
        nothing = open_file(node, MODULE, findings, "The front matter")
        nothing.start = start
    nothing.require("title", "summary", "objectives", "reviewed")
    return nothing


def _objectives(fields: Fields, slug: str, findings: Findings) -> tuple[Objective, ...]:
    found = []
    entries = fields.entries("objectives") or ()
    taken = {key.text for key, _ in entries}
    for typed, value in entries:
        key = meant_id(typed, taken, findings)
        taken.add(key.text)
        text = read_prose(value, findings) or Located("", value.place)
        found.append(Objective(id=Located(key.text, key.place), text=text, module=slug))
    return tuple(found)


def _translation(fields: Fields) -> Translation | None:
    """Read `translates`, `language` and `translated_from`, which belong together."""
    present = fields.in_order(("translates", "language", "translated_from"))
    if present:
        fields.require("translates", "language")
    of, language = fields.text("translates"), read_language(fields)
    if of is None or language is None:
        return None
    return Translation(
        of=of,
        language=language,
        made_from=fields.text("translated_from"),
        place=fields.key_place("translates"),
    )


def _review_in(fields: Fields) -> Text | None:
    text, value = fields.text("review_in"), fields.value("review_in")
    if text is None or value is None:
        return None
    if (period := _PERIOD.fullmatch(text.value)) and int(period[1]) > 0:
        return text
    loose = re.fullmatch(r"\s*([0-9]+)\s*(d|w|m|y)[a-z]*\.?\s*", text.value.lower())
    words = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
    right = f"{loose[1]} {words[loose[2]]}" if loose and int(loose[1]) > 0 else ""
    wrong(
        value,
        fields.findings,
        f"`review_in` takes a number of days, weeks, months or years, like `6 months`, "
        f"and here stands `{text}`.",
        f"review_in: {right}" if right else "",
    )
    return Located(right, text.place) if right else None


def _joined(body: Prose, front_matter: Prose) -> Prose:
    """The prose of a file: the texts of its front matter hold links and citations, too."""
    return replace(
        body,
        links=(*front_matter.links, *body.links),
        citations=(*front_matter.citations, *body.citations),
        tags=(*front_matter.tags, *body.tags),
    )
