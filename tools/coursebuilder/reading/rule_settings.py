"""What mkdocs.yml says of rules, under the plugin `course`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coursebuilder.problem import Problem
from coursebuilder.prose import Located, Text
from coursebuilder.reading.engine_settings import find_plugin_settings
from coursebuilder.reading.fields import Fields, entries_of, open_record
from coursebuilder.reading.findings import Findings
from coursebuilder.reading.nodes import Nothing, Record, Scalar
from coursebuilder.reading.quantities import read_number, read_one_of
from coursebuilder.reading.shapes import PATH_RULES, PLUGIN
from coursebuilder.reading.values import Value, wrong
from coursebuilder.rule_settings import Level, PathSettings, RuleSetting, RuleSettings

SEVERITY = "severity"
_LEVELS = tuple(Level)


def read_rule_settings(
    root: Path, opened: Mapping[str, str]
) -> tuple[RuleSettings, tuple[Problem, ...]]:
    """Read what is set for rules; what cannot be read sets nothing, and is told of.

    Whether the rules and limits exist is for the checker to say.
    """
    path, node, problems = find_plugin_settings(root, opened)
    if node is None or isinstance(node, Nothing):
        return RuleSettings(), problems
    findings = Findings(path)
    fields = open_record(Value("course", node, node.place), PLUGIN, findings, "The plugin `course`")
    if fields is None:
        return RuleSettings(), tuple(findings.problems)
    settings = RuleSettings(everywhere=tuple(_rules(fields)), paths=tuple(_paths(fields, findings)))
    return settings, tuple(findings.problems)


def _paths(fields: Fields, findings: Findings) -> Iterator[PathSettings]:
    for item in fields.items("paths") or ():
        under = open_record(item, PATH_RULES, findings, "This entry of `paths`")
        if under is None:
            continue
        under.require("path", "rules")
        pattern = under.text("path")
        rules = tuple(_rules(under))
        if pattern is not None:
            yield PathSettings(pattern=pattern, rules=rules)


def _rules(fields: Fields) -> Iterator[RuleSetting]:
    seen: dict[str, int] = {}
    for key, value in fields.entries("rules") or ():
        if _stands_twice(key, seen, fields.findings):
            continue
        rule = Located(key.text, key.place)
        if isinstance(value.node, Record):
            yield _detailed(rule, value, fields.findings)
        else:
            yield RuleSetting(rule=rule, level=_level(value, fields.findings))


def _detailed(rule: Text, value: Value, findings: Findings) -> RuleSetting:
    level: Located[Level] | None = None
    limits: list[tuple[Text, float]] = []
    for key, each in entries_of(value, findings) or ():
        if key.text == SEVERITY:
            level = _level(each, findings)
            continue
        number = read_number(each, findings)
        if number is not None:
            limits.append((Located(key.text, key.place), float(number)))
    return RuleSetting(rule=rule, level=level, limits=tuple(limits))


def _level(value: Value, findings: Findings) -> Located[Level] | None:
    if isinstance(value.node, Scalar) and value.node.text in ("false", "no"):
        message = f"`{value.key}` is `off`, `hint`, `warning` or `error`, not a yes or no."
        wrong(value, findings, message, f"{value.key}: off")
        return None
    word = read_one_of(value, findings, _LEVELS)
    return None if word is None else Located(Level(word.value), word.place)


def _stands_twice(key: Scalar, seen: dict[str, int], findings: Findings) -> bool:
    if key.text not in seen:
        seen[key.text] = key.place.line
        return False
    message = f"The key '{key.text}' stands here a second time, after line {seen[key.text]}."
    findings.error("duplicate-key", key.place, f"{message} Keep one of them.")
    return True
