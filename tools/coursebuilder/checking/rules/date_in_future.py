"""What has been done was done today or before.

**What it checks.** `reviewed` of a module, `accessed` and `published` of a source, `verified_on` of
a contact, `as_of` of a case, against today or the day of `--as-of`.

**Why.** A day in the future is a slip, and it would keep the text from falling due.

**Not like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0142
  for: Smuggling and export crime
  verified_on: 2062-11-21
```

**Like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0142
  for: Smuggling and export crime
  verified_on: 2026-11-21
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import value_place
from coursebuilder.freshness import first_day
from coursebuilder.problem import Severity
from coursebuilder.prose import (
    CaseBlock,
    Located,
)

SEVERITY = Severity.ERROR


def check(survey: Survey) -> Iterator[Finding]:
    """Find days that have not come yet."""
    for key, day in _days(survey):
        if day.value > survey.today:
            message = f"`{key}` is {day.value}, which is in the future. Write the day it was done."
            yield Finding(day.place, message)


def _days(survey: Survey) -> Iterator[tuple[str, Located[date]]]:
    for module in survey.course.modules:
        if module.reviewed:
            yield "reviewed", module.reviewed
        for block in module.prose.blocks:
            if isinstance(block, CaseBlock) and block.as_of:
                yield "as_of", block.as_of
    for source in survey.course.sources.values():
        if source.accessed:
            yield "accessed", source.accessed
        published = first_day(source.published)
        if published:
            yield "published", Located(published, value_place(source, "published"))
    for contact in survey.course.contacts.values():
        if contact.verified_on:
            yield "verified_on", contact.verified_on
