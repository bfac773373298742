"""All rules, by name. A rule is a module; its name, with hyphens, is its id.

To add one: write its file, and add its name to the import and to one of the two lists.
"""

from __future__ import annotations

from coursebuilder.checking.rule import CheckingRule, Rule
from coursebuilder.checking.rules import (
    allow_without_reason,
    heading_jump,
    no_right_choice,
    no_wrong_choice,
    stale_allow,
    unknown_audience,
    unknown_contact,
    unknown_module,
    unknown_objective,
    unknown_question,
    unknown_quiz,
    unknown_red_flag,
    unknown_rule,
    unknown_scenario,
    unknown_section,
    unknown_source,
)

CHECKED: tuple[CheckingRule, ...] = (
    heading_jump,
    no_right_choice,
    no_wrong_choice,
    unknown_audience,
    unknown_contact,
    unknown_module,
    unknown_objective,
    unknown_question,
    unknown_quiz,
    unknown_red_flag,
    unknown_scenario,
    unknown_section,
    unknown_source,
)
"""Rules that look at the course after it was read."""

READ: tuple[Rule, ...] = (
    allow_without_reason,
    stale_allow,
    unknown_rule,
)
"""Rules that the readers, or the engine, find by themselves: a page and a severity."""

ALL: tuple[Rule, ...] = (*CHECKED, *READ)
