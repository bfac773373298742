"""What the authors of a course say of the rules: their weight and limits, everywhere or somewhere.

RuleSettings
├── RuleSetting     a rule: how much it weighs, and numbers of its own
└── PathSettings    the same for some files only
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from coursebuilder.prose import Located, Text


class Level(StrEnum):
    """How much a rule weighs; `off` is not at all."""

    OFF = "off"
    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """What is said of one rule."""

    rule: Text
    level: Located[Level] | None = None
    """None where only a limit is set."""
    limits: tuple[tuple[Text, float], ...] = ()
    """The name of each limit as typed, and its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSettings:
    """What is said of rules in the files that a pattern names, like `modules/es/*`."""

    pattern: Text
    rules: tuple[RuleSetting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """What mkdocs.yml says of rules. Of several patterns that fit a file, the last one counts."""

    everywhere: tuple[RuleSetting, ...] = ()
    paths: tuple[PathSettings, ...] = ()


def settings_for(settings: RuleSettings, path: str) -> Iterator[RuleSetting]:
    """All that is said of rules in a file, what counts most first."""
    for under in reversed(settings.paths):
        if fnmatchcase(path, under.pattern.value):
            yield from under.rules
    yield from settings.everywhere
