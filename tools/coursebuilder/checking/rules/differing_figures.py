"""The same thing has the same figure everywhere.

**What it checks.** Sentences of modules, and reasons of questions, that share half of their words
or more and name money, a percentage or a count of the same unit: they name the same amount.
Sentences of one list or table, or of different years, may differ, and what was made up for teaching
is left out.

**Why.** One of the two is wrong, or was right last year. A reader who sees both believes neither.

**Not like this:**

```markdown title="modules/welcome.md"
You send the written report to the agency within 15 calendar days [@ecfr-1310].

Send the written report to the agency within 10 calendar days [@ecfr-1310].
```

**Like this:**

```markdown title="modules/welcome.md"
You send the written report to the agency within 15 calendar days [@ecfr-1310].

Send the written report to the agency within 15 calendar days [@ecfr-1310].
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import ceil

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.learners_text import learners_passages
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.statements import Statement, statements_in
from coursebuilder.checking.survey import Survey
from coursebuilder.course import INVENTED, questions_of
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING
ACROSS = True

SHARE = Limit(__name__, "percent", 50, "the percentage of shared words from which on", most=100)
FEWEST = 4
"""Words that two sentences share at least."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find the later of two sentences that give different figures for one thing."""
    statements = list(_statements(survey))
    shares = {s.place.path: survey.limit(SHARE, s.place.path) / 100 for s in statements}
    lowest = min(shares.values(), default=1)
    common = Counter(word for each in statements for word in each.about)
    by_rare_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, later in enumerate(statements):
        keys = [(unit, word) for unit in later.units() for word in _rare(later, common, lowest)]
        near = sorted({(other, unit) for unit, word in keys for other in by_rare_word[unit, word]})
        for other, unit in near:
            earlier = statements[other]
            alike = _are_alike(earlier, later, shares[later.place.path])
            if alike and _differ(earlier, later, unit):
                yield Finding(later.place, _message(earlier, later, unit))
                break
        for key in keys:
            by_rare_word[key].append(number)


def _rare(statement: Statement, common: Mapping[str, int], share: float) -> list[str]:
    """The rarest words of a sentence: whatever is alike has one of them among its own.

    (Prefix filtering, as in likeness.py: only sentences that share one are compared.)
    """
    rare_first = sorted(statement.about, key=lambda word: (common[word], word))
    return rare_first[: len(rare_first) - ceil(share * len(rare_first)) + 1]


def _message(earlier: Statement, later: Statement, unit: str) -> str:
    return (
        f"Here it is {_said(later, unit)}, and in {earlier.place.path}, line "
        f"{earlier.place.line}, {_said(earlier, unit)}: '{_short(earlier.text)}'. Look which is "
        "right, or say how the two differ."
    )


def _statements(survey: Survey) -> Iterator[Statement]:
    for passage in learners_passages(survey):
        cited = {source.value for each in passage.citations for source, _ in each.sources}
        if INVENTED not in cited:
            group = (passage.place.path, passage.group)
            yield from statements_in(passage.text, passage.place, group)
    for _, question in questions_of(survey.course):
        if question.why:
            place = question.why.place
            yield from statements_in(question.why.value, place, (place.path, place.line))


def _differ(one: Statement, other: Statement, unit: str) -> bool:
    """Whether all amounts of a unit differ, though neither list nor year says why."""
    if one.group == other.group or one.years != other.years:
        return False
    return not _amounts(one, unit) & _amounts(other, unit)


def _amounts(statement: Statement, unit: str) -> set[float]:
    return {amount for each, amount in statement.numbers if each == unit}


def _are_alike(one: Statement, other: Statement, share: float) -> bool:
    shared = len(one.about & other.about)
    return shared >= FEWEST and shared >= share * len(one.about | other.about)


def _said(statement: Statement, unit: str) -> str:
    amounts = " and ".join(f"{amount:,.12g}" for amount in sorted(_amounts(statement, unit)))
    match unit:
        case "money":
            return f"{amounts} (money)"
        case "percent":
            return f"{amounts} %"
        case _:
            return f"{amounts} {unit}s"


def _short(text: str) -> str:
    parts = text.split()
    return text if len(parts) <= 12 else f"{' '.join(parts[:12])} …"  # noqa: PLR2004
