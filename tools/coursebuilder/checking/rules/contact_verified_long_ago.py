"""A contact was tried in the last 180 days.

**What it checks.** `verified_on` of a contact, against today or the day of `--as-of`.

**Why.** A number that rings nowhere is worse than none.

**Not like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0142
  for: Smuggling and export crime
  verified_on: 2026-03-21
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
from datetime import timedelta

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


LONG = timedelta(days=180)


def check(survey: Survey) -> Iterator[Finding]:
    """Find contacts that nobody tried for more than 180 days."""
    for contact in survey.course.contacts.values():
        if contact.verified_on and survey.today - contact.verified_on.value > LONG:
            days = (survey.today - contact.verified_on.value).days
            message = f"Contact '{contact.id}' was verified {days} days ago. Try it; set the day."
            yield Finding(contact.verified_on.place, message)
