"""A contact was tried.

**What it checks.** `verified_on` of a contact is a day, not the word `unverified`.

**Why.** A number that rings nowhere is worse than none. Until it was tried, the page says so.

**Not like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0142
  for: Smuggling and export crime
  verified_on: unverified
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
from coursebuilder.checking.survey import Survey
from coursebuilder.course import value_place
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


def check(survey: Survey) -> Iterator[Finding]:
    """Find contacts that nobody has tried yet."""
    for contact in survey.course.contacts.values():
        if contact.unverified:
            message = f"Contact '{contact.id}' is unverified. Try it, then set the day."
            yield Finding(value_place(contact, "verified_on"), message)
