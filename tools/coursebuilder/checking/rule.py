"""A rule: a module of `checking/rules/` with a page, a severity, and mostly a check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from coursebuilder.checking.comparison import Comparison
from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity


class Rule(Protocol):
    """What every rule's module has. Its docstring is the rule's page, in Markdown."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity


class CheckingRule(Rule, Protocol):
    """A rule that looks at the course after it was read."""

    def check(self, survey: Survey, /) -> Iterator[Finding]:
        """Find each place where the rule is broken."""
        ...


class ComparingRule(Rule, Protocol):
    """A rule that looks at the course and at what it was before."""

    def compare(self, comparison: Comparison, /) -> Iterator[Finding]:
        """Find each place where the rule is broken."""
        ...


def id_of(rule: Rule) -> str:
    """`broken-link` for the module `broken_link`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def page_of(rule: Rule) -> str:
    """The rule's page, in Markdown: its sentence, then the rest."""
    return (rule.__doc__ or "").strip()


def sentence_of(rule: Rule) -> str:
    """How it should be, in one sentence."""
    return page_of(rule).partition("\n")[0]
