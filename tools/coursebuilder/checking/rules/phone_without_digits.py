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

import re
from collections.abc import Iterator

from coursebuilder.checking.finding import Finding
from coursebuilder.checking.survey import Survey
from coursebuilder.course import value_place
from coursebuilder.problem import Severity

SEVERITY = Severity.WARNING


NUMBER = re.compile(r"[0-9A-Z .-]+")
"""A phone that is all keys: no name, no extension."""
KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
"""The keys of a phone (ITU-T E.161)."""


def check(survey: Survey) -> Iterator[Finding]:
    """Find contacts whose phone cannot be dialled everywhere."""
    for contact in survey.course.contacts.values():
        if not contact.digits and any(letter.isalpha() for letter in contact.phone):
            message = f"The phone '{contact.phone}' has letters. {_advice(contact.phone)}"
            yield Finding(value_place(contact, "phone"), message)


def _advice(phone: str) -> str:
    if not NUMBER.fullmatch(phone):
        return "Add `digits:` with its numbers."
    return f"Add `digits: {phone.translate(KEYS)}` under it."
