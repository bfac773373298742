"""A phone number with letters has its digits, too.

**What it checks.** A contact whose `phone` has letters has `digits`.

**Why.** Who taps the number on a phone calls the digits. Letters do not dial everywhere.

**Not like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0-TIP
  for: Smuggling and export crime
  verified_on: 2026-11-21
```

**Like this:**

```yaml title="modules/contacts.yml"
tip-line:
  name: Tip line
  phone: 555-0-TIP
  digits: "+15550847"
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
    """Find contacts whose phone cannot be dialled everywhere."""
    for contact in survey.course.contacts.values():
        if not contact.digits and any(letter.isalpha() for letter in contact.phone):
            message = f"The phone '{contact.phone}' has letters. Add `digits:` with its numbers."
            yield Finding(value_place(contact, "phone"), message)
