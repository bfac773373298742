"""How much a rule weighs in a file, and where its limits lie, as mkdocs.yml sets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coursebuilder.checking import rules
from coursebuilder.checking.rule import Rule, id_of
from coursebuilder.problem import Problem, Severity
from coursebuilder.rule_settings import Level, RuleSettings, settings_for


def is_fixed(rule: Rule) -> bool:
    """Whether a rule holds in every course, as an error.

    Without it a page would be unsafe, or something that an author wrote would be lost: it says
    `FIXED = True`, or it is an error of reading.
    """
    read = rule in rules.READ and rule.SEVERITY is Severity.ERROR
    return read or bool(getattr(rule, "FIXED", False))


def weighed(settings: RuleSettings, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the problems the severity that is set for their rule; leave out those set to `off`."""
    if not settings.everywhere and not settings.paths:
        yield from problems
        return
    fixed = {id_of(rule) for rule in rules.ALL if is_fixed(rule)}
    for problem in problems:
        level = None if problem.rule in fixed else _level(settings, problem)
        if level is None:
            yield problem
        elif level is not Level.OFF:
            yield replace(problem, severity=Severity(level.value))


def _level(settings: RuleSettings, problem: Problem) -> Level | None:
    said = (
        each.level.value
        for each in settings_for(settings, problem.place.path)
        if each.rule.value == problem.rule and each.level
    )
    return next(said, None)
