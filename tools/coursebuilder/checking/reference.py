"""The pages of the rules: for the terminal, and as one Markdown reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coursebuilder.checking.levels import is_fixed
from coursebuilder.checking.limit import limits_of
from coursebuilder.checking.rule import Rule, id_of, page_of, sentence_of

REFERENCE = "docs/authoring/rules.md"
"""Where the generated reference stands, until there is a published site."""

FENCE = re.compile(r'^```\w+ title="([^"]*)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def url_of(rule_id: str) -> str:
    """The address of a rule's page."""
    return f"{REFERENCE}#{rule_id}"


def as_text(page: str) -> str:
    """A page without the marks of Markdown: samples indented under the name of their file."""
    return FENCE.sub(_indented, page).replace("**", "")


def _indented(match: re.Match[str]) -> str:
    name, sample = match.groups()
    lines = (f"    {line}".rstrip() for line in sample.splitlines())
    return "\n".join([f"  {name}", "", *lines])


def page_as_text(rule: Rule) -> str:
    """What `course explain RULE` prints."""
    page = f"{page_of(rule)}{_settings_of(rule)}"
    return f"{id_of(rule)} ({rule.SEVERITY})\n\n{as_text(page)}\n"


def list_as_text(rules: Sequence[Rule]) -> str:
    """What `course explain` prints: id, severity, sentence, in columns."""
    listed = sorted(rules, key=id_of)
    width = max(len(id_of(rule)) for rule in listed)
    rows = (f"{id_of(rule):{width}}  {rule.SEVERITY:7}  {sentence_of(rule)}" for rule in listed)
    return "\n".join(rows) + "\n"


def reference_as_markdown(rules: Sequence[Rule]) -> str:
    """All pages as one Markdown page, each under a heading with the rule's id."""
    head = "# Rules\n\nThis page is generated: `course explain --all --format markdown`.\n"
    return head + "".join(_chapter(rule) for rule in sorted(rules, key=id_of))


def _chapter(rule: Rule) -> str:
    name = id_of(rule)
    page = f"{page_of(rule)}{_settings_of(rule)}"
    return f"\n## {name} {{#{name}}}\n\n*{rule.SEVERITY}*\n\n{page}\n"


def _settings_of(rule: Rule) -> str:
    """What a course may set of the rule, beside its severity; "" where that is all."""
    if is_fixed(rule):
        return "\n\n**Settings.** None: it is always an error."
    limits = [f"`{each.name}`, {each.about} ({each.default:g})" for each in limits_of(rule)]
    return f"\n\n**Settings.** {'; '.join(limits)}." if limits else ""
