"""A group of red flags is written in one way.

**What it checks.** Groups in redflags.yml that differ only in capitals, spaces, hyphens or a final
"s".

**Why.** `/// redflags | payment` shows the group `payment`. A red flag of the group `Payment` is in
another one, and is missing there without a word.

**Not like this:**

```yaml title="modules/redflags.yml"
cash-large-order:
  text: The buyer offers cash for a large order.
  group: payment
third-party-pays:
  text: Someone outside the order pays.
  group: payment
paid-early:
  text: The buyer pays before you ask.
  group: Payment
```

**Like this:**

```yaml title="modules/redflags.yml"
cash-large-order:
  text: The buyer offers cash for a large order.
  group: payment
third-party-pays:
  text: Someone outside the order pays.
  group: payment
paid-early:
  text: The buyer pays before you ask.
  group: payment
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find red flags of a group that is written otherwise elsewhere, where fewer write it so."""
    flags = survey.course.redflags.values()
    used = Counter(flag.group.value for flag in flags)
    usual: dict[str, str] = {}
    for group, _ in used.most_common():
        usual.setdefault(_bare(group), group)
    for flag in flags:
        group, other = flag.group.value, usual[_bare(flag.group.value)]
        if group != other:
            message = f"Group '{group}' is another group than '{other}'. Write it in one way."
            yield Finding(flag.group.place, message)


def _bare(group: str) -> str:
    return "".join(letter for letter in group.casefold() if letter.isalnum()).removesuffix("s")
