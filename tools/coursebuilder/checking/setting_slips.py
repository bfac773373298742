"""What is wrong with what mkdocs.yml says of rules: names that no rule has, limits out of range."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from coursebuilder.checking import rules
from coursebuilder.checking.levels import is_fixed
from coursebuilder.checking.limit import limits_of
from coursebuilder.checking.rule import Rule, id_of
from coursebuilder.checking.rules import fixed_rule, unknown_key, unknown_rule, wrong_value
from coursebuilder.course import Course
from coursebuilder.nearest import did_you_mean
from coursebuilder.problem import Place, Problem
from coursebuilder.prose import Text
from coursebuilder.rule_settings import Level, PathSettings, RuleSetting


def setting_slips(course: Course) -> Iterator[Problem]:
    """Find settings that set nothing, so that none is without effect in silence."""
    settings = course.rules
    if not settings.everywhere and not settings.paths:
        return
    known = {id_of(rule): rule for rule in rules.ALL}
    for under in settings.paths:
        yield from _about_pattern(course, under)
    for setting in (*settings.everywhere, *(each for p in settings.paths for each in p.rules)):
        rule = known.get(setting.rule.value)
        if rule is None:
            message = f"There is no rule '{setting.rule}'.{did_you_mean(setting.rule.value, known)}"
            yield _problem(unknown_rule, setting.rule.place, message)
            continue
        yield from _about_level(rule, setting)
        for name, number in setting.limits:
            yield from _about_limit(rule, name, number)


def _about_pattern(course: Course, under: PathSettings) -> Iterator[Problem]:
    pattern = under.pattern.value
    if not any(fnmatchcase(path, pattern) for path in course.files):
        message = (
            f"`{pattern}` fits no file of the course. Write it as in `modules/welcome.md` or "
            "`quizzes/*`, from the folder of this file."
        )
        yield _problem(wrong_value, under.pattern.place, message)


def _about_level(rule: Rule, setting: RuleSetting) -> Iterator[Problem]:
    if setting.level and is_fixed(rule) and setting.level.value is not Level.ERROR:
        message = (
            f"The rule '{setting.rule}' is always an error: without it a page would not be safe, "
            "or not be what was written. Take this line out."
        )
        yield _problem(fixed_rule, setting.level.place, message)


def _about_limit(rule: Rule, name: Text, number: float) -> Iterator[Problem]:
    limits = {limit.name: limit for limit in limits_of(rule)}
    limit = limits.get(name.value)
    if limit is None:
        keys = ("severity", *limits)
        message = f"`{name}` is no key of the rule '{id_of(rule)}'."
        advice = did_you_mean(name.value, keys) or f" Its keys are {_listed(keys)}."
        if not limits:
            advice = f" Its only key is {_listed(keys)}."
        yield _problem(unknown_key, name.place, message + advice)
    elif not limit.least <= number <= limit.most:
        message = f"`{name}` is {limit.least:g} to {limit.most:g}, and here stands {number:g}."
        yield _problem(wrong_value, name.place, message)


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _problem(rule: Rule, place: Place, message: str) -> Problem:
    return Problem(place, id_of(rule), rule.SEVERITY, message)
