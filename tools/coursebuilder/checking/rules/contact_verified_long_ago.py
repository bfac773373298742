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

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.limit import Limit
from coursebuilder.checking.survey import Survey
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


DAYS = Limit(__name__, "days", 180, "the days after which a contact is tried again")


def check(survey: Survey) -> Iterator[Finding]:
    """Find contacts that nobody tried for more than 180 days."""
    for contact in survey.course.contacts.values():
        if contact.verified_on is None:
            continue
        days = (survey.today - contact.verified_on.value).days
        if days > survey.limit(DAYS, contact.place.path):
            message = f"Contact '{contact.id}' was verified {days} days ago. Try it; set the day."
            yield Finding(contact.verified_on.place, message)
